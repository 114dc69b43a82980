// SPDX-License-Identifier: GPL-3.0-or-later
// Who may call what. Permissions come from roles (core/domain/role.h); a person whose password must be changed, or
// who must set up a second factor, may do nothing else first. The same function decides in the server and greys out in
// the console. Source: seeds (permission system; reports restricted by it); PCI DSS 4.0.1 7.2, 8.3.5 (change after
// first use).
#pragma once

#include "core/domain/role.h"
#include "core/domain/user.h"

#include <QDateTime>

#include <optional>

namespace lw::policy {

enum class Decision : quint8 {
    Allow,
    PasswordChangeRequired,  ///< a valid session that may only change its password now
    MfaEnrolmentRequired,    ///< a valid session that may only set up its second factor now
    Forbidden                ///< the permission is missing: refused and logged as access.denied
};

/// What a person has to do before anything else.
struct Duties {
    bool changePassword = false;
    bool enrolMfa = false;
};

/// Which duties an operation does not wait for.
struct Leniency {
    bool whilePasswordExpired = false;
    bool whileMfaMissing = false;
};

/// `required` nullopt: any session will do (own profile, end of the session). Duties come first, the password before
/// the second factor: somebody who must change it is not told which permissions he lacks.
Decision mayCall(const Permissions &held, std::optional<Permission> required, Duties duties, Leniency leniency = {});

enum class SignIn : quint8 {
    Allow,
    Disabled,  ///< the account is disabled: refused whatever the password
    Locked     ///< locked until User::lockedUntil (exclusive); a lock without an end holds until lifted
};

/// Whether this account may sign in at all at `nowUtc`; password, TOTP and lockout.h are asked besides.
SignIn maySignIn(const User &user, const QDateTime &nowUtc);

}  // namespace lw::policy
