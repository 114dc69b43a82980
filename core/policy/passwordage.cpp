// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/passwordage.h"

#include <QCryptographicHash>
#include <QtEndian>

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

QDateTime policyDue(const QDateTime &changedAt, QStringView id, int maxAgeDays, int spreadDays)
{
    if (maxAgeDays <= 0) return {};
    return changedAt.addMSecs((maxAgeDays - spreadShare(id, spreadDays, maxAgeDays)) * dayMs);
}

/// State, days and warning of a secret that is due at verdict.dueAt.
void judgeDue(PasswordAgeVerdict &verdict, const QList<int> &warningDays, const QDateTime &nowUtc)
{
    const qint64 leftMs = nowUtc.msecsTo(verdict.dueAt);
    verdict.daysLeft = begunDays(leftMs);
    if (leftMs <= 0) {
        verdict.state = PasswordState::Overdue;
        verdict.mustChange = true;
        return;
    }
    verdict.warningLevel = reachedWarning(warningDays, verdict.daysLeft);
    if (leftMs <= dayMs)
        verdict.state = PasswordState::Due;
    else if (verdict.warningLevel > 0)
        verdict.state = PasswordState::DueSoon;
}

int wholeDays(const QDateTime &from, const QDateTime &to)
{
    return static_cast<int>(std::max<qint64>(0, from.msecsTo(to)) / dayMs);
}

}  // namespace

int spreadShare(QStringView id, int spreadDays, int maxAgeDays)
{
    const int most = std::min(spreadDays, maxAgeDays - 1);
    if (most <= 0) return 0;
    const QByteArray hash = QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256);
    return static_cast<int>(qFromBigEndian<quint32>(hash.constData()) % (static_cast<quint32>(most) + 1));
}

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
    verdict.ageDays = wholeDays(changedAt, nowUtc);
    verdict.dueAt = policyDue(changedAt, user.id, policy.maxAgeDays, policy.spreadDays);
    const bool exempt = verdict.dueAt.isValid() && exemptionRuns(user, nowUtc);
    if (exempt) verdict.dueAt = std::max(verdict.dueAt, user.exemption->until.toUTC());
    // A date from before the last change was met by that change.
    const QDateTime forced = user.passwordDueAt.toUTC();
    if (forced.isValid() && forced >= changedAt && (!verdict.dueAt.isValid() || forced < verdict.dueAt)) {
        verdict.dueAt = forced;
    } else if (!verdict.dueAt.isValid()) {
        verdict.state = PasswordState::NotRotated;
        return verdict;
    } else if (exempt) {
        verdict.state = PasswordState::Exempt;
        verdict.daysLeft = begunDays(nowUtc.msecsTo(verdict.dueAt));
        return verdict;
    }
    judgeDue(verdict, policy.warningDays, nowUtc);
    return verdict;
}

PasswordAgeVerdict deviceSecretAge(const Device &device, const PasswordPolicy &policy, const QDateTime &nowUtc)
{
    PasswordAgeVerdict verdict;
    const QDateTime changedAt = (device.secretChangedAt.isValid() ? device.secretChangedAt : device.createdAt).toUTC();
    verdict.ageDays = changedAt.isValid() ? wholeDays(changedAt, nowUtc) : -1;
    if (policy.deviceMaxAgeDays <= 0 || device.revokedAt.isValid() || !changedAt.isValid()) {
        verdict.state = PasswordState::NotRotated;
        return verdict;
    }
    verdict.dueAt = policyDue(changedAt, device.id, policy.deviceMaxAgeDays, policy.spreadDays);
    judgeDue(verdict, policy.warningDays, nowUtc);
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
