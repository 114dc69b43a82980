// SPDX-License-Identifier: GPL-3.0-or-later
// The tables credentials and password_history: what proves who somebody is. Passwords only as Argon2id strings.
#pragma once

#include "core/util/result.h"
#include "core/util/secret.h"

#include <QDateTime>
#include <QSqlDatabase>

#include <optional>

namespace lw::server {

struct Credential {
    QByteArray passwordHash;             ///< Argon2id in its text form; empty: no password opens the account
    Secret totpSecret;                   ///< empty: not enrolled
    std::optional<qint64> totpLastStep;  ///< the step of the last code that was used up
    int failures = 0;                    ///< in a row
    QDateTime lastFailureAt;
};

class CredentialTable {
  public:
    explicit CredentialTable(const QSqlDatabase &connection) : m_connection(connection) {}

    Result<void> insert(const QString &userId, const Credential &credential);
    Result<Credential> ofUser(const QString &userId) const;

    Result<void> setFailures(const QString &userId, int failures, const QDateTime &lastFailureAt);
    Result<void> setTotpStep(const QString &userId, qint64 step);
    Result<void> setTotpSecret(const QString &userId, const Secret &secret);
    /// Only the hash: the same password under other cost parameters.
    Result<void> setPasswordHash(const QString &userId, const QByteArray &hash);
    /// A new password: the present hash moves to the history, of which the last `keep` stay.
    Result<void> replacePassword(const QString &userId, const QByteArray &hash, const QDateTime &now, int keep);
    /// Hashes of former passwords, the latest first.
    Result<QList<QByteArray>> history(const QString &userId, int limit) const;

  private:
    QSqlDatabase m_connection;
};

}  // namespace lw::server
