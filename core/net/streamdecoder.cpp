// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/streamdecoder.h"

#include <zstd.h>

#include <cstring>

namespace lw::net {

namespace {

constexpr qsizetype batchBytes = 1024 * 1024;
/// The largest window a frame may ask for: 16 MiB. The back end's frames need 2 to 8.
constexpr int windowLogMax = 24;

Error broken(const QString &why)
{
    return makeError(
        Errc::Protocol,
        QStringLiteral("The stream of events from the back end is broken: %1. Sync again; what is complete is kept.")
            .arg(why));
}

}  // namespace

struct StreamDecoder::Zstd {
    Zstd() : stream(ZSTD_createDStream()) { ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, windowLogMax); }
    ~Zstd() { ZSTD_freeDStream(stream); }
    Zstd(const Zstd &) = delete;
    Zstd &operator=(const Zstd &) = delete;
    ZSTD_DStream *stream;
    bool inFrame = false;
};

StreamDecoder::StreamDecoder(StreamCoding coding, quint64 from, quint64 to, qsizetype maxLineBytes, Batch batch)
    : m_from(from), m_to(to), m_maxLine(maxLineBytes), m_batch(std::move(batch)), m_next(from)
{
    if (coding == StreamCoding::Zstd) m_zstd = std::make_unique<Zstd>();
}

StreamDecoder::~StreamDecoder() = default;

Result<void> StreamDecoder::feed(QByteArray bytes)
{
    if (m_taken == m_input.size())
        m_input = std::move(bytes);
    else
        m_input = m_input.mid(m_taken) + bytes;
    m_taken = 0;
    return pump();
}

Result<void> StreamDecoder::resume()
{
    m_held = false;
    return pump();
}

Result<void> StreamDecoder::pump()
{
    bool more = true;
    while (more && !m_held) {
        makeRoom();
        if (m_held) break;
        if (const Result<void> filled = fill(more); !filled) return filled;
        if (const Result<void> cutting = cut(); !cutting) return cutting;
    }
    return {};
}

Result<void> StreamDecoder::fill(bool &more)
{
    const qsizetype room = m_buffer.size() - m_filled;
    if (!m_zstd) {
        const qsizetype part = qMin(m_input.size() - m_taken, room);
        std::memcpy(m_buffer.data() + m_filled, m_input.constData() + m_taken, static_cast<size_t>(part));
        m_taken += part;
        m_filled += part;
        m_plainBytes += static_cast<quint64>(part);
        more = m_taken < m_input.size();
        return {};
    }
    ZSTD_inBuffer in{m_input.constData(), static_cast<size_t>(m_input.size()), static_cast<size_t>(m_taken)};
    ZSTD_outBuffer out{m_buffer.data() + m_filled, static_cast<size_t>(room), 0};
    const size_t left = ZSTD_decompressStream(m_zstd->stream, &out, &in);
    if (ZSTD_isError(left)) return broken(QString::fromLatin1(ZSTD_getErrorName(left)));
    // A call that neither took nor gave anything says only that another frame could begin.
    if (static_cast<qsizetype>(in.pos) != m_taken || out.pos != 0) m_zstd->inFrame = left != 0;
    m_taken = static_cast<qsizetype>(in.pos);
    m_filled += static_cast<qsizetype>(out.pos);
    m_plainBytes += out.pos;
    // With the output full there may be more inside the decompressor, even when all input is taken.
    more = m_taken < m_input.size() || out.pos == out.size;
    return {};
}

void StreamDecoder::makeRoom()
{
    constexpr qsizetype whole = batchBytes + 128 * 1024;
    if (m_buffer.isEmpty()) m_buffer = QByteArray(whole, Qt::Uninitialized);
    if (m_buffer.size() - m_filled < 64 * 1024) handOn();
}

void StreamDecoder::handOn()
{
    // The beginning of a line, at most one line long because cut() refuses longer ones, opens the next batch.
    QByteArray next(batchBytes + 128 * 1024, Qt::Uninitialized);
    const qsizetype rest = m_filled - m_lineStart;
    std::memcpy(next.data(), m_buffer.constData() + m_lineStart, static_cast<size_t>(rest));
    LeafBatch batch;
    batch.firstIndex = m_next - m_spans.size();
    batch.bytes = std::move(m_buffer);
    const char *base = batch.bytes.constData();
    batch.lines.reserve(m_spans.size());
    for (const auto &[offset, length] : m_spans)
        batch.lines.emplace_back(base + offset, length);
    m_spans.clear();
    m_buffer = std::move(next);
    m_filled = rest;
    m_lineStart = 0;
    if (!batch.lines.empty() && !m_batch(std::move(batch))) m_held = true;
}

Result<void> StreamDecoder::cut()
{
    const char *base = m_buffer.constData();
    const char *const end = base + m_filled;
    const char *from = base + m_lineStart;
    for (;;) {
        const auto *newline = static_cast<const char *>(std::memchr(from, '\n', static_cast<size_t>(end - from)));
        const qsizetype length = (newline ? newline : end) - from;
        if (length > m_maxLine)
            return broken(
                QStringLiteral("event %1 is longer than the %2 bytes an event may have").arg(m_next).arg(m_maxLine));
        if (!newline) break;
        if (length == 0) return broken(QStringLiteral("there is an empty line where event %1 should be").arg(m_next));
        if (m_next == m_to)
            return broken(QStringLiteral("it holds more than the %1 events that were asked for").arg(m_to - m_from));
        m_spans.emplace_back(from - base, length);
        ++m_next;
        from = newline + 1;
    }
    m_lineStart = from - base;
    return {};
}

Result<void> StreamDecoder::finish()
{
    const bool midLine = m_filled > m_lineStart;
    if (!m_spans.empty()) handOn();
    if (m_zstd && m_zstd->inFrame)
        return broken(QStringLiteral("it ends inside a compressed block, at event %1").arg(m_next));
    if (midLine) return broken(QStringLiteral("it ends inside event %1").arg(m_next));
    if (m_next != m_to) return broken(QStringLiteral("it ends at event %1, %2 were announced").arg(m_next).arg(m_to));
    return {};
}

}  // namespace lw::net
