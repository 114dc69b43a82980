// SPDX-License-Identifier: GPL-3.0-or-later
// Times as people write them into a filter.
#pragma once

#include "core/loginlog/filterlanguage.h"

namespace lw::loginlog {

/// What the text means as a beginning (inclusive) and as an end (exclusive); the same instant unless it is a day.
struct TimeSpan {
    QDateTime from, to;  ///< UTC
    bool wholeDay = false;
};

/// "90m", "24h", "7d", "4w", "today", "yesterday", "2026-11-22", "2026-11-22T14:00[:05[.123]]" in the zone, or the same
/// with "Z" or an offset. nullopt: none of these, or a date that does not exist.
std::optional<TimeSpan> timeSpan(const QString &text, const FilterContext &context);

}  // namespace lw::loginlog
