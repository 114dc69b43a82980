// SPDX-License-Identifier: GPL-3.0-or-later
// "What if": stored calls judged again with proposed settings. One million calls in under two seconds of CPU.
#pragma once

#include "core/domain/spend.h"
#include "core/policy/calldecision.h"

#include <functional>
#include <span>

namespace lw::policy {

struct ReplaySettings {
    GuardSettings guard;
    SpendSettings spend;
    QList<GuardedNumber> numbers;
    QList<TemporaryRaise> raises;
    RateDeck deck;
    QTimeZone zone;
};

struct ReplayedCall {
    CallRecord call;
    CallReason reason = CallReason::Allowed;
    int secondsKept = 0;  ///< of a call that would have been cut: so many would have been spoken
    Decimal saved;
};

struct CallReplayVerdict {
    qint64 calls = 0;
    qint64 refused = 0;
    qint64 cut = 0;
    Decimal spent;                      ///< by the records
    Decimal saved;                      ///< what the refused and the cut ones cost
    std::array<qint64, 14> byReason{};  ///< indexed by CallReason
    QDateTime firstBreach;              ///< UTC: when a limit was first reached; invalid: never
    QString firstBreachNumber;          ///< empty: the customer's limit
    QList<ReplayedCall> affected;       ///< the dearest first, at most `mostListed`
};

/// `next` gives the calls in the order of their start, false at the end. `cancelled` is asked now and then.
CallReplayVerdict replayCalls(const ReplaySettings &settings, const std::function<bool(CallRecord &)> &next,
                              qsizetype mostListed = 1000, const std::function<bool()> &cancelled = {});

}  // namespace lw::policy
