// SPDX-License-Identifier: GPL-3.0-or-later
// When the demo's people last changed their passwords: ages of every state, and the events of those changes that fall
// into the history.
#pragma once

#include "server/demo/demohistory.h"

namespace lw::server {

/// Sets passwordChangedAt and exemptions, and adds the changes with the sessions in which they were made.
void addPasswordChanges(DemoHistory &history, std::vector<DemoPerson> &people);

}  // namespace lw::server
