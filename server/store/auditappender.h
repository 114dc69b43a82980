// SPDX-License-Identifier: GPL-3.0-or-later
// Appends events to one customer's log inside a transaction: one statement a leaf and one a completed node, the log's
// head once at the end. The log's row is locked from the beginning, so appends of one customer come one after another.
#pragma once

#include "core/audit/merkle.h"
#include "core/domain/event.h"
#include "server/store/leaftable.h"
#include "server/store/logtable.h"
#include "server/store/nodetable.h"
#include "server/store/transaction.h"

#include <bitset>

namespace lw::server {

class AuditAppender {
  public:
    /// Errc::NotFound: the customer has no log.
    static Result<std::unique_ptr<AuditAppender>> begin(const Transaction &transaction, const QString &customerId);

    /// The new leaf's index. The event needs its id and time. Errc::InvalidInput, TooLarge: see audit::checkedLeaf().
    Result<quint64> append(const AuditEvent &event);
    /// Stores the new head; without it the transaction must not be committed. Who listens to the Database is told then.
    Result<void> finish();

    const LogRow &log() const { return m_log; }
    quint64 size() const { return m_range.size(); }

  private:
    AuditAppender(const Transaction &transaction, const QString &customerId, LogRow log, audit::CompactRange range);
    const Transaction &m_transaction;
    const QString m_customerId;
    LogRow m_log;
    std::bitset<256> m_kinds;  ///< of the new events
    audit::CompactRange m_range;
    LeafTable m_leaves;
    NodeTable m_nodes;
};

}  // namespace lw::server
