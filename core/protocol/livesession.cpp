// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/livesession.h"

#include "core/protocol/jsonreader.h"
#include "core/protocol/limits.h"
#include "core/util/time.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lw::protocol {

namespace {

using Need = JsonReader::Need;
using Empty = JsonReader::Empty;

constexpr QLatin1String fieldId("id");
constexpr QLatin1String fieldUserId("userId");
constexpr QLatin1String fieldLogin("login");
constexpr QLatin1String fieldDisplayName("displayName");
constexpr QLatin1String fieldCreatedAt("createdAt");
constexpr QLatin1String fieldLastSeenAt("lastSeenAt");
constexpr QLatin1String fieldExpiresAt("expiresAt");
constexpr QLatin1String fieldAddress("address");
constexpr QLatin1String fieldAgent("agent");
constexpr QLatin1String fieldOwn("own");
constexpr QLatin1String fieldSessions("sessions");
constexpr QLatin1String fieldEnded("ended");
constexpr int idLength = 64;
constexpr int addressLength = 64;
constexpr int agentLength = 256;

LiveSession readSession(JsonReader reader)
{
    LiveSession session;
    session.id = reader.text(fieldId, idLength);
    session.userId = reader.text(fieldUserId, idLength);
    session.login = reader.text(fieldLogin, limits::loginLength);
    session.displayName = reader.text(fieldDisplayName, limits::nameLength, Need::Required, Empty::Allowed);
    session.createdAt = reader.instant(fieldCreatedAt);
    session.lastSeenAt = reader.instant(fieldLastSeenAt);
    session.expiresAt = reader.instant(fieldExpiresAt);
    session.address = reader.text(fieldAddress, addressLength, Need::Required, Empty::Allowed);
    session.agent = reader.text(fieldAgent, agentLength, Need::Required, Empty::Allowed);
    session.own = reader.boolean(fieldOwn);
    return session;
}

}  // namespace

QByteArray toJson(const QList<LiveSession> &sessions)
{
    QJsonArray list;
    for (const LiveSession &session : sessions)
        list.append(QJsonObject{{fieldId, session.id},
                                {fieldUserId, session.userId},
                                {fieldLogin, session.login},
                                {fieldDisplayName, session.displayName},
                                {fieldCreatedAt, toRfc3339(session.createdAt)},
                                {fieldLastSeenAt, toRfc3339(session.lastSeenAt)},
                                {fieldExpiresAt, toRfc3339(session.expiresAt)},
                                {fieldAddress, session.address},
                                {fieldAgent, session.agent},
                                {fieldOwn, session.own}});
    return QJsonDocument(QJsonObject{{fieldSessions, list}}).toJson(QJsonDocument::Compact);
}

Result<QList<LiveSession>> liveSessionsFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::sessionsBodyBytes, Errc::Protocol);
    QList<LiveSession> sessions;
    for (const JsonReader &one : reader.objects(fieldSessions, limits::sessionsListed))
        sessions.append(readSession(one));
    return reader.finish(std::move(sessions));
}

QByteArray toJson(const SessionsEnded &answer)
{
    return QJsonDocument(QJsonObject{{fieldEnded, answer.ended}}).toJson(QJsonDocument::Compact);
}

Result<SessionsEnded> sessionsEndedFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::Protocol);
    SessionsEnded answer{static_cast<int>(reader.integer(fieldEnded, 0, limits::sessionsListed))};
    return reader.finish(answer);
}

}  // namespace lw::protocol
