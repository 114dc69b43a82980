// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/access.h"

namespace lw::policy {

Decision mayCall(const Permissions &held, std::optional<Permission> required, Duties duties, Leniency leniency)
{
    if (duties.changePassword && !leniency.whilePasswordExpired) return Decision::PasswordChangeRequired;
    if (duties.enrolMfa && !leniency.whileMfaMissing) return Decision::MfaEnrolmentRequired;
    if (required && !held.contains(*required)) return Decision::Forbidden;
    return Decision::Allow;
}

SignIn maySignIn(const User &user, const QDateTime &nowUtc)
{
    switch (user.status) {
        case UserStatus::Active: return SignIn::Allow;
        case UserStatus::Disabled: return SignIn::Disabled;
        case UserStatus::Locked: break;
    }
    const bool over = user.lockedUntil.isValid() && nowUtc >= user.lockedUntil;
    return over ? SignIn::Allow : SignIn::Locked;
}

}  // namespace lw::policy
