// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/departure.h"

#include "core/protocol/jsonnames.h"
#include "core/protocol/jsonreader.h"
#include "core/protocol/jsonwriter.h"
#include "core/protocol/limits.h"
#include "core/util/time.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lw::protocol {

namespace {

using Need = JsonReader::Need;
using Empty = JsonReader::Empty;

constexpr QLatin1String fieldId("id");
constexpr QLatin1String fieldUserId("userId");
constexpr QLatin1String fieldLogin("login");
constexpr QLatin1String fieldDisplayName("displayName");
constexpr QLatin1String fieldKind("kind");
constexpr QLatin1String fieldState("state");
constexpr QLatin1String fieldDepartedAt("departedAt");
constexpr QLatin1String fieldEffectiveAt("effectiveAt");
constexpr QLatin1String fieldNewRoles("newRoles");
constexpr QLatin1String fieldReason("reason");
constexpr QLatin1String fieldCreatedAt("createdAt");
constexpr QLatin1String fieldCreatedBy("createdBy");
constexpr QLatin1String fieldExecutedAt("executedAt");
constexpr QLatin1String fieldSessionsEnded("sessionsEnded");
constexpr QLatin1String fieldDevicesRevoked("devicesRevoked");
constexpr QLatin1String fieldProbes("probes");
constexpr QLatin1String fieldProvedAt("provedAt");
constexpr QLatin1String fieldWhat("what");
constexpr QLatin1String fieldPassed("passed");
constexpr QLatin1String fieldDetail("detail");
constexpr QLatin1String fieldAt("at");
constexpr QLatin1String fieldDepartures("departures");
constexpr int idLength = 64;
constexpr int wordLength = 64;
constexpr int probesMost = 16;
constexpr int countMost = 1'000'000;
constexpr int reasonLength = 1024;

QStringList roles(JsonReader &reader)
{
    if (!reader.has(fieldNewRoles)) return {};
    return reader.texts(fieldNewRoles, limits::rolesPerUser, limits::roleNameLength);
}

QJsonObject toJsonObject(const ProbeResult &probe)
{
    QJsonObject object{{fieldWhat, probe.what}, {fieldPassed, probe.passed}, {fieldDetail, probe.detail}};
    insertInstant(object, fieldAt, probe.at);
    return object;
}

ProbeResult readProbe(JsonReader reader)
{
    ProbeResult probe;
    probe.what = reader.text(fieldWhat, wordLength);
    probe.passed = reader.boolean(fieldPassed);
    probe.detail = reader.text(fieldDetail, limits::sentenceLength, Need::Required, Empty::Allowed);
    probe.at = reader.instant(fieldAt);
    return probe;
}

QJsonObject toJsonObject(const NewDeparture &departure)
{
    QJsonObject object{{fieldUserId, departure.userId}, {fieldKind, QString(departureKindName(departure.kind))}};
    insertInstant(object, fieldDepartedAt, departure.departedAt);
    insertInstant(object, fieldEffectiveAt, departure.effectiveAt);
    if (!departure.newRoles.isEmpty()) object.insert(fieldNewRoles, QJsonArray::fromStringList(departure.newRoles));
    if (!departure.reason.isEmpty()) object.insert(fieldReason, departure.reason);
    return object;
}

NewDeparture readNewDeparture(JsonReader reader)
{
    NewDeparture departure;
    departure.userId = reader.text(fieldUserId, idLength);
    departure.kind = named(reader, fieldKind, departureKindFromName, DepartureKind::Departure);
    departure.departedAt = reader.instant(fieldDepartedAt);
    departure.effectiveAt = reader.instant(fieldEffectiveAt, Need::Optional);
    departure.newRoles = roles(reader);
    departure.reason = reader.text(fieldReason, reasonLength, Need::Optional, Empty::Allowed);
    return departure;
}

}  // namespace

QJsonObject toJsonObject(const Departure &departure)
{
    QJsonArray probes;
    for (const ProbeResult &probe : departure.probes)
        probes.append(toJsonObject(probe));
    QJsonObject object{{fieldId, departure.id},
                       {fieldUserId, departure.userId},
                       {fieldLogin, departure.login},
                       {fieldDisplayName, departure.displayName},
                       {fieldKind, QString(departureKindName(departure.kind))},
                       {fieldState, QString(departureStateName(departure.state))},
                       {fieldNewRoles, QJsonArray::fromStringList(departure.newRoles)},
                       {fieldReason, departure.reason},
                       {fieldCreatedBy, departure.createdBy},
                       {fieldSessionsEnded, departure.sessionsEnded},
                       {fieldDevicesRevoked, departure.devicesRevoked},
                       {fieldProbes, probes}};
    insertInstant(object, fieldDepartedAt, departure.departedAt);
    insertInstant(object, fieldEffectiveAt, departure.effectiveAt);
    insertInstant(object, fieldCreatedAt, departure.createdAt);
    insertInstant(object, fieldExecutedAt, departure.executedAt);
    insertInstant(object, fieldProvedAt, departure.provedAt);
    return object;
}

QByteArray toJson(const Departure &departure)
{
    return compact(toJsonObject(departure));
}

Departure readDeparture(JsonReader reader)
{
    Departure departure;
    departure.id = reader.text(fieldId, idLength);
    departure.userId = reader.text(fieldUserId, idLength);
    departure.login = reader.text(fieldLogin, limits::loginLength);
    departure.displayName = reader.text(fieldDisplayName, limits::nameLength, Need::Required, Empty::Allowed);
    departure.kind = named(reader, fieldKind, departureKindFromName, DepartureKind::Departure);
    departure.state = named(reader, fieldState, departureStateFromName, DepartureState::Scheduled);
    departure.departedAt = reader.instant(fieldDepartedAt);
    departure.effectiveAt = reader.instant(fieldEffectiveAt);
    departure.newRoles = roles(reader);
    departure.reason = reader.text(fieldReason, reasonLength, Need::Optional, Empty::Allowed);
    departure.createdAt = reader.instant(fieldCreatedAt);
    departure.createdBy = reader.text(fieldCreatedBy, limits::loginLength);
    departure.executedAt = reader.instant(fieldExecutedAt, Need::Optional);
    departure.sessionsEnded = static_cast<int>(reader.integer(fieldSessionsEnded, 0, countMost));
    departure.devicesRevoked = static_cast<int>(reader.integer(fieldDevicesRevoked, 0, countMost));
    for (const JsonReader &probe : reader.objects(fieldProbes, probesMost))
        departure.probes.append(readProbe(probe));
    departure.provedAt = reader.instant(fieldProvedAt, Need::Optional);
    return departure;
}

Result<Departure> departureFromJson(QByteArrayView body)
{
    const JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::Protocol);
    Departure departure = readDeparture(reader);
    return reader.finish(std::move(departure));
}

QByteArray toJson(const QList<Departure> &departures)
{
    QJsonArray list;
    for (const Departure &departure : departures)
        list.append(toJsonObject(departure));
    return compact({{fieldDepartures, list}});
}

Result<QList<Departure>> departuresFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::departuresBodyBytes, Errc::Protocol);
    QList<Departure> departures;
    for (const JsonReader &one : reader.objects(fieldDepartures, limits::departuresListed))
        departures.append(readDeparture(one));
    return reader.finish(std::move(departures));
}

QByteArray toJson(const QList<NewDeparture> &departures)
{
    QJsonArray list;
    for (const NewDeparture &departure : departures)
        list.append(toJsonObject(departure));
    return compact({{fieldDepartures, list}});
}

Result<QList<NewDeparture>> newDeparturesFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    QList<NewDeparture> departures;
    for (const JsonReader &one : reader.objects(fieldDepartures, limits::selectionMost))
        departures.append(readNewDeparture(one));
    if (departures.isEmpty()) reader.refuse(fieldDepartures, QStringLiteral("must have at least one case"));
    return reader.finish(std::move(departures));
}

}  // namespace lw::protocol
