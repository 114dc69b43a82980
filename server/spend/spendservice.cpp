// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/spend/spendservice.h"

#include "core/policy/callreplay.h"
#include "core/policy/numberclass.h"
#include "core/policy/spendperiod.h"
#include "core/policy/spendrules.h"
#include "core/protocol/limits.h"
#include "server/auth/authevents.h"
#include "server/store/calltable.h"
#include "server/store/identifier.h"
#include "server/store/leveltable.h"
#include "server/store/raisetable.h"
#include "server/store/ratetable.h"
#include "server/store/reservationtable.h"
#include "server/store/spendsettingstable.h"
#include "server/store/usagetable.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QMap>

namespace lw::server {

namespace {

Error refused(const QString &field, const QString &sentence)
{
    return makeError(Errc::InvalidInput, sentence, field);
}

/// A leaf holds 64 KiB: an event names as many own limits as fit, and the number of all.
QJsonObject eventJson(const SpendSettings &settings)
{
    constexpr qsizetype named = 200;
    QJsonObject object = protocol::toJsonObject(settings);
    const auto key = QStringLiteral("numbers");
    QJsonArray numbers = object.value(key).toArray();
    if (numbers.size() <= named) return object;
    object.insert(QStringLiteral("numbersInAll"), numbers.size());
    while (numbers.size() > named)
        numbers.removeLast();
    object.insert(key, numbers);
    return object;
}

QJsonObject eventJson(const policy::RateDeck &deck)
{
    if (deck.size() == 0) return {};
    return {{QStringLiteral("currency"), deck.currency()},
            {QStringLiteral("rows"), static_cast<qint64>(deck.size())},
            {QStringLiteral("sha256"),
             QString::fromLatin1(QCryptographicHash::hash(import::deckCsv(deck), QCryptographicHash::Sha256).toHex())}};
}

ObjectRef objectOf(const QString &customerId, const QString &number)
{
    return number.isEmpty() ? ObjectRef{QStringLiteral("customer"), customerId, {}}
                            : ObjectRef{QStringLiteral("number"), number, {}};
}

Result<QString> numberOf(const QString &text)
{
    if (text.isEmpty()) return QString();
    Result<QString> number = policy::inventoryNumber(text);
    if (!number) return refused(QStringLiteral("number"), number.error().message);
    return number;
}

}  // namespace

SpendService::SpendService(Database &database, const Clock &clock, AuditLog &audit, SpendFactsCache &facts)
    : m_database(database), m_clock(clock), m_audit(audit), m_facts(facts)
{
}

Result<SpendSettings> SpendService::settings(const QString &customerId) const
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    return SpendFactsCache::settingsOf(*connection, customerId);
}

Result<SpendSettings> SpendService::setSettings(const GuardAuthor &author, SpendSettings wish,
                                                const CheckSettings &check)
{
    QMap<QString, SpendLimits> canonical;
    for (auto it = wish.numbers.cbegin(); it != wish.numbers.cend(); ++it) {
        const Result<QString> number = policy::inventoryNumber(it.key());
        if (!number) return refused(QStringLiteral("numbers.") + it.key(), number.error().message);
        if (it->daily || it->weekly) canonical.insert(*number, *it);
    }
    wish.numbers = std::move(canonical);
    if (Result<void> judged = policy::judgeSpendSettings(wish); !judged) return judged.error();
    const QString &customerId = author.principal.customerId;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const Result<SpendSettings> before = SpendFactsCache::settingsOf(transaction->connection(), customerId);
    if (!before) return before;
    if (Result<void> seen = check(*before); !seen) return seen.error();
    if (wish == *before) return wish;
    const Result<StoredDeck> deck = RateTable(transaction->connection()).deck(customerId);
    if (!deck) return deck.error();
    if (!deck->rates.empty() && deck->currency != wish.currency)
        return makeError(Errc::Conflict,
                         QStringLiteral("The rate deck is in %1. Remove it, change the currency, then load one in %2.")
                             .arg(deck->currency, wish.currency),
                         QStringLiteral("currency"));
    if (Result<void> stored = SpendSettingsTable(transaction->connection()).set(customerId, protocol::toJson(wish));
        !stored)
        return stored.error();
    if (Result<void> told = record(*transaction, author, EventKind::SpendChanged, objectOf(customerId, {}), {},
                                   eventJson(*before), eventJson(wish));
        !told)
        return told.error();
    m_facts.forget(*transaction, customerId);
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return wish;
}

Result<QList<TemporaryRaise>> SpendService::raises(const QString &customerId) const
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    return RaiseTable(*connection).notEnded(customerId, m_clock.nowUtc());
}

Result<TemporaryRaise> SpendService::raise(const GuardAuthor &author, TemporaryRaise wish,
                                           const AlsoStoreRaise &alsoStore)
{
    const QString &customerId = author.principal.customerId;
    const QDateTime now = m_clock.nowUtc();
    const Result<QString> number = numberOf(wish.number);
    if (!number) return number.error();
    wish.number = *number;
    if (!wish.from.isValid() || wish.from < now) wish.from = now;
    if (Result<void> judged = policy::judgeRaise(wish, now); !judged) return judged.error();
    wish.id = makeIdentifier("rse", now);
    wish.createdBy = author.principal.login;
    wish.reason = wish.reason.trimmed();
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    RaiseTable table(transaction->connection());
    const Result<QList<TemporaryRaise>> there = table.notEnded(customerId, now);
    if (!there) return there.error();
    if (there->size() >= protocol::limits::raisesPerCustomer)
        return makeError(Errc::Conflict, QStringLiteral("There are too many raises. Take some back first."));
    if (Result<void> stored = table.insert(customerId, wish); !stored) return stored.error();
    if (Result<void> told = record(*transaction, author, EventKind::SpendRaised, objectOf(customerId, wish.number),
                                   wish.reason, {}, protocol::toJsonObject(wish));
        !told)
        return told.error();
    if (Result<void> also = alsoStore(*transaction, wish); !also) return also.error();
    m_facts.forget(*transaction, customerId);
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return wish;
}

Result<void> SpendService::endRaise(const GuardAuthor &author, const QString &id)
{
    const QString &customerId = author.principal.customerId;
    const QDateTime now = m_clock.nowUtc();
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    RaiseTable table(transaction->connection());
    const Result<QList<TemporaryRaise>> there = table.notEnded(customerId, now);
    if (!there) return there.error();
    if (Result<void> ended = table.end(customerId, id, now); !ended) return ended;
    for (const TemporaryRaise &raise : *there) {
        if (raise.id != id) continue;
        if (Result<void> told = record(*transaction, author, EventKind::SpendRaised, objectOf(customerId, raise.number),
                                       QStringLiteral("taken_back"), protocol::toJsonObject(raise), {});
            !told)
            return told;
    }
    m_facts.forget(*transaction, customerId);
    return transaction->commit();
}

Result<policy::RateDeck> SpendService::deck(const QString &customerId) const
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    Result<StoredDeck> stored = RateTable(*connection).deck(customerId);
    if (!stored) return stored.error();
    return policy::RateDeck(std::move(stored->currency), std::move(stored->rates));
}

Result<void> SpendService::setDeck(const GuardAuthor &author, const policy::RateDeck &deck, const CheckDeck &check)
{
    const QString &customerId = author.principal.customerId;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    RateTable table(transaction->connection());
    Result<StoredDeck> stored = table.deck(customerId);
    if (!stored) return stored.error();
    const policy::RateDeck before(std::move(stored->currency), std::move(stored->rates));
    if (Result<void> seen = check(before); !seen) return seen;
    if (before.size() == 0 && deck.size() == 0) return {};
    const Result<SpendSettings> settings = SpendFactsCache::settingsOf(transaction->connection(), customerId);
    if (!settings) return settings.error();
    if (deck.size() > 0 && deck.currency() != settings->currency)
        return makeError(Errc::Conflict,
                         QStringLiteral("The deck is in %1 and the limits are in %2. Load a deck in %2, or change the "
                                        "currency of the limits first.")
                             .arg(deck.currency(), settings->currency),
                         QStringLiteral("currency"));
    if (Result<void> done =
            table.replace(customerId, deck.currency(), deck.rates(), author.principal.login, m_clock.nowUtc());
        !done)
        return done;
    if (Result<void> told = record(*transaction, author, EventKind::RatesChanged, objectOf(customerId, {}), {},
                                   eventJson(before), eventJson(deck));
        !told)
        return told;
    m_facts.forget(*transaction, customerId);
    return transaction->commit();
}

Result<SpendUsage> SpendService::reset(const GuardAuthor &author, const protocol::SpendReset &wish,
                                       const AlsoStoreUsage &alsoStore)
{
    const QString &customerId = author.principal.customerId;
    const Result<QString> number = numberOf(wish.number);
    if (!number) return number.error();
    const Result<std::shared_ptr<const SpendFacts>> facts = m_facts.of(customerId);
    if (!facts) return facts.error();
    const QDateTime now = m_clock.nowUtc();
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    UsageTable table(transaction->connection());
    SpendUsage usage = (*facts)->period(*number, wish.period, now, now);
    if (Result<void> filled = table.fill(customerId, usage); !filled) return filled.error();
    const Result<Decimal> reserved = ReservationTable(transaction->connection()).sum(customerId, *number, {}, now);
    if (!reserved) return reserved.error();
    usage.reserved = *reserved;
    if (usage.spent == usage.forgiven)
        return makeError(Errc::Conflict,
                         QStringLiteral("Nothing that counts was spent in this period: there is nothing to reset."));
    const QJsonObject before{{QStringLiteral("spent"), toText(usage.spent - usage.forgiven)}};
    usage.forgiven = usage.spent;
    if (Result<void> stored = table.forgive(customerId, usage, usage.forgiven); !stored) return stored.error();
    if (Result<void> anew = LevelTable(transaction->connection()).forget(customerId, usage); !anew) return anew.error();
    if (Result<void> told = record(*transaction, author, EventKind::SpendReset, objectOf(customerId, *number),
                                   wish.reason.trimmed(), before,
                                   {{QStringLiteral("spent"), QStringLiteral("0")},
                                    {QStringLiteral("period"), QString(spendPeriodName(wish.period))}});
        !told)
        return told.error();
    if (Result<void> also = alsoStore(*transaction, usage); !also) return also.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return usage;
}

Result<protocol::SpendOverview> SpendService::overview(const QString &customerId)
{
    const Result<std::shared_ptr<const SpendFacts>> facts = m_facts.of(customerId);
    if (!facts) return facts.error();
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const QDateTime now = m_clock.nowUtc();
    const Result<QHash<QString, Decimal>> reserved = ReservationTable(*connection).sums(customerId, {}, now);
    if (!reserved) return reserved.error();
    protocol::SpendOverview overview;
    overview.asOf = now;
    overview.currency = (*facts)->settings.currency;
    overview.rates = static_cast<int>((*facts)->deck.size());
    QMap<QString, QMap<SpendPeriod, SpendUsage>> byNumber;
    byNumber.insert(QString(), {});
    for (auto it = (*facts)->settings.numbers.cbegin(); it != (*facts)->settings.numbers.cend(); ++it)
        byNumber.insert(it.key(), {});
    for (auto it = reserved->cbegin(); it != reserved->cend(); ++it)
        byNumber[it.key()];
    for (const SpendPeriod period : {SpendPeriod::Day, SpendPeriod::Week}) {
        const SpendUsage whole = (*facts)->period({}, period, now, now);
        const Result<QList<SpendUsage>> used = UsageTable(*connection).of(customerId, period, whole.start);
        if (!used) return used.error();
        for (const SpendUsage &usage : *used)
            byNumber[usage.number].insert(period, usage);
    }
    for (auto it = byNumber.cbegin(); it != byNumber.cend(); ++it)
        for (const SpendPeriod period : {SpendPeriod::Day, SpendPeriod::Week}) {
            SpendUsage usage = (*facts)->period(it.key(), period, now, now);
            const SpendUsage counted = it->value(period);
            usage.spent = counted.spent;
            usage.forgiven = counted.forgiven;
            usage.calls = counted.calls;
            usage.reserved = reserved->value(it.key());
            overview.usages.append(usage);
        }
    const Result<qint64> unpriced =
        CallTable(*connection).unpriced(customerId, (*facts)->period({}, SpendPeriod::Week, now, now).start);
    if (!unpriced) return unpriced.error();
    overview.unpriced = *unpriced;
    return overview;
}

Result<QList<protocol::SpendDay>> SpendService::history(const QString &customerId, int days)
{
    const Result<std::shared_ptr<const SpendFacts>> facts = m_facts.of(customerId);
    if (!facts) return facts.error();
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const QTimeZone &zone = (*facts)->zone;
    const QDate today = m_clock.nowUtc().toTimeZone(zone).date();
    const Result<QList<CallTable::Sum>> sums =
        CallTable(*connection).sums(customerId, policy::dayStart(today.addDays(1 - days), zone));
    if (!sums) return sums.error();
    QMap<std::pair<QDate, int>, protocol::SpendDay> byDay;
    for (const CallTable::Sum &sum : *sums) {
        const QDate day = sum.quarter.toTimeZone(zone).date();
        protocol::SpendDay &row = byDay[{day, static_cast<int>(sum.callClass)}];
        row.day = day;
        row.callClass = sum.callClass;
        row.calls += sum.calls;
        row.seconds += sum.seconds;
        row.cost += sum.cost;
    }
    return byDay.values();
}

Result<protocol::ReplayAnswer> SpendService::replay(const QString &customerId, const protocol::ReplayWish &wish,
                                                    const GuardFacts &guard, const std::function<bool()> &stop)
{
    policy::ReplaySettings with;
    with.guard = guard.guard.settings;
    if (wish.guard) {
        Result<BarringRules> rules = policy::judgeRules(wish.guard->barring, true);
        if (!rules) return refused(QStringLiteral("guard.") + rules.error().field, rules.error().message);
        with.guard = {wish.guard->guarded, std::move(*rules)};
    }
    const Result<std::shared_ptr<const SpendFacts>> facts = m_facts.of(customerId);
    if (!facts) return facts.error();
    with.spend = wish.spend.value_or((*facts)->settings);
    if (Result<void> judged = policy::judgeSpendSettings(with.spend); !judged)
        return refused(QStringLiteral("spend.") + judged.error().field, judged.error().message);
    with.numbers = guard.numbers.values();
    with.deck = (*facts)->deck;
    with.zone = (*facts)->zone;
    with.until = m_clock.nowUtc();
    const QDate today = with.until.toTimeZone(with.zone).date();
    with.from = policy::dayStart(today.addDays(1 - wish.days), with.zone);
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const QDateTime from = with.from;
    const QString currency = with.spend.currency;
    policy::CallReplay replay(std::move(with), protocol::limits::replayListed);
    bool stopped = false;
    const Result<void> read = CallTable(*connection).each(customerId, from, [&](const CallRecord &call) {
        stopped = stop();
        if (!stopped) replay.judge(call);
        return !stopped;
    });
    if (!read) return read.error();
    if (stopped) return makeError(Errc::Cancelled, QStringLiteral("The back end is stopping. Try again later."));
    return protocol::ReplayAnswer{from, currency, replay.verdict()};
}

Result<void> SpendService::record(const Transaction &transaction, const GuardAuthor &author, EventKind kind,
                                  const ObjectRef &object, const QString &reason, QJsonObject before, QJsonObject after)
{
    AuditEvent event = authEvent(kind, Outcome::Success, actorOf(author.principal), author.origin, object, reason);
    event.before = std::move(before);
    event.after = std::move(after);
    const Result<quint64> written = m_audit.append(transaction, author.principal.customerId, std::move(event));
    return written ? Result<void>() : written.error();
}

}  // namespace lw::server
