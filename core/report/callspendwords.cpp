// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/callspendwords.h"

#include "core/policy/barring.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace lw::report {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

QString minuteOfDay(int minute)
{
    constexpr int hour = 60;
    return QStringLiteral("%1:%2")
        .arg(minute / hour, 2, 10, QLatin1Char('0'))
        .arg(minute % hour, 2, 10, QLatin1Char('0'));
}

}  // namespace

QString callClassTitle(CallClass callClass)
{
    QString words = policy::callClassWords(callClass);
    if (!words.isEmpty()) words[0] = words[0].toUpper();
    return words;
}

QString barredWords(bool barred)
{
    return barred ? tr("Barred") : tr("Let through");
}

QString guardStateWords(bool guarded)
{
    return guarded ? tr("On") : tr("Opted out");
}

QString originWords(RuleOrigin origin)
{
    switch (origin) {
        case RuleOrigin::None: return {};
        case RuleOrigin::Number: return tr("Number");
        case RuleOrigin::Customer: return tr("Company");
    }
    return {};
}

QString callHoursWords(const QList<CallHours> &hours)
{
    if (hours.isEmpty()) return tr("Never");
    QList<std::pair<QString, QStringList>> spans;
    for (const CallHours &part : hours) {
        const QString span = minuteOfDay(part.fromMinute) + QStringLiteral("–") + minuteOfDay(part.untilMinute);
        auto known = std::find_if(spans.begin(), spans.end(), [&](const auto &entry) { return entry.first == span; });
        if (known == spans.end()) known = spans.insert(spans.end(), {span, {}});
        known->second << QLocale::c().dayName(part.day, QLocale::ShortFormat);
    }
    QStringList words;
    for (const auto &[span, days] : std::as_const(spans))
        words << QStringLiteral("%1: %2").arg(span, days.join(QStringLiteral(", ")));
    return words.join(QStringLiteral("; "));
}

QString amountWords(Decimal amount)
{
    constexpr int places = 2;
    return toText(amount, places);
}

QString amountWords(const std::optional<Decimal> &amount)
{
    return amount ? amountWords(*amount) : QString();
}

}  // namespace lw::report
