// SPDX-License-Identifier: GPL-3.0-or-later
// Open sessions: who is behind a token, how long still, and how each of them ends. Every end is one event in the
// transaction that ends it.
#pragma once

#include "core/domain/user.h"
#include "core/policy/sessionexpiry.h"
#include "core/util/clock.h"
#include "server/auth/addressgate.h"
#include "server/auth/duerevocations.h"
#include "server/http/authenticator.h"
#include "server/http/lifeline.h"
#include "server/http/ratelimit.h"
#include "server/store/auditlog.h"
#include "server/store/sessiontable.h"

#include <QHash>

#include <memory>
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
    /// Ends these for somebody else, as `session.revoked` events of `by` that name the person, in the caller's
    /// transaction. How many were still there.
    Result<int> revoke(const Transaction &transaction, const User &user, const QList<SessionRow> &sessions,
                       const Actor &by, const Origin &origin, const QString &reason);

    struct Live {
        SessionRow row;       ///< lastSeenAt to the second
        QDateTime expiresAt;  ///< the earlier of idle and absolute end
    };
    /// The customer's sessions that have not ended, the latest seen first.
    Result<QList<Live>> live(const QString &customerId, int limit);
    /// Whether a token of this hash still opens anything: what authenticate() looks for, without its consequences.
    Result<bool> opens(const QByteArray &tokenHash);
    /// Ends with the session, once that is on the disk. Errc::Unauthorized: it has ended already.
    Result<std::shared_ptr<Lifeline>> lifeline(const QString &sessionId);

    /// Asked before a person is let in. Set before the server starts; must outlive every request.
    void enforce(DueRevocations *due) { m_due = due; }
    /// Asked at each request, from where it comes. The same holds for it.
    void guard(AddressGate *gate) { m_gate = gate; }

    /// Ends what expired; how many. Run by a job every few seconds.
    Result<int> sweep();

    const policy::SessionLimits &limits() const { return m_limits; }

  private:
    policy::SessionVerdict verdict(const SessionRow &session, const QDateTime &now) const;
    Result<bool> expire(const SessionRow &session, policy::SessionState state);
    /// The refusal of a session whose connection lacks the certificate; an event once a minute.
    Error withoutCertificate(const SessionRow &session, const User &user, const Request &request);
    Result<void> sawNow(const SessionRow &session, const QDateTime &now);
    Result<SessionRow> find(const QSqlDatabase &connection, const QByteArray &tokenHash,
                            policy::SessionVerdict &verdict) const;
    /// Ends what hangs on the session, once the transaction that removes it is saved.
    void forget(const Transaction &transaction, const QString &sessionId);
    void forgetNow(const QString &sessionId);
    /// False: the session ended, because nobody may come from there.
    Result<bool> mayComeFrom(const SessionRow &session, const Request &request);

    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
    DueRevocations *m_due = nullptr;
    AddressGate *m_gate = nullptr;
    const policy::SessionLimits m_limits;
    mutable std::mutex m_mutex;
    RateLimiter m_pace;
    RateLimiter m_callPace;  ///< of switches that ask before each call
    RateLimiter m_certificateEvents{1.0 / 60, 1};
    QHash<QString, QDateTime> m_lastSeen;                 ///< exact; the store follows every touchSeconds
    QHash<QString, std::weak_ptr<Lifeline>> m_lifelines;  ///< of sessions with open streams
};

}  // namespace lw::server
