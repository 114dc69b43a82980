// SPDX-License-Identifier: GPL-3.0-or-later
// The one byte form of a JSON text: RFC 8785 (JCS) over I-JSON (RFC 7493). Two texts that mean the same give the same
// bytes, so that a hash over them means something.
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonValue>

namespace lw::audit {

inline constexpr int maxJsonDepth = 64;
inline constexpr qsizetype maxJsonBytes = 1024 * 1024;

/// Canonical bytes of any JSON text (RFC 8259, UTF-8, no byte order mark). Refused with Errc::InvalidInput: bad syntax,
/// invalid UTF-8, lone surrogates, noncharacters, a member name used twice in one object, a number beyond a double,
/// nesting deeper than maxJsonDepth; with Errc::TooLarge: more than maxJsonBytes.
Result<QByteArray> canonicalise(QByteArrayView json);

/// Canonical bytes of a value already in memory. Never fails: a lone surrogate or noncharacter becomes U+FFFD, a number
/// that is not finite becomes null (as QJsonDocument writes it), undefined becomes null.
QByteArray canonicalJson(const QJsonValue &value);

/// A number in the form of ECMAScript's Number::toString, which RFC 8785 prescribes. `number` must be finite.
QByteArray canonicalNumber(double number);

}  // namespace lw::audit
