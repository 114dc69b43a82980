// SPDX-License-Identifier: GPL-3.0-or-later
// Allowlist and blocks as sign-in and sessions see them.
#pragma once

#include "server/auth/addressgate.h"
#include "server/network/blockingservice.h"
#include "server/network/networkaccessservice.h"

namespace lw::server {

class NetworkGate final : public AddressGate {
  public:
    NetworkGate(NetworkAccessService &network, BlockingService &blocking) : m_network(network), m_blocking(blocking) {}

    Result<Verdict> atSignIn(const QString &customerId, const QString &address) override;
    Result<bool> atRequest(const QString &customerId, const QString &address) override;
    Result<void> offended(const Transaction &transaction, const QString &customerId, const Origin &origin,
                          const QString &login) override;

  private:
    NetworkAccessService &m_network;
    BlockingService &m_blocking;
};

}  // namespace lw::server
