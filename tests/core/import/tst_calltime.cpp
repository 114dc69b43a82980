// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/calltime.h"
#include "core/util/time.h"

#include <QTest>

using namespace lw;
using namespace lw::import;

using State = CallInstant::State;

namespace {

QString shown(const CallInstant &instant)
{
    const auto text = [](qint64 ms) { return toRfc3339(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC)); };
    switch (instant.state) {
        case State::None: return QStringLiteral("none");
        case State::NoSuch: return QStringLiteral("no such");
        case State::Skipped: return QStringLiteral("skipped");
        case State::Once: return text(instant.first);
        case State::Twice: return text(instant.first) + QLatin1String(" or ") + text(instant.second);
    }
    return {};
}

qint64 ms(const char *instant)
{
    return fromRfc3339(QString::fromLatin1(instant)).toMSecsSinceEpoch();
}

}  // namespace

class TestCallTime : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    // A machine whose own clocks change must not change what a file says.
    void initTestCase() { qputenv("TZ", "America/New_York"); }

    void forms_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("form");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *zone, const char *form, const char *text,
                            const char *expected) {
            QTest::newRow(name) << QByteArray(zone) << QString::fromLatin1(form) << QByteArray(text)
                                << QString::fromLatin1(expected);
        };
        row("winter", "Europe/London", "", "2026-11-26 14:03:05", "2026-11-26T14:03:05.000Z");
        row("summer", "Europe/London", "", "2026-07-01 14:03:05", "2026-07-01T13:03:05.000Z");
        row("milliseconds", "UTC", "", "2026-07-01 14:03:05.250", "2026-07-01T14:03:05.250Z");
        row("own offset", "Europe/London", "", "2026-07-01T14:03:05+02:00", "2026-07-01T12:03:05.000Z");
        row("second before the spring change", "Europe/London", "", "2026-03-29 00:59:59", "2026-03-29T00:59:59.000Z");
        row("skipped", "Europe/London", "", "2026-03-29 01:00:00", "skipped");
        row("skipped to its end", "Europe/London", "", "2026-03-29 01:59:59", "skipped");
        row("after the spring change", "Europe/London", "", "2026-03-29 02:00:00", "2026-03-29T01:00:00.000Z");
        row("before the autumn change", "Europe/London", "", "2026-10-25 00:59:59", "2026-10-24T23:59:59.000Z");
        row("twice", "Europe/London", "", "2026-10-25 01:00:00",
            "2026-10-25T00:00:00.000Z or 2026-10-25T01:00:00.000Z");
        row("twice to its end", "Europe/London", "", "2026-10-25 01:59:59",
            "2026-10-25T00:59:59.000Z or 2026-10-25T01:59:59.000Z");
        row("after the autumn change", "Europe/London", "", "2026-10-25 02:00:00", "2026-10-25T02:00:00.000Z");
        row("half an hour, in the south", "Australia/Lord_Howe", "", "2026-04-05 01:45:00",
            "2026-04-04T14:45:00.000Z or 2026-04-04T15:15:00.000Z");
        row("change at midnight", "America/Santiago", "", "2026-09-06 00:30:00", "skipped");
        row("no day", "UTC", "", "2026-02-30 10:00:00", "no such");
        row("no hour", "UTC", "", "2026-02-20 25:00:00", "no such");
        row("empty", "UTC", "", "", "none");
        row("more behind it", "UTC", "", "2026-02-20 10:00:00 BST", "none");
        row("a log's form", "UTC", "", "Nov 22 10:00:01", "none");
        row("digits of another script", "UTC", "", "٢٠٢٦-11-22 10:00:01", "none");
        row("unix", "Europe/London", "unix", "1782916385", "2026-07-01T14:33:05.000Z");
        row("unix with a fraction", "UTC", "unix", "1782916385.25", "2026-07-01T14:33:05.250Z");
        row("unix ms", "UTC", "unix-ms", "1782916385250", "2026-07-01T14:33:05.250Z");
        row("unix negative", "UTC", "unix", "-1", "none");
        row("unix 1e30", "UTC", "unix", "1e30", "none");
        row("unix with a point alone", "UTC", "unix", "1782916385.", "none");
        row("pattern", "Europe/London", "dd/MM/yyyy HH:mm:ss", "01/07/2026 14:03:05", "2026-07-01T13:03:05.000Z");
        row("pattern, half days", "UTC", "M/d/yyyy h:mm AP", "7/1/2026 2:03 PM", "2026-07-01T14:03:00.000Z");
        row("pattern, name of month", "UTC", "d MMM yyyy HH:mm", "1 Jul 2026 14:03", "2026-07-01T14:03:00.000Z");
        row("pattern, skipped here and not there", "UTC", "dd/MM/yyyy HH:mm", "08/03/2026 02:30",
            "2026-03-08T02:30:00.000Z");
        row("pattern, skipped there", "Europe/London", "dd/MM/yyyy HH:mm", "29/03/2026 01:30", "skipped");
        row("pattern that does not fit", "UTC", "dd/MM/yyyy HH:mm", "2026-07-01 14:03", "none");
    }
    void forms()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, form);
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        QVERIFY(CallTime::judgeForm(form).ok());
        QCOMPARE(shown(CallTime(QTimeZone(zone), form).read(text)), expected);
    }

    void aBadPatternIsRefused_data()
    {
        QTest::addColumn<QString>("form");
        for (const char *form : {"HH:mm", "dd/MM/yy HH:mm", "dd/MM/yyyy", "dd/MM/yyyy hh:mm", "yyyy-MM-dd HH:mm t",
                                 "seconds", "dd/MM/yyyy HH:mm 'open"})
            QTest::newRow(form) << QString::fromLatin1(form);
        QTest::newRow("long") << QStringLiteral("yyyy-MM-dd HH:mm ").repeated(8);
    }
    void aBadPatternIsRefused()
    {
        QFETCH(QString, form);
        const Result<void> judged = CallTime::judgeForm(form);
        QVERIFY(!judged);
        QCOMPARE(judged.error().field, QStringLiteral("time-format"));
        QVERIFY(judged.error().message.contains(QLatin1String("--time-format")));
    }

    void cluesDecideAnHourThatOccursTwice()
    {
        const CallTime time(QTimeZone("Europe/London"));
        const CallInstant twice = time.read("2026-10-25 01:30:00");
        bool guessed = false;
        QCOMPARE(CallTime::decide(twice, {}, guessed), ms("2026-10-25T00:30:00Z"));
        QVERIFY(guessed);
        // It ended after the repeated hour, one minute later: then it was the second one.
        const CallClue end{time.read("2026-10-25 02:00:00"), 30 * 60'000};
        QCOMPARE(CallTime::decide(twice, std::array{end}, guessed), ms("2026-10-25T01:30:00Z"));
        QVERIFY(!guessed);
        const CallClue lateEnd{time.read("2026-10-25 02:00:01"), 90 * 60'000};
        QCOMPARE(CallTime::decide(twice, std::array{lateEnd}, guessed), ms("2026-10-25T00:30:00Z"));
        QVERIFY(!guessed);
        // An end in the same hour fits both; one that nobody can read says nothing.
        const CallClue within{time.read("2026-10-25 01:31:00"), 60'000};
        const CallClue unreadable{time.read("soon"), 60'000};
        QCOMPARE(CallTime::decide(twice, std::array{within, unreadable}, guessed), ms("2026-10-25T00:30:00Z"));
        QVERIFY(guessed);
        // Clues that fit neither decide nothing either.
        const CallClue wrong{time.read("2026-10-26 12:00:00"), 60'000};
        QCOMPARE(CallTime::decide(twice, std::array{wrong}, guessed), ms("2026-10-25T00:30:00Z"));
        QVERIFY(guessed);
        const CallInstant sure = time.read("2026-10-25 03:00:00");
        QCOMPARE(CallTime::decide(sure, std::array{wrong}, guessed), ms("2026-10-25T03:00:00Z"));
        QVERIFY(!guessed);
    }
};

QTEST_GUILESS_MAIN(TestCallTime)
#include "tst_calltime.moc"
