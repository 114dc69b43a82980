// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/raisetable.h"

#include "server/store/statement.h"

namespace lw::server {

Result<QList<TemporaryRaise>> RaiseTable::notEnded(const QString &customerId, const QDateTime &now) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT id, number, period, amount, from_at, until_at, reason, created_by"
                                    " FROM spend_raises WHERE customer_id = ? AND until_at > ? ORDER BY from_at, id"),
                     QStringLiteral("read the raised limits"));
    if (Result<void> ran = select.run(customerId, now); !ran) return ran.error();
    QList<TemporaryRaise> raises;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return raises;
        raises.append({select.value(0).toString(), select.value(1).toString(),
                       spendPeriodFromName(select.value(2).toString()).value_or(SpendPeriod::Day),
                       Decimal{select.value(3).toLongLong()}, instantOf(select.value(4)), instantOf(select.value(5)),
                       select.value(6).toString(), select.value(7).toString()});
    }
}

Result<void> RaiseTable::insert(const QString &customerId, const TemporaryRaise &raise)
{
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO spend_raises (id, customer_id, number, period, amount, from_at,"
                                    " until_at, reason, created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                     QStringLiteral("raise the limit"));
    return insert.run(raise.id, customerId, raise.number, QString(spendPeriodName(raise.period)),
                      raise.amount.millionths, raise.from, raise.until, raise.reason, raise.createdBy);
}

Result<void> RaiseTable::end(const QString &customerId, const QString &id, const QDateTime &now)
{
    Statement update(m_connection,
                     QStringLiteral("UPDATE spend_raises SET until_at = ? WHERE customer_id = ? AND id = ?"
                                    " AND until_at > ?"),
                     QStringLiteral("take the raise back"));
    if (Result<void> ran = update.run(now, customerId, id, now); !ran) return ran;
    if (update.rowsChanged() > 0) return {};
    return makeError(Errc::NotFound, QStringLiteral("There is no such raise, or it has ended."));
}

}  // namespace lw::server
