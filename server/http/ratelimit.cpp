// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/ratelimit.h"

#include <algorithm>
#include <cmath>

namespace lw::server {

RateLimiter::RateLimiter(double perSecond, int burst, qsizetype maxKeys)
    : m_perSecond(perSecond), m_burst(burst), m_maxKeys(maxKeys), m_shared{m_burst, 0}
{
}

void RateLimiter::refill(Bucket &bucket, qint64 nowMs) const
{
    if (nowMs > bucket.atMs)
        bucket.tokens =
            std::min(m_burst, bucket.tokens + static_cast<double>(nowMs - bucket.atMs) / 1000.0 * m_perSecond);
    bucket.atMs = nowMs;
}

void RateLimiter::forgetFull(qint64 nowMs)
{
    // Looking at all buckets costs time, which a flood of keys must not buy with every single one.
    if (nowMs < m_forgottenAtMs + 1000 && nowMs >= m_forgottenAtMs) return;
    m_forgottenAtMs = nowMs;
    m_buckets.removeIf([this, nowMs](auto it) {
        refill(it.value(), nowMs);
        return it.value().tokens >= m_burst;
    });
}

RateLimiter::Verdict RateLimiter::take(const QString &key, const QDateTime &nowUtc)
{
    const qint64 now = nowUtc.toMSecsSinceEpoch();
    const std::lock_guard lock(m_mutex);
    auto it = m_buckets.find(key);
    if (it == m_buckets.end()) {
        if (m_buckets.size() >= m_maxKeys) forgetFull(now);
        if (m_buckets.size() < m_maxKeys) it = m_buckets.insert(key, Bucket{m_burst, now});
    }
    Bucket &bucket = it == m_buckets.end() ? m_shared : it.value();
    refill(bucket, now);
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return {};
    }
    const double seconds = m_perSecond > 0 ? (1 - bucket.tokens) / m_perSecond : 3600;
    return {false, std::max(1, static_cast<int>(std::ceil(seconds)))};
}

}  // namespace lw::server
