// SPDX-License-Identifier: GPL-3.0-or-later
// A write that happens whole or not at all. What is not committed is rolled back when the object goes.
#pragma once

#include "server/store/database.h"

#include <functional>
#include <vector>

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
    Database &database() const { return *m_database; }

    /// Called once the change is on the disk, in this thread and after the next writer may begin; never when it was
    /// rolled back. For what others learn of a change: it must not fail, and must not write.
    void afterCommit(std::function<void()> tell) const { m_afterCommit.push_back(std::move(tell)); }

  private:
    Transaction(Database &database, const QSqlDatabase &connection, std::unique_lock<std::mutex> turn);
    Database *m_database;
    QSqlDatabase m_connection;
    mutable std::vector<std::function<void()>> m_afterCommit;
    std::unique_lock<std::mutex> m_turn;
    bool m_open = true;
};

}  // namespace lw::server
