// SPDX-License-Identifier: GPL-3.0-or-later
// The one text form of an instant in the contract, in leaves and in exports: RFC 3339, UTC, milliseconds, "Z".
#pragma once

#include <QDateTime>
#include <QStringView>

namespace lw {

/// "2026-11-22T14:00:12.418Z"; an invalid instant gives an empty string.
QString toRfc3339(const QDateTime &instant);

/// Accepts RFC 3339 with any offset and 0 to 9 fraction digits (cut to milliseconds); anything else, and dates that do
/// not exist, give an invalid QDateTime. The result is UTC.
QDateTime fromRfc3339(QStringView text);

}  // namespace lw
