// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/timetext.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace lw::ui;

namespace {

QDateTime at(const char *text)
{
    return QDateTime::fromString(QLatin1String(text), Qt::ISODateWithMs).toUTC();
}

}  // namespace

class TestTimeText final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void full();
    void otherZonesAreShownInUtc();
    void column();
    void ages_data();
    void ages();
    void spans_data();
    void spans();
    void recent();
    void counts();
    void hashes();
};

void TestTimeText::full()
{
    const QDateTime instant = at("2026-11-22T14:00:12.418Z");
    QCOMPARE(fullTime(instant), QStringLiteral("22 Nov 2026, 14:00:12 UTC"));
    QCOMPARE(fullTime(instant, true), QStringLiteral("22 Nov 2026, 14:00:12.418 UTC"));
    QCOMPARE(fullTime({}), QStringLiteral("never"));
}

void TestTimeText::otherZonesAreShownInUtc()
{
    const QDateTime instant(QDate(2026, 7, 1), QTime(15, 30), Qt::OffsetFromUTC, 7200);
    QCOMPARE(fullTime(instant), QStringLiteral("1 Jul 2026, 13:30:00 UTC"));
    QCOMPARE(clockTime(instant), QStringLiteral("13:30 UTC"));
}

void TestTimeText::column()
{
    const QDateTime now = at("2026-11-22T14:00:00.000Z");
    QCOMPARE(columnTime(at("2026-11-02T03:04:05.000Z"), now), QStringLiteral("02 Nov 03:04:05"));
    QCOMPARE(columnTime(at("2025-11-02T03:04:05.000Z"), now), QStringLiteral("02 Nov 2025 03:04:05"));
}

void TestTimeText::ages_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("age");
    QTest::newRow("now") << qint64(0) << QStringLiteral("just now");
    QTest::newRow("4 s") << qint64(4) << QStringLiteral("just now");
    QTest::newRow("5 s") << qint64(5) << QStringLiteral("5 s");
    QTest::newRow("59 s") << qint64(59) << QStringLiteral("59 s");
    QTest::newRow("60 s") << qint64(60) << QStringLiteral("1 min");
    QTest::newRow("just under an hour") << qint64(3599) << QStringLiteral("59 min");
    QTest::newRow("an hour") << qint64(3600) << QStringLiteral("1 h");
    QTest::newRow("47 h") << qint64(47 * 3600 + 3599) << QStringLiteral("47 h");
    QTest::newRow("two days") << qint64(48 * 3600) << QStringLiteral("2 d");
    QTest::newRow("from the future") << qint64(-30) << QStringLiteral("just now");
}

void TestTimeText::ages()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, age);
    const QDateTime now = at("2026-11-22T14:00:00.000Z");
    QCOMPARE(ageText(now.addSecs(-seconds), now), age);
}

void TestTimeText::spans_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("text");
    QTest::newRow("days of a month") << "2026-11-15T00:00:00Z"
                                     << "2026-11-23T00:00:00Z" << QString::fromUtf8("15 – 22 Nov 2026, UTC");
    QTest::newRow("over months") << "2026-10-30T00:00:00Z"
                                 << "2026-11-03T00:00:00Z" << QString::fromUtf8("30 Oct – 2 Nov 2026, UTC");
    QTest::newRow("over years") << "2025-12-30T00:00:00Z"
                                << "2026-01-03T00:00:00Z" << QString::fromUtf8("30 Dec 2025 – 2 Jan 2026, UTC");
    QTest::newRow("hours") << "2026-11-15T10:00:00Z"
                           << "2026-11-15T12:30:00Z" << QString::fromUtf8("15 Nov 2026, 10:00 – 12:30 UTC");
    QTest::newRow("over midnight") << "2026-11-15T22:00:00Z"
                                   << "2026-11-16T02:00:00Z"
                                   << QString::fromUtf8("15 Nov 22:00 – 16 Nov 2026 02:00 UTC");
}

void TestTimeText::spans()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, text);
    QCOMPARE(spanText(QDateTime::fromString(from, Qt::ISODate), QDateTime::fromString(to, Qt::ISODate)), text);
}

void TestTimeText::recent()
{
    const QDateTime now = at("2026-11-22T14:00:00.000Z");
    QCOMPARE(recentText(at("2026-11-22T09:12:00.000Z"), now), QStringLiteral("09:12"));
    QCOMPARE(recentText(at("2026-11-02T09:12:00.000Z"), now), QStringLiteral("2 Nov"));
    QCOMPARE(recentText(at("2025-11-02T09:12:00.000Z"), now), QStringLiteral("2 Nov 2025"));
    QCOMPARE(recentText({}, now), QStringLiteral("never"));
}

void TestTimeText::counts()
{
    QCOMPARE(countText(1204331), QStringLiteral("1,204,331"));
    QCOMPARE(countText(0), QStringLiteral("0"));
}

void TestTimeText::hashes()
{
    QCOMPARE(shortHash(QStringLiteral("CsUYapGGabcdefxj2I=")), QString::fromUtf8("CsUYapGG…xj2I="));
    QCOMPARE(shortHash(QStringLiteral("short")), QStringLiteral("short"));
}

QTEST_GUILESS_MAIN(TestTimeText)
#include "tst_timetext.moc"
