// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/nodetable.h"

#include "core/audit/merkle.h"

namespace lw::server {

Result<void> NodeTable::insert(qint64 position, const QByteArray &hash)
{
    if (!m_insert)
        m_insert.emplace(m_connection, QStringLiteral("INSERT INTO nodes (position, hash) VALUES (?, ?)"),
                         QStringLiteral("append to the log"));
    return m_insert->run(position, hash);
}

Result<Hash> NodeTable::hash(qint64 position) const
{
    Statement select(m_connection, QStringLiteral("SELECT hash FROM nodes WHERE position = ?"),
                     QStringLiteral("read the log's tree"));
    if (Result<void> ran = select.run(position); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    if (!*row) return makeError(Errc::NotFound, QStringLiteral("The log's tree has no such node."));
    return audit::hashFromBytes(select.value(0).toByteArray());
}

}  // namespace lw::server
