// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/rotation.h"

#include "core/policy/passwordage.h"
#include "core/util/time.h"

#include <algorithm>

namespace lw::policy {

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

QList<RotationNotice> noticeOf(const PasswordAgeVerdict &verdict)
{
    if (verdict.warningLevel <= 0 || verdict.state == PasswordState::Exempt) return {};
    return {{verdict.warningLevel, verdict.dueAt, verdict.daysLeft,
             toRfc3339(verdict.dueAt) + u'/' + QString::number(verdict.warningLevel)}};
}

}  // namespace

QList<QDateTime> spreadOver(const QStringList &userIds, int days, const QDateTime &nowUtc)
{
    const qint64 spread = std::clamp(days, 0, spreadDaysMost);
    const qint64 count = userIds.size();
    QList<QDateTime> due;
    due.reserve(count);
    for (qint64 i = 0; i < count; ++i)
        due.append(nowUtc.toUTC().addMSecs(spread == 0 ? 0 : (i * spread / count + 1) * dayMs));
    return due;
}

QList<RotationNotice> noticesDue(const User &user, const PasswordPolicy &policy, const QDateTime &nowUtc)
{
    if (user.status == UserStatus::Disabled) return {};
    return noticeOf(passwordAge(user, policy, nowUtc));
}

QList<RotationNotice> noticesDue(const Device &device, const PasswordPolicy &policy, const QDateTime &nowUtc)
{
    return noticeOf(deviceSecretAge(device, policy, nowUtc));
}

}  // namespace lw::policy
