// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/logtable.h"

#include "server/store/statement.h"

namespace lw::server {

Result<LogRow> LogTable::create(const QString &customerId, const QString &origin, const QByteArray &emptyFrontier)
{
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO logs (id, customer_id, origin, size, frontier)"
                                    " SELECT coalesce(max(id), 0) + 1, ?, ?, 0, ? FROM logs"),
                     QStringLiteral("make the customer's log"));
    if (Result<void> ran = insert.run(customerId, origin, emptyFrontier); !ran) return ran.error();
    return ofCustomer(customerId);
}

Result<LogRow> LogTable::ofCustomer(const QString &customerId) const
{
    return select(customerId, QString());
}

Result<LogRow> LogTable::ofCustomerForAppend(const QString &customerId) const
{
    return select(customerId, QStringLiteral("{for_update}"));
}

Result<LogRow> LogTable::select(const QString &customerId, const QString &suffix) const
{
    Statement query(
        m_connection,
        QStringLiteral("SELECT id, customer_id, origin, size, frontier FROM logs WHERE customer_id = ? ") + suffix,
        QStringLiteral("read the log's head"));
    if (Result<void> ran = query.run(customerId); !ran) return ran.error();
    const Result<bool> row = query.next();
    if (!row) return row.error();
    if (!*row) return makeError(Errc::NotFound, QStringLiteral("This customer has no audit log."));
    return LogRow{query.value(0).toLongLong(), query.value(1).toString(), query.value(2).toString(),
                  query.value(3).toULongLong(), query.value(4).toByteArray()};
}

Result<void> LogTable::advance(qint64 logId, quint64 size, const QByteArray &frontier)
{
    Statement update(m_connection, QStringLiteral("UPDATE logs SET size = ?, frontier = ? WHERE id = ?"),
                     QStringLiteral("append to the log"));
    return update.run(size, frontier, logId);
}

}  // namespace lw::server
