// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts that nobody uses. Source: PCI DSS 4.0.1 8.2.6 (idle for 90 days: remove or disable).
#pragma once

#include "core/domain/user.h"

namespace lw::policy {

inline constexpr int idleAfterDays = 90;

/// Since when nobody used it: the last login, or the creation when there never was one. UTC.
inline QDateTime unusedSince(const User &user)
{
    return user.lastLoginAt.isValid() ? user.lastLoginAt.toUTC() : user.createdAt.toUTC();
}

/// True from the very instant at which the 90 days (of 24 hours) are full. Disabled accounts are never idle: what was
/// to be done was done.
inline bool isIdle(const User &user, const QDateTime &nowUtc)
{
    const QDateTime since = unusedSince(user);
    return user.status != UserStatus::Disabled && since.isValid() &&
           since.msecsTo(nowUtc) >= qint64(idleAfterDays) * 24 * 60 * 60 * 1000;
}

}  // namespace lw::policy
