// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/secondfactor.h"

#include "core/policy/rolerules.h"
#include "core/policy/totp.h"
#include "server/auth/authevents.h"
#include "server/auth/recoverycodes.h"
#include "server/store/customertable.h"
#include "server/store/mfatable.h"
#include "server/store/roletable.h"
#include "server/store/usertable.h"

#include <QUrl>

namespace lw::server {

namespace {

constexpr int secretBytes = 20;  // what RFC 4226 4 recommends, and every app takes

/// RFC 4648 6, without padding: 20 bytes are 32 characters.
Secret base32(const Secret &bytes)
{
    constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    Secret text((bytes.size() * 8 + 4) / 5);
    quint32 buffer = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < bytes.size(); ++i) {
        buffer = (buffer << 8 | static_cast<unsigned char>(bytes.at(i))) & 0xfff;
        for (bits += 8; bits >= 5; bits -= 5)
            text[at++] = letters[(buffer >> (bits - 5)) & 31];
    }
    if (bits > 0) text[at] = letters[(buffer << (5 - bits)) & 31];
    return text;
}

Secret uriOf(const Secret &text, const Principal &principal)
{
    const QByteArray account = QUrl::toPercentEncoding(principal.login + QLatin1Char('@') + principal.customerSlug);
    Secret uri = toSecret("otpauth://totp/Linewarden:" + account + "?secret=");
    uri.append(text);
    uri.append(toSecret("&issuer=Linewarden&algorithm=SHA1&digits=6&period=30"));
    return uri;
}

QJsonObject factorRecord(const User &user)
{
    return {{QStringLiteral("mfa"), QString(mfaKindName(user.mfa))}};
}

Error nothingBegun()
{
    return makeError(Errc::Conflict,
                     QStringLiteral("Setting up the second factor was not begun, or too long ago. Begin "
                                    "anew."));
}

}  // namespace

SecondFactor::SecondFactor(Database &database, const Clock &clock, AuditLog &audit, Sessions &sessions,
                           PasswordHasher &hasher)
    : m_database(database),
      m_clock(clock),
      m_audit(audit),
      m_sessions(sessions),
      m_proof(database, clock, audit, hasher)
{
}

Result<SecondFactor::Begun> SecondFactor::begin(const Principal &principal, const AlsoStore &alsoStore)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const Result<User> user = UserTable(transaction->connection()).byId(principal.customerId, principal.userId);
    if (!user) return user.error();
    if (user->mfa != MfaKind::None)
        return makeError(Errc::Conflict,
                         QStringLiteral("There is a second factor already. Remove it before you set up another."));
    const PendingMfa pending{randomSecret(secretBytes), m_clock.nowUtc()};
    if (Result<void> stored = MfaTable(transaction->connection()).begin(user->id, pending); !stored)
        return stored.error();
    if (Result<void> stored = alsoStore(*transaction); !stored) return stored.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    Begun begun;
    begun.secret = base32(pending.totpSecret);
    begun.uri = uriOf(begun.secret, principal);
    return begun;
}

Result<std::vector<Secret>> SecondFactor::confirm(const Principal &principal, const QString &code, const Origin &origin,
                                                  const AlsoStore &alsoStore)
{
    // Made before the store is locked: it takes a while.
    Result<RecoveryCodeSet> recovery = newRecoveryCodes();
    if (!recovery) return recovery.error();
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const QSqlDatabase &connection = transaction->connection();
    Result<User> user = UserTable(connection).byId(principal.customerId, principal.userId);
    if (!user) return user.error();
    MfaTable table(connection);
    const Result<std::optional<PendingMfa>> pending = table.pending(user->id);
    if (!pending) return pending.error();
    const QDateTime now = m_clock.nowUtc();
    if (!*pending || (*pending)->createdAt.secsTo(now) > pendingSeconds) return nothingBegun();
    const std::optional<qint64> step = policy::verifyTotp((*pending)->totpSecret, code.toLatin1(), now, std::nullopt);
    if (!step) {
        const Result<quint64> written =
            m_audit.append(*transaction, principal.customerId,
                           authEvent(EventKind::MfaFailed, Outcome::Failure, actorOf(principal), origin,
                                     accountOf(*user), QStringLiteral("wrong_code")));
        if (!written) return written.error();
        if (Result<void> saved = transaction->commit(); !saved) return saved.error();
        return makeError(Errc::InvalidInput,
                         QStringLiteral("The code is not the one of this secret and moment. Check the clock of the "
                                        "device, and enter the code that it shows now."),
                         QStringLiteral("code"));
    }
    CredentialTable credentials(connection);
    if (Result<void> stored = credentials.setTotpSecret(user->id, (*pending)->totpSecret); !stored)
        return stored.error();
    // The code was seen on its way: it opens nothing any more.
    if (Result<void> stored = credentials.setTotpStep(user->id, *step); !stored) return stored.error();
    if (Result<void> stored = table.removePending(user->id); !stored) return stored.error();
    if (Result<void> stored = table.setCodes(user->id, recovery->hashes); !stored) return stored.error();
    AuditEvent event =
        authEvent(EventKind::MfaEnrolled, Outcome::Success, actorOf(principal), origin, accountOf(*user));
    event.before = factorRecord(*user);
    user->mfa = MfaKind::Totp;
    event.after = factorRecord(*user);
    if (Result<void> stored = UserTable(connection).update(*user); !stored) return stored.error();
    const Result<quint64> written = m_audit.append(*transaction, principal.customerId, std::move(event));
    if (!written) return written.error();
    const Result<int> ended =
        m_sessions.endOthers(*transaction, *user, principal.sessionId, origin, QStringLiteral("mfa_enrolled"));
    if (!ended) return ended.error();
    if (Result<void> stored = alsoStore(*transaction); !stored) return stored.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return std::move(recovery->codes);
}

Result<void> SecondFactor::removeOwn(const Principal &principal, const Secret &password, const Origin &origin)
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<Customer> customer = CustomerTable(*connection).byId(principal.customerId);
    if (!customer) return customer.error();
    const Result<Credential> proved =
        m_proof.check(principal, *customer, {password, origin, EventKind::MfaFailed, QStringLiteral("password")});
    if (!proved) return proved.error();

    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    Result<User> user = UserTable(transaction->connection()).byId(principal.customerId, principal.userId);
    if (!user) return user.error();
    if (Result<void> stored = CredentialTable(transaction->connection()).setFailures(user->id, 0, {}); !stored)
        return stored;
    if (Result<void> removed = remove(*transaction, principal.customerId, *user, actorOf(principal), origin); !removed)
        return removed;
    const Result<int> ended =
        m_sessions.endOthers(*transaction, *user, principal.sessionId, origin, QStringLiteral("mfa_removed"));
    if (!ended) return ended.error();
    return transaction->commit();
}

Result<void> SecondFactor::reset(const Principal &principal, const QString &userId, const Origin &origin)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const QSqlDatabase &connection = transaction->connection();
    Result<User> user = UserTable(connection).byId(principal.customerId, userId);
    if (!user) return user.error();
    if (user->id == principal.userId)
        return makeError(Errc::Conflict,
                         QStringLiteral("Nobody resets the own second factor: remove it with your password, or ask "
                                        "another administrator."));
    const Result<QList<Role>> custom = RoleTable(connection).behind(principal.customerId, user->roles);
    if (!custom) return custom.error();
    if (!policy::mayManage(principal.permissions, user->roles, *custom)) {
        const Result<quint64> written =
            m_audit.append(*transaction, principal.customerId,
                           authEvent(EventKind::AccessDenied, Outcome::Failure, actorOf(principal), origin,
                                     accountOf(*user), QStringLiteral("beyond_own_permissions")));
        if (!written) return written.error();
        if (Result<void> saved = transaction->commit(); !saved) return saved;
        return makeError(Errc::Forbidden,
                         QStringLiteral("%1 holds permissions that you do not have. Ask somebody who has them, such as "
                                        "an owner.")
                             .arg(user->login));
    }
    if (user->mfa == MfaKind::None) return {};
    if (Result<void> removed = remove(*transaction, principal.customerId, *user, actorOf(principal), origin); !removed)
        return removed;
    const Result<QList<SessionRow>> open = SessionTable(connection).ofUser(user->id);
    if (!open) return open.error();
    const Result<int> ended =
        m_sessions.revoke(*transaction, *user, *open, actorOf(principal), origin, QStringLiteral("mfa_removed"));
    if (!ended) return ended.error();
    return transaction->commit();
}

Result<void> SecondFactor::remove(const Transaction &transaction, const QString &customerId, User &user,
                                  const Actor &by, const Origin &origin)
{
    const QSqlDatabase &connection = transaction.connection();
    MfaTable table(connection);
    if (Result<void> stored = table.removePending(user.id); !stored) return stored;
    if (user.mfa == MfaKind::None) return {};
    if (Result<void> stored = CredentialTable(connection).setTotpSecret(user.id, Secret()); !stored) return stored;
    if (Result<void> stored = table.setCodes(user.id, {}); !stored) return stored;
    AuditEvent event = authEvent(EventKind::MfaRemoved, Outcome::Success, by, origin, accountOf(user));
    event.before = factorRecord(user);
    user.mfa = MfaKind::None;
    event.after = factorRecord(user);
    if (Result<void> stored = UserTable(connection).update(user); !stored) return stored;
    const Result<quint64> written = m_audit.append(transaction, customerId, std::move(event));
    if (!written) return written.error();
    return {};
}

}  // namespace lw::server
