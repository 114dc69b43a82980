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

/// Periods of a long span looked up quickly, for replays: numbers of days and weeks since the first.
class Calendar {
  public:
    Calendar(const QDateTime &fromUtc, const QDateTime &untilUtc, const QTimeZone &zone);
    int dayOf(qint64 ms) const;  ///< index; -1: before the first or after the last
    int weekOf(qint64 ms) const;
    PeriodSpan day(int index) const;
    PeriodSpan week(int index) const;
    int minuteOfWeek(qint64 ms) const;  ///< local, 0 is Monday 00:00

  private:
    std::vector<qint64> m_days, m_weeks, m_offsets;
};

/// Errc::InvalidInput, field "timeZone": no zone of that name.
Result<QTimeZone> zoneOf(const QString &ianaName);

}  // namespace lw::policy
