// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts and limits in the words of a person.
#pragma once

#include "core/protocol/callreplay.h"
#include "ui/common/tokens.h"

#include <QString>
#include <QTimeZone>

namespace lw::ui {

/// "GBP 1,204.50": two places, rounded half up.
QString moneyText(Decimal amount, const QString &currency);
/// The same without the currency, for columns whose page names it.
QString amountText(Decimal amount);
/// "today", "this week".
QString periodWords(SpendPeriod period);
/// Good below every warning, Warning from the first level on, Bad at the limit.
Tone usageTone(const SpendUsage &usage, const SpendSettings &settings);
/// "8 % of GBP 200.00 · at this pace reached today at 19:40", "no limit".
QString usageWords(const SpendUsage &usage, const QString &currency, const QDateTime &now, const QTimeZone &zone);

/// What other limits would have done: "Of 7,423 calls of the last 90 days, 12 would have been refused …".
QString replayWords(const protocol::ReplayAnswer &answer, const QTimeZone &zone);

}  // namespace lw::ui
