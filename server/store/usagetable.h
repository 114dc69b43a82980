// SPDX-License-Identifier: GPL-3.0-or-later
// The table spend_usage: what was spent in each day and week, of the customer (number empty) and of each number.
// Amounts are millionths of the customer's currency.
#pragma once

#include "core/domain/spend.h"
#include "core/util/result.h"

#include <QSqlDatabase>

namespace lw::server {

class UsageTable {
  public:
    explicit UsageTable(const QSqlDatabase &connection) : m_connection(connection) {}

    /// Fills spent, forgiven and calls of `usage`, which names number, period and start.
    Result<void> fill(const QString &customerId, SpendUsage &usage) const;
    /// Of all numbers and the customer, in the order of the numbers.
    Result<QList<SpendUsage>> of(const QString &customerId, SpendPeriod period, const QDateTime &start) const;
    /// Counts a call.
    Result<void> add(const QString &customerId, const SpendUsage &where, Decimal cost);
    Result<void> forgive(const QString &customerId, const SpendUsage &where, Decimal forgiven);

  private:
    QSqlDatabase m_connection;
};

}  // namespace lw::server
