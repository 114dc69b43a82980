// SPDX-License-Identifier: GPL-3.0-or-later
// The second factor of the person behind the token: POST /v1/me/mfa begins (a new secret, not yet in force),
// POST /v1/me/mfa/confirm proves possession with a code and gives recovery codes, DELETE /v1/me/mfa ends it with the
// password; DELETE /v1/users/{userId}/mfa is another administrator's reset.
#pragma once

#include "core/util/result.h"
#include "core/util/secret.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace lw::protocol {

/// 201 of POST /v1/me/mfa.
struct MfaEnrolment {
    Secret secret;  ///< base32 text (RFC 4648, no padding)
    Secret uri;     ///< "otpauth://totp/…" for the QR code
};
QByteArray toJson(const MfaEnrolment &enrolment);
Result<MfaEnrolment> mfaEnrolmentFromJson(QByteArrayView body);

/// POST /v1/me/mfa/confirm.
struct MfaCode {
    QString code;  ///< 6 digits
};
QByteArray toJson(const MfaCode &code);
Result<MfaCode> mfaCodeFromJson(QByteArrayView body);

/// 200 of it: ten codes "XXXXX-XXXXX", each good once at a sign-in in the place of the TOTP code; shown once.
struct RecoveryCodes {
    std::vector<Secret> codes;
};
QByteArray toJson(const RecoveryCodes &codes);
Result<RecoveryCodes> recoveryCodesFromJson(QByteArrayView body);

/// DELETE /v1/me/mfa.
struct OwnPassword {
    Secret password;
};
QByteArray toJson(const OwnPassword &password);
Result<OwnPassword> ownPasswordFromJson(QByteArrayView body);

}  // namespace lw::protocol
