// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/spend/spendfacts.h"

#include "core/policy/spendperiod.h"
#include "core/policy/spendrules.h"
#include "core/protocol/spend.h"
#include "server/store/customertable.h"
#include "server/store/raisetable.h"
#include "server/store/ratetable.h"
#include "server/store/spendsettingstable.h"

namespace lw::server {

SpendUsage SpendFacts::period(const QString &number, SpendPeriod period, const QDateTime &at,
                              const QDateTime &now) const
{
    const policy::PeriodSpan span = policy::periodAt(period, at, zone);
    SpendUsage usage;
    usage.number = number;
    usage.period = period;
    usage.start = span.start;
    usage.end = span.end;
    usage.limit = policy::limitInForce(number, period, settings, raises, now);
    return usage;
}

std::array<SpendUsage, 4> SpendFacts::periods(const QString &number, const QDateTime &at, const QDateTime &now) const
{
    return {period(number, SpendPeriod::Day, at, now), period(number, SpendPeriod::Week, at, now),
            period({}, SpendPeriod::Day, at, now), period({}, SpendPeriod::Week, at, now)};
}

Result<SpendSettings> SpendFactsCache::settingsOf(const QSqlDatabase &connection, const QString &customerId)
{
    const Result<QByteArray> json = SpendSettingsTable(connection).of(customerId);
    if (!json) return json.error();
    if (json->isEmpty()) return SpendSettings();
    Result<SpendSettings> settings = protocol::spendSettingsFromJson(*json);
    if (!settings) return makeError(Errc::Corrupt, QStringLiteral("The spend limits cannot be read."));
    return settings;
}

Result<std::shared_ptr<const SpendFacts>> SpendFactsCache::of(const QString &customerId)
{
    quint64 generation = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto kept = m_kept.value(customerId)) return kept;
        generation = m_generation;
    }
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<Customer> customer = CustomerTable(*connection).byId(customerId);
    if (!customer) return customer.error();
    Result<SpendSettings> settings = settingsOf(*connection, customerId);
    if (!settings) return settings.error();
    Result<QList<TemporaryRaise>> raises = RaiseTable(*connection).notEnded(customerId, m_clock.nowUtc());
    if (!raises) return raises.error();
    Result<StoredDeck> deck = RateTable(*connection).deck(customerId);
    if (!deck) return deck.error();
    const QTimeZone zone(customer->timeZone.toLatin1());
    auto fresh = std::make_shared<SpendFacts>(SpendFacts{
        std::move(*settings), std::move(*raises), policy::RateDeck(std::move(deck->currency), std::move(deck->rates)),
        zone.isValid() ? zone : QTimeZone::utc()});
    const std::lock_guard lock(m_mutex);
    if (generation == m_generation) m_kept.insert(customerId, fresh);
    return std::shared_ptr<const SpendFacts>(std::move(fresh));
}

void SpendFactsCache::forget(const Transaction &transaction, const QString &customerId)
{
    transaction.afterCommit([this, customerId] {
        const std::lock_guard lock(m_mutex);
        ++m_generation;
        m_kept.remove(customerId);
    });
}

}  // namespace lw::server
