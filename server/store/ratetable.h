// SPDX-License-Identifier: GPL-3.0-or-later
// The tables rate_decks and rates: a customer's one deck. Amounts are millionths of its currency.
#pragma once

#include "core/domain/spend.h"
#include "core/util/result.h"

#include <QSqlDatabase>

#include <vector>

namespace lw::server {

struct StoredDeck {
    QString currency;
    std::vector<Rate> rates;
};

class RateTable {
  public:
    explicit RateTable(const QSqlDatabase &connection) : m_connection(connection) {}

    /// One without rates: none is loaded.
    Result<StoredDeck> deck(const QString &customerId) const;
    /// Replaces it whole; one without rates removes it.
    Result<void> replace(const QString &customerId, const QString &currency, const std::vector<Rate> &rates,
                         const QString &by, const QDateTime &now);

  private:
    QSqlDatabase m_connection;
};

}  // namespace lw::server
