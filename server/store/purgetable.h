// SPDX-License-Identifier: GPL-3.0-or-later
// The tables purge_runs and purged_leaves: the walks that purge, how far each has come, and which leaves lost their
// content.
#pragma once

#include "core/domain/retention.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QSqlDatabase>

#include <optional>
#include <span>

namespace lw::server {

/// A run and where it stands, so that it goes on after a restart.
struct PurgeWork {
    PurgeRun run;
    QString customerId;
    quint64 logSize = 0;  ///< leaves before this one are looked at
    quint64 nextLeaf = 0;
    bool callsDone = false;
    QDateTime lastCallAt;  ///< the call that was looked at last
    QString lastCallId;
    QStringList subjectTexts;  ///< of an erasure: by what an entry names the person; gone when it is finished
    QString subjectLogin;
};

class PurgeTable {
  public:
    explicit PurgeTable(const QSqlDatabase &connection) : m_connection(connection) {}

    Result<void> insert(const PurgeWork &work);
    Result<void> update(const PurgeWork &work);
    /// Of all customers, the oldest first.
    Result<QList<PurgeWork>> unfinished(int limit) const;
    /// One that is not finished; nullopt: it is, or there is none.
    Result<std::optional<PurgeWork>> open(const QString &runId) const;
    /// By the rules, not of erasures: whether one runs, and when the last began.
    struct Last {
        bool running = false;
        QDateTime startedAt;  ///< invalid: none yet
    };
    Result<Last> lastByRules(const QString &customerId) const;

    /// The newest first.
    Result<QList<PurgeRun>> runs(const QString &customerId, int limit) const;

    /// Writes down that these leaves went; ascending.
    Result<void> addPurged(qint64 logId, std::span<const quint64> indexes);
    /// Those after `number`, in their order.
    Result<QList<PurgedRange>> purgedAfter(qint64 logId, qint64 number, int limit) const;

  private:
    Result<QList<PurgeWork>> select(const QString &rest, const QVariantList &values) const;
    QSqlDatabase m_connection;
};

}  // namespace lw::server
