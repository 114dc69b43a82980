// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/logtime.h"
#include "core/util/time.h"

#include <QTest>

using namespace lw;
using namespace lw::import;
using State = LogTime::Stamp::State;

class TestLogTime : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void stamps_data();
    void stamps();
    void years_data();
    void years();
    void clocksChange_data();
    void clocksChange();
    void newYearInsideAFile();
    void repeatedHourKeepsTheOrder();
};

namespace {

QString shown(const LogTime::Stamp &stamp)
{
    if (stamp.state == State::None) return QStringLiteral("none");
    if (stamp.state == State::NoSuch) return QStringLiteral("no such");
    return toRfc3339(QDateTime::fromMSecsSinceEpoch(stamp.ms, Qt::UTC));
}

}  // namespace

void TestLogTime::stamps_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("time");
    QTest::addColumn<int>("length");
    const auto row = [](const char *text, const char *time, int length) {
        QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(time) << length;
    };
    row("2012-02-13 17:21:54] x", "2012-02-13T17:21:54.000Z", 19);
    row("2012-02-13 17:21:54.1] x", "2012-02-13T17:21:54.100Z", 21);
    row("2012-02-13 17:21:54,123 x", "2012-02-13T17:21:54.123Z", 23);
    row("2012-02-13T17:21:54.123456789Z", "2012-02-13T17:21:54.123Z", 30);
    row("2012-02-13T17:21:54+01:30 x", "2012-02-13T15:51:54.000Z", 25);
    row("2012-02-13T17:21:54-0130 x", "2012-02-13T18:51:54.000Z", 24);
    row("2012-02-29 00:00:00", "2012-02-29T00:00:00.000Z", 19);
    row("2013-02-29 00:00:00", "no such", 19);
    row("2012-13-01 00:00:00", "no such", 19);
    row("2012-00-01 00:00:00", "no such", 19);
    row("2012-01-00 00:00:00", "no such", 19);
    row("2012-01-01 24:00:00", "no such", 19);
    row("2012-01-01 23:60:00", "no such", 19);
    row("2012-06-30 23:59:60", "2012-06-30T23:59:59.000Z", 19);
    row("2012-06-30 23:59:61", "no such", 19);
    row("1969-12-31 23:59:59", "no such", 19);
    row("2012-02-13 17:21", "none", 0);
    row("2012-02-13", "none", 0);
    row("Jun 21 16:47:48 host", "2025-06-21T16:47:48.000Z", 15);
    row("May  3 16:47:48 host", "2026-05-03T16:47:48.000Z", 15);
    row("May 3 16:47:48 host", "2026-05-03T16:47:48.000Z", 14);
    row("May 03 16:47:48 host", "2026-05-03T16:47:48.000Z", 15);
    row("May  3 16:47:48.250 host", "2026-05-03T16:47:48.250Z", 19);
    row("May  3 2019 16:47:48 host", "2019-05-03T16:47:48.000Z", 20);
    row("Feb 30 16:47:48 host", "no such", 15);
    row("Apr 31 16:47:48 host", "no such", 15);
    row("May  0 16:47:48 host", "no such", 15);
    row("May 99 16:47:48 host", "no such", 15);
    row("May  3 25:47:48 host", "no such", 15);
    row("may  3 16:47:48 host", "none", 0);
    row("Mai  3 16:47:48 host", "none", 0);
    row("May 3", "none", 0);
    row("", "none", 0);
    row("x", "none", 0);
}

void TestLogTime::stamps()
{
    QFETCH(QByteArray, text);
    LogTime time(QTimeZone::utc(), fromRfc3339(u"2026-06-01T12:00:00Z"));
    const LogTime::Stamp stamp = time.read({text.constData(), static_cast<size_t>(text.size())});
    QTEST(shown(stamp), "time");
    QTEST(static_cast<int>(stamp.length), "length");
}

void TestLogTime::years_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("time");
    QTest::newRow("this year") << "2026-06-01T12:00:00Z" << QByteArray("Jun  1 11:59:59") << "2026-06-01T11:59:59.000Z";
    QTest::newRow("a day ahead at most") << "2026-06-01T12:00:00Z" << QByteArray("Jun  2 12:00:00")
                                         << "2026-06-02T12:00:00.000Z";
    QTest::newRow("a second more is last year")
        << "2026-06-01T12:00:00Z" << QByteArray("Jun  2 12:00:01") << "2025-06-02T12:00:01.000Z";
    QTest::newRow("December in January") << "2026-01-05T12:00:00Z" << QByteArray("Dec 31 23:59:59")
                                         << "2025-12-31T23:59:59.000Z";
    QTest::newRow("January in January") << "2026-01-05T12:00:00Z" << QByteArray("Jan  1 00:00:00")
                                        << "2026-01-01T00:00:00.000Z";
    QTest::newRow("New Year's Day on New Year's Eve")
        << "2025-12-31T12:00:00Z" << QByteArray("Jan  1 06:00:00") << "2026-01-01T06:00:00.000Z";
    QTest::newRow("29 February, this leap year")
        << "2028-06-01T12:00:00Z" << QByteArray("Feb 29 10:00:00") << "2028-02-29T10:00:00.000Z";
    QTest::newRow("29 February, the last leap year")
        << "2027-06-01T12:00:00Z" << QByteArray("Feb 29 10:00:00") << "2024-02-29T10:00:00.000Z";
    QTest::newRow("29 February, before it in a leap year")
        << "2028-02-01T12:00:00Z" << QByteArray("Feb 29 10:00:00") << "2024-02-29T10:00:00.000Z";
    QTest::newRow("29 February, 2100 has none")
        << "2103-06-01T12:00:00Z" << QByteArray("Feb 29 10:00:00") << "2096-02-29T10:00:00.000Z";
}

void TestLogTime::years()
{
    QFETCH(QString, now);
    QFETCH(QByteArray, text);
    LogTime time(QTimeZone::utc(), fromRfc3339(now));
    QTEST(shown(time.read({text.constData(), static_cast<size_t>(text.size())})), "time");
}

void TestLogTime::clocksChange_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("time");
    const auto row = [](const char *name, const char *zone, const char *text, const char *time) {
        QTest::newRow(name) << QByteArray(zone) << QByteArray(text) << QString::fromLatin1(time);
    };
    row("winter", "Europe/Berlin", "2026-01-15 12:00:00", "2026-01-15T11:00:00.000Z");
    row("summer", "Europe/Berlin", "2026-07-15 12:00:00", "2026-07-15T10:00:00.000Z");
    row("1 s before the gap", "Europe/Berlin", "2026-03-29 01:59:59", "2026-03-29T00:59:59.000Z");
    row("in the gap: as if the clock had not changed", "Europe/Berlin", "2026-03-29 02:30:00",
        "2026-03-29T01:30:00.000Z");
    row("after the gap", "Europe/Berlin", "2026-03-29 03:00:00", "2026-03-29T01:00:00.000Z");
    row("before the overlap", "Europe/Berlin", "2026-10-25 01:59:59", "2026-10-24T23:59:59.000Z");
    row("in the overlap: the first", "Europe/Berlin", "2026-10-25 02:30:00", "2026-10-25T00:30:00.000Z");
    row("after the overlap", "Europe/Berlin", "2026-10-25 03:00:00", "2026-10-25T02:00:00.000Z");
    row("gap in New York", "America/New_York", "2026-03-08 02:30:00", "2026-03-08T07:30:00.000Z");
    row("overlap in New York: the first", "America/New_York", "2026-11-01 01:30:00", "2026-11-01T05:30:00.000Z");
    row("half an hour at Lord Howe", "Australia/Lord_Howe", "2026-04-05 01:45:00", "2026-04-04T14:45:00.000Z");
    row("no summer time", "Asia/Kolkata", "2026-03-29 02:30:00", "2026-03-28T21:00:00.000Z");
    row("an offset beats the zone", "Europe/Berlin", "2026-03-29T02:30:00+00:00", "2026-03-29T02:30:00.000Z");
}

void TestLogTime::clocksChange()
{
    QFETCH(QByteArray, zone);
    QFETCH(QByteArray, text);
    const QTimeZone timeZone(zone);
    if (!timeZone.isValid()) QSKIP("this machine does not know the zone");
    LogTime time(timeZone, fromRfc3339(u"2027-01-01T12:00:00Z"));
    QTEST(shown(time.read({text.constData(), static_cast<size_t>(text.size())})), "time");
}

void TestLogTime::newYearInsideAFile()
{
    LogTime time(QTimeZone::utc(), fromRfc3339(u"2026-01-03T12:00:00Z"));
    qint64 last = 0;
    for (const char *text :
         {"Dec 30 10:00:00", "Dec 31 23:59:59", "Jan  1 00:00:00", "Jan  1 00:00:01", "Jan  3 10:00:00"}) {
        const auto stamp = time.read(text);
        QVERIFY(stamp.ok());
        QVERIFY2(stamp.ms > last, text);
        last = stamp.ms;
    }
    QCOMPARE(toRfc3339(QDateTime::fromMSecsSinceEpoch(last, Qt::UTC)), QStringLiteral("2026-01-03T10:00:00.000Z"));
}

void TestLogTime::repeatedHourKeepsTheOrder()
{
    LogTime time(QTimeZone("Europe/Berlin"), fromRfc3339(u"2026-11-03T12:00:00Z"));
    QStringList read;
    for (const char *text :
         {"Oct 25 02:10:00", "Oct 25 02:50:00", "Oct 25 02:10:00", "Oct 25 02:50:00", "Oct 25 03:10:00"})
        read << shown(time.read(text));
    QCOMPARE(read, (QStringList{QStringLiteral("2026-10-25T00:10:00.000Z"), QStringLiteral("2026-10-25T00:50:00.000Z"),
                                QStringLiteral("2026-10-25T01:10:00.000Z"), QStringLiteral("2026-10-25T01:50:00.000Z"),
                                QStringLiteral("2026-10-25T02:10:00.000Z")}));
}

QTEST_GUILESS_MAIN(TestLogTime)
#include "tst_logtime.moc"
