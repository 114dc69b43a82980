// SPDX-License-Identifier: GPL-3.0-or-later
// The customer's people as the back end last gave them.
#pragma once

#include "core/cache/connection.h"
#include "core/domain/user.h"
#include "core/util/result.h"

namespace lw::cache {

class PersonTable {
  public:
    explicit PersonTable(Connection &connection) : m_connection(connection) {}

    /// All or nothing; `etag` is what the back end gave for the whole list (empty: none).
    Result<void> replaceAll(const QList<User> &users, const QByteArray &etag, const QDateTime &nowUtc);
    /// By login name, case-insensitive order.
    Result<QList<User>> all();
    /// By unique ID, or by login name (case-insensitive). Errc::NotFound.
    Result<User> find(const QString &idOrLogin);
    Result<QByteArray> etag();
    /// Invalid: never.
    Result<QDateTime> fetchedAt();

  private:
    Connection &m_connection;
};

}  // namespace lw::cache
