// SPDX-License-Identifier: GPL-3.0-or-later
// The report on departures: time to revoke, breaches, median and worst, and the proof of each case.
#include "core/report/revocation.h"
#include "tests/core/report/reporttesting.h"
#include "tests/core/report/rowsof.h"

#include <QTest>

using namespace lw;
using namespace lw::report;

namespace {

Departure departed(const char *login, const char *at, qint64 secondsToRevoke)
{
    Departure departure;
    departure.id = QStringLiteral("dep_") + QLatin1String(login);
    departure.login = QString::fromLatin1(login);
    departure.departedAt = fromRfc3339(QString::fromLatin1(at));
    departure.effectiveAt = departure.departedAt;
    if (secondsToRevoke < 0) return departure;
    departure.executedAt = departure.departedAt.addSecs(secondsToRevoke);
    departure.state = DepartureState::Proved;
    departure.provedAt = departure.executedAt.addSecs(1);
    departure.sessionsEnded = 3;
    departure.devicesRevoked = 2;
    departure.probes = {
        {QStringLiteral("login"), true, QStringLiteral("The sign-in was refused."), departure.provedAt}};
    return departure;
}

using testing::figuresOf;
using testing::rowsOf;

}  // namespace

class TestRevocationReport : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void durations_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << qint64(0) << QStringLiteral("0 min");
        QTest::newRow("a begun minute counts") << qint64(1) << QStringLiteral("1 min");
        QTest::newRow("under an hour") << qint64(59 * 60) << QStringLiteral("59 min");
        QTest::newRow("an hour") << qint64(3600) << QStringLiteral("1 h 0 min");
        QTest::newRow("a day stays in hours") << qint64(24 * 3600 + 60) << QStringLiteral("24 h 1 min");
        QTest::newRow("two days") << qint64(52 * 3600) << QStringLiteral("2 d 4 h");
    }
    void durations()
    {
        QFETCH(qint64, seconds);
        QTEST(durationText(seconds), "text");
    }

    void casesFiguresAndOrder()
    {
        const ReportContent content = revocation(
            testing::scope(),
            {departed("quick", "2026-11-10T09:00:00Z", 600), departed("late", "2026-11-01T09:00:00Z", 26 * 3600),
             departed("hour", "2026-11-12T09:00:00Z", 3600), departed("ahead", "2026-11-22T20:00:00Z", -1)});
        const QList<QStringList> rows = rowsOf(content);
        QCOMPARE(rows.size(), 4);
        QStringList order;
        for (const QStringList &row : rows) {
            QCOMPARE(row.size(), content.columns.size());
            order << row[0] + u':' + row[8];
        }
        QCOMPARE(order, (QStringList{QStringLiteral("late:Late"), QStringLiteral("ahead:Ahead"),
                                     QStringLiteral("hour:In time"), QStringLiteral("quick:In time")}));
        QCOMPARE(rows[0][6], QStringLiteral("26 h 0 min"));
        QCOMPARE(rows[1][5], QString());
        QCOMPARE(rows[2][5], QStringLiteral("2026-11-12T10:00:00.000Z"));
        QCOMPARE(rows[2][11], QStringLiteral("Proved"));
        QVERIFY(rows[2][13].contains(QStringLiteral("The sign-in was refused.")));
        QCOMPARE(figuresOf(content), (QStringList{QStringLiteral("4"), QStringLiteral("3"), QStringLiteral("1"),
                                                  QStringLiteral("1 h 0 min"), QStringLiteral("26 h 0 min")}));
        QVERIFY(content.figures[2].alarm);
        QVERIFY(content.figures[4].alarm);
    }

    void theChartHoldsEveryCaseCarriedOut()
    {
        const ReportContent content = revocation(
            testing::scope(),
            {departed("a", "2026-11-10T09:00:00Z", 3600), departed("b", "2026-11-10T09:00:00Z", 3601),
             departed("c", "2026-11-10T09:00:00Z", 24 * 3600), departed("d", "2026-11-10T09:00:00Z", 24 * 3600 + 1),
             departed("e", "2026-11-22T09:00:00Z", -1)});
        QCOMPARE(content.chart.bars[0].lower, 1u);
        QCOMPARE(content.chart.bars[1].lower, 1u);
        QCOMPARE(content.chart.bars[6].lower, 1u);
        QCOMPARE(content.chart.bars[7].upper, 1u);
        quint64 all = 0;
        for (const BarSeries::Bar &bar : content.chart.bars)
            all += bar.lower + bar.upper;
        QCOMPARE(all, 4u);
    }

    void onlyThePeriodCounts()
    {
        const ReportContent content = revocation(testing::scope(), {departed("before", "2026-10-23T23:59:59Z", 60),
                                                                    departed("first", "2026-10-24T00:00:00Z", 60),
                                                                    departed("end", "2026-11-23T00:00:00Z", -1)});
        QCOMPARE(content.rowCount, 1u);
        QCOMPARE(rowsOf(content).value(0).value(0), QStringLiteral("first"));
    }

    void withoutCasesThereIsNothingToSay()
    {
        const ReportContent content = revocation(testing::scope(), {});
        QCOMPARE(content.rowCount, 0u);
        QCOMPARE(content.figures[3].value, QStringLiteral("none yet"));
        QVERIFY(!content.figures[2].alarm);
    }
};

QTEST_GUILESS_MAIN(TestRevocationReport)
#include "tst_revocationreport.moc"
