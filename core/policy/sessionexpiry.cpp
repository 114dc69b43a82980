// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/sessionexpiry.h"

namespace lw::policy {

SessionVerdict sessionExpiry(const QDateTime &createdAt, const QDateTime &lastSeenAt, const SessionLimits &limits,
                             const QDateTime &nowUtc)
{
    const QDateTime absoluteEnd = createdAt.toUTC().addSecs(limits.absoluteSeconds);
    const QDateTime idleEnd = lastSeenAt.toUTC().addSecs(limits.idleSeconds);
    if (nowUtc >= absoluteEnd && absoluteEnd <= idleEnd) return {SessionState::AbsoluteExpired, absoluteEnd};
    if (nowUtc >= idleEnd) return {SessionState::IdleExpired, idleEnd};
    return {SessionState::Active, std::min(absoluteEnd, idleEnd)};
}

}  // namespace lw::policy
