// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/role.h"

#include "core/protocol/jsonreader.h"
#include "core/protocol/limits.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lw::protocol {

namespace {

constexpr QLatin1String fieldName("name");
constexpr QLatin1String fieldPermissions("permissions");
constexpr QLatin1String fieldShipped("shipped");
constexpr QLatin1String fieldRoles("roles");
constexpr int permissionsMost = 256;
constexpr int permissionLength = 64;

enum class Unknown { Refused, LeftOut };

Role readRole(JsonReader &reader, Unknown unknown)
{
    Role role;
    role.name = reader.text(fieldName, limits::roleNameLength);
    for (const QString &name : reader.texts(fieldPermissions, permissionsMost, permissionLength)) {
        if (const std::optional<Permission> permission = permissionFromName(name))
            role.permissions.insert(*permission);
        else if (unknown == Unknown::Refused)
            reader.refuse(fieldPermissions, QStringLiteral("has \"%1\", which is no permission").arg(name));
    }
    role.shipped = reader.boolean(fieldShipped, JsonReader::Need::Optional);
    return role;
}

}  // namespace

QJsonObject toJsonObject(const Role &role)
{
    QJsonArray permissions;
    for (Permission permission : allPermissions())
        if (role.permissions.contains(permission)) permissions.append(QString(permissionName(permission)));
    return {{fieldName, role.name}, {fieldPermissions, permissions}, {fieldShipped, role.shipped}};
}

QByteArray toJson(const Role &role)
{
    return QJsonDocument(toJsonObject(role)).toJson(QJsonDocument::Compact);
}

Result<Role> roleFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    Role role = readRole(reader, Unknown::Refused);
    // Whoever sends it believes in roles within roles; to ignore it would make less than he asked for.
    if (reader.has(fieldRoles))
        reader.refuse(fieldRoles, QStringLiteral("must not be there: a role holds permissions, never other roles"));
    return reader.finish(std::move(role));
}

Role readRole(JsonReader reader)
{
    return readRole(reader, Unknown::LeftOut);
}

QByteArray toJson(const QList<Role> &roles)
{
    QJsonArray list;
    for (const Role &role : roles)
        list.append(toJsonObject(role));
    return QJsonDocument(QJsonObject{{fieldRoles, list}}).toJson(QJsonDocument::Compact);
}

Result<QList<Role>> rolesFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::Protocol);
    QList<Role> roles;
    for (const JsonReader &element : reader.objects(fieldRoles, limits::rolesPerCustomer + 64))
        roles.append(readRole(element));
    return reader.finish(std::move(roles));
}

}  // namespace lw::protocol
