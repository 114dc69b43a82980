// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/spend/calldesk.h"

#include "core/policy/numberclass.h"
#include "core/policy/retention.h"
#include "core/policy/spendrules.h"
#include "core/protocol/limits.h"
#include "server/auth/authevents.h"
#include "server/store/calltable.h"
#include "server/store/reservationtable.h"
#include "server/store/retentiontable.h"
#include "server/store/usagetable.h"

#include <algorithm>
#include <map>

namespace lw::server {

namespace {

constexpr int clockSlackSeconds = 300;

CallFate refused(const char *field, const QString &sentence)
{
    return {CallFate::State::Refused, makeError(Errc::InvalidInput, sentence, QLatin1String(field))};
}

/// The fate of a call in a report of which nothing is stored.
Error atIndex(qsizetype index, Error error)
{
    error.field = QStringLiteral("records[%1].%2").arg(index).arg(error.field);
    return error;
}

bool anyLimit(std::span<const SpendUsage> usages)
{
    return std::any_of(usages.begin(), usages.end(), [](const SpendUsage &usage) { return usage.limit.has_value(); });
}

}  // namespace

struct CallDesk::Asked {
    const protocol::CallQuestion &question;
    policy::Classification caller;
    policy::Classification destination;
    QDateTime now;
};

CallDesk::CallDesk(Database &database, const Clock &clock, AuditLog &audit, CallGuardService &guard,
                   SpendFactsCache &facts)
    : m_database(database), m_clock(clock), m_audit(audit), m_guard(guard), m_facts(facts), m_levels(clock, audit)
{
}

Result<protocol::CallAnswer> CallDesk::decide(const GuardAuthor &author, const protocol::CallQuestion &question)
{
    const QString &customerId = author.principal.customerId;
    const Result<std::shared_ptr<const GuardFacts>> guard = m_guard.facts(customerId);
    if (!guard) return guard.error();
    const Result<std::shared_ptr<const SpendFacts>> spend = m_facts.of(customerId);
    if (!spend) return spend.error();
    const SpendFacts &money = **spend;
    const Asked asked{question, policy::classify(question.caller), policy::classify(question.destination),
                      m_clock.nowUtc()};
    const CallClass callClass = asked.destination.callClass;
    const Rate *rate = policy::isFree(callClass) ? nullptr : money.deck.find(asked.destination.canonical, asked.now);
    const auto own = (*guard)->numbers.constFind(asked.caller.canonical);
    const bool isOwn = own != (*guard)->numbers.cend();
    policy::BarringVerdict verdict =
        policy::judgeBarring(asked.destination.canonical, callClass, isOwn ? *own : GuardedNumber(), (*guard)->guard,
                             asked.now, (*guard)->zone, rate ? std::optional(rate->pricePerMinute) : std::nullopt);
    if (!isOwn && verdict.reason != BarringReason::Emergency)
        verdict = {true, BarringReason::UnknownCaller, RuleOrigin::None, {}};
    // What cannot be priced cannot be kept within a limit; without a deck nothing is priced at all.
    const std::array<SpendUsage, 4> periods = money.periods(asked.caller.canonical, asked.now, asked.now);
    const bool limited = anyLimit(periods);
    if (!verdict.barred && !rate && !policy::isFree(callClass) && limited && money.settings.barAtLimit &&
        money.deck.size() > 0)
        verdict = {true, BarringReason::NoRate, RuleOrigin::Customer, {}};

    protocol::CallAnswer answer;
    answer.allowed = !verdict.barred;
    answer.reason = verdict.reason;
    answer.origin = verdict.origin;
    answer.rule = verdict.rule;
    answer.number = asked.destination.canonical;
    answer.callClass = callClass;
    answer.detail = policy::barringSentence(verdict);
    if (verdict.reason == BarringReason::InvalidNumber) answer.detail += u' ' + asked.destination.problem;
    if (rate) {
        answer.ratePrefix = rate->prefix;
        answer.currency = money.deck.currency();
        answer.pricePerMinute = rate->pricePerMinute;
    }
    if (!answer.allowed) return refuse(author, asked, std::move(answer), nullptr);
    if (rate && limited) return reserve(author, asked, std::move(answer), money, *rate, periods);
    // An emergency call is never ended.
    constexpr int secondsAMinute = 60;
    answer.longestSeconds = callClass == CallClass::Emergency ? protocol::limits::callSecondsMost
                                                              : money.settings.longestCallMinutes * secondsAMinute;
    answer.grantedSeconds = answer.longestSeconds;
    return answer;
}

Result<protocol::CallAnswer> CallDesk::reserve(const GuardAuthor &author, const Asked &asked,
                                               protocol::CallAnswer answer, const SpendFacts &facts, const Rate &rate,
                                               std::array<SpendUsage, 4> usages)
{
    constexpr int secondsAMinute = 60;
    const QString &customerId = author.principal.customerId;
    const QString &callId = asked.question.callId;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    UsageTable usageTable(transaction->connection());
    ReservationTable reservations(transaction->connection());
    for (SpendUsage &usage : usages) {
        if (Result<void> filled = usageTable.fill(customerId, usage); !filled) return filled.error();
        const Result<Decimal> reserved = reservations.sum(customerId, usage.number, callId, asked.now);
        if (!reserved) return reserved.error();
        usage.reserved = *reserved;
    }
    const Result<std::optional<Reservation>> before = reservations.find(customerId, callId, asked.now);
    if (!before) return before.error();
    const bool renews = *before && (*before)->caller == asked.caller.canonical;
    const QDateTime madeAt = renews ? (*before)->madeAt : asked.now;
    const int elapsed = static_cast<int>(std::clamp<qint64>(madeAt.secsTo(asked.now), 0, policy::callSecondsMost));
    const policy::SpendVerdict verdict = policy::judgeSpend(rate, usages, facts.settings, elapsed);
    answer.remaining = verdict.remaining;
    if (!verdict.allowed) {
        answer.allowed = false;
        answer.reason = BarringReason::LimitReached;
        answer.origin = verdict.origin;
        answer.rule = QString(spendPeriodName(verdict.period));
        answer.detail = policy::barringSentence({true, BarringReason::LimitReached, verdict.origin, answer.rule});
        for (const SpendUsage &usage : usages)
            if (usage.period == verdict.period && usage.number.isEmpty() == (verdict.origin == RuleOrigin::Customer))
                if (Result<void> told = m_levels.usedUp(*transaction, customerId, usage, facts); !told)
                    return told.error();
        Result<protocol::CallAnswer> told = refuse(author, asked, std::move(answer), &*transaction);
        if (!told) return told;
        if (Result<void> saved = transaction->commit(); !saved) return saved.error();
        return told;
    }
    answer.grantedSeconds = verdict.grantedSeconds;
    answer.longestSeconds = verdict.longestSeconds;
    answer.reserved = verdict.reserve;
    answer.overspendBound = verdict.overspendBound;
    if (verdict.reserve == Decimal{}) return answer;
    const QDateTime expiresAt = asked.now.addSecs(std::max(verdict.grantedSeconds, verdict.longestSeconds) +
                                                  facts.settings.recordGraceMinutes * secondsAMinute);
    if (Result<void> stored =
            reservations.set(customerId, {callId, asked.caller.canonical, verdict.reserve, madeAt, expiresAt});
        !stored)
        return stored.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return answer;
}

Result<protocol::CallAnswer> CallDesk::refuse(const GuardAuthor &author, const Asked &asked,
                                              protocol::CallAnswer answer, const Transaction *transaction)
{
    const protocol::CallQuestion &question = asked.question;
    const QString &caller = asked.caller.canonical;
    AuditEvent event = authEvent(EventKind::CallRefused, Outcome::Failure, actorOf(author.principal), author.origin,
                                 ObjectRef{QStringLiteral("number"), caller.isEmpty() ? question.caller : caller, {}},
                                 QString(barringReasonName(answer.reason)));
    event.detail =
        QStringLiteral("Call %1 to %2. %3")
            .arg(question.callId, answer.number.isEmpty() ? question.destination : answer.number, answer.detail);
    const QString &customerId = author.principal.customerId;
    const Result<quint64> written = transaction ? m_audit.append(*transaction, customerId, std::move(event))
                                                : m_audit.append(customerId, std::move(event));
    if (!written) return written.error();
    return answer;
}

/// A call with what it costs, or why it cannot be counted.
struct CallDesk::Judged {
    CallRecord record;
    CallFate fate;
};

std::vector<CallDesk::Judged> CallDesk::judged(const SpendFacts &facts,
                                               const QList<protocol::FinishedCall> &calls) const
{
    const QDateTime now = m_clock.nowUtc();
    const auto judge = [&](const protocol::FinishedCall &call) -> Judged {
        const Result<QString> caller = policy::inventoryNumber(call.caller);
        if (!caller) return {{}, refused("caller", caller.error().message)};
        const policy::Classification destination = policy::classify(call.destination);
        if (destination.canonical.isEmpty()) return {{}, refused("destination", destination.problem)};
        if (call.startedAt > now.addSecs(clockSlackSeconds))
            return {{}, refused("startedAt", QStringLiteral("The call lies in the future. Check the switch's clock."))};
        if (call.startedAt < now.addDays(-recordDaysMost))
            return {{}, refused("startedAt", QStringLiteral("The call is older than %1 days.").arg(recordDaysMost))};
        const Rate *rate =
            policy::isFree(destination.callClass) ? nullptr : facts.deck.find(destination.canonical, call.startedAt);
        return {{call.callId, *caller, destination.canonical, destination.callClass, call.startedAt, call.seconds,
                 rate ? policy::costOf(*rate, call.seconds) : Decimal{}, rate ? rate->prefix : QString()},
                {}};
    };
    std::vector<Judged> all;
    all.reserve(static_cast<size_t>(calls.size()));
    for (const protocol::FinishedCall &call : calls)
        all.push_back(judge(call));
    return all;
}

Result<QList<CallFate>> CallDesk::store(const QString &customerId, const SpendFacts &facts, std::vector<Judged> calls,
                                        Keep keep)
{
    const QDateTime now = m_clock.nowUtc();
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    // A call whose record was purged is not known any more, and would be counted again.
    const Result<RetentionTable::Rules> kept = RetentionTable(transaction->connection()).rules(customerId);
    if (!kept) return kept.error();
    const QDateTime purgedBefore = policy::purgeBefore(kept->rules, DataClass::CallRecords, now);
    CallTable table(transaction->connection());
    UsageTable usageTable(transaction->connection());
    ReservationTable reservations(transaction->connection());
    QList<CallFate> fates;
    std::map<std::tuple<QString, SpendPeriod, QDateTime>, SpendUsage> touched;
    for (Judged &call : calls) {
        const CallRecord &record = call.record;
        if (call.fate.state == CallFate::State::Refused) {
            fates.append(std::move(call.fate));
            continue;
        }
        const Result<std::optional<CallRecord>> known = table.find(customerId, record.callId);
        if (!known) return known.error();
        if (*known) {
            const CallRecord &before = **known;
            const bool same = before.caller == record.caller && before.destination == record.destination &&
                              before.startedAt == record.startedAt && before.seconds == record.seconds;
            if (!same)
                call.fate = {
                    CallFate::State::Different,
                    makeError(Errc::Conflict,
                              QStringLiteral("The call %1 was reported before, and differently.").arg(record.callId),
                              QStringLiteral("callId"))};
            else
                call.fate.state = CallFate::State::Known;
            fates.append(std::move(call.fate));
            if (!same && keep == Keep::AllOrNone) return fates;
            continue;
        }
        if (purgedBefore.isValid() && record.startedAt < purgedBefore) {
            fates.append(
                refused("startedAt", QStringLiteral("The call is older than the %1 days that call records are kept.")
                                         .arg(*kept->rules.callRecordsDays)));
            if (keep == Keep::AllOrNone) return fates;
            continue;
        }
        if (Result<void> stored = table.insert(customerId, record); !stored) return stored.error();
        if (Result<void> settled = reservations.remove(customerId, record.callId); !settled) return settled.error();
        fates.append(CallFate());
        for (const SpendUsage &usage : facts.periods(record.caller, record.startedAt, now)) {
            if (Result<void> counted = usageTable.add(customerId, usage, record.cost); !counted) return counted.error();
            touched[{usage.number, usage.period, usage.start}] = usage;
        }
    }
    // A warning about last week helps nobody; one about yesterday does.
    for (auto &[key, usage] : touched) {
        if (!usage.limit || usage.end < now.addDays(-1)) continue;
        if (Result<void> filled = usageTable.fill(customerId, usage); !filled) return filled.error();
        if (Result<void> told = m_levels.reached(*transaction, customerId, usage, facts); !told) return told.error();
    }
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return fates;
}

Result<protocol::RecordsTaken> CallDesk::record(const GuardAuthor &author, const QList<protocol::FinishedCall> &calls)
{
    const QString &customerId = author.principal.customerId;
    const Result<std::shared_ptr<const SpendFacts>> facts = m_facts.of(customerId);
    if (!facts) return facts.error();
    std::vector<Judged> all = judged(**facts, calls);
    for (size_t i = 0; i < all.size(); ++i)
        if (all[i].fate.state == CallFate::State::Refused)
            return atIndex(static_cast<qsizetype>(i), std::move(all[i].fate.why));
    Result<QList<CallFate>> fates = store(customerId, **facts, std::move(all), Keep::AllOrNone);
    if (!fates) return fates.error();
    protocol::RecordsTaken taken;
    for (qsizetype i = 0; i < fates->size(); ++i) {
        CallFate &fate = (*fates)[i];
        if (fate.state == CallFate::State::Refused) return atIndex(i, std::move(fate.why));
        if (fate.state == CallFate::State::Different) {
            fate.why.message += QStringLiteral(" Nothing of this report is stored.");
            return atIndex(i, std::move(fate.why));
        }
        ++(fate.state == CallFate::State::Known ? taken.known : taken.accepted);
    }
    return taken;
}

Result<QList<CallFate>> CallDesk::recordEach(const GuardAuthor &author, const QList<protocol::FinishedCall> &calls)
{
    const QString &customerId = author.principal.customerId;
    const Result<std::shared_ptr<const SpendFacts>> facts = m_facts.of(customerId);
    if (!facts) return facts.error();
    return store(customerId, **facts, judged(**facts, calls), Keep::WhatIsGood);
}

Result<int> CallDesk::expireReservations()
{
    const QDateTime now = m_clock.nowUtc();
    // Mostly there is nothing, and then no writer has to wait.
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<bool> any = ReservationTable(*connection).anyExpired(now);
    if (!any) return any.error();
    if (!*any) return 0;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    Result<int> gone = ReservationTable(transaction->connection()).removeExpired(now);
    if (!gone || *gone == 0) return gone;
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return gone;
}

}  // namespace lw::server
