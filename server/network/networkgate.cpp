// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/network/networkgate.h"

namespace lw::server {

Result<AddressGate::Verdict> NetworkGate::atSignIn(const QString &customerId, const QString &address)
{
    Result<Verdict> verdict = m_blocking.verdict(customerId, address);
    if (!verdict || verdict->state != State::Open) return verdict;
    const Result<bool> allowed = m_network.allowsPeople(customerId, address);
    if (!allowed) return allowed.error();
    if (!*allowed) verdict->state = State::NotListed;
    return verdict;
}

Result<bool> NetworkGate::atRequest(const QString &customerId, const QString &address)
{
    return m_network.allowsPeople(customerId, address);
}

Result<void> NetworkGate::offended(const Transaction &transaction, const QString &customerId, const Origin &origin,
                                   const QString &login)
{
    return m_blocking.offended(transaction, customerId, origin, login);
}

}  // namespace lw::server
