// SPDX-License-Identifier: GPL-3.0-or-later
// What the dialogs of this page need to know about everybody else.
#pragma once

#include "core/domain/role.h"
#include "core/people/peoplelist.h"

namespace lw::ui {

struct PeopleFacts {
    people::PeopleList people;
    QList<Role> roles;  ///< shipped ones first
    Permissions held;   ///< by whoever sits here
    QString ownId;      ///< his unique ID; empty while offline

    QList<Role> customRoles() const;
    QList<User> users() const;
    /// Holds nothing beyond the person who sits here, so that he may act for him.
    bool mayManage(const User &user) const;
    bool isLastOwner(const User &user) const;
};

/// "Ann Lee", or the login name where there is no other.
QString personName(const User &user);

/// "Ann Lee, Bruno Moreau and 3 more".
QString namesOf(const QList<User> &users, int most = 4);

}  // namespace lw::ui
