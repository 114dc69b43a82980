// SPDX-License-Identifier: GPL-3.0-or-later
// The table sessions: open sessions, by the SHA-256 of their token. The token itself is stored nowhere.
#pragma once

#include "core/util/result.h"

#include <QDateTime>
#include <QList>
#include <QSqlDatabase>

namespace lw::server {

struct SessionRow {
    QString id;
    QByteArray tokenHash;
    QString userId;
    QString customerId;
    QDateTime createdAt;
    QDateTime lastSeenAt;
    QString address;
    QString agent;
};

class SessionTable {
  public:
    explicit SessionTable(const QSqlDatabase &connection) : m_connection(connection) {}
    Result<void> insert(const SessionRow &session);
    /// Errc::NotFound: no open session.
    Result<SessionRow> byTokenHash(const QByteArray &tokenHash) const;
    Result<SessionRow> byId(const QString &id) const;
    Result<QList<SessionRow>> ofUser(const QString &userId) const;
    /// The latest seen first.
    Result<QList<SessionRow>> ofCustomer(const QString &customerId, int limit) const;
    /// Sessions seen last at or before `seen`, or made at or before `created`.
    Result<QList<SessionRow>> olderThan(const QDateTime &seen, const QDateTime &created, int limit) const;
    Result<void> touch(const QString &id, const QDateTime &lastSeenAt);
    /// False: it was gone already, so whoever removed it wrote the event.
    Result<bool> remove(const QString &id);

  private:
    Result<QList<SessionRow>> select(const QString &where, const QVariantList &values) const;
    QSqlDatabase m_connection;
};

}  // namespace lw::server
