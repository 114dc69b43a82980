// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/roletable.h"

#include "server/store/statement.h"

#include <algorithm>

namespace lw::server {

namespace {

QString permissionsText(const Permissions &permissions)
{
    QStringList names;
    for (Permission permission : allPermissions())
        if (permissions.contains(permission)) names.append(permissionName(permission));
    return names.join(QLatin1Char(' '));
}

Permissions permissionsFromText(const QString &text)
{
    Permissions permissions;
    for (const QString &name : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        if (const std::optional<Permission> permission = permissionFromName(name)) permissions.insert(*permission);
    return permissions;
}

bool isShipped(const QString &name)
{
    const QList<Role> &shipped = shippedRoles();
    return std::any_of(shipped.begin(), shipped.end(), [&](const Role &role) { return role.name == name; });
}

Result<void> changedOne(const Statement &statement)
{
    if (statement.rowsChanged() > 0) return {};
    return makeError(Errc::NotFound, QStringLiteral("There is no such role."));
}

}  // namespace

Result<QList<Role>> RoleTable::all(const QString &customerId) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT name, permissions FROM roles WHERE customer_id = ? ORDER BY name"),
                     QStringLiteral("read the roles"));
    if (Result<void> ran = select.run(customerId); !ran) return ran.error();
    QList<Role> roles;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return roles;
        roles.append(Role{select.value(0).toString(), permissionsFromText(select.value(1).toString()), false});
    }
}

Result<QList<Role>> RoleTable::behind(const QString &customerId, const QStringList &names) const
{
    if (std::all_of(names.begin(), names.end(), isShipped)) return QList<Role>();
    return all(customerId);
}

Result<void> RoleTable::insert(const QString &customerId, const Role &role)
{
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO roles (customer_id, name, permissions) VALUES (?, ?, ?)"),
                     QStringLiteral("make the role %1").arg(role.name));
    return insert.run(customerId, role.name, permissionsText(role.permissions));
}

Result<void> RoleTable::update(const QString &customerId, const Role &role)
{
    Statement update(m_connection,
                     QStringLiteral("UPDATE roles SET permissions = ? WHERE customer_id = ? AND name = ?"),
                     QStringLiteral("change the role %1").arg(role.name));
    if (Result<void> ran = update.run(permissionsText(role.permissions), customerId, role.name); !ran) return ran;
    return changedOne(update);
}

Result<void> RoleTable::remove(const QString &customerId, const QString &name)
{
    Statement erase(m_connection, QStringLiteral("DELETE FROM roles WHERE customer_id = ? AND name = ?"),
                    QStringLiteral("remove the role %1").arg(name));
    if (Result<void> ran = erase.run(customerId, name); !ran) return ran;
    return changedOne(erase);
}

}  // namespace lw::server
