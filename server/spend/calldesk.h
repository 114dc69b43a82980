// SPDX-License-Identifier: GPL-3.0-or-later
// May this call be made, and for how long? What rules bar is asked of Call Guard, what limits allow is reserved here,
// so that calls at the same time cannot overspend together. Finished calls are priced and counted.
#pragma once

#include "server/spend/spendlevels.h"
#include "server/spend/spendservice.h"

#include <vector>

namespace lw::server {

/// What became of one of several calls.
struct CallFate {
    enum class State : quint8 {
        Accepted,
        Known,      ///< reported before
        Different,  ///< its callId was reported before, with another call
        Refused     ///< it cannot be counted
    };
    State state = State::Accepted;
    Error why;  ///< Different and Refused; the field is that of protocol::FinishedCall
};

class CallDesk {
  public:
    /// Neither calls of the future nor older ones are counted.
    static constexpr int recordDaysMost = 400;

    /// All must outlive it.
    CallDesk(Database &database, const Clock &clock, AuditLog &audit, CallGuardService &guard, SpendFactsCache &facts);

    /// A refusal is an event, durable before the answer; so is a reservation. A caller that is no number of the
    /// customer's inherits everything, and only emergency calls pass. The callId of a call that runs renews what is
    /// reserved for it.
    Result<protocol::CallAnswer> decide(const GuardAuthor &author, const protocol::CallQuestion &question);

    /// All or none. Errc::InvalidInput names "records[3].destination"; Errc::Conflict: its callId was reported with
    /// another call.
    Result<protocol::RecordsTaken> record(const GuardAuthor &author, const QList<protocol::FinishedCall> &calls);

    /// The same for calls that nobody can correct any more: each by itself, and those that can be counted together in
    /// one transaction. In the order of `calls`.
    Result<QList<CallFate>> recordEach(const GuardAuthor &author, const QList<protocol::FinishedCall> &calls);

    /// Forgets reservations that no record settled; how many.
    Result<int> expireReservations();

  private:
    struct Asked;
    struct Judged;
    enum class Keep : quint8 { AllOrNone, WhatIsGood };
    Result<QList<CallFate>> store(const QString &customerId, const SpendFacts &facts, std::vector<Judged> calls,
                                  Keep keep);
    std::vector<Judged> judged(const SpendFacts &facts, const QList<protocol::FinishedCall> &calls) const;
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
