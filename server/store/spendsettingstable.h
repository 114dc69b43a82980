// SPDX-License-Identifier: GPL-3.0-or-later
// The table spend_settings: what may be spent, as JSON of the contract.
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QSqlDatabase>

namespace lw::server {

class SpendSettingsTable {
  public:
    explicit SpendSettingsTable(const QSqlDatabase &connection) : m_connection(connection) {}

    /// Empty: none were ever set.
    Result<QByteArray> of(const QString &customerId) const;
    Result<void> set(const QString &customerId, const QByteArray &json);

  private:
    QSqlDatabase m_connection;
};

}  // namespace lw::server
