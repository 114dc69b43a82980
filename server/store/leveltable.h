// SPDX-License-Identifier: GPL-3.0-or-later
// The table spend_levels: which warning levels were told of in a period, so that each is told once.
#pragma once

#include "core/domain/spend.h"
#include "core/util/result.h"

#include <QSqlDatabase>

#include <optional>

namespace lw::server {

/// A level that was reached, with how things stood then.
struct ToldLevel {
    SpendUsage usage;  ///< its reservations do not matter
    int level = 0;     ///< percent
    QString currency;
    QDateTime toldAt;  ///< UTC
};

/// Names it in NoticeTable: "day 2026-11-25T00:00:00.000Z 80 +442079460001 2026-11-25T10:12:00.000Z"; "-" in place of
/// a number: the customer's.
QString aboutOf(const ToldLevel &told);
/// What such a name says: where, which level and when; nullopt for any other text.
std::optional<ToldLevel> toldLevelOf(const QString &about);

class LevelTable {
  public:
    explicit LevelTable(const QSqlDatabase &connection) : m_connection(connection) {}

    /// False: it was told of before.
    Result<bool> add(const QString &customerId, const ToldLevel &told);
    Result<std::optional<ToldLevel>> find(const QString &customerId, const SpendUsage &where, int level) const;
    /// After a reset the levels are told of anew.
    Result<void> forget(const QString &customerId, const SpendUsage &where);

  private:
    QSqlDatabase m_connection;
};

}  // namespace lw::server
