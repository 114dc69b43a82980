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
    /// False holds the decoder until resume().
    using Batch = std::function<bool(LeafBatch &&batch)>;

    /// Expects exactly `to - from` lines of at most `maxLineBytes`. `batch` is called from feed(),
    /// resume() and finish().
    StreamDecoder(StreamCoding coding, quint64 from, quint64 to, qsizetype maxLineBytes, Batch batch);
    ~StreamDecoder();

    /// Takes the piece over; what a hold leaves of it is kept. Protocol: damaged compression, a line too long, an empty
    /// line, more lines than asked for.
    Result<void> feed(QByteArray bytes);
    /// Goes on after a hold. Errors as feed().
    Result<void> resume();
    bool held() const { return m_held; }
    /// Hands on what is left; not while held. Protocol: the stream ends short, inside a line or inside a compressed
    /// frame.
    Result<void> finish();

    quint64 lines() const { return m_next - m_from; }
    quint64 plainBytes() const { return m_plainBytes; }

  private:
    struct Zstd;
    Result<void> pump();
    Result<void> fill(bool &more);
    Result<void> cut();
    void makeRoom();
    void handOn();

    const quint64 m_from;
    const quint64 m_to;
    const qsizetype m_maxLine;
    Batch m_batch;
    std::unique_ptr<Zstd> m_zstd;
    QByteArray m_input;  ///< the piece being worked on
    qsizetype m_taken = 0;
    bool m_held = false;
    QByteArray m_buffer;  ///< the batch in the making: whole lines not handed on, then the beginning of the next
    qsizetype m_filled = 0;
    qsizetype m_lineStart = 0;
    std::vector<std::pair<qsizetype, qsizetype>> m_spans;  ///< offset and length of whole lines
    quint64 m_next;
    quint64 m_plainBytes = 0;
};

}  // namespace lw::net
