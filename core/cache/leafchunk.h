// SPDX-License-Identifier: GPL-3.0-or-later
// 256 leaves in one compressed piece, as the cache keeps them: 4 bytes of length (little-endian) for each leaf, then
// the leaves, all of it in one zstd frame. Internal.
#pragma once

#include "core/audit/eventcodec.h"
#include "core/domain/proof.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <vector>

struct ZSTD_CCtx_s;

namespace lw::cache {

inline constexpr quint64 leavesInChunk = 256;

class LeafChunk {
  public:
    /// Errc::Corrupt unless it holds exactly `count` leaves.
    static Result<LeafChunk> decode(QByteArrayView compressed, quint64 count);

    quint64 count() const { return m_ends.size(); }
    QByteArrayView leaf(quint64 position) const;
    void append(QByteArrayView leaf);
    void truncate(quint64 count);
    void clear();

    /// The root of the perfect subtree of 2^level leaves at `index` inside the chunk; they must all be there.
    Hash subtree(unsigned level, quint64 index) const;

  private:
    friend class ChunkEncoder;
    QByteArray m_bytes;
    std::vector<quint32> m_ends;
};

/// Makes an encoded chunk exactly `size` bytes long by what readers skip, so that it can be stored where a longer one
/// was; false: it does not fit.
bool padChunk(QByteArray &encoded, qsizetype size);

/// Compresses chunk after chunk with one context.
class ChunkEncoder {
  public:
    ChunkEncoder();
    ~ChunkEncoder();
    Result<QByteArray> encode(const LeafChunk &chunk);

  private:
    struct Free {
        void operator()(ZSTD_CCtx_s *context) const;
    };
    std::unique_ptr<ZSTD_CCtx_s, Free> m_context;
    QByteArray m_plain;
};

}  // namespace lw::cache
