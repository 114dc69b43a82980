// SPDX-License-Identifier: GPL-3.0-or-later
// Does in the cache what the back end did in its log: of purged entries the content goes, from the leaves, from the
// rows and their indexes, and from the texts that nothing names any more, and the hash stays. What goes is written over
// where it was, freed pages are blanked (secure_delete), and the journal is shortened: the file holds no trace.
#pragma once

#include "core/cache/connection.h"
#include "core/domain/retention.h"
#include "core/util/result.h"

#include <span>

namespace lw::cache {

/// Takes the folder's writer lock for each call, like a sync. Each step is a transaction of its own; after a kill the
/// same call goes on, because what is gone already is passed over.
class CachePurge {
  public:
    explicit CachePurge(Connection &connection) : m_connection(connection) {}

    /// The number of the last range that was applied; 0: none yet.
    Result<qint64> seen();

    /// Ranges in the order of their numbers. Entries beyond what the cache holds come purged when they come.
    /// Errc::Conflict: another program is syncing.
    Result<void> apply(std::span<const PurgedRange> ranges, const CancelToken &cancel = CancelToken::none());

    /// To be called when no more ranges come: removes what only purged entries named, where there was any. Errc::Io
    /// and so on leave it to the next call.
    Result<void> sweep(const CancelToken &cancel = CancelToken::none());

  private:
    Connection &m_connection;
};

}  // namespace lw::cache
