// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer's own roles may be called and hold, who may grant what, and what a change does to whom. The back end
// refuses with these functions; the console shows the effect with them before anything is saved.
//
// A role is a set of permissions and nothing else: it names no other role, so that roles cannot form a cycle.
// Source: domain.md (roles are bundles of permissions that the data owner grants; the last owner); PCI DSS 4.0.1 7.2
// (least privilege), 8.4 (second factor); UTS #39 (look-alikes).
#pragma once

#include "core/domain/customer.h"
#include "core/domain/role.h"
#include "core/domain/user.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace lw::policy {

inline constexpr int roleNameCeiling = 64;
inline constexpr int customRolesCeiling = 200;  ///< of one customer

enum class RoleFault : quint8 {
    NameEmpty,
    NameTooLong,     ///< over roleNameCeiling
    NameCharacters,  ///< not a-z at the start, then a-z, 0-9, "-" and "_": names travel in paths, files and events
    NameShipped,     ///< that of a shipped role, or one that can be mistaken for it: "0wner", "security-officer"
    NameTaken,       ///< that of another role of the customer, or one that can be mistaken for it
    NoPermission,    ///< a role that allows nothing says nothing
    TooMany          ///< the customer has customRolesCeiling already
};
/// "name_empty" … for events and tests.
QLatin1String roleFaultName(RoleFault fault);

/// What is wrong with a role that a customer wants, the first thing only. `others`: the customer's other roles, without
/// the one that is being changed.
std::optional<RoleFault> judgeRole(const Role &role, const QList<Role> &others);

/// What two names that people mistake for one another have in common: "0wner" and "owner", "adm1n" and "admin".
QString lookAlikeKey(QStringView name);

/// True when a role of this name exists, shipped or in `custom`.
bool roleExists(const QString &name, const QList<Role> &custom);

/// Whether somebody may give (or take) roles. Nobody gives what he does not hold himself.
struct GrantVerdict {
    QStringList unknown;  ///< roles that do not exist
    QStringList beyond;   ///< roles with a permission that the granter lacks
    Permissions missing;  ///< those permissions
    bool allowed() const { return unknown.isEmpty() && beyond.isEmpty(); }
};
/// `held`: the granter's permissions; `wanted`: the roles to give. For a change ask about rolesTouched().
GrantVerdict mayGrant(const Permissions &held, const QStringList &wanted, const QList<Role> &custom);
/// The roles that a change gives or takes: taking a role from somebody is as much a grant as giving it.
QStringList rolesTouched(const QStringList &before, const QStringList &after);

/// Whether somebody may reset the password or second factor of, disable, or otherwise act for a person: only when that
/// person holds nothing beyond the actor's own permissions, or he could make himself what he is not.
bool mayManage(const Permissions &held, const QStringList &rolesOfPerson, const QList<Role> &custom);

/// Permissions that a change of a role touches and its author lacks; empty: he may. nullopt before: a new role; nullopt
/// after: it goes.
Permissions beyondRoleAuthor(const Permissions &held, const std::optional<Role> &before,
                             const std::optional<Role> &after);

/// True for an owner who is not disabled while no other owner is active: he can neither be disabled, depart nor lose
/// the role. `all`: the customer's people, with or without `user`; whoever is locked does not count as another.
bool isLastOwner(const User &user, const QList<User> &all);

/// What a person gains and loses.
struct RoleEffect {
    QString userId;
    QString login;
    Permissions gained;
    Permissions lost;
    bool operator==(const RoleEffect &) const = default;
};
/// The effect of replacing a customer's own roles `before` by `after` (one changed, added or gone): only people for
/// whom something changes, in the order of `users`. What another role of theirs gives as well is neither gained nor
/// lost.
QList<RoleEffect> effectOfRoleChange(const QList<Role> &before, const QList<Role> &after, const QList<User> &users);
/// The effect of giving one person other roles.
RoleEffect effectOfGrant(const User &user, const QStringList &rolesAfter, const QList<Role> &custom);

/// One of the person's roles requires a second factor, and there is none.
bool mfaMissing(const User &user, const Customer &customer);
bool mfaRequired(const QStringList &roles, const Customer &customer);
/// One of the person's roles requires a registered client certificate.
bool certificateRequired(const QStringList &roles, const Customer &customer);

}  // namespace lw::policy
