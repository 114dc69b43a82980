// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlog/filterlanguage.h"
#include "core/util/time.h"

#include <QTest>

using namespace lw;
using namespace lw::loginlog;

class TestFilterLanguage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void understood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<EventFilter>("expected");
        const auto row = [](const char *text, const std::function<void(EventFilter &)> &change) {
            EventFilter filter;
            change(filter);
            QTest::newRow(text) << QString::fromUtf8(text) << filter;
        };
        const auto at = [](const char *text) { return fromRfc3339(QString::fromLatin1(text)); };
        row("", [](EventFilter &) {});
        row("   ", [](EventFilter &) {});
        row("outcome:failure", [](EventFilter &f) { f.outcome = Outcome::Failure; });
        row("outcome:ok", [](EventFilter &f) { f.outcome = Outcome::Success; });
        row("OUTCOME:Success", [](EventFilter &f) { f.outcome = Outcome::Success; });
        row("kind:login.failed", [](EventFilter &f) { f.kinds = {EventKind::LoginFailed}; });
        row("kind:login.failed,logout", [](EventFilter &f) { f.kinds = {EventKind::LoginFailed, EventKind::Logout}; });
        row("kind:logout kind:login.failed kind:logout", [](EventFilter &f) {
            f.kinds = {EventKind::Logout, EventKind::LoginFailed};
        });
        row("kind:log.viewed", [](EventFilter &f) {
            f.kinds = {EventKind::LogViewed};
            f.loginOnly = false;
        });
        row("kind:log.viewed in:login", [](EventFilter &f) { f.kinds = {EventKind::LogViewed}; });
        row("in:all", [](EventFilter &f) { f.loginOnly = false; });
        row("in:login", [](EventFilter &) {});
        row("person:ann.lee", [](EventFilter &f) { f.person = QStringLiteral("ann.lee"); });
        row("person:\"ann lee\"", [](EventFilter &f) { f.person = QStringLiteral("ann lee"); });
        row("person:sip:ann@pbx", [](EventFilter &f) { f.person = QStringLiteral("sip:ann@pbx"); });
        row("ip:203.0.113.7", [](EventFilter &f) { f.address = QStringLiteral("203.0.113.7"); });
        row("ip:203.0.113.9/24", [](EventFilter &f) { f.address = QStringLiteral("203.0.113.0/24"); });
        row("ip:2001:DB8:0::1", [](EventFilter &f) { f.address = QStringLiteral("2001:db8::1"); });
        row("ip:::ffff:192.0.2.1", [](EventFilter &f) { f.address = QStringLiteral("192.0.2.1"); });
        row("ip:host.example.com", [](EventFilter &f) { f.address = QStringLiteral("host.example.com"); });
        row("since:7d", [&](EventFilter &f) { f.from = at("2026-11-15T14:30:00Z"); });
        row("since:24h", [&](EventFilter &f) { f.from = at("2026-11-21T14:30:00Z"); });
        row("since:90m", [&](EventFilter &f) { f.from = at("2026-11-22T13:00:00Z"); });
        row("since:2w until:1w", [&](EventFilter &f) {
            f.from = at("2026-11-08T14:30:00Z");
            f.to = at("2026-11-15T14:30:00Z");
        });
        // The context's zone is Berlin: midnight is 23:00 UTC in winter and 22:00 in summer.
        row("since:2026-11-01", [&](EventFilter &f) { f.from = at("2026-10-31T23:00:00Z"); });
        row("since:2026-07-01 until:2026-07-31", [&](EventFilter &f) {
            f.from = at("2026-06-30T22:00:00Z");
            f.to = at("2026-07-31T22:00:00Z");
        });
        row("on:2026-10-25", [&](EventFilter &f) {  // 25 hours
            f.from = at("2026-10-24T22:00:00Z");
            f.to = at("2026-10-25T23:00:00Z");
        });
        row("on:2026-03-29", [&](EventFilter &f) {  // 23 hours
            f.from = at("2026-03-28T23:00:00Z");
            f.to = at("2026-03-29T22:00:00Z");
        });
        row("on:today", [&](EventFilter &f) {
            f.from = at("2026-11-21T23:00:00Z");
            f.to = at("2026-11-22T23:00:00Z");
        });
        row("on:yesterday", [&](EventFilter &f) {
            f.from = at("2026-11-20T23:00:00Z");
            f.to = at("2026-11-21T23:00:00Z");
        });
        row("since:2026-11-22T09:15", [&](EventFilter &f) { f.from = at("2026-11-22T08:15:00Z"); });
        row("since:2026-11-22T09:15:30.250", [&](EventFilter &f) { f.from = at("2026-11-22T08:15:30.250Z"); });
        row("since:2026-11-22T09:15Z", [&](EventFilter &f) { f.from = at("2026-11-22T09:15:00Z"); });
        row("since:2026-11-22T09:15:00+05:30", [&](EventFilter &f) { f.from = at("2026-11-22T03:45:00Z"); });
        row("yealink", [](EventFilter &f) { f.words = QStringList{QStringLiteral("yealink")}; });
        row("mailbox full", [](EventFilter &f) {
            f.words = QStringList{QStringLiteral("mailbox"), QStringLiteral("full")};
        });
        row("\"mailbox full\"", [](EventFilter &f) { f.words = QStringList{QStringLiteral("mailbox full")}; });
        row("\"outcome:failure\"", [](EventFilter &f) { f.words = QStringList{QStringLiteral("outcome:failure")}; });
        row("\"a \\\"quoted\\\" name\"",
            [](EventFilter &f) { f.words = QStringList{QStringLiteral("a \"quoted\" name")}; });
        row("\"back\\\\slash\"", [](EventFilter &f) { f.words = QStringList{QStringLiteral("back\\slash")}; });
        row("2001:db8::5", [](EventFilter &f) { f.words = QStringList{QStringLiteral("2001:db8::5")}; });
        row("dead:beef::1", [](EventFilter &f) { f.words = QStringList{QStringLiteral("dead:beef::1")}; });
        row("12:30", [](EventFilter &f) { f.words = QStringList{QStringLiteral("12:30")}; });
        row("m\xc3\xbcller", [](EventFilter &f) { f.words = QStringList{QString::fromUtf8("m\xc3\xbcller")}; });
        row("a\tb\n c", [](EventFilter &f) {
            f.words = QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        });
        row("outcome:failure since:7d ip:203.0.113.0/24 person:ann.lee kind:login.failed \"mailbox full\" yealink",
            [&](EventFilter &f) {
                f.outcome = Outcome::Failure;
                f.from = at("2026-11-15T14:30:00Z");
                f.address = QStringLiteral("203.0.113.0/24");
                f.person = QStringLiteral("ann.lee");
                f.kinds = {EventKind::LoginFailed};
                f.words = QStringList{QStringLiteral("mailbox full"), QStringLiteral("yealink")};
            });
    }

    void understood()
    {
        QFETCH(QString, text);
        QFETCH(EventFilter, expected);
        const FilterParse parse = parseFilter(text, context());
        QVERIFY2(parse.problems.isEmpty(),
                 qPrintable(parse.problems.isEmpty() ? QString() : parse.problems.constFirst().message));
        QVERIFY2(parse.filter == expected, qPrintable(filterText(parse.filter)));
        // What it is written as means the same in any zone and at any time.
        FilterContext elsewhere;
        elsewhere.now = fromRfc3339(u"2031-01-01T00:00:00Z");
        elsewhere.zone = QTimeZone("Pacific/Auckland");
        const Result<EventFilter> again = filterFromText(filterText(expected), elsewhere);
        QVERIFY2(again.ok(), qPrintable(filterText(expected)));
        QVERIFY2(*again == expected, qPrintable(filterText(expected)));
        QCOMPARE(filterText(*again), filterText(expected));
    }

    void refused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("token");
        const auto row = [](const char *text, const char *token) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(token);
        };
        row("outcome:maybe", "outcome:maybe");
        row("yealink outcome:", "outcome:");
        row("usr:ann", "usr:ann");
        row("kind:login.exploded", "kind:login.exploded");
        row("kind:login.failed,", "kind:login.failed,");
        row("ip:999.1.1.1", "ip:999.1.1.1");
        row("ip:010.0.0.1", "ip:010.0.0.1");
        row("ip:203.0.113.0/33", "ip:203.0.113.0/33");
        row("ip:2001:db8::/129", "ip:2001:db8::/129");
        row("ip:\"a b\"", "ip:\"a b\"");
        row("since:soon", "since:soon");
        row("since:0d", "since:0d");
        row("since:7x", "since:7x");
        row("since:2026-02-30", "since:2026-02-30");
        row("since:2026-13-01", "since:2026-13-01");
        row("since:2026-11-22T25:00", "since:2026-11-22T25:00");
        row("since:2026-03-29T02:30", "since:2026-03-29T02:30");
        row("on:7d", "on:7d");
        row("on:2026-11-22T10:00", "on:2026-11-22T10:00");
        row("on:today since:7d", "since:7d");
        row("since:1d until:7d", "until:7d");
        row("since:7d since:8d", "since:8d");
        row("outcome:ok outcome:failure", "outcome:failure");
        row("person:a person:b", "person:b");
        row("in:everything", "in:everything");
        row("\"no end", "\"no end");
        row("a person:\"no end", "person:\"no end");
        row("\"\"", "\"\"");
    }

    void refused()
    {
        QFETCH(QString, text);
        QFETCH(QString, token);
        const FilterParse parse = parseFilter(text, context());
        QCOMPARE(parse.problems.size(), 1);
        const FilterProblem &problem = parse.problems.constFirst();
        QCOMPARE(text.mid(problem.position, problem.length), token);
        QVERIFY(problem.message.size() > 20);
        QVERIFY(problem.message.endsWith(QLatin1Char('.')));
        const Result<EventFilter> filter = filterFromText(text, context());
        QVERIFY(!filter.ok());
        QCOMPARE(filter.error().code, Errc::InvalidInput);
        QCOMPARE(filter.error().field, token);
    }

    void everyProblemIsFound()
    {
        const FilterParse parse = parseFilter(u"outcome:x good ip:y since:z person:ann", context());
        QCOMPARE(parse.problems.size(), 2);  // "ip:y" is a host name
        QCOMPARE(parse.filter.words, QStringList{QStringLiteral("good")});
        QCOMPARE(parse.filter.person, QStringLiteral("ann"));
        QVERIFY(parse.problems[0].position < parse.problems[1].position);
    }

    void roundTripOfAwkwardValues()
    {
        const QStringList awkward{QStringLiteral("a b"),
                                  QStringLiteral("\""),
                                  QStringLiteral("\\"),
                                  QStringLiteral("\\\""),
                                  QStringLiteral("in:all"),
                                  QStringLiteral(":"),
                                  QStringLiteral("x:"),
                                  QStringLiteral("\"q\" \\ \""),
                                  QStringLiteral("a\nb"),
                                  QString::fromUtf8("\xf0\x9f\x93\x9e"),
                                  QStringLiteral("'; drop table"),
                                  QStringLiteral("\\\\"),
                                  QStringLiteral("a\"b")};
        for (const QString &value : awkward) {
            EventFilter filter;
            filter.person = value;
            filter.words = QStringList{value, value};
            const Result<EventFilter> again = filterFromText(filterText(filter), context());
            QVERIFY2(again.ok(), qPrintable(filterText(filter)));
            QVERIFY2(*again == filter, qPrintable(filterText(filter)));
        }
    }

    void everyKindRoundTrips()
    {
        for (const EventKind kind : allEventKinds())
            for (const bool loginOnly : {true, false}) {
                EventFilter filter;
                filter.kinds = {kind};
                filter.loginOnly = loginOnly;
                const Result<EventFilter> again = filterFromText(filterText(filter), context());
                QVERIFY(again.ok());
                QVERIFY2(*again == filter, qPrintable(filterText(filter)));
            }
    }

    void completion_data()
    {
        QTest::addColumn<QString>("text");  // "|" is the cursor
        QTest::addColumn<QStringList>("choices");
        QTest::newRow("key") << QStringLiteral("out|") << QStringList{QStringLiteral("outcome:")};
        QTest::newRow("several keys") << QStringLiteral("o|")
                                      << QStringList{QStringLiteral("outcome:"), QStringLiteral("on:")};
        QTest::newRow("outcomes") << QStringLiteral("outcome:|")
                                  << QStringList{QStringLiteral("outcome:failure"), QStringLiteral("outcome:success")};
        QTest::newRow("inside a token") << QStringLiteral("outcome:f|ailure")
                                        << QStringList{QStringLiteral("outcome:failure")};
        QTest::newRow("kinds") << QStringLiteral("x kind:login.|")
                               << QStringList{QStringLiteral("kind:login.succeeded"),
                                              QStringLiteral("kind:login.failed"),
                                              QStringLiteral("kind:login.refused")};
        QTest::newRow("kind list") << QStringLiteral("kind:logout,log.|")
                                   << QStringList{QStringLiteral("kind:logout,log.viewed"),
                                                  QStringLiteral("kind:logout,log.imported")};
        QTest::newRow("person") << QStringLiteral("person:an|")
                                << QStringList{QStringLiteral("person:ann.lee"),
                                               QStringLiteral("person:\"Anna Maria\"")};
        QTest::newRow("address") << QStringLiteral("ip:203|") << QStringList{QStringLiteral("ip:203.0.113.5")};
        QTest::newRow("nothing fits") << QStringLiteral("zebra|") << QStringList();
    }

    void completion()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, choices);
        const qsizetype cursor = text.indexOf(QLatin1Char('|'));
        text.remove(cursor, 1);
        CompletionValues values;
        values.persons = QStringList{QStringLiteral("ann.lee"), QStringLiteral("Anna Maria"), QStringLiteral("bruno")};
        values.addresses = QStringList{QStringLiteral("203.0.113.5"), QStringLiteral("198.51.100.1")};
        const Completions completions = completeFilter(text, cursor, values);
        QStringList found;
        for (const Completion &choice : completions.choices) {
            found.append(choice.text);
            QString whole = text;
            whole.replace(completions.position, completions.length, choice.text);
            if (!choice.isKey) QVERIFY2(parseFilter(whole, context()).problems.isEmpty(), qPrintable(whole));
        }
        QCOMPARE(found, choices);
    }

    void completionOfNothingOffersKeys()
    {
        QCOMPARE(completeFilter(u"", 0).choices.size(), 8);
        QCOMPARE(completeFilter(u"a ", 2).choices.size(), 8);
        QCOMPARE(completeFilter(u"a ", 2).position, 2);
        QCOMPARE(completeFilter(u"abc", 99).position, 3);
    }

  private:
    static FilterContext context() { return {fromRfc3339(u"2026-11-22T14:30:00Z"), QTimeZone("Europe/Berlin")}; }
};

QTEST_GUILESS_MAIN(TestFilterLanguage)
#include "tst_filterlanguage.moc"
