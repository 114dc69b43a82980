// SPDX-License-Identifier: GPL-3.0-or-later
// The tables offences and blocked_addresses: failed sign-ins by address, and who is turned away for them. Addresses are
// keys of policy::blockingKey(). A block that ended stays for a while, so that the next one of the same address grows.
#pragma once

#include "core/domain/networkaccess.h"
#include "core/util/result.h"

#include <QSqlDatabase>

#include <optional>

namespace lw::server {

struct OffenceRow {
    QDateTime at;
    QString loginKey;
};

struct BlockRow {
    enum class State : int {
        Running = 0,
        Lifted = 1,  ///< by hand
        Ended = 2    ///< by itself, and its event is written
    };
    QString customerId;
    BlockedAddress block;
    State state = State::Running;
};

class BlockTable {
  public:
    explicit BlockTable(const QSqlDatabase &connection) : m_connection(connection) {}

    Result<void> addOffence(const QString &customerId, const QString &key, const OffenceRow &offence);
    /// The latest first.
    Result<QList<OffenceRow>> offences(const QString &customerId, const QString &key, int limit) const;
    /// Forgets those of this key made before `instant`.
    Result<void> forgetOffences(const QString &customerId, const QString &key, const QDateTime &instant);
    /// Forgets everybody's made before `instant`; how many.
    Result<int> forgetOffences(const QDateTime &instant);

    Result<std::optional<BlockRow>> find(const QString &customerId, const QString &key) const;
    /// Makes or replaces the row of its address.
    Result<void> store(const BlockRow &row);
    /// Running ones, the latest first.
    Result<QList<BlockedAddress>> running(const QString &customerId, int limit) const;
    /// Running ones of every customer whose end is at or before `instant`.
    Result<QList<BlockRow>> endedBy(const QDateTime &instant, int limit) const;
    /// Removes what ended before `instant`; how many.
    Result<int> removeEndedBefore(const QDateTime &instant);

  private:
    Result<QList<BlockRow>> select(const QString &where, const QVariantList &values) const;
    QSqlDatabase m_connection;
};

}  // namespace lw::server
