// SPDX-License-Identifier: GPL-3.0-or-later
// A write that happens whole or not at all. What is not committed is rolled back when the object goes.
#pragma once

#include "server/store/database.h"

namespace lw::server {

/// One writer at a time; begin() waits for its turn. The object stays in the thread that made it.
class Transaction {
  public:
    static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    /// Returns only when the change is on the disk.
    Result<void> commit();
    const QSqlDatabase &connection() const { return m_connection; }

  private:
    Transaction(const QSqlDatabase &connection, std::unique_lock<std::mutex> turn);
    QSqlDatabase m_connection;
    std::unique_lock<std::mutex> m_turn;
    bool m_open = true;
};

}  // namespace lw::server
