// SPDX-License-Identifier: GPL-3.0-or-later
// What people may make a rule of.
#include "core/policy/barring.h"
#include "core/policy/numbernotation.h"
#include "core/policy/numbertable.h"
#include "core/policy/ratedeck.h"

#include <QSet>

#include <algorithm>

namespace lw::policy {

namespace {

constexpr int minutesOfDay = 24 * 60;
constexpr int prefixDigitsMost = 15;

Error refused(const QString &field, const QString &sentence)
{
    return makeError(Errc::InvalidInput, sentence, field);
}

bool isEmergency(const QString &prefix)
{
    if (prefix.startsWith(u'+')) return false;
    const NumberRange *range = NumberTable::shipped().find(prefix);
    return range && range->callClass == CallClass::Emergency;
}

Result<QList<PrefixRule>> judgePrefixes(const QList<PrefixRule> &rules, qsizetype most)
{
    if (rules.size() > most)
        return refused(QStringLiteral("barring.prefixes"),
                       QStringLiteral("At most %1 prefixes are possible here. Remove some.").arg(most));
    QList<PrefixRule> judged;
    QSet<QString> seen;
    for (qsizetype i = 0; i < rules.size(); ++i) {
        const auto field = [i](const char *name) {
            return QStringLiteral("barring.prefixes[%1].%2").arg(i).arg(QLatin1String(name));
        };
        PrefixRule rule = rules[i];
        const Result<QString> prefix = canonicalPrefix(rule.prefix);
        if (!prefix) return refused(field("prefix"), prefix.error().message);
        rule.prefix = *prefix;
        if (rule.barred && isEmergency(rule.prefix))
            return refused(
                field("prefix"),
                QStringLiteral("%1 is an emergency number, which is never barred. Remove the rule.").arg(rule.prefix));
        if (seen.contains(rule.prefix))
            return refused(field("prefix"), QStringLiteral("%1 stands twice. Remove one of them.").arg(rule.prefix));
        if (rule.note.size() > prefixNoteMost)
            return refused(field("note"),
                           QStringLiteral("A note has at most %1 characters. Shorten it.").arg(prefixNoteMost));
        seen.insert(rule.prefix);
        judged.append(rule);
    }
    std::sort(judged.begin(), judged.end(),
              [](const PrefixRule &a, const PrefixRule &b) { return a.prefix < b.prefix; });
    return judged;
}

Result<QList<CallHours>> judgeHours(const QList<CallHours> &hours)
{
    if (hours.size() > hoursMost)
        return refused(QStringLiteral("barring.hours"),
                       QStringLiteral("At most %1 spans of hours are possible. Join some.").arg(hoursMost));
    for (qsizetype i = 0; i < hours.size(); ++i) {
        const CallHours &span = hours[i];
        const auto field = [i](const char *name) {
            return QStringLiteral("barring.hours[%1].%2").arg(i).arg(QLatin1String(name));
        };
        if (span.day < 1 || span.day > 7)
            return refused(field("day"), QStringLiteral("Days go from 1 (Monday) to 7 (Sunday)."));
        if (span.fromMinute < 0 || span.fromMinute >= minutesOfDay)
            return refused(field("from"), QStringLiteral("Hours begin between 00:00 and 23:59."));
        if (span.untilMinute <= span.fromMinute || span.untilMinute > minutesOfDay)
            return refused(field("until"),
                           QStringLiteral("Hours end after they begin and at 24:00 at the latest. Put a "
                                          "night in two spans."));
    }
    QList<CallHours> sorted = hours;
    std::sort(sorted.begin(), sorted.end(), [](const CallHours &a, const CallHours &b) {
        return std::pair(a.day, a.fromMinute) < std::pair(b.day, b.fromMinute);
    });
    QList<CallHours> joined;
    for (const CallHours &span : std::as_const(sorted)) {
        if (!joined.isEmpty() && joined.constLast().day == span.day &&
            span.fromMinute <= joined.constLast().untilMinute)
            joined.last().untilMinute = std::max(joined.constLast().untilMinute, span.untilMinute);
        else
            joined.append(span);
    }
    return joined;
}

}  // namespace

Result<QString> canonicalPrefix(QStringView text)
{
    const auto field = QStringLiteral("prefix");
    const DialledDigits read = readDialled(text);
    if (read.problem != NotationProblem::None) return refused(field, notationSentence(read));
    if (!read.extension.isEmpty())
        return refused(field, QStringLiteral("A prefix has no extension. Type digits only."));
    QString digits = QString::fromLatin1(read.digits.data(), read.size);
    bool international = read.plus;
    if (!international && digits.startsWith(QLatin1String("00"))) {
        digits.remove(0, 2);
        international = true;
    } else if (!international && digits.startsWith(u'0')) {
        digits.replace(0, 1, NumberTable::shipped().country());
        international = true;
    } else if (international && read.bracketedZero >= 0) {
        digits.remove(read.bracketedZero, 1);
    }
    if (digits.isEmpty())
        return refused(field, QStringLiteral("This would be every number of the world. Bar a class instead."));
    if (digits == NumberTable::shipped().country() && international)
        return refused(field, QStringLiteral("This would be every number of the country. Add more digits."));
    if (digits.size() > prefixDigitsMost)
        return refused(field, QStringLiteral("A prefix has at most %1 digits. Shorten it.").arg(prefixDigitsMost));
    return international ? u'+' + digits : digits;
}

Result<BarringRules> judgeRules(const BarringRules &rules, bool ofCustomer)
{
    BarringRules judged = rules;
    for (auto it = rules.classes.cbegin(); it != rules.classes.cend(); ++it) {
        const auto &barrable = barrableClasses();
        if (std::find(barrable.cbegin(), barrable.cend(), it.key()) == barrable.cend())
            return refused(QStringLiteral("barring.classes.%1").arg(QString(callClassName(it.key()))),
                           QStringLiteral("%1 can not be barred as a class. Bar a prefix instead.")
                               .arg(QString(callClassName(it.key()))));
    }
    Result<QList<PrefixRule>> prefixes =
        judgePrefixes(rules.prefixes, ofCustomer ? customerPrefixesMost : numberPrefixesMost);
    if (!prefixes) return prefixes.error();
    judged.prefixes = std::move(*prefixes);
    if (rules.hours) {
        Result<QList<CallHours>> hours = judgeHours(*rules.hours);
        if (!hours) return hours.error();
        judged.hours = std::move(*hours);
    }
    const auto &price = rules.highestPricePerMinute;
    if (price && (*price < Decimal{} || *price > rateMost))
        return refused(QStringLiteral("barring.highestPricePerMinute"),
                       QStringLiteral("The highest price must be between 0 and 1000000. Leave it out for any price."));
    return judged;
}

}  // namespace lw::policy
