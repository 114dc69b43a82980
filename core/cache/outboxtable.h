// SPDX-License-Identifier: GPL-3.0-or-later
// Notices to the back end that were made while it was out of reach; each is sent once, whatever happens between.
#pragma once

#include "core/cache/connection.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace lw::cache {

struct OutboxEntry {
    qint64 id = 0;
    QByteArray idempotencyKey;  ///< unique; the same key again adds nothing
    QByteArray body;            ///< JSON of the contract's ExportNotice
    QDateTime queuedAt;
    int attempts = 0;
    QDateTime lastAttemptAt;  ///< invalid: none yet
    QString lastError;
};

class OutboxTable {
  public:
    explicit OutboxTable(Connection &connection) : m_connection(connection) {}

    Result<void> add(const QByteArray &idempotencyKey, const QByteArray &body, const QDateTime &nowUtc);
    /// The oldest first.
    Result<QList<OutboxEntry>> pending(int limit = 100);
    Result<int> count();
    Result<void> failed(qint64 id, const QString &error, const QDateTime &nowUtc);
    /// It arrived (or the back end refused it for good): forget it.
    Result<void> remove(qint64 id);

  private:
    Connection &m_connection;
};

}  // namespace lw::cache
