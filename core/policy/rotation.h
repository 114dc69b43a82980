// SPDX-License-Identifier: GPL-3.0-or-later
// Rotation of many: passwords made due at once are spread over days, and warnings go out once a level.
// Source: domain.md (warnings at 14, 7, 3 and 1 days; spreading due dates so that not everyone expires on one day).
#pragma once

#include "core/domain/customer.h"
#include "core/domain/device.h"
#include "core/domain/user.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

namespace lw::policy {

inline constexpr int spreadDaysMost = 90;

/// When each of these people's passwords is due, in their order. 0 days: all at `nowUtc`, which means at the next
/// request or sign-in. Otherwise evenly on the days from tomorrow to the last one: as many on each day as on the next,
/// or one more. Days of 24 hours.
QList<QDateTime> spreadOver(const QStringList &userIds, int days, const QDateTime &nowUtc);

/// A warning that is to be sent, if it was not sent before.
struct RotationNotice {
    int level = 0;    ///< one of the policy's warning days
    QDateTime dueAt;  ///< UTC
    int daysLeft = 0;
    QString about;  ///< names this very warning for ever: "2026-04-01T00:00:00.000Z/14"
    bool operator==(const RotationNotice &) const = default;
};

/// The warnings of a person's password that are due at `nowUtc`: one at most, the level that was reached last, so that
/// a back end that was down for a week sends one mail and not three. None for people who are disabled, exempt, overdue,
/// or who never chose a password.
QList<RotationNotice> noticesDue(const User &user, const PasswordPolicy &policy, const QDateTime &nowUtc);
/// The same for a device's secret; revoked devices get none.
QList<RotationNotice> noticesDue(const Device &device, const PasswordPolicy &policy, const QDateTime &nowUtc);

}  // namespace lw::policy
