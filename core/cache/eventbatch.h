// SPDX-License-Identifier: GPL-3.0-or-later
// What a sync has taken in but not yet stored, and the writing of it. Internal to SyncWriter.
#pragma once

#include "core/audit/leafview.h"
#include "core/cache/connection.h"
#include "core/cache/interner.h"
#include "core/cache/leafchunk.h"

#include <QByteArray>

#include <array>
#include <vector>

namespace lw::cache {

/// A row of the event table, in the order of its columns.
struct StoredEvent {
    static constexpr int columns = 16;
    std::array<qint64, columns> values;
};

class EventBatch {
  public:
    /// Reads the interned strings that the cache holds. Under a Use.
    Result<void> loadTexts(Connection &connection);

    void add(quint64 index, const audit::LeafView &leaf);
    /// A leaf that came purged: nothing to list, but its place in the chunk has to be stored like any other.
    void addPurged() { ++m_taken; }
    void addChunk(quint64 chunk, quint64 count, const QByteArray &root, QByteArray bytes);
    size_t size() const { return m_taken; }  ///< leaves

    /// Inside the caller's transaction. On failure the batch and its strings are void: load anew.
    Result<void> store(Connection &connection);
    void clear();

  private:
    qint64 text(std::string_view value);
    struct Chunk {
        quint64 chunk, count;
        QByteArray root, bytes;
    };
    struct Text {
        qint64 id;
        QByteArray value;
    };
    Interner m_interner;
    size_t m_taken = 0;
    std::vector<StoredEvent> m_events;
    std::vector<Chunk> m_chunks;
    std::vector<Text> m_texts;
};

}  // namespace lw::cache
