// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/callguard.h"

#include "core/protocol/amount.h"
#include "core/protocol/jsonreader.h"
#include "core/protocol/jsonwriter.h"
#include "core/protocol/limits.h"
#include "core/util/time.h"

#include <QJsonArray>

#include <algorithm>

namespace lw::protocol {

namespace {

using Need = JsonReader::Need;
using Empty = JsonReader::Empty;

constexpr QLatin1String fieldBarring("barring");
constexpr QLatin1String fieldClasses("classes");
constexpr QLatin1String fieldPrefixes("prefixes");
constexpr QLatin1String fieldPrefix("prefix");
constexpr QLatin1String fieldBarred("barred");
constexpr QLatin1String fieldNote("note");
constexpr QLatin1String fieldHours("hours");
constexpr QLatin1String fieldDay("day");
constexpr QLatin1String fieldFrom("from");
constexpr QLatin1String fieldUntil("until");
constexpr QLatin1String fieldGuarded("guarded");
constexpr QLatin1String fieldNumber("number");
constexpr QLatin1String fieldNumbers("numbers");
constexpr QLatin1String fieldLabel("label");
constexpr QLatin1String fieldOwner("owner");
constexpr QLatin1String fieldDepartment("department");
constexpr QLatin1String fieldGuard("guard");
constexpr QLatin1String fieldAddedAt("addedAt");
constexpr QLatin1String fieldAll("all");
constexpr QLatin1String fieldChanged("changed");
constexpr QLatin1String fieldCallId("callId");
constexpr QLatin1String fieldCaller("caller");
constexpr QLatin1String fieldDestination("destination");
constexpr QLatin1String fieldDecision("decision");
constexpr QLatin1String fieldReason("reason");
constexpr QLatin1String fieldOrigin("origin");
constexpr QLatin1String fieldRule("rule");
constexpr QLatin1String fieldClass("class");
constexpr QLatin1String fieldDetail("detail");
constexpr QLatin1String fieldLines("lines");
constexpr QLatin1String fieldLine("line");
constexpr QLatin1String fieldOutcome("outcome");
constexpr QLatin1String fieldAdded("added");
constexpr QLatin1String fieldUnchanged("unchanged");
constexpr QLatin1String fieldRefused("refused");
constexpr QLatin1String fieldStored("stored");
constexpr QLatin1String fieldHighestPrice("highestPricePerMinute");
constexpr QLatin1String fieldGranted("grantedSeconds");
constexpr QLatin1String fieldLongest("longestSeconds");
constexpr QLatin1String fieldRatePrefix("ratePrefix");
constexpr QLatin1String fieldCurrency("currency");
constexpr QLatin1String fieldPrice("pricePerMinute");
constexpr QLatin1String fieldRemaining("remaining");
constexpr QLatin1String fieldReserved("reserved");
constexpr QLatin1String fieldOverspend("overspendBound");

constexpr int dayMinutes = 24 * 60;
constexpr int idLength = 64;
constexpr int nameLength = 64;
constexpr QLatin1String allow("allow");
constexpr QLatin1String refuse("refuse");

template <typename T, typename FromName>
T readName(JsonReader &reader, QLatin1String field, FromName fromName)
{
    const QString name = reader.text(field, nameLength);
    const auto value = fromName(name);
    if (!value && reader.ok()) reader.refuse(field, QStringLiteral("must not be \"%1\"").arg(name));
    return value.value_or(T());
}

GuardedNumber readNumber(JsonReader reader)
{
    GuardedNumber number;
    number.number = reader.text(fieldNumber, limits::numberLength);
    number.label = reader.text(fieldLabel, limits::nameLength, Need::Optional, Empty::Allowed);
    number.owner = reader.text(fieldOwner, idLength, Need::Optional, Empty::Allowed);
    number.department = reader.text(fieldDepartment, limits::nameLength, Need::Optional, Empty::Allowed);
    number.guard =
        reader.has(fieldGuard) ? readName<GuardState>(reader, fieldGuard, guardStateFromName) : GuardState::Inherit;
    if (auto barring = reader.optionalObject(fieldBarring)) number.barring = readBarring(*barring, false);
    number.addedAt = reader.instant(fieldAddedAt, Need::Optional);
    return number;
}

}  // namespace

QJsonObject toJsonObject(const BarringRules &rules)
{
    QJsonObject classes;
    for (const CallClass callClass : barrableClasses())
        if (rules.classes.contains(callClass)) classes.insert(callClassName(callClass), rules.classes.value(callClass));
    QJsonArray prefixes;
    for (const PrefixRule &rule : rules.prefixes) {
        QJsonObject object{{fieldPrefix, rule.prefix}, {fieldBarred, rule.barred}};
        if (!rule.note.isEmpty()) object.insert(fieldNote, rule.note);
        prefixes.append(object);
    }
    QJsonObject object{{fieldClasses, classes}, {fieldPrefixes, prefixes}};
    if (rules.hours) {
        QJsonArray hours;
        for (const CallHours &span : *rules.hours)
            hours.append(
                QJsonObject{{fieldDay, span.day}, {fieldFrom, span.fromMinute}, {fieldUntil, span.untilMinute}});
        object.insert(fieldHours, hours);
    }
    insertAmount(object, fieldHighestPrice, rules.highestPricePerMinute);
    return object;
}

BarringRules readBarring(JsonReader reader, bool ofCustomer)
{
    BarringRules rules;
    if (auto classes = reader.optionalObject(fieldClasses))
        for (const CallClass callClass : barrableClasses())
            if (classes->has(callClassName(callClass)))
                rules.classes.insert(callClass, classes->boolean(callClassName(callClass)));
    if (reader.has(fieldPrefixes))
        for (JsonReader &entry :
             reader.objects(fieldPrefixes, ofCustomer ? limits::prefixesOfCustomer : limits::prefixesOfNumber))
            rules.prefixes.append({entry.text(fieldPrefix, limits::numberLength), entry.boolean(fieldBarred),
                                   entry.text(fieldNote, prefixNoteMost, Need::Optional, Empty::Allowed)});
    if (reader.has(fieldHours)) {
        QList<CallHours> hours;
        for (JsonReader &entry : reader.objects(fieldHours, limits::hoursPerRules))
            hours.append({static_cast<int>(entry.integer(fieldDay, 1, 7)),
                          static_cast<int>(entry.integer(fieldFrom, 0, dayMinutes - 1)),
                          static_cast<int>(entry.integer(fieldUntil, 1, dayMinutes))});
        rules.hours = hours;
    }
    rules.highestPricePerMinute = optionalAmount(reader, fieldHighestPrice);
    return rules;
}

QByteArray toJson(const BarringRules &rules)
{
    return compact(toJsonObject(rules));
}

Result<BarringRules> barringFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::guardBodyBytes, Errc::InvalidInput);
    return reader.finish(readBarring(reader, true));
}

QJsonObject toJsonObject(const GuardSettings &settings)
{
    return {{fieldGuarded, settings.guarded}, {fieldBarring, toJsonObject(settings.barring)}};
}

QByteArray toJson(const GuardSettings &settings)
{
    return compact(toJsonObject(settings));
}

Result<GuardSettings> guardSettingsFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::guardBodyBytes, Errc::InvalidInput);
    GuardSettings settings;
    settings.guarded = reader.boolean(fieldGuarded);
    settings.barring = readBarring(reader.object(fieldBarring), true);
    return reader.finish(std::move(settings));
}

QJsonObject toJsonObject(const GuardedNumber &number)
{
    QJsonObject object{{fieldNumber, number.number},
                       {fieldLabel, number.label},
                       {fieldOwner, number.owner},
                       {fieldDepartment, number.department},
                       {fieldGuard, guardStateName(number.guard)},
                       {fieldBarring, toJsonObject(number.barring)}};
    insertInstant(object, fieldAddedAt, number.addedAt);
    return object;
}

QByteArray toJson(const GuardedNumber &number)
{
    return compact(toJsonObject(number));
}

Result<GuardedNumber> guardedNumberFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    return reader.finish(readNumber(reader));
}

QByteArray toJson(const QList<GuardedNumber> &numbers)
{
    QJsonArray array;
    for (const GuardedNumber &number : numbers)
        array.append(toJsonObject(number));
    return compact(QJsonObject{{fieldNumbers, array}});
}

Result<QList<GuardedNumber>> guardedNumbersFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::numbersBodyBytes, Errc::InvalidInput);
    QList<GuardedNumber> numbers;
    for (JsonReader &entry : reader.objects(fieldNumbers, limits::numbersPerCustomer))
        numbers.append(readNumber(entry));
    return reader.finish(std::move(numbers));
}

QByteArray toJson(const GuardSwitch &wish)
{
    QJsonObject object{{fieldGuard, guardStateName(wish.guard)}};
    if (wish.all)
        object.insert(fieldAll, true);
    else
        object.insert(fieldNumbers, QJsonArray::fromStringList(wish.numbers));
    return compact(object);
}

Result<GuardSwitch> guardSwitchFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    GuardSwitch wish;
    wish.guard = readName<GuardState>(reader, fieldGuard, guardStateFromName);
    wish.all = reader.boolean(fieldAll, Need::Optional);
    if (!wish.all) wish.numbers = reader.texts(fieldNumbers, limits::numbersPerCustomer, limits::numberLength);
    if (reader.ok() && !wish.all && wish.numbers.isEmpty())
        reader.refuse(fieldNumbers, QStringLiteral("must name at least one number, or \"all\" must be true"));
    return reader.finish(std::move(wish));
}

QByteArray toJson(const GuardSwitched &switched)
{
    return compact(QJsonObject{{fieldChanged, switched.changed}});
}

Result<GuardSwitched> guardSwitchedFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    return reader.finish(GuardSwitched{static_cast<int>(reader.integer(fieldChanged, 0, limits::numbersPerCustomer))});
}

QByteArray toJson(const NumbersImport &import)
{
    QJsonArray lines;
    for (const NumbersImport::Line &line : import.lines)
        lines.append(QJsonObject{{fieldLine, static_cast<qint64>(line.line)},
                                 {fieldNumber, line.number},
                                 {fieldOutcome, line.outcome},
                                 {fieldReason, line.reason}});
    return compact(QJsonObject{{fieldAdded, import.added},
                               {fieldChanged, import.changed},
                               {fieldUnchanged, import.unchanged},
                               {fieldRefused, import.refused},
                               {fieldLines, lines},
                               {fieldStored, import.stored}});
}

Result<NumbersImport> numbersImportFromJson(QByteArrayView body)
{
    constexpr qint64 lineMost = 1'000'000'000;
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    NumbersImport import;
    const auto count = [&reader](QLatin1String field) {
        return static_cast<int>(reader.integer(field, 0, limits::numbersPerCustomer));
    };
    import.added = count(fieldAdded);
    import.changed = count(fieldChanged);
    import.unchanged = count(fieldUnchanged);
    import.refused = count(fieldRefused);
    for (JsonReader &entry : reader.objects(fieldLines, limits::importListed))
        import.lines.append({static_cast<quint64>(entry.integer(fieldLine, 0, lineMost)),
                             entry.text(fieldNumber, limits::numberLength, Need::Required, Empty::Allowed),
                             entry.text(fieldOutcome, nameLength),
                             entry.text(fieldReason, limits::sentenceLength, Need::Required, Empty::Allowed)});
    import.stored = reader.boolean(fieldStored);
    return reader.finish(std::move(import));
}

QByteArray toJson(const CallQuestion &question)
{
    return compact(QJsonObject{
        {fieldCallId, question.callId}, {fieldCaller, question.caller}, {fieldDestination, question.destination}});
}

Result<CallQuestion> callQuestionFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    CallQuestion question;
    question.callId = reader.text(fieldCallId, limits::callIdLength);
    question.caller = reader.text(fieldCaller, limits::numberLength);
    question.destination = reader.text(fieldDestination, limits::numberLength);
    return reader.finish(std::move(question));
}

QByteArray toJson(const CallAnswer &answer)
{
    QJsonObject object{{fieldDecision, QString(answer.allowed ? allow : refuse)},
                       {fieldReason, barringReasonName(answer.reason)},
                       {fieldOrigin, ruleOriginName(answer.origin)},
                       {fieldRule, answer.rule},
                       {fieldNumber, answer.number},
                       {fieldClass, callClassName(answer.callClass)},
                       {fieldDetail, answer.detail},
                       {fieldGranted, answer.grantedSeconds},
                       {fieldLongest, answer.longestSeconds},
                       {fieldRatePrefix, answer.ratePrefix},
                       {fieldCurrency, answer.currency},
                       {fieldReserved, toText(answer.reserved)},
                       {fieldOverspend, toText(answer.overspendBound)}};
    insertAmount(object, fieldPrice, answer.pricePerMinute);
    insertAmount(object, fieldRemaining, answer.remaining);
    return compact(object);
}

Result<CallAnswer> callAnswerFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    CallAnswer answer;
    answer.allowed = reader.text(fieldDecision, nameLength) == allow;
    answer.reason = readName<BarringReason>(reader, fieldReason, barringReasonFromName);
    answer.origin = readName<RuleOrigin>(reader, fieldOrigin, ruleOriginFromName);
    answer.rule = reader.text(fieldRule, nameLength, Need::Required, Empty::Allowed);
    answer.number = reader.text(fieldNumber, limits::numberLength, Need::Required, Empty::Allowed);
    answer.callClass = readName<CallClass>(reader, fieldClass, callClassFromName);
    answer.detail = reader.text(fieldDetail, limits::sentenceLength);
    answer.grantedSeconds = static_cast<int>(reader.integer(fieldGranted, 0, limits::callSecondsMost));
    answer.longestSeconds = static_cast<int>(reader.integer(fieldLongest, 0, limits::callSecondsMost));
    answer.ratePrefix = reader.text(fieldRatePrefix, limits::numberLength, Need::Required, Empty::Allowed);
    answer.currency = reader.text(fieldCurrency, nameLength, Need::Required, Empty::Allowed);
    answer.pricePerMinute = optionalAmount(reader, fieldPrice);
    answer.remaining = optionalAmount(reader, fieldRemaining);
    answer.reserved = amount(reader, fieldReserved);
    answer.overspendBound = amount(reader, fieldOverspend);
    return reader.finish(std::move(answer));
}

QString numberPathParameter(const QString &number)
{
    return number.startsWith(u'+') ? number.mid(1) : number;
}

}  // namespace lw::protocol
