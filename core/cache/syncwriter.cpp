// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/syncwriter.h"

#include "core/audit/leafview.h"
#include "core/audit/merkle.h"
#include "core/audit/purgedleaf.h"
#include "core/audit/verifier.h"
#include "core/cache/eventbatch.h"
#include "core/cache/eventindex.h"
#include "core/cache/leafchunktable.h"
#include "core/cache/staterow.h"
#include "core/cache/statetable.h"
#include "core/cache/vaultstate.h"

#include <limits>

namespace lw::cache {

namespace {

const QString what = QStringLiteral("Storing events");
constexpr unsigned chunkLevel = 8;

Error notBegun()
{
    return makeError(Errc::Internal, QStringLiteral("A sync must begin before it takes events."));
}

}  // namespace

class SyncWriter::Impl {
  public:
    Impl(Connection &connection, quint32 batch) : m_connection(connection), m_batchRows(batch) {}

    Result<ResumePoint> resumePoint();
    Result<ResumePoint> begin(const Checkpoint &target);
    Result<void> append(std::span<const QByteArrayView> leaves);
    Result<void> flush();
    Result<Checkpoint> finish(const QDateTime &nowUtc, const CancelToken &cancel);
    Result<void> discardUnverified();

  private:
    Result<void> lock();
    Result<void> dropUnverified();
    Result<void> load();
    Result<void> take(QByteArrayView leaf);
    Result<void> closeChunk(const QByteArray &root);
    Result<void> write();
    Result<void> cut(quint64 visible);
    Error tampered(audit::TamperKind kind, const QString &message, const QDateTime &nowUtc);

    Connection &m_connection;
    const size_t m_batchRows;
    std::unique_ptr<WriterLock> m_lock;
    std::optional<Checkpoint> m_target;  ///< none: not begun, or a batch failed
    audit::CompactRange m_frontier;
    audit::LeafParser m_parser;
    audit::LeafView m_view;
    LeafChunk m_open;  ///< leaves of the chunk that is not yet full
    ChunkEncoder m_encoder;
    EventBatch m_batch;
    Hash m_chunkRoot{};
    bool m_chunkFull = false;
};

Result<ResumePoint> SyncWriter::Impl::resumePoint()
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    ResumePoint point;
    auto checkpoint = storedCheckpoint(m_connection);
    if (!checkpoint) return checkpoint.error();
    point.checkpoint = *checkpoint;
    point.visible = *checkpoint ? (*checkpoint)->size : 0;
    auto bytes = stateBytes(m_connection, statename::frontier);
    if (!bytes) return bytes.error();
    if (*bytes) {
        const auto frontier = audit::CompactRange::restore(**bytes);
        if (!frontier || frontier->size() < point.visible) return sqliteError(nullptr, SQLITE_CORRUPT, what);
        point.next = frontier->size();
    }
    return point;
}

// Everything that the memory knows, anew from what is stored.
Result<void> SyncWriter::Impl::load()
{
    auto bytes = stateBytes(m_connection, statename::frontier);
    if (!bytes) return bytes.error();
    m_frontier = audit::CompactRange();
    if (*bytes) {
        auto frontier = audit::CompactRange::restore(**bytes);
        if (!frontier) return sqliteError(nullptr, SQLITE_CORRUPT, what);
        m_frontier = *frontier;
    }
    m_open.clear();
    if (const quint64 rest = m_frontier.size() % leavesInChunk; rest > 0) {
        auto chunk = LeafChunkTable(m_connection).load(m_frontier.size() / leavesInChunk);
        if (!chunk) return chunk.error();
        if (chunk->count() != rest) return sqliteError(nullptr, SQLITE_CORRUPT, what);
        m_open = std::move(*chunk);
    }
    return m_batch.loadTexts(m_connection);
}

Result<ResumePoint> SyncWriter::Impl::begin(const Checkpoint &target)
{
    m_target.reset();
    if (auto locked = lock(); !locked) return locked.error();
    const auto use = m_connection.use();
    if (!use) return use.error();
    if (target.size > std::numeric_limits<quint32>::max())
        return makeError(Errc::Unsupported,
                         QStringLiteral("The log has more than 4,294,967,295 events, which is more than this "
                                        "program can hold."));
    auto point = resumePoint();
    if (!point) return point;
    m_target = target;
    if (target.size < point->visible)
        return tampered(
            audit::TamperKind::Truncated,
            QStringLiteral("The back end's log has %1 events, but %2 were signed and verified before: it was cut "
                           "short. Nothing was taken over; both signed notes are kept as evidence.")
                .arg(target.size)
                .arg(point->visible),
            QDateTime::currentDateTimeUtc());
    if (point->checkpoint && target.size == point->visible && target.root != point->checkpoint->root)
        return tampered(
            audit::TamperKind::Fork,
            QStringLiteral("The back end signed two different logs of %1 events: its history was rewritten. "
                           "Nothing was taken over; both signed notes are kept as evidence.")
                .arg(target.size),
            QDateTime::currentDateTimeUtc());
    if (point->next > target.size) {
        if (auto done = dropUnverified(); !done) {
            m_target.reset();
            return done.error();
        }
        point->next = point->visible;
    }
    if (auto loaded = load(); !loaded) {
        m_target.reset();
        return loaded.error();
    }
    return point;
}

Result<void> SyncWriter::Impl::append(std::span<const QByteArrayView> leaves)
{
    if (!m_target) return notBegun();
    for (const QByteArrayView leaf : leaves)
        if (auto taken = take(leaf); !taken) return taken;
    return {};
}

Result<void> SyncWriter::Impl::take(QByteArrayView leaf)
{
    const quint64 index = m_frontier.size();
    if (index >= m_target->size)
        return makeError(
            Errc::Protocol,
            QStringLiteral("The back end sent more events than its signed log of %1 has.").arg(m_target->size));
    if (leaf.size() > audit::maxLeafBytes)
        return makeError(Errc::Protocol,
                         QStringLiteral("Event %1 is larger than %2 bytes.").arg(index).arg(audit::maxLeafBytes));
    const std::optional<Hash> purged = audit::purgedHash(leaf);
    if (!purged && !m_parser.parse(std::string_view(leaf.data(), static_cast<size_t>(leaf.size())), m_view))
        return makeError(Errc::Protocol, QStringLiteral("Event %1 is not one that this program understands: %2")
                                             .arg(index)
                                             .arg(m_parser.error().message));
    m_chunkFull = false;
    m_frontier.append(purged ? *purged : audit::leafHash(leaf), [this](unsigned level, quint64, const Hash &hash) {
        if (level != chunkLevel) return;
        m_chunkRoot = hash;
        m_chunkFull = true;
    });
    if (purged)
        m_batch.addPurged();
    else
        m_batch.add(index, m_view);
    m_open.append(leaf);
    if (!m_chunkFull) return {};
    if (auto closed = closeChunk(audit::hashBytes(m_chunkRoot)); !closed) return closed;
    // Only where a chunk ends, so that no stored frontier is ahead of the stored leaves.
    return m_batch.size() >= m_batchRows ? write() : Result<void>();
}

Result<void> SyncWriter::Impl::closeChunk(const QByteArray &root)
{
    const quint64 chunk = (m_frontier.size() - 1) / leavesInChunk;
    auto bytes = m_encoder.encode(m_open);
    if (!bytes) {
        m_target.reset();
        return bytes.error();
    }
    m_batch.addChunk(chunk, m_open.count(), root, std::move(*bytes));
    if (m_open.count() == leavesInChunk) m_open.clear();
    return {};
}

Result<void> SyncWriter::Impl::write()
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    const auto store = [this]() -> Result<void> {
        auto transaction = Transaction::write(m_connection.handle(), what);
        if (!transaction) return transaction.error();
        if (auto stored = m_batch.store(m_connection); !stored) return stored;
        if (auto set = setState(m_connection, statename::frontier, m_frontier.serialise()); !set) return set;
        return transaction->commit();
    };
    auto stored = store();
    m_batch.clear();
    // The memory is ahead of what is stored now: begin() reads it anew.
    if (!stored) m_target.reset();
    return stored;
}

Result<void> SyncWriter::Impl::flush()
{
    if (!m_target) return notBegun();
    if (m_batch.size() == 0) return {};
    if (m_open.count() > 0)
        if (auto closed = closeChunk({}); !closed) return closed;
    return write();
}

Result<Checkpoint> SyncWriter::Impl::finish(const QDateTime &nowUtc, const CancelToken &cancel)
{
    if (auto flushed = flush(); !flushed) return flushed.error();
    const auto use = m_connection.use(cancel);
    if (!use) return use.error();
    if (m_frontier.size() != m_target->size)
        return makeError(Errc::Protocol,
                         QStringLiteral("The back end sent %1 of the %2 events of its signed log. Sync again to "
                                        "fetch the rest.")
                             .arg(m_frontier.size())
                             .arg(m_target->size));
    if (m_frontier.root() != m_target->root)
        return tampered(
            audit::TamperKind::ChangedLeaf,
            QStringLiteral("The events that the back end sent are not those that it signed. They were dropped; "
                           "both signed notes are kept as evidence, and what was verified before stays."),
            nowUtc);
    if (auto indexed = indexEvents(m_connection, m_target->size); !indexed) return indexed.error();
    auto transaction = Transaction::write(m_connection.handle(), what);
    if (!transaction) return transaction.error();
    if (auto set = setState(m_connection, statename::visibleFrontier, m_frontier.serialise()); !set) return set.error();
    if (auto set = storeCheckpoint(m_connection, *m_target, nowUtc.toMSecsSinceEpoch()); !set) return set.error();
    if (auto done = transaction->commit(); !done) return done.error();
    const Checkpoint reached = *m_target;
    m_target.reset();
    m_lock.reset();
    return reached;
}

// Inside the caller's transaction: everything from `visible` on goes.
Result<void> SyncWriter::Impl::cut(quint64 visible)
{
    auto frontier = stateBytes(m_connection, statename::visibleFrontier);
    if (!frontier) return frontier.error();
    const QByteArray kept = frontier->value_or(audit::CompactRange().serialise());
    if (auto done = removeEvents(m_connection, visible); !done) return done;
    if (auto done = LeafChunkTable(m_connection).truncate(visible); !done) return done;
    return setState(m_connection, statename::frontier, kept);
}

Result<void> SyncWriter::Impl::dropUnverified()
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    auto transaction = Transaction::write(m_connection.handle(), what);
    if (!transaction) return transaction.error();
    const auto visible = stateInteger(m_connection, statename::visibleSize, 0);
    if (!visible) return visible.error();
    if (auto done = cut(static_cast<quint64>(*visible)); !done) return done;
    return transaction->commit();
}

Result<void> SyncWriter::Impl::discardUnverified()
{
    m_target.reset();
    m_batch.clear();
    if (auto locked = lock(); !locked) return locked;
    auto done = dropUnverified();
    m_lock.reset();
    return done;
}

Result<void> SyncWriter::Impl::lock()
{
    if (m_lock) return {};
    auto lock = WriterLock::take(m_connection.directory(), WriterLock::What::Events);
    if (!lock) return lock.error();
    m_lock = std::move(*lock);
    return {};
}

// Evidence and the removal of the unverified in one transaction: neither without the other.
Error SyncWriter::Impl::tampered(audit::TamperKind kind, const QString &message, const QDateTime &nowUtc)
{
    const Checkpoint offending = *m_target;
    m_target.reset();
    m_batch.clear();
    const auto keep = [&]() -> Result<void> {
        auto trusted = storedCheckpoint(m_connection);
        if (!trusted) return trusted.error();
        auto transaction = Transaction::write(m_connection.handle(), what);
        if (!transaction) return transaction.error();
        TamperEvidence evidence;
        evidence.foundAt = nowUtc;
        evidence.kind = audit::tamperKindName(kind);
        evidence.message = message;
        evidence.trustedNote = *trusted ? (*trusted)->note : QByteArray();
        evidence.offendingNote = offending.note;
        if (auto added = StateTable(m_connection).addEvidence(evidence); !added) return added;
        if (auto done = cut(*trusted ? (*trusted)->size : 0); !done) return done;
        return transaction->commit();
    };
    const Error verdict = makeError(Errc::Tampered, message, QString(audit::tamperKindName(kind)));
    const auto kept = keep();
    m_lock.reset();
    if (kept) return verdict;
    return makeError(Errc::Tampered,
                     message + QStringLiteral(" The evidence could not be stored: ") + kept.error().message,
                     verdict.field);
}

SyncWriter::SyncWriter(Connection &connection, quint32 batch) : m_impl(std::make_unique<Impl>(connection, batch)) {}
SyncWriter::~SyncWriter() = default;

Result<ResumePoint> SyncWriter::resumePoint()
{
    return m_impl->resumePoint();
}

Result<ResumePoint> SyncWriter::begin(const Checkpoint &target)
{
    return m_impl->begin(target);
}

Result<void> SyncWriter::append(std::span<const QByteArrayView> leaves)
{
    return m_impl->append(leaves);
}

Result<void> SyncWriter::flush()
{
    return m_impl->flush();
}

Result<Checkpoint> SyncWriter::finish(const QDateTime &nowUtc, const CancelToken &cancel)
{
    return m_impl->finish(nowUtc, cancel);
}

Result<void> SyncWriter::discardUnverified()
{
    return m_impl->discardUnverified();
}

}  // namespace lw::cache
