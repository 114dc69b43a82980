// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/auditappender.h"

#include "core/audit/eventcodec.h"

namespace lw::server {

Result<std::unique_ptr<AuditAppender>> AuditAppender::begin(const Transaction &transaction, const QString &customerId)
{
    Result<LogRow> log = LogTable(transaction.connection()).ofCustomerForAppend(customerId);
    if (!log) return log.error();
    Result<audit::CompactRange> range = audit::CompactRange::restore(log->frontier);
    if (!range || range->size() != log->size)
        return makeError(Errc::Corrupt, QStringLiteral("The head of the audit log is damaged. Restore the store from a "
                                                       "backup; keep the damaged file."));
    return std::unique_ptr<AuditAppender>(
        new AuditAppender(transaction.connection(), std::move(*log), std::move(*range)));
}

AuditAppender::AuditAppender(const QSqlDatabase &connection, LogRow log, audit::CompactRange range)
    : m_connection(connection),
      m_log(std::move(log)),
      m_range(std::move(range)),
      m_leaves(connection),
      m_nodes(connection)
{
}

Result<quint64> AuditAppender::append(const AuditEvent &event)
{
    const Result<QByteArray> leaf = audit::checkedLeaf(event);
    if (!leaf) return leaf.error();
    const Hash hash = audit::leafHash(*leaf);
    const quint64 index = m_range.size();
    if (Result<void> stored = m_leaves.insert(leafPosition(m_log.id, index), *leaf, audit::hashBytes(hash)); !stored)
        return stored.error();
    Result<void> stored;
    m_range.append(hash, [this, &stored](unsigned level, quint64 node, const Hash &nodeHash) {
        if (level > 0 && stored)
            stored = m_nodes.insert(nodePosition(m_log.id, level, node), audit::hashBytes(nodeHash));
    });
    if (!stored) return stored.error();
    return index;
}

Result<void> AuditAppender::finish()
{
    return LogTable(m_connection).advance(m_log.id, m_range.size(), m_range.serialise());
}

}  // namespace lw::server
