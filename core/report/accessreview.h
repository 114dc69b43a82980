// SPDX-License-Identifier: GPL-3.0-or-later
// The report "Access review": who has which role and what it allows, second factor, last login, state of the password,
// exemptions; and what a reviewer should look at first.
// Source: seed "permission based controls … as determined by the customer data owner"; PCI DSS 4.0.1 7.2.4, 8.2.6.
#pragma once

#include "core/domain/customer.h"
#include "core/domain/role.h"
#include "core/domain/user.h"
#include "core/report/reportcontent.h"

namespace lw::report {

/// Judged at scope.exportedAt by core/policy; people with most to look at first, then by login name. `custom`: the
/// customer's own roles.
ReportContent accessReview(const ReportScope &scope, const QList<User> &people, const Customer &customer,
                           const QList<Role> &custom);

}  // namespace lw::report
