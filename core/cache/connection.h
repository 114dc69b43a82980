// SPDX-License-Identifier: GPL-3.0-or-later
// One open connection to the encrypted cache. It belongs to the thread that asked for it; another thread may only
// interrupt it, or close it by locking the vault.
#pragma once

#include "core/cache/canceltoken.h"
#include "core/util/result.h"

#include <QSqlDatabase>

#include <memory>
#include <mutex>
#include <string_view>

struct sqlite3;

namespace lw::cache {

class ConnectionCore;
class ConnectionGroup;
class Statement;
class TextCache;

/// What a connection is for: how much memory it may take, and whether it writes.
enum class Purpose { Read, Write };

class Connection {
  public:
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Keeps the vault from closing the connection while in scope; every table and reader takes one for each call, and
    /// they nest. Cancelling the token, Connection::interrupt() and Vault::lock() end a running statement.
    class Use {
      public:
        ~Use();
        Use(Use &&other) noexcept;
        Use &operator=(Use &&) = delete;

      private:
        friend class Connection;
        Use(ConnectionCore *core, std::unique_lock<std::recursive_mutex> lock, CancelToken outer);
        ConnectionCore *m_core;
        std::unique_lock<std::recursive_mutex> m_lock;
        CancelToken m_outer;
    };
    /// Errc::Cancelled when the vault was locked meanwhile.
    Result<Use> use(const CancelToken &cancel = CancelToken::none());

    /// Ends the call that runs now, from any thread; its caller gets Errc::Cancelled. Nothing when none runs.
    void interrupt();
    bool isOpen() const;

    /// For QSqlQuery; valid only under a Use.
    QSqlDatabase database() const;
    /// For bulk work below Qt SQL; valid only under a Use.
    sqlite3 *handle() const;
    /// A statement that is prepared once and lives as long as the connection is open; valid only under a Use.
    Result<Statement *> statement(std::string_view sql, const QString &what);
    /// The folder of the vault, for its writer lock.
    QString directory() const;
    /// Interned strings that were read before, shared by the readers of this connection; valid only under a Use.
    TextCache &texts();

  private:
    friend class ConnectionGroup;
    explicit Connection(std::shared_ptr<ConnectionCore> core);
    std::shared_ptr<ConnectionCore> m_core;
};

}  // namespace lw::cache
