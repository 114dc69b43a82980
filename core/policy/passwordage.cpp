// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/passwordage.h"

#include <algorithm>
#include <array>

namespace lw::policy {

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

struct StateName {
    PasswordState state;
    QLatin1String name;
};
constexpr std::array<StateName, 7> stateNames{{{PasswordState::Fresh, QLatin1String("fresh")},
                                               {PasswordState::DueSoon, QLatin1String("due_soon")},
                                               {PasswordState::Due, QLatin1String("due")},
                                               {PasswordState::Overdue, QLatin1String("overdue")},
                                               {PasswordState::Exempt, QLatin1String("exempt")},
                                               {PasswordState::NeverSet, QLatin1String("never_set")},
                                               {PasswordState::NotRotated, QLatin1String("not_rotated")}}};

int begunDays(qint64 ms)
{
    return static_cast<int>(ms > 0 ? (ms + dayMs - 1) / dayMs : -(-ms / dayMs));
}

bool exemptionRuns(const User &user, const QDateTime &nowUtc)
{
    return user.exemption && user.exemption->until.isValid() && nowUtc < user.exemption->until;
}

int reachedWarning(const QList<int> &warningDays, int daysLeft)
{
    int reached = 0;
    for (int day : warningDays)
        if (day > 0 && day >= daysLeft && (reached == 0 || day < reached)) reached = day;
    return reached;
}

}  // namespace

PasswordAgeVerdict passwordAge(const User &user, const PasswordPolicy &policy, const QDateTime &nowUtc)
{
    PasswordAgeVerdict verdict;
    verdict.mustChange = user.mustChangePassword;
    if (!user.passwordChangedAt.isValid()) {
        verdict.state = PasswordState::NeverSet;
        verdict.dueAt = user.createdAt.isValid() ? user.createdAt.toUTC() : nowUtc.toUTC();
        verdict.daysLeft = std::min(0, begunDays(nowUtc.msecsTo(verdict.dueAt)));
        verdict.mustChange = true;
        return verdict;
    }

    const QDateTime changedAt = user.passwordChangedAt.toUTC();
    verdict.ageDays = static_cast<int>(std::max<qint64>(0, changedAt.msecsTo(nowUtc)) / dayMs);
    if (policy.maxAgeDays <= 0) {
        verdict.state = PasswordState::NotRotated;
        return verdict;
    }

    verdict.dueAt = changedAt.addMSecs(policy.maxAgeDays * dayMs);
    if (exemptionRuns(user, nowUtc)) {
        verdict.state = PasswordState::Exempt;
        verdict.dueAt = std::max(verdict.dueAt, user.exemption->until.toUTC());
        verdict.daysLeft = begunDays(nowUtc.msecsTo(verdict.dueAt));
        return verdict;
    }

    const qint64 leftMs = nowUtc.msecsTo(verdict.dueAt);
    verdict.daysLeft = begunDays(leftMs);
    if (leftMs <= 0) {
        verdict.state = PasswordState::Overdue;
        verdict.mustChange = true;
        return verdict;
    }
    verdict.warningLevel = reachedWarning(policy.warningDays, verdict.daysLeft);
    if (leftMs <= dayMs)
        verdict.state = PasswordState::Due;
    else if (verdict.warningLevel > 0)
        verdict.state = PasswordState::DueSoon;
    return verdict;
}

QLatin1String passwordStateName(PasswordState state)
{
    for (const StateName &row : stateNames)
        if (row.state == state) return row.name;
    return QLatin1String();
}

std::optional<PasswordState> passwordStateFromName(QStringView name)
{
    for (const StateName &row : stateNames)
        if (name == row.name) return row.state;
    return std::nullopt;
}

}  // namespace lw::policy
