// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/refusalpace.h"

namespace lw::server {

namespace {

constexpr int eventsAMinute = 60;

}  // namespace

RefusalPace::RefusalPace(int windowSeconds)
    : m_byAddress(1.0 / windowSeconds, 1), m_byCustomer(eventsAMinute / 60.0, eventsAMinute)
{
}

std::optional<qint64> RefusalPace::take(const QString &customerId, const QString &bucket, const QString &reason,
                                        const QDateTime &nowUtc)
{
    const QString key = customerId + QLatin1Char('\n') + bucket + QLatin1Char('\n') + reason;
    const bool told = m_byAddress.take(key, nowUtc).allowed && m_byCustomer.take(customerId, nowUtc).allowed;
    const std::lock_guard lock(m_mutex);
    if (told) return m_leftOut.take(customerId);
    ++m_leftOut[customerId];
    return std::nullopt;
}

}  // namespace lw::server
