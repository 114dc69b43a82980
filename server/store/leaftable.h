// SPDX-License-Identifier: GPL-3.0-or-later
// The table leaves: the canonical bytes of every event and their hash, by position (logtable.h).
#pragma once

#include "core/domain/proof.h"
#include "server/store/statement.h"

#include <QList>

#include <optional>

namespace lw::server {

class LeafTable {
  public:
    explicit LeafTable(const QSqlDatabase &connection) : m_connection(connection) {}

    /// Prepared once an object, so that many appends cost little each.
    Result<void> insert(qint64 position, const QByteArray &leaf, const QByteArray &hash);

    /// Takes the leaf's content away; its hash stays. Errc::NotFound: no such leaf. Twice is as good as once.
    Result<void> purge(qint64 position);

    /// For a purged leaf what stands for it (purgedleaf.h). Errc::NotFound: no such leaf.
    Result<QByteArray> leaf(qint64 position) const;
    Result<Hash> hash(qint64 position) const;

    struct Content {
        quint64 index = 0;
        QByteArray leaf;
    };
    /// Leaves of a log from `from` up to (not including) `to` that were not purged, in their order; at most `limit`.
    Result<QList<Content>> contents(qint64 logId, quint64 from, quint64 to, int limit) const;

    struct Lines {
        QByteArray text;  ///< leaves, or what stands for purged ones, each followed by a newline
        quint64 count = 0;
    };
    /// The leaves from `from` up to (not including) `to`, until the text has at least `enough` bytes.
    /// Errc::Corrupt: one of them is missing.
    Result<Lines> lines(qint64 from, qint64 to, qsizetype enough) const;

  private:
    QSqlDatabase m_connection;
    std::optional<Statement> m_insert;
    std::optional<Statement> m_purge;
};

}  // namespace lw::server
