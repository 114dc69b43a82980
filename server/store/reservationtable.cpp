// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/reservationtable.h"

#include "server/store/statement.h"

namespace lw::server {

namespace {
const auto reading = QStringLiteral("read what running calls may cost");
}

Result<std::optional<Reservation>> ReservationTable::find(const QString &customerId, const QString &callId,
                                                          const QDateTime &now) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT caller, amount, made_at, expires_at FROM reservations"
                                    " WHERE customer_id = ? AND call_id = ? AND expires_at > ?"),
                     reading);
    if (Result<void> ran = select.run(customerId, callId, now); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    if (!*row) return std::optional<Reservation>();
    return std::optional(Reservation{callId, select.value(0).toString(), Decimal{select.value(1).toLongLong()},
                                     instantOf(select.value(2)), instantOf(select.value(3))});
}

Result<QHash<QString, Decimal>> ReservationTable::sums(const QString &customerId, const QString &butCallId,
                                                       const QDateTime &now) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT caller, SUM(amount) FROM reservations"
                                    " WHERE customer_id = ? AND expires_at > ? AND call_id <> ? GROUP BY caller"),
                     reading);
    if (Result<void> ran = select.run(customerId, now, butCallId); !ran) return ran.error();
    QHash<QString, Decimal> sums;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return sums;
        const Decimal amount{select.value(1).toLongLong()};
        sums[select.value(0).toString()] += amount;
        sums[QString()] += amount;
    }
}

Result<Decimal> ReservationTable::sum(const QString &customerId, const QString &number, const QString &butCallId,
                                      const QDateTime &now) const
{
    const auto all = QStringLiteral(
        "SELECT COALESCE(SUM(amount), 0) FROM reservations"
        " WHERE customer_id = ? AND expires_at > ? AND call_id <> ?");
    Statement select(m_connection, number.isEmpty() ? all : all + QStringLiteral(" AND caller = ?"), reading);
    const Result<void> ran =
        number.isEmpty() ? select.run(customerId, now, butCallId) : select.run(customerId, now, butCallId, number);
    if (!ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    return Decimal{*row ? select.value(0).toLongLong() : 0};
}

Result<void> ReservationTable::set(const QString &customerId, const Reservation &reservation)
{
    Statement store(m_connection,
                    QStringLiteral("INSERT INTO reservations (customer_id, call_id, caller, amount, made_at,"
                                   " expires_at) VALUES (?, ?, ?, ?, ?, ?)"
                                   " ON CONFLICT (customer_id, call_id) DO UPDATE SET caller = excluded.caller,"
                                   " amount = excluded.amount, made_at = excluded.made_at,"
                                   " expires_at = excluded.expires_at"),
                    QStringLiteral("reserve for the call"));
    return store.run(customerId, reservation.callId, reservation.caller, reservation.amount.millionths,
                     reservation.madeAt, reservation.expiresAt);
}

Result<void> ReservationTable::remove(const QString &customerId, const QString &callId)
{
    Statement erase(m_connection, QStringLiteral("DELETE FROM reservations WHERE customer_id = ? AND call_id = ?"),
                    QStringLiteral("settle the call"));
    return erase.run(customerId, callId);
}

Result<bool> ReservationTable::anyExpired(const QDateTime &now) const
{
    Statement select(m_connection, QStringLiteral("SELECT 1 FROM reservations WHERE expires_at <= ? LIMIT 1"),
                     QStringLiteral("look for expired reservations"));
    if (Result<void> ran = select.run(now); !ran) return ran.error();
    return select.next();
}

Result<int> ReservationTable::removeExpired(const QDateTime &now)
{
    Statement erase(m_connection, QStringLiteral("DELETE FROM reservations WHERE expires_at <= ?"),
                    QStringLiteral("forget expired reservations"));
    if (Result<void> ran = erase.run(now); !ran) return ran.error();
    return erase.rowsChanged();
}

}  // namespace lw::server
