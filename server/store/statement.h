// SPDX-License-Identifier: GPL-3.0-or-later
// One prepared statement with bound values only. Text of a statement never holds data.
#pragma once

#include "core/util/result.h"

#include <QDateTime>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

namespace lw::server {

/// Instants are stored as milliseconds since 1970 UTC; an invalid instant is NULL. Texts and blobs are never NULL, even
/// when Qt calls them null; for NULL pass a null QVariant.
QVariant toColumn(const QDateTime &instant);
QVariant toColumn(const QString &text);
QVariant toColumn(const QByteArray &blob);
template <typename Value>
QVariant toColumn(const Value &value)
{
    return QVariant(value);
}
QDateTime instantOf(const QVariant &column);

/// Prepared once, run as often as wanted. `doing` completes "Could not …" in errors.
class Statement {
  public:
    Statement(const QSqlDatabase &connection, const QString &sql, const QString &doing);

    /// Runs with these values. Afterwards next() walks the rows.
    template <typename... Values>
    Result<void> run(const Values &...values)
    {
        return runList({toColumn(values)...});
    }
    Result<void> runList(const QVariantList &values);

    /// True: on a row; false: no more rows.
    Result<bool> next();
    QVariant value(int column) const { return m_query.value(column); }
    int rowsChanged() const { return m_query.numRowsAffected(); }
    /// Gives the read lock back; the statement stays prepared.
    void finish() { m_query.finish(); }

  private:
    Result<void> execute();
    QSqlQuery m_query;
    QString m_doing;
    bool m_prepared;
};

}  // namespace lw::server
