// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/passwordchange.h"

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
    : m_database(database),
      m_clock(clock),
      m_audit(audit),
      m_sessions(sessions),
      m_hasher(hasher),
      m_proof(database, clock, audit, hasher)
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
    const PasswordProof::Asked asked{wish.current, wish.origin, EventKind::PasswordChangeFailed,
                                     QStringLiteral("current")};
    const Result<Credential> credential = m_proof.check(principal, *customer, asked);
    if (!credential) return credential.error();

    const policy::StrengthVerdict strength =
        policy::judgePassword(QByteArrayView(wish.next.constData(), wish.next.size()), customer->passwordPolicy,
                              {user->login, user->displayName, customer->name, customer->slug});
    if (!strength.accepted())
        return m_proof.refuse(
            principal, asked, QString(policy::passwordRuleName(strength.failed.front())),
            makeError(Errc::InvalidInput, ruleSentence(strength.failed.front(), customer->passwordPolicy),
                      QStringLiteral("next")));
    const Result<bool> used = sameSecret(wish.next, wish.current)
                                  ? Result<bool>(true)
                                  : usedBefore(user->id, wish.next, customer->passwordPolicy.history);
    if (!used) return used.error();
    if (*used)
        return m_proof.refuse(
            principal, asked, QStringLiteral("reused"),
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
    current->passwordDueAt = {};  // an administrator's date is met
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

}  // namespace lw::server
