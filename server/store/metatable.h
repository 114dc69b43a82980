// SPDX-License-Identifier: GPL-3.0-or-later
// The table meta: single facts about the store itself.
#pragma once

#include "core/util/result.h"

#include <QSqlDatabase>

namespace lw::server {

class MetaTable {
  public:
    explicit MetaTable(const QSqlDatabase &connection) : m_connection(connection) {}
    /// Empty when there is none.
    Result<QString> value(const QString &name) const;
    Result<void> setValue(const QString &name, const QString &value);

  private:
    QSqlDatabase m_connection;
};

}  // namespace lw::server
