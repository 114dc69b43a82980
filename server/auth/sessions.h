// SPDX-License-Identifier: GPL-3.0-or-later
// Open sessions: who is behind a token, how long still, and how each of them ends. Every end is one event in the
// transaction that ends it.
#pragma once

#include "core/domain/user.h"
#include "core/policy/sessionexpiry.h"
#include "core/util/clock.h"
#include "server/http/authenticator.h"
#include "server/http/ratelimit.h"
#include "server/store/auditlog.h"
#include "server/store/sessiontable.h"

#include <QHash>

#include <mutex>

namespace lw::server {

class Sessions final : public Authenticator {
  public:
    Sessions(Database &database, const Clock &clock, AuditLog &audit, policy::SessionLimits limits);

    struct Opened {
        QString id;
        Secret token;
        QDateTime expiresAt;  ///< absolute
        int idleSeconds = 0;
    };
    /// Opens one in the caller's transaction, which also writes login.succeeded.
    Result<Opened> open(const Transaction &transaction, const QString &customerId, const QString &userId,
                        const Origin &origin);

    Result<Principal> authenticate(const Secret &token, const Request &request) override;
    void denied(const Principal &principal, const Request &request, Permission required) override;

    struct Facts {
        QString id;
        QDateTime createdAt;
        QDateTime expiresAt;  ///< absolute
        int idleSeconds = 0;
    };
    Result<Facts> facts(const QString &sessionId);

    /// Logout; fine when it ended meanwhile.
    Result<void> end(const Principal &principal, const Origin &origin);
    /// Ends the person's sessions but `keep`, as `logout` events with this reason, in the caller's transaction.
    Result<int> endOthers(const Transaction &transaction, const User &user, const QString &keep, const Origin &origin,
                          const QString &reason);
    /// Ends what expired; how many. Run by a job every few seconds.
    Result<int> sweep();

    const policy::SessionLimits &limits() const { return m_limits; }

  private:
    policy::SessionVerdict verdict(const SessionRow &session, const QDateTime &now) const;
    Result<bool> expire(const SessionRow &session, policy::SessionState state);
    Result<void> sawNow(const SessionRow &session, const QDateTime &now);
    void forget(const QString &sessionId);

    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
    const policy::SessionLimits m_limits;
    mutable std::mutex m_mutex;
    RateLimiter m_pace;
    QHash<QString, QDateTime> m_lastSeen;  ///< exact; the store follows every touchSeconds
};

}  // namespace lw::server
