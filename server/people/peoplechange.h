// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator does to accounts. Each change is one transaction with its events, and what the change takes
// away goes in the same transaction: whoever is disabled has no session and no device that lives on.
//
// Nobody gains by it what he does not hold: roles are granted only within the own permissions, and whoever holds more
// than the caller keeps his roles, his status and his password from him. Source: seeds; PCI
// DSS 4.0.1 7.2, 8.2.1, 8.2.5, 8.2.6, 8.3.5 (a first password is used once).
#pragma once

#include "core/domain/customer.h"
#include "core/domain/role.h"
#include "core/protocol/accounts.h"
#include "server/auth/sessions.h"
#include "server/devices/deviceservice.h"
#include "server/http/principal.h"
#include "server/store/auditlog.h"

#include <functional>
#include <vector>

namespace lw::server {

/// Who does it, and from where.
struct Doer {
    const Principal &principal;
    Origin origin;
};

class PeopleChange {
  public:
    PeopleChange(Database &database, const Clock &clock, AuditLog &audit, Sessions &sessions, DeviceService &devices);

    /// Called in the transaction, before it is saved: whatever must be durable with it.
    template <typename T>
    using AlsoStore = std::function<Result<void>(const Transaction &, const T &)>;

    /// Errc::InvalidInput names the member; Errc::Conflict (field "login"): taken, or it looks like one that is taken;
    /// Errc::Forbidden (field "roles"): more than the caller holds.
    Result<protocol::UserWithPassword> create(const Doer &doer, const protocol::NewUser &wish,
                                              const AlsoStore<protocol::UserWithPassword> &alsoStore);

    /// Judges the version that the caller has seen, inside the transaction.
    using Check = std::function<Result<void>(const protocol::UserEntry &present)>;
    /// Errc::NotFound; Errc::Conflict: the last owner, or the own account; Errc::InvalidInput and Errc::Forbidden as
    /// above. A patch that changes nothing writes no event.
    Result<protocol::UserEntry> patch(const Doer &doer, const QString &userId, const protocol::UserPatch &patch,
                                      const Check &check);

    /// A new one-time password: sessions end, a lock is lifted, and the next sign-in must choose a password. Not for
    /// oneself, because that would spare a stolen session the present password (Errc::Conflict).
    Result<protocol::UserWithPassword> resetPassword(const Doer &doer, const QString &userId,
                                                     const AlsoStore<protocol::UserWithPassword> &alsoStore);

    /// All of them or nobody; Errc::NotFound (field "userIds") names nobody of another customer.
    Result<void> expire(const Doer &doer, const protocol::UserSelection &who, const AlsoStore<int> &alsoStore);
    Result<void> disable(const Doer &doer, const protocol::UserSelection &who, const AlsoStore<int> &alsoStore);

    /// Stores the person as changed, with what follows from it, in the caller's transaction, and gives the events.
    Result<std::vector<AuditEvent>> store(const Transaction &transaction, const Doer &doer, const User &before,
                                          const User &after);
    /// Stores somebody new, who must choose a password at the first sign-in; tells the one-time password.
    Result<Secret> storeNew(const Transaction &transaction, const Doer &doer, const User &user,
                            std::vector<AuditEvent> &events);

  private:
    Result<void> endAccess(const Transaction &transaction, const Doer &doer, const User &user);
    Result<void> endSessions(const Transaction &transaction, const Doer &doer, const User &user, const QString &reason);
    Result<void> finish(Transaction &transaction, const Doer &doer, const std::vector<AuditEvent> &events);

    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
    Sessions &m_sessions;
    DeviceService &m_devices;
};

}  // namespace lw::server
