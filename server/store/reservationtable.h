// SPDX-License-Identifier: GPL-3.0-or-later
// The table reservations: what calls that run may still cost. One goes when the call's record comes, or when it
// expires. Amounts are millionths of the customer's currency.
#pragma once

#include "core/domain/money.h"
#include "core/util/result.h"

#include <QDateTime>
#include <QHash>
#include <QSqlDatabase>

#include <optional>

namespace lw::server {

struct Reservation {
    QString callId;
    QString caller;
    Decimal amount;
    QDateTime madeAt;  ///< UTC, when the call first asked
    QDateTime expiresAt;
    bool operator==(const Reservation &) const = default;
};

class ReservationTable {
  public:
    explicit ReservationTable(const QSqlDatabase &connection) : m_connection(connection) {}

    /// One that has not expired; nullopt: none.
    Result<std::optional<Reservation>> find(const QString &customerId, const QString &callId,
                                            const QDateTime &now) const;
    /// Sums of those that have not expired, of all calls but one: of each number, and of the customer under "".
    Result<QHash<QString, Decimal>> sums(const QString &customerId, const QString &butCallId,
                                         const QDateTime &now) const;
    /// Of one number; empty: of the customer.
    Result<Decimal> sum(const QString &customerId, const QString &number, const QString &butCallId,
                        const QDateTime &now) const;
    Result<void> set(const QString &customerId, const Reservation &reservation);
    Result<void> remove(const QString &customerId, const QString &callId);
    Result<bool> anyExpired(const QDateTime &now) const;
    /// How many went.
    Result<int> removeExpired(const QDateTime &now);

  private:
    QSqlDatabase m_connection;
};

}  // namespace lw::server
