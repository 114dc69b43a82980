// SPDX-License-Identifier: GPL-3.0-or-later
// What changes people: POST /v1/users, PATCH /v1/users/{userId}, passwords, expiry, imports and their undo.
// Bodies that hold a secret are wiped by whoever made them.
#pragma once

#include "core/domain/user.h"
#include "core/protocol/user.h"
#include "core/util/secret.h"

namespace lw::protocol {

/// POST /v1/users.
struct NewUser {
    QString login;
    QString displayName;
    QString department;
    QString email;
    QStringList roles;
    bool operator==(const NewUser &) const = default;
};
QJsonObject toJsonObject(const NewUser &user);
QByteArray toJson(const NewUser &user);
Result<NewUser> newUserFromJson(QByteArrayView body);
NewUser readNewUser(JsonReader reader);

/// 201 of it, and 200 of POST /v1/users/{userId}/password: the one-time password is shown once and stored nowhere, so
/// that a repeated request ends with Errc::Conflict.
struct UserWithPassword {
    UserEntry entry;
    Secret oneTimePassword;
};
QByteArray toJson(const UserWithPassword &answer);
Result<UserWithPassword> userWithPasswordFromJson(QByteArrayView body);

/// PATCH /v1/users/{userId} (RFC 7396 merge patch): what is absent stays. Needs If-Match.
struct UserPatch {
    std::optional<QString> displayName;
    std::optional<QString> department;
    std::optional<QString> email;
    std::optional<QStringList> roles;
    std::optional<UserStatus> status;                           ///< Active (also lifts a lock) or Disabled
    std::optional<std::optional<RotationExemption>> exemption;  ///< an inner nullopt removes it
    bool operator==(const UserPatch &) const = default;
};
QByteArray toJson(const UserPatch &patch);
Result<UserPatch> userPatchFromJson(QByteArrayView body);

/// POST /v1/users/expiry: these passwords are due, spread over so many days (0: at the next sign-in).
/// POST /v1/users/disable takes the same without spreadDays.
struct UserSelection {
    QStringList userIds;  ///< 1 to 1000
    int spreadDays = 0;   ///< 0 to 90
    bool operator==(const UserSelection &) const = default;
};
QByteArray toJson(const UserSelection &selection);
Result<UserSelection> userSelectionFromJson(QByteArrayView body);

/// What a line of a people file would do, or did.
struct ImportLine {
    enum class Action : quint8 { Create = 1, Change = 2, Unchanged = 3, Refused = 4 };
    int line = 0;  ///< in the file, from 1
    Action action = Action::Refused;
    QString login;
    QString detail;          ///< the changes in words, or what is wrong and the remedy
    QString field;           ///< of a refusal: the column
    Secret oneTimePassword;  ///< of an applied creation
};
QLatin1String importActionName(ImportLine::Action action);
std::optional<ImportLine::Action> importActionFromName(QStringView name);

/// POST /v1/users/import (a CSV as text/csv, at most 4 MiB and 10,000 lines): the dry run. Nothing is changed.
/// POST /v1/users/import/{planId}/apply: all or nothing; Errc::Conflict when people changed meanwhile.
/// POST /v1/users/import/{planId}/undo: puts back what apply changed; creations are disabled, never deleted.
struct ImportPlan {
    enum class State : quint8 { Planned = 1, Refused = 2, Applied = 3, Undone = 4 };
    QString id;  ///< "pln_" and 26 letters or digits
    State state = State::Planned;
    QDateTime createdAt;  ///< UTC
    QString createdBy;    ///< login name
    int creates = 0;
    int changes = 0;
    int unchanged = 0;
    int refused = 0;  ///< beyond 0 the plan can not be applied
    QList<ImportLine> lines;
};
/// Longest ImportLine::detail that is sent: 10,000 lines of it fit into limits::importPlanBytes.
inline constexpr int importDetailLength = 320;
QLatin1String importStateName(ImportPlan::State state);
std::optional<ImportPlan::State> importStateFromName(QStringView name);
QByteArray toJson(const ImportPlan &plan);
Result<ImportPlan> importPlanFromJson(QByteArrayView body);

}  // namespace lw::protocol
