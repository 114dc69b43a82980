// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/leveltable.h"

#include "core/util/time.h"
#include "server/store/statement.h"

namespace lw::server {

QString aboutOf(const ToldLevel &told)
{
    const SpendUsage &usage = told.usage;
    return QStringList{QString(spendPeriodName(usage.period)), toRfc3339(usage.start), QString::number(told.level),
                       usage.number.isEmpty() ? QStringLiteral("-") : usage.number, toRfc3339(told.toldAt)}
        .join(u' ');
}

std::optional<ToldLevel> toldLevelOf(const QString &about)
{
    const QStringList parts = about.split(u' ');
    if (parts.size() != 5) return std::nullopt;
    const auto period = spendPeriodFromName(parts[0]);
    ToldLevel told;
    told.usage.start = fromRfc3339(parts[1]);
    told.level = parts[2].toInt();
    told.toldAt = fromRfc3339(parts[4]);
    if (!period || !told.usage.start.isValid() || !told.toldAt.isValid() || told.level <= 0) return std::nullopt;
    told.usage.period = *period;
    if (parts[3] != QLatin1String("-")) told.usage.number = parts[3];
    return told;
}

Result<bool> LevelTable::add(const QString &customerId, const ToldLevel &told)
{
    const SpendUsage &usage = told.usage;
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO spend_levels (customer_id, number, period, starts_at, level, ends_at,"
                                    " spent, amount, currency, told_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                    " ON CONFLICT (customer_id, number, period, starts_at, level) DO NOTHING"),
                     QStringLiteral("note the spend level"));
    if (Result<void> ran = insert.run(customerId, usage.number, QString(spendPeriodName(usage.period)), usage.start,
                                      told.level, usage.end, (usage.spent - usage.forgiven).millionths,
                                      usage.limit.value_or(Decimal{}).millionths, told.currency, told.toldAt);
        !ran)
        return ran.error();
    return insert.rowsChanged() > 0;
}

Result<std::optional<ToldLevel>> LevelTable::find(const QString &customerId, const SpendUsage &where, int level) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT ends_at, spent, amount, currency, told_at FROM spend_levels WHERE"
                                    " customer_id = ? AND number = ? AND period = ? AND starts_at = ? AND level = ?"),
                     QStringLiteral("read the spend level"));
    if (Result<void> ran =
            select.run(customerId, where.number, QString(spendPeriodName(where.period)), where.start, level);
        !ran)
        return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    if (!*row) return std::optional<ToldLevel>();
    ToldLevel told{where, level, select.value(3).toString(), instantOf(select.value(4))};
    told.usage.end = instantOf(select.value(0));
    told.usage.spent = Decimal{select.value(1).toLongLong()};
    told.usage.limit = Decimal{select.value(2).toLongLong()};
    return std::optional(std::move(told));
}

Result<void> LevelTable::forget(const QString &customerId, const SpendUsage &where)
{
    Statement erase(m_connection,
                    QStringLiteral("DELETE FROM spend_levels"
                                   " WHERE customer_id = ? AND number = ? AND period = ? AND starts_at = ?"),
                    QStringLiteral("forget the spend levels"));
    return erase.run(customerId, where.number, QString(spendPeriodName(where.period)), where.start);
}

}  // namespace lw::server
