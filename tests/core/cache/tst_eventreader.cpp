// SPDX-License-Identifier: GPL-3.0-or-later
// What the cache answers against what a plain loop over the same events finds.
#include "core/cache/eventreader.h"
#include "core/cache/packedaddress.h"
#include "core/cache/sqlite.h"
#include "tests/core/cache/cachefixtures.h"

#include <QSet>

#include <algorithm>

using namespace fixture;

namespace {

constexpr quint32 seed = 21;
constexpr int size = 3'000;

bool inNetwork(const QString &address, const QString &network)
{
    const auto range = packRange(network);
    if (!range) return address.compare(network, Qt::CaseInsensitive) == 0;
    const auto packed = packAddress(address);
    return packed && *packed >= range->first && *packed <= range->last;
}

bool matches(const AuditEvent &event, const EventFilter &filter)
{
    if (filter.from.isValid() && event.time < filter.from) return false;
    if (filter.to.isValid() && event.time >= filter.to) return false;
    if (filter.loginOnly && !isLoginKind(event.kind)) return false;
    if (!filter.kinds.isEmpty() && !filter.kinds.contains(event.kind)) return false;
    if (filter.outcome && event.outcome != *filter.outcome) return false;
    if (!filter.person.isEmpty() && event.actor.name.compare(filter.person, Qt::CaseInsensitive) != 0 &&
        event.actor.id != filter.person)
        return false;
    if (!filter.address.isEmpty() && !inNetwork(event.origin.address, filter.address)) return false;
    for (const QString &word : filter.words) {
        bool found = false;
        for (const QString &text : {event.actor.name, event.origin.address, event.origin.agent, event.reason,
                                    event.detail, event.source.host})
            found = found || text.contains(word, Qt::CaseInsensitive);
        if (!found) return false;
    }
    return true;
}

EventFilter randomFilter(QRandomGenerator &random)
{
    const auto one = [&](const QStringList &list) { return list[static_cast<qsizetype>(random.bounded(list.size()))]; };
    EventFilter filter;
    filter.loginOnly = random.bounded(2) == 0;
    if (random.bounded(3) == 0) filter.from = instant(firstMs + random.bounded(size) * 60'000LL);
    if (random.bounded(3) == 0) filter.to = instant(firstMs + random.bounded(size) * 60'000LL);
    if (random.bounded(3) == 0)
        for (int i = 0; i < 4; ++i)
            filter.kinds << allEventKinds()[random.bounded(static_cast<quint32>(allEventKinds().size()))];
    if (random.bounded(3) == 0) filter.outcome = random.bounded(2) ? Outcome::Success : Outcome::Failure;
    if (random.bounded(3) == 0)
        filter.person =
            one({QStringLiteral("ANN.LEE"), QStringLiteral("zoë"), QStringLiteral("bo chen"), QStringLiteral("nobody"),
                 QStringLiteral("203.0.113.7"), QStringLiteral("usr_%1").arg(2, 26, 10, QLatin1Char('0'))});
    if (random.bounded(3) == 0)
        filter.address =
            one({QStringLiteral("203.0.113.7"), QStringLiteral("203.0.113.0/24"), QStringLiteral("203.0.113.128/25"),
                 QStringLiteral("0.0.0.0/0"), QStringLiteral("2001:db8::/32"), QStringLiteral("2001:db8::/48"),
                 QStringLiteral("::/0"), QStringLiteral("DESK-7.example"), QStringLiteral("192.0.2.1"),
                 QStringLiteral("::ffff:203.0.113.7")});
    if (random.bounded(3) == 0)
        for (int i = 0; i < 1 + static_cast<int>(random.bounded(2)); ++i)
            filter.words << one({QStringLiteral("yealink"), QStringLiteral("ünï"), QStringLiteral("wrong"),
                                 QStringLiteral("PBX"), QStringLiteral("113"), QStringLiteral("attempt 1"),
                                 QStringLiteral("%"), QStringLiteral("_"), QStringLiteral("nothing like it"),
                                 QString()});
    return filter;
}

}  // namespace

class TestEventReader : public QObject {
    Q_OBJECT

    SecretMemory m_memory;
    std::unique_ptr<TempVault> m_vault;
    std::unique_ptr<Connection> m_connection;
    QList<AuditEvent> m_events;

    QList<quint32> naive(const EventFilter &filter) const
    {
        QList<quint32> found;
        for (qsizetype i = 0; i < m_events.size(); ++i)
            if (matches(m_events[i], filter)) found << static_cast<quint32>(i);
        std::stable_sort(found.begin(), found.end(),
                         [&](quint32 a, quint32 b) { return m_events[a].time < m_events[b].time; });
        return found;
    }
    static QList<quint32> list(const std::vector<quint32> &indices)
    {
        return QList<quint32>(indices.begin(), indices.end());
    }

  private Q_SLOTS:
    void initTestCase()
    {
        m_vault = std::make_unique<TempVault>();
        auto writer = m_vault->connect(Purpose::Write);
        const auto log = leaves(seed, size);
        LW_OK(sync(*writer, log, checkpoint(log, size)));
        for (quint32 i = 0; i < size; ++i)
            m_events << sampleEvent(seed, i);
        m_connection = m_vault->connect();
    }
    void cleanupTestCase()
    {
        m_connection.reset();
        m_vault.reset();
    }

    void filtersFindWhatALoopFinds_data()
    {
        QTest::addColumn<quint32>("number");
        for (quint32 i = 0; i < 150; ++i)
            QTest::addRow("filter %u", i) << i;
    }
    void filtersFindWhatALoopFinds()
    {
        QFETCH(quint32, number);
        QRandomGenerator random(number);
        const EventFilter filter = randomFilter(random);
        const QList<quint32> expected = naive(filter);
        EventReader reader(*m_connection);
        const auto ascending = reader.indices(filter, SortKey::Time, Qt::AscendingOrder);
        LW_OK(ascending);
        QCOMPARE(list(*ascending), expected);
        auto descending = list(*reader.indices(filter));
        std::reverse(descending.begin(), descending.end());
        QCOMPARE(descending, expected);
        QCOMPARE(*reader.count(filter), quint64(expected.size()));

        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            for (const SortKey key : {SortKey::Time, SortKey::Person, SortKey::Kind, SortKey::Address}) {
                const auto indices = reader.indices(filter, key, order);
                QList<quint32> streamed;
                const auto given = reader.forEachUtf8(filter, {key, order}, [&](const EventView &view) {
                    streamed << view.index;
                    return true;
                });
                LW_OK(given);
                QCOMPARE(*given, quint64(expected.size()));
                QCOMPARE(streamed, list(*indices));
                QCOMPARE(QSet<quint32>(streamed.begin(), streamed.end()),
                         QSet<quint32>(expected.begin(), expected.end()));
            }
        }

        quint32 ok = 0, failed = 0;
        const QDateTime from = instant(firstMs - 1'000'000), to = instant(firstMs + (size + 100) * 60'000LL);
        const auto histogram = reader.histogram(filter, from, to, 37);
        LW_OK(histogram);
        for (const OutcomeCount &bucket : histogram->buckets) {
            ok += bucket.ok;
            failed += bucket.failed;
        }
        QCOMPARE(ok + failed, quint32(expected.size()));
        QCOMPARE(failed, quint32(std::count_if(expected.begin(), expected.end(),
                                               [&](quint32 i) { return m_events[i].outcome == Outcome::Failure; })));
    }

    void listsAreSortedByWhatTheySay()
    {
        EventReader reader(*m_connection);
        const EventFilter all = everything();
        const auto check = [&](SortKey key, const auto &less) {
            const auto indices = reader.indices(all, key, Qt::AscendingOrder);
            QVERIFY(indices.ok());
            QCOMPARE(indices->size(), size_t(size));
            QVERIFY(std::is_sorted(indices->begin(), indices->end(),
                                   [&](quint32 a, quint32 b) { return less(m_events[a], m_events[b]); }));
        };
        check(SortKey::Time, [](const AuditEvent &a, const AuditEvent &b) { return a.time < b.time; });
        check(SortKey::Kind, [](const AuditEvent &a, const AuditEvent &b) {
            return a.kind < b.kind || (a.kind == b.kind && a.time < b.time);
        });
        check(SortKey::Person, [](const AuditEvent &a, const AuditEvent &b) {
            return a.actor.name.compare(b.actor.name, Qt::CaseInsensitive) < 0;
        });
        check(SortKey::Address, [](const AuditEvent &a, const AuditEvent &b) {
            return a.origin.address.compare(b.origin.address, Qt::CaseInsensitive) < 0;
        });
    }

    void rowsSayWhatTheEventsSay()
    {
        EventReader reader(*m_connection);
        const std::vector<quint32> asked{7, 0, 2'999, 7, 256, 255};
        const auto rows = reader.rows(asked);
        LW_OK(rows);
        QCOMPARE(rows->size(), qsizetype(asked.size()));
        for (size_t i = 0; i < asked.size(); ++i) {
            const EventRow &row = rows->at(static_cast<qsizetype>(i));
            const AuditEvent &event = m_events[asked[i]];
            QCOMPARE(row.index, asked[i]);
            QCOMPARE(row.timeMs, event.time.toMSecsSinceEpoch());
            QCOMPARE(row.kind, event.kind);
            QCOMPARE(row.outcome, event.outcome);
            QCOMPARE(row.actorType, event.actor.type);
            QCOMPARE(row.person, event.actor.name);
            QCOMPARE(row.personId, event.actor.id);
            QCOMPARE(row.address, event.origin.address);
            QCOMPARE(row.port, event.origin.port);
            QCOMPARE(row.service, event.origin.service);
            QCOMPARE(row.agent, event.origin.agent);
            QCOMPARE(row.reason, event.reason);
            QCOMPARE(row.detail, event.detail);
            QCOMPARE(row.host, event.source.host);
            QCOMPARE(row.objectType, event.object.type);
            QCOMPARE(row.objectName, event.object.name);
        }
        QCOMPARE(reader.rows(std::vector<quint32>{size}).error().code, Errc::NotFound);
        QVERIFY(reader.rows({})->isEmpty());
    }

    void daysAreCounted()
    {
        const QDate from = instant(firstMs).date().addDays(-1),
                    to = instant(firstMs + size * 60'000LL).date().addDays(1);
        const auto days = EventReader(*m_connection).daily(from, to);
        LW_OK(days);
        QCOMPARE(days->size(), from.daysTo(to) + 1);
        for (const DailyCount &day : *days) {
            DailyCount expected{day.day, 0, 0};
            for (const AuditEvent &event : m_events) {
                if (event.time.date() != day.day || !isLoginKind(event.kind)) continue;
                expected.logins += event.kind == EventKind::LoginSucceeded;
                expected.failures += event.outcome == Outcome::Failure;
            }
            QCOMPARE(day, expected);
        }
        QCOMPARE(EventReader(*m_connection).daily(to, from).error().code, Errc::InvalidInput);
        QCOMPARE(EventReader(*m_connection).daily({}, to).error().code, Errc::InvalidInput);
    }

    void activityIsSummedUp()
    {
        const QDateTime from = instant(firstMs + 500 * 60'000LL), to = instant(firstMs + 2'000 * 60'000LL);
        const auto activity = EventReader(*m_connection).activity(from, to);
        LW_OK(activity);
        quint32 logins = 0, failed = 0;
        QSet<QString> addresses, failing;
        QHash<QString, NamedCount> byAddress;
        for (const AuditEvent &event : m_events) {
            if (event.time < from || event.time >= to || !isLoginKind(event.kind)) continue;
            logins += event.kind == EventKind::LoginSucceeded;
            if (!event.origin.address.isEmpty()) addresses << event.origin.address;
            if (event.outcome != Outcome::Failure) continue;
            ++failed;
            if (event.origin.address.isEmpty()) continue;
            failing << event.origin.address;
            NamedCount &count = byAddress[event.origin.address];
            count.name = event.origin.address;
            ++count.count;
            count.last = qMax(count.last, event.time);
        }
        QCOMPARE(activity->logins, logins);
        QCOMPARE(activity->failed, failed);
        QCOMPARE(activity->addresses, quint32(addresses.size()));
        QCOMPARE(activity->failingAddresses, quint32(failing.size()));
        QVERIFY(!activity->topFailingAddresses.isEmpty());
        for (const NamedCount &count : activity->topFailingAddresses)
            QCOMPARE(count, byAddress.value(count.name));
        QVERIFY(std::is_sorted(activity->topFailingAddresses.begin(), activity->topFailingAddresses.end(),
                               [](const NamedCount &a, const NamedCount &b) { return a.count > b.count; }));
    }

    void peopleLeaveTraces()
    {
        const QStringList logins{QStringLiteral("ann.lee"), QStringLiteral("bo chen"), QStringLiteral("nobody"),
                                 QStringLiteral("ANN.LEE")};
        EventReader reader(*m_connection);
        const auto many = reader.personActivity(logins);
        LW_OK(many);
        QCOMPARE(many->size(), logins.size());
        for (qsizetype i = 0; i < logins.size(); ++i) {
            PersonActivity expected;
            for (const AuditEvent &event : m_events) {
                if (event.actor.name.compare(logins[i], Qt::CaseInsensitive) != 0 || !isLoginKind(event.kind)) continue;
                ++expected.events;
                if (event.kind == EventKind::LoginSucceeded)
                    expected.lastLogin =
                        expected.lastLogin.isValid() ? qMax(expected.lastLogin, event.time) : event.time;
                if (event.kind == EventKind::LoginFailed || event.kind == EventKind::LoginRefused)
                    expected.lastFailure =
                        expected.lastFailure.isValid() ? qMax(expected.lastFailure, event.time) : event.time;
            }
            const auto one = reader.personActivity({logins[i]});
            LW_OK(one);
            for (const PersonActivity &activity : {many->at(i), one->first()}) {
                QCOMPARE(activity.person, logins[i]);
                QCOMPARE(activity.events, expected.events);
                QCOMPARE(activity.lastLogin, expected.lastLogin);
                QCOMPARE(activity.lastFailure, expected.lastFailure);
            }
        }
        QVERIFY(reader.personActivity({})->isEmpty());
    }

    void loginsAreTallied()
    {
        const QDateTime from = instant(firstMs + 500 * 60'000LL);
        const QDateTime to = instant(firstMs + 2'500 * 60'000LL);
        QHash<QPair<QString, QString>, QPair<quint32, qint64>> expected;
        for (quint32 i = 0; i < size; ++i) {
            const AuditEvent event = sampleEvent(seed, i);
            if (event.kind != EventKind::LoginSucceeded || event.origin.address.isEmpty() || event.time < from ||
                event.time >= to)
                continue;
            auto &[count, last] = expected[{event.actor.name, event.origin.address}];
            last = count++ == 0 ? event.time.toMSecsSinceEpoch() : qMax(last, event.time.toMSecsSinceEpoch());
        }
        const auto tallies = EventReader(*m_connection).logins(from, to);
        LW_OK(tallies);
        QVERIFY(tallies->size() > 5);
        QCOMPARE(tallies->size(), expected.size());
        for (const LoginTally &tally : *tallies)
            QCOMPARE((QPair<quint32, qint64>(tally.logins, tally.lastMs)),
                     expected.value({tally.person, tally.address}));
    }

    void suggestionsBeginWithThenContain()
    {
        EventReader reader(*m_connection);
        QCOMPARE(*reader.suggest(QStringLiteral("ANN"), SuggestField::Person),
                 (QStringList{QStringLiteral("Ann.Lee"), QStringLiteral("ann.lee")}));
        QCOMPARE(*reader.suggest(QStringLiteral("lee"), SuggestField::Person),
                 (QStringList{QStringLiteral("Ann.Lee"), QStringLiteral("ann.lee")}));
        QCOMPARE(reader.suggest(QString(), SuggestField::Address, 3)->size(), 3);
        QCOMPARE(*reader.suggest(QStringLiteral("113.2"), SuggestField::Address),
                 QStringList{QStringLiteral("203.0.113.200")});
        QCOMPARE(*reader.suggest(QStringLiteral("u"), SuggestField::Reason),
                 QStringList({QStringLiteral("no_such_user")}));
        QVERIFY(reader.suggest(QStringLiteral("nothing"), SuggestField::Agent)->isEmpty());
        QCOMPARE(*reader.suggest(QStringLiteral("sip"), SuggestField::Service), QStringList{QStringLiteral("SIP/UDP")});
        QCOMPARE(*reader.suggest(QStringLiteral("p"), SuggestField::Host), QStringList{QStringLiteral("pbx1")});
    }

    void spanAndGaps()
    {
        EventReader reader(*m_connection);
        const auto span = reader.span();
        LW_OK(span);
        const auto [first, last] = std::minmax_element(m_events.begin(), m_events.end(),
                                                       [](const auto &a, const auto &b) { return a.time < b.time; });
        QCOMPARE(span->firstTime, first->time);
        QCOMPARE(span->lastTime, last->time);
        QCOMPARE(span->syncedAt, instant(firstMs));
        QList<QDateTime> times;
        for (const AuditEvent &event : m_events)
            times << event.time;
        std::sort(times.begin(), times.end());
        qsizetype gaps = 0;
        for (qsizetype i = 1; i < times.size(); ++i)
            gaps += times[i - 1].msecsTo(times[i]) >= 250'000;
        QVERIFY(gaps > 0 && gaps < 100);
        QCOMPARE(reader.gaps(250'000)->size(), gaps);
    }

    void anythingCanBeCancelled()
    {
        EventReader reader(*m_connection);
        CancelToken cancel;
        int given = 0;
        const auto stopped = reader.forEach(
            everything(), {},
            [&](const EventRow &) {
                if (++given == 10) cancel.cancel();
                return true;
            },
            cancel);
        QVERIFY(!stopped.ok());
        QCOMPARE(stopped.error().code, Errc::Cancelled);
        QVERIFY(given < size);
        QCOMPARE(reader.count({}, cancel).error().code, Errc::Cancelled);
        QCOMPARE(reader.indices({}, SortKey::Time, Qt::AscendingOrder, cancel).error().code, Errc::Cancelled);
        LW_OK(reader.count({}));
    }

    void aCallbackMayStopAndMayAsk()
    {
        EventReader reader(*m_connection);
        QList<QString> people;
        const auto given = reader.forEachUtf8(everything(), {}, [&](const EventView &view) {
            const auto row = reader.rows(std::array{view.index});
            if (row) people << row->first().person;
            return people.size() < 5;
        });
        LW_OK(given);
        QCOMPARE(*given, quint64(5));
        QCOMPARE(people.size(), 5);
    }

    void badFiltersAreSaid_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("prefix too long") << QStringLiteral("203.0.113.0/33");
        QTest::newRow("no prefix") << QStringLiteral("203.0.113.0/");
        QTest::newRow("negative") << QStringLiteral("203.0.113.0/-1");
        QTest::newRow("IPv6 too long") << QStringLiteral("2001:db8::/129");
        QTest::newRow("no address") << QStringLiteral("office/24");
    }
    void badFiltersAreSaid()
    {
        QFETCH(QString, address);
        EventFilter filter;
        filter.address = address;
        const auto count = EventReader(*m_connection).count(filter);
        QVERIFY(!count.ok());
        QCOMPARE(count.error().code, Errc::InvalidInput);
        QCOMPARE(count.error().field, QStringLiteral("address"));
    }

    void theTimeIndexAnswersAlone()
    {
        const auto use = m_connection->use();
        LW_OK(use);
        auto plan = Statement::prepare(
            m_connection->handle(),
            "EXPLAIN QUERY PLAN SELECT t.idx FROM event_time AS t CROSS JOIN event AS e ON e.idx = t.idx "
            "WHERE t.time_ms >= 5 AND t.time_ms < 9 AND t.idx < 100 ORDER BY t.time_ms, t.idx",
            QString());
        LW_OK(plan);
        QString text;
        while (plan->step() == SQLITE_ROW)
            text += QString::fromUtf8(plan->bytes(3)) + u'\n';
        QVERIFY2(text.contains(QLatin1String("SEARCH t USING PRIMARY KEY (time_ms>? AND time_ms<?)")),
                 qPrintable(text));
        QVERIFY2(!text.contains(QLatin1String("TEMP B-TREE")), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestEventReader)
#include "tst_eventreader.moc"
