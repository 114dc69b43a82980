// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/role.h"

namespace lw {

QLatin1String permissionName(Permission permission)
{
    switch (permission) {
        case Permission::UsersRead: return QLatin1String("users.read");
        case Permission::UsersWrite: return QLatin1String("users.write");
        case Permission::RolesRead: return QLatin1String("roles.read");
        case Permission::RolesWrite: return QLatin1String("roles.write");
        case Permission::PolicyWrite: return QLatin1String("policy.write");
        case Permission::SessionsRead: return QLatin1String("sessions.read");
        case Permission::SessionsEnd: return QLatin1String("sessions.end");
        case Permission::DeparturesRead: return QLatin1String("departures.read");
        case Permission::DeparturesWrite: return QLatin1String("departures.write");
        case Permission::NetworkRead: return QLatin1String("network.read");
        case Permission::NetworkWrite: return QLatin1String("network.write");
        case Permission::LogRead: return QLatin1String("log.read");
        case Permission::LogExport: return QLatin1String("log.export");
        case Permission::CustomerRead: return QLatin1String("customer.read");
        case Permission::OwnPassword: return QLatin1String("password.own");
        case Permission::NumbersRead: return QLatin1String("numbers.read");
        case Permission::NumbersWrite: return QLatin1String("numbers.write");
        case Permission::SpendRead: return QLatin1String("spend.read");
        case Permission::SpendWrite: return QLatin1String("spend.write");
        case Permission::CallsDecide: return QLatin1String("calls.decide");
        case Permission::RetentionRead: return QLatin1String("retention.read");
        case Permission::RetentionWrite: return QLatin1String("retention.write");
        case Permission::PersonalData: return QLatin1String("personaldata.manage");
    }
    return QLatin1String();
}

const std::array<Permission, 23> &allPermissions()
{
    using P = Permission;
    static constexpr std::array<Permission, 23> all{
        P::UsersRead,   P::UsersWrite,     P::RolesRead,       P::RolesWrite,     P::PolicyWrite,  P::SessionsRead,
        P::SessionsEnd, P::DeparturesRead, P::DeparturesWrite, P::NetworkRead,    P::NetworkWrite, P::LogRead,
        P::LogExport,   P::CustomerRead,   P::OwnPassword,     P::NumbersRead,    P::NumbersWrite, P::SpendRead,
        P::SpendWrite,  P::CallsDecide,    P::RetentionRead,   P::RetentionWrite, P::PersonalData};
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
    const auto every = [] {
        const auto &all = allPermissions();
        return Permissions(all.begin(), all.end());
    };
    // The data owner grants roles; only he makes new ones.
    static const QList<Role> roles{
        {QStringLiteral("owner"), every(), true},
        {QStringLiteral("administrator"), every() - Permissions{P::RolesWrite}, true},
        {QStringLiteral("security_officer"),
         every() - Permissions{P::RolesWrite, P::UsersWrite, P::CallsDecide, P::PersonalData}, true},
        {QStringLiteral("billing"),
         {P::UsersRead, P::CustomerRead, P::OwnPassword, P::NumbersRead, P::SpendRead, P::SpendWrite},
         true},
        {QStringLiteral("auditor"),
         {P::UsersRead, P::RolesRead, P::SessionsRead, P::DeparturesRead, P::NetworkRead, P::LogRead, P::LogExport,
          P::CustomerRead, P::OwnPassword, P::NumbersRead, P::SpendRead, P::RetentionRead},
         true},
        // A telephone system that asks before each call.
        {QStringLiteral("switch"), {P::CallsDecide, P::OwnPassword}, true},
        {QStringLiteral("user"), {P::OwnPassword}, true},
    };
    return roles;
}

Permissions permissionsOf(const QStringList &roleNames, const QList<Role> &custom)
{
    Permissions all;
    for (const QList<Role> &known : {shippedRoles(), custom})
        for (const Role &role : known)
            if (roleNames.contains(role.name)) all.unite(role.permissions);
    return all;
}

}  // namespace lw
