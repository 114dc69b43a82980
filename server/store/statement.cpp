// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/statement.h"

#include "server/store/dialect.h"

namespace lw::server {

QVariant toColumn(const QDateTime &instant)
{
    return instant.isValid() ? QVariant(instant.toMSecsSinceEpoch()) : QVariant(QMetaType(QMetaType::LongLong));
}

QVariant toColumn(const QString &text)
{
    return text.isNull() ? QVariant(QString(QLatin1String(""))) : QVariant(text);
}

QVariant toColumn(const QByteArray &blob)
{
    return blob.isNull() ? QVariant(QByteArray("")) : QVariant(blob);
}

QDateTime instantOf(const QVariant &column)
{
    return column.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(column.toLongLong(), Qt::UTC);
}

Statement::Statement(const QSqlDatabase &connection, const QString &sql, const QString &doing)
    : m_query(connection), m_doing(doing)
{
    m_query.setForwardOnly(true);
    m_prepared = m_query.prepare(expandSql(sql));
}

Result<void> Statement::runList(const QVariantList &values)
{
    for (int i = 0; i < values.size(); ++i)
        m_query.bindValue(i, values[i]);
    return execute();
}

Result<void> Statement::execute()
{
    if (!m_prepared || !m_query.exec()) return storeError(m_query.lastError(), m_doing);
    return {};
}

Result<bool> Statement::next()
{
    if (m_query.next()) return true;
    if (m_query.lastError().isValid()) return storeError(m_query.lastError(), m_doing);
    return false;
}

}  // namespace lw::server
