// SPDX-License-Identifier: GPL-3.0-or-later
// What sign-in and sessions ask about an address before they do anything else; server/network implements it. Called on
// worker threads, several at a time.
#pragma once

#include "core/domain/event.h"
#include "server/store/transaction.h"

namespace lw::server {

class AddressGate {
  public:
    virtual ~AddressGate() = default;

    enum class State : quint8 {
        Open,
        Blocked,   ///< turned away for misbehaving, or by hand
        NotListed  ///< the allowlist is enforced and does not hold it
    };
    struct Verdict {
        State state = State::Open;
        int retryAfter = 0;  ///< Blocked: whole seconds until it ends; 0: no end is known
    };

    /// Whether somebody may try to sign in from there. Blocks are asked first. Costs no password work.
    virtual Result<Verdict> atSignIn(const QString &customerId, const QString &address) = 0;

    /// Whether an open session may go on from there: the allowlist only.
    virtual Result<bool> atRequest(const QString &customerId, const QString &address) = 0;

    /// A sign-in failed or was refused: counts it in the caller's transaction, and begins a block with its event when
    /// there were too many. Call it after the failure's own event was appended.
    virtual Result<void> offended(const Transaction &transaction, const QString &customerId, const Origin &origin,
                                  const QString &login) = 0;
};

}  // namespace lw::server
