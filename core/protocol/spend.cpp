// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/spend.h"

#include "core/protocol/amount.h"
#include "core/protocol/jsonreader.h"
#include "core/protocol/jsonwriter.h"
#include "core/protocol/limits.h"

#include <QJsonArray>

namespace lw::protocol {

namespace {

using Need = JsonReader::Need;
using Empty = JsonReader::Empty;

constexpr QLatin1String fieldCurrency("currency");
constexpr QLatin1String fieldCustomer("customer");
constexpr QLatin1String fieldNumberDefault("numberDefault");
constexpr QLatin1String fieldNumbers("numbers");
constexpr QLatin1String fieldNumber("number");
constexpr QLatin1String fieldDaily("daily");
constexpr QLatin1String fieldWeekly("weekly");
constexpr QLatin1String fieldLevels("warningLevels");
constexpr QLatin1String fieldBar("barAtLimit");
constexpr QLatin1String fieldCut("cutRunningCalls");
constexpr QLatin1String fieldGrant("grantMinutes");
constexpr QLatin1String fieldLongest("longestCallMinutes");
constexpr QLatin1String fieldGrace("recordGraceMinutes");
constexpr QLatin1String fieldId("id");
constexpr QLatin1String fieldPeriod("period");
constexpr QLatin1String fieldAmount("amount");
constexpr QLatin1String fieldFrom("from");
constexpr QLatin1String fieldUntil("until");
constexpr QLatin1String fieldReason("reason");
constexpr QLatin1String fieldCreatedBy("createdBy");
constexpr QLatin1String fieldRaises("raises");
constexpr QLatin1String fieldAsOf("asOf");
constexpr QLatin1String fieldUsages("usages");
constexpr QLatin1String fieldRates("rates");
constexpr QLatin1String fieldUnpriced("unpriced");
constexpr QLatin1String fieldStart("start");
constexpr QLatin1String fieldEnd("end");
constexpr QLatin1String fieldSpent("spent");
constexpr QLatin1String fieldReserved("reserved");
constexpr QLatin1String fieldForgiven("forgiven");
constexpr QLatin1String fieldLimit("limit");
constexpr QLatin1String fieldCalls("calls");
constexpr QLatin1String fieldDays("days");
constexpr QLatin1String fieldDay("day");
constexpr QLatin1String fieldClass("class");
constexpr QLatin1String fieldSeconds("seconds");
constexpr QLatin1String fieldCost("cost");
constexpr QLatin1String fieldRows("rows");
constexpr QLatin1String fieldRefused("refused");
constexpr QLatin1String fieldRefusals("refusals");
constexpr QLatin1String fieldLine("line");
constexpr QLatin1String fieldField("field");
constexpr QLatin1String fieldStored("stored");
constexpr QLatin1String fieldRecords("records");
constexpr QLatin1String fieldCallId("callId");
constexpr QLatin1String fieldCaller("caller");
constexpr QLatin1String fieldDestination("destination");
constexpr QLatin1String fieldStartedAt("startedAt");
constexpr QLatin1String fieldAccepted("accepted");
constexpr QLatin1String fieldKnown("known");

constexpr int nameLength = 64;
constexpr int dayLength = 10;
constexpr qint64 countMost = 1'000'000'000'000;
constexpr int intMost = 2'000'000'000;

QJsonObject toJsonObject(const SpendLimits &limits)
{
    QJsonObject object;
    insertAmount(object, fieldDaily, limits.daily);
    insertAmount(object, fieldWeekly, limits.weekly);
    return object;
}

SpendLimits readLimits(JsonReader &reader)
{
    return {optionalAmount(reader, fieldDaily), optionalAmount(reader, fieldWeekly)};
}

SpendPeriod readPeriod(JsonReader &reader)
{
    const QString name = reader.text(fieldPeriod, nameLength);
    const auto period = spendPeriodFromName(name);
    if (!period && reader.ok()) reader.refuse(fieldPeriod, QStringLiteral("must be \"day\" or \"week\""));
    return period.value_or(SpendPeriod::Day);
}

int readInt(JsonReader &reader, QLatin1String field, Need need = Need::Required)
{
    return static_cast<int>(reader.integer(field, 0, intMost, need));
}

TemporaryRaise readRaise(JsonReader &reader)
{
    TemporaryRaise raise;
    raise.id = reader.text(fieldId, nameLength, Need::Optional, Empty::Allowed);
    raise.number = reader.text(fieldNumber, limits::numberLength, Need::Optional, Empty::Allowed);
    raise.period = readPeriod(reader);
    raise.amount = amount(reader, fieldAmount);
    raise.from = reader.instant(fieldFrom, Need::Optional);
    raise.until = reader.instant(fieldUntil);
    raise.reason = reader.text(fieldReason, limits::sentenceLength);
    raise.createdBy = reader.text(fieldCreatedBy, limits::loginLength, Need::Optional, Empty::Allowed);
    return raise;
}

QJsonObject toJsonObject(const SpendUsage &usage)
{
    QJsonObject object{{fieldNumber, usage.number},
                       {fieldPeriod, QString(spendPeriodName(usage.period))},
                       {fieldSpent, toText(usage.spent)},
                       {fieldReserved, toText(usage.reserved)},
                       {fieldForgiven, toText(usage.forgiven)},
                       {fieldCalls, usage.calls}};
    insertInstant(object, fieldStart, usage.start);
    insertInstant(object, fieldEnd, usage.end);
    insertAmount(object, fieldLimit, usage.limit);
    return object;
}

SpendUsage readUsage(JsonReader &reader)
{
    SpendUsage usage;
    usage.number = reader.text(fieldNumber, limits::numberLength, Need::Required, Empty::Allowed);
    usage.period = readPeriod(reader);
    usage.start = reader.instant(fieldStart);
    usage.end = reader.instant(fieldEnd);
    usage.spent = amount(reader, fieldSpent);
    usage.reserved = amount(reader, fieldReserved);
    usage.forgiven = amount(reader, fieldForgiven);
    usage.limit = optionalAmount(reader, fieldLimit);
    usage.calls = readInt(reader, fieldCalls);
    return usage;
}

}  // namespace

QJsonObject toJsonObject(const SpendSettings &settings)
{
    QJsonArray numbers;
    for (auto it = settings.numbers.cbegin(); it != settings.numbers.cend(); ++it) {
        QJsonObject object = toJsonObject(it.value());
        object.insert(fieldNumber, it.key());
        numbers.append(object);
    }
    QJsonArray levels;
    for (const int level : settings.warningLevels)
        levels.append(level);
    return {{fieldCurrency, settings.currency},
            {fieldCustomer, toJsonObject(settings.customer)},
            {fieldNumberDefault, toJsonObject(settings.numberDefault)},
            {fieldNumbers, numbers},
            {fieldLevels, levels},
            {fieldBar, settings.barAtLimit},
            {fieldCut, settings.cutRunningCalls},
            {fieldGrant, settings.grantMinutes},
            {fieldLongest, settings.longestCallMinutes},
            {fieldGrace, settings.recordGraceMinutes}};
}

QByteArray toJson(const SpendSettings &settings)
{
    return compact(toJsonObject(settings));
}

Result<SpendSettings> spendSettingsFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::spendBodyBytes, Errc::InvalidInput);
    SpendSettings settings;
    settings.currency = reader.text(fieldCurrency, nameLength);
    JsonReader customer = reader.object(fieldCustomer);
    settings.customer = readLimits(customer);
    JsonReader inherited = reader.object(fieldNumberDefault);
    settings.numberDefault = readLimits(inherited);
    for (JsonReader &entry : reader.objects(fieldNumbers, limits::numbersPerCustomer)) {
        const QString number = entry.text(fieldNumber, limits::numberLength);
        if (settings.numbers.contains(number)) entry.refuse(fieldNumber, QStringLiteral("must not stand there twice"));
        settings.numbers.insert(number, readLimits(entry));
    }
    settings.warningLevels.clear();
    for (const qint64 level : reader.integers(fieldLevels, limits::spendLevels, 0, 1'000))
        settings.warningLevels.append(static_cast<int>(level));
    settings.barAtLimit = reader.boolean(fieldBar);
    settings.cutRunningCalls = reader.boolean(fieldCut);
    settings.grantMinutes = readInt(reader, fieldGrant);
    settings.longestCallMinutes = readInt(reader, fieldLongest);
    settings.recordGraceMinutes = readInt(reader, fieldGrace);
    return reader.finish(std::move(settings));
}

QJsonObject toJsonObject(const TemporaryRaise &raise)
{
    QJsonObject object{{fieldNumber, raise.number},
                       {fieldPeriod, QString(spendPeriodName(raise.period))},
                       {fieldAmount, toText(raise.amount)},
                       {fieldReason, raise.reason}};
    if (!raise.id.isEmpty()) object.insert(fieldId, raise.id);
    if (!raise.createdBy.isEmpty()) object.insert(fieldCreatedBy, raise.createdBy);
    insertInstant(object, fieldFrom, raise.from);
    insertInstant(object, fieldUntil, raise.until);
    return object;
}

QByteArray toJson(const TemporaryRaise &raise)
{
    return compact(toJsonObject(raise));
}

Result<TemporaryRaise> raiseFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    return reader.finish(readRaise(reader));
}

QByteArray toJson(const QList<TemporaryRaise> &raises)
{
    QJsonArray array;
    for (const TemporaryRaise &raise : raises)
        array.append(toJsonObject(raise));
    return compact(QJsonObject{{fieldRaises, array}});
}

Result<QList<TemporaryRaise>> raisesFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::InvalidInput);
    QList<TemporaryRaise> raises;
    for (JsonReader &entry : reader.objects(fieldRaises, limits::raisesPerCustomer))
        raises.append(readRaise(entry));
    return reader.finish(std::move(raises));
}

QByteArray toJson(const SpendOverview &overview)
{
    QJsonArray usages;
    for (const SpendUsage &usage : overview.usages)
        usages.append(toJsonObject(usage));
    QJsonObject object{{fieldCurrency, overview.currency},
                       {fieldUsages, usages},
                       {fieldRates, overview.rates},
                       {fieldUnpriced, overview.unpriced}};
    insertInstant(object, fieldAsOf, overview.asOf);
    return compact(object);
}

Result<SpendOverview> spendOverviewFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::spendUsageBytes, Errc::InvalidInput);
    SpendOverview overview;
    overview.asOf = reader.instant(fieldAsOf);
    overview.currency = reader.text(fieldCurrency, nameLength);
    for (JsonReader &entry : reader.objects(fieldUsages, 2 * (limits::numbersPerCustomer + 1)))
        overview.usages.append(readUsage(entry));
    overview.rates = readInt(reader, fieldRates);
    overview.unpriced = reader.integer(fieldUnpriced, 0, countMost);
    return reader.finish(std::move(overview));
}

QByteArray toJson(const QList<SpendDay> &days)
{
    QJsonArray array;
    for (const SpendDay &day : days)
        array.append(QJsonObject{{fieldDay, day.day.toString(Qt::ISODate)},
                                 {fieldClass, QString(callClassName(day.callClass))},
                                 {fieldCalls, day.calls},
                                 {fieldSeconds, day.seconds},
                                 {fieldCost, toText(day.cost)}});
    return compact(QJsonObject{{fieldDays, array}});
}

Result<QList<SpendDay>> spendDaysFromJson(QByteArrayView body)
{
    constexpr int classes = 16;
    JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::InvalidInput);
    QList<SpendDay> days;
    for (JsonReader &entry : reader.objects(fieldDays, (limits::spendHistoryDays + 2) * classes)) {
        SpendDay day;
        day.day = QDate::fromString(entry.text(fieldDay, dayLength), Qt::ISODate);
        if (!day.day.isValid() && entry.ok()) entry.refuse(fieldDay, QStringLiteral("must be a date"));
        const auto callClass = callClassFromName(entry.text(fieldClass, nameLength));
        if (!callClass && entry.ok()) entry.refuse(fieldClass, QStringLiteral("must be a class of calls"));
        day.callClass = callClass.value_or(CallClass::Invalid);
        day.calls = readInt(entry, fieldCalls);
        day.seconds = entry.integer(fieldSeconds, 0, countMost);
        day.cost = amount(entry, fieldCost);
        days.append(day);
    }
    return reader.finish(std::move(days));
}

QByteArray toJson(const SpendReset &reset)
{
    return compact(QJsonObject{{fieldNumber, reset.number},
                               {fieldPeriod, QString(spendPeriodName(reset.period))},
                               {fieldReason, reset.reason}});
}

Result<SpendReset> spendResetFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    SpendReset reset;
    reset.number = reader.text(fieldNumber, limits::numberLength, Need::Optional, Empty::Allowed);
    reset.period = readPeriod(reader);
    reset.reason = reader.text(fieldReason, limits::reasonLength);
    return reader.finish(std::move(reset));
}

QByteArray toJson(const SpendUsage &usage)
{
    return compact(toJsonObject(usage));
}

Result<SpendUsage> spendUsageFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    return reader.finish(readUsage(reader));
}

QByteArray toJson(const DeckAnswer &answer)
{
    QJsonArray refusals;
    for (const DeckAnswer::Refusal &refusal : answer.refusals)
        refusals.append(QJsonObject{{fieldLine, static_cast<qint64>(refusal.line)},
                                    {fieldField, refusal.field},
                                    {fieldReason, refusal.reason}});
    return compact(QJsonObject{{fieldCurrency, answer.currency},
                               {fieldRows, answer.rows},
                               {fieldRefused, answer.refused},
                               {fieldRefusals, refusals},
                               {fieldStored, answer.stored}});
}

Result<DeckAnswer> deckAnswerFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    DeckAnswer answer;
    answer.currency = reader.text(fieldCurrency, nameLength, Need::Required, Empty::Allowed);
    answer.rows = readInt(reader, fieldRows);
    answer.refused = readInt(reader, fieldRefused);
    for (JsonReader &entry : reader.objects(fieldRefusals, limits::deckRefusals))
        answer.refusals.append({static_cast<quint64>(entry.integer(fieldLine, 0, countMost)),
                                entry.text(fieldField, nameLength, Need::Required, Empty::Allowed),
                                entry.text(fieldReason, limits::sentenceLength)});
    answer.stored = reader.boolean(fieldStored);
    return reader.finish(std::move(answer));
}

QByteArray toJson(const QList<FinishedCall> &calls)
{
    QJsonArray records;
    for (const FinishedCall &call : calls) {
        QJsonObject object{{fieldCallId, call.callId},
                           {fieldCaller, call.caller},
                           {fieldDestination, call.destination},
                           {fieldSeconds, call.seconds}};
        insertInstant(object, fieldStartedAt, call.startedAt);
        records.append(object);
    }
    return compact(QJsonObject{{fieldRecords, records}});
}

Result<QList<FinishedCall>> finishedCallsFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    QList<FinishedCall> calls;
    for (JsonReader &entry : reader.objects(fieldRecords, limits::callRecordsPerRequest))
        calls.append({entry.text(fieldCallId, limits::callIdLength), entry.text(fieldCaller, limits::numberLength),
                      entry.text(fieldDestination, limits::numberLength), entry.instant(fieldStartedAt),
                      static_cast<int>(entry.integer(fieldSeconds, 0, limits::callSecondsMost))});
    if (reader.ok() && calls.isEmpty()) reader.refuse(fieldRecords, QStringLiteral("must hold at least one call"));
    return reader.finish(std::move(calls));
}

QByteArray toJson(const RecordsTaken &taken)
{
    return compact(QJsonObject{{fieldAccepted, taken.accepted}, {fieldKnown, taken.known}});
}

Result<RecordsTaken> recordsTakenFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    return reader.finish(RecordsTaken{readInt(reader, fieldAccepted), readInt(reader, fieldKnown)});
}

}  // namespace lw::protocol
