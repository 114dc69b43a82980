// SPDX-License-Identifier: GPL-3.0-or-later
// What the tables on Qt SQL share: running a query with our errors, and instants as milliseconds. Internal.
#pragma once

#include "core/cache/connection.h"
#include "core/util/result.h"

#include <QDateTime>
#include <QSqlQuery>
#include <QVariant>

namespace lw::cache {

/// Binds the values to "?" placeholders and runs; the query stands before its first row.
Result<void> runQuery(QSqlQuery &query, Connection &connection, const QString &sql, const QVariantList &values,
                      const QString &what);
/// After the last row: whether reading ended because there were no more.
Result<void> endOfRows(const QSqlQuery &query, Connection &connection, const QString &what);

/// NULL for an invalid instant, and back.
QVariant msOf(const QDateTime &instant);
QDateTime instantOf(const QVariant &ms);

}  // namespace lw::cache
