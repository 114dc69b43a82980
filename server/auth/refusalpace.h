// SPDX-License-Identifier: GPL-3.0-or-later
// Which refusals become events of their own: whoever is turned away costs nothing to turn away again, and must not be
// able to fill a customer's log. One event a window for an address and a reason, so many a minute for a customer; what
// was left out is counted in the next one.
#pragma once

#include "server/http/ratelimit.h"

#include <optional>

namespace lw::server {

class RefusalPace {
  public:
    explicit RefusalPace(int windowSeconds);

    /// How many of the customer's refusals were left out since the last event; nullopt: leave this one out as well.
    std::optional<qint64> take(const QString &customerId, const QString &bucket, const QString &reason,
                               const QDateTime &nowUtc);

  private:
    RateLimiter m_byAddress;
    RateLimiter m_byCustomer;
    std::mutex m_mutex;
    QHash<QString, qint64> m_leftOut;  ///< by customer
};

}  // namespace lw::server
