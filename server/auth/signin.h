// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in. Whatever is wrong, the same work is done: one Argon2id computation and one transaction with its event, so
// that neither the answer nor its time tells whether a person exists.
// Source: PCI DSS 4.0.1 8.3.4 (lock), 8.4 (second factor); core/policy decides, this class only asks it.
#pragma once

#include "core/domain/customer.h"
#include "core/protocol/limits.h"
#include "server/auth/failureledger.h"
#include "server/auth/passwordhasher.h"
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
        QString totp;  ///< empty: none given
        Origin origin;
    };
    struct Granted {
        Sessions::Opened session;
        bool mustChangePassword = false;
    };
    struct Refused {
        Error error;
        int retryAfter = 0;  ///< seconds; 0: none to name
    };
    using Outcome = std::variant<Granted, Refused>;
    Outcome run(const Attempt &attempt);

  private:
    struct Known;
    Outcome judgeKnown(const Attempt &attempt, const Customer &customer, const QString &userId, bool matches,
                       const QByteArray &newHash);
    Outcome refuseForPace(const Attempt &attempt, int retryAfter);
    Outcome judgeUnknown(const Attempt &attempt, const Customer &customer);
    Outcome refuse(Known &known, AuditEvent event, Refused refused);
    Outcome countFailure(Known &known, AuditEvent event, Refused refused);
    Result<bool> checkCode(Known &known, std::vector<AuditEvent> &events);
    Result<void> liftEndedLock(Known &known);
    Outcome grant(Known &known, std::vector<AuditEvent> events, const QByteArray &newHash);

    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
    Sessions &m_sessions;
    PasswordHasher &m_hasher;
    RateLimiter m_byAddress;
    RateLimiter m_refusalEvents;  ///< one event a window and address: refusing must stay cheap
    FailureLedger m_ledger;
};

/// Adds a failure to the account in the caller's transaction, and locks it when the policy says so; the events to
/// append after the failure's own.
Result<std::vector<AuditEvent>> countFailureOf(const Transaction &transaction, User &user, const PasswordPolicy &policy,
                                               int failuresSoFar, const Origin &origin, const QDateTime &now);

}  // namespace lw::server
