// SPDX-License-Identifier: GPL-3.0-or-later
// Token buckets by key (an address, an account): so many at once, then so many a second. Memory is bounded: when more
// keys are active than fit, the newcomers share one bucket.
#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>

#include <mutex>

namespace lw::server {

class RateLimiter {
  public:
    struct Verdict {
        bool allowed = true;
        int retryAfterSeconds = 0;  ///< at least 1 when refused
    };

    RateLimiter(double perSecond, int burst, qsizetype maxKeys = 10'000);

    /// Takes one token of the key's bucket. Thread-safe. A clock that went back refills nothing and blocks nobody.
    Verdict take(const QString &key, const QDateTime &nowUtc);

  private:
    struct Bucket {
        double tokens = 0;
        qint64 atMs = 0;
    };
    void refill(Bucket &bucket, qint64 nowMs) const;
    void forgetFull(qint64 nowMs);

    double m_perSecond;
    double m_burst;
    qsizetype m_maxKeys;
    std::mutex m_mutex;
    QHash<QString, Bucket> m_buckets;
    Bucket m_shared;
    qint64 m_forgottenAtMs = 0;
};

}  // namespace lw::server
