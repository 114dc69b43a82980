// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/me.h"

#include "core/protocol/customer.h"
#include "core/protocol/jsonreader.h"
#include "core/protocol/limits.h"
#include "core/protocol/secretjson.h"
#include "core/protocol/user.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lw::protocol {

namespace {

constexpr QLatin1String fieldUser("user");
constexpr QLatin1String fieldCustomer("customer");
constexpr QLatin1String fieldRoles("roles");
constexpr QLatin1String fieldPermissions("permissions");
constexpr QLatin1String fieldMustChange("mustChangePassword");
constexpr QLatin1String fieldMustEnrol("mustEnrolMfa");
constexpr QLatin1String fieldLogOrigin("logOrigin");
constexpr QLatin1String fieldLogKey("logKey");
constexpr QLatin1String fieldCurrent("current");
constexpr QLatin1String fieldNext("next");
constexpr int keyTextLength = 1024;

// The reader sees an empty text where the secret was cut out; it still tells a missing member from one that is no text.
void checkPassword(JsonReader &reader, QLatin1String field, const Secret &secret)
{
    (void)reader.text(field, limits::passwordBytes, JsonReader::Need::Required, JsonReader::Empty::Allowed);
    if (secret.isEmpty()) reader.refuse(field, QStringLiteral("must not be empty"));
    if (secret.size() > limits::passwordBytes)
        reader.refuse(field, QStringLiteral("must have at most %1 bytes").arg(limits::passwordBytes));
}

}  // namespace

QByteArray toJson(const Me &me)
{
    QJsonArray permissions;
    for (Permission permission : allPermissions())
        if (me.permissions.contains(permission)) permissions.append(QString(permissionName(permission)));
    return QJsonDocument(QJsonObject{{fieldUser, toJsonObject(me.user)},
                                     {fieldCustomer, toJsonObject(me.customer)},
                                     {fieldRoles, QJsonArray::fromStringList(me.roles)},
                                     {fieldPermissions, permissions},
                                     {fieldMustChange, me.mustChangePassword},
                                     {fieldMustEnrol, me.mustEnrolMfa},
                                     {fieldLogOrigin, me.logOrigin},
                                     {fieldLogKey, me.logKey}})
        .toJson(QJsonDocument::Compact);
}

Result<Me> meFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::Protocol);
    Me me;
    me.user = readUser(reader.object(fieldUser));
    me.customer = readCustomer(reader.object(fieldCustomer));
    me.roles = reader.texts(fieldRoles, limits::rolesPerUser, 64);
    for (const QString &name : reader.texts(fieldPermissions, 256, 64))
        if (const std::optional<Permission> permission = permissionFromName(name)) me.permissions.insert(*permission);
    me.mustChangePassword = reader.boolean(fieldMustChange);
    me.mustEnrolMfa = reader.boolean(fieldMustEnrol, JsonReader::Need::Optional);
    me.logOrigin = reader.text(fieldLogOrigin, keyTextLength);
    me.logKey = reader.text(fieldLogKey, keyTextLength);
    return reader.finish(std::move(me));
}

QByteArray toJson(const PasswordChange &change)
{
    QByteArray out;
    out.reserve(64 + 6 * (static_cast<qsizetype>(change.current.size()) + change.next.size()));
    out += "{\"current\":";
    appendJsonText(out, QByteArrayView(change.current.constData(), change.current.size()));
    out += ",\"next\":";
    appendJsonText(out, QByteArrayView(change.next.constData(), change.next.size()));
    out += '}';
    return out;
}

Result<PasswordChange> passwordChangeFromJson(QByteArrayView body)
{
    SecretBody secrets(body);
    PasswordChange change{secrets.take(fieldCurrent), secrets.take(fieldNext)};
    JsonReader reader = JsonReader::parse(secrets.rest(), limits::requestBodyBytes, Errc::InvalidInput);
    checkPassword(reader, fieldCurrent, change.current);
    checkPassword(reader, fieldNext, change.next);
    return reader.finish(std::move(change));
}

}  // namespace lw::protocol
