// SPDX-License-Identifier: GPL-3.0-or-later
// Ordinary days: people come, sign in, mistype, go to lunch, work from home; their phones register.
#pragma once

#include "server/demo/demohistory.h"

namespace lw::server {

void addOfficeDays(DemoHistory &history, const std::vector<DemoPerson> &people);
void addPhones(DemoHistory &history, const std::vector<DemoPerson> &people);

}  // namespace lw::server
