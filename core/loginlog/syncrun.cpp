// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlog/syncrun.h"

#include "core/audit/checkpoint.h"
#include "core/cache/cachepurge.h"
#include "core/cache/outboxtable.h"
#include "core/cache/persontable.h"
#include "core/cache/snapshottable.h"
#include "core/cache/statetable.h"
#include "core/protocol/customer.h"
#include "core/protocol/endpoints.h"
#include "core/protocol/export.h"
#include "core/protocol/limits.h"
#include "core/protocol/me.h"
#include "core/protocol/problem.h"
#include "core/protocol/retention.h"

namespace lw::loginlog {

namespace {

constexpr qint64 reportEveryMs = 100;
constexpr int mostReconnects = 4;

Error cancelled()
{
    return makeError(
        Errc::Cancelled,
        QStringLiteral("The sync was cancelled. What was fetched is kept, and the next one goes on there."));
}

/// What is kept as it comes, for whom, and how long it may be.
struct SnapshotRow {
    Permission permission;
    QLatin1String name;
    QLatin1String path;
    qint64 maxBytes;
};

constexpr std::array<SnapshotRow, 14> snapshots{{
    {Permission::RolesRead, cache::snapshotname::roles, protocol::paths::roles, protocol::limits::replyBodyBytes},
    {Permission::DeparturesRead, cache::snapshotname::departures, protocol::paths::departures,
     protocol::limits::departuresBodyBytes},
    {Permission::NetworkRead, cache::snapshotname::network, protocol::paths::network,
     protocol::limits::networkReplyBytes},
    {Permission::NetworkRead, cache::snapshotname::blocks, protocol::paths::networkBlocks,
     protocol::limits::blocksBodyBytes},
    {Permission::UsersRead, cache::snapshotname::devices, protocol::paths::devices, protocol::limits::devicesBodyBytes},
    {Permission::NumbersRead, cache::snapshotname::numbers, protocol::paths::numbers,
     protocol::limits::numbersBodyBytes},
    {Permission::NumbersRead, cache::snapshotname::callGuard, protocol::paths::callGuard,
     protocol::limits::guardBodyBytes},
    {Permission::SpendRead, cache::snapshotname::spend, protocol::paths::spend, protocol::limits::spendBodyBytes},
    {Permission::SpendRead, cache::snapshotname::spendUsage, protocol::paths::spendUsage,
     protocol::limits::spendUsageBytes},
    {Permission::SpendRead, cache::snapshotname::spendHistory, protocol::paths::spendHistory,
     protocol::limits::replyBodyBytes},
    {Permission::SpendRead, cache::snapshotname::spendRaises, protocol::paths::spendRaises,
     protocol::limits::replyBodyBytes},
    {Permission::RetentionRead, cache::snapshotname::retention, protocol::paths::retention,
     protocol::limits::replyBodyBytes},
    {Permission::RetentionRead, cache::snapshotname::retentionHolds, protocol::paths::retentionHolds,
     protocol::limits::replyBodyBytes},
    {Permission::RetentionRead, cache::snapshotname::retentionRuns, protocol::paths::retentionRuns,
     protocol::limits::replyBodyBytes},
}};

bool isForGood(Errc code)
{
    return code == Errc::InvalidInput || code == Errc::TooLarge || code == Errc::Unsupported || code == Errc::Conflict;
}

}  // namespace

SyncRun::SyncRun(net::BackendClient &client, std::shared_ptr<cache::Vault> vault, QString logKey, Report report)
    : m_client(client), m_vault(std::move(vault)), m_logKey(std::move(logKey)), m_report(std::move(report))
{
}

template <typename T>
Result<T> SyncRun::wait(const std::function<void(Callback<T>)> &ask)
{
    auto promise = std::make_shared<std::promise<Result<T>>>();
    std::future<Result<T>> future = promise->get_future();
    ask([promise](Result<T> result) { promise->set_value(std::move(result)); });
    while (future.wait_for(std::chrono::milliseconds(50)) != std::future_status::ready)
        if (m_cancel.cancelled()) return cancelled();
    return future.get();
}

Result<SyncReport> SyncRun::run()
{
    QElapsedTimer clock;
    clock.start();
    m_sinceReport.start();
    Result<std::unique_ptr<cache::Connection>> connection = m_vault->connect(cache::Purpose::Write);
    if (!connection) return connection.error();
    Result<SyncReport> result = steps(**connection);
    if (result) result->elapsedMs = clock.elapsed();
    if (result || result.error().code != Errc::Cancelled) {
        // Best effort: the outcome itself is what the caller gets.
        const QByteArray sentence = result ? QByteArray() : result.error().message.toUtf8();
        (void)cache::StateTable(**connection).setValue(cache::StateKey::LastSyncError, sentence);
    }
    return result;
}

Result<SyncReport> SyncRun::steps(cache::Connection &connection)
{
    stage(SyncStage::SigningFacts);
    const Result<protocol::Me> me = identify(connection);
    if (!me) return me.error();
    stage(SyncStage::People);
    if (const Result<void> people = syncPeople(connection, *me); !people) return people.error();
    if (const Result<void> kept = syncSnapshots(connection, *me); !kept) return kept.error();
    if (!me->permissions.contains(Permission::LogRead))
        return makeError(
            Errc::Forbidden,
            QStringLiteral("Your roles do not include reading the log (log.read). Ask an owner of the customer for "
                           "the auditor role."));
    m_result.me = *me;
    stage(SyncStage::Checkpoint);
    const Result<Checkpoint> head = judgeHead(connection, *me);
    if (!head) return head.error();
    const Result<Checkpoint> visible = syncEvents(connection, *head);
    if (!visible) return visible.error();
    if (const Result<void> purged = syncPurges(connection); !purged) return purged.error();
    m_result.checkpoint = *visible;
    m_result.totalEvents = visible->size;
    stage(SyncStage::Exports);
    if (const Result<void> exports = deliverExports(connection); !exports) return exports.error();
    stage(SyncStage::Done);
    return m_result;
}

Result<protocol::Me> SyncRun::identify(cache::Connection &connection)
{
    Result<protocol::Me> me =
        wait<protocol::Me>([this](Callback<protocol::Me> done) { m_client.me(nullptr, std::move(done)); });
    if (!me) return me;
    if (me->mustChangePassword)
        return makeError(Errc::Forbidden,
                         QStringLiteral("Your password has to be changed before anything else. Change it, then sync."),
                         protocol::fieldMustChangePassword);
    if (me->mustEnrolMfa)
        return makeError(Errc::Forbidden, QStringLiteral("Your role asks for a second factor. Set it up, then sync."),
                         protocol::fieldMustEnrolMfa);
    cache::StateTable state(connection);
    if (const Result<void> kept = state.setValue(cache::StateKey::Me, protocol::toJson(*me)); !kept)
        return kept.error();
    const Result<std::optional<QByteArray>> pinned = state.value(cache::StateKey::PinnedLogKey);
    if (!pinned) return pinned.error();
    if (*pinned) return me;
    // First connection: from now on only this key's heads are believed.
    const Result<audit::VerifierKey> key = audit::VerifierKey::fromText(m_logKey.isEmpty() ? me->logKey : m_logKey);
    if (!key)
        return makeError(Errc::Protocol,
                         QStringLiteral("The back end's log key cannot be read: %1").arg(key.error().message));
    if (const Result<void> kept = state.setValue(cache::StateKey::PinnedLogKey, key->text().toUtf8()); !kept)
        return kept.error();
    if (const Result<void> kept = state.setValue(cache::StateKey::LogOrigin, me->logOrigin.toUtf8()); !kept)
        return kept.error();
    return me;
}

Result<void> SyncRun::syncPeople(cache::Connection &connection, const protocol::Me &me)
{
    cache::StateTable state(connection);
    Customer customer = me.customer;
    if (me.permissions.contains(Permission::CustomerRead)) {
        const auto fresh =
            wait<net::Tagged<Customer>>([this](auto done) { m_client.customer({}, nullptr, std::move(done)); });
        if (!fresh) return fresh.error();
        if (fresh->value) customer = *fresh->value;
    }
    if (const Result<void> kept = state.setValue(cache::StateKey::Customer, protocol::toJson(customer)); !kept)
        return kept;

    cache::PersonTable people(connection);
    if (me.permissions.contains(Permission::UsersRead)) {
        const Result<QByteArray> etag = people.etag();
        if (!etag) return etag.error();
        const auto users =
            wait<net::Tagged<QList<User>>>([&](auto done) { m_client.users(*etag, nullptr, std::move(done)); });
        if (!users) return users.error();
        if (users->value) {
            const Result<void> stored = people.replaceAll(*users->value, users->etag, QDateTime::currentDateTimeUtc());
            if (!stored) return stored;
        }
    }
    const Result<QList<User>> all = people.all();
    if (!all) return all.error();
    m_result.people = all->size();
    return {};
}

Result<void> SyncRun::syncSnapshots(cache::Connection &connection, const protocol::Me &me)
{
    cache::SnapshotTable table(connection);
    for (const SnapshotRow &row : snapshots) {
        if (!me.permissions.contains(row.permission)) {
            // Whoever may not see it any more keeps no copy either.
            if (const Result<void> removed = table.remove(row.name); !removed) return removed;
            continue;
        }
        const Result<QByteArray> etag = table.etag(row.name);
        if (!etag) return etag.error();
        net::ApiCall call;
        call.path = row.path;
        call.ifNoneMatch = *etag;
        call.maxReplyBytes = row.maxBytes;
        const auto reply =
            wait<net::ApiReply>([&](auto done) { m_client.call(std::move(call), nullptr, std::move(done)); });
        if (!reply) {
            // An older back end does not know it, and a role can change between two requests.
            const Errc code = reply.error().code;
            if (code == Errc::NotFound || code == Errc::Unsupported || code == Errc::Forbidden) continue;
            return reply.error();
        }
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const Result<void> kept = reply->status == 304 ? table.unchanged(row.name, now)
                                                       : table.keep(row.name, {reply->body, reply->etag, now});
        if (!kept) return kept;
    }
    return {};
}

Result<Checkpoint> SyncRun::judgeHead(cache::Connection &connection, const protocol::Me &me)
{
    cache::StateTable state(connection);
    const Result<std::optional<QByteArray>> pinned = state.value(cache::StateKey::PinnedLogKey);
    if (!pinned) return pinned.error();
    const Result<audit::VerifierKey> key =
        audit::VerifierKey::fromText(QString::fromUtf8(pinned->value_or(me.logKey.toUtf8())));
    if (!key)
        return makeError(Errc::Corrupt,
                         QStringLiteral("The pinned log key in the cache cannot be read: %1").arg(key.error().message));
    const Result<std::optional<Checkpoint>> previous = state.checkpoint();
    if (!previous) return previous.error();
    Result<QByteArray> note = wait<QByteArray>([this](auto done) { m_client.checkpoint(nullptr, std::move(done)); });
    if (!note) return note.error();

    audit::Evidence evidence;
    evidence.note = *note;
    evidence.previous = *previous;
    // A shorter head needs no proof to be refused; a longer one has to contain what was believed before.
    const Result<Checkpoint> claimed = audit::openCheckpoint(*note, *key);
    if (claimed && *previous && (*previous)->size > 0 && claimed->size > (*previous)->size) {
        const auto proof = wait<ConsistencyProof>(
            [&](auto done) { m_client.consistency((*previous)->size, claimed->size, nullptr, std::move(done)); });
        if (!proof) return proof.error();
        evidence.consistency = *proof;
    }
    Result<Checkpoint> head = audit::judge(*key, evidence);
    if (head || head.error().code != Errc::Tampered) return head;
    return keepEvidence(connection, head.error(), *note, *previous);
}

Error SyncRun::keepEvidence(cache::Connection &connection, const Error &error, const QByteArray &note,
                            const std::optional<Checkpoint> &previous)
{
    cache::TamperEvidence evidence;
    evidence.foundAt = QDateTime::currentDateTimeUtc();
    evidence.kind = error.field;
    evidence.message = error.message;
    if (previous) evidence.trustedNote = previous->note;
    evidence.offendingNote = note;
    const Result<void> stored = cache::StateTable(connection).addEvidence(evidence);
    return stored ? error
                  : makeError(Errc::Tampered, error.message + QLatin1Char(' ') + stored.error().message, error.field);
}

Result<Checkpoint> SyncRun::syncEvents(cache::Connection &connection, const Checkpoint &target)
{
    cache::StateTable state(connection);
    const Result<std::optional<Checkpoint>> previous = state.checkpoint();
    if (!previous) return previous.error();
    m_progress.total = target.size;
    if (*previous && (*previous)->size == target.size) {
        // judge() has compared the roots: nothing happened since, and that is news too.
        if (const Result<void> kept = state.setSyncedAt(QDateTime::currentDateTimeUtc()); !kept) return kept.error();
        m_progress.done = target.size;
        return **previous;
    }
    cache::SyncWriter writer(connection);
    const Result<cache::ResumePoint> resume = writer.begin(target);
    if (!resume) return resume.error();
    m_result.newEvents = target.size - resume->visible;
    m_streamStart = resume->next;
    stage(SyncStage::Events);
    m_sinceStream.start();
    progressed(resume->next, true);
    const Result<void> fetched = fetch(writer, resume->next, target.size);
    if (!fetched) {
        (void)writer.flush();  // the first error is the one to tell
        return fetched.error();
    }
    stage(SyncStage::Verifying);
    return writer.finish(QDateTime::currentDateTimeUtc(), m_cancel);
}

// After the events: what the back end purges in between came with its content, and is named here.
Result<void> SyncRun::syncPurges(cache::Connection &connection)
{
    cache::CachePurge purge(connection);
    for (;;) {
        const Result<qint64> seen = purge.seen();
        if (!seen) return seen.error();
        net::ApiCall call;
        call.path = QString(protocol::paths::auditPurges) + QStringLiteral("?after=%1").arg(*seen);
        call.maxReplyBytes = protocol::limits::purgesBodyBytes;
        const auto reply =
            wait<net::ApiReply>([&](auto done) { m_client.call(std::move(call), nullptr, std::move(done)); });
        // An older back end purges nothing.
        if (!reply && (reply.error().code == Errc::NotFound || reply.error().code == Errc::Unsupported)) return {};
        if (!reply) return reply.error();
        const Result<QList<PurgedRange>> ranges = protocol::purgedRangesFromJson(reply->body);
        if (!ranges) return ranges.error();
        if (!ranges->isEmpty() && ranges->constFirst().number <= *seen)
            return makeError(Errc::Protocol,
                             QStringLiteral("The back end sent purged ranges that were not asked for."));
        if (Result<void> applied = purge.apply(*ranges, m_cancel); !applied) return applied;
        if (ranges->size() < protocol::limits::purgedRangesPage) return purge.sweep(m_cancel);
    }
}

Result<void> SyncRun::fetch(cache::SyncWriter &writer, quint64 from, quint64 to)
{
    quint64 next = from;
    int reconnects = 0;
    while (next < to) {
        const quint64 before = next;
        const quint64 until = qMin(to, next + protocol::limits::eventsPerRequest);
        const auto queue = std::make_shared<BatchQueue>();
        m_client.streamEvents(
            next, until, [queue](net::LeafBatch &&batch) { return queue->push(std::move(batch)); }, nullptr,
            [queue](Result<net::StreamSummary> summary) { queue->end(std::move(summary)); });
        std::optional<Error> failure;
        for (;;) {
            if (m_cancel.cancelled() && !failure) {
                m_client.cancelStream();
                return cancelled();
            }
            BatchQueue::Taken taken = queue->take();
            if (taken.resume) m_client.resumeStream();
            if (taken.ended) break;
            if (!taken.batch || failure) continue;
            const Result<void> written = writer.append(taken.batch->lines);
            if (!written) {
                // Go on emptying the queue until the stream has noticed that it was cancelled.
                failure = written.error();
                m_client.cancelStream();
                continue;
            }
            next += taken.batch->lines.size();
            progressed(next);
        }
        if (failure) return *failure;
        const Result<net::StreamSummary> summary = queue->result();
        if (summary) continue;
        const Errc code = summary.error().code;
        if (code != Errc::Network && code != Errc::Timeout) return summary.error();
        // A connection that breaks is picked up where it broke, as long as each attempt gets on.
        reconnects = next > before ? 0 : reconnects + 1;
        if (reconnects > mostReconnects) return summary.error();
        for (int waited = 0; waited < 250 * (1 << reconnects) && !m_cancel.cancelled(); waited += 50)
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return {};
}

Result<void> SyncRun::deliverExports(cache::Connection &connection)
{
    cache::OutboxTable outbox(connection);
    const Result<QList<cache::OutboxEntry>> pending = outbox.pending();
    if (!pending) return pending.error();
    for (const cache::OutboxEntry &entry : *pending) {
        const Result<protocol::ExportNotice> notice = protocol::exportNoticeFromJson(entry.body);
        Result<void> sent = notice ? wait<void>([&](auto done) {
            m_client.reportExport(*notice, entry.idempotencyKey, nullptr, std::move(done));
        })
                                   : Result<void>(notice.error());
        if (sent) ++m_result.exportsDelivered;
        const bool over = sent || isForGood(sent.error().code);
        const Result<void> noted = over
                                       ? outbox.remove(entry.id)
                                       : outbox.failed(entry.id, sent.error().message, QDateTime::currentDateTimeUtc());
        if (!noted) return noted;
        // The rest would meet the same wall; the log itself is synced, so this is no failure of the sync.
        if (!over) break;
    }
    return {};
}

void SyncRun::stage(SyncStage stage)
{
    m_progress.stage = stage;
    progressed(m_progress.done, true);
}

void SyncRun::progressed(quint64 done, bool always)
{
    m_progress.done = done;
    if (!always && m_sinceReport.elapsed() < reportEveryMs) return;
    m_sinceReport.restart();
    const qint64 ms = m_sinceStream.isValid() ? m_sinceStream.elapsed() : 0;
    m_progress.eventsPerSecond = ms > 0 && done > m_streamStart
                                     ? 1000.0 * static_cast<double>(done - m_streamStart) / static_cast<double>(ms)
                                     : 0;
    m_report(m_progress);
}

}  // namespace lw::loginlog
