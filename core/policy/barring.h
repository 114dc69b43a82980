// SPDX-License-Identifier: GPL-3.0-or-later
// Is a call barred, and by which rule of whom? The same answer enforces and explains.
// Source: domain.md (Call Guard: emergency never barred; guard for each number; the longest prefix wins).
#pragma once

#include "core/domain/callguard.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QTimeZone>

namespace lw::policy {

enum class BarringReason : quint8 {
    Passes = 0,
    Emergency,      ///< passes whatever the settings
    GuardOff,       ///< passes: the number is opted out
    PrefixAllowed,  ///< passes by a prefix rule, whatever its class; hours and price still count
    InvalidNumber,
    PrefixBarred,
    ClassBarred,
    OutsideHours,
    PriceTooHigh
};
QLatin1String barringReasonName(BarringReason reason);  ///< "passes", "class_barred" …

enum class RuleOrigin : quint8 { None, Number, Customer };

struct BarringVerdict {
    bool barred = false;
    BarringReason reason = BarringReason::Passes;
    RuleOrigin origin = RuleOrigin::None;  ///< whose setting decided
    QString rule;                          ///< "+4490", "premium", "Mon 18:00–24:00", "1.5"
    bool operator==(const BarringVerdict &) const = default;
};

/// `number` may be one that is not in the inventory (all inherited). `pricePerMinute` absent: unknown, not judged.
/// `now` is turned into the customer's local time.
BarringVerdict judgeBarring(QStringView canonical, CallClass callClass, const GuardedNumber &number,
                            const GuardSettings &settings, std::optional<Decimal> pricePerMinute,
                            const QDateTime &nowUtc, const QTimeZone &zone);

/// One or two sentences for people: "Barred: premium numbers are barred for all of your numbers (customer setting)."
QString barringSentence(const BarringVerdict &verdict);

/// What is in force for a number, with whose setting each part is: what a page shows.
struct EffectiveBarring {
    bool guarded = true;
    RuleOrigin guardOrigin = RuleOrigin::Customer;
    struct ClassSetting {
        CallClass callClass;
        bool barred;
        RuleOrigin origin;
    };
    QList<ClassSetting> classes;                        ///< barrableClasses(), in their order
    QList<std::pair<PrefixRule, RuleOrigin>> prefixes;  ///< longest first
    std::optional<QList<CallHours>> hours;
    RuleOrigin hoursOrigin = RuleOrigin::None;
    std::optional<Decimal> highestPricePerMinute;
    RuleOrigin priceOrigin = RuleOrigin::None;
};
EffectiveBarring effectiveBarring(const GuardedNumber &number, const GuardSettings &settings);

/// Rules as somebody made them: Errc::InvalidInput names the field ("barring.prefixes[2].prefix") and the remedy. An
/// emergency number can not be barred by a prefix. At most 50,000 prefixes of the customer, 1,000 of a number, 50
/// hours.
Result<BarringRules> judgeRules(const BarringRules &rules, bool ofCustomer);

/// Prefix rules compiled for the hot path: one look-up, whatever their number.
class PrefixRules {
  public:
    PrefixRules() = default;
    explicit PrefixRules(const QList<PrefixRule> &rules);
    const PrefixRule *find(QStringView canonical) const;

  private:
    QHash<QString, PrefixRule> m_rules;
    quint64 m_lengths = 0;  ///< bit n: there are prefixes of n characters
};

}  // namespace lw::policy
