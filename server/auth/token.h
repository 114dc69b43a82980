// SPDX-License-Identifier: GPL-3.0-or-later
// Bearer tokens: 256 bits of chance. Only their SHA-256 is stored, so that a stolen store opens no session.
#pragma once

#include "core/util/secret.h"

#include <QByteArray>

namespace lw::server {

/// "lw_" and 43 characters of base64url.
Secret newToken();
/// 32 bytes.
QByteArray tokenHash(const Secret &token);

/// A password for one first sign-in: 5 groups of 4 letters or digits that cannot be mistaken for each other
/// (nearly 100 bits).
Secret newOneTimePassword();

}  // namespace lw::server
