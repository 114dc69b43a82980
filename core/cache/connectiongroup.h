// SPDX-License-Identifier: GPL-3.0-or-later
// All connections of an unlocked vault, with the key that opens more of them. Internal to Vault and Connection.
//
// The group holds no lock while it waits for a connection, and a connection never calls its group: no order to break.
#pragma once

#include "core/cache/connection.h"
#include "core/cache/sqlcipherdriver.h"
#include "core/cache/sqlite.h"
#include "core/cache/textcache.h"

#include <atomic>
#include <string>
#include <unordered_map>
#include <vector>

namespace lw::cache {

/// What a Connection and its group share.
class ConnectionCore {
  public:
    ConnectionCore(QString directory, SqlCipherDriver *driver);
    ~ConnectionCore();
    ConnectionCore(const ConnectionCore &) = delete;
    ConnectionCore &operator=(const ConnectionCore &) = delete;

    /// Waits for the running call to end, which it hastens.
    void close();
    sqlite3 *handle() const { return m_driver->database(); }

    const QString directory;
    std::recursive_mutex mutex;
    std::atomic<bool> closing = false;
    std::atomic<bool> interrupted = false;
    int depth = 0;  ///< nested uses
    CancelToken cancel = CancelToken::none();
    QSqlDatabase database;
    std::unordered_map<std::string, Statement> statements;
    TextCache texts;

  private:
    static int progress(void *self);
    SqlCipherDriver *m_driver;  ///< owned by `database`
    QString m_name;
};

class ConnectionGroup {
  public:
    ConnectionGroup(QString directory, QString databaseName, Secret key);

    Result<std::unique_ptr<Connection>> connect(Purpose purpose);
    /// Closes every connection; new ones may follow.
    void closeAll();
    /// Closes every connection and forgets the key.
    void shut();
    bool isShut() const;

    Secret key() const;
    QString databasePath() const;
    void replace(const QString &databaseName, const Secret &key);
    QString directory() const { return m_directory; }

  private:
    mutable std::mutex m_mutex;
    const QString m_directory;
    QString m_databaseName;
    Secret m_key;
    bool m_shut = false;
    std::vector<std::weak_ptr<ConnectionCore>> m_cores;
};

}  // namespace lw::cache
