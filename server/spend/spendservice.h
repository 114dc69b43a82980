// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer may spend: settings, raises, the rate deck, resets, and how things stand. Every change is an event
// with before and after.
#pragma once

#include "core/import/ratedeckfile.h"
#include "core/protocol/callreplay.h"
#include "core/protocol/spend.h"
#include "server/callguard/callguardservice.h"
#include "server/spend/spendfacts.h"
#include "server/store/auditlog.h"

#include <functional>

namespace lw::server {

class SpendService {
  public:
    /// All must outlive it.
    SpendService(Database &database, const Clock &clock, AuditLog &audit, SpendFactsCache &facts);

    Result<SpendSettings> settings(const QString &customerId) const;
    using CheckSettings = std::function<Result<void>(const SpendSettings &present)>;
    Result<SpendSettings> setSettings(const GuardAuthor &author, SpendSettings settings, const CheckSettings &check);

    /// Those that have not ended.
    Result<QList<TemporaryRaise>> raises(const QString &customerId) const;
    using AlsoStoreRaise = std::function<Result<void>(const Transaction &, const TemporaryRaise &)>;
    Result<TemporaryRaise> raise(const GuardAuthor &author, TemporaryRaise raise, const AlsoStoreRaise &alsoStore);
    Result<void> endRaise(const GuardAuthor &author, const QString &id);

    Result<policy::RateDeck> deck(const QString &customerId) const;
    using CheckDeck = std::function<Result<void>(const policy::RateDeck &present)>;
    /// A deck without rates removes the present one. Errc::Conflict: its currency is not the customer's.
    Result<void> setDeck(const GuardAuthor &author, const policy::RateDeck &deck, const CheckDeck &check);

    using AlsoStoreUsage = std::function<Result<void>(const Transaction &, const SpendUsage &)>;
    /// Errc::Conflict: nothing is spent in the period.
    Result<SpendUsage> reset(const GuardAuthor &author, const protocol::SpendReset &wish,
                             const AlsoStoreUsage &alsoStore);

    Result<protocol::SpendOverview> overview(const QString &customerId);
    /// `days` local days up to and with today.
    Result<QList<protocol::SpendDay>> history(const QString &customerId, int days);

    /// What would have become of the calls of these days; `stop` is asked at each call.
    Result<protocol::ReplayAnswer> replay(const QString &customerId, const protocol::ReplayWish &wish,
                                          const GuardFacts &guard, const std::function<bool()> &stop);

  private:
    Result<void> record(const Transaction &transaction, const GuardAuthor &author, EventKind kind,
                        const ObjectRef &object, const QString &reason, QJsonObject before, QJsonObject after);

    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
    SpendFactsCache &m_facts;
};

}  // namespace lw::server
