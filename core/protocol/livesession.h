// SPDX-License-Identifier: GPL-3.0-or-later
// Live sessions of a customer's people: GET /v1/sessions, DELETE /v1/sessions/{sessionId},
// DELETE /v1/users/{userId}/sessions.
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QList>
#include <QString>

namespace lw::protocol {

struct LiveSession {
    QString id;  ///< "ses_…", never a token
    QString userId;
    QString login;
    QString displayName;
    QDateTime createdAt;   ///< UTC
    QDateTime lastSeenAt;  ///< UTC
    QDateTime expiresAt;   ///< UTC, the earlier of idle and absolute end
    QString address;
    QString agent;
    bool own = false;  ///< the one that asks
    bool operator==(const LiveSession &) const = default;
};

QByteArray toJson(const QList<LiveSession> &sessions);  ///< {"sessions": […]}, the latest seen first
Result<QList<LiveSession>> liveSessionsFromJson(QByteArrayView body);

/// 200 of both DELETEs.
struct SessionsEnded {
    int ended = 0;
    bool operator==(const SessionsEnded &) const = default;
};
QByteArray toJson(const SessionsEnded &answer);
Result<SessionsEnded> sessionsEndedFromJson(QByteArrayView body);

}  // namespace lw::protocol
