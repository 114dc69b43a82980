// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of an NDJSON stream as they travel in, batches of whole lines out; memory stays at one batch whatever the peer
// sends.
#pragma once

#include "core/net/eventstream.h"
#include "core/util/result.h"

#include <memory>

namespace lw::net {

enum class StreamCoding : quint8 { Identity, Zstd };

class StreamDecoder {
  public:
    using Batch = std::function<void(LeafBatch &&batch)>;

    /// Expects exactly `to - from` lines of at most `maxLineBytes`. `batch` is called from feed() and finish().
    StreamDecoder(StreamCoding coding, quint64 from, quint64 to, qsizetype maxLineBytes, Batch batch);
    ~StreamDecoder();

    /// Protocol: damaged compression, a line too long, an empty line, more lines than asked for.
    Result<void> feed(QByteArrayView bytes);
    /// Hands on what is left. Protocol: the stream ends short, inside a line or inside a compressed frame.
    Result<void> finish();

    quint64 lines() const { return m_next - m_from; }
    quint64 plainBytes() const { return m_plainBytes; }

  private:
    struct Zstd;
    Result<void> unpack(QByteArrayView bytes);
    Result<void> take(QByteArrayView plain);
    Result<void> cut();
    void ensureRoom(qsizetype bytes);

    const quint64 m_from;
    const quint64 m_to;
    const qsizetype m_maxLine;
    Batch m_batch;
    std::unique_ptr<Zstd> m_zstd;
    QByteArray m_buffer;  ///< the batch in the making: whole lines not handed on, then the beginning of the next
    qsizetype m_filled = 0;
    qsizetype m_lineStart = 0;
    std::vector<std::pair<qsizetype, qsizetype>> m_spans;  ///< offset and length of whole lines
    quint64 m_next;
    quint64 m_plainBytes = 0;
};

}  // namespace lw::net
