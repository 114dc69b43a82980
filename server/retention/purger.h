// SPDX-License-Identifier: GPL-3.0-or-later
// Carries purges and erasures out: when they are due, in small transactions, going on after a restart where it was.
// Of an entry of the log the content goes and the hash stays; a finished call goes whole.
#pragma once

#include "core/util/clock.h"
#include "server/retention/purgejudge.h"
#include "server/store/auditlog.h"
#include "server/store/purgetable.h"

#include <chrono>

namespace lw::server {

class Purger {
  public:
    /// All must outlive it.
    Purger(Database &database, const Clock &clock, AuditLog &audit);

    /// Begins what the rules say is due, and goes on with what has begun for about so long.
    Result<void> round(std::chrono::milliseconds budget = std::chrono::seconds(2));

    /// Begins a run in the caller's transaction; the rounds carry it out. With `person` an erasure.
    static Result<PurgeRun> begin(const Transaction &transaction, const QString &customerId, PurgeCause cause,
                                  const QString &login, const RetentionRules &rules, const QDateTime &now,
                                  const std::optional<ErasedPerson> &person = std::nullopt);

    /// How many entries one transaction looks at.
    static constexpr int batch = 1'000;

  private:
    Result<void> beginDue();
    /// One batch of a run; true: it goes on.
    Result<bool> step(const QString &runId);
    Result<void> purgeLeaves(const Transaction &transaction, PurgeWork &work, PurgeJudge &judge);
    Result<void> purgeCalls(const Transaction &transaction, PurgeWork &work, PurgeJudge &judge);
    Result<void> finish(const Transaction &transaction, PurgeWork &work);

    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
};

}  // namespace lw::server
