// SPDX-License-Identifier: GPL-3.0-or-later
// Call Guard in the words of a person.
#pragma once

#include "core/policy/barring.h"
#include "core/policy/numberclass.h"
#include "ui/common/tokens.h"

#include <QString>

namespace lw::ui {

/// "Premium numbers (09)", "International calls": a line of its own.
QString classWords(CallClass callClass);
/// "follows the company", "opted in", "opted out".
QString guardWords(GuardState guard);
/// "Barred: premium numbers are barred for all numbers of the company." `problem`: of a number that cannot be read.
QString verdictWords(const policy::BarringVerdict &verdict, const QString &problem);
Tone verdictTone(const policy::BarringVerdict &verdict);
/// "Mon to Fri 08:00–18:00": spans of days that follow one another and are alike are told together.
QString hoursWords(const QList<CallHours> &hours);
/// "premium, personal …; 2 prefixes; hours": what a number or the company sets, short; empty: nothing.
QString rulesWords(const BarringRules &rules);

}  // namespace lw::ui
