// SPDX-License-Identifier: GPL-3.0-or-later
// Argon2id (RFC 9106) in its text form, with a bound on how many computations run at once, because each takes tens of
// megabytes. Every question costs one computation, also for people who do not exist.
#pragma once

#include "core/util/result.h"
#include "core/util/secret.h"

#include <QByteArray>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace lw::server {

class PasswordHasher {
  public:
    struct Cost {
        unsigned long long passes = 2;
        size_t memoryBytes = 64 * 1024 * 1024;  ///< OWASP asks for 19 MiB and 2 passes at least
    };

    /// `parallel` computations at once; whoever waits longer than `patienceMs` gets Errc::RateLimited.
    explicit PasswordHasher(Cost cost, int parallel = 2, int patienceMs = 10'000);

    Result<QByteArray> hash(const Secret &password);

    /// A one-time password of nearly 100 bits of chance, and what verify() knows it by: a salted HMAC-SHA-256. Nobody
    /// guesses so much at any speed, so that many can be made at once; what people choose always goes through hash().
    struct OneTime {
        Secret password;
        QByteArray hash;  ///< "$hmac-sha256$salt$tag"; outdated() from the beginning
    };
    static OneTime makeOneTime();

    /// False for a wrong password, an empty hash and a broken one; all take one computation at the usual cost, and so
    /// does a one-time password.
    Result<bool> verify(const QByteArray &hash, const Secret &password);
    /// True when `hash` was made at another cost than today's.
    bool outdated(const QByteArray &hash) const;

    /// How many computations were done so far: tests hold every path of a sign-in to the same number.
    quint64 computations() const { return m_computations; }

  private:
    class Seat;
    const Cost m_cost;
    const int m_patienceMs;
    std::mutex m_mutex;
    std::condition_variable m_free;
    int m_seats;
    std::atomic<quint64> m_computations{0};
    QByteArray m_dummy;  ///< hash of a random password, for people who do not exist
};

}  // namespace lw::server
