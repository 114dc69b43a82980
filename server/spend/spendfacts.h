// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a customer's money: settings, raises and deck, read once and kept until something changes.
#pragma once

#include "core/domain/spend.h"
#include "core/policy/ratedeck.h"
#include "core/util/clock.h"
#include "server/store/transaction.h"

#include <QHash>
#include <QTimeZone>

#include <array>
#include <memory>
#include <mutex>

namespace lw::server {

struct SpendFacts {
    SpendSettings settings;
    QList<TemporaryRaise> raises;  ///< that had not ended when it was read
    policy::RateDeck deck;
    QTimeZone zone;

    /// A usage of the period around `at`, with its limit as it is at `now`; nothing else of it is filled.
    SpendUsage period(const QString &number, SpendPeriod period, const QDateTime &at, const QDateTime &now) const;
    /// Day and week of the number and of the customer.
    std::array<SpendUsage, 4> periods(const QString &number, const QDateTime &at, const QDateTime &now) const;
};

class SpendFactsCache {
  public:
    SpendFactsCache(Database &database, const Clock &clock) : m_database(database), m_clock(clock) {}

    Result<std::shared_ptr<const SpendFacts>> of(const QString &customerId);
    /// After the commit of `transaction` what is kept of the customer counts no more.
    void forget(const Transaction &transaction, const QString &customerId);

    static Result<SpendSettings> settingsOf(const QSqlDatabase &connection, const QString &customerId);

  private:
    Database &m_database;
    const Clock &m_clock;
    std::mutex m_mutex;
    QHash<QString, std::shared_ptr<const SpendFacts>> m_kept;
    quint64 m_generation = 0;
};

}  // namespace lw::server
