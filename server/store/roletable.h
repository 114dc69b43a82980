// SPDX-License-Identifier: GPL-3.0-or-later
// The table roles: what customers made themselves. Shipped roles are not in it (core/domain/role.h).
#pragma once

#include "core/domain/role.h"
#include "core/util/result.h"

#include <QSqlDatabase>

namespace lw::server {

class RoleTable {
  public:
    explicit RoleTable(const QSqlDatabase &connection) : m_connection(connection) {}

    /// By name. A permission that this version does not know gives nothing.
    Result<QList<Role>> all(const QString &customerId) const;
    /// The customer's own roles when one of `names` may be one of them, else none: most people hold shipped roles only,
    /// and their requests need no look at the table.
    Result<QList<Role>> behind(const QString &customerId, const QStringList &names) const;
    /// Errc::Conflict: the name is taken.
    Result<void> insert(const QString &customerId, const Role &role);
    /// Errc::NotFound for both when there is no such role.
    Result<void> update(const QString &customerId, const Role &role);
    Result<void> remove(const QString &customerId, const QString &name);

  private:
    QSqlDatabase m_connection;
};

}  // namespace lw::server
