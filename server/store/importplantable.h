// SPDX-License-Identifier: GPL-3.0-or-later
// The table import_plans: people files that were judged, what applying them changed, and what brings it back.
#pragma once

#include "core/util/result.h"

#include <QDateTime>
#include <QSqlDatabase>
#include <QString>

namespace lw::server {

struct ImportPlanRow {
    QString id;  ///< "pln_" and 26 letters or digits
    QString customerId;
    QString state;        ///< a name of the contract: "planned", "refused", "applied", "undone"
    QDateTime createdAt;  ///< UTC
    QString createdBy;    ///< login name
    QString plan;         ///< JSON, what was judged
    QString before;       ///< JSON, what undo puts back; empty: not applied
    bool operator==(const ImportPlanRow &) const = default;
};

class ImportPlanTable {
  public:
    explicit ImportPlanTable(const QSqlDatabase &connection) : m_connection(connection) {}

    Result<void> insert(const ImportPlanRow &row);
    /// Errc::NotFound for a plan of another customer just as for none.
    Result<ImportPlanRow> byId(const QString &customerId, const QString &id) const;
    /// What was judged is replaced too: once a plan was applied its file is of no more use.
    Result<void> update(const QString &id, const QString &state, const QString &plan, const QString &before);
    /// Forgets plans of the customer that were made before `instant` and never applied; how many.
    Result<int> removeUnapplied(const QString &customerId, const QDateTime &instant);

  private:
    QSqlDatabase m_connection;
};

}  // namespace lw::server
