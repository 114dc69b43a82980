// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for one number, in the detail panel: grouped by what happens and by whose setting it is.
#pragma once

#include "core/policy/barring.h"

namespace lw::ui {

class DetailPanel;

/// Adds a section for each group that has something in it, the number's own settings first.
void addBarring(DetailPanel &panel, const policy::EffectiveBarring &in);

}  // namespace lw::ui
