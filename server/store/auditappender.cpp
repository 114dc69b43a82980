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
        new AuditAppender(transaction, customerId, std::move(*log), std::move(*range)));
}

AuditAppender::AuditAppender(const Transaction &transaction, const QString &customerId, LogRow log,
                             audit::CompactRange range)
    : m_transaction(transaction),
      m_customerId(customerId),
      m_log(std::move(log)),
      m_range(std::move(range)),
      m_leaves(transaction.connection()),
      m_nodes(transaction.connection())
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
    m_kinds.set(static_cast<size_t>(event.kind));
    return index;
}

Result<void> AuditAppender::finish()
{
    LogTable logs(m_transaction.connection());
    if (Result<void> stored = logs.advance(m_log.id, m_range.size(), m_range.serialise()); !stored) return stored;
    if (m_range.size() == m_log.size) return {};
    Database::Appended what{m_customerId, m_range.size(), {}};
    for (const EventKind kind : allEventKinds())
        if (m_kinds.test(static_cast<size_t>(kind))) what.kinds.append(kindName(kind));
    m_transaction.afterCommit(
        [&database = m_transaction.database(), what = std::move(what)] { database.appended(what); });
    return {};
}

}  // namespace lw::server
