// SPDX-License-Identifier: GPL-3.0-or-later
// What the standards say about a customer's password policy and about rotating one person's password. The standards
// contradict each other on rotation; the console shows the conflict and never hides it.
// Sources: PCI DSS 4.0.1 8.3.4, 8.3.6, 8.3.7, 8.3.9; NIST SP 800-63B (no periodic change, 15 characters where the
// password is the only factor); Cyber Essentials (12 characters, or 8 with a deny list; no periodic change).
#pragma once

#include "core/domain/customer.h"
#include "core/domain/user.h"

#include <optional>
#include <vector>

namespace lw::policy {

enum class Standard : quint8 { PciDss, Nist, CyberEssentials };

/// What a standard says about rotating one person's password under a policy.
enum class Says : quint8 {
    RotationRequiredAndMet,     ///< asks for a change every 90 days, and the policy makes this person do so
    RotationRequiredButNotMet,  ///< asks for it, but the policy is laxer or an exemption is running
    RotationNotRequired,        ///< asks for it only where the password is the only factor: this person has another
    AdvisesAgainstRotation,     ///< opposes periodic change, and the policy demands it
    AgreesNoRotation            ///< opposes periodic change, and the policy does not demand it
};

struct StandardVerdict {
    Standard standard = Standard::PciDss;
    Says says = Says::RotationRequiredAndMet;
    QLatin1String clause;  ///< "8.3.9", "SP 800-63B", "Password-based authentication"
    bool operator==(const StandardVerdict &) const = default;
};

/// One verdict for each standard, in the order of the enum. An exemption counts while `nowUtc` is before its end.
std::vector<StandardVerdict> standardsSay(const User &user, const PasswordPolicy &policy, const QDateTime &nowUtc);

/// Where a policy is laxer than a standard.
enum class Gap : quint8 {
    LengthTooShort,   ///< minLength is under `required`
    HistoryTooShort,  ///< fewer former passwords remembered than `required`
    LockoutTooLate,   ///< more than `required` failures in a row are allowed, or none ever locks
    NoDenyList,       ///< minStrength is under `required`, so that well-known passwords may pass
    RotationTooSlow   ///< maxAgeDays is over `required`, or off, where the password may be the only factor
};

struct PolicyGap {
    Standard standard = Standard::PciDss;
    Gap gap = Gap::LengthTooShort;
    int required = 0;  ///< the number the standard asks for
    QLatin1String clause;
    bool operator==(const PolicyGap &) const = default;
};

/// Every gap of the policy, by standard; empty: the policy is as strict as all three ask (where they agree).
std::vector<PolicyGap> policyGaps(const PasswordPolicy &policy);

/// The policy with every value pulled into its legal range: length at least passwordLengthFloor (6) and at most 128,
/// strength 0 to 4, history 0 to 24, ages of passwords and device secrets 0 to 3650 days, warnings unique, positive,
/// descending, at most 3650 and 32 of them, failures 1 to 100, spread 0 to 90 days and less than the age.
PasswordPolicy withinFloor(const PasswordPolicy &policy);

/// A rule that breaks its range.
struct PolicyFault {
    QLatin1String field;  ///< the contract's: "minLength", "warningDays" …
    QString message;      ///< what is allowed
    bool operator==(const PolicyFault &) const = default;
};
/// The first value that withinFloor() would change; nullopt: the policy may be set. Nothing is bent in silence.
std::optional<PolicyFault> policyFault(const PasswordPolicy &policy);

}  // namespace lw::policy
