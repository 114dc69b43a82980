// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a device may register: asked by a SIP edge for each REGISTER, answered by the device's own secret and the
// address of the telephone. Whatever is wrong, the same work is done and, as long as the secret is, the same said, so
// that neither the answer nor its time tells whether a device exists.
//
// A secret that is older than the policy allows is reported in the event and by notices; the device goes on, because a
// telephone cannot choose a new secret and somebody may need it to call for help.
#pragma once

#include "core/domain/device.h"
#include "core/protocol/limits.h"
#include "core/util/clock.h"
#include "core/util/secret.h"
#include "server/auth/duerevocations.h"
#include "server/http/ratelimit.h"
#include "server/store/auditlog.h"
#include "server/store/devicetable.h"

#include <functional>
#include <variant>

namespace lw::server {

class RegistrationService {
  public:
    struct Limits {
        int perWindow = protocol::limits::registrationsPerAddress;  ///< of one address
        /// Refused ones of one address: beyond, refusals are answered 429 and no longer written down one by one.
        int refusedPerWindow = protocol::limits::loginAttemptsPerAddress;
        int windowSeconds = static_cast<int>(protocol::limits::loginWindow.count());
    };
    RegistrationService(Database &database, const Clock &clock, AuditLog &audit, Limits limits);

    /// The allowlist's word on where a device of this kind may register from. Set before the first request; without
    /// one every address will do.
    using MayRegister = std::function<Result<bool>(const QString &customerId, DeviceKind kind, const QString &address)>;
    void setMayRegister(MayRegister mayRegister) { m_mayRegister = std::move(mayRegister); }
    /// Called in the transaction that writes a refusal down, for the blocking of offenders.
    using Refusal = std::function<Result<void>(const Transaction &, const QString &customerId, const QString &sipUser,
                                               const QString &address)>;
    void setOnRefusal(Refusal onRefusal) { m_onRefusal = std::move(onRefusal); }

    struct Attempt {
        QString sipUser;
        Secret secret;
        QString contact;
        int expires = 0;  ///< seconds; 0 ends the registration
        Origin origin;
    };
    struct Granted {
        QDateTime expiresAt;
    };
    struct Refused {
        Error error;
        int retryAfter = 0;  ///< seconds; 0: none to name
    };
    using Verdict = std::variant<Granted, Refused>;
    Verdict run(const Attempt &attempt);

    /// Why run() refuses the device whatever the secret is: "device_revoked", "account_disabled"; empty: it does not.
    /// Nothing is written. For the proof that a device is out.
    Result<QString> closed(const QString &sipUser);
    /// Asked before a device is let in. Set before the first request; must outlive every one.
    void enforce(DueRevocations *due) { m_due = due; }

    /// Ends what expired, an event each (session.expired); how many. Run by a job every few seconds.
    Result<int> sweep();

  private:
    struct Facts;
    Result<Facts> factsOf(const Attempt &attempt);
    Verdict judge(const Attempt &attempt, const Facts &facts);
    Verdict grant(const Attempt &attempt, const Transaction &transaction, const DeviceTable::Known &known,
                  const QDateTime &now);
    Verdict refuse(const Attempt &attempt, const Facts &facts, Transaction &transaction, const char *reason,
                   Error error);

    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
    const Limits m_limits;
    DueRevocations *m_due = nullptr;
    MayRegister m_mayRegister;
    Refusal m_onRefusal;
    RateLimiter m_byAddress;
    RateLimiter m_refusals;
    RateLimiter m_paceEvents;  ///< one event a window and address: refusing must stay cheap
};

}  // namespace lw::server
