// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/retention.h"

#include "core/protocol/jsonnames.h"
#include "core/protocol/jsonreader.h"
#include "core/protocol/jsonwriter.h"
#include "core/protocol/limits.h"

#include <QJsonArray>

namespace lw::protocol {

namespace {

using Need = JsonReader::Need;
using Empty = JsonReader::Empty;

constexpr QLatin1String fieldRules("rules");
constexpr QLatin1String fieldNextRunAt("nextRunAt");
constexpr QLatin1String fieldLastRun("lastRun");
constexpr QLatin1String fieldLoginLog("loginLogDays");
constexpr QLatin1String fieldAuditLog("auditLogDays");
constexpr QLatin1String fieldCallRecords("callRecordsDays");
constexpr QLatin1String fieldReports("reportsDays");
constexpr QLatin1String fieldCounts("counts");
constexpr QLatin1String fieldClass("class");
constexpr QLatin1String fieldBefore("before");
constexpr QLatin1String fieldRemoved("removed");
constexpr QLatin1String fieldHeld("held");
constexpr QLatin1String fieldOldest("oldest");
constexpr QLatin1String fieldNewest("newest");
constexpr QLatin1String fieldHolds("holds");
constexpr QLatin1String fieldId("id");
constexpr QLatin1String fieldSubject("subject");
constexpr QLatin1String fieldValue("value");
constexpr QLatin1String fieldFrom("from");
constexpr QLatin1String fieldUntil("until");
constexpr QLatin1String fieldReason("reason");
constexpr QLatin1String fieldCreatedAt("createdAt");
constexpr QLatin1String fieldCreatedBy("createdBy");
constexpr QLatin1String fieldReleasedAt("releasedAt");
constexpr QLatin1String fieldReleasedBy("releasedBy");
constexpr QLatin1String fieldRuns("runs");
constexpr QLatin1String fieldCause("cause");
constexpr QLatin1String fieldSubjectId("subjectId");
constexpr QLatin1String fieldStartedBy("startedBy");
constexpr QLatin1String fieldStartedAt("startedAt");
constexpr QLatin1String fieldFinishedAt("finishedAt");
constexpr QLatin1String fieldRanges("ranges");

constexpr int idLength = 64;
constexpr qint64 daysMost = 1'000'000;  ///< what may be is core/policy/retention.h's to say
constexpr qint64 countMost = limits::jsonIntegerMost;

QJsonObject countJson(const PurgeCount &count)
{
    QJsonObject object{
        {fieldClass, QString(dataClassName(count.dataClass))}, {fieldRemoved, count.removed}, {fieldHeld, count.held}};
    insertInstant(object, fieldBefore, count.before);
    insertInstant(object, fieldOldest, count.oldest);
    insertInstant(object, fieldNewest, count.newest);
    return object;
}

template <typename T>
QByteArray listJson(QLatin1String field, const QList<T> &list)
{
    QJsonArray array;
    for (const T &one : list)
        array.append(toJsonObject(one));
    return compact({{field, array}});
}

template <typename T>
Result<QList<T>> readList(QByteArrayView body, QLatin1String field, int most, T (*readOne)(JsonReader &))
{
    JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::Protocol);
    QList<T> list;
    for (JsonReader &entry : reader.objects(field, most))
        list.append(readOne(entry));
    return reader.finish(std::move(list));
}

std::optional<int> readDays(JsonReader &reader, QLatin1String field)
{
    if (!reader.has(field)) return std::nullopt;
    return static_cast<int>(reader.integer(field, -daysMost, daysMost));
}

RetentionRules readRules(JsonReader &reader)
{
    return {readDays(reader, fieldLoginLog), readDays(reader, fieldAuditLog), readDays(reader, fieldCallRecords),
            readDays(reader, fieldReports)};
}

PurgeCount readCount(JsonReader &reader)
{
    PurgeCount count;
    count.dataClass = named(reader, fieldClass, &dataClassFromName, DataClass::LoginLog);
    count.before = reader.instant(fieldBefore, Need::Optional);
    count.removed = reader.integer(fieldRemoved, 0, countMost);
    count.held = reader.integer(fieldHeld, 0, countMost);
    count.oldest = reader.instant(fieldOldest, Need::Optional);
    count.newest = reader.instant(fieldNewest, Need::Optional);
    return count;
}

LegalHold readHold(JsonReader &reader)
{
    LegalHold hold;
    hold.id = reader.text(fieldId, idLength, Need::Optional);
    hold.subject = named(reader, fieldSubject, &holdSubjectFromName, HoldSubject::Person);
    hold.value = reader.text(fieldValue, limits::nameLength, Need::Optional, Empty::Allowed);
    hold.from = reader.instant(fieldFrom, Need::Optional);
    hold.until = reader.instant(fieldUntil, Need::Optional);
    hold.reason = reader.text(fieldReason, limits::sentenceLength);
    hold.createdAt = reader.instant(fieldCreatedAt, Need::Optional);
    hold.createdBy = reader.text(fieldCreatedBy, limits::loginLength, Need::Optional, Empty::Allowed);
    hold.releasedAt = reader.instant(fieldReleasedAt, Need::Optional);
    hold.releasedBy = reader.text(fieldReleasedBy, limits::loginLength, Need::Optional, Empty::Allowed);
    return hold;
}

PurgeRun readRun(JsonReader &reader)
{
    PurgeRun run;
    run.id = reader.text(fieldId, idLength);
    run.cause = named(reader, fieldCause, &purgeCauseFromName, PurgeCause::Schedule);
    run.subjectId = reader.text(fieldSubjectId, idLength, Need::Optional, Empty::Allowed);
    run.startedBy = reader.text(fieldStartedBy, limits::loginLength, Need::Optional, Empty::Allowed);
    run.startedAt = reader.instant(fieldStartedAt);
    run.finishedAt = reader.instant(fieldFinishedAt, Need::Optional);
    for (JsonReader &entry : reader.objects(fieldCounts, static_cast<int>(allDataClasses().size())))
        run.counts.append(readCount(entry));
    return run;
}

}  // namespace

QJsonObject toJsonObject(const RetentionRules &rules)
{
    QJsonObject object;
    const auto insert = [&object](QLatin1String field, std::optional<int> days) {
        if (days) object.insert(field, *days);
    };
    insert(fieldLoginLog, rules.loginLogDays);
    insert(fieldAuditLog, rules.auditLogDays);
    insert(fieldCallRecords, rules.callRecordsDays);
    insert(fieldReports, rules.reportsDays);
    return object;
}

QByteArray toJson(const RetentionRules &rules)
{
    return compact(toJsonObject(rules));
}

Result<RetentionRules> retentionRulesFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    RetentionRules rules = readRules(reader);
    return reader.finish(std::move(rules));
}

QByteArray toJson(const RetentionState &state)
{
    QJsonObject object{{fieldRules, toJsonObject(state.rules)}};
    insertInstant(object, fieldNextRunAt, state.nextRunAt);
    if (state.lastRun) object.insert(fieldLastRun, toJsonObject(*state.lastRun));
    return compact(object);
}

Result<RetentionState> retentionStateFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::Protocol);
    RetentionState state;
    JsonReader rules = reader.object(fieldRules);
    state.rules = readRules(rules);
    state.nextRunAt = reader.instant(fieldNextRunAt, Need::Optional);
    if (std::optional<JsonReader> run = reader.optionalObject(fieldLastRun)) state.lastRun = readRun(*run);
    return reader.finish(std::move(state));
}

QByteArray toJson(const QList<PurgeCount> &counts)
{
    QJsonArray array;
    for (const PurgeCount &count : counts)
        array.append(countJson(count));
    return compact({{fieldCounts, array}});
}

Result<QList<PurgeCount>> purgeCountsFromJson(QByteArrayView body)
{
    return readList(body, fieldCounts, static_cast<int>(allDataClasses().size()), &readCount);
}

QJsonObject toJsonObject(const LegalHold &hold)
{
    QJsonObject object{{fieldSubject, QString(holdSubjectName(hold.subject))}, {fieldReason, hold.reason}};
    const auto insert = [&object](QLatin1String field, const QString &text) {
        if (!text.isEmpty()) object.insert(field, text);
    };
    insert(fieldId, hold.id);
    insert(fieldValue, hold.value);
    insert(fieldCreatedBy, hold.createdBy);
    insert(fieldReleasedBy, hold.releasedBy);
    insertInstant(object, fieldFrom, hold.from);
    insertInstant(object, fieldUntil, hold.until);
    insertInstant(object, fieldCreatedAt, hold.createdAt);
    insertInstant(object, fieldReleasedAt, hold.releasedAt);
    return object;
}

QByteArray toJson(const LegalHold &hold)
{
    return compact(toJsonObject(hold));
}

Result<LegalHold> holdFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    LegalHold hold = readHold(reader);
    return reader.finish(std::move(hold));
}

QByteArray toJson(const QList<LegalHold> &holds)
{
    return listJson(fieldHolds, holds);
}

Result<QList<LegalHold>> holdsFromJson(QByteArrayView body)
{
    return readList(body, fieldHolds, limits::holdsListed, &readHold);
}

QJsonObject toJsonObject(const PurgeRun &run)
{
    QJsonArray counts;
    for (const PurgeCount &count : run.counts)
        counts.append(countJson(count));
    QJsonObject object{{fieldId, run.id}, {fieldCause, QString(purgeCauseName(run.cause))}, {fieldCounts, counts}};
    if (!run.subjectId.isEmpty()) object.insert(fieldSubjectId, run.subjectId);
    if (!run.startedBy.isEmpty()) object.insert(fieldStartedBy, run.startedBy);
    insertInstant(object, fieldStartedAt, run.startedAt);
    insertInstant(object, fieldFinishedAt, run.finishedAt);
    return object;
}

QByteArray toJson(const PurgeRun &run)
{
    return compact(toJsonObject(run));
}

Result<PurgeRun> purgeRunFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::Protocol);
    PurgeRun run = readRun(reader);
    return reader.finish(std::move(run));
}

QByteArray toJson(const QList<PurgeRun> &runs)
{
    return listJson(fieldRuns, runs);
}

Result<QList<PurgeRun>> purgeRunsFromJson(QByteArrayView body)
{
    return readList(body, fieldRuns, limits::purgeRunsListed, &readRun);
}

QByteArray toJson(const QList<PurgedRange> &ranges)
{
    QJsonArray flat;
    for (const PurgedRange &range : ranges)
        for (const qint64 value : {range.number, static_cast<qint64>(range.first), static_cast<qint64>(range.last)})
            flat.append(value);
    return compact({{fieldRanges, flat}});
}

Result<QList<PurgedRange>> purgedRangesFromJson(QByteArrayView body)
{
    constexpr int values = 3;
    JsonReader reader = JsonReader::parse(body, limits::purgesBodyBytes, Errc::Protocol);
    const QList<qint64> flat =
        reader.integers(fieldRanges, values * limits::purgedRangesPage, 0, limits::jsonIntegerMost);
    if (reader.ok() && flat.size() % values != 0)
        reader.refuse(fieldRanges, QStringLiteral("must have three numbers for each range"));
    if (!reader.ok()) return reader.error();
    QList<PurgedRange> ranges;
    ranges.reserve(flat.size() / values);
    for (qsizetype i = 0; i < flat.size(); i += values) {
        const PurgedRange range{flat[i], static_cast<quint64>(flat[i + 1]), static_cast<quint64>(flat[i + 2])};
        if (range.last < range.first || (!ranges.isEmpty() && range.number <= ranges.constLast().number)) {
            reader.refuse(fieldRanges, QStringLiteral("must grow in number, and end after they begin"));
            return reader.error();
        }
        ranges.append(range);
    }
    return ranges;
}

QByteArray toJson(const ErasureWish &wish)
{
    return compact({{fieldReason, wish.reason}});
}

Result<ErasureWish> erasureWishFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    ErasureWish wish{reader.text(fieldReason, limits::reasonLength)};
    return reader.finish(std::move(wish));
}

}  // namespace lw::protocol
