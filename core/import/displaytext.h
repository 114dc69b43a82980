// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that strangers chose become text that is safe to show and to store: what a peer calls himself must neither
// drive a terminal nor turn the direction of a line around, and must be seen for what it is.
#pragma once

#include <QString>

#include <string_view>

namespace lw::import {

inline constexpr qsizetype longestName = 256;
inline constexpr qsizetype longestDetail = 1024;

/// Broken UTF-8 becomes U+FFFD; control characters become visible escapes (\x1b, \x00), characters that steer text
/// direction or end lines (U+202E, U+2028 …) \u202e; longer text is cut and ends in "…".
QString displayText(std::string_view bytes, qsizetype longest = longestName);
QString displayText(const QString &text, qsizetype longest = longestName);

}  // namespace lw::import
