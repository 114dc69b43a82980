// SPDX-License-Identifier: GPL-3.0-or-later
// The tables pending_mfa and recovery_codes: second factors that are being set up, and what replaces one that is lost.
// The factor in force is in credentialtable.h.
#pragma once

#include "core/util/result.h"
#include "core/util/secret.h"

#include <QDateTime>
#include <QList>
#include <QSqlDatabase>

#include <optional>

namespace lw::server {

struct PendingMfa {
    Secret totpSecret;
    QDateTime createdAt;  ///< UTC
};

struct RecoveryCodeRow {
    int number = 0;       ///< 1 to 10
    QByteArray codeHash;  ///< server/auth/recoverycodes.h says of what
    QDateTime usedAt;     ///< UTC; invalid: still good
};

class MfaTable {
  public:
    explicit MfaTable(const QSqlDatabase &connection) : m_connection(connection) {}

    /// Replaces one that was begun before.
    Result<void> begin(const QString &userId, const PendingMfa &pending);
    Result<std::optional<PendingMfa>> pending(const QString &userId) const;
    Result<void> removePending(const QString &userId);
    /// Forgets what was begun at or before `instant` and never confirmed.
    Result<int> removePendingBefore(const QDateTime &instant);

    /// Replaces all codes of the person; an empty list removes them.
    Result<void> setCodes(const QString &userId, const QList<QByteArray> &hashes);
    Result<QList<RecoveryCodeRow>> codes(const QString &userId) const;
    /// False: it was used already.
    Result<bool> use(const QString &userId, int number, const QDateTime &now);

  private:
    QSqlDatabase m_connection;
};

}  // namespace lw::server
