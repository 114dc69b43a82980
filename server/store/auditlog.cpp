// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/auditlog.h"

#include "core/audit/checkpoint.h"
#include "core/audit/merkle.h"
#include "server/store/auditappender.h"
#include "server/store/identifier.h"

namespace lw::server {

namespace {

constexpr qsizetype chunkBytes = 128 * 1024;

/// Reads the tree's nodes where they are stored: level 0 with the leaves.
audit::NodeAt nodesOf(const QSqlDatabase &connection, qint64 logId)
{
    return [connection, logId](unsigned level, quint64 index) -> Result<Hash> {
        return level == 0 ? LeafTable(connection).hash(leafPosition(logId, index))
                          : NodeTable(connection).hash(nodePosition(logId, level, index));
    };
}

Error outside(const char *field, quint64 size)
{
    return makeError(
        Errc::InvalidInput,
        QStringLiteral("\"%1\" lies outside the log, which has %2 entries.").arg(QLatin1String(field)).arg(size),
        QLatin1String(field));
}

}  // namespace

AuditLog::AuditLog(Database &database, const Clock &clock, audit::Signer signer)
    : m_database(database), m_clock(clock), m_signer(std::move(signer))
{
}

Result<void> AuditLog::create(const Transaction &transaction, const QString &customerId, const QString &backEnd,
                              const QString &customerSlug)
{
    const QString origin = backEnd + QLatin1Char('/') + customerSlug;
    if (Result<audit::Signer> named = m_signer.named(origin); !named) return named.error();
    const Result<LogRow> made =
        LogTable(transaction.connection()).create(customerId, origin, audit::CompactRange().serialise());
    if (!made) return made.error();
    return {};
}

AuditEvent AuditLog::completed(AuditEvent event) const
{
    const QDateTime now = m_clock.nowUtc();
    if (!event.time.isValid()) event.time = now;
    if (event.id.isEmpty()) event.id = makeIdentifier("evt", now);
    if (event.source.format.isEmpty()) event.source.format = QStringLiteral("linewardend");
    return event;
}

Result<quint64> AuditLog::append(const Transaction &transaction, const QString &customerId, AuditEvent event)
{
    const AuditEvent events[] = {std::move(event)};
    return append(transaction, customerId, std::span(events));
}

Result<quint64> AuditLog::append(const Transaction &transaction, const QString &customerId,
                                 std::span<const AuditEvent> events)
{
    Result<std::unique_ptr<AuditAppender>> appender = AuditAppender::begin(transaction, customerId);
    if (!appender) return appender.error();
    const quint64 first = (*appender)->size();
    for (const AuditEvent &event : events)
        if (Result<quint64> index = (*appender)->append(completed(event)); !index) return index.error();
    if (Result<void> stored = (*appender)->finish(); !stored) return stored.error();
    return first;
}

Result<quint64> AuditLog::append(const QString &customerId, AuditEvent event)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    Result<quint64> index = append(*transaction, customerId, std::move(event));
    if (!index) return index;
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return index;
}

Result<LogRow> AuditLog::logOf(const QString &customerId)
{
    Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    return LogTable(*connection).ofCustomer(customerId);
}

Result<AuditLog::Head> AuditLog::head(const QString &customerId)
{
    const Result<LogRow> log = logOf(customerId);
    if (!log) return log.error();
    const Result<audit::CompactRange> range = audit::CompactRange::restore(log->frontier);
    if (!range) return makeError(Errc::Corrupt, QStringLiteral("The head of the audit log is damaged."));
    return Head{log->origin, log->size, range->root()};
}

Result<QByteArray> AuditLog::checkpoint(const QString &customerId)
{
    const Result<LogRow> log = logOf(customerId);
    if (!log) return log.error();
    {
        const std::lock_guard lock(m_notesLock);
        const auto known = m_notes.constFind(log->id);
        if (known != m_notes.constEnd() && known->size == log->size && !known->text.isEmpty()) return known->text;
    }
    const Result<audit::CompactRange> range = audit::CompactRange::restore(log->frontier);
    if (!range) return makeError(Errc::Corrupt, QStringLiteral("The head of the audit log is damaged."));
    // Ed25519 signatures are deterministic: two threads that sign the same head make the same note.
    Result<QByteArray> note = audit::signCheckpoint(log->origin, log->size, range->root(), m_signer);
    if (!note) return note;
    const std::lock_guard lock(m_notesLock);
    Note &last = m_notes[log->id];
    if (last.size <= log->size) last = Note{log->size, *note};
    return note;
}

Result<QString> AuditLog::verifierKey(const QString &customerId)
{
    const Result<LogRow> log = logOf(customerId);
    if (!log) return log.error();
    const Result<audit::Signer> named = m_signer.named(log->origin);
    if (!named) return named.error();
    return named->verifierKey().text();
}

Result<ConsistencyProof> AuditLog::consistency(const QString &customerId, quint64 from, quint64 to)
{
    const Result<LogRow> log = logOf(customerId);
    if (!log) return log.error();
    if (to > log->size) return outside("to", log->size);
    if (from > to)
        return makeError(Errc::InvalidInput, QStringLiteral("\"from\" must not be larger than \"to\"."),
                         QStringLiteral("from"));
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    return audit::proveConsistency(from, to, nodesOf(*connection, log->id));
}

Result<InclusionProof> AuditLog::inclusion(const QString &customerId, quint64 index, quint64 size)
{
    const Result<LogRow> log = logOf(customerId);
    if (!log) return log.error();
    if (size > log->size) return outside("size", log->size);
    if (index >= size)
        return makeError(Errc::InvalidInput, QStringLiteral("\"index\" must be smaller than \"size\"."),
                         QStringLiteral("index"));
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    return audit::proveInclusion(index, size, nodesOf(*connection, log->id));
}

Result<QByteArray> AuditLog::leaf(const QString &customerId, quint64 index)
{
    const Result<LogRow> log = logOf(customerId);
    if (!log) return log.error();
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    return LeafTable(*connection).leaf(leafPosition(log->id, index));
}

Result<void> AuditLog::purge(const Transaction &transaction, const QString &customerId,
                             std::span<const quint64> indexes)
{
    const Result<LogRow> log = LogTable(transaction.connection()).ofCustomer(customerId);
    if (!log) return log.error();
    LeafTable leaves(transaction.connection());
    for (const quint64 index : indexes) {
        if (index >= log->size) return outside("index", log->size);
        if (Result<void> gone = leaves.purge(leafPosition(log->id, index)); !gone) return gone;
    }
    return {};
}

Result<LeafSource> AuditLog::stream(const QString &customerId, quint64 from, quint64 to)
{
    const Result<LogRow> log = logOf(customerId);
    if (!log) return log.error();
    if (to > log->size) return outside("to", log->size);
    if (from > to)
        return makeError(Errc::InvalidInput, QStringLiteral("\"from\" must not be larger than \"to\"."),
                         QStringLiteral("from"));
    // Each piece is a query of its own: the writer may ask from another thread each time, and a connection belongs to
    // one thread; nor does a slow reader then hold a read lock that keeps the store's journal from shrinking.
    return LeafSource([this, id = log->id, next = from, to](QByteArray &chunk) mutable -> Result<bool> {
        if (next >= to) return false;
        const Result<QSqlDatabase> connection = m_database.connection();
        if (!connection) return connection.error();
        Result<LeafTable::Lines> lines =
            LeafTable(*connection).lines(leafPosition(id, next), leafPosition(id, to), chunkBytes);
        if (!lines) return lines.error();
        chunk = std::move(lines->text);
        next += lines->count;
        return true;
    });
}

}  // namespace lw::server
