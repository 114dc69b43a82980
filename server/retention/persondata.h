// SPDX-License-Identifier: GPL-3.0-or-later
// Everything about one person: handed out as one document (GDPR 15), or erased (GDPR 17).
#pragma once

#include "core/protocol/retention.h"
#include "core/util/clock.h"
#include "server/callguard/callguardservice.h"
#include "server/retention/purgejudge.h"
#include "server/store/auditlog.h"

namespace lw::server {

class PersonData {
  public:
    /// All must outlive it.
    PersonData(Database &database, const Clock &clock, AuditLog &audit);

    /// One JSON document in pieces, in constant memory: the person, devices, numbers, departures, finished calls of
    /// these numbers, and the entries of the log that name the person. That it was handed out is an event.
    /// Errc::NotFound.
    Result<LeafSource> hand(const GuardAuthor &author, const QString &userId);

    using AlsoStoreRun = std::function<Result<void>(const Transaction &, const PurgeRun &)>;
    /// Names, addresses and credentials go at once, entries of the log in the run that begins.
    /// Errc::Conflict: the person can still sign in, leaves but has not left, or is held.
    Result<PurgeRun> erase(const GuardAuthor &author, const QString &userId, const QString &reason,
                           const AlsoStoreRun &alsoStore);

  private:
    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
};

}  // namespace lw::server
