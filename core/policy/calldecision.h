// SPDX-License-Identifier: GPL-3.0-or-later
// May this call be made, for how long, and why? The back end decides with it; the console's explanation and the replay
// of past calls are the same function.
#pragma once

#include "core/domain/spend.h"
#include "core/policy/barring.h"
#include "core/policy/numberclass.h"
#include "core/policy/ratedeck.h"

#include <QTimeZone>

namespace lw::policy {

enum class CallReason : quint8 {
    Allowed = 0,
    Emergency,      ///< always passes, is not counted
    UnknownCaller,  ///< not a number of the customer
    SourceRefused,  ///< the switch's address is blocked or not on the allowlist
    InvalidNumber,
    PrefixBarred,
    ClassBarred,
    OutsideHours,
    PriceTooHigh,
    NoRate,  ///< the deck has no price, and limits can not be kept without one
    NumberDayLimit,
    NumberWeekLimit,
    CustomerDayLimit,
    CustomerWeekLimit
};
QLatin1String callReasonName(CallReason reason);  ///< "allowed", "number_day_limit" …
std::optional<CallReason> callReasonFromName(QStringView name);

/// What is known of the caller and the customer; all of it immutable while a call is judged.
struct CallFacts {
    const GuardedNumber *number = nullptr;  ///< null: not in the inventory
    const GuardSettings *guard = nullptr;
    const SpendSettings *spend = nullptr;
    const RateDeck *deck = nullptr;
    const PrefixRules *customerPrefixes = nullptr;  ///< of guard->barring, compiled; null: compiled on the way
    bool sourceAllowed = true;
    /// Remaining of each limit that is in force; absent: unlimited.
    std::optional<Decimal> numberDay, numberWeek, customerDay, customerWeek;
};

struct CallDecision {
    bool allowed = false;
    CallReason reason = CallReason::Allowed;
    QString canonical;
    CallClass callClass = CallClass::Invalid;
    BarringVerdict barring;  ///< of the reasons that are about barring
    QString ratePrefix;      ///< empty: not priced
    QString rateName;
    std::optional<Decimal> pricePerMinute;
    int grantedSeconds = 0;  ///< for which `reserve` pays; a call may ask again before they end
    int longestSeconds = 0;  ///< when the switch is to end the call: granted ones, or SpendSettings::longestCallMinutes
    Decimal reserve;
    /// The most that this call can overspend: 0 when running calls are cut.
    Decimal overspendBound;
    bool operator==(const CallDecision &) const = default;
};

CallDecision decide(QStringView destination, const CallFacts &facts, const QDateTime &nowUtc, const QTimeZone &zone,
                    const NumberTable &table = NumberTable::shipped());

/// For people, with amounts and the limit that decided.
QString decisionSentence(const CallDecision &decision, const QString &currency);

}  // namespace lw::policy
