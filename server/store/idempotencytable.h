// SPDX-License-Identifier: GPL-3.0-or-later
// The table idempotency: what was answered to a POST with this Idempotency-Key, a user. A repeated request gets the
// same answer and changes nothing twice.
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QSqlDatabase>

#include <optional>

namespace lw::server {

struct StoredAnswer {
    QByteArray requestHash;  ///< SHA-256 of what was asked; never of a secret
    int status = 0;
    QString contentType;
    QByteArray body;
};

class IdempotencyTable {
  public:
    explicit IdempotencyTable(const QSqlDatabase &connection) : m_connection(connection) {}
    Result<std::optional<StoredAnswer>> find(const QString &userId, const QString &key) const;
    Result<void> insert(const QString &userId, const QString &key, const StoredAnswer &answer, const QDateTime &now);
    /// Forgets answers made before `instant`.
    Result<int> removeBefore(const QDateTime &instant);

  private:
    QSqlDatabase m_connection;
};

}  // namespace lw::server
