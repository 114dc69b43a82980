// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/calltable.h"

#include "server/store/statement.h"

namespace lw::server {

namespace {

const auto reading = QStringLiteral("read the calls");
constexpr qint64 quarterMs = 15 * 60 * 1'000;

CallClass classOf(const QVariant &column)
{
    const int value = column.toInt();
    return value >= 0 && value <= static_cast<int>(CallClass::Extension) ? static_cast<CallClass>(value)
                                                                         : CallClass::Invalid;
}

/// A row of call_id, caller, destination, class, started_at, seconds, cost, rate_prefix.
CallRecord callOf(const Statement &row)
{
    return {row.value(0).toString(),
            row.value(1).toString(),
            row.value(2).toString(),
            classOf(row.value(3)),
            instantOf(row.value(4)),
            row.value(5).toInt(),
            Decimal{row.value(6).toLongLong()},
            row.value(7).toString()};
}

}  // namespace

Result<std::optional<CallRecord>> CallTable::find(const QString &customerId, const QString &callId) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT caller, destination, class, started_at, seconds, cost, rate_prefix"
                                    " FROM calls WHERE customer_id = ? AND call_id = ?"),
                     reading);
    if (Result<void> ran = select.run(customerId, callId); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    if (!*row) return std::optional<CallRecord>();
    return std::optional(CallRecord{callId, select.value(0).toString(), select.value(1).toString(),
                                    classOf(select.value(2)), instantOf(select.value(3)), select.value(4).toInt(),
                                    Decimal{select.value(5).toLongLong()}, select.value(6).toString()});
}

Result<void> CallTable::insert(const QString &customerId, const CallRecord &call)
{
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO calls (customer_id, call_id, caller, destination, class, started_at,"
                                    " seconds, cost, rate_prefix) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                     QStringLiteral("store the call"));
    return insert.run(customerId, call.callId, call.caller, call.destination, static_cast<int>(call.callClass),
                      call.startedAt, call.seconds, call.cost.millionths, call.ratePrefix);
}

Result<QList<CallTable::Sum>> CallTable::sums(const QString &customerId, const QDateTime &from) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT started_at / ? AS quarter, class, COUNT(*), SUM(seconds), SUM(cost)"
                                    " FROM calls WHERE customer_id = ? AND started_at >= ? GROUP BY 1, 2"
                                    " ORDER BY 1, 2"),
                     reading);
    if (Result<void> ran = select.run(quarterMs, customerId, from); !ran) return ran.error();
    QList<Sum> sums;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return sums;
        sums.append({QDateTime::fromMSecsSinceEpoch(select.value(0).toLongLong() * quarterMs, Qt::UTC),
                     classOf(select.value(1)), select.value(2).toInt(), select.value(3).toLongLong(),
                     Decimal{select.value(4).toLongLong()}});
    }
}

Result<QList<CallRecord>> CallTable::olderThan(const QString &customerId, const QDateTime &before,
                                               const QDateTime &afterTime, const QString &afterId, int limit) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT call_id, caller, destination, class, started_at, seconds, cost, rate_prefix"
                                    " FROM calls WHERE customer_id = ? AND started_at >= ? AND started_at < ?"
                                    " AND (started_at > ? OR call_id > ?) ORDER BY started_at, call_id LIMIT ?"),
                     reading);
    const QDateTime from = afterTime.isValid() ? afterTime : QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    if (Result<void> ran = select.run(customerId, from, before, from, afterId, limit); !ran) return ran.error();
    QList<CallRecord> calls;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return calls;
        calls.append(callOf(select));
    }
}

Result<void> CallTable::remove(const QString &customerId, const QString &callId)
{
    Statement remove(m_connection, QStringLiteral("DELETE FROM calls WHERE customer_id = ? AND call_id = ?"),
                     QStringLiteral("purge the calls"));
    return remove.run(customerId, callId);
}

Result<void> CallTable::each(const QString &customerId, const QDateTime &from,
                             const std::function<bool(const CallRecord &)> &take) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT call_id, caller, destination, class, started_at, seconds, cost, rate_prefix"
                                    " FROM calls WHERE customer_id = ? AND started_at >= ?"
                                    " ORDER BY started_at, call_id"),
                     reading);
    if (Result<void> ran = select.run(customerId, from); !ran) return ran;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return {};
        if (!take(callOf(select))) return {};
    }
}

Result<CallTable::Page> CallTable::page(const QString &customerId, const CallFilter &filter,
                                        const std::optional<Place> &after, int limit) const
{
    QString sql = QStringLiteral(
        "SELECT call_id, caller, destination, class, started_at, seconds, cost, rate_prefix"
        " FROM calls WHERE customer_id = ?");
    QVariantList values{customerId};
    const auto also = [&](const char *condition, const QVariantList &bound) {
        sql += QLatin1String(condition);
        values += bound;
    };
    if (filter.from.isValid()) also(" AND started_at >= ?", {toColumn(filter.from)});
    if (filter.until.isValid()) also(" AND started_at < ?", {toColumn(filter.until)});
    if (!filter.number.isEmpty()) also(" AND (caller = ? OR destination = ?)", {filter.number, filter.number});
    if (filter.callClass) also(" AND class = ?", {static_cast<int>(*filter.callClass)});
    if (after) {
        const QVariant at = toColumn(after->startedAt);
        // The first condition alone would do for the answer; the index needs the second one.
        also(" AND (started_at < ? OR (started_at = ? AND call_id < ?)) AND started_at <= ?",
             {at, at, after->callId, at});
    }
    also(" ORDER BY started_at DESC, call_id DESC LIMIT ?", {limit + 1});
    Statement select(m_connection, sql, reading);
    if (Result<void> ran = select.runList(values); !ran) return ran.error();
    Page page;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return page;
        if (page.calls.size() == limit) {
            page.more = true;
            return page;
        }
        page.calls.append(callOf(select));
    }
}

Result<qint64> CallTable::unpriced(const QString &customerId, const QDateTime &from) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT COUNT(*) FROM calls WHERE customer_id = ? AND started_at >= ?"
                                    " AND rate_prefix = '' AND seconds > 0 AND class NOT IN (?, ?, ?)"),
                     reading);
    if (Result<void> ran = select.run(customerId, from, static_cast<int>(CallClass::Emergency),
                                      static_cast<int>(CallClass::Freephone), static_cast<int>(CallClass::Extension));
        !ran)
        return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    return *row ? select.value(0).toLongLong() : 0;
}

}  // namespace lw::server
