// SPDX-License-Identifier: GPL-3.0-or-later
// The table users: the people of every customer, without their secrets (credentialtable.h).
#pragma once

#include "core/domain/user.h"
#include "core/util/result.h"

#include <QSqlDatabase>

namespace lw::server {

/// Login names are compared case-folded; so is what a search looks through.
QString loginKey(QStringView login);

class UserTable {
  public:
    explicit UserTable(const QSqlDatabase &connection) : m_connection(connection) {}

    /// Errc::Conflict: the login name is taken in this customer.
    Result<void> insert(const QString &customerId, const User &user);
    /// Every column but id, login and creation.
    Result<void> update(const User &user);

    /// Another login name, for a person who is erased. Errc::Conflict: it is taken.
    Result<void> rename(const QString &id, const QString &login);

    /// Errc::NotFound for a user of another customer just as for nobody.
    Result<User> byId(const QString &customerId, const QString &id) const;
    Result<User> byLogin(const QString &customerId, QStringView login) const;

    struct Page {
        QList<User> users;
        bool more = false;
    };
    /// In the order of login names, those after `afterLogin` (empty: from the first). `search`: every word occurs in
    /// login, name or department.
    Result<Page> page(const QString &customerId, const QString &search, const QString &afterLogin, int limit) const;
    Result<qint64> count(const QString &customerId, const QString &search) const;
    Result<QList<User>> all(const QString &customerId) const;
    /// People whose lock ended at or before `instant`, with their customer.
    struct Lapsed {
        QString customerId;
        User user;
    };
    Result<QList<Lapsed>> locksEndedBy(const QDateTime &instant, int limit) const;

  private:
    QSqlDatabase m_connection;
};

}  // namespace lw::server
