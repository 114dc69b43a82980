// SPDX-License-Identifier: GPL-3.0-or-later
// The back end's store: one file, opened by as many threads as want, each with a connection of its own.
#pragma once

#include "core/util/result.h"

#include <QSqlDatabase>

#include <memory>
#include <mutex>

namespace lw::server {

/// Threads share one Database; a connection never leaves its thread. Needs a QCoreApplication (Qt's plugin loader).
class Database {
  public:
    /// Opens or makes the file (mode 0600) and brings its schema up to date. Errc::NewerSchema: written by a newer
    /// version, left untouched. Errc::Corrupt, ReadOnly, DiskFull, Io as they say.
    static Result<std::unique_ptr<Database>> open(const QString &file, int busyMs = 15000);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// The calling thread's connection, made on first use and closed when the thread ends or the Database goes.
    Result<QSqlDatabase> connection();

    QString file() const { return m_file; }
    /// Writers of this process queue here instead of polling the file's lock; see Transaction.
    std::mutex &writers() { return m_writers; }

  private:
    Database(QString file, int busyMs);
    const QString m_file;
    const int m_busyMs;
    const quint64 m_id;
    std::mutex m_writers;
};

}  // namespace lw::server
