// SPDX-License-Identifier: GPL-3.0-or-later
// The table departures: every case of a departure or reassignment, with its proof. A case is never deleted.
#pragma once

#include "core/domain/departure.h"
#include "core/domain/user.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QSqlDatabase>

#include <optional>

namespace lw::server {

/// A case with what only the back end knows of it.
struct DepartureRow {
    QString customerId;
    Departure departure;
    /// SHA-256 of the tokens of the sessions that it ended; kept until every probe passed.
    QList<QByteArray> probeTokens;
};

class DepartureTable {
  public:
    explicit DepartureTable(const QSqlDatabase &connection) : m_connection(connection) {}

    Result<void> insert(const DepartureRow &row);
    /// State, execution and proof; the rest of a case never changes.
    Result<void> update(const DepartureRow &row);

    /// Errc::NotFound for a case of another customer just as for none.
    Result<DepartureRow> byId(const QString &customerId, const QString &id) const;
    /// The latest moment of departure first.
    Result<QList<Departure>> ofCustomer(const QString &customerId, int limit) const;
    /// The person's scheduled case, if there is one: at most one can be open.
    Result<std::optional<DepartureRow>> openOf(const QString &userId) const;
    /// Scheduled cases whose time has come at `now`, the earliest first.
    Result<QList<DepartureRow>> due(const QDateTime &now, int limit) const;
    /// Carried out and not yet proved.
    Result<QList<DepartureRow>> unproved(int limit) const;
    /// When the next scheduled case falls due; invalid: there is none.
    Result<QDateTime> nextEffective() const;
    /// People whom an open case is going to take the owner's role from. Whoever protects the last owner must not count
    /// them as owners: see withoutLeavingOwners().
    Result<QSet<QString>> leavingOwners(const QString &customerId) const;

  private:
    Result<QList<DepartureRow>> select(const QString &where, const QVariantList &values) const;
    QSqlDatabase m_connection;
};

/// The customer's people as policy::isLastOwner() must see them: those who are going to lose the owner's role are not
/// in the list. Use it wherever an owner is disabled or loses the role.
Result<QList<User>> withoutLeavingOwners(const QSqlDatabase &connection, const QString &customerId);

}  // namespace lw::server
