// SPDX-License-Identifier: GPL-3.0-or-later
// The customer's allowlist: who may come in from where, and changes that take themselves back.
//
// A change is in force at once and reverts at its end by this back end's clock, whether or not a console or this
// process ran in between, unless somebody who may change the list confirms it in time from an address that it allows.
// Each of these is one transaction with its event. Source: domain.md (Addresses: commit-confirm).
#pragma once

#include "core/domain/device.h"
#include "core/protocol/networkaccess.h"
#include "core/util/clock.h"
#include "server/auth/sessions.h"
#include "server/network/allowlistcache.h"
#include "server/network/networkevents.h"
#include "server/store/allowlisttable.h"

#include <functional>

namespace lw::server {

class NetworkAccessService {
  public:
    /// All must outlive it.
    NetworkAccessService(Database &database, const Clock &clock, AuditLog &audit, Sessions &sessions,
                         AllowlistCache &cache);

    /// Whether people of the customer may come from there: listed, or nobody is held to the list.
    Result<bool> allowsPeople(const QString &customerId, const QString &address);
    /// Whether a device may register from there. A Pbx is always held to the list: it has no switch.
    Result<bool> mayRegister(const QString &customerId, DeviceKind kind, const QString &address);

    /// As GET /v1/network tells it.
    Result<protocol::NetworkAccess> current(const QString &customerId, const QString &yourAddress);
    /// The tag of what current() would give, without reading the list.
    Result<QByteArray> tag(const QString &customerId, const QString &yourAddress);

    /// Judges the version that the caller has seen, inside the transaction.
    using Check = std::function<Result<void>(const QByteArray &tag)>;
    /// Called in the transaction, before it is saved.
    using AlsoStore = std::function<Result<void>(const Transaction &, const protocol::NetworkAccess &)>;

    /// Errc::InvalidInput names the entry; Errc::Conflict: field "pending", somebody's change waits for its
    /// confirmation, or field "stranding". A list that is the present one changes nothing and waits for nothing.
    Result<protocol::NetworkAccess> change(const NetworkAuthor &author, const protocol::AllowlistChange &wish,
                                           const Check &check);
    /// Errc::Conflict, field "pending": nothing waits, or it came too late and has been taken back. Errc::Forbidden:
    /// from an address that the new list does not allow.
    Result<protocol::NetworkAccess> confirm(const NetworkAuthor &author, const AlsoStore &alsoStore);
    /// Takes the waiting change back at once. Errc::Conflict, field "pending": nothing waits.
    Result<protocol::NetworkAccess> revert(const NetworkAuthor &author, const AlsoStore &alsoStore);

    /// Takes back what was not confirmed in time; how many. Run by a job every few seconds; the same holds at each
    /// question, so that a late run delays nobody.
    Result<int> revertDue();

  private:
    using Entry = std::shared_ptr<const AllowlistCache::Entry>;
    Result<Entry> entryOf(const QString &customerId);
    /// In a transaction of its own. False: it was confirmed or taken back meanwhile.
    Result<bool> revertDueOf(const QString &customerId);
    Result<Allowlist> restore(const Transaction &transaction, const PendingRow &pending, const Actor &actor,
                              const Origin &origin, const QString &reason);
    Result<void> refuseStranding(const QSqlDatabase &connection, const NetworkAuthor &author, const Allowlist &after,
                                 const QString &confirmed);
    /// Ends the sessions of people who may not come from where they signed in any more. `spared`: a session that stays.
    Result<void> endSessionsOutside(const Transaction &transaction, const QString &customerId, const Allowlist &list,
                                    const QString &spared);

    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
    Sessions &m_sessions;
    AllowlistCache &m_cache;
};

}  // namespace lw::server
