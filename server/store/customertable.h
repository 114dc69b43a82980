// SPDX-License-Identifier: GPL-3.0-or-later
// The table customers.
#pragma once

#include "core/domain/customer.h"
#include "core/util/result.h"

#include <QSqlDatabase>

namespace lw::server {

class CustomerTable {
  public:
    explicit CustomerTable(const QSqlDatabase &connection) : m_connection(connection) {}
    /// Errc::Conflict: the short name is taken.
    Result<void> insert(const Customer &customer);
    /// Errc::NotFound for both.
    Result<Customer> byId(const QString &id) const;
    Result<Customer> bySlug(const QString &slug) const;
    Result<QList<Customer>> all() const;
    Result<void> setPasswordPolicy(const QString &id, const PasswordPolicy &policy);
    /// Roles whose people need a second factor, and those whose people need a client certificate.
    Result<void> setRequirements(const QString &id, const QStringList &mfaRoles, const QStringList &certificateRoles);

  private:
    Result<QList<Customer>> select(const QString &where, const QVariantList &values) const;
    QSqlDatabase m_connection;
};

}  // namespace lw::server
