// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/credentialtable.h"

#include "server/store/statement.h"

namespace lw::server {

namespace {

QVariant secretColumn(const Secret &secret)
{
    return secret.isEmpty() ? QVariant(QMetaType(QMetaType::QByteArray)) : QVariant(secret.toByteArray());
}

}  // namespace

Result<void> CredentialTable::insert(const QString &userId, const Credential &credential)
{
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO credentials (user_id, password_hash, totp_secret, totp_last_step,"
                                    " failures, last_failure_at) VALUES (?, ?, ?, ?, ?, ?)"),
                     QStringLiteral("store the credentials"));
    const QVariant step =
        credential.totpLastStep ? QVariant(*credential.totpLastStep) : QVariant(QMetaType(QMetaType::LongLong));
    return insert.run(userId, QString::fromLatin1(credential.passwordHash), secretColumn(credential.totpSecret), step,
                      credential.failures, toColumn(credential.lastFailureAt));
}

Result<Credential> CredentialTable::ofUser(const QString &userId) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT password_hash, totp_secret, totp_last_step, failures, last_failure_at"
                                    " FROM credentials WHERE user_id = ?"),
                     QStringLiteral("read the credentials"));
    if (Result<void> ran = select.run(userId); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    if (!*row) return makeError(Errc::NotFound, QStringLiteral("This user has no credentials."));
    Credential credential;
    credential.passwordHash = select.value(0).toString().toLatin1();
    QByteArray secret = select.value(1).toByteArray();
    credential.totpSecret = toSecret(secret);
    wipe(secret);
    if (!select.value(2).isNull()) credential.totpLastStep = select.value(2).toLongLong();
    credential.failures = select.value(3).toInt();
    credential.lastFailureAt = instantOf(select.value(4));
    return credential;
}

Result<void> CredentialTable::setFailures(const QString &userId, int failures, const QDateTime &lastFailureAt)
{
    Statement update(m_connection,
                     QStringLiteral("UPDATE credentials SET failures = ?, last_failure_at = ? WHERE user_id = ?"),
                     QStringLiteral("count the failures"));
    return update.run(failures, toColumn(lastFailureAt), userId);
}

Result<void> CredentialTable::setTotpStep(const QString &userId, qint64 step)
{
    Statement update(m_connection, QStringLiteral("UPDATE credentials SET totp_last_step = ? WHERE user_id = ?"),
                     QStringLiteral("use the code up"));
    return update.run(step, userId);
}

Result<void> CredentialTable::setTotpSecret(const QString &userId, const Secret &secret)
{
    Statement update(m_connection,
                     QStringLiteral("UPDATE credentials SET totp_secret = ?, totp_last_step = NULL WHERE user_id = ?"),
                     QStringLiteral("enrol the second factor"));
    return update.run(secretColumn(secret), userId);
}

Result<void> CredentialTable::setPasswordHash(const QString &userId, const QByteArray &hash)
{
    Statement update(m_connection, QStringLiteral("UPDATE credentials SET password_hash = ? WHERE user_id = ?"),
                     QStringLiteral("store the password"));
    return update.run(QString::fromLatin1(hash), userId);
}

Result<void> CredentialTable::replacePassword(const QString &userId, const QByteArray &hash, const QDateTime &now,
                                              int keep)
{
    const auto doing = QStringLiteral("store the password");
    Statement retire(m_connection,
                     QStringLiteral("INSERT INTO password_history (user_id, retired_at, number, password_hash)"
                                    " SELECT user_id, ?, (SELECT coalesce(max(number), 0) + 1 FROM password_history"
                                    " WHERE user_id = ?), password_hash FROM credentials"
                                    " WHERE user_id = ? AND password_hash <> ''"),
                     doing);
    if (Result<void> ran = retire.run(toColumn(now), userId, userId); !ran) return ran;
    Statement prune(m_connection,
                    QStringLiteral("DELETE FROM password_history WHERE user_id = ? AND number <="
                                   " (SELECT max(number) FROM password_history WHERE user_id = ?) - ?"),
                    doing);
    if (Result<void> ran = prune.run(userId, userId, keep); !ran) return ran;
    return setPasswordHash(userId, hash);
}

Result<QList<QByteArray>> CredentialTable::history(const QString &userId, int limit) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT password_hash FROM password_history WHERE user_id = ?"
                                    " ORDER BY number DESC LIMIT ?"),
                     QStringLiteral("read the former passwords"));
    if (Result<void> ran = select.run(userId, limit); !ran) return ran.error();
    QList<QByteArray> hashes;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return hashes;
        hashes.append(select.value(0).toString().toLatin1());
    }
}

}  // namespace lw::server
