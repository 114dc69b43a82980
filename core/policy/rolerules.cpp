// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/rolerules.h"

#include <algorithm>

namespace lw::policy {

namespace {

const auto owner = QStringLiteral("owner");

bool isLetter(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool wellFormed(const QString &name)
{
    return isLetter(name.front()) && std::all_of(name.begin(), name.end(), [](QChar c) {
               return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
           });
}

bool resembles(const QString &name, const QList<Role> &roles)
{
    const QString key = lookAlikeKey(name);
    return std::any_of(roles.begin(), roles.end(), [&](const Role &role) { return lookAlikeKey(role.name) == key; });
}

const Role *find(const QString &name, const QList<Role> &roles)
{
    const auto found = std::find_if(roles.begin(), roles.end(), [&](const Role &role) { return role.name == name; });
    return found == roles.end() ? nullptr : &*found;
}

bool anyOf(const QStringList &roles, const QStringList &required)
{
    return std::any_of(roles.begin(), roles.end(), [&](const QString &role) { return required.contains(role); });
}

RoleEffect effect(const User &user, const Permissions &before, const Permissions &after)
{
    return {user.id, user.login, after - before, before - after};
}

}  // namespace

QLatin1String roleFaultName(RoleFault fault)
{
    switch (fault) {
        case RoleFault::NameEmpty: return QLatin1String("name_empty");
        case RoleFault::NameTooLong: return QLatin1String("name_too_long");
        case RoleFault::NameCharacters: return QLatin1String("name_characters");
        case RoleFault::NameShipped: return QLatin1String("name_shipped");
        case RoleFault::NameTaken: return QLatin1String("name_taken");
        case RoleFault::NoPermission: return QLatin1String("no_permission");
        case RoleFault::TooMany: return QLatin1String("too_many");
    }
    return {};
}

QString lookAlikeKey(QStringView name)
{
    // Role names are plain ASCII (NameCharacters), so that what is left of UTS #39 are a few pairs.
    QString key;
    for (const QChar c : name) {
        switch (c.toLower().unicode()) {
            case u'-':
            case u'_':
            case u'.':
            case u' ': break;
            case u'0': key += u'o'; break;
            case u'1':
            case u'i': key += u'l'; break;
            case u'5': key += u's'; break;
            default: key += c.toLower();
        }
    }
    return key.replace(QLatin1String("rn"), QLatin1String("m")).replace(QLatin1String("vv"), QLatin1String("w"));
}

std::optional<RoleFault> judgeRole(const Role &role, const QList<Role> &others)
{
    if (role.name.isEmpty()) return RoleFault::NameEmpty;
    if (role.name.size() > roleNameCeiling) return RoleFault::NameTooLong;
    if (!wellFormed(role.name)) return RoleFault::NameCharacters;
    if (resembles(role.name, shippedRoles())) return RoleFault::NameShipped;
    if (resembles(role.name, others)) return RoleFault::NameTaken;
    if (role.permissions.isEmpty()) return RoleFault::NoPermission;
    if (others.size() >= customRolesCeiling) return RoleFault::TooMany;
    return std::nullopt;
}

bool roleExists(const QString &name, const QList<Role> &custom)
{
    return find(name, shippedRoles()) || find(name, custom);
}

GrantVerdict mayGrant(const Permissions &held, const QStringList &wanted, const QList<Role> &custom)
{
    GrantVerdict verdict;
    for (const QString &name : wanted) {
        if (!roleExists(name, custom)) {
            verdict.unknown.append(name);
            continue;
        }
        const Permissions beyond = permissionsOf({name}, custom) - held;
        if (beyond.isEmpty()) continue;
        verdict.beyond.append(name);
        verdict.missing.unite(beyond);
    }
    return verdict;
}

QStringList rolesTouched(const QStringList &before, const QStringList &after)
{
    QStringList touched;
    for (const QString &name : after)
        if (!before.contains(name) && !touched.contains(name)) touched.append(name);
    for (const QString &name : before)
        if (!after.contains(name) && !touched.contains(name)) touched.append(name);
    return touched;
}

bool mayManage(const Permissions &held, const QStringList &rolesOfPerson, const QList<Role> &custom)
{
    return held.contains(permissionsOf(rolesOfPerson, custom));
}

Permissions beyondRoleAuthor(const Permissions &held, const std::optional<Role> &before,
                             const std::optional<Role> &after)
{
    const Permissions was = before ? before->permissions : Permissions();
    const Permissions will = after ? after->permissions : Permissions();
    return ((will - was) + (was - will)) - held;
}

bool isLastOwner(const User &user, const QList<User> &all)
{
    if (!user.roles.contains(owner) || user.status == UserStatus::Disabled) return false;
    return std::none_of(all.begin(), all.end(), [&](const User &other) {
        return other.id != user.id && other.status == UserStatus::Active && other.roles.contains(owner);
    });
}

QList<RoleEffect> effectOfRoleChange(const QList<Role> &before, const QList<Role> &after, const QList<User> &users)
{
    QList<RoleEffect> effects;
    for (const User &user : users) {
        RoleEffect one = effect(user, permissionsOf(user.roles, before), permissionsOf(user.roles, after));
        if (!one.gained.isEmpty() || !one.lost.isEmpty()) effects.append(std::move(one));
    }
    return effects;
}

RoleEffect effectOfGrant(const User &user, const QStringList &rolesAfter, const QList<Role> &custom)
{
    return effect(user, permissionsOf(user.roles, custom), permissionsOf(rolesAfter, custom));
}

bool mfaRequired(const QStringList &roles, const Customer &customer)
{
    return anyOf(roles, customer.mfaRequiredRoles);
}

bool mfaMissing(const User &user, const Customer &customer)
{
    return user.mfa == MfaKind::None && mfaRequired(user.roles, customer);
}

bool certificateRequired(const QStringList &roles, const Customer &customer)
{
    return anyOf(roles, customer.certificateRequiredRoles);
}

}  // namespace lw::policy
