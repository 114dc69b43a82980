// SPDX-License-Identifier: GPL-3.0-or-later
// Words for the states of accounts, the same in every report.
#pragma once

#include "core/policy/passwordage.h"

namespace lw::report {

QString passwordWords(policy::PasswordState state);  ///< "Due soon"
QString statusWords(UserStatus status);              ///< "Disabled"
QString mfaWords(MfaKind kind);                      ///< "TOTP"; "none"
/// "Owner", "Security officer" for the shipped roles; a custom role's own name as it is. In the order of the list.
QString roleWords(const QStringList &roles);

}  // namespace lw::report
