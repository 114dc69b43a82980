// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/spendperiod.h"

#include <QTest>

using namespace lw;
using namespace lw::policy;

namespace {

QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

}  // namespace

class TestSpendPeriod : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void daysAndWeeksAreTheCustomersOwn_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<bool>("week");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("end");
        const auto row = [](const char *name, const char *zone, bool week, const char *at, const char *start,
                            const char *end) {
            QTest::newRow(name) << QString::fromLatin1(zone) << week << QString::fromLatin1(at)
                                << QString::fromLatin1(start) << QString::fromLatin1(end);
        };
        row("a winter day", "Europe/London", false, "2026-11-25T12:00:00Z", "2026-11-25T00:00:00Z",
            "2026-11-26T00:00:00Z");
        row("a summer day begins an hour early", "Europe/London", false, "2026-07-01T23:00:00Z", "2026-07-01T23:00:00Z",
            "2026-07-02T23:00:00Z");
        row("the last moment before it", "Europe/London", false, "2026-07-01T22:59:59Z", "2026-06-30T23:00:00Z",
            "2026-07-01T23:00:00Z");
        row("23 hours", "Europe/London", false, "2026-03-29T12:00:00Z", "2026-03-29T00:00:00Z", "2026-03-29T23:00:00Z");
        row("25 hours", "Europe/London", false, "2026-10-25T12:00:00Z", "2026-10-24T23:00:00Z", "2026-10-26T00:00:00Z");
        row("no midnight: the day begins at one", "America/Sao_Paulo", false, "2018-11-04T12:00:00Z",
            "2018-11-04T03:00:00Z", "2018-11-05T02:00:00Z");
        row("a week from Monday", "Europe/London", true, "2026-11-29T23:59:59Z", "2026-11-23T00:00:00Z",
            "2026-11-30T00:00:00Z");
        row("Monday itself", "Europe/London", true, "2026-11-30T00:00:00Z", "2026-11-30T00:00:00Z",
            "2026-12-07T00:00:00Z");
        row("a week with a change of clocks", "Europe/London", true, "2026-10-20T12:00:00Z", "2026-10-18T23:00:00Z",
            "2026-10-26T00:00:00Z");
        row("east of it", "Asia/Kathmandu", false, "2026-11-25T18:15:00Z", "2026-11-25T18:15:00Z",
            "2026-11-26T18:15:00Z");
    }

    void daysAndWeeksAreTheCustomersOwn()
    {
        QFETCH(QString, zone);
        QFETCH(bool, week);
        QFETCH(QString, at);
        QFETCH(QString, start);
        QFETCH(QString, end);
        const PeriodSpan span =
            periodAt(week ? SpendPeriod::Week : SpendPeriod::Day, utc(at), QTimeZone(zone.toLatin1()));
        QCOMPARE(span.start, utc(start));
        QCOMPARE(span.end, utc(end));
    }

    void periodsFollowEachOtherWithoutAGap()
    {
        const QTimeZone zone("Europe/London");
        for (const SpendPeriod period : {SpendPeriod::Day, SpendPeriod::Week}) {
            QDateTime at = utc(QStringLiteral("2026-01-01T00:00:00Z"));
            while (at < utc(QStringLiteral("2027-01-01T00:00:00Z"))) {
                const PeriodSpan span = periodAt(period, at, zone);
                QVERIFY(span.start <= at && at < span.end);
                QCOMPARE(periodAt(period, span.end, zone).start, span.end);
                QCOMPARE(periodAt(period, span.end.addMSecs(-1), zone), span);
                at = span.end;
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestSpendPeriod)
#include "tst_spendperiod.moc"
