// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/authevents.h"

namespace lw::server {

namespace {

constexpr qsizetype longestName = 128;
constexpr qsizetype longestAgent = 256;

QString cut(QString text, qsizetype longest)
{
    if (text.size() <= longest) return text;
    // Not through the middle of a surrogate pair: half of one is not Unicode, and no leaf may hold it.
    text.truncate(text[longest - 1].isHighSurrogate() ? longest - 1 : longest);
    return text;
}

}  // namespace

Origin originOf(const Request &request)
{
    return Origin{request.peerAddress, request.peerPort, QStringLiteral("console"),
                  cut(QString::fromUtf8(request.headers.value("User-Agent")), longestAgent)};
}

Actor actorOf(const User &user)
{
    return Actor{ActorType::User, user.id, user.login};
}

Actor actorOf(const Principal &principal)
{
    return Actor{ActorType::User, principal.userId, principal.login};
}

Actor claimedBy(const QString &login)
{
    return Actor{ActorType::Unknown, {}, cut(login, longestName)};
}

Actor backEndItself()
{
    return Actor{ActorType::System, {}, QStringLiteral("linewardend")};
}

ObjectRef accountOf(const User &user)
{
    return ObjectRef{QStringLiteral("account"), user.id, user.login};
}

ObjectRef accountNamed(const QString &login)
{
    return ObjectRef{QStringLiteral("account"), {}, cut(login, longestName)};
}

ObjectRef sessionNamed(const QString &sessionId)
{
    return ObjectRef{QStringLiteral("session"), sessionId, {}};
}

AuditEvent authEvent(EventKind kind, Outcome outcome, const Actor &actor, const Origin &origin, const ObjectRef &object,
                     const QString &reason)
{
    AuditEvent event;
    event.kind = kind;
    event.outcome = outcome;
    event.actor = actor;
    event.origin = origin;
    event.object = object;
    event.reason = reason;
    return event;
}

}  // namespace lw::server
