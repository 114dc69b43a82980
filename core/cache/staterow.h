// SPDX-License-Identifier: GPL-3.0-or-later
// Single rows of the state table below Qt SQL, for the sync and the readers. Internal; all calls under a Use.
#pragma once

#include "core/cache/connection.h"
#include "core/cache/sqlite.h"
#include "core/domain/proof.h"

#include <QByteArray>

#include <optional>

namespace lw::cache {

namespace statename {
inline constexpr const char *visibleSize = "visible_size";          ///< events below it are verified
inline constexpr const char *visibleFrontier = "visible_frontier";  ///< CompactRange of that size
inline constexpr const char *frontier = "frontier";                 ///< CompactRange of everything stored
inline constexpr const char *indexedSize = "indexed_size";          ///< events below it are in the index tables
inline constexpr const char *checkpointOrigin = "checkpoint_origin";
inline constexpr const char *checkpointRoot = "checkpoint_root";
inline constexpr const char *checkpointNote = "checkpoint_note";
inline constexpr const char *purgesSeen = "purges_seen";  ///< number of the last purged range
inline constexpr const char *purgeSweep = "purge_sweep";  ///< 1: texts that nothing names may be left
inline constexpr const char *purgeMoved = "purge_moved";  ///< 1: leaves have to be written anew
inline constexpr const char *syncedAt = "synced_at_ms";
}  // namespace statename

Result<std::optional<QByteArray>> stateBytes(Connection &connection, const char *name);
/// `otherwise` when there is no such row.
Result<qint64> stateInteger(Connection &connection, const char *name, qint64 otherwise);
Result<void> setState(Connection &connection, const char *name, QByteArrayView bytes);
Result<void> setState(Connection &connection, const char *name, qint64 value);

/// The verified checkpoint, of size visible_size.
Result<std::optional<Checkpoint>> storedCheckpoint(Connection &connection);
/// All of it, and when it was verified; to be called in a transaction.
Result<void> storeCheckpoint(Connection &connection, const Checkpoint &checkpoint, qint64 syncedAtMs);

}  // namespace lw::cache
