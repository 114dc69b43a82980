// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sessiontable.h"

#include "server/store/statement.h"

namespace lw::server {

Result<void> SessionTable::insert(const SessionRow &session)
{
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO sessions (id, token_hash, user_id, customer_id, created_at,"
                                    " last_seen_at, address, agent) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                     QStringLiteral("open the session"));
    return insert.run(session.id, session.tokenHash, session.userId, session.customerId, toColumn(session.createdAt),
                      toColumn(session.lastSeenAt), session.address, session.agent);
}

Result<QList<SessionRow>> SessionTable::select(const QString &where, const QVariantList &values) const
{
    Statement query(m_connection,
                    QStringLiteral("SELECT id, token_hash, user_id, customer_id, created_at, last_seen_at, address,"
                                   " agent FROM sessions ") +
                        where,
                    QStringLiteral("read the sessions"));
    if (Result<void> ran = query.runList(values); !ran) return ran.error();
    QList<SessionRow> found;
    for (;;) {
        const Result<bool> row = query.next();
        if (!row) return row.error();
        if (!*row) return found;
        found.append(SessionRow{query.value(0).toString(), query.value(1).toByteArray(), query.value(2).toString(),
                                query.value(3).toString(), instantOf(query.value(4)), instantOf(query.value(5)),
                                query.value(6).toString(), query.value(7).toString()});
    }
}

namespace {

Result<SessionRow> single(const Result<QList<SessionRow>> &found)
{
    if (!found) return found.error();
    if (found->isEmpty()) return makeError(Errc::NotFound, QStringLiteral("There is no such session."));
    return found->first();
}

}  // namespace

Result<SessionRow> SessionTable::byTokenHash(const QByteArray &tokenHash) const
{
    return single(select(QStringLiteral("WHERE token_hash = ?"), {tokenHash}));
}

Result<SessionRow> SessionTable::byId(const QString &id) const
{
    return single(select(QStringLiteral("WHERE id = ?"), {id}));
}

Result<QList<SessionRow>> SessionTable::ofUser(const QString &userId) const
{
    return select(QStringLiteral("WHERE user_id = ? ORDER BY created_at, id"), {userId});
}

Result<QList<SessionRow>> SessionTable::ofCustomer(const QString &customerId, int limit) const
{
    return select(QStringLiteral("WHERE customer_id = ? ORDER BY last_seen_at DESC, id LIMIT ?"), {customerId, limit});
}

Result<QList<SessionRow>> SessionTable::olderThan(const QDateTime &seen, const QDateTime &created, int limit) const
{
    return select(QStringLiteral("WHERE last_seen_at <= ? OR created_at <= ? ORDER BY last_seen_at, id LIMIT ?"),
                  {toColumn(seen), toColumn(created), limit});
}

Result<void> SessionTable::touch(const QString &id, const QDateTime &lastSeenAt)
{
    Statement update(m_connection, QStringLiteral("UPDATE sessions SET last_seen_at = ? WHERE id = ?"),
                     QStringLiteral("keep the session open"));
    return update.run(toColumn(lastSeenAt), id);
}

Result<bool> SessionTable::remove(const QString &id)
{
    Statement erase(m_connection, QStringLiteral("DELETE FROM sessions WHERE id = ?"),
                    QStringLiteral("end the session"));
    if (Result<void> ran = erase.run(id); !ran) return ran.error();
    return erase.rowsChanged() > 0;
}

}  // namespace lw::server
