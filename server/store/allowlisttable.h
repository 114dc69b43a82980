// SPDX-License-Identifier: GPL-3.0-or-later
// The tables allowlists, allowed_networks and pending_allowlists: from where a customer's people and devices may
// connect, and what comes back unless a change is confirmed. A customer without a row has an empty list that is not
// enforced.
#pragma once

#include "core/domain/networkaccess.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QSqlDatabase>

#include <optional>

namespace lw::server {

/// A change that waits for its confirmation.
struct PendingRow {
    QString customerId;
    QString id;
    QString authorId;
    QString author;  ///< login name
    QDateTime appliedAt;
    QDateTime revertsAt;
    QByteArray before;  ///< the list that comes back, as JSON of the contract
};

class AllowlistTable {
  public:
    explicit AllowlistTable(const QSqlDatabase &connection) : m_connection(connection) {}

    /// Networks in the order of their text.
    Result<Allowlist> of(const QString &customerId) const;
    /// Makes the stored list this one, and touches only rows that differ.
    Result<void> replace(const QString &customerId, const Allowlist &before, const Allowlist &after);

    /// The blocking policy as JSON of the contract; empty: the default.
    Result<QByteArray> blocking(const QString &customerId) const;
    Result<void> setBlocking(const QString &customerId, const QByteArray &json);

    Result<std::optional<PendingRow>> pending(const QString &customerId) const;
    /// All of them, without `before`.
    Result<QList<PendingRow>> allPending() const;
    Result<void> insertPending(const PendingRow &row);
    /// False: it was gone already, so whoever removed it wrote the event.
    Result<bool> removePending(const QString &customerId, const QString &id);

  private:
    Result<void> setState(const QString &customerId, bool enforced, const QDateTime &since);
    QSqlDatabase m_connection;
};

}  // namespace lw::server
