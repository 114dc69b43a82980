// SPDX-License-Identifier: GPL-3.0-or-later
// The shape of the cache, its version and the steps from each version to the next. How to change it:
// docs/schema-cache.md.
#pragma once

#include "core/util/result.h"

#include <span>

struct sqlite3;

namespace lw::cache {

/// PRAGMA user_version of a cache that this program writes.
inline constexpr int schemaVersion = 2;

/// One step: SQL that takes a database of version `from` to `from + 1`.
struct SchemaStep {
    int from;
    const char *sql;
};

/// Every step, oldest first.
std::span<const SchemaStep> schemaSteps();

/// Takes the database to the newest version that the steps lead to, each step in a transaction of its own.
/// Errc::NewerSchema when it is newer already, Errc::Corrupt when no step leads on.
Result<void> migrate(sqlite3 *db, std::span<const SchemaStep> steps = schemaSteps());

/// What event_person and event_address are ordered by: a text id, then time. One integer instead of two keeps them
/// small. Times outside 1970 to 2109 share the keys at the ends, ids beyond two million share keys: readers compare the
/// columns.
inline constexpr qint64 maxKeyTime = (1LL << 42) - 1;
constexpr qint64 keyOf(qint64 textId, qint64 timeMs)
{
    const qint64 time = timeMs < 0 ? 0 : timeMs > maxKeyTime ? maxKeyTime : timeMs;
    return static_cast<qint64>((static_cast<quint64>(textId) << 42) | static_cast<quint64>(time));
}

}  // namespace lw::cache
