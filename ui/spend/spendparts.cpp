// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spend/spendparts.h"

#include "core/policy/spendperiod.h"

#include <QHash>
#include <QMap>

#include <limits>

namespace lw::ui {

namespace {

constexpr int historyDays = 90;

quint32 hundredths(Decimal amount)
{
    constexpr qint64 hundredth = 10'000;
    const qint64 value = (amount.millionths + hundredth / 2) / hundredth;
    return static_cast<quint32>(std::clamp<qint64>(value, 0, std::numeric_limits<quint32>::max() / 2));
}

}  // namespace

bool isRisky(CallClass callClass)
{
    switch (callClass) {
        case CallClass::International:
        case CallClass::Premium:
        case CallClass::Personal:
        case CallClass::Special087:
        case CallClass::DirectoryEnquiries:
        case CallClass::CrownDependencies: return true;
        default: return false;
    }
}

QList<BarChart::Bar> historyBars(const QList<protocol::SpendDay> &days, const QDate &today, const QTimeZone &zone)
{
    QHash<QDate, std::pair<Decimal, Decimal>> byDay;
    for (const protocol::SpendDay &day : days) {
        auto &[ordinary, risky] = byDay[day.day];
        (isRisky(day.callClass) ? risky : ordinary) += day.cost;
    }
    QList<BarChart::Bar> bars;
    for (QDate day = today.addDays(1 - historyDays); day <= today; day = day.addDays(1)) {
        const auto [ordinary, risky] = byDay.value(day);
        bars.append({policy::dayStart(day, zone), policy::dayStart(day.addDays(1), zone), hundredths(ordinary),
                     hundredths(risky)});
    }
    return bars;
}

QList<SpendRow> spendRows(const protocol::SpendOverview &overview, const QList<GuardedNumber> &numbers)
{
    QMap<QString, SpendRow> rows;
    const SpendUsage day = customerUsage(overview, SpendPeriod::Day);
    const SpendUsage week = customerUsage(overview, SpendPeriod::Week);
    for (const GuardedNumber &number : numbers) {
        SpendRow &row = rows[number.number];
        row.number = number.number;
        row.label = number.label;
        for (auto [usage, whole] : {std::pair{&row.day, &day}, {&row.week, &week}}) {
            usage->number = number.number;
            usage->period = whole->period;
            usage->start = whole->start;
            usage->end = whole->end;
        }
    }
    for (const SpendUsage &usage : overview.usages) {
        if (usage.number.isEmpty()) continue;
        SpendRow &row = rows[usage.number];
        row.number = usage.number;
        (usage.period == SpendPeriod::Day ? row.day : row.week) = usage;
    }
    return rows.values();
}

SpendUsage customerUsage(const protocol::SpendOverview &overview, SpendPeriod period)
{
    for (const SpendUsage &usage : overview.usages)
        if (usage.number.isEmpty() && usage.period == period) return usage;
    SpendUsage none;
    none.period = period;
    return none;
}

}  // namespace lw::ui
