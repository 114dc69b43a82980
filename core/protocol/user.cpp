// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/user.h"

#include "core/protocol/jsonnames.h"
#include "core/protocol/jsonreader.h"
#include "core/protocol/jsonwriter.h"
#include "core/protocol/limits.h"
#include "core/util/time.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

namespace lw::protocol {

namespace {

using Need = JsonReader::Need;
using Empty = JsonReader::Empty;

constexpr QLatin1String fieldId("id");
constexpr QLatin1String fieldLogin("login");
constexpr QLatin1String fieldDisplayName("displayName");
constexpr QLatin1String fieldDepartment("department");
constexpr QLatin1String fieldRoles("roles");
constexpr QLatin1String fieldStatus("status");
constexpr QLatin1String fieldLockedUntil("lockedUntil");
constexpr QLatin1String fieldMfa("mfa");
constexpr QLatin1String fieldCreatedAt("createdAt");
constexpr QLatin1String fieldChangedAt("passwordChangedAt");
constexpr QLatin1String fieldMustChange("mustChangePassword");
constexpr QLatin1String fieldExemption("exemption");
constexpr QLatin1String fieldReason("reason");
constexpr QLatin1String fieldUntil("until");
constexpr QLatin1String fieldLastLogin("lastLoginAt");
constexpr QLatin1String fieldEmail("email");
constexpr QLatin1String fieldForcedDue("passwordForcedDueAt");
constexpr QLatin1String fieldDisabledAt("disabledAt");
constexpr QLatin1String fieldState("passwordState");
constexpr QLatin1String fieldDueAt("passwordDueAt");
constexpr QLatin1String fieldAgeDays("passwordAgeDays");
constexpr QLatin1String fieldUsers("users");
constexpr QLatin1String fieldNext("nextCursor");
constexpr QLatin1String fieldTotal("total");
constexpr int idLength = 64;

}  // namespace

QJsonObject toJsonObject(const User &user)
{
    QJsonObject object{{fieldId, user.id},
                       {fieldLogin, user.login},
                       {fieldDisplayName, user.displayName},
                       {fieldDepartment, user.department},
                       {fieldRoles, QJsonArray::fromStringList(user.roles)},
                       {fieldStatus, QString(userStatusName(user.status))},
                       {fieldMfa, QString(mfaKindName(user.mfa))},
                       {fieldMustChange, user.mustChangePassword}};
    insertInstant(object, fieldLockedUntil, user.lockedUntil);
    insertInstant(object, fieldCreatedAt, user.createdAt);
    insertInstant(object, fieldChangedAt, user.passwordChangedAt);
    insertInstant(object, fieldLastLogin, user.lastLoginAt);
    insertInstant(object, fieldForcedDue, user.passwordDueAt);
    insertInstant(object, fieldDisabledAt, user.disabledAt);
    if (!user.email.isEmpty()) object.insert(fieldEmail, user.email);
    if (user.exemption) {
        QJsonObject exemption{{fieldReason, user.exemption->reason}};
        insertInstant(exemption, fieldUntil, user.exemption->until);
        object.insert(fieldExemption, exemption);
    }
    return object;
}

QByteArray toJson(const User &user)
{
    return QJsonDocument(toJsonObject(user)).toJson(QJsonDocument::Compact);
}

User readUser(JsonReader reader)
{
    User user;
    user.id = reader.text(fieldId, idLength);
    user.login = reader.text(fieldLogin, limits::loginLength);
    user.displayName = reader.text(fieldDisplayName, limits::nameLength, Need::Required, Empty::Allowed);
    user.department = reader.text(fieldDepartment, limits::nameLength, Need::Optional, Empty::Allowed);
    user.roles = reader.texts(fieldRoles, limits::rolesPerUser, 64);
    user.status = named(reader, fieldStatus, userStatusFromName, UserStatus::Active);
    user.lockedUntil = reader.instant(fieldLockedUntil, Need::Optional);
    user.mfa = named(reader, fieldMfa, mfaKindFromName, MfaKind::None);
    user.createdAt = reader.instant(fieldCreatedAt);
    user.passwordChangedAt = reader.instant(fieldChangedAt, Need::Optional);
    user.mustChangePassword = reader.boolean(fieldMustChange);
    if (std::optional<JsonReader> exemption = reader.optionalObject(fieldExemption))
        user.exemption =
            RotationExemption{exemption->text(fieldReason, limits::sentenceLength), exemption->instant(fieldUntil)};
    user.lastLoginAt = reader.instant(fieldLastLogin, Need::Optional);
    user.email = reader.text(fieldEmail, limits::emailLength, Need::Optional, Empty::Allowed);
    user.passwordDueAt = reader.instant(fieldForcedDue, Need::Optional);
    user.disabledAt = reader.instant(fieldDisabledAt, Need::Optional);
    return user;
}

Result<User> userFromJson(QByteArrayView body)
{
    const JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::Protocol);
    return reader.finish(readUser(reader));
}

QJsonObject toJsonObject(const UserEntry &entry)
{
    QJsonObject object = toJsonObject(entry.user);
    object.insert(fieldState, entry.password.state);
    insertInstant(object, fieldDueAt, entry.password.dueAt);
    if (entry.password.ageDays >= 0) object.insert(fieldAgeDays, entry.password.ageDays);
    return object;
}

QByteArray toJson(const UserEntry &entry)
{
    return QJsonDocument(toJsonObject(entry)).toJson(QJsonDocument::Compact);
}

UserEntry readUserEntry(JsonReader reader)
{
    UserEntry entry{readUser(reader), {}};
    entry.password.state = reader.text(fieldState, 64);
    entry.password.dueAt = reader.instant(fieldDueAt, Need::Optional);
    if (reader.has(fieldAgeDays))
        entry.password.ageDays = static_cast<int>(reader.integer(fieldAgeDays, 0, std::numeric_limits<int>::max()));
    return entry;
}

Result<UserEntry> userEntryFromJson(QByteArrayView body)
{
    const JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::Protocol);
    return reader.finish(readUserEntry(reader));
}

QByteArray toJson(const UserPage &page)
{
    QJsonArray users;
    for (const UserEntry &entry : page.users)
        users.append(toJsonObject(entry));
    QJsonObject object{{fieldUsers, users}, {fieldTotal, page.total}};
    if (!page.nextCursor.isEmpty()) object.insert(fieldNext, page.nextCursor);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<UserPage> userPageFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::Protocol);
    UserPage page;
    for (const JsonReader &element : reader.objects(fieldUsers, limits::usersPageMost))
        page.users.append(readUserEntry(element));
    page.nextCursor = reader.text(fieldNext, limits::cursorLength, Need::Optional);
    page.total = reader.integer(fieldTotal, 0, limits::jsonIntegerMost);
    return reader.finish(std::move(page));
}

}  // namespace lw::protocol
