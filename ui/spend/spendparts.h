// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of the page Spend that know nothing of the page: bars of its history, rows of its table.
#pragma once

#include "core/callguard/callguardservice.h"
#include "ui/common/barchart.h"
#include "ui/spend/spendmodel.h"

#include <QTimeZone>

namespace lw::ui {

/// Classes of which toll fraud is made: what they cost stands out in the chart.
bool isRisky(CallClass callClass);

/// One bar a day up to and with today, in hundredths: what risky classes cost on top. `days` may have gaps.
QList<BarChart::Bar> historyBars(const QList<protocol::SpendDay> &days, const QDate &today, const QTimeZone &zone);

/// A row for each number that has calls or limits of its own or stands in the inventory, with its label.
QList<SpendRow> spendRows(const protocol::SpendOverview &overview, const QList<GuardedNumber> &numbers);

/// The customer's own usage of a period.
SpendUsage customerUsage(const protocol::SpendOverview &overview, SpendPeriod period);

}  // namespace lw::ui
