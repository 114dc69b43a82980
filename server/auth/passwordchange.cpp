// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/passwordchange.h"

#include "core/policy/lockout.h"
#include "core/policy/passwordstrength.h"
#include "server/auth/authevents.h"
#include "server/store/customertable.h"
#include "server/store/usertable.h"

#include <QSqlDatabase>

namespace lw::server {

namespace {

QString ruleSentence(policy::PasswordRule rule, const PasswordPolicy &policy)
{
    switch (rule) {
        case policy::PasswordRule::TooShort:
            return QStringLiteral("The new password needs at least %1 characters.")
                .arg(std::max(policy.minLength, passwordLengthFloor));
        case policy::PasswordRule::TooLong:
            return QStringLiteral("The new password may have at most %1 characters.")
                .arg(policy::passwordLengthCeiling);
        case policy::PasswordRule::TooWeak:
            return QStringLiteral("The new password is too easy to guess. Use several unrelated words.");
        case policy::PasswordRule::PersonalWord:
            return QStringLiteral("The new password must not be made of your own name or login.");
        case policy::PasswordRule::ControlCharacter:
            return QStringLiteral("The new password must not hold control characters.");
        case policy::PasswordRule::BrokenText: return QStringLiteral("The new password is not valid text.");
    }
    return {};
}

}  // namespace

PasswordChange::PasswordChange(Database &database, const Clock &clock, AuditLog &audit, Sessions &sessions,
                               PasswordHasher &hasher)
    : m_database(database), m_clock(clock), m_audit(audit), m_sessions(sessions), m_hasher(hasher)
{
}

Result<void> PasswordChange::run(const Principal &principal, const Wish &wish, const AlsoStore &alsoStore)
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<Customer> customer = CustomerTable(*connection).byId(principal.customerId);
    if (!customer) return customer.error();
    const Result<User> user = UserTable(*connection).byId(customer->id, principal.userId);
    if (!user) return user.error();
    const Result<Credential> credential = CredentialTable(*connection).ofUser(principal.userId);
    if (!credential) return credential.error();

    // A stolen session must not be a way to guess the password faster than at the sign-in.
    const policy::LockoutVerdict pace =
        policy::lockout(credential->failures, credential->lastFailureAt, customer->passwordPolicy, m_clock.nowUtc());
    if (pace.state != policy::LockoutState::Allow)
        return refuse(
            principal, wish, QStringLiteral("too_soon"),
            makeError(Errc::AccountLocked, QStringLiteral("There were too many wrong passwords. Try again in %1 "
                                                          "seconds.")
                                               .arg(pace.retryAfter)));
    const Result<bool> matches = m_hasher.verify(credential->passwordHash, wish.current);
    if (!matches) return matches.error();
    if (!*matches) return wrongCurrent(principal, *customer, wish);

    const policy::StrengthVerdict strength =
        policy::judgePassword(QByteArrayView(wish.next.constData(), wish.next.size()), customer->passwordPolicy,
                              {user->login, user->displayName, customer->name, customer->slug});
    if (!strength.accepted())
        return refuse(principal, wish, QString(policy::passwordRuleName(strength.failed.front())),
                      makeError(Errc::InvalidInput, ruleSentence(strength.failed.front(), customer->passwordPolicy),
                                QStringLiteral("next")));
    const Result<bool> used = wish.next == wish.current
                                  ? Result<bool>(true)
                                  : usedBefore(user->id, wish.next, customer->passwordPolicy.history);
    if (!used) return used.error();
    if (*used)
        return refuse(
            principal, wish, QStringLiteral("reused"),
            makeError(Errc::InvalidInput,
                      QStringLiteral("The new password was used before. Choose one that is not among the last %1.")
                          .arg(customer->passwordPolicy.history),
                      QStringLiteral("next")));
    const Result<QByteArray> hash = m_hasher.hash(wish.next);
    if (!hash) return hash.error();

    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const QDateTime now = m_clock.nowUtc();
    Result<User> current = UserTable(transaction->connection()).byId(customer->id, user->id);
    if (!current) return current.error();
    const Result<Credential> present = CredentialTable(transaction->connection()).ofUser(user->id);
    if (!present) return present.error();
    if (present->passwordHash != credential->passwordHash)
        return makeError(Errc::Conflict,
                         QStringLiteral("The password was changed elsewhere meanwhile. Sign in again."));
    CredentialTable credentials(transaction->connection());
    if (Result<void> stored = credentials.replacePassword(user->id, *hash, now, customer->passwordPolicy.history);
        !stored)
        return stored;
    if (Result<void> stored = credentials.setFailures(user->id, 0, {}); !stored) return stored;
    current->passwordChangedAt = now;
    current->mustChangePassword = false;
    if (Result<void> stored = UserTable(transaction->connection()).update(*current); !stored) return stored;
    const Result<quint64> written = m_audit.append(
        *transaction, customer->id,
        authEvent(EventKind::PasswordChanged, Outcome::Success, actorOf(principal), wish.origin, accountOf(*current)));
    if (!written) return written.error();
    const Result<int> ended = m_sessions.endOthers(*transaction, *current, principal.sessionId, wish.origin,
                                                   QStringLiteral("password_changed"));
    if (!ended) return ended.error();
    if (Result<void> stored = alsoStore(*transaction); !stored) return stored;
    return transaction->commit();
}

Result<bool> PasswordChange::usedBefore(const QString &userId, const Secret &next, int history)
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<QList<QByteArray>> former = CredentialTable(*connection).history(userId, history);
    if (!former) return former.error();
    for (const QByteArray &hash : *former) {
        const Result<bool> same = m_hasher.verify(hash, next);
        if (!same || *same) return same;
    }
    return false;
}

Result<void> PasswordChange::refuse(const Principal &principal, const Wish &wish, const QString &reason, Error error)
{
    const ObjectRef account{QStringLiteral("account"), principal.userId, principal.login};
    const Result<quint64> written = m_audit.append(
        principal.customerId,
        authEvent(EventKind::PasswordChangeFailed, Outcome::Failure, actorOf(principal), wish.origin, account, reason));
    if (!written) return written.error();
    return error;
}

Result<void> PasswordChange::wrongCurrent(const Principal &principal, const Customer &customer, const Wish &wish)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    Result<User> user = UserTable(transaction->connection()).byId(customer.id, principal.userId);
    if (!user) return user.error();
    const Result<Credential> credential = CredentialTable(transaction->connection()).ofUser(principal.userId);
    if (!credential) return credential.error();
    Result<std::vector<AuditEvent>> events = countFailureOf(*transaction, *user, customer.passwordPolicy,
                                                            credential->failures, wish.origin, m_clock.nowUtc());
    if (!events) return events.error();
    events->insert(events->begin(), authEvent(EventKind::PasswordChangeFailed, Outcome::Failure, actorOf(principal),
                                              wish.origin, accountOf(*user), QStringLiteral("wrong_password")));
    const Result<quint64> written = m_audit.append(*transaction, customer.id, std::span<const AuditEvent>(*events));
    if (!written) return written.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved;
    return makeError(Errc::InvalidInput, QStringLiteral("The present password is wrong."), QStringLiteral("current"));
}

}  // namespace lw::server
