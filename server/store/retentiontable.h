// SPDX-License-Identifier: GPL-3.0-or-later
// The tables retention_rules and legal_holds: how long a customer's data is kept, and what keeps it longer.
#pragma once

#include "core/domain/retention.h"
#include "core/util/result.h"

#include <QSqlDatabase>

namespace lw::server {

class RetentionTable {
  public:
    explicit RetentionTable(const QSqlDatabase &connection) : m_connection(connection) {}

    struct Rules {
        RetentionRules rules;
        QDateTime changedAt;  ///< invalid: never; then all is permanent
    };
    Result<Rules> rules(const QString &customerId) const;
    Result<void> setRules(const QString &customerId, const RetentionRules &rules, const QDateTime &now);
    /// Customers for whom something is not permanent.
    Result<QStringList> customersWithRules() const;

    /// The newest first, at most `limit`.
    Result<QList<LegalHold>> holds(const QString &customerId, int limit) const;
    Result<QList<LegalHold>> holdsInForce(const QString &customerId) const;
    Result<void> insertHold(const QString &customerId, const LegalHold &hold);
    /// The hold as it was. Errc::NotFound: another customer's, or released already.
    Result<LegalHold> releaseHold(const QString &customerId, const QString &id, const QDateTime &now,
                                  const QString &login);

  private:
    Result<QList<LegalHold>> select(const QString &rest, const QVariantList &values) const;
    QSqlDatabase m_connection;
};

}  // namespace lw::server
