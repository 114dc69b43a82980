// SPDX-License-Identifier: GPL-3.0-or-later
// Setting up a second factor and taking it away. A new secret is in force only after a code of it came back: whoever
// scans wrongly keeps getting in as before.
// Source: PCI DSS 4.0.1 8.4, 8.5; RFC 6238; the key URI of authenticator apps ("otpauth://totp/…").
#pragma once

#include "server/auth/passwordproof.h"
#include "server/auth/sessions.h"

#include <functional>

namespace lw::server {

class SecondFactor {
  public:
    SecondFactor(Database &database, const Clock &clock, AuditLog &audit, Sessions &sessions, PasswordHasher &hasher);

    /// What was begun and not confirmed within so long is forgotten.
    static constexpr int pendingSeconds = 15 * 60;

    /// Called in the transaction, before it is saved: whatever must be durable with it.
    using AlsoStore = std::function<Result<void>(const Transaction &)>;

    struct Begun {
        Secret secret;  ///< base32
        Secret uri;
    };
    /// Replaces what was begun before. Errc::Conflict: there is one in force.
    Result<Begun> begin(const Principal &principal, const AlsoStore &alsoStore);

    /// The recovery codes, told once; the person's other sessions end. Errc::InvalidInput (field "code"): it does not
    /// belong to the secret; Errc::Conflict: nothing was begun, or too long ago.
    Result<std::vector<Secret>> confirm(const Principal &principal, const QString &code, const Origin &origin,
                                        const AlsoStore &alsoStore);

    /// With the present password (PasswordProof says how that fails). Fine when there is none.
    Result<void> removeOwn(const Principal &principal, const Secret &password, const Origin &origin);

    /// For somebody who lost it; ends the person's sessions. Fine when there is none. Errc::Conflict for oneself: that
    /// needs the password; Errc::Forbidden: the person holds more than the caller; Errc::NotFound.
    Result<void> reset(const Principal &principal, const QString &userId, const Origin &origin);

  private:
    Result<void> remove(const Transaction &transaction, const QString &customerId, User &user, const Actor &by,
                        const Origin &origin);

    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
    Sessions &m_sessions;
    PasswordProof m_proof;
};

}  // namespace lw::server
