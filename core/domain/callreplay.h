// SPDX-License-Identifier: GPL-3.0-or-later
// What would have become of past calls with other settings.
#pragma once

#include "core/domain/spend.h"

namespace lw {

struct ReplayedCall {
    CallRecord call;
    BarringReason reason = BarringReason::Passes;  ///< LimitReached as well for one that would have been cut
    RuleOrigin origin = RuleOrigin::None;
    QString rule;
    int secondsKept = 0;  ///< 0: it would have been refused
    Decimal saved;
    bool operator==(const ReplayedCall &) const = default;
};

struct CallReplayVerdict {
    qint64 calls = 0;
    qint64 refused = 0;
    qint64 cut = 0;
    Decimal spent;                 ///< by the records
    Decimal saved;                 ///< of it, by refusing and cutting
    QDateTime firstBreach;         ///< UTC: when a limit was first used up; invalid: never
    QString firstBreachNumber;     ///< empty: the customer's limit
    QList<ReplayedCall> affected;  ///< the dearest first, at most `mostListed`
    bool operator==(const CallReplayVerdict &) const = default;
};

}  // namespace lw
