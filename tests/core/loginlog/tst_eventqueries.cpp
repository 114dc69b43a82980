// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlog/eventqueries.h"
#include "core/people/peopleservice.h"
#include "tests/core/loginlog/cachefixture.h"

using namespace lw;
using namespace lw::loginlog;
using namespace lw::test;

class TestEventQueries : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase()
    {
        static const SecretMemory memory;
        m = std::make_unique<CacheFixture>();
        m->signIn();
        m->backend.appendLogins(5000);
        QVERIFY(m->sync().ok());
        m_queries = std::make_unique<EventQueries>(m->vault);
    }

    void cleanupTestCase()
    {
        m_queries.reset();
        m.reset();
    }

    void listAndRows()
    {
        EventFilter filter;
        filter.outcome = Outcome::Failure;
        const auto listing = ask<EventListing>([&](Callback<EventListing> done) {
            m_queries->list(filter, cache::SortKey::Time, Qt::DescendingOrder, this, std::move(done));
        });
        QVERIFY(listing.ok());
        QCOMPARE(listing->indices->size(), size_t(1000));
        QVERIFY(listing->filter == filter);
        std::vector<quint32> page(listing->indices->begin(), listing->indices->begin() + 10);
        const auto rows = ask<QList<cache::EventRow>>([&](auto done) { m_queries->rows(page, this, std::move(done)); });
        QVERIFY(rows.ok());
        QCOMPARE(rows->size(), 10);
        QCOMPARE(rows->constFirst().index, 4999U);
        QVERIFY(rows->constFirst().timeMs > rows->constLast().timeMs);
    }

    void countHistogramSpan()
    {
        const auto count = ask<quint64>([&](auto done) { m_queries->count({}, this, std::move(done)); });
        QCOMPARE(*count, 5000);
        const auto span = ask<cache::CacheSpan>([&](auto done) { m_queries->span(this, std::move(done)); });
        QCOMPARE(span->events, 5000);
        const auto histogram = ask<cache::Histogram>([&](auto done) {
            m_queries->histogram({}, span->firstTime, span->lastTime.addMSecs(1), 50, this, std::move(done));
        });
        quint64 sum = 0;
        for (const cache::OutcomeCount &bucket : histogram->buckets)
            sum += bucket.ok + bucket.failed;
        QCOMPARE(sum, 5000);
    }

    void detailIsProven()
    {
        const auto detail = ask<EventDetail>([&](auto done) { m_queries->detail(1234, this, std::move(done)); });
        QVERIFY(detail.ok());
        QCOMPARE(detail->status, ProofStatus::Proven);
        QVERIFY(detail->problem.isEmpty());
        QCOMPARE(detail->leaf, m->backend.leaf(1234));
        QCOMPARE(detail->proof.leafIndex, 1234);
        QCOMPARE(detail->checkpoint.size, 5000);
        const auto missing = ask<EventDetail>([&](auto done) { m_queries->detail(5000, this, std::move(done)); });
        QCOMPARE(missing.error().code, Errc::NotFound);
    }

    void latestAndSuggest()
    {
        EventFilter filter;
        filter.person = QStringLiteral("bruno.costa");
        const auto rows =
            ask<QList<cache::EventRow>>([&](auto done) { m_queries->latest(filter, 5, this, std::move(done)); });
        QCOMPARE(rows->size(), 5);
        QCOMPARE(rows->constFirst().index, 4999U);
        const auto names = ask<QStringList>([&](auto done) {
            m_queries->suggest(QStringLiteral("car"), cache::SuggestField::Person, this, std::move(done));
        });
        QCOMPARE(*names, QStringList{QStringLiteral("carla.novak")});
    }

    void onlyTheNewestOfAKindIsAnswered()
    {
        int answers = 0;
        QList<quint64> counts;
        for (int i = 0; i < 20; ++i) {
            EventFilter filter;
            if (i < 19) filter.outcome = Outcome::Failure;
            m_queries->count(filter, this, [&](Result<quint64> count) {
                ++answers;
                if (count) counts.append(*count);
            });
        }
        QTRY_VERIFY(counts.contains(5000));
        QVERIFY(answers < 20);
        QCOMPARE(counts.constLast(), 5000);
    }

    void otherAskersAreNotDropped()
    {
        QObject first, second;
        int answers = 0;
        m_queries->count({}, &first, [&](const Result<quint64> &) { ++answers; });
        m_queries->count({}, &second, [&](const Result<quint64> &) { ++answers; });
        QTRY_COMPARE(answers, 2);
    }

    void goneAskersAreNotAnswered()
    {
        bool called = false;
        {
            QObject context;
            m_queries->count({}, &context, [&](const Result<quint64> &) { called = true; });
        }
        const auto other = ask<quint64>([&](auto done) { m_queries->count({}, this, std::move(done)); });
        QVERIFY(other.ok());
        QVERIFY(!called);
    }

    void overviewAddsUp()
    {
        // The fixture's last event is of 2026-10-04 17:19 UTC.
        const QDateTime now(QDate(2026, 10, 4), QTime(18, 0), Qt::UTC);
        const auto overview = ask<Overview>(
            [&](auto done) { m_queries->overview(now, QTimeZone("Europe/London"), this, std::move(done)); });
        QVERIFY2(overview.ok(), qPrintable(overview.ok() ? QString() : overview.error().message));
        QCOMPARE(overview->daily.size(), 30);
        QCOMPARE(overview->daily.constLast().day, QDate(2026, 10, 4));
        quint64 logins = 0, failures = 0;
        for (const cache::DailyCount &day : overview->daily) {
            logins += day.logins;
            failures += day.failures;
        }
        QCOMPARE(logins, 4000);
        QCOMPARE(failures, 1000);
        // London is an hour ahead in October: its day begins at 23:00 UTC.
        QCOMPARE(overview->daily.constLast().logins + overview->daily.constLast().failures, 18 * 60 + 20);
        QCOMPARE(overview->people.total, 3);
        QVERIFY(overview->failed24h > 250 && overview->failed24h < 300);
        QVERIFY(!overview->attention.isEmpty());
    }

    void people()
    {
        people::PeopleService service(m->vault);
        const QDateTime now(QDate(2026, 10, 4), QTime(18, 0), Qt::UTC);
        const auto list = ask<people::PeopleList>([&](auto done) { service.list(now, this, std::move(done)); });
        QVERIFY(list.ok());
        QCOMPARE(list->rows.size(), 3);
        QCOMPARE(list->customer.name, QStringLiteral("Acme Telephony Ltd"));
        const auto history = ask<people::PersonHistory>(
            [&](auto done) { service.history(list->rows[0].user, 7, this, std::move(done)); });
        QVERIFY(history.ok());
        QCOMPARE(history->rows.size(), 7);
        QCOMPARE(history->total, 1667);
        QVERIFY(history->failed > 300);
        QCOMPARE(history->userId, list->rows[0].user.id);
    }

    void lockedCacheAnswersWithAnError()
    {
        CacheFixture other;
        EventQueries queries(other.vault);
        other.vault->lock();
        const auto count = ask<quint64>([&](auto done) { queries.count({}, this, std::move(done)); });
        QCOMPARE(count.error().code, Errc::Cancelled);
    }

  private:
    template <typename T>
    Result<T> ask(const std::function<void(Callback<T>)> &start)
    {
        std::optional<Result<T>> result;
        start([&](Result<T> answer) { result.emplace(std::move(answer)); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 30'000)) qFatal("no answer");
        return std::move(*result);
    }

    std::unique_ptr<CacheFixture> m;
    std::unique_ptr<EventQueries> m_queries;
};

QTEST_GUILESS_MAIN(TestEventQueries)
#include "tst_eventqueries.moc"
