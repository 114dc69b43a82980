// SPDX-License-Identifier: GPL-3.0-or-later
// The events themselves, as they were signed: leaves, proofs, and hashing all of it anew.
#include "core/audit/eventcodec.h"
#include "core/audit/merkle.h"
#include "core/audit/purgedleaf.h"
#include "core/audit/verifier.h"
#include "core/cache/eventreader.h"
#include "core/cache/eventscan.h"
#include "core/cache/leafchunktable.h"
#include "core/cache/staterow.h"

namespace lw::cache {

namespace {

const QString what = QStringLiteral("Reading stored events");

Error notThere(quint64 index)
{
    return makeError(Errc::NotFound, QStringLiteral("There is no verified event %1 in the cache.").arg(index));
}

}  // namespace

Result<QByteArray> EventReader::leaf(quint32 index)
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    const auto scope = ReadScope::open(m_connection);
    if (!scope) return scope.error();
    const auto visible = stateInteger(m_connection, statename::visibleSize, 0);
    if (!visible) return visible.error();
    if (index >= *visible) return notThere(index);
    const auto chunk = LeafChunkTable(m_connection).load(index / leavesInChunk);
    if (!chunk) return chunk.error();
    if (index % leavesInChunk >= chunk->count()) return sqliteError(nullptr, SQLITE_CORRUPT, what);
    return chunk->leaf(index % leavesInChunk).toByteArray();
}

Result<AuditEvent> EventReader::event(quint32 index)
{
    const auto bytes = leaf(index);
    if (!bytes) return bytes.error();
    if (audit::purgedHash(*bytes))
        return makeError(Errc::NotFound,
                         QStringLiteral("What event %1 said was purged; only its hash is kept.").arg(index));
    return audit::eventFromLeaf(*bytes);
}

Result<InclusionProof> EventReader::inclusion(quint32 index)
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    const auto scope = ReadScope::open(m_connection);
    if (!scope) return scope.error();
    const auto visible = stateInteger(m_connection, statename::visibleSize, 0);
    if (!visible) return visible.error();
    if (index >= *visible) return notThere(index);
    LeafChunkTable chunks(m_connection);
    return audit::proveInclusion(index, static_cast<quint64>(*visible),
                                 [&](unsigned level, quint64 at) { return chunks.node(level, at); });
}

Result<void> EventReader::forEachLeaf(quint64 from, quint64 to,
                                      const std::function<bool(quint64, QByteArrayView)> &callback,
                                      const CancelToken &cancel)
{
    const auto use = m_connection.use(cancel);
    if (!use) return use.error();
    const auto scope = ReadScope::open(m_connection);
    if (!scope) return scope.error();
    const auto visible = stateInteger(m_connection, statename::visibleSize, 0);
    if (!visible) return visible.error();
    if (to > static_cast<quint64>(*visible) || from > to) return notThere(to);
    LeafChunkTable chunks(m_connection);
    for (quint64 at = from; at < to;) {
        if (cancel.cancelled()) return makeError(Errc::Cancelled, QStringLiteral("Reading was cancelled."));
        const auto chunk = chunks.load(at / leavesInChunk);
        if (!chunk) return chunk.error();
        const quint64 end = qMin(to, (at / leavesInChunk + 1) * leavesInChunk);
        if ((end - 1) % leavesInChunk >= chunk->count()) return sqliteError(nullptr, SQLITE_CORRUPT, what);
        for (; at < end; ++at)
            if (!callback(at, chunk->leaf(at % leavesInChunk))) return {};
    }
    return {};
}

Result<Checkpoint> EventReader::reverify(const CancelToken &cancel)
{
    const auto use = m_connection.use(cancel);
    if (!use) return use.error();
    const auto scope = ReadScope::open(m_connection);
    if (!scope) return scope.error();
    const auto checkpoint = storedCheckpoint(m_connection);
    if (!checkpoint) return checkpoint.error();
    if (!*checkpoint)
        return makeError(Errc::NotFound, QStringLiteral("Nothing was synced yet, so there is nothing to verify."));
    audit::CompactRange range;
    const auto read = forEachLeaf(
        0, (*checkpoint)->size,
        [&](quint64, QByteArrayView leaf) {
            range.append(audit::lineHash(leaf));
            return true;
        },
        cancel);
    if (!read) return read.error();
    if (range.root() != (*checkpoint)->root)
        return makeError(
            Errc::Tampered,
            QStringLiteral("The events in the cache are not those that were signed. Put the cache aside and "
                           "sync anew."),
            QString(audit::tamperKindName(audit::TamperKind::ChangedLeaf)));
    return **checkpoint;
}

}  // namespace lw::cache
