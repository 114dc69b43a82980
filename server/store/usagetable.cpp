// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/usagetable.h"

#include "server/store/statement.h"

namespace lw::server {

namespace {
const auto reading = QStringLiteral("read what was spent");
}

Result<void> UsageTable::fill(const QString &customerId, SpendUsage &usage) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT spent, forgiven, calls FROM spend_usage"
                                    " WHERE customer_id = ? AND number = ? AND period = ? AND starts_at = ?"),
                     reading);
    if (Result<void> ran = select.run(customerId, usage.number, QString(spendPeriodName(usage.period)), usage.start);
        !ran)
        return ran;
    const Result<bool> row = select.next();
    if (!row) return row.error();
    usage.spent = Decimal{*row ? select.value(0).toLongLong() : 0};
    usage.forgiven = Decimal{*row ? select.value(1).toLongLong() : 0};
    usage.calls = *row ? select.value(2).toInt() : 0;
    return {};
}

Result<QList<SpendUsage>> UsageTable::of(const QString &customerId, SpendPeriod period, const QDateTime &start) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT number, spent, forgiven, calls FROM spend_usage"
                                    " WHERE customer_id = ? AND period = ? AND starts_at = ? ORDER BY number"),
                     reading);
    if (Result<void> ran = select.run(customerId, QString(spendPeriodName(period)), start); !ran) return ran.error();
    QList<SpendUsage> usages;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return usages;
        SpendUsage usage;
        usage.number = select.value(0).toString();
        usage.period = period;
        usage.start = start;
        usage.spent = Decimal{select.value(1).toLongLong()};
        usage.forgiven = Decimal{select.value(2).toLongLong()};
        usage.calls = select.value(3).toInt();
        usages.append(usage);
    }
}

Result<void> UsageTable::add(const QString &customerId, const SpendUsage &where, Decimal cost)
{
    Statement store(m_connection,
                    QStringLiteral("INSERT INTO spend_usage (customer_id, number, period, starts_at, spent, forgiven,"
                                   " calls) VALUES (?, ?, ?, ?, ?, 0, 1)"
                                   " ON CONFLICT (customer_id, number, period, starts_at) DO UPDATE SET"
                                   " spent = spend_usage.spent + excluded.spent, calls = spend_usage.calls + 1"),
                    QStringLiteral("count the call"));
    return store.run(customerId, where.number, QString(spendPeriodName(where.period)), where.start, cost.millionths);
}

Result<void> UsageTable::forgive(const QString &customerId, const SpendUsage &where, Decimal forgiven)
{
    Statement update(m_connection,
                     QStringLiteral("UPDATE spend_usage SET forgiven = ?"
                                    " WHERE customer_id = ? AND number = ? AND period = ? AND starts_at = ?"),
                     QStringLiteral("reset what was spent"));
    return update.run(forgiven.millionths, customerId, where.number, QString(spendPeriodName(where.period)),
                      where.start);
}

}  // namespace lw::server
