// SPDX-License-Identifier: GPL-3.0-or-later
// The table guard_settings: a customer's own settings of Call Guard. JSON of the contract; a customer
// without a row has the default.
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QSqlDatabase>

namespace lw::server {

class GuardTable {
  public:
    explicit GuardTable(const QSqlDatabase &connection) : m_connection(connection) {}
    /// Empty: the default.
    Result<QByteArray> of(const QString &customerId) const;
    Result<void> set(const QString &customerId, const QByteArray &json);

  private:
    QSqlDatabase m_connection;
};

}  // namespace lw::server
