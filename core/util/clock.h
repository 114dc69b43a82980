// SPDX-License-Identifier: GPL-3.0-or-later
// Time as a dependency: rules and servers never read the system clock themselves, so that tests can stand on an
// instant.
#pragma once

#include <QDateTime>

namespace lw {

class Clock {
  public:
    virtual ~Clock() = default;
    /// The present instant, UTC, millisecond resolution.
    virtual QDateTime nowUtc() const = 0;
};

class SystemClock final : public Clock {
  public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
};

/// A clock that stands still until it is moved; for tests and for reproducible demo data.
class FixedClock final : public Clock {
  public:
    explicit FixedClock(QDateTime now) : m_now(now.toUTC()) {}
    QDateTime nowUtc() const override { return m_now; }
    void set(const QDateTime &now) { m_now = now.toUTC(); }
    void advanceMs(qint64 ms) { m_now = m_now.addMSecs(ms); }

  private:
    QDateTime m_now;
};

}  // namespace lw
