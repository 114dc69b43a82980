// SPDX-License-Identifier: GPL-3.0-or-later
// Days and weeks as the customer lives them: from midnight to midnight of its time zone, weeks from Monday. A day on
// which the clocks change has 23 or 25 hours; where midnight does not exist the day begins at the first instant that
// does. Source: domain.md (Spend; peers reset at 00:00 UTC and users complain).
#pragma once

#include "core/domain/spend.h"

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

namespace lw::policy {

struct PeriodSpan {
    QDateTime start;  ///< UTC
    QDateTime end;    ///< UTC, exclusive
    bool operator==(const PeriodSpan &) const = default;
};

PeriodSpan periodAt(SpendPeriod period, const QDateTime &atUtc, const QTimeZone &zone);
/// The first instant of a local day, UTC.
QDateTime dayStart(const QDate &day, const QTimeZone &zone);

}  // namespace lw::policy
