// SPDX-License-Identifier: GPL-3.0-or-later
// The table logs: one audit log a customer, with the right edge of its tree. Also the one integer under which a leaf or
// a node of any log is stored.
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QSqlDatabase>

namespace lw::server {

/// How many leaves and nodes one log can number: 2^40 leaves make 2^41 nodes.
inline constexpr int logPositionBits = 42;

/// Leaf `index` of a log.
constexpr qint64 leafPosition(qint64 logId, quint64 index)
{
    return (logId << logPositionBits) + static_cast<qint64>(index);
}

/// Node `index` of `level` (1: two leaves). In-order numbering: unique over all levels, and near in the table to the
/// leaves below it.
constexpr qint64 nodePosition(qint64 logId, unsigned level, quint64 index)
{
    const quint64 inOrder = (index << (level + 1)) | ((quint64(1) << level) - 1);
    return (logId << logPositionBits) + static_cast<qint64>(inOrder);
}

struct LogRow {
    qint64 id = 0;
    QString customerId;
    QString origin;  ///< first line of its checkpoints; chosen when the log is made and kept for ever
    quint64 size = 0;
    QByteArray frontier;  ///< audit::CompactRange::serialise()
};

class LogTable {
  public:
    explicit LogTable(const QSqlDatabase &connection) : m_connection(connection) {}
    /// Makes an empty log. Errc::Conflict: the customer has one, or the origin is taken.
    Result<LogRow> create(const QString &customerId, const QString &origin, const QByteArray &emptyFrontier);
    /// Errc::NotFound: the customer has no log.
    Result<LogRow> ofCustomer(const QString &customerId) const;
    /// The same, and nobody else may append until the transaction ends.
    Result<LogRow> ofCustomerForAppend(const QString &customerId) const;
    Result<void> advance(qint64 logId, quint64 size, const QByteArray &frontier);

  private:
    Result<LogRow> select(const QString &customerId, const QString &suffix) const;
    QSqlDatabase m_connection;
};

}  // namespace lw::server
