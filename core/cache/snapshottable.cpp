// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/snapshottable.h"

#include "core/cache/sqlhelp.h"

namespace lw::cache {

namespace {

const QString what = QStringLiteral("Using what the back end last said");

// A null array would become NULL.
QByteArray bytes(const QByteArray &value)
{
    return value.isNull() ? QByteArray("") : value;
}

}  // namespace

Result<std::optional<Snapshot>> SnapshotTable::find(const QString &name)
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    QSqlQuery query(m_connection.database());
    const QString sql = QStringLiteral("SELECT body, etag, as_of_ms FROM snapshot WHERE name = ?");
    if (auto run = runQuery(query, m_connection, sql, {name}, what); !run) return run.error();
    std::optional<Snapshot> found;
    if (query.next())
        found = Snapshot{query.value(0).toByteArray(), query.value(1).toString().toLatin1(), instantOf(query.value(2))};
    if (auto end = endOfRows(query, m_connection, what); !end) return end.error();
    return found;
}

Result<QByteArray> SnapshotTable::etag(const QString &name)
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    QSqlQuery query(m_connection.database());
    const QString sql = QStringLiteral("SELECT etag FROM snapshot WHERE name = ?");
    if (auto run = runQuery(query, m_connection, sql, {name}, what); !run) return run.error();
    QByteArray etag;
    if (query.next()) etag = query.value(0).toString().toLatin1();
    if (auto end = endOfRows(query, m_connection, what); !end) return end.error();
    return etag;
}

Result<void> SnapshotTable::keep(const QString &name, const Snapshot &snapshot)
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    QSqlQuery query(m_connection.database());
    return runQuery(
        query, m_connection,
        QStringLiteral("INSERT INTO snapshot(name, body, etag, as_of_ms) VALUES(?, ?, ?, ?) ON CONFLICT(name) "
                       "DO UPDATE SET body = excluded.body, etag = excluded.etag, as_of_ms = "
                       "excluded.as_of_ms"),
        {name, bytes(snapshot.body), QString::fromLatin1(bytes(snapshot.etag)), msOf(snapshot.asOf)}, what);
}

Result<void> SnapshotTable::unchanged(const QString &name, const QDateTime &nowUtc)
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    QSqlQuery query(m_connection.database());
    return runQuery(query, m_connection, QStringLiteral("UPDATE snapshot SET as_of_ms = ? WHERE name = ?"),
                    {msOf(nowUtc), name}, what);
}

Result<void> SnapshotTable::remove(const QString &name)
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    QSqlQuery query(m_connection.database());
    return runQuery(query, m_connection, QStringLiteral("DELETE FROM snapshot WHERE name = ?"), {name}, what);
}

}  // namespace lw::cache
