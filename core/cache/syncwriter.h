// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the leaves of a sync into the cache. They are stored in batches as they come, so that a sync goes on where it
// stopped, but no reader sees one of them before all of them have been hashed to the root of a signed checkpoint.
#pragma once

#include "core/cache/connection.h"
#include "core/domain/proof.h"
#include "core/util/result.h"

#include <QByteArrayView>
#include <QDateTime>

#include <memory>
#include <optional>
#include <span>

namespace lw::cache {

/// Where a sync stands.
struct ResumePoint {
    quint64 next = 0;                      ///< index of the first leaf to fetch
    quint64 visible = 0;                   ///< verified events
    std::optional<Checkpoint> checkpoint;  ///< the verified one, of size `visible`; none before the first sync
};

/// Only one at a time: begin() takes the folder's writer lock, also against other programs.
class SyncWriter {
  public:
    /// Leaves in one transaction (a multiple of 256 is best): what a kill may cost, and what has to fit in memory.
    static constexpr quint32 usualBatch = 16'384;

    explicit SyncWriter(Connection &connection, quint32 batch = usualBatch);
    ~SyncWriter();
    SyncWriter(const SyncWriter &) = delete;
    SyncWriter &operator=(const SyncWriter &) = delete;

    Result<ResumePoint> resumePoint();

    /// `target` must have been opened with the pinned key. Returns where to fetch from; drops unverified leaves beyond
    /// the target. Errc::Tampered: the target is shorter than, or at the same size another tree than, what was verified
    /// before (evidence is kept). Errc::Conflict: another program is syncing.
    Result<ResumePoint> begin(const Checkpoint &target);

    /// Leaves in log order, without newlines; writes a batch whenever one is full. Errc::Protocol: not a leaf, or more
    /// leaves than the target has. DiskFull, Corrupt, Io, Cancelled: nothing is lost but the batch; begin() again.
    Result<void> append(std::span<const QByteArrayView> leaves);

    /// Keeps what append() took so far and is not yet stored, for instance when the connection broke.
    Result<void> flush();

    /// Compares with the target and, in one transaction, makes everything visible. Errc::Protocol: leaves are missing.
    /// Errc::Tampered: another root; the unverified leaves are gone, both notes are kept as evidence, what was visible
    /// stays visible.
    Result<Checkpoint> finish(const QDateTime &nowUtc, const CancelToken &cancel = CancelToken::none());

    /// Forgets leaves that were never verified.
    Result<void> discardUnverified();

  private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace lw::cache
