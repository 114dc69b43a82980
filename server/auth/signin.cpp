// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/signin.h"

#include "core/policy/access.h"
#include "core/policy/lockout.h"
#include "core/policy/network.h"
#include "core/policy/passwordage.h"
#include "core/policy/rolerules.h"
#include "core/policy/totp.h"
#include "core/protocol/problem.h"
#include "server/auth/authevents.h"
#include "server/auth/clientcertificates.h"
#include "server/auth/recoverycodes.h"
#include "server/store/customertable.h"
#include "server/store/mfatable.h"
#include "server/store/usertable.h"

namespace lw::server {

namespace {

/// IPv6 networks hand out whole /64s: one attacker, one bucket.
QString bucketOf(const QString &address)
{
    if (!address.contains(QLatin1Char(':'))) return address;
    const std::optional<policy::Network> network = policy::parseNetwork(QString(address + QLatin1String("/64")));
    return network ? network->toString() : address;
}

/// One sentence for a wrong name, a wrong password and an account without one.
SignIn::Refused wrong()
{
    return {makeError(Errc::Unauthorized, QStringLiteral("The customer, login name or password is wrong.")), 0};
}

SignIn::Refused wait(const policy::LockoutVerdict &verdict)
{
    if (verdict.state == policy::LockoutState::LockedUntil)
        return {
            makeError(Errc::AccountLocked, QStringLiteral("The account is locked after too many failures. Try again "
                                                          "later, or ask an administrator.")),
            verdict.retryAfter};
    return {
        makeError(Errc::RateLimited, QStringLiteral("That was too soon after the last failure. Wait and try again.")),
        verdict.retryAfter};
}

SignIn::Refused failed(Error error)
{
    return {std::move(error), 0};
}

/// Of somebody who is turned away before he is looked up: `leftOut` refusals before it were not written down.
AuditEvent refusalEvent(const SignIn::Attempt &attempt, const QString &reason, qint64 leftOut)
{
    AuditEvent event = authEvent(EventKind::LoginRefused, Outcome::Failure, claimedBy(attempt.login), attempt.origin,
                                 accountNamed(attempt.login), reason);
    if (leftOut > 0)
        event.detail = QStringLiteral("%1 refused sign-ins before this one were not written down.").arg(leftOut);
    return event;
}

}  // namespace

/// A person whose sign-in is being judged, inside the transaction that will record the verdict.
struct SignIn::Known {
    const Attempt &attempt;
    const Customer &customer;
    Transaction transaction;
    QDateTime now;
    User user;
    Credential credential;

    Actor actor() const { return actorOf(user); }
};

SignIn::SignIn(Database &database, const Clock &clock, AuditLog &audit, Sessions &sessions, PasswordHasher &hasher,
               Limits limits)
    : m_database(database),
      m_clock(clock),
      m_audit(audit),
      m_sessions(sessions),
      m_hasher(hasher),
      m_byAddress(double(limits.perWindow) / limits.windowSeconds, limits.perWindow),
      m_refusalEvents(limits.windowSeconds)
{
}

SignIn::Outcome SignIn::run(const Attempt &attempt)
{
    const RateLimiter::Verdict pace = m_byAddress.take(bucketOf(attempt.origin.address), m_clock.nowUtc());
    if (!pace.allowed) return refuseForPace(attempt, pace.retryAfterSeconds);

    Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return failed(connection.error());
    const Result<Customer> customer = CustomerTable(*connection).bySlug(attempt.customer);
    if (!customer && customer.error().code != Errc::NotFound) return failed(customer.error());
    if (customer && m_gate) {
        const Result<AddressGate::Verdict> gate = m_gate->atSignIn(customer->id, attempt.origin.address);
        if (!gate) return failed(gate.error());
        if (gate->state != AddressGate::State::Open) return refuseForAddress(attempt, *customer, *gate);
    }
    QByteArray hash;
    QString userId;
    if (customer) {
        const Result<User> user = UserTable(*connection).byLogin(customer->id, attempt.login);
        if (!user && user.error().code != Errc::NotFound) return failed(user.error());
        if (user) {
            const Result<Credential> credential = CredentialTable(*connection).ofUser(user->id);
            if (!credential) return failed(credential.error());
            userId = user->id;
            hash = credential->passwordHash;
        }
    }

    const Result<bool> matches = m_hasher.verify(hash, attempt.password);
    if (!matches) return Refused{matches.error(), 5};
    if (!customer) return wrong();
    if (userId.isEmpty()) return judgeUnknown(attempt, *customer);
    if (m_due)
        if (const Result<bool> gone = m_due->carryOutDue(customer->id, userId); !gone) return failed(gone.error());
    QByteArray newHash;
    if (*matches && m_hasher.outdated(hash)) {
        const Result<QByteArray> renewed = m_hasher.hash(attempt.password);
        if (renewed) newHash = *renewed;
    }
    return judgeKnown(attempt, *customer, userId, *matches, newHash);
}

SignIn::Outcome SignIn::refuseForPace(const Attempt &attempt, int retryAfter)
{
    const Refused refused{makeError(Errc::RateLimited, QStringLiteral("There were too many sign-ins from this address. "
                                                                      "Wait and try again.")),
                          retryAfter};
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return failed(connection.error());
    const Result<Customer> customer = CustomerTable(*connection).bySlug(attempt.customer);
    if (!customer) return refused;
    const std::optional<qint64> leftOut = m_refusalEvents.take(customer->id, bucketOf(attempt.origin.address),
                                                               QStringLiteral("rate_limited"), m_clock.nowUtc());
    if (!leftOut) return refused;
    const Result<quint64> written =
        m_audit.append(customer->id, refusalEvent(attempt, QStringLiteral("rate_limited"), *leftOut));
    if (!written) return failed(written.error());
    return refused;
}

SignIn::Outcome SignIn::refuseForAddress(const Attempt &attempt, const Customer &customer,
                                         const AddressGate::Verdict &verdict)
{
    const bool blocked = verdict.state == AddressGate::State::Blocked;
    const Refused refused =
        blocked ? Refused{makeError(Errc::RateLimited, QStringLiteral("This address is blocked after too many failed "
                                                                      "sign-ins. Try again later, or ask an "
                                                                      "administrator.")),
                          verdict.retryAfter}
                : failed(makeError(Errc::Forbidden, QStringLiteral("Nobody may sign in from this address. Use a "
                                                                   "network that your company has listed, or ask an "
                                                                   "administrator.")));
    const QString reason = blocked ? QStringLiteral("address_blocked") : QStringLiteral("address_not_allowed");
    const std::optional<qint64> leftOut =
        m_refusalEvents.take(customer.id, bucketOf(attempt.origin.address), reason, m_clock.nowUtc());
    if (blocked && !leftOut) return refused;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return failed(transaction.error());
    if (leftOut) {
        const Result<quint64> written =
            m_audit.append(*transaction, customer.id, refusalEvent(attempt, reason, *leftOut));
        if (!written) return failed(written.error());
    }
    if (!blocked)
        if (Result<void> counted = offended(*transaction, customer.id, attempt); !counted)
            return failed(counted.error());
    if (Result<void> saved = transaction->commit(); !saved) return failed(saved.error());
    return refused;
}

Result<void> SignIn::offended(const Transaction &transaction, const QString &customerId, const Attempt &attempt)
{
    return m_gate ? m_gate->offended(transaction, customerId, attempt.origin, attempt.login) : Result<void>();
}

SignIn::Outcome SignIn::judgeUnknown(const Attempt &attempt, const Customer &customer)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return failed(transaction.error());
    const QDateTime now = m_clock.nowUtc();
    const FailureLedger::Entry entry = m_ledger.of(customer.id, attempt.login);
    const policy::LockoutVerdict verdict =
        policy::lockout(entry.failures, entry.lastFailureAt, customer.passwordPolicy, now);
    const bool allowed = verdict.state == policy::LockoutState::Allow;
    if (allowed) m_ledger.failed(customer.id, attempt.login, now);
    const Result<quint64> written =
        m_audit.append(*transaction, customer.id,
                       authEvent(allowed ? EventKind::LoginFailed : EventKind::LoginRefused, lw::Outcome::Failure,
                                 claimedBy(attempt.login), attempt.origin, accountNamed(attempt.login),
                                 QStringLiteral("no_such_user")));
    if (!written) return failed(written.error());
    if (Result<void> counted = offended(*transaction, customer.id, attempt); !counted) return failed(counted.error());
    if (Result<void> saved = transaction->commit(); !saved) return failed(saved.error());
    return allowed ? wrong() : wait(verdict);
}

SignIn::Outcome SignIn::judgeKnown(const Attempt &attempt, const Customer &customer, const QString &userId,
                                   bool matches, const QByteArray &newHash)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return failed(transaction.error());
    // Read again: while the password was computed, others may have failed, changed it, or been locked.
    Result<User> user = UserTable(transaction->connection()).byId(customer.id, userId);
    if (!user) return failed(user.error());
    Result<Credential> credential = CredentialTable(transaction->connection()).ofUser(userId);
    if (!credential) return failed(credential.error());
    Known known{attempt, customer, std::move(*transaction), m_clock.nowUtc(), std::move(*user), std::move(*credential)};
    if (Result<void> lifted = liftEndedLock(known); !lifted) return failed(lifted.error());

    const auto event = [&known](EventKind kind, const char *reason) {
        return authEvent(kind, lw::Outcome::Failure, known.actor(), known.attempt.origin, accountOf(known.user),
                         QLatin1String(reason));
    };
    switch (policy::maySignIn(known.user, known.now)) {
        case policy::SignIn::Disabled:
            // Only who knows the password learns that the account is disabled.
            return refuse(known, event(EventKind::LoginRefused, "account_disabled"),
                          matches ? failed(makeError(Errc::Forbidden, QStringLiteral("The account is disabled. Ask an "
                                                                                     "administrator.")))
                                  : wrong());
        case policy::SignIn::Locked: {
            const qint64 seconds =
                known.user.lockedUntil.isValid() ? (known.now.msecsTo(known.user.lockedUntil) + 999) / 1000 : 0;
            return refuse(known, event(EventKind::LoginRefused, "account_locked"),
                          wait({policy::LockoutState::LockedUntil, known.user.lockedUntil, static_cast<int>(seconds)}));
        }
        case policy::SignIn::Allow: break;
    }
    const policy::LockoutVerdict pace =
        policy::lockout(known.credential.failures, known.credential.lastFailureAt, customer.passwordPolicy, known.now);
    if (pace.state != policy::LockoutState::Allow)
        return refuse(known, event(EventKind::LoginRefused, "too_soon"), wait(pace));
    if (!matches) return countFailure(known, event(EventKind::LoginFailed, "wrong_password"), wrong());

    const Result<bool> fits =
        certificateFits(known.transaction.connection(), known.user, customer, attempt.clientFingerprint);
    if (!fits) return failed(fits.error());
    if (!*fits)
        return refuse(known, event(EventKind::LoginRefused, "certificate_missing"), failed(certificateMissing()));

    std::vector<AuditEvent> events;
    if (known.user.mfa == MfaKind::Totp) {
        if (attempt.totp.isEmpty())
            return Refused{makeError(Errc::Unauthorized, QStringLiteral("Enter the code of the authenticator app."),
                                     protocol::fieldTotp),
                           0};
        const Result<bool> right = checkCode(known, events);
        if (!right) return failed(right.error());
        if (!*right)
            return countFailure(known, event(EventKind::MfaFailed, "wrong_code"),
                                failed(makeError(Errc::Unauthorized,
                                                 QStringLiteral("The code is wrong or was used already. Wait for the "
                                                                "next one."),
                                                 protocol::fieldTotp)));
    }
    return grant(known, std::move(events), newHash);
}

Result<policy::SignIn> SignIn::standing(const QString &customerId, const QString &userId)
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<User> user = UserTable(*connection).byId(customerId, userId);
    if (!user) return user.error();
    return policy::maySignIn(*user, m_clock.nowUtc());
}

Result<void> SignIn::liftEndedLock(Known &known)
{
    if (known.user.status != UserStatus::Locked || policy::maySignIn(known.user, known.now) != policy::SignIn::Allow)
        return {};
    known.user.status = UserStatus::Active;
    known.user.lockedUntil = {};
    if (Result<void> stored = UserTable(known.transaction.connection()).update(known.user); !stored) return stored;
    const Result<quint64> written =
        m_audit.append(known.transaction, known.customer.id,
                       authEvent(EventKind::AccountUnlocked, lw::Outcome::Success, backEndItself(), Origin(),
                                 accountOf(known.user), QStringLiteral("lock_ended")));
    if (!written) return written.error();
    return {};
}

Result<bool> SignIn::checkCode(Known &known, std::vector<AuditEvent> &events)
{
    QByteArray code = known.attempt.totp.toLatin1();
    if (const std::optional<Secret> recovery = readRecoveryCode(code)) {
        wipe(code);
        return useRecoveryCode(known, *recovery, events);
    }
    const std::optional<qint64> step =
        policy::verifyTotp(known.credential.totpSecret, code, known.now, known.credential.totpLastStep);
    wipe(code);
    if (!step) return false;
    if (Result<void> stored = CredentialTable(known.transaction.connection()).setTotpStep(known.user.id, *step);
        !stored)
        return stored.error();
    events.push_back(authEvent(EventKind::MfaSucceeded, lw::Outcome::Success, known.actor(), known.attempt.origin,
                               accountOf(known.user)));
    return true;
}

Result<bool> SignIn::useRecoveryCode(Known &known, const Secret &code, std::vector<AuditEvent> &events)
{
    MfaTable table(known.transaction.connection());
    const Result<QList<RecoveryCodeRow>> rows = table.codes(known.user.id);
    if (!rows) return rows.error();
    QList<RecoveryCodeRow> good;
    QList<QByteArray> hashes;
    for (const RecoveryCodeRow &row : *rows) {
        if (row.usedAt.isValid()) continue;
        good.append(row);
        hashes.append(row.codeHash);
    }
    const Result<std::optional<qsizetype>> match = matchRecoveryCode(code, hashes);
    if (!match) return match.error();
    if (!*match) return false;
    const Result<bool> used = table.use(known.user.id, good[**match].number, known.now);
    if (!used || !*used) return used;
    AuditEvent event = authEvent(EventKind::RecoveryCodeUsed, lw::Outcome::Success, known.actor(), known.attempt.origin,
                                 accountOf(known.user));
    event.detail = QStringLiteral("%1 of %2 recovery codes are left.").arg(good.size() - 1).arg(rows->size());
    events.push_back(std::move(event));
    return true;
}

SignIn::Outcome SignIn::refuse(Known &known, AuditEvent event, Refused refused)
{
    const Result<quint64> written = m_audit.append(known.transaction, known.customer.id, std::move(event));
    if (!written) return failed(written.error());
    Result<void> counted = offended(known.transaction, known.customer.id, known.attempt);
    if (!counted) return failed(counted.error());
    if (Result<void> saved = known.transaction.commit(); !saved) return failed(saved.error());
    return refused;
}

SignIn::Outcome SignIn::countFailure(Known &known, AuditEvent event, Refused refused)
{
    Result<std::vector<AuditEvent>> events =
        countFailureOf(known.transaction, known.user, known.customer.passwordPolicy, known.credential.failures,
                       known.attempt.origin, known.now);
    if (!events) return failed(events.error());
    events->insert(events->begin(), std::move(event));
    const Result<quint64> written =
        m_audit.append(known.transaction, known.customer.id, std::span<const AuditEvent>(*events));
    if (!written) return failed(written.error());
    Result<void> counted = offended(known.transaction, known.customer.id, known.attempt);
    if (!counted) return failed(counted.error());
    if (Result<void> saved = known.transaction.commit(); !saved) return failed(saved.error());
    return refused;
}

SignIn::Outcome SignIn::grant(Known &known, std::vector<AuditEvent> events, const QByteArray &newHash)
{
    const QSqlDatabase &connection = known.transaction.connection();
    CredentialTable credentials(connection);
    if (Result<void> stored = credentials.setFailures(known.user.id, 0, {}); !stored) return failed(stored.error());
    if (!newHash.isEmpty())
        if (Result<void> stored = credentials.setPasswordHash(known.user.id, newHash); !stored)
            return failed(stored.error());
    known.user.lastLoginAt = known.now;
    if (Result<void> stored = UserTable(connection).update(known.user); !stored) return failed(stored.error());
    Result<Sessions::Opened> opened =
        m_sessions.open(known.transaction, known.customer.id, known.user.id, known.attempt.origin);
    if (!opened) return failed(opened.error());
    events.push_back(authEvent(EventKind::LoginSucceeded, lw::Outcome::Success, known.actor(), known.attempt.origin,
                               sessionNamed(opened->id)));
    const Result<quint64> written =
        m_audit.append(known.transaction, known.customer.id, std::span<const AuditEvent>(events));
    if (!written) return failed(written.error());
    if (Result<void> saved = known.transaction.commit(); !saved) return failed(saved.error());
    return Granted{std::move(*opened),
                   policy::passwordAge(known.user, known.customer.passwordPolicy, known.now).mustChange,
                   policy::mfaMissing(known.user, known.customer)};
}

Result<std::vector<AuditEvent>> countFailureOf(const Transaction &transaction, User &user, const PasswordPolicy &policy,
                                               int failuresSoFar, const Origin &origin, const QDateTime &now)
{
    const int failures = failuresSoFar + 1;
    if (Result<void> stored = CredentialTable(transaction.connection()).setFailures(user.id, failures, now); !stored)
        return stored.error();
    std::vector<AuditEvent> events;
    if (!policy::locksAt(failures, policy)) return events;
    user.status = UserStatus::Locked;
    user.lockedUntil = policy::lockout(failures, now, policy, now).until;
    if (Result<void> stored = UserTable(transaction.connection()).update(user); !stored) return stored.error();
    events.push_back(authEvent(EventKind::AccountLocked, Outcome::Success, backEndItself(), origin, accountOf(user),
                               QStringLiteral("too_many_failures")));
    return events;
}

}  // namespace lw::server
