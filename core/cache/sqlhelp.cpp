// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/sqlhelp.h"

#include "core/cache/sqlite.h"

#include <QSqlError>

namespace lw::cache {

namespace {

Error errorOf(const QSqlQuery &query, Connection &connection, const QString &what)
{
    return sqliteError(connection.handle(), query.lastError().nativeErrorCode().toInt(), what);
}

}  // namespace

Result<void> runQuery(QSqlQuery &query, Connection &connection, const QString &sql, const QVariantList &values,
                      const QString &what)
{
    query.setForwardOnly(true);
    if (!query.prepare(sql)) return errorOf(query, connection, what);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec()) return errorOf(query, connection, what);
    return {};
}

Result<void> endOfRows(const QSqlQuery &query, Connection &connection, const QString &what)
{
    if (query.lastError().isValid()) return errorOf(query, connection, what);
    return {};
}

QVariant msOf(const QDateTime &instant)
{
    return instant.isValid() ? QVariant(instant.toMSecsSinceEpoch()) : QVariant();
}

QDateTime instantOf(const QVariant &ms)
{
    return ms.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms.toLongLong(), Qt::UTC);
}

}  // namespace lw::cache
