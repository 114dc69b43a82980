// SPDX-License-Identifier: GPL-3.0-or-later
// Is a call barred, and by which rule of whom? The same answer enforces and explains.
// Source: domain.md (Call Guard: emergency never barred; guard for each number; the longest prefix wins).
#pragma once

#include "core/domain/callguard.h"
#include "core/util/result.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QTimeZone>

namespace lw::policy {

inline constexpr qsizetype customerPrefixesMost = 50'000;
inline constexpr qsizetype numberPrefixesMost = 1'000;
inline constexpr qsizetype hoursMost = 50;

struct BarringVerdict {
    bool barred = false;
    BarringReason reason = BarringReason::Passes;
    RuleOrigin origin = RuleOrigin::None;  ///< whose setting decided
    QString rule;  ///< "+4490", "premium", "0.5" of a price, "day" of a limit; empty where there is none
    bool operator==(const BarringVerdict &) const = default;
};

/// Prefix rules for many look-ups: each costs the same, whatever their number. Immutable: threads may share it.
class PrefixRules {
  public:
    PrefixRules() = default;
    explicit PrefixRules(const QList<PrefixRule> &rules);
    /// The longest; null: none.
    const PrefixRule *find(QStringView canonical) const;

  private:
    QList<PrefixRule> m_rules;
    QHash<QString, qsizetype> m_places;
    quint64 m_lengths = 0;  ///< bit n: there are prefixes of n code units
};

/// A customer's settings, compiled once for many calls.
struct CompiledGuard {
    GuardSettings settings;
    PrefixRules prefixes;
    explicit CompiledGuard(GuardSettings of) : settings(std::move(of)), prefixes(settings.barring.prefixes) {}
};

/// `number`: the caller's; one that is not in the inventory inherits everything. `nowUtc` counts as the customer's
/// local time. `pricePerMinute` absent: nobody knows it, and no price bars it. What is outside the hours is barred
/// whatever its class, but for emergency calls, extensions and freephone numbers, which nobody pays for.
BarringVerdict judgeBarring(QStringView canonical, CallClass callClass, const GuardedNumber &number,
                            const CompiledGuard &guard, const QDateTime &nowUtc, const QTimeZone &zone,
                            const std::optional<Decimal> &pricePerMinute = std::nullopt);

/// The same with the minute of the customer's week (0: Monday 00:00), which a replay of many calls knows already.
BarringVerdict judgeBarringAt(QStringView canonical, CallClass callClass, const GuardedNumber &number,
                              const CompiledGuard &guard, const std::optional<Decimal> &pricePerMinute,
                              int minuteOfWeek);

/// Nobody is charged for these, with or without a rate: emergency calls, extensions and freephone numbers.
bool isFree(CallClass callClass);

/// One or two sentences for people: "Barred: premium numbers are barred for all numbers of the company."
QString barringSentence(const BarringVerdict &verdict);

/// "premium numbers", "international calls" …: within a sentence.
QString callClassWords(CallClass callClass);

/// What is in force for a number, with whose setting each part is: what a page shows.
struct EffectiveBarring {
    bool guarded = true;
    RuleOrigin guardOrigin = RuleOrigin::Customer;
    struct ClassSetting {
        CallClass callClass = CallClass::Invalid;
        bool barred = false;
        RuleOrigin origin = RuleOrigin::Customer;
        bool operator==(const ClassSetting &) const = default;
    };
    QList<ClassSetting> classes;                        ///< barrableClasses(), in their order
    QList<std::pair<PrefixRule, RuleOrigin>> prefixes;  ///< by prefix; of two equal ones only the number's
    std::optional<QList<CallHours>> hours;              ///< absent: always
    RuleOrigin hoursOrigin = RuleOrigin::None;
    std::optional<Decimal> highestPricePerMinute;  ///< absent: any
    RuleOrigin priceOrigin = RuleOrigin::None;
};
EffectiveBarring effectiveBarring(const GuardedNumber &number, const GuardSettings &settings);

/// Rules as somebody made them, canonical: prefixes in E.164 or short, each once; hours in order, overlapping ones
/// joined. Errc::InvalidInput names the field ("barring.prefixes[2].prefix") and the remedy. An emergency number can
/// not be barred by a prefix.
Result<BarringRules> judgeRules(const BarringRules &rules, bool ofCustomer);

/// "+44 90", "0090", "090", "118" as the prefix of canonical numbers; Errc::InvalidInput, field "prefix".
Result<QString> canonicalPrefix(QStringView text);

}  // namespace lw::policy
