// SPDX-License-Identifier: GPL-3.0-or-later
// What the actions of "departures" share.
#pragma once

#include "app/linewardenctl/adminsession.h"

namespace lw::ctl {

void giveDepartures(const QList<Departure> &cases, const Output &output);
void giveProof(const Departure &departure, const Output &output);

/// Asks, opens all of them, and says what became of it; gives the exit code.
int openDepartures(AdminSession &admin, const Arguments &arguments, const QList<protocol::NewDeparture> &cases,
                   const Output &output);

int importLeavers(const QStringList &arguments);

}  // namespace lw::ctl
