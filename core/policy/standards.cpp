// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/standards.h"

#include <algorithm>

namespace lw::policy {

namespace {

constexpr int pciRotationDays = 90;
/// zxcvbn gives every password of the common lists less than 10^6 guesses, which is a score of at most 1.
constexpr int denyListStrength = 2;
constexpr QLatin1String nistClause("SP 800-63B");
constexpr QLatin1String essentialsClause("Password-based authentication");

constexpr int lengthMost = 128;
constexpr int strengthMost = 4;
constexpr int historyMost = 24;
constexpr int ageMost = 3650;
constexpr int failuresMost = 100;
constexpr int warningsMost = 32;
constexpr int spreadMost = 90;

/// Something of the shortest age must be left.
int spreadCeiling(const PasswordPolicy &policy)
{
    int most = spreadMost;
    for (const int age : {policy.maxAgeDays, policy.deviceMaxAgeDays})
        if (age > 0) most = std::min(most, age - 1);
    return most;
}

bool rotatesWithin(const PasswordPolicy &policy, int days)
{
    return policy.maxAgeDays > 0 && policy.maxAgeDays <= days;
}

}  // namespace

std::vector<StandardVerdict> standardsSay(const User &user, const PasswordPolicy &policy, const QDateTime &nowUtc)
{
    const bool exempt = user.exemption && user.exemption->until.isValid() && nowUtc < user.exemption->until;
    const bool demanded = policy.maxAgeDays > 0 && !exempt;

    Says pci = Says::RotationNotRequired;
    if (user.mfa == MfaKind::None)
        pci = demanded && rotatesWithin(policy, pciRotationDays) ? Says::RotationRequiredAndMet
                                                                 : Says::RotationRequiredButNotMet;
    const Says opposed = demanded ? Says::AdvisesAgainstRotation : Says::AgreesNoRotation;
    return {{Standard::PciDss, pci, QLatin1String("8.3.9")},
            {Standard::Nist, opposed, nistClause},
            {Standard::CyberEssentials, opposed, essentialsClause}};
}

std::vector<PolicyGap> policyGaps(const PasswordPolicy &policy)
{
    std::vector<PolicyGap> gaps;
    const auto add = [&](Standard standard, Gap gap, int required, QLatin1String clause) {
        gaps.push_back({standard, gap, required, clause});
    };
    const bool noLock = policy.lockAfterFailures <= 0;

    if (policy.minLength < 12) add(Standard::PciDss, Gap::LengthTooShort, 12, QLatin1String("8.3.6"));
    if (policy.history < 4) add(Standard::PciDss, Gap::HistoryTooShort, 4, QLatin1String("8.3.7"));
    if (noLock || policy.lockAfterFailures > 10) add(Standard::PciDss, Gap::LockoutTooLate, 10, QLatin1String("8.3.4"));
    if (!rotatesWithin(policy, pciRotationDays))
        add(Standard::PciDss, Gap::RotationTooSlow, pciRotationDays, QLatin1String("8.3.9"));

    if (policy.minLength < 15) add(Standard::Nist, Gap::LengthTooShort, 15, nistClause);
    if (policy.minStrength < denyListStrength) add(Standard::Nist, Gap::NoDenyList, denyListStrength, nistClause);
    if (noLock || policy.lockAfterFailures > 100) add(Standard::Nist, Gap::LockoutTooLate, 100, nistClause);

    if (policy.minLength < 8) {
        add(Standard::CyberEssentials, Gap::LengthTooShort, 8, essentialsClause);
    } else if (policy.minLength < 12 && policy.minStrength < denyListStrength) {
        add(Standard::CyberEssentials, Gap::NoDenyList, denyListStrength, essentialsClause);
    }
    if (noLock || policy.lockAfterFailures > 10)
        add(Standard::CyberEssentials, Gap::LockoutTooLate, 10, essentialsClause);
    return gaps;
}

PasswordPolicy withinFloor(const PasswordPolicy &policy)
{
    PasswordPolicy legal = policy;
    legal.minLength = std::clamp(policy.minLength, passwordLengthFloor, lengthMost);
    legal.minStrength = std::clamp(policy.minStrength, 0, strengthMost);
    legal.history = std::clamp(policy.history, 0, historyMost);
    legal.maxAgeDays = std::clamp(policy.maxAgeDays, 0, ageMost);
    legal.deviceMaxAgeDays = std::clamp(policy.deviceMaxAgeDays, 0, ageMost);
    legal.lockAfterFailures = std::clamp(policy.lockAfterFailures, 1, failuresMost);
    legal.spreadDays = std::clamp(policy.spreadDays, 0, spreadCeiling(legal));
    auto &days = legal.warningDays;
    days.removeIf([](int day) { return day <= 0 || day > ageMost; });
    std::sort(days.begin(), days.end(), std::greater<>());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    if (days.size() > warningsMost) days.resize(warningsMost);
    return legal;
}

std::optional<PolicyFault> policyFault(const PasswordPolicy &policy)
{
    const auto between = [](const char *field, const char *what, int least, int most) {
        return PolicyFault{
            QLatin1String(field),
            QStringLiteral("%1 must be a whole number from %2 to %3.").arg(QLatin1String(what)).arg(least).arg(most)};
    };
    const PasswordPolicy legal = withinFloor(policy);
    if (policy.minLength != legal.minLength)
        return between("minLength", "The least length", passwordLengthFloor, lengthMost);
    if (policy.minStrength != legal.minStrength) return between("minStrength", "The least strength", 0, strengthMost);
    if (policy.history != legal.history)
        return between("history", "The number of former passwords that are remembered", 0, historyMost);
    if (policy.maxAgeDays != legal.maxAgeDays) return between("maxAgeDays", "The greatest age in days", 0, ageMost);
    if (policy.deviceMaxAgeDays != legal.deviceMaxAgeDays)
        return between("deviceMaxAgeDays", "The greatest age of a device's secret in days", 0, ageMost);
    if (policy.lockAfterFailures != legal.lockAfterFailures)
        return between("lockAfterFailures", "The number of failures that locks", 1, failuresMost);
    if (policy.spreadDays != legal.spreadDays)
        return between("spreadDays", "The number of days to spread due dates over", 0, spreadCeiling(legal));
    if (policy.warningDays != legal.warningDays)
        return PolicyFault{QLatin1String("warningDays"),
                           QStringLiteral("The warnings must be at most %1 different whole numbers from 1 to %2, the "
                                          "largest first.")
                               .arg(warningsMost)
                               .arg(ageMost)};
    return std::nullopt;
}

}  // namespace lw::policy
