// SPDX-License-Identifier: GPL-3.0-or-later
// When a session ends by itself. Source: PCI DSS 4.0.1 8.2.8 (15 minutes idle); domain default 12 hours in all.
#pragma once

#include <QDateTime>

namespace lw::policy {

struct SessionLimits {
    int idleSeconds = 15 * 60;
    int absoluteSeconds = 12 * 60 * 60;
};

enum class SessionState : quint8 { Active, IdleExpired, AbsoluteExpired };

struct SessionVerdict {
    SessionState state = SessionState::Active;
    QDateTime expiresAt;  ///< UTC, exclusive: at this instant it is over; the earlier of idle and absolute end
    bool operator==(const SessionVerdict &) const = default;
};

/// Facts in UTC. An absolute end at the same instant as the idle end is reported as absolute. A clock that went
/// backwards never lengthens a session beyond its absolute end.
SessionVerdict sessionExpiry(const QDateTime &createdAt, const QDateTime &lastSeenAt, const SessionLimits &limits,
                             const QDateTime &nowUtc);

}  // namespace lw::policy
