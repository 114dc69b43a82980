// SPDX-License-Identifier: GPL-3.0-or-later
// GET /v1/users and /v1/users/{userId}.
#pragma once

#include "core/domain/user.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QList>

namespace lw::protocol {

class JsonReader;

/// The back end's own verdict on a password's age, for clients without the policy code: JSON members passwordState,
/// passwordDueAt, passwordAgeDays.
struct PasswordFacts {
    QString state;     ///< "fresh", "due_soon", "due", "overdue", "exempt", "never_set", "not_rotated"
    QDateTime dueAt;   ///< UTC; invalid: never due
    int ageDays = -1;  ///< -1: no password was ever set
    bool operator==(const PasswordFacts &) const = default;
};

struct UserEntry {
    User user;
    PasswordFacts password;
    bool operator==(const UserEntry &) const = default;
};

struct UserPage {
    QList<UserEntry> users;
    QString nextCursor;  ///< empty: the last page
    qint64 total = 0;    ///< of the whole list, with the request's search
    bool operator==(const UserPage &) const = default;
};

QJsonObject toJsonObject(const UserEntry &entry);
QByteArray toJson(const UserEntry &entry);
QByteArray toJson(const UserPage &page);
/// Errc::Protocol names the field: "users[3].login must be text."
Result<UserEntry> userEntryFromJson(QByteArrayView body);
Result<UserPage> userPageFromJson(QByteArrayView body);
UserEntry readUserEntry(JsonReader reader);

/// A person without the back end's verdict; what the cache keeps and /v1/me shows.
QJsonObject toJsonObject(const User &user);
QByteArray toJson(const User &user);
Result<User> userFromJson(QByteArrayView body);
User readUser(JsonReader reader);

}  // namespace lw::protocol
