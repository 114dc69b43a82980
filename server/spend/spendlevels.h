// SPDX-License-Identifier: GPL-3.0-or-later
// Tells of warning levels, each once a period: an event, and a mail to each person who may see what is spent.
// Source: domain.md (one warning per level and period, not one per call).
#pragma once

#include "server/spend/spendfacts.h"
#include "server/store/auditlog.h"

namespace lw::server {

class SpendLevels {
  public:
    /// All must outlive it.
    SpendLevels(const Clock &clock, AuditLog &audit) : m_clock(clock), m_audit(audit) {}

    /// The levels that `usage` has reached and that were not told of.
    Result<void> reached(const Transaction &transaction, const QString &customerId, const SpendUsage &usage,
                         const SpendFacts &facts);
    /// A call was refused because nothing is left: the level of 100 percent, where there is one.
    Result<void> usedUp(const Transaction &transaction, const QString &customerId, const SpendUsage &usage,
                        const SpendFacts &facts);

  private:
    Result<void> tell(const Transaction &transaction, const QString &customerId, const SpendUsage &usage,
                      const SpendFacts &facts, int level);
    const Clock &m_clock;
    AuditLog &m_audit;
};

}  // namespace lw::server
