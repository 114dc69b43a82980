// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of "numbers" and "callguard" share.
#pragma once

#include "app/linewardenctl/arguments.h"
#include "core/domain/callguard.h"

namespace lw::ctl {

/// Each names classes and prefixes. What is no prefix stays as it was typed, for the back end to refuse by its place.
void applyRules(BarringRules &rules, const Arguments &parsed);

/// Actions of "numbers" that stand in numberfiles.cpp.
int importNumbers(const QStringList &arguments);
int exportNumbers(const QStringList &arguments);

}  // namespace lw::ctl
