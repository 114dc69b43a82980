// SPDX-License-Identifier: GPL-3.0-or-later
// POST, GET and DELETE /v1/session.
#pragma once

#include "core/util/result.h"
#include "core/util/secret.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>

namespace lw::protocol {

struct LoginRequest {
    QString customer;  ///< slug; in the JSON it may instead follow the login name: "ann@acme"
    QString login;
    Secret password;  ///< UTF-8
    QString totp;     ///< 6 to 8 digits, or a recovery code "XXXXX-XXXXX", or empty
};

/// The body holds the password: the caller wipes it after use.
QByteArray toJson(const LoginRequest &request);
/// Errc::InvalidInput names the field. No copy of the password outlives the call but the one in the request and the
/// body itself, which is the caller's to wipe.
Result<LoginRequest> loginRequestFromJson(QByteArrayView body);

/// What 201 of a login says.
struct SessionGrant {
    Secret token;                     ///< for the Authorization header: "Bearer " and this text
    QDateTime expiresAt;              ///< UTC: the end whatever happens
    int idleSeconds = 0;              ///< and earlier after so long without a request
    bool mustChangePassword = false;  ///< until then every other path answers password-change-required
    bool mustEnrolMfa = false;        ///< until then every other path answers mfa-enrolment-required
};

/// The body holds the token: the caller wipes it after use.
QByteArray toJson(const SessionGrant &grant);
/// Errc::Protocol names the field.
Result<SessionGrant> sessionGrantFromJson(QByteArrayView body);

/// What GET says of the running session.
struct SessionStatus {
    QDateTime createdAt;  ///< UTC
    QDateTime expiresAt;  ///< UTC
    int idleSeconds = 0;
    bool mustChangePassword = false;
    bool operator==(const SessionStatus &) const = default;
};

QByteArray toJson(const SessionStatus &status);
Result<SessionStatus> sessionStatusFromJson(QByteArrayView body);

}  // namespace lw::protocol
