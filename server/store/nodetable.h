// SPDX-License-Identifier: GPL-3.0-or-later
// The table nodes: hashes of the perfect subtrees above the leaves, by position (logtable.h). Level 0 is in the table
// leaves.
#pragma once

#include "core/domain/proof.h"
#include "server/store/statement.h"

#include <optional>

namespace lw::server {

class NodeTable {
  public:
    explicit NodeTable(const QSqlDatabase &connection) : m_connection(connection) {}
    Result<void> insert(qint64 position, const QByteArray &hash);
    /// Errc::NotFound: the tree has no such node yet.
    Result<Hash> hash(qint64 position) const;

  private:
    QSqlDatabase m_connection;
    std::optional<Statement> m_insert;
};

}  // namespace lw::server
