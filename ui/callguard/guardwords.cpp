// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/callguard/guardwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTime>

namespace lw::ui {

namespace {

struct GuardText {
    Q_DECLARE_TR_FUNCTIONS(lw::ui::CallGuard)
};

QString clock(int minute)
{
    // The end of a day has no QTime of its own.
    return minute == 24 * 60 ? QStringLiteral("24:00")
                             : QTime(minute / 60, minute % 60).toString(QStringLiteral("HH:mm"));
}

QString dayName(int day)
{
    return QLocale().standaloneDayName(day, QLocale::ShortFormat);
}

}  // namespace

QString classWords(CallClass callClass)
{
    switch (callClass) {
        case CallClass::Invalid: return GuardText::tr("No such number");
        case CallClass::Emergency: return GuardText::tr("Emergency");
        case CallClass::Geographic: return GuardText::tr("Geographic (01, 02)");
        case CallClass::UkWide: return GuardText::tr("UK-wide (03, 055, 056)");
        case CallClass::Freephone: return GuardText::tr("Freephone (080)");
        case CallClass::Mobile: return GuardText::tr("Mobile (07)");
        case CallClass::Personal: return GuardText::tr("Personal numbers (070)");
        case CallClass::Pager: return GuardText::tr("Pagers (076)");
        case CallClass::Special084: return GuardText::tr("Special services (084)");
        case CallClass::Special087: return GuardText::tr("Special services (087)");
        case CallClass::Premium: return GuardText::tr("Premium numbers (09)");
        case CallClass::DirectoryEnquiries: return GuardText::tr("Directory enquiries (118)");
        case CallClass::CrownDependencies: return GuardText::tr("Guernsey, Jersey, Isle of Man");
        case CallClass::International: return GuardText::tr("International");
        case CallClass::ShortCode: return GuardText::tr("Short number of the network");
        case CallClass::Extension: return GuardText::tr("Extension");
    }
    return {};
}

QString guardWords(GuardState guard)
{
    switch (guard) {
        case GuardState::Inherit: return GuardText::tr("follows the company");
        case GuardState::On: return GuardText::tr("opted in");
        case GuardState::Off: return GuardText::tr("opted out");
    }
    return {};
}

QString verdictWords(const policy::BarringVerdict &verdict, const QString &problem)
{
    const bool own = verdict.origin == RuleOrigin::Number;
    switch (verdict.reason) {
        case BarringReason::Passes: return GuardText::tr("Passes: no rule bars it.");
        case BarringReason::Emergency: return GuardText::tr("Passes: emergency calls are never barred.");
        case BarringReason::GuardOff:
            return own ? GuardText::tr("Passes: this number is opted out of Call Guard.")
                       : GuardText::tr("Passes: Call Guard is off for numbers without a setting of their own.");
        case BarringReason::PrefixAllowed:
            return (own ? GuardText::tr("Passes: this number lets %1 through.")
                        : GuardText::tr("Passes: the company lets %1 through."))
                .arg(verdict.rule);
        case BarringReason::InvalidNumber: return GuardText::tr("Barred: there is no such number. %1").arg(problem);
        case BarringReason::PrefixBarred:
            return (own ? GuardText::tr("Barred: this number bars %1.") : GuardText::tr("Barred: the company bars %1."))
                .arg(verdict.rule);
        case BarringReason::ClassBarred:
            return (own ? GuardText::tr("Barred: this number bars “%1”.")
                        : GuardText::tr("Barred: the company bars “%1”."))
                .arg(classWords(callClassFromName(verdict.rule).value_or(CallClass::Invalid)));
        case BarringReason::OutsideHours:
            return own ? GuardText::tr("Barred now: outside the hours of this number.")
                       : GuardText::tr("Barred now: outside the hours of the company.");
        case BarringReason::PriceTooHigh:
            return (own ? GuardText::tr("Barred: a minute costs more than %1, the most for this number.")
                        : GuardText::tr("Barred: a minute costs more than %1, the most for the company."))
                .arg(verdict.rule);
        case BarringReason::NoRate:
            return GuardText::tr("Barred: the rate deck has no price for it, so that no limit could hold.");
        case BarringReason::LimitReached:
            return own ? GuardText::tr("Barred: the spend limit of this number is used up.")
                       : GuardText::tr("Barred: the spend limit of the company is used up.");
        case BarringReason::UnknownCaller: return GuardText::tr("Barred: the caller is no number of the company.");
    }
    return {};
}

Tone verdictTone(const policy::BarringVerdict &verdict)
{
    return verdict.barred ? Tone::Bad : Tone::Good;
}

QString hoursWords(const QList<CallHours> &hours)
{
    if (hours.isEmpty()) return GuardText::tr("never");
    QStringList parts;
    for (qsizetype i = 0; i < hours.size();) {
        qsizetype last = i;
        while (last + 1 < hours.size() && hours[last + 1].day == hours[last].day + 1 &&
               hours[last + 1].fromMinute == hours[i].fromMinute && hours[last + 1].untilMinute == hours[i].untilMinute)
            ++last;
        const QString days = last == i ? dayName(hours[i].day)
                                       : GuardText::tr("%1 to %2").arg(dayName(hours[i].day), dayName(hours[last].day));
        parts << QStringLiteral("%1 %2–%3").arg(days, clock(hours[i].fromMinute), clock(hours[i].untilMinute));
        i = last + 1;
    }
    return parts.join(QStringLiteral(", "));
}

QString rulesWords(const BarringRules &rules)
{
    QStringList parts;
    QStringList barred;
    QStringList passing;
    for (const CallClass callClass : barrableClasses())
        if (rules.classes.contains(callClass))
            (rules.classes.value(callClass) ? barred : passing) << classWords(callClass);
    if (!barred.isEmpty()) parts << GuardText::tr("barred: %1").arg(barred.join(QStringLiteral(", ")));
    if (!passing.isEmpty()) parts << GuardText::tr("let through: %1").arg(passing.join(QStringLiteral(", ")));
    if (!rules.prefixes.isEmpty()) parts << GuardText::tr("%n prefix(es)", nullptr, int(rules.prefixes.size()));
    if (rules.highestPricePerMinute)
        parts << GuardText::tr("at most %1 a minute").arg(toText(*rules.highestPricePerMinute, 2));
    if (rules.hours) parts << GuardText::tr("hours: %1").arg(hoursWords(*rules.hours));
    return parts.join(QStringLiteral("; "));
}

}  // namespace lw::ui
