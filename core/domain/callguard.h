// SPDX-License-Identifier: GPL-3.0-or-later
// A customer's numbers, and which calls Call Guard bars.
// Source: domain.md (Call Guard); seeds (opt-in and opt-out of numbers, applied to all existing ones).
#pragma once

#include "core/domain/money.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace lw {

/// What kind of number a call goes to. Stored by number in call records: append only.
enum class CallClass : quint8 {
    Invalid = 0,              ///< no number that can be called
    Emergency = 1,            ///< 999, 112, 101, 111 …: never barred, never counted
    Geographic = 2,           ///< 01, 02
    UkWide = 3,               ///< 03, 055, 056
    Freephone = 4,            ///< 080, 116
    Mobile = 5,               ///< 07 but for the ones below
    Personal = 6,             ///< 070
    Pager = 7,                ///< 076 but for 07624
    Special084 = 8,           ///< service charge up to 7p a minute
    Special087 = 9,           ///< service charge up to 13p a minute
    Premium = 10,             ///< 09
    DirectoryEnquiries = 11,  ///< 118
    CrownDependencies = 12,   ///< Guernsey, Jersey, Isle of Man: +44 and yet priced as international
    International = 13,
    ShortCode = 14,  ///< other short numbers of the network: 123, 1571
    Extension = 15   ///< two to five digits within the company
};
QLatin1String callClassName(CallClass callClass);  ///< "emergency", "special_084" …
std::optional<CallClass> callClassFromName(QStringView name);
/// Those that a setting can bar: premium, international, 084, 087, 118, personal, Crown dependencies, pager.
const std::array<CallClass, 8> &barrableClasses();

/// A prefix of a canonical number ("+4490", "118") that is barred or let through whatever its class: the longest wins.
struct PrefixRule {
    QString prefix;  ///< digits, with "+" in front where canonical numbers have one
    bool barred = true;
    QString note;
    bool operator==(const PrefixRule &) const = default;
};

/// Calls pass on `day` from `fromMinute` to `untilMinute` (exclusive) of the customer's local time.
struct CallHours {
    int day = 1;  ///< 1 Monday to 7 Sunday
    int fromMinute = 0;
    int untilMinute = 24 * 60;
    bool operator==(const CallHours &) const = default;
};

/// What is barred. Of the customer all parts count; of a number those that are set, the rest is inherited.
struct BarringRules {
    QHash<CallClass, bool> classes;         ///< true: barred; a class that is absent is inherited (customer: passes)
    QList<PrefixRule> prefixes;             ///< of number and customer together the longest wins, the number's at a tie
    std::optional<QList<CallHours>> hours;  ///< absent: inherited (customer: always); empty: never
    /// In the currency of the rate deck; absent: inherited (customer: any). What no rate prices is not judged by it.
    std::optional<Decimal> highestPricePerMinute;
    bool operator==(const BarringRules &) const = default;
};

enum class GuardState : quint8 { Inherit, On, Off };
QLatin1String guardStateName(GuardState state);  ///< "inherit", "on", "off"
std::optional<GuardState> guardStateFromName(QStringView name);

inline constexpr int prefixNoteMost = 256;  ///< code units of PrefixRule::note

/// Why a call passes or does not.
enum class BarringReason : quint8 {
    Passes = 0,
    Emergency,      ///< passes whatever the settings
    GuardOff,       ///< passes: the number is opted out
    PrefixAllowed,  ///< passes by a prefix rule, whatever its class and the hour
    InvalidNumber,
    PrefixBarred,
    ClassBarred,
    OutsideHours,
    UnknownCaller,  ///< not a number of the customer
    PriceTooHigh,   ///< a minute costs more than somebody allows
    NoRate,         ///< limits hold, and the rate deck has no price: what it costs cannot be kept within them
    LimitReached    ///< the rule says of which period
};
QLatin1String barringReasonName(BarringReason reason);  ///< "passes", "class_barred" …
std::optional<BarringReason> barringReasonFromName(QStringView name);

/// Whose setting decided.
enum class RuleOrigin : quint8 { None, Number, Customer };
QLatin1String ruleOriginName(RuleOrigin origin);  ///< "none", "number", "customer"
std::optional<RuleOrigin> ruleOriginFromName(QStringView name);

/// A number of the customer's inventory.
struct GuardedNumber {
    QString number;  ///< E.164: "+442079460001"; unique in the back end
    QString label;
    QString owner;  ///< a person's unique ID, or empty
    QString department;
    GuardState guard = GuardState::Inherit;
    BarringRules barring;
    QDateTime addedAt;  ///< UTC
    bool operator==(const GuardedNumber &) const = default;
};

/// The customer's own settings of Call Guard. As they are made, a new customer starts with them: what is expensive and
/// rarely meant is barred.
struct GuardSettings {
    bool guarded = true;  ///< what a number inherits
    BarringRules barring{{{CallClass::Premium, true}, {CallClass::Personal, true}, {CallClass::Special087, true}},
                         {},
                         std::nullopt,
                         std::nullopt};
    bool operator==(const GuardSettings &) const = default;
};

}  // namespace lw
