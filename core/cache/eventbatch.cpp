// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/eventbatch.h"

#include "core/cache/packedaddress.h"
#include "core/cache/sqlite.h"

namespace lw::cache {

namespace {

const QString what = QStringLiteral("Storing events");

}  // namespace

Result<void> EventBatch::loadTexts(Connection &connection)
{
    m_interner = Interner();
    clear();
    auto query = Statement::prepare(connection.handle(), "SELECT id, value FROM text ORDER BY id", what);
    if (!query) return query.error();
    int code = query->step();
    for (; code == SQLITE_ROW; code = query->step()) {
        const QByteArrayView value = query->bytes(1);
        m_interner.know(std::string_view(value.data(), static_cast<size_t>(value.size())), query->integer(0));
    }
    if (code != SQLITE_DONE) return sqliteError(connection.handle(), code, what);
    return {};
}

qint64 EventBatch::text(std::string_view value)
{
    bool fresh = false;
    const qint64 id = m_interner.intern(value, fresh);
    if (fresh) m_texts.push_back({id, QByteArray(value.data(), static_cast<qsizetype>(value.size()))});
    return id;
}

void EventBatch::add(quint64 index, const audit::LeafView &leaf)
{
    ++m_taken;
    m_events.push_back(
        {{static_cast<qint64>(index), leaf.timeMs, static_cast<qint64>(leaf.kind), static_cast<qint64>(leaf.outcome),
          static_cast<qint64>(leaf.actorType), text(leaf.actorName), text(leaf.actorId), text(leaf.address), leaf.port,
          text(leaf.service), text(leaf.agent), text(leaf.reason), text(leaf.detail), text(leaf.sourceHost),
          text(leaf.objectType), text(leaf.objectName)}});
}

void EventBatch::addChunk(quint64 chunk, quint64 count, const QByteArray &root, QByteArray bytes)
{
    m_chunks.push_back({chunk, count, root, std::move(bytes)});
}

void EventBatch::clear()
{
    m_taken = 0;
    m_events.clear();
    m_chunks.clear();
    m_texts.clear();
}

Result<void> EventBatch::store(Connection &connection)
{
    auto insertText = connection.statement("INSERT INTO text VALUES(?1, ?2)", what);
    if (!insertText) return insertText.error();
    auto insertAddress = connection.statement("INSERT OR IGNORE INTO address VALUES(?1, ?2)", what);
    if (!insertAddress) return insertAddress.error();
    for (const Text &text : m_texts) {
        (*insertText)->bind(1, text.id);
        (*insertText)->bindText(2, text.value);
        if (auto done = (*insertText)->run(what); !done) return done;
        // Whatever looks like an address is known as one; only those that events name as address are ever asked for.
        const auto packed = packAddress(QString::fromUtf8(text.value));
        if (!packed) continue;
        (*insertAddress)->bind(1, text.id);
        (*insertAddress)->bindBlob(2, QByteArrayView(packed->data(), static_cast<qsizetype>(packed->size())));
        if (auto done = (*insertAddress)->run(what); !done) return done;
    }

    auto insertEvent = connection.statement(
        "INSERT INTO event VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)", what);
    if (!insertEvent) return insertEvent.error();
    sqlite3_stmt *raw = (*insertEvent)->get();
    for (const StoredEvent &event : m_events) {
        for (int i = 0; i < StoredEvent::columns; ++i)
            sqlite3_bind_int64(raw, i + 1, event.values[static_cast<size_t>(i)]);
        const int code = sqlite3_step(raw);
        if (code != SQLITE_DONE) {
            const Error error = sqliteError(connection.handle(), code, what);
            sqlite3_reset(raw);
            return error;
        }
        sqlite3_reset(raw);
    }

    auto insertChunk = connection.statement("INSERT OR REPLACE INTO leaf_chunk VALUES(?1, ?2, ?3, ?4)", what);
    if (!insertChunk) return insertChunk.error();
    for (const Chunk &chunk : m_chunks) {
        (*insertChunk)->bind(1, static_cast<qint64>(chunk.chunk));
        (*insertChunk)->bind(2, static_cast<qint64>(chunk.count));
        if (chunk.root.isEmpty())
            sqlite3_bind_null((*insertChunk)->get(), 3);
        else
            (*insertChunk)->bindBlob(3, chunk.root);
        (*insertChunk)->bindBlob(4, chunk.bytes);
        if (auto done = (*insertChunk)->run(what); !done) return done;
    }
    return {};
}

}  // namespace lw::cache
