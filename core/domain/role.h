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

/// Stored and sent by name; the numbers are only this program's.
enum class Permission : quint8 {
    UsersRead,        ///< "users.read"  see people, their password ages and devices
    UsersWrite,       ///< "users.write"  create, change, disable and import people; their devices and second factors
    RolesRead,        ///< "roles.read"  see what each role may do
    RolesWrite,       ///< "roles.write"  make and change roles
    PolicyWrite,      ///< "policy.write"  change the customer's rules for passwords and second factors
    SessionsRead,     ///< "sessions.read"  see live sessions
    SessionsEnd,      ///< "sessions.end"  end other people's sessions
    DeparturesRead,   ///< "departures.read"  see departures and their proofs
    DeparturesWrite,  ///< "departures.write"  open and withdraw departures
    NetworkRead,      ///< "network.read"  see the allowlist and blocked addresses
    NetworkWrite,     ///< "network.write"  change them
    LogRead,          ///< "log.read"  read and sync the audit log
    LogExport,        ///< "log.export"  take logs and reports away
    CustomerRead,     ///< "customer.read"  settings and policy of the customer
    OwnPassword,      ///< "password.own"  change one's own password and second factor
    NumbersRead,      ///< "numbers.read"  see numbers and what Call Guard bars
    NumbersWrite,     ///< "numbers.write"  change them
    SpendRead,        ///< "spend.read"  see what calls cost, limits and rates
    SpendWrite,       ///< "spend.write"  change limits and rates, raise and reset
    CallsDecide,      ///< "calls.decide"  a switch: ask whether a call may be made, report finished ones
    RetentionRead,    ///< "retention.read"  see how long data is kept, holds and purges
    RetentionWrite,   ///< "retention.write"  change them, and purge
    PersonalData      ///< "personaldata.manage"  hand out and erase everything about a person
};

using Permissions = QSet<Permission>;

QLatin1String permissionName(Permission permission);
std::optional<Permission> permissionFromName(QStringView name);
const std::array<Permission, 23> &allPermissions();

/// A bundle of permissions that the data owner grants.
struct Role {
    QString name;  ///< "owner", "administrator", "security_officer", "billing", "auditor", "switch", "user", or a
                   ///< custom one
    Permissions permissions;
    bool shipped = false;  ///< one that every customer starts with and nobody can change
    bool operator==(const Role &) const = default;
};

/// The roles that every customer starts with.
const QList<Role> &shippedRoles();

/// Union of the permissions of the named roles; unknown names add nothing. `custom`: the customer's own roles, which
/// can not take a shipped role's name.
Permissions permissionsOf(const QStringList &roleNames, const QList<Role> &custom = {});

inline size_t qHash(Permission permission, size_t seed = 0)
{
    return ::qHash(static_cast<uint>(permission), seed);
}

}  // namespace lw
