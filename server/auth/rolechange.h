// SPDX-License-Identifier: GPL-3.0-or-later
// A customer's own roles: made, changed and removed, each in one transaction with its event. core/policy/rolerules.h
// decides; nobody makes a role that could more than he can himself.
//
// An owner always holds every permission and the last one keeps his role, so that no change here can leave a customer
// without anybody who may undo it.
#pragma once

#include "core/domain/event.h"
#include "core/domain/role.h"
#include "server/http/principal.h"
#include "server/store/auditlog.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace lw::server {

class RoleChange {
  public:
    RoleChange(Database &database, AuditLog &audit) : m_database(database), m_audit(audit) {}

    /// Shipped ones first, then the customer's own by name.
    static QList<Role> listed(const QList<Role> &custom);
    /// Of the whole list: what If-Match of a change names.
    static QByteArray tagOf(const QList<Role> &custom);

    /// Called in the transaction, before it is saved: whatever must be durable with it.
    using AlsoStore = std::function<Result<void>(const Transaction &)>;
    /// Judges the tag of the list that the caller has seen, inside the transaction.
    using Check = std::function<Result<void>(QByteArrayView tag)>;

    /// The tag of the list afterwards. Errc::InvalidInput names the member; Errc::Conflict: the name is taken or looks
    /// like another; Errc::Forbidden (field "permissions"): more than the caller holds.
    Result<QByteArray> create(const Principal &principal, const Role &role, const Origin &origin,
                              const AlsoStore &alsoStore);
    /// Errc::NotFound; Errc::Conflict for a shipped role. A change that changes nothing writes no event.
    Result<QByteArray> change(const Principal &principal, const Role &role, const Origin &origin, const Check &check);
    /// Errc::Conflict: shipped, or somebody has it (the sentence says how many), or a rule or a reassignment names it.
    Result<QByteArray> remove(const Principal &principal, const QString &name, const Origin &origin,
                              const Check &check);

  private:
    Result<void> mayTouch(const Transaction &transaction, const Principal &principal, const Origin &origin,
                          const std::optional<Role> &before, const std::optional<Role> &after);
    Result<void> record(const Transaction &transaction, const Principal &principal, const Origin &origin,
                        EventKind kind, const std::optional<Role> &before, const std::optional<Role> &after,
                        const QString &detail);

    Database &m_database;
    AuditLog &m_audit;
};

}  // namespace lw::server
