// SPDX-License-Identifier: GPL-3.0-or-later
// How much may still be spent, for how long a call may go on, which warnings are due, and when a limit will be reached.
// Source: domain.md (Spend); seeds (daily and weekly limits, a warning level, barring when reached).
#pragma once

#include "core/domain/spend.h"
#include "core/util/result.h"

#include <QList>

#include <span>

namespace lw::policy {

inline constexpr Decimal limitMost{1'000'000'000'000'000};  ///< 1,000,000,000 in the customer's currency
inline constexpr qsizetype levelsMost = 10;
inline constexpr qsizetype ownLimitsMost = 20'000;
inline constexpr qsizetype raiseReasonMost = 512;
inline constexpr int raiseDaysMost = 366;

/// The limit in force for a number or (number empty) the customer: the latest raise that runs, else its own, else what
/// it inherits; absent: none.
std::optional<Decimal> limitInForce(const QString &number, SpendPeriod period, const SpendSettings &settings,
                                    std::span<const TemporaryRaise> raises, const QDateTime &nowUtc);

/// limit - (spent - forgiven) - reserved, never under 0; absent: unlimited.
std::optional<Decimal> remaining(const SpendUsage &usage);

/// Percent of the limit that is spent (reservations not counted), rounded down; 0 without a limit; a limit of 0 is 100.
int percentUsed(const SpendUsage &usage);

/// Levels of `settings` that `usage` has reached, ascending.
QList<int> levelsReached(const SpendUsage &usage, const SpendSettings &settings);

/// When the limit is reached if spending goes on as since the period's start; invalid: not in this period, no limit,
/// reached already, or too little to tell (under an hour since the start, or fewer than three calls).
QDateTime forecast(const SpendUsage &usage, const QDateTime &nowUtc);

/// What the limits say of a call that costs `rate`.
struct SpendVerdict {
    bool allowed = true;
    RuleOrigin origin = RuleOrigin::None;  ///< whose limit is used up
    SpendPeriod period = SpendPeriod::Day;
    int grantedSeconds = 0;  ///< for which `reserve` pays; the call may ask again before they end
    int longestSeconds = 0;  ///< when the switch is to end the call
    Decimal reserve;
    Decimal overspendBound;            ///< the most by which this call can go beyond a limit
    std::optional<Decimal> remaining;  ///< of the tightest limit, before this call; absent: unlimited
    bool operator==(const SpendVerdict &) const = default;
};
/// `usages`: number and customer, day and week, with the reservations of other calls; those without a limit do not
/// count. A free call reserves nothing. A call that asks again has run for `elapsedSeconds`: what is reserved covers
/// these too, and seconds are granted from now on.
SpendVerdict judgeSpend(const Rate &rate, std::span<const SpendUsage> usages, const SpendSettings &settings,
                        int elapsedSeconds = 0);

/// Settings as somebody made them: Errc::InvalidInput names the field and the remedy ("warningLevels[1]").
Result<void> judgeSpendSettings(const SpendSettings &settings);
/// Errc::InvalidInput names the field: an end in the past or over a year away, a start after the end, no reason.
Result<void> judgeRaise(const TemporaryRaise &raise, const QDateTime &nowUtc);

}  // namespace lw::policy
