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
    legal.minLength = std::clamp(policy.minLength, passwordLengthFloor, 128);
    legal.minStrength = std::clamp(policy.minStrength, 0, 4);
    legal.history = std::clamp(policy.history, 0, 24);
    legal.maxAgeDays = std::clamp(policy.maxAgeDays, 0, 3650);
    legal.lockAfterFailures = std::clamp(policy.lockAfterFailures, 0, 100);
    auto &days = legal.warningDays;
    days.removeIf([](int day) { return day <= 0; });
    std::sort(days.begin(), days.end(), std::greater<>());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return legal;
}

}  // namespace lw::policy
