// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 3339 as the contract uses it: what is read, what is refused, what is written.
#include "core/util/clock.h"
#include "core/util/time.h"

#include <QTest>

using namespace lw;

class TestTime : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void writes_data();
    void writes();
    void writesWhatItReads();
    void clocks();
};

void TestTime::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    const auto row = [](const char *text, qint64 ms) { QTest::newRow(text) << QString::fromLatin1(text) << ms; };
    row("1970-01-01T00:00:00Z", 0);
    row("1970-01-01T00:00:00.001Z", 1);
    row("1969-12-31T23:59:59.999Z", -1);
    row("2026-11-22T14:00:12.418Z", 1'795'356'012'418);
    row("2026-11-22t14:00:12.418z", 1'795'356'012'418);
    row("2026-11-22T14:00:12.4Z", 1'795'356'012'400);
    row("2026-11-22T14:00:12.41Z", 1'795'356'012'410);
    row("2026-11-22T14:00:12.418999999Z", 1'795'356'012'418);
    row("2026-11-22T15:00:12.418+01:00", 1'795'356'012'418);
    row("2026-11-22T08:30:12.418-05:30", 1'795'356'012'418);
    row("2026-11-23T00:00:00+10:00", 1'795'356'000'000);
    row("2026-11-22T14:00:00-00:00", 1'795'356'000'000);
    row("2000-02-29T00:00:00Z", 951'782'400'000);  // divisible by 400: a leap year
    row("2024-02-29T12:00:00Z", 1'709'208'000'000);
    row("2024-12-31T23:59:59Z", 1'735'689'599'000);
    row("0001-01-01T00:00:00Z", -62'135'596'800'000);
    row("9999-12-31T23:59:59.999Z", 253'402'300'799'999);
    row("2026-03-29T01:30:00Z", 1'774'747'800'000);  // no daylight saving in UTC
}

void TestTime::reads()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    const QDateTime time = fromRfc3339(text);
    QVERIFY(time.isValid());
    QCOMPARE(time.timeSpec(), Qt::UTC);
    QCOMPARE(time.toMSecsSinceEpoch(), ms);
}

void TestTime::refuses_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *why, const char *text) { QTest::newRow(why) << QString::fromUtf8(text); };
    row("empty", "");
    row("date only", "2026-11-22");
    row("no zone", "2026-11-22T14:00:12");
    row("space for T", "2026-11-22 14:00:12Z");
    row("no seconds", "2026-11-22T14:00Z");
    row("point without digits", "2026-11-22T14:00:12.Z");
    row("ten fraction digits", "2026-11-22T14:00:12.1234567890Z");
    row("comma fraction", "2026-11-22T14:00:12,418Z");
    row("month 0", "2026-00-22T14:00:12Z");
    row("month 13", "2026-13-22T14:00:12Z");
    row("day 0", "2026-11-00T14:00:12Z");
    row("31 November", "2026-11-31T14:00:12Z");
    row("29 February of a common year", "2026-02-29T14:00:12Z");
    row("29 February 1900", "1900-02-29T00:00:00Z");
    row("29 February 2100", "2100-02-29T00:00:00Z");
    row("30 February", "2024-02-30T00:00:00Z");
    row("hour 24", "2026-11-22T24:00:00Z");
    row("minute 60", "2026-11-22T14:60:00Z");
    row("leap second", "2026-06-30T23:59:60Z");
    row("two-digit year", "26-11-22T14:00:12Z");
    row("five-digit year", "12026-11-22T14:00:12Z");
    row("signed year", "+2026-11-22T14:00:12Z");
    row("year 0", "0000-01-01T00:00:00Z");
    row("offset without colon", "2026-11-22T14:00:12+0100");
    row("offset hours only", "2026-11-22T14:00:12+01");
    row("offset hour 24", "2026-11-22T14:00:12+24:00");
    row("offset minute 60", "2026-11-22T14:00:12+01:60");
    row("trailing text", "2026-11-22T14:00:12Zx");
    row("trailing space", "2026-11-22T14:00:12Z ");
    row("leading space", " 2026-11-22T14:00:12Z");
    row("trailing newline", "2026-11-22T14:00:12Z\n");
    row("both Z and offset", "2026-11-22T14:00:12Z+01:00");
    row("one-digit month", "2026-1-22T14:00:12Z");
    row("Arabic digits", "\u0662\u0660\u0662\u0666-11-22T14:00:12Z");
    row("letters", "2026-11-22T14:0a:12Z");
    row("before year 1 in UTC", "0001-01-01T00:00:00+00:01");
    row("after year 9999 in UTC", "9999-12-31T23:59:59-00:01");
    row("zone name", "2026-11-22T14:00:12 UTC");
}

void TestTime::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!fromRfc3339(text).isValid());
}

void TestTime::writes_data()
{
    QTest::addColumn<QDateTime>("time");
    QTest::addColumn<QString>("text");
    QTest::newRow("invalid") << QDateTime() << QString();
    QTest::newRow("epoch") << QDateTime::fromMSecsSinceEpoch(0, Qt::UTC) << QStringLiteral("1970-01-01T00:00:00.000Z");
    QTest::newRow("milliseconds") << QDateTime::fromMSecsSinceEpoch(1'795'356'012'418, Qt::UTC)
                                  << QStringLiteral("2026-11-22T14:00:12.418Z");
    QTest::newRow("other zone becomes UTC") << QDateTime(QDate(2026, 11, 22), QTime(0, 30), Qt::OffsetFromUTC, 3600)
                                            << QStringLiteral("2026-11-21T23:30:00.000Z");
    QTest::newRow("year 1") << QDateTime(QDate(1, 1, 1), QTime(0, 0), Qt::UTC)
                            << QStringLiteral("0001-01-01T00:00:00.000Z");
}

void TestTime::writes()
{
    QFETCH(QDateTime, time);
    QFETCH(QString, text);
    QCOMPARE(toRfc3339(time), text);
}

void TestTime::writesWhatItReads()
{
    // Every day of 30 years around two leap-year rules, at a varying moment of the day.
    QDateTime time(QDate(1990, 1, 1), QTime(0, 0), Qt::UTC);
    for (int day = 0; day < 366 * 30; ++day) {
        const QDateTime moment = time.addDays(day).addMSecs(day * 7919 % 86'400'000);
        QCOMPARE(fromRfc3339(toRfc3339(moment)), moment);
    }
}

void TestTime::clocks()
{
    FixedClock clock(QDateTime::fromMSecsSinceEpoch(1000, Qt::UTC));
    QCOMPARE(clock.nowUtc(), clock.nowUtc());
    clock.advanceMs(250);
    QCOMPARE(clock.nowUtc().toMSecsSinceEpoch(), 1250);
    clock.set(QDateTime(QDate(2026, 1, 1), QTime(1, 0), Qt::OffsetFromUTC, 3600));
    QCOMPARE(toRfc3339(clock.nowUtc()), QStringLiteral("2026-01-01T00:00:00.000Z"));
    const SystemClock system;
    QCOMPARE(system.nowUtc().timeSpec(), Qt::UTC);
    QVERIFY(system.nowUtc().date().year() >= 2025);
}

QTEST_GUILESS_MAIN(TestTime)
#include "tst_time.moc"
