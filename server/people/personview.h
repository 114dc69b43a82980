// SPDX-License-Identifier: GPL-3.0-or-later
// A person as the contract shows him, the tag of this version, and what events keep of it.
#pragma once

#include "core/domain/customer.h"
#include "core/protocol/user.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>

namespace lw::server {

protocol::UserEntry entryOf(const User &user, const PasswordPolicy &policy, const QDateTime &now);

/// What an administrator sees and sets: for before and after of events.
QJsonObject recordOf(const User &user);

/// The ETag of GET /v1/users/{userId}, see server/http/precondition.h. Its first half names what an administrator
/// edits; neither a login, nor a lock, nor a password that the person changes comes between.
QByteArray tagOf(const protocol::UserEntry &entry);

}  // namespace lw::server
