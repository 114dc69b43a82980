// SPDX-License-Identifier: GPL-3.0-or-later
// Where a back end is and what is trusted there. Plaintext is refused here, at the parse of the address.
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QUrl>

namespace lw::net {

struct Endpoint {
    QUrl base;                ///< https://host[:port][/prefix], no user info, query or fragment, no slash at the end
    QByteArray pinnedSha256;  ///< 32 bytes: SHA-256 of the DER leaf that the administrator accepted; empty: none
    QByteArray caPem;         ///< certificates trusted beside the system's, accepted by the administrator; may be empty
    bool operator==(const Endpoint &) const = default;
};

/// Accepts "pbx.example.com", "pbx.example.com:8443", "https://[2001:db8::1]:8443/lw"; refuses http:// and everything
/// else that is not https. Errc::InvalidInput, field "address".
Result<QUrl> parseBaseUrl(const QString &text);

/// "AB:CD:…" of any digest.
QString fingerprintText(const QByteArray &digest);

/// 64 hexadecimal digits, colons or blanks between them allowed, in either case. Errc::InvalidInput, field
/// "fingerprint".
Result<QByteArray> parseFingerprint(const QString &text);

}  // namespace lw::net
