// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/callreplay.h"

#include "core/protocol/amount.h"
#include "core/protocol/callguard.h"
#include "core/protocol/jsonreader.h"
#include "core/protocol/jsonwriter.h"
#include "core/protocol/limits.h"
#include "core/protocol/spend.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lw::protocol {

namespace {

using Need = JsonReader::Need;
using Empty = JsonReader::Empty;

constexpr QLatin1String fieldGuard("guard");
constexpr QLatin1String fieldSpend("spend");
constexpr QLatin1String fieldDays("days");
constexpr QLatin1String fieldFrom("from");
constexpr QLatin1String fieldCurrency("currency");
constexpr QLatin1String fieldCalls("calls");
constexpr QLatin1String fieldRefused("refused");
constexpr QLatin1String fieldCut("cut");
constexpr QLatin1String fieldSpent("spent");
constexpr QLatin1String fieldSaved("saved");
constexpr QLatin1String fieldFirstBreach("firstBreach");
constexpr QLatin1String fieldFirstBreachNumber("firstBreachNumber");
constexpr QLatin1String fieldAffected("affected");
constexpr QLatin1String fieldCallId("callId");
constexpr QLatin1String fieldCaller("caller");
constexpr QLatin1String fieldDestination("destination");
constexpr QLatin1String fieldClass("class");
constexpr QLatin1String fieldStartedAt("startedAt");
constexpr QLatin1String fieldSeconds("seconds");
constexpr QLatin1String fieldCost("cost");
constexpr QLatin1String fieldReason("reason");
constexpr QLatin1String fieldOrigin("origin");
constexpr QLatin1String fieldRule("rule");
constexpr QLatin1String fieldSecondsKept("secondsKept");

constexpr int nameLength = 64;
constexpr qint64 countMost = 1'000'000'000'000;

QJsonObject toJsonObject(const ReplayedCall &one)
{
    QJsonObject object{{fieldCallId, one.call.callId},
                       {fieldCaller, one.call.caller},
                       {fieldDestination, one.call.destination},
                       {fieldClass, QString(callClassName(one.call.callClass))},
                       {fieldSeconds, one.call.seconds},
                       {fieldCost, toText(one.call.cost)},
                       {fieldReason, QString(barringReasonName(one.reason))},
                       {fieldOrigin, QString(ruleOriginName(one.origin))},
                       {fieldRule, one.rule},
                       {fieldSecondsKept, one.secondsKept},
                       {fieldSaved, toText(one.saved)}};
    insertInstant(object, fieldStartedAt, one.call.startedAt);
    return object;
}

template <typename T, typename FromName>
T readName(JsonReader &reader, QLatin1String field, FromName fromName)
{
    const auto value = fromName(reader.text(field, nameLength));
    if (!value && reader.ok()) reader.refuse(field, QStringLiteral("is not known"));
    return value.value_or(T());
}

ReplayedCall readCall(JsonReader &reader)
{
    ReplayedCall one;
    one.call.callId = reader.text(fieldCallId, limits::callIdLength);
    one.call.caller = reader.text(fieldCaller, limits::numberLength);
    one.call.destination = reader.text(fieldDestination, limits::numberLength);
    one.call.callClass = readName<CallClass>(reader, fieldClass, callClassFromName);
    one.call.startedAt = reader.instant(fieldStartedAt);
    one.call.seconds = static_cast<int>(reader.integer(fieldSeconds, 0, limits::callSecondsMost));
    one.call.cost = amount(reader, fieldCost);
    one.reason = readName<BarringReason>(reader, fieldReason, barringReasonFromName);
    one.origin = readName<RuleOrigin>(reader, fieldOrigin, ruleOriginFromName);
    one.rule = reader.text(fieldRule, nameLength, Need::Required, Empty::Allowed);
    one.secondsKept = static_cast<int>(reader.integer(fieldSecondsKept, 0, limits::callSecondsMost));
    one.saved = amount(reader, fieldSaved);
    return one;
}

/// A part of the body by the codec that it has of its own.
template <typename T>
std::optional<T> readPart(const QJsonObject &object, QLatin1String field, Result<T> (*decode)(QByteArrayView),
                          std::optional<Error> &error)
{
    if (!object.contains(field) || error) return std::nullopt;
    Result<T> part = decode(compact(object.value(field).toObject()));
    if (part) return std::move(*part);
    error = makeError(Errc::InvalidInput, part.error().message, QString(field) + u'.' + part.error().field);
    return std::nullopt;
}

}  // namespace

QByteArray toJson(const ReplayWish &wish)
{
    QJsonObject object{{fieldDays, wish.days}};
    if (wish.guard) object.insert(fieldGuard, toJsonObject(*wish.guard));
    if (wish.spend) object.insert(fieldSpend, toJsonObject(*wish.spend));
    return compact(object);
}

Result<ReplayWish> replayWishFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::replayBodyBytes, Errc::InvalidInput);
    ReplayWish wish;
    wish.days = static_cast<int>(reader.integer(fieldDays, 1, limits::spendHistoryDays));
    if (!reader.ok()) return reader.error();
    const QJsonObject object = QJsonDocument::fromJson(body.toByteArray()).object();
    std::optional<Error> error;
    wish.guard = readPart<GuardSettings>(object, fieldGuard, &guardSettingsFromJson, error);
    wish.spend = readPart<SpendSettings>(object, fieldSpend, &spendSettingsFromJson, error);
    if (error) return *error;
    return wish;
}

QByteArray toJson(const ReplayAnswer &answer)
{
    const CallReplayVerdict &verdict = answer.verdict;
    QJsonArray affected;
    for (const ReplayedCall &one : verdict.affected)
        affected.append(toJsonObject(one));
    QJsonObject object{{fieldCurrency, answer.currency},
                       {fieldCalls, verdict.calls},
                       {fieldRefused, verdict.refused},
                       {fieldCut, verdict.cut},
                       {fieldSpent, toText(verdict.spent)},
                       {fieldSaved, toText(verdict.saved)},
                       {fieldFirstBreachNumber, verdict.firstBreachNumber},
                       {fieldAffected, affected}};
    insertInstant(object, fieldFrom, answer.from);
    insertInstant(object, fieldFirstBreach, verdict.firstBreach);
    return compact(object);
}

Result<ReplayAnswer> replayAnswerFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::InvalidInput);
    ReplayAnswer answer;
    answer.from = reader.instant(fieldFrom);
    answer.currency = reader.text(fieldCurrency, nameLength);
    CallReplayVerdict &verdict = answer.verdict;
    verdict.calls = reader.integer(fieldCalls, 0, countMost);
    verdict.refused = reader.integer(fieldRefused, 0, countMost);
    verdict.cut = reader.integer(fieldCut, 0, countMost);
    verdict.spent = amount(reader, fieldSpent);
    verdict.saved = amount(reader, fieldSaved);
    verdict.firstBreach = reader.instant(fieldFirstBreach, Need::Optional);
    verdict.firstBreachNumber =
        reader.text(fieldFirstBreachNumber, limits::numberLength, Need::Required, Empty::Allowed);
    for (JsonReader &entry : reader.objects(fieldAffected, limits::replayListed))
        verdict.affected.append(readCall(entry));
    return reader.finish(std::move(answer));
}

}  // namespace lw::protocol
