// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/barplot.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace lw::report;

class TestBarPlot : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void barsHaveTheirColours();
    void higherValuesAreHigher();
    void hits_data();
    void hits();
    void degenerate_data();
    void degenerate();
};

namespace {

BarSeries series(int bars)
{
    BarSeries s;
    s.lowerName = QStringLiteral("logins");
    s.upperName = QStringLiteral("failures");
    for (int i = 0; i < bars; ++i)
        s.bars << BarSeries::Bar{QString::number(i), static_cast<quint64>(10 * (i + 1)), static_cast<quint64>(i)};
    return s;
}

QImage painted(const BarSeries &s, QSize size = {600, 300})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintBarPlot(painter, QRectF(0, 0, size.width(), size.height()), s, {});
    return image;
}

qsizetype count(const QImage &image, QColor colour, int left, int right, int top = 0)
{
    qsizetype pixels = 0;
    for (int y = top; y < image.height(); ++y)
        for (int x = left; x < right; ++x)
            pixels += image.pixel(x, y) == colour.rgb() ? 1 : 0;
    return pixels;
}

}  // namespace

void TestBarPlot::barsHaveTheirColours()
{
    const BarPlotStyle style;
    const QImage image = painted(series(10));
    QVERIFY(count(image, style.lower, 0, 600, 40) > 1000);
    QVERIFY(count(image, style.upper, 0, 600, 40) > 50);
    BarSeries noFailures = series(10);
    for (BarSeries::Bar &bar : noFailures.bars)
        bar.upper = 0;
    QCOMPARE(count(painted(noFailures), style.upper, 0, 600, 40), qsizetype(0));
}

void TestBarPlot::higherValuesAreHigher()
{
    const QImage image = painted(series(10));
    const BarPlotStyle style;
    QVERIFY(count(image, style.lower, 300, 600, 40) > 2 * count(image, style.lower, 0, 300, 40));
}

void TestBarPlot::hits_data()
{
    QTest::addColumn<int>("bars");
    QTest::newRow("one") << 1;
    QTest::newRow("a month") << 30;
    QTest::newRow("a year") << 366;
}

void TestBarPlot::hits()
{
    QFETCH(int, bars);
    const QImage device(600, 300, QImage::Format_RGB32);
    const QRectF area(0, 0, 600, 300);
    const BarSeries s = series(bars);
    int last = -1;
    for (double x = 0; x < 600; x += 0.5) {
        const int hit = barAt(&device, area, s, {}, {x, 150});
        if (hit < 0) continue;
        QVERIFY(hit == last || hit == last + 1);
        last = hit;
    }
    QCOMPARE(last, bars - 1);
    QCOMPARE(barAt(&device, area, s, {}, {0, 150}), -1);
    QCOMPARE(barAt(&device, area, s, {}, {300, 299}), -1);
    QCOMPARE(barAt(&device, area, s, {}, {300, -5}), -1);
}

void TestBarPlot::degenerate_data()
{
    QTest::addColumn<int>("bars");
    QTest::addColumn<quint64>("value");
    QTest::addColumn<QSize>("size");
    QTest::newRow("no bars") << 0 << quint64(0) << QSize(600, 300);
    QTest::newRow("all zero") << 10 << quint64(0) << QSize(600, 300);
    QTest::newRow("one") << 1 << quint64(1) << QSize(600, 300);
    QTest::newRow("huge") << 3 << quint64(4000000000000ULL) << QSize(600, 300);
    QTest::newRow("tiny area") << 30 << quint64(5) << QSize(3, 3);
    QTest::newRow("more bars than pixels") << 5000 << quint64(5) << QSize(600, 300);
}

void TestBarPlot::degenerate()
{
    QFETCH(int, bars);
    QFETCH(quint64, value);
    QFETCH(QSize, size);
    BarSeries s = series(bars);
    for (BarSeries::Bar &bar : s.bars)
        bar.lower = bar.upper = value;
    const QImage image = painted(s, size);
    QCOMPARE(image.size(), size);
    QCOMPARE(count(image, BarPlotStyle().lower, 0, size.width(), qMin(40, size.height())) > 0,
             bars > 0 && value > 0 && size.width() > 10);
}

QTEST_MAIN(TestBarPlot)
#include "tst_barplot.moc"
