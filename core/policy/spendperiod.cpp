// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/spendperiod.h"

namespace lw::policy {

QDateTime dayStart(const QDate &day, const QTimeZone &zone)
{
    return day.startOfDay(zone).toUTC();
}

PeriodSpan periodAt(SpendPeriod period, const QDateTime &atUtc, const QTimeZone &zone)
{
    constexpr int weekDays = 7;
    const QDate day = atUtc.toTimeZone(zone).date();
    const QDate first = period == SpendPeriod::Day ? day : day.addDays(1 - day.dayOfWeek());
    return {dayStart(first, zone), dayStart(first.addDays(period == SpendPeriod::Day ? 1 : weekDays), zone)};
}

}  // namespace lw::policy
