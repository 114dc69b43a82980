// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/outboxtable.h"

#include "core/cache/sqlhelp.h"

namespace lw::cache {

namespace {

const QString what = QStringLiteral("Using the queue of notices");

}  // namespace

Result<void> OutboxTable::add(const QByteArray &idempotencyKey, const QByteArray &body, const QDateTime &nowUtc)
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    QSqlQuery query(m_connection.database());
    return runQuery(query, m_connection,
                    QStringLiteral("INSERT OR IGNORE INTO outbox(idempotency_key, body, queued_at_ms) VALUES(?, ?, ?)"),
                    {idempotencyKey, body, msOf(nowUtc)}, what);
}

Result<QList<OutboxEntry>> OutboxTable::pending(int limit)
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    QSqlQuery query(m_connection.database());
    if (auto run = runQuery(query, m_connection,
                            QStringLiteral("SELECT id, idempotency_key, body, queued_at_ms, attempts, last_attempt_ms, "
                                           "last_error FROM outbox ORDER BY id LIMIT ?"),
                            {limit}, what);
        !run)
        return run.error();
    QList<OutboxEntry> list;
    while (query.next())
        list << OutboxEntry{query.value(0).toLongLong(), query.value(1).toByteArray(), query.value(2).toByteArray(),
                            instantOf(query.value(3)),   query.value(4).toInt(),       instantOf(query.value(5)),
                            query.value(6).toString()};
    if (auto end = endOfRows(query, m_connection, what); !end) return end.error();
    return list;
}

Result<int> OutboxTable::count()
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    QSqlQuery query(m_connection.database());
    if (auto run = runQuery(query, m_connection, QStringLiteral("SELECT count(*) FROM outbox"), {}, what); !run)
        return run.error();
    if (!query.next()) return endOfRows(query, m_connection, what).error();
    return query.value(0).toInt();
}

Result<void> OutboxTable::failed(qint64 id, const QString &error, const QDateTime &nowUtc)
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    QSqlQuery query(m_connection.database());
    return runQuery(
        query, m_connection,
        QStringLiteral("UPDATE outbox SET attempts = attempts + 1, last_attempt_ms = ?, last_error = ? WHERE id = ?"),
        {msOf(nowUtc), error.isNull() ? QStringLiteral("") : error, id}, what);
}

Result<void> OutboxTable::remove(qint64 id)
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    QSqlQuery query(m_connection.database());
    return runQuery(query, m_connection, QStringLiteral("DELETE FROM outbox WHERE id = ?"), {id}, what);
}

}  // namespace lw::cache
