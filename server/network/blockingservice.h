// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses that are turned away: by themselves after too many failed sign-ins, or by hand. Counts are in the store, so
// that neither a restart nor a second worker forgets them. A block keeps new sign-ins and registrations out; it does
// not end sessions. core/policy/blocking.h decides. Source: domain.md (blocking of offenders).
#pragma once

#include "core/protocol/networkaccess.h"
#include "core/util/clock.h"
#include "server/auth/addressgate.h"
#include "server/network/allowlistcache.h"
#include "server/network/networkevents.h"
#include "server/store/auditlog.h"

#include <functional>

namespace lw::server {

class BlockingService {
  public:
    /// All must outlive it.
    BlockingService(Database &database, const Clock &clock, AuditLog &audit, AllowlistCache &cache);

    /// Whether the address is turned away now: one look-up by key.
    Result<AddressGate::Verdict> verdict(const QString &customerId, const QString &address);
    /// See AddressGate::offended().
    Result<void> offended(const Transaction &transaction, const QString &customerId, const Origin &origin,
                          const QString &login);

    /// As GET /v1/network/blocks tells it.
    Result<protocol::BlockList> list(const QString &customerId);

    /// Judges the policy that the caller has seen, inside the transaction.
    using Check = std::function<Result<void>(const BlockingPolicy &present)>;
    /// Called in the transaction, before it is saved.
    using AlsoStore = std::function<Result<void>(const Transaction &, const protocol::BlockList &)>;

    /// A policy that is the present one writes no event.
    Result<protocol::BlockList> setPolicy(const NetworkAuthor &author, const BlockingPolicy &policy,
                                          const Check &check);
    /// Errc::InvalidInput: no address or /64, or an end that is past; Errc::Conflict: the author's own address.
    Result<protocol::BlockList> block(const NetworkAuthor &author, const protocol::NewBlock &wish,
                                      const AlsoStore &alsoStore);
    /// Errc::NotFound: not blocked. What it did before does not count any more.
    Result<void> lift(const NetworkAuthor &author, const QString &address);

    /// Tells of blocks that ended by themselves, and forgets what no longer counts; how many ended. Run by a job.
    Result<int> sweep();

  private:
    Result<BlockingPolicy> policyOf(const QSqlDatabase &connection, const QString &customerId) const;
    Result<protocol::BlockList> listOf(const QSqlDatabase &connection, const QString &customerId) const;
    Result<int> tellEnded(const QDateTime &now);
    /// Of a block that ended by itself, unless that was told.
    Result<void> tellEnded(const Transaction &transaction, const std::optional<BlockRow> &row);

    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
    AllowlistCache &m_cache;
};

}  // namespace lw::server
