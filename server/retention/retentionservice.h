// SPDX-License-Identifier: GPL-3.0-or-later
// How long a customer's data is kept, and what keeps it longer. Every change is an event with before and after.
#pragma once

#include "core/protocol/retention.h"
#include "core/util/clock.h"
#include "server/callguard/callguardservice.h"
#include "server/store/auditlog.h"

#include <functional>

namespace lw::server {

class RetentionService {
  public:
    /// All must outlive it.
    RetentionService(Database &database, const Clock &clock, AuditLog &audit);

    Result<protocol::RetentionState> state(const QString &customerId) const;
    using CheckRules = std::function<Result<void>(const RetentionRules &present)>;
    /// `check` judges what the caller has seen, inside the transaction.
    Result<protocol::RetentionState> setRules(const GuardAuthor &author, const RetentionRules &rules,
                                              const CheckRules &check);

    /// What a purge by these rules would remove now; changes nothing. `stop` is asked now and then: Errc::Cancelled.
    Result<QList<PurgeCount>> preview(const QString &customerId, const RetentionRules &rules,
                                      const std::function<bool()> &stop) const;

    Result<QList<LegalHold>> holds(const QString &customerId) const;
    using AlsoStoreHold = std::function<Result<void>(const Transaction &, const LegalHold &)>;
    /// Errc::InvalidInput (field "value"): no such person.
    Result<LegalHold> placeHold(const GuardAuthor &author, const LegalHold &hold, const AlsoStoreHold &alsoStore);
    Result<void> releaseHold(const GuardAuthor &author, const QString &id);

    Result<QList<PurgeRun>> runs(const QString &customerId) const;
    using AlsoStoreRun = std::function<Result<void>(const Transaction &, const PurgeRun &)>;
    /// Errc::Conflict: all is permanent, or a run is under way.
    Result<PurgeRun> purgeNow(const GuardAuthor &author, const AlsoStoreRun &alsoStore);

    /// Ranges of the customer's log after `number`, as many as one page holds.
    Result<QList<PurgedRange>> purgedAfter(const QString &customerId, qint64 number) const;

  private:
    Result<void> record(const Transaction &transaction, const GuardAuthor &author, EventKind kind,
                        const ObjectRef &object, const QString &detail, std::optional<QJsonObject> before,
                        std::optional<QJsonObject> after);

    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
};

}  // namespace lw::server
