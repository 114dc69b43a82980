// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlog/overviewreader.h"

#include "core/people/peopleservice.h"

namespace lw::loginlog {

namespace {

constexpr int overviewDays = 30;
/// Every offset that zones use today is a multiple of it, so that steps never straddle a midnight.
constexpr qint64 stepMs = 15 * 60 * 1000;

void addTo(QList<cache::DailyCount> &days, const cache::Histogram &histogram, const QTimeZone &zone, bool failures)
{
    qint64 at = histogram.startMs;
    for (const cache::OutcomeCount &bucket : histogram.buckets) {
        if (bucket.ok + bucket.failed > 0) {
            const QDate day = QDateTime::fromMSecsSinceEpoch(at, zone).date();
            const qint64 index = days.constFirst().day.daysTo(day);
            if (index >= 0 && index < days.size()) {
                if (failures)
                    days[index].failures += bucket.failed;
                else
                    days[index].logins += bucket.ok;
            }
        }
        at += histogram.stepMs;
    }
}

Result<QList<cache::DailyCount>> readDays(cache::EventReader &reader, const QDateTime &now, const QTimeZone &zone,
                                          const cache::CancelToken &cancel)
{
    const QDate today = now.toTimeZone(zone).date();
    QList<cache::DailyCount> days;
    for (int back = overviewDays - 1; back >= 0; --back)
        days.append({today.addDays(-back), 0, 0});
    const QDateTime from = days.constFirst().day.startOfDay(zone).toUTC();
    const QDateTime to = today.addDays(1).startOfDay(zone).toUTC();
    const int buckets = static_cast<int>(from.msecsTo(to) / stepMs);
    EventFilter logins;
    logins.kinds = {EventKind::LoginSucceeded};
    EventFilter failures;
    failures.outcome = Outcome::Failure;
    for (const EventFilter *filter : {&logins, &failures}) {
        const Result<cache::Histogram> histogram = reader.histogram(*filter, from, to, buckets, cancel);
        if (!histogram) return histogram.error();
        addTo(days, *histogram, zone, filter == &failures);
    }
    return days;
}

QList<FailureGroup> groups(const QList<cache::NamedCount> &counts)
{
    QList<FailureGroup> list;
    for (const cache::NamedCount &count : counts)
        list.append({count.name, count.count, count.last});
    return list;
}

}  // namespace

Result<Overview> readOverview(cache::Connection &connection, const QDateTime &now, const QTimeZone &zone,
                              const cache::CancelToken &cancel)
{
    cache::EventReader reader(connection);
    Overview overview;
    overview.asOf = now.toUTC();
    Result<cache::CacheSpan> span = reader.span();
    if (!span) return span.error();
    overview.span = std::move(*span);
    // Before the first sync there are no people and no events: figures of nothing, not an error.
    Result<people::PeopleList> people = people::readPeople(connection, now);
    if (people)
        overview.people = people->summary;
    else if (people.error().code != Errc::NotFound)
        return people.error();
    Result<QList<cache::DailyCount>> days = readDays(reader, now, zone, cancel);
    if (!days) return days.error();
    overview.daily = std::move(*days);

    const QDateTime dayAgo = now.addDays(-1);
    const Result<cache::Activity> lastDay = reader.activity(dayAgo, now, cancel);
    if (!lastDay) return lastDay.error();
    const Result<cache::Activity> weekBefore = reader.activity(dayAgo.addDays(-7), dayAgo, cancel);
    if (!weekBefore) return weekBefore.error();
    overview.logins24h = lastDay->logins;
    overview.failed24h = lastDay->failed;
    overview.failedDailyMean = weekBefore->failed / 7.0;
    overview.distinctFailedAddresses24h = lastDay->failingAddresses;

    AttentionFacts facts;
    facts.people = overview.people;
    facts.byAddress = groups(lastDay->topFailingAddresses);
    facts.byPerson = groups(lastDay->topFailingPersons);
    facts.failed24h = overview.failed24h;
    facts.failedDailyMean = overview.failedDailyMean;
    facts.lastSync = overview.span.syncedAt;
    facts.now = now;
    overview.attention = attentionItems(facts);
    return overview;
}

}  // namespace lw::loginlog
