// SPDX-License-Identifier: GPL-3.0-or-later
// The table calls: finished ones, as their switch reported them, with what they cost. Costs are millionths of the
// customer's currency.
#pragma once

#include "core/domain/spend.h"
#include "core/util/result.h"

#include <QSqlDatabase>

#include <functional>
#include <optional>

namespace lw::server {

class CallTable {
  public:
    explicit CallTable(const QSqlDatabase &connection) : m_connection(connection) {}

    /// nullopt: it was never reported.
    Result<std::optional<CallRecord>> find(const QString &customerId, const QString &callId) const;
    Result<void> insert(const QString &customerId, const CallRecord &call);

    /// Sums of quarters of an hour, by their start: every zone's days consist of them.
    struct Sum {
        QDateTime quarter;  ///< UTC
        CallClass callClass = CallClass::Invalid;
        int calls = 0;
        qint64 seconds = 0;
        Decimal cost;
    };
    Result<QList<Sum>> sums(const QString &customerId, const QDateTime &from) const;
    /// In the order of their start, from `from` on; until `take` answers false.
    Result<void> each(const QString &customerId, const QDateTime &from,
                      const std::function<bool(const CallRecord &)> &take) const;
    /// Calls of before `before` after the one named, in the order of their start; at most `limit`. An invalid
    /// `afterTime`: from the first.
    Result<QList<CallRecord>> olderThan(const QString &customerId, const QDateTime &before, const QDateTime &afterTime,
                                        const QString &afterId, int limit) const;
    Result<void> remove(const QString &customerId, const QString &callId);
    /// Where a page ends: the last call of it.
    struct Place {
        QDateTime startedAt;
        QString callId;
    };
    struct Page {
        QList<CallRecord> calls;
        bool more = false;
    };
    /// The newest first, at most `limit`; `after` nullopt: from the newest.
    Result<Page> page(const QString &customerId, const CallFilter &filter, const std::optional<Place> &after,
                      int limit) const;
    /// Calls that could cost something and that no rate priced.
    Result<qint64> unpriced(const QString &customerId, const QDateTime &from) const;

  private:
    QSqlDatabase m_connection;
};

}  // namespace lw::server
