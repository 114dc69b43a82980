// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/peoplelist.h"

#include <algorithm>

namespace lw::people {

namespace {

/// PCI DSS 8.2.6: accounts idle for 90 days are to be disabled.
constexpr qint64 idleDays = 90;

bool isIdle(const User &user, const QDateTime &now)
{
    const QDateTime since = user.lastLoginAt.isValid() ? user.lastLoginAt : user.createdAt;
    return since.isValid() && since.addDays(idleDays) <= now;
}

void countState(PeopleSummary &summary, policy::PasswordState state)
{
    switch (state) {
        case policy::PasswordState::Fresh: ++summary.fresh; break;
        case policy::PasswordState::DueSoon: ++summary.dueSoon; break;
        case policy::PasswordState::Due: ++summary.due; break;
        case policy::PasswordState::Overdue: ++summary.overdue; break;
        case policy::PasswordState::Exempt: ++summary.exempt; break;
        case policy::PasswordState::NeverSet: ++summary.neverSet; break;
        case policy::PasswordState::NotRotated: ++summary.notRotated; break;
    }
}

void count(PeopleSummary &summary, const PersonRow &row, const QDateTime &now)
{
    ++summary.total;
    if (row.user.status == UserStatus::Disabled) {
        ++summary.disabled;
        return;
    }
    if (row.user.status == UserStatus::Locked)
        ++summary.locked;
    else
        ++summary.active;
    if (row.user.mfa == MfaKind::None) ++summary.noSecondFactor;
    if (isIdle(row.user, now)) ++summary.idle90Days;
    countState(summary, row.password.state);
}

}  // namespace

PeopleList judgePeople(QList<User> users, const Customer &customer, const QDateTime &now)
{
    PeopleList list;
    list.customer = customer;
    list.asOf = now.toUTC();
    std::sort(users.begin(), users.end(), [](const User &a, const User &b) {
        const int order = QString::compare(a.login, b.login, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    list.rows.reserve(users.size());
    for (User &user : users) {
        PersonRow row;
        row.password = policy::passwordAge(user, customer.passwordPolicy, now);
        row.standards = policy::standardsSay(user, customer.passwordPolicy, now);
        row.user = std::move(user);
        count(list.summary, row, now);
        list.rows.append(std::move(row));
    }
    return list;
}

}  // namespace lw::people
