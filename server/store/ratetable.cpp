// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/ratetable.h"

#include "server/store/statement.h"

namespace lw::server {

namespace {

const auto reading = QStringLiteral("read the rate deck");
const auto changing = QStringLiteral("change the rate deck");

}  // namespace

Result<StoredDeck> RateTable::deck(const QString &customerId) const
{
    Statement head(m_connection, QStringLiteral("SELECT currency FROM rate_decks WHERE customer_id = ?"), reading);
    if (Result<void> ran = head.run(customerId); !ran) return ran.error();
    const Result<bool> there = head.next();
    if (!there) return there.error();
    if (!*there) return StoredDeck();
    const QString currency = head.value(0).toString();
    Statement select(m_connection,
                     QStringLiteral("SELECT prefix, name, price, fee, first_seconds, next_seconds, valid_from"
                                    " FROM rates WHERE customer_id = ?"),
                     reading);
    if (Result<void> ran = select.run(customerId); !ran) return ran.error();
    std::vector<Rate> rates;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return StoredDeck{currency, std::move(rates)};
        // 0 stands for always: a key has no NULL.
        const qint64 from = select.value(6).toLongLong();
        rates.push_back({select.value(0).toString(), select.value(1).toString(), Decimal{select.value(2).toLongLong()},
                         Decimal{select.value(3).toLongLong()}, select.value(4).toInt(), select.value(5).toInt(),
                         from == 0 ? QDateTime() : instantOf(select.value(6))});
    }
}

Result<void> RateTable::replace(const QString &customerId, const QString &currency, const std::vector<Rate> &rates,
                                const QString &by, const QDateTime &now)
{
    Statement eraseRates(m_connection, QStringLiteral("DELETE FROM rates WHERE customer_id = ?"), changing);
    if (Result<void> ran = eraseRates.run(customerId); !ran) return ran;
    Statement eraseDeck(m_connection, QStringLiteral("DELETE FROM rate_decks WHERE customer_id = ?"), changing);
    if (Result<void> ran = eraseDeck.run(customerId); !ran || rates.empty()) return ran;
    Statement head(m_connection,
                   QStringLiteral("INSERT INTO rate_decks (customer_id, currency, uploaded_at, uploaded_by)"
                                  " VALUES (?, ?, ?, ?)"),
                   changing);
    if (Result<void> ran = head.run(customerId, currency, now, by); !ran) return ran;
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO rates (customer_id, prefix, valid_from, name, price, fee,"
                                    " first_seconds, next_seconds) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                     changing);
    for (const Rate &rate : rates) {
        const qint64 from = rate.validFrom.isValid() ? rate.validFrom.toMSecsSinceEpoch() : 0;
        if (Result<void> ran = insert.run(customerId, rate.prefix, from, rate.name, rate.pricePerMinute.millionths,
                                          rate.connectionFee.millionths, rate.firstIncrement, rate.nextIncrement);
            !ran)
            return ran;
    }
    return {};
}

}  // namespace lw::server
