// SPDX-License-Identifier: GPL-3.0-or-later
// How much may still be spent, which warnings are due, and when a limit will be reached.
#pragma once

#include "core/domain/spend.h"
#include "core/util/result.h"

#include <QList>

#include <span>

namespace lw::policy {

/// The limit in force for a number or (number empty) the customer: a raise that runs, else its own, else what it
/// inherits; absent: none.
std::optional<Decimal> limitInForce(const QString &number, SpendPeriod period, const SpendLimits &own,
                                    const SpendSettings &settings, std::span<const TemporaryRaise> raises,
                                    const QDateTime &nowUtc);

/// limit - (spent - forgiven) - reserved, never under 0; absent: unlimited.
std::optional<Decimal> remaining(const SpendUsage &usage);

/// Percent of the limit that is spent (reservations not counted), rounded down; 0 without a limit; a limit of 0 is 100.
int percentUsed(const SpendUsage &usage);

/// Levels of `settings` that the change from `before` (spent) to `usage` reached, ascending. Each is told once a
/// period: the caller's notice is named by levelName().
QList<int> levelsReached(Decimal spentBefore, const SpendUsage &usage, const SpendSettings &settings);
/// Names a warning for ever: "+442079460001/day/2026-11-26T00:00:00.000Z/80"; "/day/…" of the customer.
QString levelName(const SpendUsage &usage, int level);

/// When the limit is reached if spending goes on as since the period's start; invalid: not in this period, or no limit,
/// or too little to tell (under an hour since the start, or fewer than three calls).
QDateTime forecast(const SpendUsage &usage, const QDateTime &nowUtc);

/// Settings as somebody made them: Errc::InvalidInput names the field and the remedy (levels 1 to 100 ascending, at
/// most 10; limits from 0 to 1,000,000,000; weekly not under daily; minutes within their bounds).
Result<SpendSettings> judgeSpendSettings(const SpendSettings &settings);
Result<SpendLimits> judgeLimits(const SpendLimits &limits, const QString &field);
Result<TemporaryRaise> judgeRaise(const TemporaryRaise &raise, const QDateTime &nowUtc);

}  // namespace lw::policy
