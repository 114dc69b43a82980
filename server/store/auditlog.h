// SPDX-License-Identifier: GPL-3.0-or-later
// The audit logs of all customers: one RFC 6962 tree each, heads signed with the back end's Ed25519 key under the log's
// origin "<back end's name>/<customer's short name>". Safe for any number of threads.
#pragma once

#include "core/audit/note.h"
#include "core/domain/event.h"
#include "core/domain/proof.h"
#include "core/util/clock.h"
#include "server/store/logtable.h"
#include "server/store/transaction.h"

#include <QHash>

#include <functional>
#include <span>

namespace lw::server {

/// Gives one piece of a stream with each call, on whichever thread: false is the end.
using LeafSource = std::function<Result<bool>(QByteArray &chunk)>;

class AuditLog {
  public:
    /// `signer`: the back end's log key, under any name.
    AuditLog(Database &database, const Clock &clock, audit::Signer signer);

    /// Makes the customer's empty log. `backEnd` becomes part of its origin for ever.
    Result<void> create(const Transaction &transaction, const QString &customerId, const QString &backEnd,
                        const QString &customerSlug);

    /// Appends in the caller's transaction, so that a change and its event are durable together or not at all. Fills in
    /// id, time (now), and the source where they are empty. The first new index.
    Result<quint64> append(const Transaction &transaction, const QString &customerId, AuditEvent event);
    Result<quint64> append(const Transaction &transaction, const QString &customerId,
                           std::span<const AuditEvent> events);
    /// The same in a transaction of its own.
    Result<quint64> append(const QString &customerId, AuditEvent event);

    struct Head {
        QString origin;
        quint64 size = 0;
        Hash root{};
    };
    Result<Head> head(const QString &customerId);
    /// The signed note of the present size.
    Result<QByteArray> checkpoint(const QString &customerId);
    /// What a console pins: the key's text form under this log's origin.
    Result<QString> verifierKey(const QString &customerId);

    /// Errc::InvalidInput, naming "from", "to", "index" or "size", when they lie outside the log.
    Result<ConsistencyProof> consistency(const QString &customerId, quint64 from, quint64 to);
    Result<InclusionProof> inclusion(const QString &customerId, quint64 index, quint64 size);
    Result<QByteArray> leaf(const QString &customerId, quint64 index);

    /// Takes the content of these leaves away for good, in the caller's transaction; sizes, roots, heads and proofs
    /// stay as they are. What may go is the caller's to judge. Errc::InvalidInput (field "index"): not in the log.
    Result<void> purge(const Transaction &transaction, const QString &customerId, std::span<const quint64> indexes);

    /// Leaves [from, to), or what stands for purged ones, each followed by a newline, in pieces of about 128 KiB;
    /// constant memory.
    Result<LeafSource> stream(const QString &customerId, quint64 from, quint64 to);

  private:
    Result<LogRow> logOf(const QString &customerId);
    AuditEvent completed(AuditEvent event) const;

    Database &m_database;
    const Clock &m_clock;
    const audit::Signer m_signer;
    std::mutex m_notesLock;
    struct Note {
        quint64 size = 0;
        QByteArray text;
    };
    QHash<qint64, Note> m_notes;  ///< the last signed note of each log
};

}  // namespace lw::server
