// SPDX-License-Identifier: GPL-3.0-or-later
// The people and roles of the caller's customer as one transaction sees them, and what the caller may make of them. The
// judgement of one change and of ten thousand is the same.
#pragma once

#include "core/domain/customer.h"
#include "core/domain/role.h"
#include "core/policy/accountrules.h"
#include "core/protocol/accounts.h"
#include "server/http/principal.h"

#include <QHash>
#include <QSet>
#include <QSqlDatabase>

#include <optional>

namespace lw::server {

class Roster {
  public:
    static Result<Roster> read(const QSqlDatabase &connection, const Principal &principal);

    const Customer &customer() const { return m_customer; }
    /// Errc::NotFound for people of another customer just as for nobody.
    Result<User> byId(const QString &id) const;
    const User *byLogin(const QString &login) const;

    /// The new person, without an id. Errors name the member.
    Result<User> created(const protocol::NewUser &wish, const QDateTime &now) const;
    /// The person after the patch. Errc::Conflict (field "status"): the own account; Errc::Forbidden: the person holds,
    /// or would hold, more than the caller. Whether an owner remains is asked of keepsAnOwner().
    Result<User> changed(const User &present, const protocol::UserPatch &patch, const QDateTime &now) const;
    /// Whether the caller may act for this person: reset the password, disable.
    Result<void> mayManage(const User &person) const;
    /// Errc::Conflict (field "status" or "roles"): nobody could own the customer's data any more.
    Result<void> keepsAnOwner(const User &present, const User &after) const;

    /// From here on the roster judges as if this were stored.
    void put(const User &user);

  private:
    Roster(const Principal &principal, Customer customer, QList<Role> roles, const QList<User> &people,
           QSet<QString> leavingOwners);
    const policy::TakenLogins &taken() const;
    Result<void> mayGive(const QStringList &before, const QStringList &after) const;

    const Principal &m_principal;
    Customer m_customer;
    QList<Role> m_roles;  ///< the customer's own
    QList<User> m_people;
    QSet<QString> m_leavingOwners;  ///< whom an open departure takes the role from: they protect nobody
    QHash<QString, qsizetype> m_byId;
    QHash<QString, qsizetype> m_byLogin;
    mutable std::optional<policy::TakenLogins> m_taken;  ///< made for the first new person: judging looks takes time
};

}  // namespace lw::server
