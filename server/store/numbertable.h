// SPDX-License-Identifier: GPL-3.0-or-later
// The table numbers: a customer's telephone numbers with what Call Guard bars for each. A number belongs to one
// customer in the whole back end.
#pragma once

#include "core/domain/callguard.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QSqlDatabase>

#include <optional>

namespace lw::server {

/// The rules are JSON of the contract: `number.barring` is not used here.
struct NumberRow {
    GuardedNumber number;
    QByteArray barring;
};

class NumberTable {
  public:
    explicit NumberTable(const QSqlDatabase &connection) : m_connection(connection) {}

    /// In the order of the numbers.
    Result<QList<NumberRow>> all(const QString &customerId) const;
    /// Errc::NotFound, for another customer's number too.
    Result<NumberRow> find(const QString &customerId, const QString &number) const;
    /// Whoever has it; nullopt: nobody.
    Result<std::optional<QString>> customerOf(const QString &number) const;
    Result<int> count(const QString &customerId) const;
    Result<void> insert(const QString &customerId, const NumberRow &row);
    Result<void> update(const QString &customerId, const NumberRow &row);
    Result<void> setGuard(const QString &customerId, const QString &number, GuardState guard);
    Result<void> remove(const QString &customerId, const QString &number);

  private:
    QSqlDatabase m_connection;
};

}  // namespace lw::server
