// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/retention/retentionservice.h"

#include "core/protocol/limits.h"
#include "server/auth/authevents.h"
#include "server/retention/purger.h"
#include "server/store/calltable.h"
#include "server/store/identifier.h"
#include "server/store/leaftable.h"
#include "server/store/retentiontable.h"
#include "server/store/usertable.h"

namespace lw::server {

namespace {

ObjectRef customerItself(const QString &customerId)
{
    return {QStringLiteral("customer"), customerId, {}};
}

ObjectRef objectOf(const LegalHold &hold)
{
    return {QStringLiteral("hold"), hold.id, {}};
}

}  // namespace

RetentionService::RetentionService(Database &database, const Clock &clock, AuditLog &audit)
    : m_database(database), m_clock(clock), m_audit(audit)
{
}

Result<protocol::RetentionState> RetentionService::state(const QString &customerId) const
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<RetentionTable::Rules> rules = RetentionTable(*connection).rules(customerId);
    if (!rules) return rules.error();
    const PurgeTable purges(*connection);
    const Result<PurgeTable::Last> last = purges.lastByRules(customerId);
    if (!last) return last.error();
    const Result<QList<PurgeRun>> runs = purges.runs(customerId, 1);
    if (!runs) return runs.error();
    protocol::RetentionState state;
    state.rules = rules->rules;
    state.nextRunAt = policy::nextPurge(rules->rules, rules->changedAt, last->startedAt);
    if (!runs->isEmpty()) state.lastRun = runs->constFirst();
    return state;
}

Result<protocol::RetentionState> RetentionService::setRules(const GuardAuthor &author, const RetentionRules &rules,
                                                            const CheckRules &check)
{
    if (Result<void> judged = policy::judgeRetention(rules); !judged) return judged.error();
    const QString &customerId = author.principal.customerId;
    {
        Result<Transaction> transaction = Transaction::begin(m_database);
        if (!transaction) return transaction.error();
        RetentionTable table(transaction->connection());
        const Result<RetentionTable::Rules> before = table.rules(customerId);
        if (!before) return before.error();
        if (Result<void> seen = check(before->rules); !seen) return seen.error();
        if (rules != before->rules) {
            if (Result<void> stored = table.setRules(customerId, rules, m_clock.nowUtc()); !stored)
                return stored.error();
            if (Result<void> told =
                    record(*transaction, author, EventKind::RetentionChanged, customerItself(customerId), {},
                           protocol::toJsonObject(before->rules), protocol::toJsonObject(rules));
                !told)
                return told.error();
            if (Result<void> saved = transaction->commit(); !saved) return saved.error();
        }
    }
    return state(customerId);
}

Result<QList<PurgeCount>> RetentionService::preview(const QString &customerId, const RetentionRules &rules,
                                                    const std::function<bool()> &stop) const
{
    if (Result<void> judged = policy::judgeRetention(rules); !judged) return judged.error();
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    Result<policy::HoldMatcher> holds = holdsOf(*connection, customerId);
    if (!holds) return holds.error();
    QList<PurgeCount> counts = countsFor(rules, m_clock.nowUtc());
    PurgeJudge judge(counts, std::move(*holds));
    const auto stopped = [&stop]() -> std::optional<Error> {
        if (!stop()) return std::nullopt;
        return makeError(Errc::Cancelled, QStringLiteral("The back end is stopping. Try again later."));
    };

    const Result<LogRow> log = LogTable(*connection).ofCustomer(customerId);
    if (!log) return log.error();
    const auto hasLog = [&counts] {
        return std::ranges::any_of(counts,
                                   [](const PurgeCount &count) { return count.dataClass != DataClass::CallRecords; });
    };
    const LeafTable leaves(*connection);
    for (quint64 next = hasLog() ? 0 : log->size; next < log->size;) {
        if (const auto error = stopped()) return *error;
        const Result<QList<LeafTable::Content>> some = leaves.contents(log->id, next, log->size, Purger::batch);
        if (!some) return some.error();
        for (const LeafTable::Content &one : *some)
            judge.leafGoes(one.leaf);
        next = some->size() < Purger::batch ? log->size : some->constLast().index + 1;
    }

    const QDateTime before = policy::purgeBefore(rules, DataClass::CallRecords, m_clock.nowUtc());
    const CallTable calls(*connection);
    QDateTime lastAt;
    QString lastId;
    for (bool more = before.isValid(); more;) {
        if (const auto error = stopped()) return *error;
        const Result<QList<CallRecord>> some = calls.olderThan(customerId, before, lastAt, lastId, Purger::batch);
        if (!some) return some.error();
        for (const CallRecord &call : *some)
            judge.callGoes(call);
        more = some->size() == Purger::batch;
        if (!more) break;
        lastAt = some->constLast().startedAt;
        lastId = some->constLast().callId;
    }
    return counts;
}

Result<QList<LegalHold>> RetentionService::holds(const QString &customerId) const
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    return RetentionTable(*connection).holds(customerId, protocol::limits::holdsListed);
}

Result<LegalHold> RetentionService::placeHold(const GuardAuthor &author, const LegalHold &wish,
                                              const AlsoStoreHold &alsoStore)
{
    Result<LegalHold> hold = policy::judgeHold(wish);
    if (!hold) return hold;
    const QString &customerId = author.principal.customerId;
    hold->createdAt = m_clock.nowUtc();
    hold->id = makeIdentifier("hld", hold->createdAt);
    hold->createdBy = author.principal.login;
    hold->releasedAt = {};
    hold->releasedBy.clear();
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    if (hold->subject == HoldSubject::Person) {
        const Result<User> person = UserTable(transaction->connection()).byId(customerId, hold->value);
        if (!person && person.error().code == Errc::NotFound)
            return makeError(Errc::InvalidInput,
                             QStringLiteral("value names nobody of yours: it must be a person's ID."),
                             QStringLiteral("value"));
        if (!person) return person.error();
    }
    RetentionTable table(transaction->connection());
    const Result<QList<LegalHold>> there = table.holdsInForce(customerId);
    if (!there) return there.error();
    if (there->size() >= protocol::limits::holdsPerCustomer)
        return makeError(Errc::Conflict, QStringLiteral("There are too many holds. Release some first."));
    if (Result<void> stored = table.insertHold(customerId, *hold); !stored) return stored.error();
    if (Result<void> told = record(*transaction, author, EventKind::HoldPlaced, objectOf(*hold), hold->reason, {},
                                   protocol::toJsonObject(*hold));
        !told)
        return told.error();
    if (Result<void> also = alsoStore(*transaction, *hold); !also) return also.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return hold;
}

Result<void> RetentionService::releaseHold(const GuardAuthor &author, const QString &id)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const Result<LegalHold> released =
        RetentionTable(transaction->connection())
            .releaseHold(author.principal.customerId, id, m_clock.nowUtc(), author.principal.login);
    if (!released) return released.error();
    if (Result<void> told = record(*transaction, author, EventKind::HoldReleased, objectOf(*released), {},
                                   protocol::toJsonObject(*released), {});
        !told)
        return told;
    return transaction->commit();
}

Result<QList<PurgeRun>> RetentionService::runs(const QString &customerId) const
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    return PurgeTable(*connection).runs(customerId, protocol::limits::purgeRunsListed);
}

Result<PurgeRun> RetentionService::purgeNow(const GuardAuthor &author, const AlsoStoreRun &alsoStore)
{
    const QString &customerId = author.principal.customerId;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const Result<RetentionTable::Rules> rules = RetentionTable(transaction->connection()).rules(customerId);
    if (!rules) return rules.error();
    if (rules->rules.allPermanent())
        return makeError(Errc::Conflict, QStringLiteral("Everything is kept permanently: there is nothing to purge. "
                                                        "Set how long a class is kept first."));
    const Result<PurgeTable::Last> last = PurgeTable(transaction->connection()).lastByRules(customerId);
    if (!last) return last.error();
    if (last->running)
        return makeError(Errc::Conflict, QStringLiteral("A purge is under way. Wait until it has finished."));
    Result<PurgeRun> run = Purger::begin(*transaction, customerId, PurgeCause::Asked, author.principal.login,
                                         rules->rules, m_clock.nowUtc());
    if (!run) return run;
    if (Result<void> also = alsoStore(*transaction, *run); !also) return also.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return run;
}

Result<QList<PurgedRange>> RetentionService::purgedAfter(const QString &customerId, qint64 number) const
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<LogRow> log = LogTable(*connection).ofCustomer(customerId);
    if (!log) return log.error();
    return PurgeTable(*connection).purgedAfter(log->id, number, protocol::limits::purgedRangesPage);
}

Result<void> RetentionService::record(const Transaction &transaction, const GuardAuthor &author, EventKind kind,
                                      const ObjectRef &object, const QString &detail, std::optional<QJsonObject> before,
                                      std::optional<QJsonObject> after)
{
    AuditEvent event = authEvent(kind, Outcome::Success, actorOf(author.principal), author.origin, object);
    event.detail = detail;
    event.before = std::move(before);
    event.after = std::move(after);
    const Result<quint64> written = m_audit.append(transaction, author.principal.customerId, std::move(event));
    return written ? Result<void>() : written.error();
}

}  // namespace lw::server
