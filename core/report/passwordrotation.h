// SPDX-License-Identifier: GPL-3.0-or-later
// The report "Password rotation": how old each person's password is, when it is due, who is exempt and why, and where
// the policy and the standards disagree.
#pragma once

#include "core/domain/customer.h"
#include "core/domain/user.h"
#include "core/report/reportcontent.h"

namespace lw::report {

/// Judged at scope.exportedAt by core/policy; people in the order of urgency, then by login name.
ReportContent passwordRotation(const ReportScope &scope, const QList<User> &people, const PasswordPolicy &policy);

}  // namespace lw::report
