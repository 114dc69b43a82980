// SPDX-License-Identifier: GPL-3.0-or-later
// "What if": stored calls judged again with proposed settings, by the code that decides on calls. Differences to the
// night itself: a call's cost counts when it begins, and what others of the same moment had reserved is not known any
// more.
#pragma once

#include "core/domain/callreplay.h"
#include "core/policy/barring.h"
#include "core/policy/ratedeck.h"

#include <QTimeZone>

#include <memory>

namespace lw::policy {

struct ReplaySettings {
    GuardSettings guard;
    SpendSettings spend;
    QList<GuardedNumber> numbers;
    RateDeck deck;
    QTimeZone zone;
    QDateTime from;   ///< UTC: of the first call
    QDateTime until;  ///< UTC: of the last
};

/// Takes the calls in the order of their start. At least a million a second on one core.
class CallReplay {
  public:
    explicit CallReplay(ReplaySettings settings, qsizetype mostListed = 100);
    ~CallReplay();
    void judge(const CallRecord &call);
    const CallReplayVerdict &verdict() const;

  private:
    class Judge;
    std::unique_ptr<Judge> m_judge;
};

}  // namespace lw::policy
