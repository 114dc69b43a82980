// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of "network" that have files of their own, and what they share.
#pragma once

#include "app/linewardenctl/adminsession.h"

namespace lw::ctl {

using SeenNetwork = access::Seen<protocol::NetworkAccess>;

Result<SeenNetwork> networkOf(AdminSession &admin);
void giveNetwork(const SeenNetwork &seen, const Output &output);
/// A CSV file of networks (core/import/networksfile.h), dates in `zone`. InvalidInput: a line cannot be read.
Result<QList<AllowedNetwork>> networksFrom(const QString &path, const Arguments &arguments);

int setNetworks(const QStringList &arguments);
int addNetwork(const QStringList &arguments);
int removeNetwork(const QStringList &arguments);
int enforceNetworks(const QStringList &arguments);
int replayNetworks(const QStringList &arguments);

}  // namespace lw::ctl
