// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/revocation/revocationservice.h"

#include "core/policy/revocation.h"
#include "core/policy/rolerules.h"
#include "core/protocol/departure.h"
#include "core/protocol/limits.h"
#include "server/auth/authevents.h"
#include "server/revocation/departureevents.h"
#include "server/store/mfatable.h"
#include "server/store/usertable.h"

#include <QJsonArray>

#include <algorithm>

namespace lw::server {

namespace {

constexpr int casesARound = 200;

QJsonObject accountView(const User &user)
{
    return {{QStringLiteral("status"), QString(userStatusName(user.status))},
            {QStringLiteral("roles"), QJsonArray::fromStringList(user.roles)}};
}

QString reasonOf(const Departure &departure)
{
    return QString(departureKindName(departure.kind));
}

}  // namespace

RevocationService::RevocationService(Database &database, const Clock &clock, AuditLog &audit, Sessions &sessions,
                                     SignIn &signIn, DeviceService &devices, RegistrationService &registrations)
    : m_database(database),
      m_clock(clock),
      m_audit(audit),
      m_sessions(sessions),
      m_devices(devices),
      m_probes(database, clock, sessions, signIn, registrations)
{
}

Result<QList<Departure>> RevocationService::list(const QString &customerId)
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    return DepartureTable(*connection).ofCustomer(customerId, protocol::limits::departuresListed);
}

Result<Departure> RevocationService::byId(const QString &customerId, const QString &id)
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    Result<DepartureRow> row = DepartureTable(*connection).byId(customerId, id);
    if (!row) return row.error();
    return std::move(row->departure);
}

Result<QDateTime> RevocationService::nextEffective()
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    return DepartureTable(*connection).nextEffective();
}

Result<void> RevocationService::execute(const Transaction &transaction, DepartureRow &row)
{
    const QSqlDatabase &connection = transaction.connection();
    const QDateTime now = m_clock.nowUtc();
    Departure &departure = row.departure;
    UserTable users(connection);
    Result<User> user = users.byId(row.customerId, departure.userId);
    if (!user) return user.error();
    if (policy::takesOwnership(*user, departure.kind, departure.newRoles)) {
        const Result<QList<User>> people = users.all(row.customerId);
        if (!people) return people.error();
        if (policy::isLastOwner(*user, *people))
            return makeError(Errc::Conflict,
                             QStringLiteral("“%1” became the last owner, and a customer without one can not be "
                                            "administered. Give somebody else the role; it is carried out then.")
                                 .arg(user->login),
                             QStringLiteral("last_owner"));
    }

    AuditEvent event = authEvent(EventKind::AccessRevoked, Outcome::Success, backEndItself(), Origin(),
                                 accountOf(*user), reasonOf(departure));
    event.detail = QStringLiteral("%1, opened by %2").arg(departure.id, departure.createdBy);
    event.before = accountView(*user);
    const bool leaves = departure.kind == DepartureKind::Departure;
    if (!leaves) {
        user->roles = departure.newRoles;
    } else if (user->status != UserStatus::Disabled) {
        user->status = UserStatus::Disabled;
        user->lockedUntil = {};
        user->disabledAt = now;
    }
    if (Result<void> stored = users.update(*user); !stored) return stored;
    event.after = accountView(*user);
    if (const auto written = m_audit.append(transaction, row.customerId, std::move(event)); !written)
        return written.error();

    const Result<QList<SessionRow>> sessions = SessionTable(connection).ofUser(user->id);
    if (!sessions) return sessions.error();
    const Result<int> ended =
        m_sessions.revoke(transaction, *user, *sessions, backEndItself(), Origin(), reasonOf(departure));
    if (!ended) return ended.error();
    row.probeTokens.clear();
    for (const SessionRow &session : *sessions)
        row.probeTokens.append(session.tokenHash);
    if (leaves) {
        const Result<int> revoked =
            m_devices.revokeAllOf(transaction, row.customerId, *user, backEndItself(), Origin(), reasonOf(departure));
        if (!revoked) return revoked.error();
        departure.devicesRevoked = *revoked;
        if (Result<void> gone = MfaTable(connection).removePending(user->id); !gone) return gone;
    }
    departure.sessionsEnded = *ended;
    departure.executedAt = now;
    departure.state = DepartureState::Executed;
    return DepartureTable(connection).update(row);
}

Result<bool> RevocationService::executeById(const QString &customerId, const QString &id)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    // Read again: it may have been withdrawn, or carried out, since somebody saw it due.
    Result<DepartureRow> row = DepartureTable(transaction->connection()).byId(customerId, id);
    if (!row) return row.error();
    if (row->departure.state != DepartureState::Scheduled || row->departure.effectiveAt > m_clock.nowUtc())
        return false;
    if (Result<void> done = execute(*transaction, *row); !done) return done.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return true;
}

Result<bool> RevocationService::carryOutDue(const QString &customerId, const QString &userId)
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<std::optional<DepartureRow>> open = DepartureTable(*connection).openOf(userId);
    if (!open) return open.error();
    if (!*open || (*open)->departure.effectiveAt > m_clock.nowUtc()) return false;
    const Result<bool> done = executeById(customerId, (*open)->departure.id);
    // The last owner is not locked out of his own customer; the case stays open, overdue, and the job says so.
    if (!done && done.error().code == Errc::Conflict) return false;
    return done;
}

void RevocationService::complain(const DepartureRow &row, const Error &error, const Complain &told)
{
    {
        const std::lock_guard lock(m_complaintsLock);
        QString &last = m_complaints[row.departure.id];
        if (last == error.message) return;
        last = error.message;
    }
    if (told) told(row.departure, error);
    if (error.code != Errc::Conflict) return;
    AuditEvent event = authEvent(EventKind::AccessRevoked, Outcome::Failure, backEndItself(), Origin(),
                                 departureRef(row.departure), error.field);
    event.detail = error.message;
    // A store that cannot write was told of above, and will be asked again.
    (void)m_audit.append(row.customerId, std::move(event));
}

Result<RevocationService::Round> RevocationService::runDue(const Complain &told)
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const DepartureTable table(*connection);
    Round round;
    const Result<QList<DepartureRow>> due = table.due(m_clock.nowUtc(), casesARound);
    if (!due) return due.error();
    for (const DepartureRow &row : *due) {
        const Result<bool> done = executeById(row.customerId, row.departure.id);
        if (!done) {
            ++round.failed;
            complain(row, done.error(), told);
            continue;
        }
        round.executed += *done;
        const std::lock_guard lock(m_complaintsLock);
        m_complaints.remove(row.departure.id);
    }
    const Result<QList<DepartureRow>> unproved = table.unproved(casesARound);
    if (!unproved) return unproved.error();
    for (const DepartureRow &row : *unproved) {
        const Result<Departure> proved = prove(row.customerId, row.departure.id, backEndItself(), Origin());
        if (!proved) {
            ++round.failed;
            complain(row, proved.error(), told);
            continue;
        }
        const bool passed = proved->state == DepartureState::Proved;
        round.proved += passed;
        round.failed += !passed;
    }
    return round;
}

Result<Departure> RevocationService::prove(const QString &customerId, const QString &id, const Actor &actor,
                                           const Origin &origin, const AlsoKeep &alsoKeep)
{
    const auto readable = [](const Departure &departure) {
        return departure.state == DepartureState::Executed || departure.state == DepartureState::Proved ||
               departure.state == DepartureState::ProofFailed;
    };
    const Error tooEarly = makeError(
        Errc::Conflict, QStringLiteral("There is nothing to prove: it was not carried out."), QStringLiteral("state"));
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<DepartureRow> tried = DepartureTable(*connection).byId(customerId, id);
    if (!tried) return tried.error();
    if (!readable(tried->departure)) return tooEarly;
    Result<QList<ProbeResult>> probes = m_probes.run(*tried);
    if (!probes) return probes.error();
    const bool passed =
        std::all_of(probes->begin(), probes->end(), [](const ProbeResult &probe) { return probe.passed; });

    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    DepartureTable table(transaction->connection());
    Result<DepartureRow> row = table.byId(customerId, id);
    if (!row) return row.error();
    Departure &departure = row->departure;
    departure.probes = std::move(*probes);
    departure.provedAt = m_clock.nowUtc();
    departure.state = passed ? DepartureState::Proved : DepartureState::ProofFailed;
    if (passed) row->probeTokens.clear();
    if (Result<void> stored = table.update(*row); !stored) return stored.error();
    AuditEvent event = authEvent(EventKind::RevocationProved, passed ? Outcome::Success : Outcome::Failure, actor,
                                 origin, departureRef(departure), reasonOf(departure));
    QStringList found;
    for (const ProbeResult &probe : std::as_const(departure.probes))
        found.append(probe.what + (probe.passed ? QStringLiteral(": ") : QStringLiteral(" FAILED: ")) + probe.detail);
    event.detail = found.join(QLatin1Char(' '));
    event.after = protocol::toJsonObject(departure);
    if (const auto written = m_audit.append(*transaction, customerId, std::move(event)); !written)
        return written.error();
    if (alsoKeep)
        if (Result<void> kept = alsoKeep(*transaction, departure); !kept) return kept.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return departure;
}

}  // namespace lw::server
