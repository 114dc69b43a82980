// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/openprofile.h"
#include "ui/common/filterbar.h"
#include "ui/reports/reportscope.h"

#include <QComboBox>
#include <QDateEdit>
#include <QRadioButton>
#include <QTest>

using namespace lw;
using ui::Period;

namespace {

QDateTime day(int year, int month, int date)
{
    return QDateTime(QDate(year, month, date), QTime(0, 0), Qt::UTC);
}

}  // namespace

class TestReportScope : public QObject {
    Q_OBJECT
    FixedClock m_clock{test::OpenProfile::now()};

  private Q_SLOTS:
    void periods_data()
    {
        QTest::addColumn<int>("period");
        QTest::addColumn<QDate>("today");
        QTest::addColumn<QDateTime>("from");
        QTest::addColumn<QDateTime>("to");
        const QDate today(2026, 11, 22);
        QTest::newRow("7 days") << int(Period::Last7Days) << today << day(2026, 11, 16) << day(2026, 11, 23);
        QTest::newRow("30 days") << int(Period::Last30Days) << today << day(2026, 10, 24) << day(2026, 11, 23);
        QTest::newRow("90 days") << int(Period::Last90Days) << today << day(2026, 8, 25) << day(2026, 11, 23);
        QTest::newRow("month") << int(Period::ThisMonth) << today << day(2026, 11, 1) << day(2026, 12, 1);
        QTest::newRow("last month") << int(Period::LastMonth) << today << day(2026, 10, 1) << day(2026, 11, 1);
        QTest::newRow("january") << int(Period::LastMonth) << QDate(2027, 1, 31) << day(2026, 12, 1) << day(2027, 1, 1);
        QTest::newRow("leap") << int(Period::LastMonth) << QDate(2028, 3, 1) << day(2028, 2, 1) << day(2028, 3, 1);
        QTest::newRow("all") << int(Period::Everything) << today << QDateTime() << QDateTime();
    }
    void periods()
    {
        QFETCH(int, period);
        QFETCH(QDate, today);
        const ui::PeriodSpan span = ui::periodSpan(static_cast<Period>(period), today);
        QTEST(span.from, "from");
        QTEST(span.to, "to");
    }

    void periodBoundsTheFilter()
    {
        ui::ReportScope scope(m_clock);
        scope.setPeriod(Period::LastMonth);
        const auto filter = scope.filter();
        QVERIFY(filter.ok());
        QCOMPARE(filter->from, day(2026, 10, 1));
        QCOMPARE(filter->to, day(2026, 11, 1));
    }

    void chosenDaysWin()
    {
        ui::ReportScope scope(m_clock);
        scope.findChild<QDateEdit *>(QStringLiteral("reportFrom"))->setDate(QDate(2026, 2, 3));
        scope.findChild<QDateEdit *>(QStringLiteral("reportTo"))->setDate(QDate(2026, 2, 3));
        const auto filter = scope.filter();
        QVERIFY(filter.ok());
        QCOMPARE(filter->from, day(2026, 2, 3));
        QCOMPARE(filter->to, day(2026, 2, 4));
        QCOMPARE(scope.findChild<QComboBox *>(QStringLiteral("reportPeriod"))->currentData().toInt(),
                 int(Period::Custom));
    }

    void daysInTheWrongOrderAreRefused()
    {
        ui::ReportScope scope(m_clock);
        scope.findChild<QDateEdit *>(QStringLiteral("reportTo"))->setDate(QDate(2026, 2, 2));
        scope.findChild<QDateEdit *>(QStringLiteral("reportFrom"))->setDate(QDate(2026, 2, 3));
        const auto filter = scope.filter();
        QVERIFY(!filter.ok());
        QCOMPARE(filter.error().field, QStringLiteral("period"));
    }

    void timesOfTheLogsFilterWin()
    {
        ui::ReportScope scope(m_clock);
        scope.setFilterText(QStringLiteral("outcome:failure since:2026-11-20 until:2026-11-21"));
        const auto filter = scope.filter();
        QVERIFY(filter.ok());
        QCOMPARE(filter->from, day(2026, 11, 20));
        QCOMPARE(filter->to, day(2026, 11, 22));
        QCOMPARE(filter->outcome, Outcome::Failure);
    }

    void keysChooseReportAndForm()
    {
        ui::ReportScope scope(m_clock);
        scope.show();
        auto *rotation = scope.findChild<QRadioButton *>(QStringLiteral("reportPasswordRotation"));
        rotation->setFocus();
        QTest::keyClick(rotation, Qt::Key_Space);
        QCOMPARE(scope.kind(), loginlog::ReportKind::PasswordRotation);
        QVERIFY(!scope.filterBar()->isVisible());
        auto *csv = scope.findChild<QRadioButton *>(QStringLiteral("reportCsv"));
        csv->setFocus();
        QTest::keyClick(csv, Qt::Key_Space);
        QCOMPARE(scope.format(), loginlog::ReportFormat::Csv);
    }
};

QTEST_MAIN(TestReportScope)
#include "tst_reportscope.moc"
