// SPDX-License-Identifier: GPL-3.0-or-later
// Words for rules, limits and amounts of calls in reports.
#pragma once

#include "core/domain/callguard.h"
#include "core/domain/spend.h"

#include <QString>

namespace lw::report {

QString callClassTitle(CallClass callClass);  ///< "Premium numbers (09)"
QString barredWords(bool barred);             ///< "Barred"; "Let through"
QString guardStateWords(bool guarded);        ///< "On"; "Opted out"
QString originWords(RuleOrigin origin);       ///< "Number", "Company"
/// "08:00–18:00: Mon, Tue", one span after the other; "Never".
QString callHoursWords(const QList<CallHours> &hours);
/// Exact, with two places at least: "12.50", "0.0123".
QString amountWords(Decimal amount);
QString amountWords(const std::optional<Decimal> &amount);  ///< empty when there is none

}  // namespace lw::report
