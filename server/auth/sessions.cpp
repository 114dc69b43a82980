// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/sessions.h"

#include "core/policy/passwordage.h"
#include "core/policy/rolerules.h"
#include "core/protocol/endpoints.h"
#include "core/protocol/limits.h"
#include "server/auth/authevents.h"
#include "server/auth/clientcertificates.h"
#include "server/auth/token.h"
#include "server/store/customertable.h"
#include "server/store/identifier.h"
#include "server/store/roletable.h"
#include "server/store/usertable.h"

namespace lw::server {

namespace {

// A request does not wait for the disk only to say that it came: the store learns of use this often. After a crash a
// session may look this much older than it is, never younger.
constexpr int touchSeconds = 30;
constexpr int sweepBatch = 200;

Error noSession()
{
    return makeError(Errc::Unauthorized, QStringLiteral("There is no valid session. Sign in again."));
}

Error tooOften()
{
    return makeError(Errc::RateLimited, QStringLiteral("This session asks too often. Wait a second and go on."));
}

}  // namespace

Sessions::Sessions(Database &database, const Clock &clock, AuditLog &audit, policy::SessionLimits limits)
    : m_database(database),
      m_clock(clock),
      m_audit(audit),
      m_limits(limits),
      m_pace(protocol::limits::requestsPerSecond, protocol::limits::requestsPerSecond * 10),
      m_callPace(protocol::limits::callDecisionsPerSecond, protocol::limits::callDecisionsPerSecond * 10)
{
}

Result<Sessions::Opened> Sessions::open(const Transaction &transaction, const QString &customerId,
                                        const QString &userId, const Origin &origin)
{
    const QDateTime now = m_clock.nowUtc();
    Opened opened{makeIdentifier("ses", now), newToken(), now.addSecs(m_limits.absoluteSeconds), m_limits.idleSeconds};
    const SessionRow row{opened.id, tokenHash(opened.token), userId,      customerId, now,
                         now,       origin.address,          origin.agent};
    if (Result<void> stored = SessionTable(transaction.connection()).insert(row); !stored) return stored.error();
    return opened;
}

policy::SessionVerdict Sessions::verdict(const SessionRow &session, const QDateTime &now) const
{
    QDateTime seen = session.lastSeenAt;
    {
        const std::lock_guard lock(m_mutex);
        seen = std::max(seen, m_lastSeen.value(session.id, seen));
    }
    return policy::sessionExpiry(session.createdAt, seen, m_limits, now);
}

Result<Principal> Sessions::authenticate(const Secret &token, const Request &request)
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    policy::SessionVerdict said;
    const Result<SessionRow> session = find(*connection, tokenHash(token), said);
    if (!session) return session.error().code == Errc::NotFound ? noSession() : session.error();

    const QDateTime now = m_clock.nowUtc();
    if (said.state != policy::SessionState::Active) {
        if (Result<bool> ended = expire(*session, said.state); !ended) return ended.error();
        return noSession();
    }
    // Whether it may ask about calls, and so more often, is known further below.
    const bool aboutCall = request.path == protocol::paths::callsAuthorize;
    if (!aboutCall && !m_pace.take(session->id, now).allowed) return tooOften();
    const Result<bool> comes = mayComeFrom(*session, request);
    if (!comes) return comes.error();
    if (!*comes) return noSession();
    if (m_due) {
        const Result<bool> gone = m_due->carryOutDue(session->customerId, session->userId);
        if (!gone) return gone.error();
        if (*gone) return noSession();
    }
    const Result<User> user = UserTable(*connection).byId(session->customerId, session->userId);
    if (!user) return user.error().code == Errc::NotFound ? noSession() : user.error();
    if (user->status == UserStatus::Disabled) {
        // Revoked means revoked: an account that was disabled has no session that lives on.
        Result<Transaction> transaction = Transaction::begin(m_database);
        if (!transaction) return transaction.error();
        const Result<int> ended =
            endOthers(*transaction, *user, QString(), Origin(), QStringLiteral("account_disabled"));
        if (!ended) return ended.error();
        if (Result<void> saved = transaction->commit(); !saved) return saved.error();
        return noSession();
    }
    const Result<Customer> customer = CustomerTable(*connection).byId(session->customerId);
    if (!customer) return customer.error();
    const Result<bool> fits = certificateFits(*connection, *user, *customer, request.clientFingerprint);
    if (!fits) return fits.error();
    if (!*fits) return withoutCertificate(*session, *user, request);
    const Result<QList<Role>> custom = RoleTable(*connection).behind(customer->id, user->roles);
    if (!custom) return custom.error();
    if (Result<void> seen = sawNow(*session, now); !seen) return seen.error();

    Principal principal;
    principal.sessionId = session->id;
    principal.userId = user->id;
    principal.login = user->login;
    principal.customerId = customer->id;
    principal.customerSlug = customer->slug;
    principal.roles = user->roles;
    principal.permissions = permissionsOf(user->roles, *custom);
    RateLimiter &pace = principal.permissions.contains(Permission::CallsDecide) ? m_callPace : m_pace;
    if (aboutCall && !pace.take(session->id, now).allowed) return tooOften();
    principal.mustChangePassword = policy::passwordAge(*user, customer->passwordPolicy, now).mustChange;
    principal.mustEnrolMfa = policy::mfaMissing(*user, *customer);
    return principal;
}

Result<bool> Sessions::mayComeFrom(const SessionRow &session, const Request &request)
{
    if (!m_gate) return true;
    const Result<bool> allowed = m_gate->atRequest(session.customerId, request.peerAddress);
    if (!allowed || *allowed) return allowed;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const Result<User> user = UserTable(transaction->connection()).byId(session.customerId, session.userId);
    if (!user) return user.error();
    const Result<int> ended = revoke(*transaction, *user, {session}, backEndItself(), originOf(request),
                                     QStringLiteral("address_not_allowed"));
    if (!ended) return ended.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return false;
}

Error Sessions::withoutCertificate(const SessionRow &session, const User &user, const Request &request)
{
    // A stolen token, or somebody who forgot to choose his certificate: worth knowing, but not fifty times a second.
    if (m_certificateEvents.take(session.id, m_clock.nowUtc()).allowed) {
        const Result<quint64> written = m_audit.append(
            session.customerId, authEvent(EventKind::AccessDenied, Outcome::Failure, actorOf(user), originOf(request),
                                          sessionNamed(session.id), QStringLiteral("certificate_missing")));
        if (!written) return written.error();
    }
    return certificateMissing();
}

Result<void> Sessions::sawNow(const SessionRow &session, const QDateTime &now)
{
    {
        const std::lock_guard lock(m_mutex);
        m_lastSeen.insert(session.id, now);
    }
    if (session.lastSeenAt.secsTo(now) < touchSeconds) return {};
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    if (Result<void> stored = SessionTable(transaction->connection()).touch(session.id, now); !stored) return stored;
    return transaction->commit();
}

void Sessions::denied(const Principal &principal, const Request &request, Permission required)
{
    const ObjectRef operation{QStringLiteral("operation"), {}, request.operationId};
    // The refusal stands whatever becomes of the event; a store that cannot write refuses everything else as well.
    const Result<quint64> written = m_audit.append(
        principal.customerId, authEvent(EventKind::AccessDenied, Outcome::Failure, actorOf(principal),
                                        originOf(request), operation, QString(permissionName(required))));
    if (!written) qWarning("access.denied could not be written: %s", qUtf8Printable(written.error().message));
}

Result<Sessions::Facts> Sessions::facts(const QString &sessionId)
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<SessionRow> session = SessionTable(*connection).byId(sessionId);
    if (!session) return session.error().code == Errc::NotFound ? noSession() : session.error();
    return Facts{session->id, session->createdAt, session->createdAt.addSecs(m_limits.absoluteSeconds),
                 m_limits.idleSeconds};
}

Result<void> Sessions::end(const Principal &principal, const Origin &origin)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const Result<bool> removed = SessionTable(transaction->connection()).remove(principal.sessionId);
    if (!removed) return removed.error();
    if (*removed) {
        const Result<quint64> written =
            m_audit.append(*transaction, principal.customerId,
                           authEvent(EventKind::Logout, Outcome::Success, actorOf(principal), origin,
                                     sessionNamed(principal.sessionId)));
        if (!written) return written.error();
    }
    forget(*transaction, principal.sessionId);
    return transaction->commit();
}

Result<int> Sessions::endOthers(const Transaction &transaction, const User &user, const QString &keep,
                                const Origin &origin, const QString &reason)
{
    SessionTable table(transaction.connection());
    const Result<QList<SessionRow>> open = table.ofUser(user.id);
    if (!open) return open.error();
    std::vector<AuditEvent> events;
    QString customerId;
    for (const SessionRow &session : *open) {
        if (session.id == keep) continue;
        const Result<bool> removed = table.remove(session.id);
        if (!removed) return removed.error();
        customerId = session.customerId;
        events.push_back(
            authEvent(EventKind::Logout, Outcome::Success, actorOf(user), origin, sessionNamed(session.id), reason));
        forget(transaction, session.id);
    }
    if (events.empty()) return 0;
    const Result<quint64> written = m_audit.append(transaction, customerId, std::span<const AuditEvent>(events));
    if (!written) return written.error();
    return static_cast<int>(events.size());
}

Result<bool> Sessions::expire(const SessionRow &session, policy::SessionState state)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const Result<bool> removed = SessionTable(transaction->connection()).remove(session.id);
    if (!removed) return removed.error();
    forget(*transaction, session.id);
    if (!*removed) return false;
    const Result<User> user = UserTable(transaction->connection()).byId(session.customerId, session.userId);
    if (!user) return user.error();
    const QString reason =
        state == policy::SessionState::IdleExpired ? QStringLiteral("idle") : QStringLiteral("absolute");
    const Origin origin{session.address, 0, QStringLiteral("console"), session.agent};
    const Result<quint64> written = m_audit.append(*transaction, session.customerId,
                                                   authEvent(EventKind::SessionExpired, Outcome::Success,
                                                             actorOf(*user), origin, sessionNamed(session.id), reason));
    if (!written) return written.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return true;
}

Result<int> Sessions::sweep()
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const QDateTime now = m_clock.nowUtc();
    const Result<QList<SessionRow>> candidates =
        SessionTable(*connection)
            .olderThan(now.addSecs(-m_limits.idleSeconds), now.addSecs(-m_limits.absoluteSeconds), sweepBatch);
    if (!candidates) return candidates.error();
    int ended = 0;
    for (const SessionRow &session : *candidates) {
        const policy::SessionVerdict said = verdict(session, now);
        if (said.state == policy::SessionState::Active) continue;
        const Result<bool> done = expire(session, said.state);
        if (!done) return done.error();
        ended += *done;
    }
    return ended;
}

Result<SessionRow> Sessions::find(const QSqlDatabase &connection, const QByteArray &tokenHash,
                                  policy::SessionVerdict &said) const
{
    Result<SessionRow> session = SessionTable(connection).byTokenHash(tokenHash);
    if (session) said = verdict(*session, m_clock.nowUtc());
    return session;
}

Result<bool> Sessions::opens(const QByteArray &tokenHash)
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    policy::SessionVerdict said;
    const Result<SessionRow> session = find(*connection, tokenHash, said);
    if (!session && session.error().code != Errc::NotFound) return session.error();
    return session && said.state == policy::SessionState::Active;
}

Result<int> Sessions::revoke(const Transaction &transaction, const User &user, const QList<SessionRow> &sessions,
                             const Actor &by, const Origin &origin, const QString &reason)
{
    SessionTable table(transaction.connection());
    std::vector<AuditEvent> events;
    for (const SessionRow &session : sessions) {
        const Result<bool> removed = table.remove(session.id);
        if (!removed) return removed.error();
        if (!*removed) continue;
        ObjectRef object = sessionNamed(session.id);
        object.name = user.login;
        events.push_back(authEvent(EventKind::SessionRevoked, Outcome::Success, by, origin, object, reason));
        forget(transaction, session.id);
    }
    if (events.empty()) return 0;
    const Result<quint64> written =
        m_audit.append(transaction, sessions.first().customerId, std::span<const AuditEvent>(events));
    if (!written) return written.error();
    return static_cast<int>(events.size());
}

Result<QList<Sessions::Live>> Sessions::live(const QString &customerId, int limit)
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    Result<QList<SessionRow>> rows = SessionTable(*connection).ofCustomer(customerId, limit);
    if (!rows) return rows.error();
    const QDateTime now = m_clock.nowUtc();
    QList<Live> list;
    for (SessionRow &row : *rows) {
        const policy::SessionVerdict said = verdict(row, now);
        if (said.state != policy::SessionState::Active) continue;
        {
            const std::lock_guard lock(m_mutex);
            row.lastSeenAt = std::max(row.lastSeenAt, m_lastSeen.value(row.id, row.lastSeenAt));
        }
        list.append({std::move(row), said.expiresAt});
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const Live &a, const Live &b) { return a.row.lastSeenAt > b.row.lastSeenAt; });
    return list;
}

Result<std::shared_ptr<Lifeline>> Sessions::lifeline(const QString &sessionId)
{
    std::shared_ptr<Lifeline> line;
    {
        const std::lock_guard lock(m_mutex);
        line = m_lifelines.value(sessionId).lock();
        if (!line) {
            line = std::make_shared<Lifeline>();
            m_lifelines.removeIf([](const auto &entry) { return entry.value().expired(); });
            m_lifelines.insert(sessionId, line);
        }
    }
    // Looked up after it can be ended: a session that ended in between is not in the store any more.
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<SessionRow> session = SessionTable(*connection).byId(sessionId);
    if (!session) return session.error().code == Errc::NotFound ? noSession() : session.error();
    return line;
}

void Sessions::forget(const Transaction &transaction, const QString &sessionId)
{
    transaction.afterCommit([this, sessionId] { forgetNow(sessionId); });
}

void Sessions::forgetNow(const QString &sessionId)
{
    std::shared_ptr<Lifeline> line;
    {
        const std::lock_guard lock(m_mutex);
        m_lastSeen.remove(sessionId);
        line = m_lifelines.take(sessionId).lock();
    }
    if (line) line->end();
}

}  // namespace lw::server
