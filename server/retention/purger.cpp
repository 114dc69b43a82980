// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/retention/purger.h"

#include "core/protocol/retention.h"
#include "server/auth/authevents.h"
#include "server/store/calltable.h"
#include "server/store/dialect.h"
#include "server/store/identifier.h"
#include "server/store/leaftable.h"
#include "server/store/retentiontable.h"

namespace lw::server {

namespace {

constexpr int runsARound = 100;

std::optional<ErasedPerson> personOf(const PurgeWork &work)
{
    if (work.run.cause != PurgeCause::Erasure) return std::nullopt;
    return ErasedPerson{work.run.subjectId, work.subjectLogin, work.subjectTexts};
}

const PurgeCount *callsIn(const QList<PurgeCount> &counts)
{
    for (const PurgeCount &count : counts)
        if (count.dataClass == DataClass::CallRecords) return &count;
    return nullptr;
}

}  // namespace

Purger::Purger(Database &database, const Clock &clock, AuditLog &audit)
    : m_database(database), m_clock(clock), m_audit(audit)
{
}

Result<PurgeRun> Purger::begin(const Transaction &transaction, const QString &customerId, PurgeCause cause,
                               const QString &login, const RetentionRules &rules, const QDateTime &now,
                               const std::optional<ErasedPerson> &person)
{
    const Result<LogRow> log = LogTable(transaction.connection()).ofCustomer(customerId);
    if (!log) return log.error();
    PurgeWork work;
    work.customerId = customerId;
    work.logSize = log->size;
    work.run.id = makeIdentifier("prg", now);
    work.run.cause = cause;
    work.run.startedBy = login;
    work.run.startedAt = now;
    if (person) {
        work.run.subjectId = person->id;
        work.subjectLogin = person->login;
        work.subjectTexts = person->texts;
    } else {
        work.run.counts = countsFor(rules, now);
    }
    work.callsDone = !callsIn(work.run.counts);
    if (Result<void> stored = PurgeTable(transaction.connection()).insert(work); !stored) return stored.error();
    return work.run;
}

Result<void> Purger::beginDue()
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const QDateTime now = m_clock.nowUtc();
    const auto isDue = [&now](const QSqlDatabase &in, const QString &customerId,
                              RetentionTable::Rules &rules) -> Result<bool> {
        Result<RetentionTable::Rules> present = RetentionTable(in).rules(customerId);
        if (!present) return present.error();
        rules = std::move(*present);
        const Result<PurgeTable::Last> last = PurgeTable(in).lastByRules(customerId);
        if (!last) return last.error();
        const QDateTime next = policy::nextPurge(rules.rules, rules.changedAt, last->startedAt);
        return !last->running && next.isValid() && next <= now;
    };
    const Result<QStringList> customers = RetentionTable(*connection).customersWithRules();
    if (!customers) return customers.error();
    for (const QString &customerId : *customers) {
        RetentionTable::Rules rules;
        const Result<bool> due = isDue(*connection, customerId, rules);
        if (!due) return due.error();
        if (!*due) continue;
        Result<Transaction> transaction = Transaction::begin(m_database);
        if (!transaction) return transaction.error();
        // Somebody may have changed the rules, or begun, since they were read.
        const Result<bool> still = isDue(transaction->connection(), customerId, rules);
        if (!still) return still.error();
        if (!*still) continue;
        const Result<PurgeRun> begun = begin(*transaction, customerId, PurgeCause::Schedule, {}, rules.rules, now);
        if (!begun) return begun.error();
        if (Result<void> saved = transaction->commit(); !saved) return saved;
    }
    return {};
}

Result<void> Purger::round(std::chrono::milliseconds budget)
{
    if (Result<void> begun = beginDue(); !begun) return begun;
    const auto end = std::chrono::steady_clock::now() + budget;
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<QList<PurgeWork>> open = PurgeTable(*connection).unfinished(runsARound);
    if (!open) return open.error();
    Result<void> outcome;
    for (const PurgeWork &work : *open)
        for (;;) {
            const Result<bool> more = step(work.run.id);
            // One customer's damaged record must not keep the others' purges from running.
            if (!more && outcome) outcome = more.error();
            if (std::chrono::steady_clock::now() >= end) return outcome;
            if (!more || !*more) break;
        }
    return outcome;
}

Result<bool> Purger::step(const QString &runId)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    PurgeTable table(transaction->connection());
    Result<std::optional<PurgeWork>> found = table.open(runId);
    if (!found) return found.error();
    if (!*found) return false;
    PurgeWork &work = **found;
    // Read anew each time: a hold counts from the moment in which it is placed.
    Result<policy::HoldMatcher> holds = holdsOf(transaction->connection(), work.customerId);
    if (!holds) return holds.error();
    PurgeJudge judge(work.run.counts, std::move(*holds), personOf(work));
    Result<void> done;
    if (work.nextLeaf < work.logSize)
        done = purgeLeaves(*transaction, work, judge);
    else if (!work.callsDone)
        done = purgeCalls(*transaction, work, judge);
    if (!done) return done.error();
    const bool more = work.nextLeaf < work.logSize || !work.callsDone;
    if (!more)
        if (Result<void> finished = finish(*transaction, work); !finished) return finished.error();
    if (Result<void> stored = table.update(work); !stored) return stored.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    if (!more && work.run.removed() > 0) {
        const Result<QSqlDatabase> connection = m_database.connection();
        if (!connection) return connection.error();
        if (Result<void> shortened = forgetJournal(*connection); !shortened) return shortened.error();
    }
    return more;
}

Result<void> Purger::purgeLeaves(const Transaction &transaction, PurgeWork &work, PurgeJudge &judge)
{
    const Result<LogRow> log = LogTable(transaction.connection()).ofCustomer(work.customerId);
    if (!log) return log.error();
    const Result<QList<LeafTable::Content>> leaves =
        LeafTable(transaction.connection()).contents(log->id, work.nextLeaf, work.logSize, batch);
    if (!leaves) return leaves.error();
    std::vector<quint64> gone;
    for (const LeafTable::Content &one : *leaves)
        if (judge.leafGoes(one.leaf)) gone.push_back(one.index);
    if (Result<void> purged = m_audit.purge(transaction, work.customerId, gone); !purged) return purged;
    work.nextLeaf = leaves->size() < batch ? work.logSize : leaves->constLast().index + 1;
    return PurgeTable(transaction.connection()).addPurged(log->id, gone);
}

Result<void> Purger::purgeCalls(const Transaction &transaction, PurgeWork &work, PurgeJudge &judge)
{
    const PurgeCount *count = callsIn(work.run.counts);
    CallTable table(transaction.connection());
    const Result<QList<CallRecord>> calls =
        table.olderThan(work.customerId, count->before, work.lastCallAt, work.lastCallId, batch);
    if (!calls) return calls.error();
    for (const CallRecord &call : *calls)
        if (judge.callGoes(call))
            if (Result<void> removed = table.remove(work.customerId, call.callId); !removed) return removed;
    work.callsDone = calls->size() < batch;
    if (calls->isEmpty()) return {};
    work.lastCallAt = calls->constLast().startedAt;
    work.lastCallId = calls->constLast().callId;
    return {};
}

Result<void> Purger::finish(const Transaction &transaction, PurgeWork &work)
{
    work.run.finishedAt = m_clock.nowUtc();
    const bool erasure = work.run.cause == PurgeCause::Erasure;
    const ObjectRef object = erasure ? ObjectRef{QStringLiteral("account"), work.run.subjectId, {}}
                                     : ObjectRef{QStringLiteral("customer"), work.customerId, {}};
    AuditEvent event = authEvent(EventKind::DataPurged, Outcome::Success, backEndItself(), Origin(), object,
                                 QString(purgeCauseName(work.run.cause)));
    event.after = protocol::toJsonObject(work.run);
    const Result<quint64> written = m_audit.append(transaction, work.customerId, std::move(event));
    return written ? Result<void>() : written.error();
}

}  // namespace lw::server
