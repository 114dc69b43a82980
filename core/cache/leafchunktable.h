// SPDX-License-Identifier: GPL-3.0-or-later
// The stored leaves: reading them back, cutting unverified ones off, and hashes of the tree over them. Internal; all
// calls under a Use.
#pragma once

#include "core/cache/connection.h"
#include "core/cache/leafchunk.h"

#include <functional>
#include <map>

namespace lw::cache {

class LeafChunkTable {
  public:
    explicit LeafChunkTable(Connection &connection) : m_connection(connection) {}

    /// Errc::Corrupt when it is not there.
    Result<LeafChunk> load(quint64 chunk);
    /// Keeps the first `size` leaves. Inside the caller's transaction.
    Result<void> truncate(quint64 size);

    /// The hash of a perfect subtree that lies wholly inside what is stored; remembers what it loaded.
    Result<Hash> node(unsigned level, quint64 index);

  private:
    Result<Hash> chunkRoot(quint64 chunk);
    Connection &m_connection;
    std::map<quint64, LeafChunk> m_loaded;
};

}  // namespace lw::cache
