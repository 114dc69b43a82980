// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/passwordproof.h"

#include "core/policy/lockout.h"
#include "server/auth/authevents.h"
#include "server/auth/signin.h"
#include "server/store/usertable.h"

#include <QSqlDatabase>

namespace lw::server {

PasswordProof::PasswordProof(Database &database, const Clock &clock, AuditLog &audit, PasswordHasher &hasher)
    : m_database(database), m_clock(clock), m_audit(audit), m_hasher(hasher)
{
}

Result<Credential> PasswordProof::check(const Principal &principal, const Customer &customer, const Asked &asked)
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    Result<Credential> credential = CredentialTable(*connection).ofUser(principal.userId);
    if (!credential) return credential;
    const policy::LockoutVerdict pace =
        policy::lockout(credential->failures, credential->lastFailureAt, customer.passwordPolicy, m_clock.nowUtc());
    if (pace.state != policy::LockoutState::Allow)
        return refuse(
            principal, asked, QStringLiteral("too_soon"),
            makeError(Errc::AccountLocked, QStringLiteral("There were too many wrong passwords. Try again in %1 "
                                                          "seconds.")
                                               .arg(pace.retryAfter)));
    const Result<bool> matches = m_hasher.verify(credential->passwordHash, asked.password);
    if (!matches) return matches.error();
    if (!*matches) return wrong(principal, customer, asked);
    return credential;
}

Error PasswordProof::refuse(const Principal &principal, const Asked &asked, const QString &reason, Error error)
{
    const ObjectRef account{QStringLiteral("account"), principal.userId, principal.login};
    const Result<quint64> written =
        m_audit.append(principal.customerId,
                       authEvent(asked.failure, Outcome::Failure, actorOf(principal), asked.origin, account, reason));
    return written ? std::move(error) : written.error();
}

Error PasswordProof::wrong(const Principal &principal, const Customer &customer, const Asked &asked)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    Result<User> user = UserTable(transaction->connection()).byId(customer.id, principal.userId);
    if (!user) return user.error();
    const Result<Credential> credential = CredentialTable(transaction->connection()).ofUser(principal.userId);
    if (!credential) return credential.error();
    Result<std::vector<AuditEvent>> events = countFailureOf(*transaction, *user, customer.passwordPolicy,
                                                            credential->failures, asked.origin, m_clock.nowUtc());
    if (!events) return events.error();
    events->insert(events->begin(), authEvent(asked.failure, Outcome::Failure, actorOf(principal), asked.origin,
                                              accountOf(*user), QStringLiteral("wrong_password")));
    const Result<quint64> written = m_audit.append(*transaction, customer.id, std::span<const AuditEvent>(*events));
    if (!written) return written.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return makeError(Errc::InvalidInput, QStringLiteral("The present password is wrong."), asked.field);
}

}  // namespace lw::server
