// SPDX-License-Identifier: GPL-3.0-or-later
// A small stacked bar chart drawn on any paint device: in the PDF, and in the console where it wants the same picture.
#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QRectF>
#include <QString>

class QPainter;
class QPaintDevice;

namespace lw::report {

struct BarSeries {
    struct Bar {
        QString label;      ///< below the bar; where there is no room only every n-th is drawn
        quint64 lower = 0;  ///< what is in order
        quint64 upper = 0;  ///< on top of it: failures
    };
    QList<Bar> bars;
    QString lowerName, upperName;  ///< for the legend
};

struct BarPlotStyle {
    QColor lower{0x82, 0xae, 0xf5};
    QColor upper{0xb4, 0x23, 0x18};
    QColor grid{0xe3, 0xe6, 0xeb};
    QColor text{0x5b, 0x66, 0x75};
    QFont font;
    bool legend = true;
};

void paintBarPlot(QPainter &painter, const QRectF &area, const BarSeries &series, const BarPlotStyle &style);

/// Index of the bar whose column holds the point, in the same coordinates; -1: none. `device` is the one painted on.
int barAt(const QPaintDevice *device, const QRectF &area, const BarSeries &series, const BarPlotStyle &style,
          QPointF point);

}  // namespace lw::report
