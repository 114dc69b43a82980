// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/network/networkaccessservice.h"

#include "core/protocol/limits.h"
#include "server/auth/authevents.h"
#include "server/http/precondition.h"
#include "server/network/administrators.h"
#include "server/store/identifier.h"
#include "server/store/usertable.h"

#include <algorithm>

namespace lw::server {

namespace {

const auto fieldPending = QStringLiteral("pending");
const auto reasonNotListed = QStringLiteral("address_not_allowed");

QByteArray tagOf(const QByteArray &digest, const QString &pendingId, const QString &yourAddress)
{
    const QByteArray editable = digest + '\n' + pendingId.toUtf8();
    return editTag(editable, editable + '\n' + yourAddress.toUtf8());
}

Error nothingWaits()
{
    return makeError(Errc::Conflict,
                     QStringLiteral("No change of the allowlist waits: it was confirmed or taken back already."),
                     fieldPending);
}

Error damaged()
{
    return makeError(Errc::Corrupt, QStringLiteral("The list that a waiting change replaced cannot be read."));
}

Result<Allowlist> listBefore(const PendingRow &pending)
{
    Result<Allowlist> before = protocol::allowlistFromJson(pending.before);
    if (!before) return damaged();
    return before;
}

PendingAllowlist pendingOf(const PendingRow &row, Allowlist before)
{
    return {row.id, row.author, row.appliedAt, row.revertsAt, std::move(before)};
}

/// What the store gives for this list once it is saved.
Allowlist listAfter(const protocol::AllowlistChange &wish, const policy::AllowlistVerdict &verdict,
                    const Allowlist &before, const QDateTime &now)
{
    Allowlist after{wish.enforced, {}, verdict.networks};
    if (after.enforced) after.enforcedSince = before.enforced ? before.enforcedSince : now;
    std::sort(after.networks.begin(), after.networks.end(),
              [](const AllowedNetwork &a, const AllowedNetwork &b) { return a.network < b.network; });
    return after;
}

}  // namespace

NetworkAccessService::NetworkAccessService(Database &database, const Clock &clock, AuditLog &audit, Sessions &sessions,
                                           AllowlistCache &cache)
    : m_database(database), m_clock(clock), m_audit(audit), m_sessions(sessions), m_cache(cache)
{
}

Result<NetworkAccessService::Entry> NetworkAccessService::entryOf(const QString &customerId)
{
    Result<Entry> entry = m_cache.of(customerId);
    if (!entry || !(*entry)->pending || !policy::revertIsDue(*(*entry)->pending, m_clock.nowUtc())) return entry;
    if (const Result<bool> reverted = revertDueOf(customerId); !reverted) return reverted.error();
    return m_cache.of(customerId);
}

Result<bool> NetworkAccessService::allowsPeople(const QString &customerId, const QString &address)
{
    const Result<Entry> entry = entryOf(customerId);
    if (!entry) return entry.error();
    return !(*entry)->enforced || (*entry)->matcher.allows(address, m_clock.nowUtc());
}

Result<bool> NetworkAccessService::mayRegister(const QString &customerId, DeviceKind kind, const QString &address)
{
    const Result<Entry> entry = entryOf(customerId);
    if (!entry) return entry.error();
    const bool held = (*entry)->enforced || kind == DeviceKind::Pbx;
    return !held || (*entry)->matcher.allows(address, m_clock.nowUtc());
}

Result<protocol::NetworkAccess> NetworkAccessService::current(const QString &customerId, const QString &yourAddress)
{
    if (const Result<Entry> entry = entryOf(customerId); !entry) return entry.error();
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const AllowlistTable table(*connection);
    Result<Allowlist> list = table.of(customerId);
    if (!list) return list.error();
    const Result<std::optional<PendingRow>> row = table.pending(customerId);
    if (!row) return row.error();
    protocol::NetworkAccess access{std::move(*list), {}, yourAddress};
    if (!*row) return access;
    Result<Allowlist> before = listBefore(**row);
    if (!before) return before.error();
    access.pending = pendingOf(**row, std::move(*before));
    return access;
}

Result<QByteArray> NetworkAccessService::tag(const QString &customerId, const QString &yourAddress)
{
    const Result<Entry> entry = entryOf(customerId);
    if (!entry) return entry.error();
    return tagOf((*entry)->digest, (*entry)->pending ? (*entry)->pending->id : QString(), yourAddress);
}

Result<protocol::NetworkAccess> NetworkAccessService::change(const NetworkAuthor &author,
                                                             const protocol::AllowlistChange &wish, const Check &check)
{
    const QString &customerId = author.principal.customerId;
    if (const Result<Entry> entry = entryOf(customerId); !entry) return entry.error();
    const policy::AllowlistVerdict verdict =
        policy::judgeAllowlist({wish.enforced, {}, wish.networks}, m_clock.nowUtc());
    if (!verdict.accepted())
        return makeError(Errc::InvalidInput, policy::findingSentence(verdict.findings.front()),
                         policy::findingField(verdict.findings.front()));

    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const QDateTime now = m_clock.nowUtc();
    AllowlistTable table(transaction->connection());
    const Result<Allowlist> before = table.of(customerId);
    if (!before) return before.error();
    const Result<std::optional<PendingRow>> waiting = table.pending(customerId);
    if (!waiting) return waiting.error();
    const QByteArray tag =
        tagOf(allowlistDigest(*before), *waiting ? (*waiting)->id : QString(), author.origin.address);
    if (Result<void> fits = check(tag); !fits) return fits.error();
    if (*waiting)
        return makeError(Errc::Conflict,
                         QStringLiteral("A change by %1 waits for its confirmation until %2 UTC. Confirm it or take it "
                                        "back first.")
                             .arg((*waiting)->author, (*waiting)->revertsAt.toString(QStringLiteral("HH:mm:ss"))),
                         fieldPending);
    const Allowlist after = listAfter(wish, verdict, *before, now);
    if (after == *before) return protocol::NetworkAccess{*before, {}, author.origin.address};
    Result<void> fine = refuseStranding(transaction->connection(), author, after, wish.strandingConfirmed);
    if (!fine) return fine.error();

    if (Result<void> stored = table.replace(customerId, *before, after); !stored) return stored.error();
    const PendingRow row{customerId,
                         makeIdentifier("chg", now),
                         author.principal.userId,
                         author.principal.login,
                         now,
                         now.addSecs(60LL * wish.confirmMinutes),
                         protocol::toJson(*before)};
    if (Result<void> stored = table.insertPending(row); !stored) return stored.error();
    AuditEvent event =
        allowlistEvent(EventKind::NetworkChanged, actorOf(author.principal), author.origin, row.id, *before, after);
    event.detail =
        QStringLiteral("Reverts at %1 unless it is confirmed.").arg(row.revertsAt.toString(Qt::ISODateWithMs));
    if (!wish.strandingConfirmed.isEmpty()) event.reason = QStringLiteral("stranding_confirmed");
    const Result<quint64> written = m_audit.append(*transaction, customerId, std::move(event));
    if (!written) return written.error();
    const bool stays = policy::AllowlistMatcher(after.networks).allows(author.origin.address, now);
    Result<void> ended =
        endSessionsOutside(*transaction, customerId, after, stays ? author.principal.sessionId : QString());
    if (!ended) return ended.error();
    m_cache.forget(*transaction, customerId);
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return protocol::NetworkAccess{after, pendingOf(row, *before), author.origin.address};
}

Result<void> NetworkAccessService::refuseStranding(const QSqlDatabase &connection, const NetworkAuthor &author,
                                                   const Allowlist &after, const QString &confirmed)
{
    if (!after.enforced || confirmed == author.principal.login) return {};
    const Result<std::vector<policy::AdministratorSeen>> administrators =
        administratorsSeen(connection, m_audit, author.principal, author.origin.address);
    if (!administrators) return administrators.error();
    const policy::StrandingVerdict verdict =
        policy::strands(after, author.origin.address, *administrators, m_clock.nowUtc());
    if (!verdict.strands()) return {};
    const QString whom = verdict.author && verdict.everyAdministrator
                             ? QStringLiteral("you, and everybody else who could change it back")
                         : verdict.author ? QStringLiteral("you: you come from %1").arg(author.origin.address)
                                          : QStringLiteral("everybody who could change it back");
    return makeError(
        Errc::Conflict,
        QStringLiteral("This list would lock out %1. Add the network, or confirm with your login name that "
                       "it is meant.")
            .arg(whom),
        QStringLiteral("stranding"));
}

Result<void> NetworkAccessService::endSessionsOutside(const Transaction &transaction, const QString &customerId,
                                                      const Allowlist &list, const QString &spared)
{
    if (!list.enforced) return {};
    const policy::AllowlistMatcher matcher(list.networks);
    const QSqlDatabase &connection = transaction.connection();
    const Result<QList<SessionRow>> sessions =
        SessionTable(connection).ofCustomer(customerId, protocol::limits::sessionsListed);
    if (!sessions) return sessions.error();
    for (const SessionRow &session : *sessions) {
        if (session.id == spared || matcher.allows(session.address, m_clock.nowUtc())) continue;
        const Result<User> user = UserTable(connection).byId(customerId, session.userId);
        if (!user) return user.error();
        const Origin origin{session.address, 0, QStringLiteral("console"), session.agent};
        const Result<int> ended =
            m_sessions.revoke(transaction, *user, {session}, backEndItself(), origin, reasonNotListed);
        if (!ended) return ended.error();
    }
    return {};
}

Result<protocol::NetworkAccess> NetworkAccessService::confirm(const NetworkAuthor &author, const AlsoStore &alsoStore)
{
    const QString &customerId = author.principal.customerId;
    if (const Result<Entry> entry = entryOf(customerId); !entry) return entry.error();
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const QDateTime now = m_clock.nowUtc();
    AllowlistTable table(transaction->connection());
    const Result<std::optional<PendingRow>> row = table.pending(customerId);
    if (!row) return row.error();
    // Its end may have come since it was asked for above: the job takes it back.
    if (!*row || policy::revertIsDue(pendingOf(**row, {}), now)) return nothingWaits();
    const Result<Allowlist> list = table.of(customerId);
    if (!list) return list.error();
    if (list->enforced && !policy::AllowlistMatcher(list->networks).allows(author.origin.address, now))
        return makeError(Errc::Forbidden,
                         QStringLiteral("A list is confirmed only from an address that it allows; you come from %1.")
                             .arg(author.origin.address));
    if (const Result<bool> removed = table.removePending(customerId, (*row)->id); !removed) return removed.error();
    const Result<Allowlist> before = listBefore(**row);
    if (!before) return before.error();
    const Result<quint64> written =
        m_audit.append(*transaction, customerId,
                       allowlistEvent(EventKind::NetworkConfirmed, actorOf(author.principal), author.origin, (*row)->id,
                                      *before, *list));
    if (!written) return written.error();
    protocol::NetworkAccess access{*list, {}, author.origin.address};
    if (Result<void> stored = alsoStore(*transaction, access); !stored) return stored.error();
    m_cache.forget(*transaction, customerId);
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return access;
}

Result<Allowlist> NetworkAccessService::restore(const Transaction &transaction, const PendingRow &pending,
                                                const Actor &actor, const Origin &origin, const QString &reason)
{
    AllowlistTable table(transaction.connection());
    Result<Allowlist> before = listBefore(pending);
    if (!before) return before;
    const Result<Allowlist> present = table.of(pending.customerId);
    if (!present) return present.error();
    if (Result<void> stored = table.replace(pending.customerId, *present, *before); !stored) return stored.error();
    if (const Result<bool> removed = table.removePending(pending.customerId, pending.id); !removed)
        return removed.error();
    const Result<quint64> written = m_audit.append(
        transaction, pending.customerId,
        allowlistEvent(EventKind::NetworkReverted, actor, origin, pending.id, *present, *before, reason));
    if (!written) return written.error();
    if (Result<void> ended = endSessionsOutside(transaction, pending.customerId, *before, {}); !ended)
        return ended.error();
    m_cache.forget(transaction, pending.customerId);
    return before;
}

Result<protocol::NetworkAccess> NetworkAccessService::revert(const NetworkAuthor &author, const AlsoStore &alsoStore)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const Result<std::optional<PendingRow>> row =
        AllowlistTable(transaction->connection()).pending(author.principal.customerId);
    if (!row) return row.error();
    if (!*row) return nothingWaits();
    const Result<Allowlist> list =
        restore(*transaction, **row, actorOf(author.principal), author.origin, QStringLiteral("by_hand"));
    if (!list) return list.error();
    protocol::NetworkAccess access{*list, {}, author.origin.address};
    if (Result<void> stored = alsoStore(*transaction, access); !stored) return stored.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return access;
}

Result<bool> NetworkAccessService::revertDueOf(const QString &customerId)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const Result<std::optional<PendingRow>> row = AllowlistTable(transaction->connection()).pending(customerId);
    if (!row) return row.error();
    if (!*row || !policy::revertIsDue(pendingOf(**row, {}), m_clock.nowUtc())) return false;
    const Result<Allowlist> list =
        restore(*transaction, **row, backEndItself(), Origin(), QStringLiteral("not_confirmed"));
    if (!list) return list.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return true;
}

Result<int> NetworkAccessService::revertDue()
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<QList<PendingRow>> waiting = AllowlistTable(*connection).allPending();
    if (!waiting) return waiting.error();
    int reverted = 0;
    for (const PendingRow &row : *waiting) {
        if (!policy::revertIsDue(pendingOf(row, {}), m_clock.nowUtc())) continue;
        const Result<bool> done = revertDueOf(row.customerId);
        if (!done) return done.error();
        reverted += *done;
    }
    return reverted;
}

}  // namespace lw::server
