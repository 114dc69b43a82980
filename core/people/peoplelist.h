// SPDX-License-Identifier: GPL-3.0-or-later
// The people of the customer with the verdicts of the shared policy code: what the console predicts is what the back
// end does.
#pragma once

#include "core/domain/customer.h"
#include "core/domain/user.h"
#include "core/policy/passwordage.h"
#include "core/policy/standards.h"

namespace lw::people {

struct PersonRow {
    User user;
    policy::PasswordAgeVerdict password;
    std::vector<policy::StandardVerdict> standards;
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
    int idle90Days = 0;  ///< no login for 90 days, or never and 90 days old (PCI DSS 8.2.6)
    bool operator==(const PeopleSummary &) const = default;
};

struct PeopleList {
    QList<PersonRow> rows;  ///< by login name
    PeopleSummary summary;
    Customer customer;
    QDateTime asOf;  ///< UTC: the instant the verdicts are for
};

/// Pure: verdicts for these people under the customer's policy at `now`.
PeopleList judgePeople(QList<User> users, const Customer &customer, const QDateTime &now);

}  // namespace lw::people
