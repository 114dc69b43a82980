// SPDX-License-Identifier: GPL-3.0-or-later
// The invented people of the demo customer, and their habits.
#pragma once

#include "core/domain/customer.h"
#include "core/domain/user.h"
#include "server/demo/demorandom.h"

#include <vector>

namespace lw::server {

/// What the demo wants a person's password to look like.
enum class DemoPassword { Fresh, DueSoon, Due, Overdue, Exempt, NeverSet };

struct DemoPerson {
    User user;
    DemoPassword password = DemoPassword::Fresh;
    QDateTime leftAt;        ///< access was revoked then; invalid: still there
    QDateTime reassignedAt;  ///< roles were taken then; invalid: they were not
    bool idle = false;       ///< has not signed in for longer than the history
    int startMinute = 0;     ///< of the local day, usual arrival
    int endMinute = 0;       ///< usual end of work
    int remotePercent = 0;   ///< of days worked from home
    bool weekends = false;   ///< works some of them
    int absentFrom = 0;      ///< first day of a holiday, counted from the history's beginning
    int absentDays = 0;
    QString officeAddress;  ///< documentation addresses only (RFC 5737, RFC 3849)
    QString homeAddress;
    QString agent;      ///< browser or console
    int extension = 0;  ///< of the phone on the desk
    QString phoneAddress;
    QString phoneAgent;
    QString phoneService;
};

/// 60 people in 7 departments, with the first of them the owner. `now` ends the history, `start` begins it.
std::vector<DemoPerson> demoPeople(DemoRandom &random, const QDateTime &start, const QDateTime &now);

/// The person with this login name.
DemoPerson &personNamed(std::vector<DemoPerson> &people, const char *login);

Customer demoCustomer(DemoRandom &random, const QDateTime &start);

}  // namespace lw::server
