// SPDX-License-Identifier: GPL-3.0-or-later
// The people of the customer with the verdicts of the shared policy code: what the console predicts is what the back
// end does.
#pragma once

#include "core/domain/customer.h"
#include "core/domain/device.h"
#include "core/domain/role.h"
#include "core/domain/user.h"
#include "core/policy/passwordage.h"
#include "core/policy/standards.h"

namespace lw::people {

struct PersonRow {
    User user;
    policy::PasswordAgeVerdict password;
    std::vector<policy::StandardVerdict> standards;
    Permissions permissions;           ///< of all roles, the customer's own included
    QList<Device> devices;             ///< as last seen; revoked ones included
    bool idle = false;                 ///< not disabled, and no login for 90 days, or never and 90 days old
    bool secondFactorMissing = false;  ///< a role asks for one and there is none
};

/// Disabled people are counted in `total` and `disabled` only.
struct PeopleSummary {
    int total = 0;
    int active = 0;
    int locked = 0;
    int disabled = 0;
    int fresh = 0;
    int dueSoon = 0;
    int due = 0;  ///< within 24 hours
    int overdue = 0;
    int exempt = 0;
    int neverSet = 0;
    int notRotated = 0;
    int noSecondFactor = 0;
    int idle90Days = 0;           ///< no login for 90 days, or never and 90 days old (PCI DSS 8.2.6)
    int secondFactorMissing = 0;  ///< a role asks for one and there is none
    bool operator==(const PeopleSummary &) const = default;
};

struct PeopleList {
    QList<PersonRow> rows;  ///< by login name
    PeopleSummary summary;
    Customer customer;
    QList<Role> roles;    ///< the shipped ones, then the customer's own as last seen
    QDateTime devicesAt;  ///< UTC: when the devices were seen; invalid: never
    QDateTime asOf;       ///< UTC: the instant the verdicts are for
};

/// Pure: verdicts for these people under the customer's policy at `now`.
PeopleList judgePeople(QList<User> users, const Customer &customer, const QDateTime &now,
                       const QList<Role> &customRoles = {}, const QList<Device> &devices = {});

/// Whom nobody saw for 90 days (PCI DSS 8.2.6: such accounts are to be disabled), the longest first.
QList<PersonRow> idlePeople(const PeopleList &list);

}  // namespace lw::people
