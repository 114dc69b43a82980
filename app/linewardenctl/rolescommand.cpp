// SPDX-License-Identifier: GPL-3.0-or-later
// Roles of the customer: list, create, change, remove. What a change does to whom is said before it is done.
#include "app/linewardenctl/adminsession.h"
#include "app/linewardenctl/commands.h"
#include "app/linewardenctl/subcommands.h"
#include "app/linewardenctl/table.h"
#include "core/policy/rolerules.h"
#include "core/protocol/role.h"

#include <QJsonArray>

namespace lw::ctl {

namespace {

using SeenRoles = access::Seen<QList<Role>>;

Result<SeenRoles> rolesOf(AdminSession &admin)
{
    return await<SeenRoles>(
        [&](QObject *context, Callback<SeenRoles> done) { admin.access().roles(context, std::move(done)); });
}

QString permissionsText(const Permissions &permissions)
{
    QStringList names;
    for (const Permission permission : allPermissions())
        if (permissions.contains(permission)) names.append(permissionName(permission));
    return names.join(QLatin1String(", "));
}

Result<Permissions> permissionsFrom(const QString &text)
{
    Permissions permissions;
    for (const QString &name : listOf(text)) {
        const std::optional<Permission> permission = permissionFromName(name);
        if (!permission)
            return makeError(Errc::InvalidInput,
                             QStringLiteral("There is no permission \"%1\". Permissions: %2.")
                                 .arg(name, permissionsText({allPermissions().begin(), allPermissions().end()})),
                             QStringLiteral("permissions"));
        permissions.insert(*permission);
    }
    return permissions;
}

/// "2 people gain …; 1 loses …" of replacing `before` by `after`.
Result<QString> effectText(AdminSession &admin, const QList<Role> &before, const QList<Role> &after)
{
    const Result<QList<protocol::UserEntry>> people = admin.everybody();
    if (!people) return people.error();
    QList<User> users;
    for (const protocol::UserEntry &entry : *people)
        users.append(entry.user);
    int gaining = 0;
    int losing = 0;
    const QList<policy::RoleEffect> effects = policy::effectOfRoleChange(before, after, users);
    for (const policy::RoleEffect &effect : effects) {
        gaining += effect.gained.isEmpty() ? 0 : 1;
        losing += effect.lost.isEmpty() ? 0 : 1;
    }
    return QStringLiteral("Permissions are gained by %1 people and lost by %2.").arg(gaining).arg(losing);
}

QList<Role> customOf(const QList<Role> &roles)
{
    QList<Role> custom = roles;
    custom.removeIf([](const Role &role) { return role.shipped; });
    return custom;
}

Result<Role> roleNamed(const QList<Role> &roles, const QString &name)
{
    for (const Role &role : roles)
        if (role.name == name) return role;
    return makeError(Errc::NotFound, QStringLiteral("There is no role %1.").arg(name));
}

int give(const Result<Role> &role, const Output &output)
{
    if (!role) return output.fail(role.error());
    output.result(protocol::toJsonObject(*role),
                  QStringLiteral("%1: %2").arg(printable(role->name), permissionsText(role->permissions)));
    return 0;
}

int list(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("roles list [options]"),
                     QStringLiteral("Lists the shipped roles and the customer's own with their permissions."));
    AdminSession::options(parsed, AdminSession::Reads::Kept);
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<SeenRoles> roles = rolesOf(**admin);
    if (!roles) return output.fail(roles.error());
    QJsonArray array;
    Table table({QStringLiteral("NAME"), QStringLiteral("SHIPPED"), QStringLiteral("PERMISSIONS")});
    for (const Role &role : roles->value) {
        array.append(protocol::toJsonObject(role));
        table.row({role.name, role.shipped ? QStringLiteral("yes") : QStringLiteral("no"),
                   permissionsText(role.permissions)});
    }
    output.result({{QStringLiteral("roles"), array}}, table.text(QStringLiteral("No roles.")));
    return 0;
}

int create(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("roles create NAME --permissions NAMES [options]"),
                     QStringLiteral("Makes a role of the customer's own. Nobody gives what he does not hold himself."));
    AdminSession::options(parsed);
    parsed.option(QStringLiteral("permissions"), QStringLiteral("All permissions, with commas between them."),
                  QStringLiteral("names"));
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<Permissions> permissions = permissionsFrom(parsed.value(QStringLiteral("permissions")));
    if (!permissions) return output.fail(permissions.error());
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    return give(await<Role>([&](QObject *context, Callback<Role> done) {
                    (*admin)->access().createRole({parsed.positional().constFirst(), *permissions, false}, context,
                                                  std::move(done));
                }),
                output);
}

int change(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("roles change NAME [--permissions NAMES] [--add NAMES] [--drop NAMES] [--yes]"),
                     QStringLiteral("Changes what a role of the customer's own allows, and says first how many people "
                                    "gain and lose by it."));
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    parsed.option(QStringLiteral("permissions"), QStringLiteral("All permissions, with commas between them."),
                  QStringLiteral("names"));
    parsed.option(QStringLiteral("add"), QStringLiteral("Permissions to add."), QStringLiteral("names"));
    parsed.option(QStringLiteral("drop"), QStringLiteral("Permissions to take away."), QStringLiteral("names"));
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<Permissions> all = permissionsFrom(parsed.value(QStringLiteral("permissions")));
    const Result<Permissions> added = permissionsFrom(parsed.value(QStringLiteral("add")));
    const Result<Permissions> dropped = permissionsFrom(parsed.value(QStringLiteral("drop")));
    for (const Result<Permissions> *set : {&all, &added, &dropped})
        if (!*set) return output.fail(set->error());
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<SeenRoles> roles = rolesOf(**admin);
    if (!roles) return output.fail(roles.error());
    const Result<Role> present = roleNamed(roles->value, parsed.positional().constFirst());
    if (!present) return output.fail(present.error());
    Role next = *present;
    if (parsed.has(QStringLiteral("permissions"))) next.permissions = *all;
    next.permissions.unite(*added).subtract(*dropped);
    const QList<Role> before = customOf(roles->value);
    QList<Role> after = before;
    for (Role &role : after)
        if (role.name == next.name) role = next;
    const Result<QString> effect = effectText(**admin, before, after);
    if (!effect) return output.fail(effect.error());
    if (const Result<void> agreed = confirmed(parsed, *effect); !agreed) return output.fail(agreed.error());
    return give(await<Role>([&](QObject *context, Callback<Role> done) {
                    (*admin)->access().changeRole(next, roles->etag, context, std::move(done));
                }),
                output);
}

int remove(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("roles remove NAME [--yes]"),
                     QStringLiteral("Removes a role of the customer's own, and says first who loses by it."));
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const QString name = parsed.positional().constFirst();
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<SeenRoles> roles = rolesOf(**admin);
    if (!roles) return output.fail(roles.error());
    const Result<Role> present = roleNamed(roles->value, name);
    if (!present) return output.fail(present.error());
    const QList<Role> before = customOf(roles->value);
    QList<Role> after = before;
    after.removeIf([&](const Role &role) { return role.name == name; });
    const Result<QString> effect = effectText(**admin, before, after);
    if (!effect) return output.fail(effect.error());
    if (const Result<void> agreed = confirmed(parsed, *effect); !agreed) return output.fail(agreed.error());
    const Result<void> removed = await<void>([&](QObject *context, Callback<void> done) {
        (*admin)->access().removeRole(name, roles->etag, context, std::move(done));
    });
    if (!removed) return output.fail(removed.error());
    output.result({{QStringLiteral("removed"), name}}, QStringLiteral("The role %1 is gone.").arg(printable(name)));
    return 0;
}

}  // namespace

int rolesCommand(const QStringList &arguments)
{
    static constexpr Action actions[] = {{"list", "every role with its permissions", list},
                                         {"create", "a role of the customer's own", create},
                                         {"change", "what a role allows", change},
                                         {"remove", "a role of the customer's own", remove}};
    return runAction("roles", actions, arguments);
}

}  // namespace lw::ctl
