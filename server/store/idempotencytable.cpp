// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/idempotencytable.h"

#include "server/store/statement.h"

namespace lw::server {

Result<std::optional<StoredAnswer>> IdempotencyTable::find(const QString &userId, const QString &key) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT request_hash, status, content_type, body FROM idempotency"
                                    " WHERE user_id = ? AND idempotency_key = ?"),
                     QStringLiteral("look the request up"));
    if (Result<void> ran = select.run(userId, key); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    if (!*row) return std::optional<StoredAnswer>();
    return std::optional(StoredAnswer{select.value(0).toByteArray(), select.value(1).toInt(),
                                      select.value(2).toString(), select.value(3).toByteArray()});
}

Result<void> IdempotencyTable::insert(const QString &userId, const QString &key, const StoredAnswer &answer,
                                      const QDateTime &now)
{
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO idempotency (user_id, idempotency_key, request_hash, status,"
                                    " content_type, body, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)"),
                     QStringLiteral("remember the answer"));
    return insert.run(userId, key, answer.requestHash, answer.status, answer.contentType, answer.body, toColumn(now));
}

Result<int> IdempotencyTable::removeBefore(const QDateTime &instant)
{
    Statement erase(m_connection, QStringLiteral("DELETE FROM idempotency WHERE created_at < ?"),
                    QStringLiteral("forget old answers"));
    if (Result<void> ran = erase.run(toColumn(instant)); !ran) return ran.error();
    return erase.rowsChanged();
}

}  // namespace lw::server
