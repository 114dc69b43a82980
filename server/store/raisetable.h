// SPDX-License-Identifier: GPL-3.0-or-later
// The table spend_raises: other limits for a while. Amounts are millionths of the customer's currency.
#pragma once

#include "core/domain/spend.h"
#include "core/util/result.h"

#include <QSqlDatabase>

namespace lw::server {

class RaiseTable {
  public:
    explicit RaiseTable(const QSqlDatabase &connection) : m_connection(connection) {}

    /// Those that end after `now`, by their start.
    Result<QList<TemporaryRaise>> notEnded(const QString &customerId, const QDateTime &now) const;
    Result<void> insert(const QString &customerId, const TemporaryRaise &raise);
    /// Ends it; Errc::NotFound, for another customer's too.
    Result<void> end(const QString &customerId, const QString &id, const QDateTime &now);

  private:
    QSqlDatabase m_connection;
};

}  // namespace lw::server
