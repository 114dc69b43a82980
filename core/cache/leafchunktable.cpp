// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/leafchunktable.h"

#include "core/audit/merkle.h"
#include "core/cache/sqlite.h"

namespace lw::cache {

namespace {

const QString reading = QStringLiteral("Reading stored events");
const QString cutting = QStringLiteral("Removing unverified events");
constexpr unsigned chunkLevel = 8;
static_assert(1ULL << chunkLevel == leavesInChunk);

}  // namespace

Result<LeafChunk> LeafChunkTable::load(quint64 chunk)
{
    auto query = m_connection.statement("SELECT count, bytes FROM leaf_chunk WHERE chunk = ?1", reading);
    if (!query) return query.error();
    (*query)->bind(1, static_cast<qint64>(chunk));
    const int code = (*query)->step();
    if (code != SQLITE_ROW) {
        (*query)->reset();
        return sqliteError(m_connection.handle(), code == SQLITE_DONE ? SQLITE_CORRUPT : code, reading);
    }
    auto loaded = LeafChunk::decode((*query)->bytes(1), static_cast<quint64>((*query)->integer(0)));
    (*query)->reset();
    return loaded;
}

Result<void> LeafChunkTable::truncate(quint64 size)
{
    m_loaded.clear();
    const quint64 whole = size / leavesInChunk;
    const quint64 rest = size % leavesInChunk;
    if (rest > 0) {
        auto chunk = load(whole);
        if (!chunk) return chunk.error();
        if (chunk->count() < rest) return sqliteError(nullptr, SQLITE_CORRUPT, cutting);
        chunk->truncate(rest);
        auto bytes = ChunkEncoder().encode(*chunk);
        if (!bytes) return bytes.error();
        auto update = m_connection.statement(
            "UPDATE leaf_chunk SET count = ?2, root = NULL, bytes = ?3 WHERE chunk = ?1", cutting);
        if (!update) return update.error();
        (*update)->bind(1, static_cast<qint64>(whole));
        (*update)->bind(2, static_cast<qint64>(rest));
        (*update)->bindBlob(3, *bytes);
        if (auto done = (*update)->run(cutting); !done) return done;
    }
    auto remove = m_connection.statement("DELETE FROM leaf_chunk WHERE chunk >= ?1", cutting);
    if (!remove) return remove.error();
    (*remove)->bind(1, static_cast<qint64>(whole + (rest > 0 ? 1 : 0)));
    return (*remove)->run(cutting);
}

Result<Hash> LeafChunkTable::chunkRoot(quint64 chunk)
{
    auto query = m_connection.statement("SELECT root FROM leaf_chunk WHERE chunk = ?1", reading);
    if (!query) return query.error();
    (*query)->bind(1, static_cast<qint64>(chunk));
    const int code = (*query)->step();
    if (code != SQLITE_ROW) {
        (*query)->reset();
        return sqliteError(m_connection.handle(), code == SQLITE_DONE ? SQLITE_CORRUPT : code, reading);
    }
    const auto root = audit::hashFromBytes((*query)->bytes(0));
    (*query)->reset();
    if (!root) return sqliteError(nullptr, SQLITE_CORRUPT, reading);
    return *root;
}

Result<Hash> LeafChunkTable::node(unsigned level, quint64 index)
{
    if (level < chunkLevel) {
        const quint64 chunk = (index << level) / leavesInChunk;
        auto found = m_loaded.find(chunk);
        if (found == m_loaded.end()) {
            auto loaded = load(chunk);
            if (!loaded) return loaded.error();
            found = m_loaded.emplace(chunk, std::move(*loaded)).first;
        }
        const quint64 inChunk = index % (leavesInChunk >> level);
        if (((inChunk + 1) << level) > found->second.count()) return sqliteError(nullptr, SQLITE_CORRUPT, reading);
        return found->second.subtree(level, inChunk);
    }
    if (level == chunkLevel) return chunkRoot(index);
    const auto left = node(level - 1, 2 * index);
    if (!left) return left;
    const auto right = node(level - 1, 2 * index + 1);
    if (!right) return right;
    return audit::nodeHash(*left, *right);
}

}  // namespace lw::cache
