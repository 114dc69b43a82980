// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/role.h"

namespace lw {

QLatin1String permissionName(Permission permission)
{
    switch (permission) {
        case Permission::UsersRead: return QLatin1String("users.read");
        case Permission::LogRead: return QLatin1String("log.read");
        case Permission::LogExport: return QLatin1String("log.export");
        case Permission::CustomerRead: return QLatin1String("customer.read");
        case Permission::OwnPassword: return QLatin1String("password.own");
    }
    return QLatin1String();
}

const std::array<Permission, 5> &allPermissions()
{
    static constexpr std::array<Permission, 5> all{Permission::UsersRead, Permission::LogRead, Permission::LogExport,
                                                   Permission::CustomerRead, Permission::OwnPassword};
    return all;
}

std::optional<Permission> permissionFromName(QStringView name)
{
    for (Permission permission : allPermissions())
        if (name == permissionName(permission)) return permission;
    return std::nullopt;
}

const QList<Role> &shippedRoles()
{
    using P = Permission;
    static const Permissions everything{P::UsersRead, P::LogRead, P::LogExport, P::CustomerRead, P::OwnPassword};
    static const QList<Role> roles{
        {QStringLiteral("owner"), everything},
        {QStringLiteral("administrator"), everything},
        {QStringLiteral("security_officer"), everything},
        {QStringLiteral("billing"), {P::UsersRead, P::CustomerRead, P::OwnPassword}},
        {QStringLiteral("auditor"), everything},
        {QStringLiteral("user"), {P::OwnPassword}},
    };
    return roles;
}

Permissions permissionsOf(const QStringList &roleNames)
{
    Permissions all;
    for (const Role &role : shippedRoles())
        if (roleNames.contains(role.name)) all.unite(role.permissions);
    return all;
}

}  // namespace lw
