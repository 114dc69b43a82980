// SPDX-License-Identifier: GPL-3.0-or-later
// Counting events: over time, by person, by address.
#include "core/cache/eventreader.h"
#include "core/cache/eventscan.h"
#include "core/cache/schema.h"
#include "core/cache/staterow.h"
#include "core/cache/textcache.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace lw::cache {

namespace {

const QString what = QStringLiteral("Counting events");
constexpr qint64 dayMs = 86'400'000;

QDateTime utc(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

bool failed(const EventIds &event)
{
    return event.outcome == static_cast<int>(Outcome::Failure);
}

bool isKind(const EventIds &event, EventKind kind)
{
    return event.kind == static_cast<int>(kind);
}

Result<QString> textOf(Connection &connection, qint64 id)
{
    auto byId = connection.statement(TextCache::byIdSql, what);
    if (!byId) return byId.error();
    const auto text = connection.texts().utf8(id, **byId);
    if (!text) return text.error();
    return QString::fromUtf8(*text);
}

struct Tally {
    quint32 count = 0;
    qint64 last = 0;
};

// Ids with the same text are one name; ties in the alphabet's order, so that the answer is always the same.
Result<QList<NamedCount>> topTen(Connection &connection, const std::unordered_map<qint64, Tally> &tallies)
{
    QHash<QString, Tally> byName;
    for (const auto &[id, tally] : tallies) {
        if (id == 0) continue;
        const auto name = textOf(connection, id);
        if (!name) return name.error();
        Tally &sum = byName[*name];
        sum.count += tally.count;
        sum.last = qMax(sum.last, tally.last);
    }
    QList<NamedCount> list;
    for (auto it = byName.cbegin(); it != byName.cend(); ++it)
        list << NamedCount{it.key(), it->count, utc(it->last)};
    std::sort(list.begin(), list.end(), [](const NamedCount &a, const NamedCount &b) {
        return a.count != b.count ? a.count > b.count : a.name < b.name;
    });
    if (list.size() > 10) list.resize(10);
    return list;
}

}  // namespace

Result<Histogram> EventReader::histogram(const EventFilter &filter, const QDateTime &from, const QDateTime &to,
                                         int buckets, const CancelToken &cancel)
{
    if (!from.isValid() || !to.isValid() || from >= to || buckets < 1 || buckets > 10'000)
        return makeError(Errc::InvalidInput, QStringLiteral("A histogram needs a period and 1 to 10,000 steps."));
    const auto use = m_connection.use(cancel);
    if (!use) return use.error();
    const auto scope = ReadScope::open(m_connection);
    if (!scope) return scope.error();
    EventFilter within = filter;
    within.from = filter.from.isValid() ? qMax(filter.from, from) : from;
    within.to = filter.to.isValid() ? qMin(filter.to, to) : to;
    const auto query = compileFilter(m_connection, within);
    if (!query) return query.error();
    Histogram histogram;
    histogram.startMs = from.toMSecsSinceEpoch();
    const qint64 length = to.toMSecsSinceEpoch() - histogram.startMs;
    histogram.stepMs = (length + buckets - 1) / buckets;
    histogram.buckets.resize(buckets);
    const auto scanned = scanEvents(m_connection, *query, false, [&](const EventIds &event) {
        OutcomeCount &bucket = histogram.buckets[(event.timeMs - histogram.startMs) / histogram.stepMs];
        ++(failed(event) ? bucket.failed : bucket.ok);
        return true;
    });
    if (!scanned) return scanned.error();
    return histogram;
}

Result<QList<DailyCount>> EventReader::daily(const QDate &from, const QDate &to)
{
    const qint64 days = from.daysTo(to) + 1;
    if (!from.isValid() || !to.isValid() || days < 1 || days > 3'660)
        return makeError(Errc::InvalidInput, QStringLiteral("Daily counts need a period of 1 to 3,660 days."));
    const auto use = m_connection.use();
    if (!use) return use.error();
    const auto scope = ReadScope::open(m_connection);
    if (!scope) return scope.error();
    EventFilter filter;
    filter.from = QDateTime(from, QTime(0, 0), Qt::UTC);
    filter.to = filter.from.addDays(days);
    const auto query = compileFilter(m_connection, filter);
    if (!query) return query.error();
    QList<DailyCount> counts(days);
    for (qint64 i = 0; i < days; ++i)
        counts[i].day = from.addDays(i);
    const qint64 start = filter.from.toMSecsSinceEpoch();
    const auto scanned = scanEvents(m_connection, *query, false, [&](const EventIds &event) {
        DailyCount &day = counts[(event.timeMs - start) / dayMs];
        if (failed(event)) ++day.failures;
        if (isKind(event, EventKind::LoginSucceeded)) ++day.logins;
        return true;
    });
    if (!scanned) return scanned.error();
    return counts;
}

Result<CacheSpan> EventReader::span()
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    const auto scope = ReadScope::open(m_connection);
    if (!scope) return scope.error();
    CacheSpan span;
    auto checkpoint = storedCheckpoint(m_connection);
    if (!checkpoint) return checkpoint.error();
    span.checkpoint = *checkpoint;
    span.events = *checkpoint ? (*checkpoint)->size : 0;
    const auto synced = stateInteger(m_connection, statename::syncedAt, -1);
    if (!synced) return synced.error();
    if (*synced >= 0) span.syncedAt = utc(*synced);
    if (span.events == 0) return span;
    const struct {
        const char *sql;
        QDateTime *into;
    } ends[] = {{"SELECT time_ms FROM event_time WHERE idx < ?1 ORDER BY time_ms LIMIT 1", &span.firstTime},
                {"SELECT time_ms FROM event_time WHERE idx < ?1 ORDER BY time_ms DESC LIMIT 1", &span.lastTime}};
    for (const auto &end : ends) {
        auto select = m_connection.statement(end.sql, what);
        if (!select) return select.error();
        (*select)->bind(1, static_cast<qint64>(span.events));
        const int code = (*select)->step();
        if (code == SQLITE_ROW) *end.into = utc((*select)->integer(0));
        (*select)->reset();
        // None: every event was purged.
        if (code != SQLITE_ROW && code != SQLITE_DONE) return sqliteError(m_connection.handle(), code, what);
    }
    return span;
}

Result<QList<Gap>> EventReader::gaps(qint64 minimumMs, const CancelToken &cancel)
{
    const auto use = m_connection.use(cancel);
    if (!use) return use.error();
    const auto scope = ReadScope::open(m_connection);
    if (!scope) return scope.error();
    const auto visible = stateInteger(m_connection, statename::visibleSize, 0);
    if (!visible) return visible.error();
    QList<Gap> gaps;
    if (*visible == 0) return gaps;
    auto select = Statement::prepare(m_connection.handle(),
                                     "SELECT time_ms FROM event_time WHERE idx < ?1 ORDER BY time_ms", what);
    if (!select) return select.error();
    select->bind(1, *visible);
    std::optional<qint64> before;
    int code = select->step();
    for (; code == SQLITE_ROW && gaps.size() < 100; code = select->step()) {
        const qint64 time = select->integer(0);
        if (before && time - *before >= minimumMs) gaps << Gap{utc(*before), utc(time)};
        before = time;
    }
    if (code != SQLITE_DONE && code != SQLITE_ROW) return sqliteError(m_connection.handle(), code, what);
    return gaps;
}

Result<Activity> EventReader::activity(const QDateTime &from, const QDateTime &to, const CancelToken &cancel)
{
    const auto use = m_connection.use(cancel);
    if (!use) return use.error();
    const auto scope = ReadScope::open(m_connection);
    if (!scope) return scope.error();
    EventFilter filter;
    filter.from = from;
    filter.to = to;
    const auto query = compileFilter(m_connection, filter);
    if (!query) return query.error();
    Activity activity;
    std::unordered_map<qint64, Tally> addresses, failingAddresses, failingPersons;
    const auto scanned = scanEvents(m_connection, *query, true, [&](const EventIds &event) {
        if (isKind(event, EventKind::LoginSucceeded)) ++activity.logins;
        if (event.address != 0) ++addresses[event.address].count;
        if (!failed(event)) return true;
        ++activity.failed;
        for (auto &[id, tallies] :
             {std::pair(event.address, &failingAddresses), std::pair(event.person, &failingPersons)}) {
            if (id == 0) continue;
            Tally &tally = (*tallies)[id];
            tally.last = tally.count++ == 0 ? event.timeMs : qMax(tally.last, event.timeMs);
        }
        return true;
    });
    if (!scanned) return scanned.error();
    activity.addresses = static_cast<quint32>(addresses.size());
    activity.failingAddresses = static_cast<quint32>(failingAddresses.size());
    activity.failingPersons = static_cast<quint32>(failingPersons.size());
    auto topAddresses = topTen(m_connection, failingAddresses);
    if (!topAddresses) return topAddresses.error();
    activity.topFailingAddresses = *topAddresses;
    auto topPersons = topTen(m_connection, failingPersons);
    if (!topPersons) return topPersons.error();
    activity.topFailingPersons = *topPersons;
    return activity;
}

Result<QList<PersonActivity>> EventReader::personActivity(const QStringList &logins)
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    const auto scope = ReadScope::open(m_connection);
    if (!scope) return scope.error();
    QList<PersonActivity> list;
    QHash<QString, qsizetype> placeOf;
    for (const QString &login : logins) {
        placeOf.insert(login.toCaseFolded(), list.size());
        PersonActivity activity;
        activity.person = login;
        list << activity;
    }
    // One person is a range of an index, many are one pass over everything.
    EventFilter filter;
    if (logins.size() == 1) filter.person = logins.first();
    auto query = compileFilter(m_connection, filter);
    if (!query) return query.error();
    query->personIds = IdSet();

    struct Traces {
        qint64 login = std::numeric_limits<qint64>::min();
        qint64 failure = std::numeric_limits<qint64>::min();
        qint64 address = 0;
        quint32 events = 0;
    };
    std::unordered_map<qint64, Traces> traces;
    const auto scanned = scanEvents(m_connection, *query, true, [&](const EventIds &event) {
        if (event.person == 0) return true;
        Traces &trace = traces[event.person];
        ++trace.events;
        if (isKind(event, EventKind::LoginSucceeded) && event.timeMs >= trace.login) {
            trace.login = event.timeMs;
            trace.address = event.address;
        }
        if (isKind(event, EventKind::LoginFailed) || isKind(event, EventKind::LoginRefused))
            trace.failure = qMax(trace.failure, event.timeMs);
        return true;
    });
    if (!scanned) return scanned.error();
    for (const auto &[id, trace] : traces) {
        const auto name = textOf(m_connection, id);
        if (!name) return name.error();
        const auto place = placeOf.constFind(name->toCaseFolded());
        if (place == placeOf.cend()) continue;
        PersonActivity &activity = list[*place];
        activity.events += trace.events;
        const auto newer = [](const QDateTime &known, qint64 ms) {
            return ms != std::numeric_limits<qint64>::min() && (!known.isValid() || utc(ms) > known);
        };
        if (newer(activity.lastLogin, trace.login)) {
            activity.lastLogin = utc(trace.login);
            const auto address = textOf(m_connection, trace.address);
            if (!address) return address.error();
            activity.lastAddress = *address;
        }
        if (newer(activity.lastFailure, trace.failure)) activity.lastFailure = utc(trace.failure);
    }
    // The same name asked for twice is answered twice.
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString asked = list[i].person;
        list[i] = list[placeOf.value(asked.toCaseFolded())];
        list[i].person = asked;
    }
    return list;
}

Result<QStringList> EventReader::suggest(const QString &text, SuggestField field, int limit)
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    const auto scope = ReadScope::open(m_connection);
    if (!scope) return scope.error();
    const auto visible = stateInteger(m_connection, statename::visibleSize, 0);
    if (!visible) return visible.error();
    QStringList begins, contains;
    if (*visible == 0) return begins;
    const char *sql = nullptr;
    switch (field) {
        case SuggestField::Person: sql = "SELECT DISTINCT person_id FROM event WHERE idx < ?1"; break;
        case SuggestField::Address: sql = "SELECT DISTINCT address_id FROM event WHERE idx < ?1"; break;
        case SuggestField::Service: sql = "SELECT DISTINCT service_id FROM event WHERE idx < ?1"; break;
        case SuggestField::Agent: sql = "SELECT DISTINCT agent_id FROM event WHERE idx < ?1"; break;
        case SuggestField::Reason: sql = "SELECT DISTINCT reason_id FROM event WHERE idx < ?1"; break;
        case SuggestField::Host: sql = "SELECT DISTINCT host_id FROM event WHERE idx < ?1"; break;
    }
    auto select = Statement::prepare(m_connection.handle(), sql, what);
    if (!select) return select.error();
    select->bind(1, *visible);
    int code = select->step();
    for (; code == SQLITE_ROW; code = select->step()) {
        const auto value = textOf(m_connection, select->integer(0));
        if (!value) return value.error();
        if (value->isEmpty()) continue;
        if (value->startsWith(text, Qt::CaseInsensitive))
            begins << *value;
        else if (value->contains(text, Qt::CaseInsensitive))
            contains << *value;
    }
    if (code != SQLITE_DONE) return sqliteError(m_connection.handle(), code, what);
    for (QStringList *list : {&begins, &contains}) {
        std::sort(list->begin(), list->end(), [](const QString &a, const QString &b) {
            const int folded = a.compare(b, Qt::CaseInsensitive);
            return folded != 0 ? folded < 0 : a < b;
        });
        list->removeDuplicates();
    }
    begins += contains;
    if (begins.size() > limit) begins.resize(limit);
    return begins;
}

}  // namespace lw::cache
