// SPDX-License-Identifier: GPL-3.0-or-later
// Shorthand for the events that parsers make.
#pragma once

#include "core/domain/event.h"
#include "core/import/displaytext.h"
#include "core/import/logendpoint.h"

namespace lw::import {

inline QDateTime utcFromMs(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

inline Outcome outcomeOf(EventKind kind)
{
    switch (kind) {
        case EventKind::LoginSucceeded:
        case EventKind::Logout:
        case EventKind::AccountUnlocked:
        case EventKind::MfaSucceeded:
        case EventKind::PasswordChanged:
        case EventKind::SessionExpired:
        case EventKind::AccessRevoked: return Outcome::Success;
        default: return Outcome::Failure;
    }
}

inline void setOrigin(AuditEvent &event, const Endpoint &endpoint, const QString &service)
{
    event.origin.address = endpoint.address;
    event.origin.port = endpoint.port;
    event.origin.service = endpoint.transport.isEmpty() ? service : service + u'/' + endpoint.transport;
}

inline void setActor(AuditEvent &event, ActorType type, std::string_view name)
{
    event.actor.name = displayText(name);
    event.actor.type = event.actor.name.isEmpty() ? ActorType::Unknown : type;
    if (!event.actor.name.isEmpty()) event.object = {QStringLiteral("account"), {}, event.actor.name};
}

}  // namespace lw::import
