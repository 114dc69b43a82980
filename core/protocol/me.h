// SPDX-License-Identifier: GPL-3.0-or-later
// GET /v1/me and POST /v1/me/password.
#pragma once

#include "core/domain/customer.h"
#include "core/domain/role.h"
#include "core/domain/user.h"
#include "core/util/result.h"
#include "core/util/secret.h"

#include <QByteArray>
#include <QByteArrayView>

namespace lw::protocol {

struct Me {
    User user;
    Customer customer;
    QStringList roles;
    Permissions permissions;  ///< names that this version does not know are left out
    bool mustChangePassword = false;
    bool mustEnrolMfa = false;  ///< a role requires a second factor and there is none: only me, mfa and sign-out work
    QString logOrigin;          ///< first line of the log's checkpoints
    QString logKey;             ///< "name+hash+base64" of the key that signs them, to be pinned
    bool operator==(const Me &) const = default;
};

QByteArray toJson(const Me &me);
/// Errc::Protocol names the field.
Result<Me> meFromJson(QByteArrayView body);

struct PasswordChange {
    Secret current;  ///< UTF-8
    Secret next;     ///< UTF-8
};

/// The body holds both passwords: the caller wipes it after use.
QByteArray toJson(const PasswordChange &change);
/// Errc::InvalidInput names the field; secrets as loginRequestFromJson().
Result<PasswordChange> passwordChangeFromJson(QByteArrayView body);

}  // namespace lw::protocol
