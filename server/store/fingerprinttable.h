// SPDX-License-Identifier: GPL-3.0-or-later
// The table fingerprints: which lines of foreign logs became events already, a log.
#pragma once

#include "server/store/statement.h"

#include <optional>

namespace lw::server {

class FingerprintTable {
  public:
    explicit FingerprintTable(const QSqlDatabase &connection) : m_connection(connection) {}
    /// True: new, and remembered now. False: known.
    Result<bool> remember(qint64 logId, const QByteArray &fingerprint);

  private:
    QSqlDatabase m_connection;
    std::optional<Statement> m_insert;
};

}  // namespace lw::server
