// SPDX-License-Identifier: GPL-3.0-or-later
// The back end's store: one file, opened by as many threads as want, each with a connection of its own.
#pragma once

#include "core/util/result.h"

#include <QList>
#include <QSqlDatabase>

#include <functional>
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

    /// What one commit added to a customer's audit log.
    struct Appended {
        QString customerId;
        quint64 size = 0;   ///< entries of the log afterwards
        QStringList kinds;  ///< names of the new events' kinds, each once
    };
    /// Told after each commit of this process that appended something, in the writing thread. Set before there are
    /// others.
    void tellAppended(std::function<void(const Appended &)> listener) { m_listener = std::move(listener); }
    void appended(const Appended &what) const
    {
        if (m_listener) m_listener(what);
    }

  private:
    Database(QString file, int busyMs);
    const QString m_file;
    const int m_busyMs;
    const quint64 m_id;
    std::mutex m_writers;
    std::function<void(const Appended &)> m_listener;
};

}  // namespace lw::server
