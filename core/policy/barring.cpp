// SPDX-License-Identifier: GPL-3.0-or-later
// The verdict on a call; what people may make a rule of is judged in barringrules.cpp.
#include "core/policy/barring.h"

#include "core/domain/spend.h"

#include <algorithm>

namespace lw::policy {

namespace {

constexpr int dayMinutes = 24 * 60;

bool isWithin(const QList<CallHours> &hours, int minuteOfWeek)
{
    const int day = minuteOfWeek / dayMinutes + 1;
    const int minute = minuteOfWeek % dayMinutes;
    return std::any_of(hours.cbegin(), hours.cend(), [&](const CallHours &span) {
        return span.day == day && minute >= span.fromMinute && minute < span.untilMinute;
    });
}

struct ClassAnswer {
    bool barred = false;
    RuleOrigin origin = RuleOrigin::Customer;
};

ClassAnswer classAnswer(CallClass callClass, const BarringRules &number, const BarringRules &customer)
{
    if (const auto own = number.classes.constFind(callClass); own != number.classes.cend())
        return {own.value(), RuleOrigin::Number};
    return {customer.classes.value(callClass, false), RuleOrigin::Customer};
}

}  // namespace

bool isFree(CallClass callClass)
{
    return callClass == CallClass::Emergency || callClass == CallClass::Extension || callClass == CallClass::Freephone;
}

PrefixRules::PrefixRules(const QList<PrefixRule> &rules) : m_rules(rules)
{
    m_places.reserve(rules.size());
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        const QString &prefix = m_rules[i].prefix;
        if (prefix.isEmpty() || prefix.size() >= 64) continue;
        m_places.insert(prefix, i);
        m_lengths |= quint64(1) << prefix.size();
    }
}

const PrefixRule *PrefixRules::find(QStringView canonical) const
{
    for (qsizetype length = std::min<qsizetype>(canonical.size(), 63); length > 0; --length) {
        if ((m_lengths >> length & 1) == 0) continue;
        const auto found = m_places.constFind(QString::fromRawData(canonical.data(), length));
        if (found != m_places.cend()) return &m_rules[found.value()];
    }
    return nullptr;
}

BarringVerdict judgeBarring(QStringView canonical, CallClass callClass, const GuardedNumber &number,
                            const CompiledGuard &guard, const QDateTime &nowUtc, const QTimeZone &zone,
                            const std::optional<Decimal> &pricePerMinute)
{
    int minuteOfWeek = 0;
    // Local time is dear, and few customers have hours.
    if (number.barring.hours || guard.settings.barring.hours) {
        const QDateTime local = nowUtc.toTimeZone(zone);
        minuteOfWeek = (local.date().dayOfWeek() - 1) * dayMinutes + local.time().hour() * 60 + local.time().minute();
    }
    return judgeBarringAt(canonical, callClass, number, guard, pricePerMinute, minuteOfWeek);
}

BarringVerdict judgeBarringAt(QStringView canonical, CallClass callClass, const GuardedNumber &number,
                              const CompiledGuard &guard, const std::optional<Decimal> &pricePerMinute,
                              int minuteOfWeek)
{
    if (callClass == CallClass::Emergency) return {false, BarringReason::Emergency, RuleOrigin::None, {}};
    if (callClass == CallClass::Invalid) return {true, BarringReason::InvalidNumber, RuleOrigin::None, {}};
    const bool inherits = number.guard == GuardState::Inherit;
    if (inherits ? !guard.settings.guarded : number.guard == GuardState::Off)
        return {false, BarringReason::GuardOff, inherits ? RuleOrigin::Customer : RuleOrigin::Number, {}};

    // A number has few prefixes of its own; the customer's are compiled.
    const PrefixRule *own = nullptr;
    for (const PrefixRule &rule : number.barring.prefixes)
        if (canonical.startsWith(rule.prefix) && (!own || rule.prefix.size() > own->prefix.size())) own = &rule;
    const PrefixRule *common = guard.prefixes.find(canonical);
    const bool ownWins = own && (!common || own->prefix.size() >= common->prefix.size());
    if (const PrefixRule *rule = ownWins ? own : common) {
        const RuleOrigin origin = ownWins ? RuleOrigin::Number : RuleOrigin::Customer;
        return rule->barred ? BarringVerdict{true, BarringReason::PrefixBarred, origin, rule->prefix}
                            : BarringVerdict{false, BarringReason::PrefixAllowed, origin, rule->prefix};
    }
    const ClassAnswer answer = classAnswer(callClass, number.barring, guard.settings.barring);
    if (answer.barred) return {true, BarringReason::ClassBarred, answer.origin, QString(callClassName(callClass))};
    const bool ownHours = number.barring.hours.has_value();
    const auto &hours = ownHours ? number.barring.hours : guard.settings.barring.hours;
    if (hours && !isFree(callClass) && !isWithin(*hours, minuteOfWeek))
        return {true, BarringReason::OutsideHours, ownHours ? RuleOrigin::Number : RuleOrigin::Customer, {}};
    const bool ownPrice = number.barring.highestPricePerMinute.has_value();
    const auto &highest =
        ownPrice ? number.barring.highestPricePerMinute : guard.settings.barring.highestPricePerMinute;
    if (highest && pricePerMinute && *pricePerMinute > *highest)
        return {true, BarringReason::PriceTooHigh, ownPrice ? RuleOrigin::Number : RuleOrigin::Customer,
                toText(*highest)};
    return {};
}

QString callClassWords(CallClass callClass)
{
    switch (callClass) {
        case CallClass::Invalid: return QStringLiteral("numbers that do not exist");
        case CallClass::Emergency: return QStringLiteral("emergency calls");
        case CallClass::Geographic: return QStringLiteral("calls to 01 and 02 numbers");
        case CallClass::UkWide: return QStringLiteral("calls to 03, 055 and 056 numbers");
        case CallClass::Freephone: return QStringLiteral("freephone numbers");
        case CallClass::Mobile: return QStringLiteral("calls to mobiles");
        case CallClass::Personal: return QStringLiteral("personal numbers (070)");
        case CallClass::Pager: return QStringLiteral("pagers (076)");
        case CallClass::Special084: return QStringLiteral("special services (084)");
        case CallClass::Special087: return QStringLiteral("special services (087)");
        case CallClass::Premium: return QStringLiteral("premium numbers (09)");
        case CallClass::DirectoryEnquiries: return QStringLiteral("directory enquiries (118)");
        case CallClass::CrownDependencies: return QStringLiteral("calls to Guernsey, Jersey and the Isle of Man");
        case CallClass::International: return QStringLiteral("international calls");
        case CallClass::ShortCode: return QStringLiteral("short numbers of the network");
        case CallClass::Extension: return QStringLiteral("extensions");
    }
    return {};
}

QString barringSentence(const BarringVerdict &verdict)
{
    const bool own = verdict.origin == RuleOrigin::Number;
    const QString whose = own ? QStringLiteral("for this number") : QStringLiteral("for all numbers of the company");
    switch (verdict.reason) {
        case BarringReason::Passes: return QStringLiteral("Passes: no rule bars it.");
        case BarringReason::Emergency: return QStringLiteral("Passes: emergency calls are never barred.");
        case BarringReason::GuardOff:
            return own ? QStringLiteral("Passes: this number is opted out of Call Guard.")
                       : QStringLiteral("Passes: Call Guard is off for numbers without a setting of their own.");
        case BarringReason::PrefixAllowed:
            return QStringLiteral("Passes: numbers that begin with %1 are let through %2.").arg(verdict.rule, whose);
        case BarringReason::InvalidNumber: return QStringLiteral("Barred: there is no such number.");
        case BarringReason::PrefixBarred:
            return QStringLiteral("Barred: numbers that begin with %1 are barred %2.").arg(verdict.rule, whose);
        case BarringReason::ClassBarred: {
            const auto callClass = callClassFromName(verdict.rule);
            return QStringLiteral("Barred: %1 are barred %2.")
                .arg(callClassWords(callClass.value_or(CallClass::Invalid)), whose);
        }
        case BarringReason::UnknownCaller:
            return QStringLiteral("Barred: the caller's number is none of the company's.");
        case BarringReason::PriceTooHigh:
            return QStringLiteral("Barred: a minute costs more than %1, the most %2.").arg(verdict.rule, whose);
        case BarringReason::NoRate:
            return QStringLiteral("Barred: the rate deck has no price for it, so that no limit could hold.");
        case BarringReason::LimitReached:
            return (verdict.rule == spendPeriodName(SpendPeriod::Week)
                        ? QStringLiteral("Barred: the spend limit of the week is used up %1.")
                        : QStringLiteral("Barred: the spend limit of the day is used up %1."))
                .arg(whose);
        case BarringReason::OutsideHours:
            return QStringLiteral("Barred: it is outside the hours in which calls pass %1.").arg(whose);
    }
    return {};
}

EffectiveBarring effectiveBarring(const GuardedNumber &number, const GuardSettings &settings)
{
    EffectiveBarring effective;
    const bool inherits = number.guard == GuardState::Inherit;
    effective.guarded = inherits ? settings.guarded : number.guard == GuardState::On;
    effective.guardOrigin = inherits ? RuleOrigin::Customer : RuleOrigin::Number;
    for (const CallClass callClass : barrableClasses()) {
        const ClassAnswer answer = classAnswer(callClass, number.barring, settings.barring);
        effective.classes.append({callClass, answer.barred, answer.origin});
    }
    for (const PrefixRule &rule : number.barring.prefixes)
        effective.prefixes.append({rule, RuleOrigin::Number});
    for (const PrefixRule &rule : settings.barring.prefixes) {
        const auto &own = number.barring.prefixes;
        if (std::none_of(own.cbegin(), own.cend(), [&](const PrefixRule &mine) { return mine.prefix == rule.prefix; }))
            effective.prefixes.append({rule, RuleOrigin::Customer});
    }
    std::sort(effective.prefixes.begin(), effective.prefixes.end(),
              [](const auto &a, const auto &b) { return a.first.prefix < b.first.prefix; });
    if (number.barring.hours) {
        effective.hours = number.barring.hours;
        effective.hoursOrigin = RuleOrigin::Number;
    } else if (settings.barring.hours) {
        effective.hours = settings.barring.hours;
        effective.hoursOrigin = RuleOrigin::Customer;
    }
    const bool ownPrice = number.barring.highestPricePerMinute.has_value();
    effective.highestPricePerMinute =
        ownPrice ? number.barring.highestPricePerMinute : settings.barring.highestPricePerMinute;
    if (effective.highestPricePerMinute) effective.priceOrigin = ownPrice ? RuleOrigin::Number : RuleOrigin::Customer;
    return effective;
}

}  // namespace lw::policy
