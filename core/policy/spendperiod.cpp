// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/spendperiod.h"

#include <algorithm>

namespace lw::policy {

namespace {
constexpr int weekDays = 7;
constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;
constexpr int dayMinutes = 24 * 60;
constexpr qint64 calendarDaysMost = 4'000;
}  // namespace

QDateTime dayStart(const QDate &day, const QTimeZone &zone)
{
    return day.startOfDay(zone).toUTC();
}

PeriodSpan periodAt(SpendPeriod period, const QDateTime &atUtc, const QTimeZone &zone)
{
    const QDate day = atUtc.toTimeZone(zone).date();
    const QDate first = period == SpendPeriod::Day ? day : day.addDays(1 - day.dayOfWeek());
    return {dayStart(first, zone), dayStart(first.addDays(period == SpendPeriod::Day ? 1 : weekDays), zone)};
}

Calendar::Calendar(const QDateTime &fromUtc, const QDateTime &untilUtc, const QTimeZone &zone) : m_zone(zone)
{
    const QDate from = fromUtc.toTimeZone(zone).date();
    const QDate first = from.addDays(1 - from.dayOfWeek());
    const qint64 days = std::clamp<qint64>(first.daysTo(untilUtc.toTimeZone(zone).date()) + 1, 1, calendarDaysMost);
    for (qint64 i = 0; i <= days; ++i)
        m_starts.push_back(dayStart(first.addDays(i), zone).toMSecsSinceEpoch());
    for (std::size_t i = 0; i + 1 < m_starts.size(); ++i)
        m_plain.push_back(m_starts[i + 1] - m_starts[i] == dayMs);
}

int Calendar::dayOf(qint64 ms) const
{
    const auto within = [&](int day) {
        return m_starts[static_cast<std::size_t>(day)] <= ms && ms < m_starts[static_cast<std::size_t>(day) + 1];
    };
    if (within(m_last)) return m_last;
    const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), ms);
    if (after == m_starts.begin() || after == m_starts.end()) return -1;
    m_last = static_cast<int>(after - m_starts.begin()) - 1;
    return m_last;
}

PeriodSpan Calendar::day(int index) const
{
    const auto at = [](qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); };
    return {at(m_starts[static_cast<std::size_t>(index)]), at(m_starts[static_cast<std::size_t>(index) + 1])};
}

int Calendar::minuteOfWeek(qint64 ms) const
{
    const int day = dayOf(ms);
    if (day >= 0 && m_plain[static_cast<std::size_t>(day)])
        return day % weekDays * dayMinutes +
               static_cast<int>((ms - m_starts[static_cast<std::size_t>(day)]) / minuteMs);
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toTimeZone(m_zone);
    return (local.date().dayOfWeek() - 1) * dayMinutes +
           local.time().msecsSinceStartOfDay() / static_cast<int>(minuteMs);
}

}  // namespace lw::policy
