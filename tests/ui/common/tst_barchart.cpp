// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/barchart.h"

#include <QSignalSpy>
#include <QTest>

using namespace lw::ui;

class TestBarChart final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init();
    void cleanup() { m_chart.reset(); }
    void clickChoosesOneBar();
    void dragChoosesWholeBars_data();
    void dragChoosesWholeBars();
    void keysWalkAndChoose();
    void shiftExtends();
    void wordsSayWhatABarSays();
    void emptyChartTakesNothing();
    void barsFillTheWidth();
    void paintsFailuresAndSelection();

  private:
    QDateTime day(int offset) const { return QDateTime(QDate(2026, 11, 1).addDays(offset), QTime(0, 0), Qt::UTC); }
    QPoint centre(int bar) const { return m_chart->barRect(bar).center(); }
    std::unique_ptr<BarChart> m_chart;
};

void TestBarChart::init()
{
    m_chart = std::make_unique<BarChart>(QStringLiteral("testChart"));
    m_chart->resize(300, 120);
    QList<BarChart::Bar> bars;
    for (int i = 0; i < 10; ++i)
        bars.append({day(i), day(i + 1), quint32(10 + i), quint32(i == 3 ? 7 : 0)});
    m_chart->setBars(bars, QStringLiteral("logins"), QStringLiteral("failures"));
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
}

void TestBarChart::clickChoosesOneBar()
{
    QSignalSpy chosen(m_chart.get(), &BarChart::rangeSelected);
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, centre(4));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toDateTime(), day(4));
    QCOMPARE(chosen.at(0).at(1).toDateTime(), day(5));
}

void TestBarChart::dragChoosesWholeBars_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("to the right") << 2 << 6;
    QTest::newRow("to the left") << 6 << 2;
}

void TestBarChart::dragChoosesWholeBars()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QSignalSpy chosen(m_chart.get(), &BarChart::rangeSelected);
    QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, centre(from));
    QTest::mouseMove(m_chart.get(), centre(to));
    QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, centre(to));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toDateTime(), day(2));
    QCOMPARE(chosen.at(0).at(1).toDateTime(), day(7));
}

void TestBarChart::keysWalkAndChoose()
{
    QSignalSpy chosen(m_chart.get(), &BarChart::rangeSelected);
    QTest::keyClick(m_chart.get(), Qt::Key_End);
    QCOMPARE(m_chart->currentBar(), 9);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QCOMPARE(m_chart->currentBar(), 9);
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toDateTime(), day(8));
}

void TestBarChart::shiftExtends()
{
    QSignalSpy chosen(m_chart.get(), &BarChart::rangeSelected);
    QTest::keyClick(m_chart.get(), Qt::Key_Home);
    QTest::keyClick(m_chart.get(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_chart.get(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_chart.get(), Qt::Key_Space);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toDateTime(), day(0));
    QCOMPARE(chosen.at(0).at(1).toDateTime(), day(3));
}

void TestBarChart::wordsSayWhatABarSays()
{
    QVERIFY(m_chart->accessibleDescription().contains(QLatin1String("145 logins, 7 failures")));
    QTest::keyClick(m_chart.get(), Qt::Key_Home);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QVERIFY(m_chart->accessibleDescription().contains(QLatin1String("13 logins, 7 failures")));
}

void TestBarChart::emptyChartTakesNothing()
{
    m_chart->setBars({}, QStringLiteral("logins"), QStringLiteral("failures"));
    QSignalSpy chosen(m_chart.get(), &BarChart::rangeSelected);
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, QPoint(20, 20));
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 0);
    QCOMPARE(m_chart->accessibleDescription(), QStringLiteral("No data."));
}

void TestBarChart::barsFillTheWidth()
{
    QCOMPARE(m_chart->barRect(0).left(), 1);
    QCOMPARE(m_chart->barRect(9).right(), m_chart->width() - 2);
    for (int i = 1; i < 10; ++i)
        QCOMPARE(m_chart->barRect(i).left(), m_chart->barRect(i - 1).right() + 1);
}

void TestBarChart::paintsFailuresAndSelection()
{
    const QImage before = m_chart->grab().toImage();
    m_chart->setSelection(day(2), day(4));
    QVERIFY(before != m_chart->grab().toImage());
    m_chart->setSelection({}, {});
    QCOMPARE(m_chart->grab().toImage(), before);
}

QTEST_MAIN(TestBarChart)
#include "tst_barchart.moc"
