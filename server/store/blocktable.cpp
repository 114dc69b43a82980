// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/blocktable.h"

#include "server/store/statement.h"

namespace lw::server {

namespace {

const auto counting = QStringLiteral("count the failed sign-in");
const auto reading = QStringLiteral("read the blocked addresses");
const auto changing = QStringLiteral("change the blocked addresses");

}  // namespace

Result<void> BlockTable::addOffence(const QString &customerId, const QString &key, const OffenceRow &offence)
{
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO offences (customer_id, address, at, login_key) VALUES (?, ?, ?, ?)"),
                     counting);
    return insert.run(customerId, key, toColumn(offence.at), offence.loginKey);
}

Result<QList<OffenceRow>> BlockTable::offences(const QString &customerId, const QString &key, int limit) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT at, login_key FROM offences WHERE customer_id = ? AND address = ?"
                                    " ORDER BY at DESC LIMIT ?"),
                     counting);
    if (Result<void> ran = select.run(customerId, key, limit); !ran) return ran.error();
    QList<OffenceRow> rows;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return rows;
        rows.append({instantOf(select.value(0)), select.value(1).toString()});
    }
}

Result<void> BlockTable::forgetOffences(const QString &customerId, const QString &key, const QDateTime &instant)
{
    Statement erase(m_connection,
                    QStringLiteral("DELETE FROM offences WHERE customer_id = ? AND address = ? AND at < ?"), counting);
    return erase.run(customerId, key, toColumn(instant));
}

Result<int> BlockTable::forgetOffences(const QDateTime &instant)
{
    Statement erase(m_connection, QStringLiteral("DELETE FROM offences WHERE at < ?"), counting);
    if (Result<void> ran = erase.run(toColumn(instant)); !ran) return ran.error();
    return erase.rowsChanged();
}

Result<QList<BlockRow>> BlockTable::select(const QString &where, const QVariantList &values) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT customer_id, address, since, until_at, nth, failures, accounts, pinned,"
                                    " lifted, reason FROM blocked_addresses ") +
                         where,
                     reading);
    if (Result<void> ran = select.runList(values); !ran) return ran.error();
    QList<BlockRow> rows;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return rows;
        rows.append({select.value(0).toString(),
                     {select.value(1).toString(), instantOf(select.value(2)), instantOf(select.value(3)),
                      select.value(4).toInt(), select.value(5).toInt(), select.value(6).toInt(),
                      select.value(7).toBool(), select.value(9).toString()},
                     static_cast<BlockRow::State>(select.value(8).toInt())});
    }
}

Result<std::optional<BlockRow>> BlockTable::find(const QString &customerId, const QString &key) const
{
    Result<QList<BlockRow>> rows = select(QStringLiteral("WHERE customer_id = ? AND address = ?"), {customerId, key});
    if (!rows) return rows.error();
    return rows->isEmpty() ? std::optional<BlockRow>() : std::optional(std::move(rows->first()));
}

Result<void> BlockTable::store(const BlockRow &row)
{
    Statement store(
        m_connection,
        QStringLiteral("INSERT INTO blocked_addresses (customer_id, address, since, until_at, nth, failures,"
                       " accounts, pinned, lifted, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                       " ON CONFLICT (customer_id, address) DO UPDATE SET since = excluded.since,"
                       " until_at = excluded.until_at, nth = excluded.nth, failures = excluded.failures,"
                       " accounts = excluded.accounts, pinned = excluded.pinned,"
                       " lifted = excluded.lifted, reason = excluded.reason"),
        changing);
    const BlockedAddress &block = row.block;
    return store.run(row.customerId, block.address, toColumn(block.since), toColumn(block.until), block.nth,
                     block.failures, block.accounts, int(block.pinned), static_cast<int>(row.state), block.reason);
}

Result<QList<BlockedAddress>> BlockTable::running(const QString &customerId, int limit) const
{
    const Result<QList<BlockRow>> rows =
        select(QStringLiteral("WHERE customer_id = ? AND lifted = 0 ORDER BY since DESC, address LIMIT ?"),
               {customerId, limit});
    if (!rows) return rows.error();
    QList<BlockedAddress> blocked;
    for (const BlockRow &row : *rows)
        blocked.append(row.block);
    return blocked;
}

Result<QList<BlockRow>> BlockTable::endedBy(const QDateTime &instant, int limit) const
{
    return select(QStringLiteral("WHERE lifted = 0 AND until_at <= ? ORDER BY until_at LIMIT ?"),
                  {toColumn(instant), limit});
}

Result<int> BlockTable::removeEndedBefore(const QDateTime &instant)
{
    Statement erase(m_connection, QStringLiteral("DELETE FROM blocked_addresses WHERE lifted <> 0 AND until_at < ?"),
                    changing);
    if (Result<void> ran = erase.run(toColumn(instant)); !ran) return ran.error();
    return erase.rowsChanged();
}

}  // namespace lw::server
