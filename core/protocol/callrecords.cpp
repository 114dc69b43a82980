// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/callrecords.h"

#include "core/protocol/amount.h"
#include "core/protocol/endpoints.h"
#include "core/protocol/jsonnames.h"
#include "core/protocol/jsonwriter.h"
#include "core/protocol/limits.h"

#include <QJsonArray>
#include <QUrl>
#include <QUrlQuery>

namespace lw::protocol {

namespace {

using Need = JsonReader::Need;
using Empty = JsonReader::Empty;

constexpr QLatin1String fieldCurrency("currency");
constexpr QLatin1String fieldCalls("calls");
constexpr QLatin1String fieldNext("nextCursor");
constexpr QLatin1String fieldCallId("callId");
constexpr QLatin1String fieldCaller("caller");
constexpr QLatin1String fieldDestination("destination");
constexpr QLatin1String fieldClass("class");
constexpr QLatin1String fieldStartedAt("startedAt");
constexpr QLatin1String fieldSeconds("seconds");
constexpr QLatin1String fieldCost("cost");
constexpr QLatin1String fieldRatePrefix("ratePrefix");

constexpr int currencyLength = 64;

QJsonObject toJsonObject(const CallRecord &call)
{
    QJsonObject object{{fieldCallId, call.callId},           {fieldCaller, call.caller},
                       {fieldDestination, call.destination}, {fieldClass, QString(callClassName(call.callClass))},
                       {fieldSeconds, call.seconds},         {fieldCost, toText(call.cost)},
                       {fieldRatePrefix, call.ratePrefix}};
    insertInstant(object, fieldStartedAt, call.startedAt);
    return object;
}

CallRecord readRecord(JsonReader &reader)
{
    CallRecord call;
    call.callId = reader.text(fieldCallId, limits::callIdLength);
    call.caller = reader.text(fieldCaller, limits::numberLength);
    call.destination = reader.text(fieldDestination, limits::numberLength);
    call.callClass = named(reader, fieldClass, callClassFromName, CallClass::Invalid);
    call.startedAt = reader.instant(fieldStartedAt);
    call.seconds = static_cast<int>(reader.integer(fieldSeconds, 0, limits::callSecondsMost));
    call.cost = amount(reader, fieldCost);
    call.ratePrefix = reader.text(fieldRatePrefix, limits::numberLength, Need::Required, Empty::Allowed);
    return call;
}

}  // namespace

QString callListPath(const CallFilter &filter, int limit, const QString &cursor)
{
    QUrlQuery query;
    const auto add = [&query](const char *name, const QString &value) {
        if (!value.isEmpty())
            query.addQueryItem(QLatin1String(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add("limit", QString::number(limit));
    add("cursor", cursor);
    add("number", filter.number);
    if (filter.from.isValid()) add("from", toRfc3339(filter.from));
    if (filter.until.isValid()) add("until", toRfc3339(filter.until));
    if (filter.callClass) add("class", callClassName(*filter.callClass));
    return paths::callsRecords + u'?' + query.toString(QUrl::FullyEncoded);
}

QByteArray toJson(const CallPage &page)
{
    QJsonArray calls;
    for (const CallRecord &call : page.calls)
        calls.append(toJsonObject(call));
    QJsonObject object{{fieldCurrency, page.currency}, {fieldCalls, calls}};
    if (!page.nextCursor.isEmpty()) object.insert(fieldNext, page.nextCursor);
    return compact(object);
}

Result<CallPage> callPageFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::Protocol);
    CallPage page;
    page.currency = reader.text(fieldCurrency, currencyLength);
    for (JsonReader &entry : reader.objects(fieldCalls, limits::callsPageMost))
        page.calls.append(readRecord(entry));
    page.nextCursor = reader.text(fieldNext, limits::callCursorLength, Need::Optional);
    return reader.finish(std::move(page));
}

}  // namespace lw::protocol
