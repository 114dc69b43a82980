// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/purgetable.h"

#include "core/protocol/retention.h"
#include "server/store/statement.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lw::server {

namespace {

const auto reading = QStringLiteral("read the purges");

// What one run needs to go on: only this file reads it.
constexpr QLatin1String keySize("logSize");
constexpr QLatin1String keyNext("nextLeaf");
constexpr QLatin1String keyCallsDone("callsDone");
constexpr QLatin1String keyCallAt("lastCallAt");
constexpr QLatin1String keyCallId("lastCallId");
constexpr QLatin1String keyTexts("subjectTexts");
constexpr QLatin1String keyLogin("subjectLogin");

QString progressOf(const PurgeWork &work)
{
    if (work.run.finished()) return QStringLiteral("{}");
    QJsonObject object{{keySize, static_cast<qint64>(work.logSize)},
                       {keyNext, static_cast<qint64>(work.nextLeaf)},
                       {keyCallsDone, work.callsDone},
                       {keyCallId, work.lastCallId},
                       {keyTexts, QJsonArray::fromStringList(work.subjectTexts)},
                       {keyLogin, work.subjectLogin}};
    if (work.lastCallAt.isValid()) object.insert(keyCallAt, work.lastCallAt.toMSecsSinceEpoch());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void readProgress(PurgeWork &work, const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    work.logSize = static_cast<quint64>(object.value(keySize).toInteger());
    work.nextLeaf = static_cast<quint64>(object.value(keyNext).toInteger());
    work.callsDone = object.value(keyCallsDone).toBool();
    work.lastCallId = object.value(keyCallId).toString();
    if (object.contains(keyCallAt))
        work.lastCallAt = QDateTime::fromMSecsSinceEpoch(object.value(keyCallAt).toInteger(), Qt::UTC);
    const QJsonArray texts = object.value(keyTexts).toArray();
    for (const QJsonValue &one : texts)
        work.subjectTexts.append(one.toString());
    work.subjectLogin = object.value(keyLogin).toString();
}

}  // namespace

Result<void> PurgeTable::insert(const PurgeWork &work)
{
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO purge_runs (id, customer_id, cause, started_at, finished_at, run,"
                                    " progress) VALUES (?, ?, ?, ?, ?, ?, ?)"),
                     QStringLiteral("begin the purge"));
    return insert.run(work.run.id, work.customerId, QString(purgeCauseName(work.run.cause)), work.run.startedAt,
                      work.run.finishedAt, QString::fromUtf8(protocol::toJson(work.run)), progressOf(work));
}

Result<void> PurgeTable::update(const PurgeWork &work)
{
    Statement update(
        m_connection,
        QStringLiteral("UPDATE purge_runs SET finished_at = ?, run = ?, progress = ? WHERE id = ? AND customer_id = ?"),
        QStringLiteral("go on with the purge"));
    return update.run(work.run.finishedAt, QString::fromUtf8(protocol::toJson(work.run)), progressOf(work), work.run.id,
                      work.customerId);
}

Result<QList<PurgeWork>> PurgeTable::select(const QString &rest, const QVariantList &values) const
{
    Statement select(m_connection, QStringLiteral("SELECT customer_id, run, progress FROM purge_runs ") + rest,
                     reading);
    if (Result<void> ran = select.runList(values); !ran) return ran.error();
    QList<PurgeWork> all;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return all;
        Result<PurgeRun> run = protocol::purgeRunFromJson(select.value(1).toString().toUtf8());
        if (!run)
            return makeError(Errc::Corrupt, QStringLiteral("The record of a purge is damaged. Restore the store from a "
                                                           "backup; keep the damaged file."));
        PurgeWork work;
        work.customerId = select.value(0).toString();
        work.run = std::move(*run);
        readProgress(work, select.value(2).toString());
        all.append(std::move(work));
    }
}

Result<QList<PurgeWork>> PurgeTable::unfinished(int limit) const
{
    return select(QStringLiteral("WHERE finished_at IS NULL ORDER BY started_at, id LIMIT ?"), {limit});
}

Result<std::optional<PurgeWork>> PurgeTable::open(const QString &runId) const
{
    Result<QList<PurgeWork>> found = select(QStringLiteral("WHERE id = ? AND finished_at IS NULL"), {runId});
    if (!found) return found.error();
    return found->isEmpty() ? std::optional<PurgeWork>() : std::optional(std::move(found->first()));
}

Result<PurgeTable::Last> PurgeTable::lastByRules(const QString &customerId) const
{
    Result<QList<PurgeWork>> found =
        select(QStringLiteral("WHERE customer_id = ? AND cause <> ? ORDER BY started_at DESC, id DESC LIMIT 1"),
               {customerId, QString(purgeCauseName(PurgeCause::Erasure))});
    if (!found) return found.error();
    if (found->isEmpty()) return Last();
    const PurgeRun &run = found->constFirst().run;
    return Last{!run.finished(), run.startedAt};
}

Result<QList<PurgeRun>> PurgeTable::runs(const QString &customerId, int limit) const
{
    const Result<QList<PurgeWork>> found =
        select(QStringLiteral("WHERE customer_id = ? ORDER BY started_at DESC, id DESC LIMIT ?"), {customerId, limit});
    if (!found) return found.error();
    QList<PurgeRun> runs;
    for (const PurgeWork &work : *found)
        runs.append(work.run);
    return runs;
}

Result<void> PurgeTable::addPurged(qint64 logId, std::span<const quint64> indexes)
{
    if (indexes.empty()) return {};
    Statement last(m_connection, QStringLiteral("SELECT MAX(number) FROM purged_leaves WHERE log_id = ?"), reading);
    if (Result<void> ran = last.run(logId); !ran) return ran;
    const Result<bool> row = last.next();
    if (!row) return row.error();
    qint64 number = *row ? last.value(0).toLongLong() : 0;
    last.finish();
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO purged_leaves (log_id, number, first_index, last_index)"
                                    " VALUES (?, ?, ?, ?)"),
                     QStringLiteral("write the purge down"));
    for (size_t i = 0; i < indexes.size();) {
        size_t end = i + 1;
        while (end < indexes.size() && indexes[end] == indexes[end - 1] + 1)
            ++end;
        if (Result<void> ran =
                insert.run(logId, ++number, static_cast<qint64>(indexes[i]), static_cast<qint64>(indexes[end - 1]));
            !ran)
            return ran;
        i = end;
    }
    return {};
}

Result<QList<PurgedRange>> PurgeTable::purgedAfter(qint64 logId, qint64 number, int limit) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT number, first_index, last_index FROM purged_leaves"
                                    " WHERE log_id = ? AND number > ? ORDER BY number LIMIT ?"),
                     reading);
    if (Result<void> ran = select.run(logId, number, limit); !ran) return ran.error();
    QList<PurgedRange> ranges;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return ranges;
        ranges.append({select.value(0).toLongLong(), static_cast<quint64>(select.value(1).toLongLong()),
                       static_cast<quint64>(select.value(2).toLongLong())});
    }
}

}  // namespace lw::server
