// SPDX-License-Identifier: GPL-3.0-or-later
// The shape of the cache, its version and the steps from each version to the next. How to change it:
// docs/schema-cache.md.
#pragma once

#include "core/util/result.h"

#include <span>

struct sqlite3;

namespace lw::cache {

/// PRAGMA user_version of a cache that this program writes.
inline constexpr int schemaVersion = 1;

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

/// A key of one integer that orders by a text id and then by time. Sorting a million such keys takes a third of the
/// time that SQLite needs for (id, time_ms); times outside 1970 to 2109 share the keys at the ends.
inline constexpr qint64 maxKeyTime = (1LL << 42) - 1;
#define LW_CACHE_KEY(column) "((" column "<<42)|max(0,min(time_ms,4398046511103)))"
inline constexpr const char *personKeySql = LW_CACHE_KEY("person_id");
inline constexpr const char *addressKeySql = LW_CACHE_KEY("address_id");
constexpr qint64 keyOf(qint64 textId, qint64 timeMs)
{
    const qint64 time = timeMs < 0 ? 0 : timeMs > maxKeyTime ? maxKeyTime : timeMs;
    // As SQLite shifts: bits that do not fit are lost. Ids beyond two million share keys, so readers compare the id
    // too.
    return static_cast<qint64>(static_cast<quint64>(textId) << 42) | time;
}

/// The indexes of the event table, made at the end of the first sync (a third of the time of keeping them meanwhile).
/// Each is made unless it exists, so that a kill between two of them costs one at most.
struct EventIndex {
    const char *name;
    const char *sql;
};
std::span<const EventIndex> eventIndexes();

}  // namespace lw::cache
