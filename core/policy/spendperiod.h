// SPDX-License-Identifier: GPL-3.0-or-later
// Days and weeks as the customer lives them: from midnight to midnight of its time zone, weeks from Monday. A day on
// which the clocks change has 23 or 25 hours; where midnight does not exist the day begins at the first instant that
// does. Source: domain.md (Spend; peers reset at 00:00 UTC and users complain).
#pragma once

#include "core/domain/spend.h"

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

#include <vector>

namespace lw::policy {

struct PeriodSpan {
    QDateTime start;  ///< UTC
    QDateTime end;    ///< UTC, exclusive
    bool operator==(const PeriodSpan &) const = default;
};

PeriodSpan periodAt(SpendPeriod period, const QDateTime &atUtc, const QTimeZone &zone);
/// The first instant of a local day, UTC.
QDateTime dayStart(const QDate &day, const QTimeZone &zone);

/// The same looked up quickly, for many instants of a long span.
class Calendar {
  public:
    /// From the day of `fromUtc` to that of `untilUtc`; 4,000 days at most, the rest is cut off.
    Calendar(const QDateTime &fromUtc, const QDateTime &untilUtc, const QTimeZone &zone);

    /// The day's place from the first one, which is the start of its week; -1: outside.
    int dayOf(qint64 ms) const;
    static int weekOfDay(int day) { return day / 7; }
    PeriodSpan day(int index) const;
    /// 0 is Monday, 00:00 by the customer's clock; 10,079 the last minute of Sunday.
    int minuteOfWeek(qint64 ms) const;

  private:
    QTimeZone m_zone;
    std::vector<qint64> m_starts;  ///< of the days, and of the day after the last
    std::vector<bool> m_plain;     ///< the day has 24 hours: no clock changes
    mutable int m_last = 0;        ///< instants come in order
};

}  // namespace lw::policy
