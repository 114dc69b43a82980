// SPDX-License-Identifier: GPL-3.0-or-later
// Permissions and the roles that bundle them. Logs and reports have permissions of their own (seed: "access to reports
// can be restricted using the permission system").
#pragma once

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace lw {

enum class Permission : quint8 {
    UsersRead,     ///< "users.read"
    LogRead,       ///< "log.read"      read and sync the audit log
    LogExport,     ///< "log.export"    take logs and reports away
    CustomerRead,  ///< "customer.read" settings and policy of the customer
    OwnPassword    ///< "password.own"  change one's own password
};

using Permissions = QSet<Permission>;

QLatin1String permissionName(Permission permission);
std::optional<Permission> permissionFromName(QStringView name);
const std::array<Permission, 5> &allPermissions();

/// A bundle of permissions that the data owner grants.
struct Role {
    QString name;  ///< "owner", "administrator", "security_officer", "billing", "auditor", "user"
    Permissions permissions;
    bool operator==(const Role &) const = default;
};

/// The roles that every customer starts with.
const QList<Role> &shippedRoles();

/// Union of the permissions of the named roles; unknown names add nothing.
Permissions permissionsOf(const QStringList &roleNames);

inline size_t qHash(Permission permission, size_t seed = 0)
{
    return ::qHash(static_cast<uint>(permission), seed);
}

}  // namespace lw
