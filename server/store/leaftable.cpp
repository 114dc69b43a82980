// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/leaftable.h"

#include "core/audit/merkle.h"

namespace lw::server {

Result<void> LeafTable::insert(qint64 position, const QByteArray &leaf, const QByteArray &hash)
{
    if (!m_insert)
        m_insert.emplace(m_connection, QStringLiteral("INSERT INTO leaves (position, leaf, hash) VALUES (?, ?, ?)"),
                         QStringLiteral("append to the log"));
    return m_insert->run(position, leaf, hash);
}

Result<QByteArray> LeafTable::leaf(qint64 position) const
{
    Statement select(m_connection, QStringLiteral("SELECT leaf FROM leaves WHERE position = ?"),
                     QStringLiteral("read the log"));
    if (Result<void> ran = select.run(position); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    if (!*row) return makeError(Errc::NotFound, QStringLiteral("The log has no such entry."));
    return select.value(0).toByteArray();
}

Result<Hash> LeafTable::hash(qint64 position) const
{
    Statement select(m_connection, QStringLiteral("SELECT hash FROM leaves WHERE position = ?"),
                     QStringLiteral("read the log"));
    if (Result<void> ran = select.run(position); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    if (!*row) return makeError(Errc::NotFound, QStringLiteral("The log has no such entry."));
    return audit::hashFromBytes(select.value(0).toByteArray());
}

Result<LeafTable::Lines> LeafTable::lines(qint64 from, qint64 to, qsizetype enough) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT leaf FROM leaves WHERE position >= ? AND position < ? ORDER BY position"),
                     QStringLiteral("read the log"));
    if (Result<void> ran = select.run(from, to); !ran) return ran.error();
    Lines lines;
    lines.text.reserve(enough + 4096);
    while (lines.text.size() < enough) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) break;
        lines.text += select.value(0).toByteArray();
        lines.text += '\n';
        ++lines.count;
    }
    return lines;
}

}  // namespace lw::server
