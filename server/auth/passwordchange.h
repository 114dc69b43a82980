// SPDX-License-Identifier: GPL-3.0-or-later
// Changing one's own password. core/policy judges the new one; reuse is judged here, where the hashes are.
// Source: seeds ("users may change theirs at any time"), PCI DSS 4.0.1 8.3.5 to 8.3.7.
#pragma once

#include "server/auth/passwordproof.h"
#include "server/auth/signin.h"

#include <functional>

namespace lw::server {

class PasswordChange {
  public:
    PasswordChange(Database &database, const Clock &clock, AuditLog &audit, Sessions &sessions, PasswordHasher &hasher);

    struct Wish {
        Secret current;
        Secret next;
        Origin origin;
    };
    /// Called in the transaction that changes the password, before it is saved: whatever must be durable with it.
    using AlsoStore = std::function<Result<void>(const Transaction &)>;

    /// Ends the person's other sessions. Errc::InvalidInput with field "current" (wrong) or "next" (against the policy,
    /// the present one, or one of the last); Errc::AccountLocked after too many wrong ones.
    Result<void> run(const Principal &principal, const Wish &wish, const AlsoStore &alsoStore);

  private:
    Result<bool> usedBefore(const QString &userId, const Secret &next, int history);

    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
    Sessions &m_sessions;
    PasswordHasher &m_hasher;
    PasswordProof m_proof;
};

}  // namespace lw::server
