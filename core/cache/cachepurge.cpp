// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cachepurge.h"

#include "core/audit/merkle.h"
#include "core/audit/purgedleaf.h"
#include "core/cache/leafchunktable.h"
#include "core/cache/schema.h"
#include "core/cache/staterow.h"
#include "core/cache/vaultstate.h"

#include <algorithm>
#include <vector>

namespace lw::cache {

namespace {

const QString what = QStringLiteral("Purging events");
constexpr quint64 chunksInStep = 64;
constexpr int textsInStep = 10'000;

struct Span {
    quint64 first;
    quint64 end;  ///< exclusive
};

/// Sorted, disjoint, and of what is stored.
std::vector<Span> spansOf(std::span<const PurgedRange> ranges, quint64 stored)
{
    std::vector<Span> spans;
    spans.reserve(ranges.size());
    for (const PurgedRange &range : ranges)
        if (range.first < stored) spans.push_back({range.first, std::min(range.last, stored - 1) + 1});
    std::ranges::sort(spans, {}, &Span::first);
    std::vector<Span> merged;
    for (const Span &span : spans) {
        if (!merged.empty() && span.first <= merged.back().end)
            merged.back().end = std::max(merged.back().end, span.end);
        else
            merged.push_back(span);
    }
    return merged;
}

/// What one transaction does: what lies inside some chunks in a row.
class Step {
  public:
    Step(Connection &connection, quint64 firstChunk) : m_connection(connection), m_firstChunk(firstChunk) {}

    quint64 firstIndex() const { return m_firstChunk * leavesInChunk; }
    quint64 endIndex() const { return (m_firstChunk + chunksInStep) * leavesInChunk; }

    Result<void> run(std::span<const Span> spans)
    {
        for (quint64 chunk = m_firstChunk; chunk < m_firstChunk + chunksInStep; ++chunk) {
            const quint64 from = chunk * leavesInChunk;
            std::vector<Span> here;
            for (const Span &span : spans)
                if (span.first < from + leavesInChunk && span.end > from)
                    here.push_back({std::max(span.first, from) - from, std::min(span.end - from, leavesInChunk)});
            if (here.empty()) continue;
            if (Result<void> done = rewrite(chunk, here); !done) return done;
        }
        for (const Span &span : spans) {
            const Span part{std::max(span.first, firstIndex()), std::min(span.end, endIndex())};
            if (part.first >= part.end) continue;
            if (Result<void> done = removeRows(part); !done) return done;
        }
        return {};
    }

    bool changed() const { return m_changed; }
    bool moved() const { return m_moved; }

  private:
    /// Puts what stands for a purged leaf where the leaf was; its hash, and so the chunk's root, stay.
    Result<void> rewrite(quint64 number, std::span<const Span> spans)
    {
        auto select = m_connection.statement("SELECT count, bytes FROM leaf_chunk WHERE chunk = ?1", what);
        if (!select) return select.error();
        (*select)->bind(1, static_cast<qint64>(number));
        const int code = (*select)->step();
        if (code != SQLITE_ROW) {
            (*select)->reset();
            // The sync has not come that far.
            if (code == SQLITE_DONE) return {};
            return sqliteError(m_connection.handle(), code, what);
        }
        Result<LeafChunk> former = LeafChunk::decode((*select)->bytes(1), static_cast<quint64>((*select)->integer(0)));
        const qsizetype length = (*select)->bytes(1).size();
        (*select)->reset();
        if (!former) return former.error();
        LeafChunk anew;
        bool differs = false;
        for (quint64 i = 0; i < former->count(); ++i) {
            const QByteArrayView leaf = former->leaf(i);
            const bool goes =
                std::ranges::any_of(spans, [i](const Span &span) { return i >= span.first && i < span.end; });
            if (goes && !audit::purgedHash(leaf)) {
                anew.append(audit::purgedLeaf(audit::leafHash(leaf)));
                differs = true;
            } else {
                anew.append(leaf);
            }
        }
        if (!differs) return {};
        Result<QByteArray> bytes = m_encoder.encode(anew);
        if (!bytes) return bytes.error();
        // A row of the same length is written over where it is. Another one moves its neighbours within the file, and
        // what they leave behind is nobody's to write over when they are purged themselves.
        if (!padChunk(*bytes, length)) m_moved = true;
        auto update = m_connection.statement("UPDATE leaf_chunk SET bytes = ?2 WHERE chunk = ?1", what);
        if (!update) return update.error();
        (*update)->bind(1, static_cast<qint64>(number));
        (*update)->bindBlob(2, *bytes);
        m_changed = true;
        return (*update)->run(what);
    }

    /// The index tables have no way back from a row but its own columns.
    Result<void> removeRows(const Span &span)
    {
        for (const char *sql :
             {"DELETE FROM event_time WHERE (time_ms, idx) IN"
              " (SELECT time_ms, idx FROM event WHERE idx >= ?1 AND idx < ?2)",
              "DELETE FROM event_person WHERE (key, idx) IN"
              " (SELECT (person_id << 42) | min(max(time_ms, 0), ?3), idx FROM event WHERE idx >= ?1 AND idx < ?2)",
              "DELETE FROM event_address WHERE (key, idx) IN"
              " (SELECT (address_id << 42) | min(max(time_ms, 0), ?3), idx FROM event WHERE idx >= ?1 AND idx < ?2)",
              "DELETE FROM event WHERE idx >= ?1 AND idx < ?2"}) {
            auto remove = m_connection.statement(sql, what);
            if (!remove) return remove.error();
            (*remove)->bind(1, static_cast<qint64>(span.first));
            (*remove)->bind(2, static_cast<qint64>(span.end));
            if (sqlite3_bind_parameter_count((*remove)->get()) > 2) (*remove)->bind(3, maxKeyTime);
            if (Result<void> done = (*remove)->run(what); !done) return done;
            if (sqlite3_changes(m_connection.handle()) > 0) m_changed = true;
        }
        return {};
    }

    Connection &m_connection;
    const quint64 m_firstChunk;
    ChunkEncoder m_encoder;
    bool m_changed = false;
    bool m_moved = false;
};

/// Entries that the cache has, verified or not, to the end of their chunk.
Result<quint64> storedEnd(Connection &connection)
{
    auto select = Statement::prepare(connection.handle(), "SELECT COALESCE(MAX(chunk), -1) FROM leaf_chunk", what);
    if (!select) return select.error();
    if (const int code = select->step(); code != SQLITE_ROW) return sqliteError(connection.handle(), code, what);
    return static_cast<quint64>(select->integer(0) + 1) * leavesInChunk;
}

Result<std::unique_ptr<WriterLock>> lockOf(Connection &connection)
{
    return WriterLock::take(connection.directory(), WriterLock::What::Events);
}

/// Which texts the events name.
struct UsedTexts {
    std::vector<bool> used;
    bool has(qint64 id) const { return static_cast<size_t>(id) < used.size() && used[static_cast<size_t>(id)]; }
    void add(qint64 id)
    {
        if (id <= 0) return;
        if (static_cast<size_t>(id) >= used.size()) used.resize(static_cast<size_t>(id) * 2 + 1);
        used[static_cast<size_t>(id)] = true;
    }
};

Result<UsedTexts> usedTexts(Connection &connection)
{
    constexpr int columns = 10;
    auto select = Statement::prepare(connection.handle(),
                                     "SELECT person_id, actor_uid_id, address_id, service_id, agent_id, reason_id,"
                                     " detail_id, host_id, object_type_id, object_name_id FROM event",
                                     what);
    if (!select) return select.error();
    UsedTexts texts;
    int code = select->step();
    for (; code == SQLITE_ROW; code = select->step())
        for (int column = 0; column < columns; ++column)
            texts.add(select->integer(column));
    if (code != SQLITE_DONE) return sqliteError(connection.handle(), code, what);
    return texts;
}

Result<std::vector<qint64>> unusedTexts(Connection &connection, const UsedTexts &used)
{
    auto select = Statement::prepare(connection.handle(), "SELECT id FROM text WHERE value <> '' ORDER BY id", what);
    if (!select) return select.error();
    std::vector<qint64> unused;
    int code = select->step();
    for (; code == SQLITE_ROW; code = select->step())
        if (!used.has(select->integer(0))) unused.push_back(select->integer(0));
    if (code != SQLITE_DONE) return sqliteError(connection.handle(), code, what);
    return unused;
}

/// Their rows stay, empty: removing rows moves others within the file, and what those leave behind outlives them. Nor
/// is an id given twice, which readers would mistake for the text that they remember.
Result<void> blankTexts(Connection &connection, std::span<const qint64> ids)
{
    auto transaction = Transaction::write(connection.handle(), what);
    if (!transaction) return transaction.error();
    for (const qint64 id : ids)
        for (const char *sql :
             {"UPDATE text SET value = '' WHERE id = ?1", "UPDATE address SET packed = x'' WHERE text_id = ?1"}) {
            auto blank = connection.statement(sql, what);
            if (!blank) return blank.error();
            (*blank)->bind(1, id);
            if (Result<void> done = (*blank)->run(what); !done) return done;
        }
    return transaction->commit();
}

/// An index cannot be written over in place: it is made anew, and its former pages are blanked.
Result<void> renewAddressIndex(Connection &connection)
{
    return execute(connection.handle(), "REINDEX address_packed", what);
}

/// Writes the leaves anew one after another; the former pages are blanked.
Result<void> renewChunks(Connection &connection)
{
    auto transaction = Transaction::write(connection.handle(), what);
    if (!transaction) return transaction.error();
    if (Result<void> done = execute(connection.handle(),
                                    "CREATE TABLE leaf_chunk_anew(chunk INTEGER PRIMARY KEY, count INTEGER NOT NULL,"
                                    " root BLOB, bytes BLOB NOT NULL);"
                                    "INSERT INTO leaf_chunk_anew SELECT chunk, count, root, bytes FROM leaf_chunk"
                                    " ORDER BY chunk;"
                                    "DROP TABLE leaf_chunk;"
                                    "ALTER TABLE leaf_chunk_anew RENAME TO leaf_chunk;",
                                    what);
        !done)
        return done;
    return transaction->commit();
}

/// The journal holds pages as they were before.
Result<void> shortenJournal(Connection &connection)
{
    auto shorten = Statement::prepare(connection.handle(), "PRAGMA wal_checkpoint(TRUNCATE)", what);
    if (!shorten) return shorten.error();
    const int code = shorten->step();
    if (code != SQLITE_ROW) return sqliteError(connection.handle(), code, what);
    if (shorten->integer(0) != 0)
        return makeError(Errc::Io, QStringLiteral("Another program is reading the cache. What was purged is taken out "
                                                  "of its journal at the next sync."));
    return {};
}

}  // namespace

Result<qint64> CachePurge::seen()
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    return stateInteger(m_connection, statename::purgesSeen, 0);
}

Result<void> CachePurge::apply(std::span<const PurgedRange> ranges, const CancelToken &cancel)
{
    if (ranges.empty()) return {};
    const auto lock = lockOf(m_connection);
    if (!lock) return lock.error();
    Result<quint64> stored = 0;
    {
        const auto use = m_connection.use(cancel);
        if (!use) return use.error();
        stored = storedEnd(m_connection);
    }
    if (!stored) return stored.error();
    std::vector<Span> left = spansOf(ranges, *stored);
    size_t next = 0;
    while (next < left.size()) {
        const auto use = m_connection.use(cancel);
        if (!use) return use.error();
        Step step(m_connection, left[next].first / leavesInChunk);
        size_t end = next;
        while (end < left.size() && left[end].first < step.endIndex())
            ++end;
        auto transaction = Transaction::write(m_connection.handle(), what);
        if (!transaction) return transaction.error();
        if (Result<void> done = step.run(std::span(left).subspan(next, end - next)); !done) return done;
        if (step.changed())
            if (Result<void> noted = setState(m_connection, statename::purgeSweep, qint64(1)); !noted) return noted;
        if (step.moved())
            if (Result<void> noted = setState(m_connection, statename::purgeMoved, qint64(1)); !noted) return noted;
        if (Result<void> done = transaction->commit(); !done) return done;
        // Only the last of them can reach beyond the step.
        if (left[end - 1].end > step.endIndex()) {
            left[end - 1].first = step.endIndex();
            next = end - 1;
        } else {
            next = end;
        }
    }
    const auto use = m_connection.use(cancel);
    if (!use) return use.error();
    return setState(m_connection, statename::purgesSeen, ranges.back().number);
}

Result<void> CachePurge::sweep(const CancelToken &cancel)
{
    const auto use = m_connection.use(cancel);
    if (!use) return use.error();
    // Mostly nothing is owed, and then nobody else's sync stands in the way.
    const auto pending = stateInteger(m_connection, statename::purgeSweep, 0);
    if (!pending) return pending.error();
    if (*pending == 0) return {};
    const auto lock = lockOf(m_connection);
    if (!lock) return lock.error();
    const Result<UsedTexts> used = usedTexts(m_connection);
    if (!used) return used.error();
    const Result<std::vector<qint64>> unused = unusedTexts(m_connection, *used);
    if (!unused) return unused.error();
    for (size_t done = 0; done < unused->size(); done += textsInStep) {
        const auto part = std::span(*unused).subspan(done, std::min<size_t>(textsInStep, unused->size() - done));
        if (Result<void> blanked = blankTexts(m_connection, part); !blanked) return blanked;
    }
    if (Result<void> renewed = renewAddressIndex(m_connection); !renewed) return renewed;
    const auto moved = stateInteger(m_connection, statename::purgeMoved, 0);
    if (!moved) return moved.error();
    if (*moved != 0) {
        if (Result<void> renewed = renewChunks(m_connection); !renewed) return renewed;
        if (Result<void> noted = setState(m_connection, statename::purgeMoved, qint64(0)); !noted) return noted;
    }
    if (Result<void> shortened = shortenJournal(m_connection); !shortened) return shortened;
    return setState(m_connection, statename::purgeSweep, qint64(0));
}

}  // namespace lw::cache
