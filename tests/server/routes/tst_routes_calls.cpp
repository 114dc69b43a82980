// SPDX-License-Identifier: GPL-3.0-or-later
// The list of finished calls, on the real server.
#include "core/protocol/callrecords.h"
#include "core/protocol/spend.h"
#include "tests/server/routes/testapi.h"

#include <QJsonArray>
#include <QUrl>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

const auto desk = QStringLiteral("+442079460001");
const auto fax = QStringLiteral("+442079460002");
const auto latvia = QStringLiteral("+37120000000");

class CallsApi : public TestApi {
  public:
    CallsApi()
    {
        Principal keeper;
        keeper.customerId = acme.id;
        const Rate rate{QStringLiteral("+371"), QStringLiteral("Latvia"), Decimal{1'500'000}, {}, 60, 60, {}};
        must(services->spend.setDeck({keeper, Origin()}, policy::RateDeck(QStringLiteral("GBP"), {rate}),
                                     [](const policy::RateDeck &) { return Result<void>(); }));
    }
    void report(const QList<protocol::FinishedCall> &calls, const QString &customerId = {})
    {
        Principal exchange;
        exchange.customerId = customerId.isEmpty() ? acme.id : customerId;
        must(services->callDesk.record({exchange, Origin()}, calls));
    }
    protocol::FinishedCall call(const char *id, int minutesAgo, const QString &caller = desk,
                                const QString &destination = latvia) const
    {
        return {QString::fromUtf8(id), caller, destination, clock.nowUtc().addSecs(-60 * minutesAgo), 60};
    }
    Answer ask(const QByteArray &query) { return get("/v1/calls/records" + query, auditor); }
    protocol::CallPage page(const QByteArray &query = {}) { return must(protocol::callPageFromJson(ask(query).body)); }
    QString ids(const QByteArray &query = {})
    {
        QStringList all;
        for (const CallRecord &record : page(query).calls)
            all << record.callId;
        return all.join(u' ');
    }
    QByteArray ago(int minutes) const { return clock.nowUtc().addSecs(-60 * minutes).toString(Qt::ISODate).toLatin1(); }
    qsizetype looks()
    {
        const std::vector<AuditEvent> all = events(acme);
        return std::count_if(all.begin(), all.end(), [](const AuditEvent &event) {
            return event.kind == EventKind::LogViewed && event.object.type == QLatin1String("calls");
        });
    }

    Customer acme = addCustomer(QStringLiteral("acme"));
    User user = addUser(acme, QStringLiteral("aud"), QStringLiteral("auditor"));
    QByteArray auditor = token(QStringLiteral("acme"), QStringLiteral("aud"));
};

}  // namespace

class TestRoutesCalls : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theNewestComeFirstWithWhatTheyCost()
    {
        CallsApi api;
        QCOMPARE(api.page().calls.size(), 0);
        api.report({api.call("b", 5), api.call("c", 3, fax, QStringLiteral("999")), api.call("a", 9)});
        const protocol::CallPage page = api.page();
        QCOMPARE(page.currency, QStringLiteral("GBP"));
        QCOMPARE(page.nextCursor, QString());
        QCOMPARE(api.ids(), QStringLiteral("c b a"));
        QCOMPARE(page.calls[0].callClass, CallClass::Emergency);
        QCOMPARE(page.calls[0].cost, Decimal{});
        QCOMPARE(page.calls[0].ratePrefix, QString());
        QCOMPARE(page.calls[1],
                 (CallRecord{QStringLiteral("b"), desk, latvia, CallClass::International,
                             api.clock.nowUtc().addSecs(-300), 60, Decimal{1'500'000}, QStringLiteral("+371")}));
        const QJsonObject first = api.ask({}).json().value(QLatin1String("calls")).toArray().at(1).toObject();
        QCOMPARE(first.value(QLatin1String("cost")), QJsonValue(QStringLiteral("1.5")));
    }

    void pagesGoOnWhereTheLastOneEnded()
    {
        CallsApi api;
        QList<protocol::FinishedCall> calls;
        // Several at the same moment, and names of every length.
        for (int i = 0; i < 25; ++i)
            calls.append(api.call("", 5 + i / 4));
        for (int i = 0; i < 25; ++i)
            calls[i].callId =
                QStringLiteral("call %1 %2").arg(i, 2, 10, QLatin1Char('0')).arg(QString(i == 12 ? 119 : 1, u'呼'));
        api.report(calls);
        QStringList seen;
        QByteArray query = "?limit=4";
        int pages = 0;
        for (;;) {
            const protocol::CallPage page = api.page(query);
            ++pages;
            for (const CallRecord &record : page.calls)
                seen << record.callId;
            if (page.nextCursor.isEmpty()) break;
            query = "?limit=4&cursor=" + page.nextCursor.toLatin1();
            // What comes in meanwhile is in front.
            api.report({api.call(QByteArray("late" + QByteArray::number(pages)).constData(), 1)});
        }
        QCOMPARE(pages, 7);
        QCOMPARE(seen.size(), 25);
        seen.sort();
        QCOMPARE(seen.removeDuplicates(), 0);
        QCOMPARE(seen.first().left(7), QStringLiteral("call 00"));
    }

    void filtersNarrowIt()
    {
        CallsApi api;
        const auto home = QStringLiteral("+442079460999");
        api.report({api.call("a", 9), api.call("b", 7, fax), api.call("c", 5, desk, home), api.call("d", 3, fax, desk),
                    api.call("e", 1, fax, QStringLiteral("0905 123 4567"))});
        QCOMPARE(api.ids("?number=%2B442079460001"), QStringLiteral("d c a"));
        QCOMPARE(api.ids("?number=020%207946%200001"), QStringLiteral("d c a"));
        QCOMPARE(api.ids("?number=+37120000000"), QStringLiteral("b a"));
        QCOMPARE(api.ids("?class=premium"), QStringLiteral("e"));
        QCOMPARE(api.ids("?class=international&number=" + fax.toLatin1()), QStringLiteral("b"));
        QCOMPARE(api.ids("?from=" + api.ago(7)), QStringLiteral("e d c b"));
        QCOMPARE(api.ids("?until=" + api.ago(7)), QStringLiteral("a"));
        QCOMPARE(api.ids("?from=" + api.ago(7) + "&until=" + api.ago(3)), QStringLiteral("c b"));
        QCOMPARE(api.ids("?number=118118"), QString());
    }

    void whatCannotBeMeantIsNamed_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *query, const char *field) {
            QTest::newRow(query) << QByteArray(query) << QString::fromLatin1(field);
        };
        row("?limit=0", "limit");
        row("?limit=1001", "limit");
        row("?limit=-1", "limit");
        row("?cursor=abc", "cursor");
        row("?cursor=!!", "cursor");
        row("?cursor=MTIzIA", "cursor");  // a time without a call
        row("?number=letters", "number");
        row("?number=%D9%A2%D9%A0", "number");
        row("?number=%E2%80%AE020", "number");
        row("?number=1e30", "number");
        row("?from=yesterday", "from");
        row("?until=2026-02-30T00:00:00Z", "until");
        row("?from=2026-11-02T00:00:00Z&until=2026-11-02T00:00:00Z", "until");
        row("?class=dear", "class");
        row("?caller=020", "caller");
        row("?class=premium&class=premium", "class");
        QTest::newRow("long cursor") << QByteArray("?cursor=") + QByteArray(769, 'a') << QStringLiteral("cursor");
    }
    void whatCannotBeMeantIsNamed()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, field);
        CallsApi api;
        const Answer answer = api.ask(query);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.field(), field);
    }

    void nobodySeesAnotherCompanysCalls()
    {
        CallsApi api;
        const Customer other = api.addCustomer(QStringLiteral("other"));
        api.addUser(other, QStringLiteral("olga"), QStringLiteral("owner"));
        api.report({api.call("ours", 5)});
        api.report({api.call("theirs", 4)}, other.id);
        QCOMPARE(api.ids(), QStringLiteral("ours"));
        const QByteArray foreign = api.token(QStringLiteral("other"), QStringLiteral("olga"));
        const Answer answer = api.get("/v1/calls/records", foreign);
        QCOMPARE(must(protocol::callPageFromJson(answer.body)).calls.size(), 1);
        QVERIFY(!answer.body.contains("ours"));
    }

    void aLookIsAnEventOnceAQuarterOfAnHour()
    {
        CallsApi api;
        // A look at the log does not cover one at the calls.
        QCOMPARE(api.get("/v1/audit/events", api.auditor).status, 200);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(api.ask({}).status, 200);
        QCOMPARE(api.ask("?limit=0").status, 400);
        QCOMPARE(api.looks(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRoutesCalls)
#include "tst_routes_calls.moc"
