// SPDX-License-Identifier: GPL-3.0-or-later
// Errors on the wire: RFC 9457 problem details, and their meaning as lw::Error on both sides.
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace lw::protocol {

/// Types are "urn:linewarden:problem:" and one of these names: invalid-input, not-found, unauthorised, totp-required,
/// forbidden, password-change-required, mfa-enrolment-required, conflict, stale, precondition-required, account-locked,
/// rate-limited, too-large, timeout, unsupported, unavailable, internal.
struct Problem {
    QString type;
    QString title;                         ///< the same for every problem of the type
    int status = 0;                        ///< HTTP status
    QString detail;                        ///< a sentence an administrator understands
    QString field;                         ///< the offending field, where there is one
    std::optional<int> retryAfterSeconds;  ///< also sent as Retry-After
    bool operator==(const Problem &) const = default;
};

/// Errors that have no Errc of their own are told apart by Error::field.
inline constexpr QLatin1String fieldTotp("totp");                              ///< Unauthorized: a code is needed
inline constexpr QLatin1String fieldMustChangePassword("mustChangePassword");  ///< Forbidden until it is changed
inline constexpr QLatin1String fieldMustEnrolMfa("mustEnrolMfa");              ///< Forbidden until it is set up
inline constexpr QLatin1String fieldClientCertificate("clientCertificate");    ///< Forbidden without a registered one
inline constexpr QLatin1String fieldUnavailable("unavailable");                ///< RateLimited: 503 instead of 429

/// The back end's answer to an error. What only concerns its inside (files, database, cryptography, defects) becomes
/// "internal" with a general sentence: details stay in its own log.
Problem problemOf(const Error &error, std::optional<int> retryAfterSeconds = std::nullopt);
/// A bare number could be a status as well as a delay.
Problem problemOf(const Error &error, int) = delete;
/// The same with another status than the type's usual one: 405 and 415 (Unsupported), 431 (TooLarge).
Problem problemWithStatus(const Error &error, int status);
/// What a caller of the client branches on.
Error errorOf(const Problem &problem);

QByteArray toJson(const Problem &problem);
/// Never fails: what is no problem document (a proxy's page, say) becomes a problem after the HTTP status, and no text
/// of it is taken over. `status` wins over the document's own.
Problem problemFromJson(QByteArrayView body, int status);

}  // namespace lw::protocol
