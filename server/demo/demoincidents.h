// SPDX-License-Identifier: GPL-3.0-or-later
// What makes a log worth reading: people who lock themselves out, a burst of credential stuffing, scanners, leavers,
// refusals, and those who read the log.
#pragma once

#include "server/demo/demohistory.h"

namespace lw::server {

/// Decides who has left, who has changed duties, and who never comes; before anything else is made up.
void chooseLeavers(DemoHistory &history, std::vector<DemoPerson> &people);
/// Adds the incidents; one person ends up locked at the end of the history.
/// People who are signed in when the history ends, whatever the time of day, and those who were when they left.
void addLateSessions(DemoHistory &history, std::vector<DemoPerson> &people);
void addIncidents(DemoHistory &history, std::vector<DemoPerson> &people);

}  // namespace lw::server
