// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/accounts.h"

#include "core/protocol/jsonreader.h"
#include "core/protocol/jsonwriter.h"
#include "core/protocol/limits.h"
#include "core/protocol/secretjson.h"
#include "core/util/time.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lw::protocol {

namespace {

using Need = JsonReader::Need;
using Empty = JsonReader::Empty;

constexpr QLatin1String fieldLogin("login");
constexpr QLatin1String fieldDisplayName("displayName");
constexpr QLatin1String fieldDepartment("department");
constexpr QLatin1String fieldEmail("email");
constexpr QLatin1String fieldRoles("roles");
constexpr QLatin1String fieldStatus("status");
constexpr QLatin1String fieldExemption("exemption");
constexpr QLatin1String fieldReason("reason");
constexpr QLatin1String fieldUntil("until");
constexpr QLatin1String fieldUser("user");
constexpr QLatin1String fieldPassword("oneTimePassword");
constexpr QLatin1String fieldUserIds("userIds");
constexpr QLatin1String fieldSpread("spreadDays");
constexpr int idLength = 64;

std::optional<QString> optionalText(JsonReader &reader, QLatin1String name, int maxLength)
{
    if (!reader.has(name)) return std::nullopt;
    return reader.text(name, maxLength, Need::Required, Empty::Allowed);
}

RotationExemption readExemption(JsonReader reader)
{
    return {reader.text(fieldReason, limits::sentenceLength), reader.instant(fieldUntil)};
}

}  // namespace

QJsonObject toJsonObject(const NewUser &user)
{
    QJsonObject object{{fieldLogin, user.login},
                       {fieldDisplayName, user.displayName},
                       {fieldDepartment, user.department},
                       {fieldRoles, QJsonArray::fromStringList(user.roles)}};
    if (!user.email.isEmpty()) object.insert(fieldEmail, user.email);
    return object;
}

QByteArray toJson(const NewUser &user)
{
    return compact(toJsonObject(user));
}

NewUser readNewUser(JsonReader reader)
{
    NewUser user;
    user.login = reader.text(fieldLogin, limits::loginLength);
    user.displayName = reader.text(fieldDisplayName, limits::nameLength);
    user.department = reader.text(fieldDepartment, limits::nameLength, Need::Optional, Empty::Allowed);
    user.email = reader.text(fieldEmail, limits::emailLength, Need::Optional, Empty::Allowed);
    user.roles = reader.texts(fieldRoles, limits::rolesPerUser, limits::roleNameLength);
    return user;
}

Result<NewUser> newUserFromJson(QByteArrayView body)
{
    const JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    return reader.finish(readNewUser(reader));
}

QByteArray toJson(const UserWithPassword &answer)
{
    const QByteArray entry = toJson(answer.entry);
    QByteArray out;
    out.reserve(64 + entry.size() + 6 * static_cast<qsizetype>(answer.oneTimePassword.size()));
    out += "{\"oneTimePassword\":";
    appendJsonText(out, QByteArrayView(answer.oneTimePassword.constData(), answer.oneTimePassword.size()));
    out += ",\"user\":" + entry + '}';
    return out;
}

Result<UserWithPassword> userWithPasswordFromJson(QByteArrayView body)
{
    SecretBody secrets(body);
    UserWithPassword answer;
    answer.oneTimePassword = secrets.take(fieldPassword);
    JsonReader reader = JsonReader::parse(secrets.rest(), limits::replyBodyBytes, Errc::Protocol);
    (void)reader.text(fieldPassword, limits::passwordBytes, Need::Required, Empty::Allowed);
    if (answer.oneTimePassword.isEmpty()) reader.refuse(fieldPassword, QStringLiteral("must not be empty"));
    if (answer.oneTimePassword.size() > limits::passwordBytes)
        reader.refuse(fieldPassword, QStringLiteral("must have at most %1 bytes").arg(limits::passwordBytes));
    answer.entry = readUserEntry(reader.object(fieldUser));
    return reader.finish(std::move(answer));
}

QByteArray toJson(const UserPatch &patch)
{
    QJsonObject object;
    if (patch.displayName) object.insert(fieldDisplayName, *patch.displayName);
    if (patch.department) object.insert(fieldDepartment, *patch.department);
    if (patch.email) object.insert(fieldEmail, *patch.email);
    if (patch.roles) object.insert(fieldRoles, QJsonArray::fromStringList(*patch.roles));
    if (patch.status) object.insert(fieldStatus, QString(userStatusName(*patch.status)));
    if (patch.exemption) {
        const std::optional<RotationExemption> &exemption = *patch.exemption;
        object.insert(fieldExemption, exemption ? QJsonValue(QJsonObject{{fieldReason, exemption->reason},
                                                                         {fieldUntil, toRfc3339(exemption->until)}})
                                                : QJsonValue(QJsonValue::Null));
    }
    return compact(object);
}

Result<UserPatch> userPatchFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    UserPatch patch;
    patch.displayName = optionalText(reader, fieldDisplayName, limits::nameLength);
    patch.department = optionalText(reader, fieldDepartment, limits::nameLength);
    patch.email = optionalText(reader, fieldEmail, limits::emailLength);
    if (reader.has(fieldRoles)) patch.roles = reader.texts(fieldRoles, limits::rolesPerUser, limits::roleNameLength);
    if (reader.has(fieldStatus)) {
        patch.status = userStatusFromName(reader.text(fieldStatus, idLength));
        // A lock is the back end's own answer to failures; nobody asks for it.
        if (reader.ok() && (!patch.status || *patch.status == UserStatus::Locked))
            reader.refuse(fieldStatus, QStringLiteral("must be \"active\" or \"disabled\""));
    }
    if (reader.has(fieldExemption))
        patch.exemption = readExemption(reader.object(fieldExemption));
    else if (reader.isNull(fieldExemption))
        patch.exemption = std::optional<RotationExemption>();
    return reader.finish(std::move(patch));
}

QByteArray toJson(const UserSelection &selection)
{
    QJsonObject object{{fieldUserIds, QJsonArray::fromStringList(selection.userIds)}};
    if (selection.spreadDays != 0) object.insert(fieldSpread, selection.spreadDays);
    return compact(object);
}

Result<UserSelection> userSelectionFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    UserSelection selection;
    selection.userIds = reader.texts(fieldUserIds, limits::selectionMost, idLength);
    if (reader.ok() && selection.userIds.isEmpty())
        reader.refuse(fieldUserIds, QStringLiteral("must name at least one person"));
    if (reader.ok() && selection.userIds.removeDuplicates() > 0)
        reader.refuse(fieldUserIds, QStringLiteral("must name each person once"));
    selection.spreadDays = static_cast<int>(reader.integer(fieldSpread, 0, limits::spreadDaysMost, Need::Optional));
    return reader.finish(std::move(selection));
}

}  // namespace lw::protocol
