// SPDX-License-Identifier: GPL-3.0-or-later
// Identifiers of the contract: a prefix and 26 letters or digits (48 bits of time in milliseconds, 80 bits of chance or
// of a fingerprint, Crockford's base 32). They sort by time and never repeat.
#pragma once

#include <QByteArrayView>
#include <QDateTime>
#include <QString>

namespace lw::server {

/// "usr_01HF…": `prefix` without its underscore: "cus", "usr", "ses", "evt", "req".
QString makeIdentifier(const char *prefix, const QDateTime &now);

/// The same with the first 10 of `seed`'s bytes instead of chance: the same input gives the same identifier.
QString identifierFrom(const char *prefix, const QDateTime &time, QByteArrayView seed);

}  // namespace lw::server
