// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/statetable.h"

#include "core/cache/sqlhelp.h"
#include "core/cache/staterow.h"

namespace lw::cache {

namespace {

const QString what = QStringLiteral("Using the state of the cache");

const char *nameOf(StateKey key)
{
    switch (key) {
        case StateKey::Customer: return "customer";
        case StateKey::CustomerEtag: return "customer_etag";
        case StateKey::Me: return "me";
        case StateKey::PinnedLogKey: return "pinned_log_key";
        case StateKey::LogOrigin: return "log_origin";
        case StateKey::PeopleEtag: return "people_etag";
        case StateKey::PeopleFetchedAt: return "people_fetched_at";
        case StateKey::ClientIdentity: return "client_identity";
        case StateKey::LastSyncError: return "last_sync_error";
    }
    return "";
}

}  // namespace

Result<std::optional<QByteArray>> StateTable::value(StateKey key)
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    return stateBytes(m_connection, nameOf(key));
}

Result<void> StateTable::setValue(StateKey key, const QByteArray &value)
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    return setState(m_connection, nameOf(key), value);
}

Result<void> StateTable::removeValue(StateKey key)
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    QSqlQuery query(m_connection.database());
    return runQuery(query, m_connection, QStringLiteral("DELETE FROM state WHERE name = ?"),
                    {QString::fromLatin1(nameOf(key))}, what);
}

Result<std::optional<Checkpoint>> StateTable::checkpoint()
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    // Several rows: a sync that ends between reading two of them must not be seen half.
    const bool outermost = sqlite3_get_autocommit(m_connection.handle()) != 0;
    if (!outermost) return storedCheckpoint(m_connection);
    auto transaction = Transaction::read(m_connection.handle(), what);
    if (!transaction) return transaction.error();
    auto checkpoint = storedCheckpoint(m_connection);
    if (auto done = transaction->commit(); !done) return done.error();
    return checkpoint;
}

Result<QDateTime> StateTable::syncedAt()
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    const auto ms = stateInteger(m_connection, statename::syncedAt, -1);
    if (!ms) return ms.error();
    return *ms < 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(*ms, Qt::UTC);
}

Result<void> StateTable::setSyncedAt(const QDateTime &nowUtc)
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    return setState(m_connection, statename::syncedAt, nowUtc.toMSecsSinceEpoch());
}

Result<QList<TamperEvidence>> StateTable::evidence()
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    QSqlQuery query(m_connection.database());
    if (auto run =
            runQuery(query, m_connection,
                     QStringLiteral("SELECT id, found_at_ms, kind, message, trusted_note, offending_note FROM evidence "
                                    "ORDER BY id DESC"),
                     {}, what);
        !run)
        return run.error();
    QList<TamperEvidence> list;
    while (query.next())
        list << TamperEvidence{query.value(0).toLongLong(), instantOf(query.value(1)),    query.value(2).toString(),
                               query.value(3).toString(),   query.value(4).toByteArray(), query.value(5).toByteArray()};
    if (auto end = endOfRows(query, m_connection, what); !end) return end.error();
    return list;
}

Result<void> StateTable::addEvidence(const TamperEvidence &evidence)
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    const auto bytes = [](const QByteArray &note) { return note.isNull() ? QByteArray("") : note; };
    QSqlQuery query(m_connection.database());
    return runQuery(query, m_connection,
                    QStringLiteral("INSERT INTO evidence(found_at_ms, kind, message, trusted_note, offending_note) "
                                   "VALUES(?, ?, ?, ?, ?)"),
                    {msOf(evidence.foundAt), evidence.kind, evidence.message, bytes(evidence.trustedNote),
                     bytes(evidence.offendingNote)},
                    what);
}

Result<void> StateTable::removeEvidence(qint64 id)
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    QSqlQuery query(m_connection.database());
    return runQuery(query, m_connection, QStringLiteral("DELETE FROM evidence WHERE id = ?"), {id}, what);
}

}  // namespace lw::cache
