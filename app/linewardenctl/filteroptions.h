// SPDX-License-Identifier: GPL-3.0-or-later
// The filter of "log" and "report" from their options and words.
#pragma once

#include "app/linewardenctl/arguments.h"
#include "core/loginlog/filterlanguage.h"

namespace lw::ctl {

/// --zone; adds it to a command's options with filterOptions().
void filterOptions(Arguments &arguments);
Result<QTimeZone> chosenZone(const Arguments &arguments);

/// `text` in the filter language.
Result<EventFilter> filterOf(const QString &text, const QTimeZone &zone);

}  // namespace lw::ctl
