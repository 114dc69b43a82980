// SPDX-License-Identifier: GPL-3.0-or-later
// Departures and reassignments, from the moment somebody opens a case to its proof. The back end carries them out by
// itself (server/jobs/revocationjob.h), and also when the person comes first: a late job delays an event, never a
// refusal.
// Source: seed ("access is revoked within 24 hours of departure or reassignment"); PCI DSS 4.0.1 8.2.5; domain.md
// (revoked means: login refused, sessions ended, tokens and device registrations gone; the proof is a probe).
#pragma once

#include "core/protocol/departure.h"
#include "server/auth/duerevocations.h"
#include "server/auth/sessions.h"
#include "server/auth/signin.h"
#include "server/devices/deviceservice.h"
#include "server/devices/registrationservice.h"
#include "server/revocation/revocationprobes.h"
#include "server/store/departuretable.h"

#include <functional>

namespace lw::server {

class RevocationService final : public DueRevocations {
  public:
    RevocationService(Database &database, const Clock &clock, AuditLog &audit, Sessions &sessions, SignIn &signIn,
                      DeviceService &devices, RegistrationService &registrations);

    /// Called in the transaction that opens the cases, before it is saved: whatever must be durable with it.
    using AlsoStore = std::function<Result<void>(const Transaction &, const QList<Departure> &)>;

    /// Opens all cases or none; those whose time has come are carried out in the same transaction. Errors as
    /// policy::judgeNewDeparture(), and Errc::Forbidden (field "newRoles") for a role beyond the author's permissions;
    /// field is "departures[3].userId" and so on.
    Result<QList<Departure>> open(const Principal &author, const Origin &origin,
                                  const QList<protocol::NewDeparture> &wishes, const AlsoStore &alsoStore);
    /// Errc::Conflict: it was carried out already. Withdrawing a withdrawn one changes nothing.
    Result<Departure> withdraw(const Principal &author, const Origin &origin, const QString &id);

    Result<QList<Departure>> list(const QString &customerId);
    Result<Departure> byId(const QString &customerId, const QString &id);

    struct Round {
        int executed = 0;
        int proved = 0;
        int failed = 0;  ///< proofs that found something, and cases that could not be carried out
        bool operator==(const Round &) const = default;
    };
    /// Carries out what is due and proves what was carried out. Each case in a transaction of its own, so that one that
    /// cannot be carried out holds up no other; its error is told to `complain` once until it changes.
    using Complain = std::function<void(const Departure &, const Error &)>;
    Result<Round> runDue(const Complain &complain = {});
    /// When the next case falls due; invalid: none is scheduled.
    Result<QDateTime> nextEffective();

    Result<bool> carryOutDue(const QString &customerId, const QString &userId) override;

    /// Called in the transaction that records a proof, before it is saved.
    using AlsoKeep = std::function<Result<void>(const Transaction &, const Departure &)>;
    /// Tries everything of a case that was carried out, and records what happened. Errc::Conflict: it was not.
    Result<Departure> prove(const QString &customerId, const QString &id, const Actor &actor, const Origin &origin,
                            const AlsoKeep &alsoKeep = {});

  private:
    struct Opening;
    Result<DepartureRow> judged(Opening &opening, const protocol::NewDeparture &wish);
    Result<void> openOne(Opening &opening, const protocol::NewDeparture &wish, QList<Departure> &opened);
    Result<void> execute(const Transaction &transaction, DepartureRow &row);
    /// False: it was not due any more.
    Result<bool> executeById(const QString &customerId, const QString &id);
    void complain(const DepartureRow &row, const Error &error, const Complain &told);

    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
    Sessions &m_sessions;
    DeviceService &m_devices;
    const RevocationProbes m_probes;
    std::mutex m_complaintsLock;
    QHash<QString, QString> m_complaints;  ///< what was told of a case already
};

}  // namespace lw::server
