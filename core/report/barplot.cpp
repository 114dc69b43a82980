// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/barplot.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lw::report {

namespace {

struct Geometry {
    QRectF plot;   ///< the bars
    double unit;   ///< one line of text
    quint64 step;  ///< between grid lines
    quint64 top;   ///< value at the upper edge
};

/// 1, 2 or 5 times a power of ten, so that about five lines fit.
quint64 niceStep(quint64 most)
{
    const double rough = static_cast<double>(std::max<quint64>(most, 1)) / 5;
    const double power = std::pow(10, std::floor(std::log10(std::max(rough, 1.0))));
    for (const double factor : {1.0, 2.0, 5.0, 10.0})
        if (rough <= factor * power) return static_cast<quint64>(factor * power);
    return static_cast<quint64>(10 * power);
}

QString number(quint64 value)
{
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(value);
}

Geometry geometryOf(const QPaintDevice *device, const QRectF &area, const BarSeries &series, const BarPlotStyle &style)
{
    quint64 most = 1;
    for (const BarSeries::Bar &bar : series.bars)
        most = std::max(most, bar.lower + bar.upper);
    Geometry g{};
    g.step = niceStep(most);
    g.top = (most + g.step - 1) / g.step * g.step;
    const QFontMetricsF metrics(style.font, device);
    g.unit = metrics.height();
    const double left = metrics.horizontalAdvance(number(g.top)) + g.unit * 0.6;
    const double above = style.legend ? g.unit * 2.3 : g.unit * 0.6;
    g.plot = area.adjusted(left, above, 0, -g.unit * 1.5);
    return g;
}

double columnWidth(const Geometry &g, qsizetype bars)
{
    return g.plot.width() / static_cast<double>(std::max<qsizetype>(bars, 1));
}

void paintGrid(QPainter &painter, const QRectF &area, const Geometry &g, const BarPlotStyle &style)
{
    for (quint64 value = 0; value <= g.top; value += g.step) {
        const double y = g.plot.bottom() - g.plot.height() * static_cast<double>(value) / static_cast<double>(g.top);
        painter.setPen(QPen(style.grid, g.unit * 0.05));
        painter.drawLine(QPointF(g.plot.left(), y), QPointF(g.plot.right(), y));
        painter.setPen(style.text);
        painter.drawText(QRectF(area.left(), y - g.unit, g.plot.left() - area.left() - g.unit * 0.4, g.unit * 2),
                         Qt::AlignRight | Qt::AlignVCenter, number(value));
    }
}

void paintBars(QPainter &painter, const Geometry &g, const BarSeries &series, const BarPlotStyle &style)
{
    const double column = columnWidth(g, series.bars.size());
    const double gap = std::min(column * 0.2, g.unit * 0.35);
    const double perUnit = g.plot.height() / static_cast<double>(g.top);
    for (qsizetype i = 0; i < series.bars.size(); ++i) {
        const BarSeries::Bar &bar = series.bars[i];
        const double x = g.plot.left() + column * static_cast<double>(i) + gap / 2;
        const double lower = perUnit * static_cast<double>(bar.lower), upper = perUnit * static_cast<double>(bar.upper);
        const double seam = bar.lower > 0 && upper > g.unit * 0.2 ? g.unit * 0.06 : 0;
        painter.fillRect(QRectF(x, g.plot.bottom() - lower, column - gap, lower), style.lower);
        painter.fillRect(QRectF(x, g.plot.bottom() - lower - upper, column - gap, upper - seam), style.upper);
    }
}

void paintLabels(QPainter &painter, const Geometry &g, const BarSeries &series, const BarPlotStyle &style)
{
    if (series.bars.isEmpty()) return;
    const QFontMetricsF metrics(style.font, painter.device());
    double widest = 0;
    for (const BarSeries::Bar &bar : series.bars)
        widest = std::max(widest, metrics.horizontalAdvance(bar.label));
    const double column = columnWidth(g, series.bars.size());
    const auto every = static_cast<qsizetype>(std::max(1.0, std::ceil((widest + g.unit * 1.8) / column)));
    painter.setPen(style.text);
    for (qsizetype i = 0; i < series.bars.size(); i += every) {
        const double centre = g.plot.left() + column * (static_cast<double>(i) + 0.5);
        const double x = std::clamp(centre - widest / 2, g.plot.left(), g.plot.right() - widest);
        painter.drawText(QRectF(x, g.plot.bottom() + g.unit * 0.35, widest, g.unit * 1.1),
                         Qt::AlignHCenter | Qt::AlignTop, series.bars[i].label);
    }
}

void paintLegend(QPainter &painter, const QRectF &area, const Geometry &g, const BarSeries &series,
                 const BarPlotStyle &style)
{
    const QFontMetricsF metrics(style.font, painter.device());
    double right = area.right();
    for (const auto &[name, colour] :
         {std::pair{series.upperName, style.upper}, std::pair{series.lowerName, style.lower}}) {
        if (name.isEmpty()) continue;
        const double width = metrics.horizontalAdvance(name);
        painter.setPen(style.text);
        painter.drawText(QRectF(right - width, area.top(), width, g.unit), Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.fillRect(QRectF(right - width - g.unit, area.top() + g.unit * 0.2, g.unit * 0.62, g.unit * 0.62),
                         colour);
        right -= width + g.unit * 2;
    }
}

}  // namespace

void paintBarPlot(QPainter &painter, const QRectF &area, const BarSeries &series, const BarPlotStyle &style)
{
    painter.save();
    painter.setFont(style.font);
    const Geometry g = geometryOf(painter.device(), area, series, style);
    paintGrid(painter, area, g, style);
    paintBars(painter, g, series, style);
    paintLabels(painter, g, series, style);
    if (style.legend) paintLegend(painter, area, g, series, style);
    painter.restore();
}

int barAt(const QPaintDevice *device, const QRectF &area, const BarSeries &series, const BarPlotStyle &style,
          QPointF point)
{
    const Geometry g = geometryOf(device, area, series, style);
    if (series.bars.isEmpty() || !g.plot.contains(point)) return -1;
    const int index = static_cast<int>((point.x() - g.plot.left()) / columnWidth(g, series.bars.size()));
    return std::min(index, static_cast<int>(series.bars.size()) - 1);
}

}  // namespace lw::report
