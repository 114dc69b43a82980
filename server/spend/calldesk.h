// SPDX-License-Identifier: GPL-3.0-or-later
// May this call be made, and for how long? What rules bar is asked of Call Guard, what limits allow is reserved here,
// so that calls at the same time cannot overspend together. Finished calls are priced and counted.
#pragma once

#include "server/spend/spendlevels.h"
#include "server/spend/spendservice.h"

namespace lw::server {

class CallDesk {
  public:
    /// All must outlive it.
    CallDesk(Database &database, const Clock &clock, AuditLog &audit, CallGuardService &guard, SpendFactsCache &facts);

    /// A refusal is an event, durable before the answer; so is a reservation. A caller that is no number of the
    /// customer's inherits everything, and only emergency calls pass. The callId of a call that runs renews what is
    /// reserved for it.
    Result<protocol::CallAnswer> decide(const GuardAuthor &author, const protocol::CallQuestion &question);

    /// All or none. Errc::InvalidInput names "records[3].destination"; Errc::Conflict: its callId was reported with
    /// another call.
    Result<protocol::RecordsTaken> record(const GuardAuthor &author, const QList<protocol::FinishedCall> &calls);

    /// Forgets reservations that no record settled; how many.
    Result<int> expireReservations();

  private:
    struct Asked;
    Result<protocol::CallAnswer> refuse(const GuardAuthor &author, const Asked &asked, protocol::CallAnswer answer,
                                        const Transaction *transaction);
    Result<protocol::CallAnswer> reserve(const GuardAuthor &author, const Asked &asked, protocol::CallAnswer answer,
                                         const SpendFacts &facts, const Rate &rate, std::array<SpendUsage, 4> usages);

    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
    CallGuardService &m_guard;
    SpendFactsCache &m_facts;
    SpendLevels m_levels;
};

}  // namespace lw::server
