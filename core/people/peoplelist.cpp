// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/peoplelist.h"

#include "core/policy/idle.h"
#include "core/policy/rolerules.h"

#include <QHash>

#include <algorithm>
#include <iterator>

namespace lw::people {

namespace {

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

void count(PeopleSummary &summary, const PersonRow &row)
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
    if (row.secondFactorMissing) ++summary.secondFactorMissing;
    if (row.idle) ++summary.idle90Days;
    countState(summary, row.password.state);
}

}  // namespace

PeopleList judgePeople(QList<User> users, const Customer &customer, const QDateTime &now,
                       const QList<Role> &customRoles, const QList<Device> &devices)
{
    PeopleList list;
    list.customer = customer;
    list.asOf = now.toUTC();
    list.roles = shippedRoles() + customRoles;
    QHash<QString, QList<Device>> devicesOf;
    for (const Device &device : devices)
        devicesOf[device.userId].append(device);
    std::sort(users.begin(), users.end(), [](const User &a, const User &b) {
        const int order = QString::compare(a.login, b.login, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    list.rows.reserve(users.size());
    for (User &user : users) {
        PersonRow row;
        row.password = policy::passwordAge(user, customer.passwordPolicy, now);
        row.standards = policy::standardsSay(user, customer.passwordPolicy, now);
        row.permissions = permissionsOf(user.roles, customRoles);
        row.devices = devicesOf.value(user.id);
        row.idle = policy::isIdle(user, now);
        row.secondFactorMissing = user.status != UserStatus::Disabled && policy::mfaMissing(user, customer);
        row.user = std::move(user);
        count(list.summary, row);
        list.rows.append(std::move(row));
    }
    return list;
}

QList<PersonRow> idlePeople(const PeopleList &list)
{
    QList<PersonRow> idle;
    std::copy_if(list.rows.cbegin(), list.rows.cend(), std::back_inserter(idle),
                 [](const PersonRow &row) { return row.idle; });
    std::stable_sort(idle.begin(), idle.end(), [](const PersonRow &a, const PersonRow &b) {
        return policy::unusedSince(a.user) < policy::unusedSince(b.user);
    });
    return idle;
}

}  // namespace lw::people
