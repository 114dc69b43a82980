// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/leaftable.h"

#include "core/audit/merkle.h"
#include "core/audit/purgedleaf.h"
#include "server/store/logtable.h"

namespace lw::server {

namespace {

/// The line of a row of leaf and hash: a leaf without content was purged.
Result<QByteArray> lineOf(const Statement &row, int leafColumn)
{
    QByteArray leaf = row.value(leafColumn).toByteArray();
    if (!leaf.isEmpty()) return leaf;
    const Result<Hash> hash = audit::hashFromBytes(row.value(leafColumn + 1).toByteArray());
    if (!hash) return hash.error();
    return audit::purgedLeaf(*hash);
}

Error noSuchEntry()
{
    return makeError(Errc::NotFound, QStringLiteral("The log has no such entry."));
}

}  // namespace

Result<void> LeafTable::insert(qint64 position, const QByteArray &leaf, const QByteArray &hash)
{
    if (!m_insert)
        m_insert.emplace(m_connection, QStringLiteral("INSERT INTO leaves (position, leaf, hash) VALUES (?, ?, ?)"),
                         QStringLiteral("append to the log"));
    return m_insert->run(position, leaf, hash);
}

Result<void> LeafTable::purge(qint64 position)
{
    if (!m_purge)
        m_purge.emplace(m_connection, QStringLiteral("UPDATE leaves SET leaf = ? WHERE position = ?"),
                        QStringLiteral("purge the log"));
    if (Result<void> ran = m_purge->run(QByteArray(), position); !ran) return ran;
    return m_purge->rowsChanged() == 1 ? Result<void>() : noSuchEntry();
}

Result<QByteArray> LeafTable::leaf(qint64 position) const
{
    Statement select(m_connection, QStringLiteral("SELECT leaf, hash FROM leaves WHERE position = ?"),
                     QStringLiteral("read the log"));
    if (Result<void> ran = select.run(position); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    if (!*row) return noSuchEntry();
    return lineOf(select, 0);
}

Result<Hash> LeafTable::hash(qint64 position) const
{
    Statement select(m_connection, QStringLiteral("SELECT hash FROM leaves WHERE position = ?"),
                     QStringLiteral("read the log"));
    if (Result<void> ran = select.run(position); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    if (!*row) return noSuchEntry();
    return audit::hashFromBytes(select.value(0).toByteArray());
}

Result<QList<LeafTable::Content>> LeafTable::contents(qint64 logId, quint64 from, quint64 to, int limit) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT position, leaf FROM leaves WHERE position >= ? AND position < ?"
                                    " AND length(leaf) > 0 ORDER BY position LIMIT ?"),
                     QStringLiteral("read the log"));
    if (Result<void> ran = select.run(leafPosition(logId, from), leafPosition(logId, to), limit); !ran)
        return ran.error();
    QList<Content> contents;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return contents;
        contents.append({static_cast<quint64>(select.value(0).toLongLong() - leafPosition(logId, 0)),
                         select.value(1).toByteArray()});
    }
}

Result<LeafTable::Lines> LeafTable::lines(qint64 from, qint64 to, qsizetype enough) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT position, leaf, CASE WHEN length(leaf) = 0 THEN hash END FROM leaves"
                                    " WHERE position >= ? AND position < ? ORDER BY position"),
                     QStringLiteral("read the log"));
    if (Result<void> ran = select.run(from, to); !ran) return ran.error();
    Lines lines;
    lines.text.reserve(enough + 4096);
    for (qint64 expected = from; expected < to && lines.text.size() < enough; ++expected) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row || select.value(0).toLongLong() != expected)
            return makeError(Errc::Corrupt,
                             QStringLiteral("An entry of the audit log is missing. Restore the store from "
                                            "a backup; keep the damaged file."));
        const Result<QByteArray> line = lineOf(select, 1);
        if (!line) return line.error();
        lines.text += *line;
        lines.text += '\n';
        ++lines.count;
    }
    return lines;
}

}  // namespace lw::server
