// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/leafchunk.h"

#include "core/audit/merkle.h"
#include "core/audit/purgedleaf.h"

#include <QtEndian>

#include <zstd.h>

namespace lw::cache {

namespace {

constexpr quint64 maxPlainBytes = leavesInChunk * (audit::maxLeafBytes + 4);
constexpr int compressionLevel = 1;

Error damaged()
{
    return makeError(Errc::Corrupt,
                     QStringLiteral("The cache is damaged: stored events cannot be unpacked. Put the file "
                                    "aside and sync anew; the back end still has every event."));
}

}  // namespace

Result<LeafChunk> LeafChunk::decode(QByteArrayView compressed, quint64 count)
{
    const auto size = ZSTD_getFrameContentSize(compressed.data(), static_cast<size_t>(compressed.size()));
    if (count == 0 || count > leavesInChunk || size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR ||
        size > maxPlainBytes || size < count * 4)
        return damaged();
    QByteArray plain(static_cast<qsizetype>(size), Qt::Uninitialized);
    const size_t got = ZSTD_decompress(plain.data(), size, compressed.data(), static_cast<size_t>(compressed.size()));
    if (ZSTD_isError(got) || got != size) return damaged();
    LeafChunk chunk;
    quint64 end = 0;
    for (quint64 i = 0; i < count; ++i) {
        end += qFromLittleEndian<quint32>(plain.constData() + i * 4);
        chunk.m_ends.push_back(static_cast<quint32>(end));
    }
    if (end != size - count * 4) return damaged();
    chunk.m_bytes = plain.mid(static_cast<qsizetype>(count * 4));
    return chunk;
}

QByteArrayView LeafChunk::leaf(quint64 position) const
{
    const quint32 begin = position == 0 ? 0 : m_ends[position - 1];
    return QByteArrayView(m_bytes).sliced(begin, m_ends[position] - begin);
}

void LeafChunk::append(QByteArrayView leaf)
{
    m_bytes.append(leaf.data(), leaf.size());
    m_ends.push_back(static_cast<quint32>(m_bytes.size()));
}

void LeafChunk::truncate(quint64 count)
{
    m_ends.resize(count);
    m_bytes.truncate(count == 0 ? 0 : m_ends.back());
}

void LeafChunk::clear()
{
    m_bytes.resize(0);
    m_ends.clear();
}

Hash LeafChunk::subtree(unsigned level, quint64 index) const
{
    std::vector<Hash> row;
    for (quint64 i = index << level; i < (index + 1) << level; ++i)
        row.push_back(audit::lineHash(leaf(i)));
    while (row.size() > 1) {
        for (size_t i = 0; i < row.size() / 2; ++i)
            row[i] = audit::nodeHash(row[2 * i], row[2 * i + 1]);
        row.resize(row.size() / 2);
    }
    return row.front();
}

bool padChunk(QByteArray &encoded, qsizetype size)
{
    // A skippable frame (RFC 8878 3.1.2): a magic number, its length, and that many bytes of no meaning.
    constexpr quint32 skippable = 0x184D2A50;
    constexpr qsizetype head = 8;
    const qsizetype missing = size - encoded.size();
    if (missing == 0) return true;
    if (missing < head) return false;
    QByteArray frame(missing, '\0');
    qToLittleEndian<quint32>(skippable, frame.data());
    qToLittleEndian<quint32>(static_cast<quint32>(missing - head), frame.data() + 4);
    encoded += frame;
    return true;
}

void ChunkEncoder::Free::operator()(ZSTD_CCtx_s *context) const
{
    ZSTD_freeCCtx(context);
}

ChunkEncoder::ChunkEncoder() : m_context(ZSTD_createCCtx()) {}
ChunkEncoder::~ChunkEncoder() = default;

Result<QByteArray> ChunkEncoder::encode(const LeafChunk &chunk)
{
    const size_t head = chunk.m_ends.size() * 4;
    m_plain.resize(static_cast<qsizetype>(head) + chunk.m_bytes.size());
    quint32 begin = 0;
    for (size_t i = 0; i < chunk.m_ends.size(); ++i) {
        qToLittleEndian<quint32>(chunk.m_ends[i] - begin, m_plain.data() + i * 4);
        begin = chunk.m_ends[i];
    }
    std::copy(chunk.m_bytes.begin(), chunk.m_bytes.end(), m_plain.begin() + static_cast<qsizetype>(head));
    const auto plainSize = static_cast<size_t>(m_plain.size());
    QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(plainSize)), Qt::Uninitialized);
    const size_t size = ZSTD_compressCCtx(m_context.get(), packed.data(), static_cast<size_t>(packed.size()),
                                          m_plain.constData(), plainSize, compressionLevel);
    if (ZSTD_isError(size)) return makeError(Errc::Internal, QStringLiteral("Events could not be compressed."));
    packed.resize(static_cast<qsizetype>(size));
    return packed;
}

}  // namespace lw::cache
