// SPDX-License-Identifier: GPL-3.0-or-later
// The verifier: leaves, a signed head and a public key in; what was checked out. No network, no cache, no profile.
#pragma once

#include "core/audit/checkpoint.h"
#include "core/audit/merkle.h"
#include "core/audit/note.h"

#include <QDateTime>

#include <optional>

namespace lw::ctl {

/// What was really checked; nothing else is claimed.
struct Verified {
    QString keyName;
    QString keyId;  ///< 8 hexadecimal digits
    QString origin;
    quint64 size = 0;    ///< of the signed head
    quint64 purged = 0;  ///< of them, those of which only the hash is left; all others were hashed and decoded
    Hash root{};
    QDateTime first, last;           ///< earliest and latest time of the events that can be read
    std::optional<quint64> oldSize;  ///< an older signed head that the leaves were shown to continue
};

class OfflineVerifier {
  public:
    /// Errc::Tampered, InvalidInput, TooLarge as openCheckpoint().
    static Result<OfflineVerifier> begin(QByteArrayView note, const audit::VerifierKey &key);

    /// Before the first leaf: an older head by the same key that must be a prefix of this log.
    Result<void> expectPrefix(QByteArrayView olderNote);

    /// The next leaf in log order, or what stands for a purged one (purgedleaf.h), without its newline. Errc::Tampered:
    /// not a canonical event, or more leaves than signed.
    Result<void> add(QByteArrayView leaf);

    /// After the last leaf. Errc::Tampered: leaves are missing, or they do not hash to the signed root.
    Result<Verified> finish() const;

  private:
    OfflineVerifier(const audit::VerifierKey &key, Checkpoint head);
    Result<void> checkPrefix() const;

    audit::VerifierKey m_key;
    Checkpoint m_head;
    std::optional<Checkpoint> m_older;
    audit::CompactRange m_range;
    quint64 m_purged = 0;
    QDateTime m_first, m_last;
};

/// The key's text, from a file of that name or as it stands.
Result<audit::VerifierKey> verifierKey(const QString &textOrFile);

/// Leaves as NDJSON (one a line), head and older head as signed notes. `olderFile` may be empty.
Result<Verified> verifyFiles(const QString &leavesFile, const QString &noteFile, const audit::VerifierKey &key,
                             const QString &olderFile);

}  // namespace lw::ctl
