// SPDX-License-Identifier: GPL-3.0-or-later
// Single values of the profile that belong under encryption, and the evidence of tampering.
#pragma once

#include "core/cache/connection.h"
#include "core/domain/proof.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <optional>

namespace lw::cache {

/// Values that belong to the use cases; their bytes are theirs to define.
enum class StateKey {
    Customer,  ///< JSON of the contract's CustomerInfo
    CustomerEtag,
    Me,            ///< JSON of the contract's Me
    PinnedLogKey,  ///< text of the verifier key
    LogOrigin,     ///< first line of the log's checkpoints
    PeopleEtag,
    PeopleFetchedAt,
    ClientIdentity,  ///< PEM of the certificate and key that are shown to the back end
    LastSyncError    ///< sentence about the last sync that failed, empty after one that did not
};

/// A log that was rewritten, truncated or forked: both notes, kept until a person removes them.
struct TamperEvidence {
    qint64 id = 0;
    QDateTime foundAt;
    QString
        kind;  ///< stable: "truncated", "fork", "changed-leaf", "removed-leaf", "other-key", "signature", "other-log"
    QString message;         ///< the sentence that was shown
    QByteArray trustedNote;  ///< empty before the first sync
    QByteArray offendingNote;
};

class StateTable {
  public:
    explicit StateTable(Connection &connection) : m_connection(connection) {}

    Result<std::optional<QByteArray>> value(StateKey key);
    Result<void> setValue(StateKey key, const QByteArray &value);
    Result<void> removeValue(StateKey key);

    /// The last verified checkpoint; none before the first sync.
    Result<std::optional<Checkpoint>> checkpoint();
    /// When it was verified; invalid: never.
    Result<QDateTime> syncedAt();
    /// A sync that found nothing new: the checkpoint stands, only its age is new.
    Result<void> setSyncedAt(const QDateTime &nowUtc);

    Result<QList<TamperEvidence>> evidence();
    Result<void> addEvidence(const TamperEvidence &evidence);
    Result<void> removeEvidence(qint64 id);

  private:
    Connection &m_connection;
};

}  // namespace lw::cache
