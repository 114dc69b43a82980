// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in. Whatever is wrong, the same work is done: one Argon2id computation and one transaction with its event, so
// that neither the answer nor its time tells whether a person exists.
// Source: PCI DSS 4.0.1 8.3.4 (lock), 8.4 (second factor); core/policy decides, this class only asks it.
#pragma once

#include "core/domain/customer.h"
#include "core/policy/access.h"
#include "core/protocol/limits.h"
#include "server/auth/addressgate.h"
#include "server/auth/failureledger.h"
#include "server/auth/passwordhasher.h"
#include "server/auth/refusalpace.h"
#include "server/auth/sessions.h"
#include "server/http/ratelimit.h"
#include "server/store/credentialtable.h"

#include <variant>

namespace lw::server {

class SignIn {
  public:
    struct Limits {
        int perWindow = protocol::limits::loginAttemptsPerAddress;  ///< attempts of one address
        int windowSeconds = static_cast<int>(protocol::limits::loginWindow.count());
    };
    SignIn(Database &database, const Clock &clock, AuditLog &audit, Sessions &sessions, PasswordHasher &hasher,
           Limits limits);

    struct Attempt {
        QString customer;  ///< slug
        QString login;
        Secret password;
        QString totp;  ///< or a recovery code; empty: none given
        Origin origin;
        QByteArray clientFingerprint;  ///< see Request
    };
    struct Granted {
        Sessions::Opened session;
        bool mustChangePassword = false;
        bool mustEnrolMfa = false;
    };
    struct Refused {
        Error error;
        int retryAfter = 0;  ///< seconds; 0: none to name
    };
    using Outcome = std::variant<Granted, Refused>;
    Outcome run(const Attempt &attempt);

    /// What run() says of the account whatever the password is; nothing is written. For the proof that an account is
    /// closed.
    Result<policy::SignIn> standing(const QString &customerId, const QString &userId);
    /// Asked before a person is let in. Set before the server starts; must outlive every request.
    void enforce(DueRevocations *due) { m_due = due; }
    /// Asked before any password is looked at. The same holds for it.
    void guard(AddressGate *gate) { m_gate = gate; }

  private:
    struct Known;
    Outcome judgeKnown(const Attempt &attempt, const Customer &customer, const QString &userId, bool matches,
                       const QByteArray &newHash);
    Outcome refuseForPace(const Attempt &attempt, int retryAfter);
    Outcome refuseForAddress(const Attempt &attempt, const Customer &customer, const AddressGate::Verdict &verdict);
    /// Counts the failure against its address, in the transaction that records it.
    Result<void> offended(const Transaction &transaction, const QString &customerId, const Attempt &attempt);
    Outcome judgeUnknown(const Attempt &attempt, const Customer &customer);
    Outcome refuse(Known &known, AuditEvent event, Refused refused);
    Outcome countFailure(Known &known, AuditEvent event, Refused refused);
    Result<bool> checkCode(Known &known, std::vector<AuditEvent> &events);
    Result<bool> useRecoveryCode(Known &known, const Secret &code, std::vector<AuditEvent> &events);
    Result<void> liftEndedLock(Known &known);
    Outcome grant(Known &known, std::vector<AuditEvent> events, const QByteArray &newHash);

    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
    Sessions &m_sessions;
    PasswordHasher &m_hasher;
    RateLimiter m_byAddress;
    RefusalPace m_refusalEvents;  ///< refusing must stay cheap
    FailureLedger m_ledger;
    DueRevocations *m_due = nullptr;
    AddressGate *m_gate = nullptr;
};

/// Adds a failure to the account in the caller's transaction, and locks it when the policy says so; the events to
/// append after the failure's own.
Result<std::vector<AuditEvent>> countFailureOf(const Transaction &transaction, User &user, const PasswordPolicy &policy,
                                               int failuresSoFar, const Origin &origin, const QDateTime &now);

}  // namespace lw::server
