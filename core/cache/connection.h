// SPDX-License-Identifier: GPL-3.0-or-later
// One open connection to the encrypted cache. It belongs to the thread that asked for it; another thread may only
// interrupt it, or close it by locking the vault.
#pragma once

#include "core/cache/canceltoken.h"
#include "core/util/result.h"

#include <QSqlDatabase>

#include <memory>
#include <mutex>

struct sqlite3;

namespace lw::cache {

class ConnectionGroup;
class TextCache;

/// What a connection is for: how much memory it may take, and whether it writes.
enum class Purpose { Read, Write };

class Connection {
  public:
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Keeps the vault from closing the connection while in scope; every table and reader takes one for each call.
    /// Cancelling the token, Connection::interrupt() and Vault::lock() end a running statement.
    class Use {
      public:
        ~Use();
        Use(Use &&other) noexcept;
        Use &operator=(Use &&) = delete;

      private:
        friend class Connection;
        Use(Connection &connection, std::unique_lock<std::recursive_mutex> lock);
        Connection *m_connection;
        std::unique_lock<std::recursive_mutex> m_lock;
    };
    /// Errc::Cancelled when the vault was locked meanwhile.
    Result<Use> use(const CancelToken &cancel = CancelToken::none());

    /// Ends the statement that runs now, from any thread; its caller gets Errc::Cancelled.
    void interrupt();
    bool isOpen() const;

    /// For QSqlQuery; valid only under a Use.
    QSqlDatabase database() const { return m_database; }
    /// For bulk work below Qt SQL; valid only under a Use, null when closed.
    sqlite3 *handle() const { return m_handle; }
    /// The folder of the vault, for its writer lock.
    QString directory() const { return m_directory; }
    /// Interned strings that were read before, shared by the readers of this connection.
    TextCache &texts() { return *m_texts; }

  private:
    friend class ConnectionGroup;
    Connection(std::shared_ptr<ConnectionGroup> group, QSqlDatabase database, sqlite3 *handle, QString directory);
    void close();
    static int progress(void *self);

    std::shared_ptr<ConnectionGroup> m_group;
    QSqlDatabase m_database;
    sqlite3 *m_handle = nullptr;
    QString m_directory;
    std::unique_ptr<TextCache> m_texts;
    mutable std::recursive_mutex m_mutex;
    CancelToken m_cancel = CancelToken::none();
    std::atomic<bool> m_closing = false;
};

}  // namespace lw::cache
