// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator does to devices. Each change is one transaction with its event, and a device that is revoked,
// or that gets a new secret, has no registration that lives on. Source: seeds; domain.md ("device secrets rotated too";
// revoked means that device registrations are gone).
#pragma once

#include "core/domain/event.h"
#include "core/domain/user.h"
#include "core/protocol/device.h"
#include "core/util/clock.h"
#include "server/http/principal.h"
#include "server/store/auditlog.h"

#include <functional>

namespace lw::server {

class DeviceService {
  public:
    DeviceService(Database &database, const Clock &clock, AuditLog &audit);

    /// Called in the transaction that changes something, before it is saved: whatever must be durable with it.
    using AlsoStore = std::function<Result<void>(const Transaction &)>;

    /// A device of this person with a new secret, which is told here and nowhere else. Errc::NotFound: no such person;
    /// Errc::Conflict: the account is disabled, or has as many devices as the contract allows.
    Result<protocol::DeviceWithSecret> add(const Principal &principal, const QString &userId,
                                           const protocol::NewDevice &wish, const Origin &origin,
                                           const AlsoStore &alsoStore);
    /// Ends the registrations that were made with the former secret. Errc::Conflict: the device is revoked.
    Result<protocol::DeviceWithSecret> renewSecret(const Principal &principal, const QString &deviceId,
                                                   const Origin &origin, const AlsoStore &alsoStore);
    /// For good. Fine, and no event, when it was revoked before.
    Result<void> revoke(const Principal &principal, const QString &deviceId, const Origin &origin);

    /// Revokes all of a person's devices in the caller's transaction, with an event each; how many.
    Result<int> revokeAllOf(const Transaction &transaction, const QString &customerId, const User &user,
                            const Actor &actor, const Origin &origin, const QString &reason);

  private:
    Result<void> append(const Transaction &transaction, const QString &customerId, AuditEvent event);
    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
};

/// The device as the object of an event.
ObjectRef deviceRef(const Device &device);

}  // namespace lw::server
