// SPDX-License-Identifier: GPL-3.0-or-later
// The report "Call Guard and spend": the company's rules, what numbers set themselves, limits and raises, what is used
// of them, and what calls cost; with what a reviewer should look at.
// Source: seeds (opt-in and opt-out of numbers, daily and weekly spend limits); domain.md (Call Guard; Spend).
#pragma once

#include "core/domain/callguard.h"
#include "core/domain/spend.h"
#include "core/protocol/spend.h"
#include "core/report/reportcontent.h"

namespace lw::report {

/// As the back end last answered.
struct CallSpendFacts {
    GuardSettings guard;
    QList<GuardedNumber> numbers;
    SpendSettings spend;
    protocol::SpendOverview overview;
    QList<TemporaryRaise> raises;
    QList<protocol::SpendDay> history;
    QString timeZone;  ///< the customer's: hours and days are of it
};

/// Raises are judged at scope.exportedAt. Part by part: rules, numbers, limits, raises, use, cost by class.
ReportContent callSpend(const ReportScope &scope, const CallSpendFacts &facts);

}  // namespace lw::report
