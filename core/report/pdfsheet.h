// SPDX-License-Identifier: GPL-3.0-or-later
// Measures, colours and fonts of the printed page, and text in boxes. Lengths are in device units; pt() makes them from
// points.
#pragma once

#include "core/report/pdfwriter.h"

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QRectF>

class QPainter;
class QPaintDevice;

namespace lw::report {

namespace ink {
inline constexpr QColor text{0x1b, 0x24, 0x30};
inline constexpr QColor dim{0x5b, 0x66, 0x75};
inline constexpr QColor line{0xd6, 0xdb, 0xe2};
inline constexpr QColor soft{0xf5, 0xf6, 0xf8};
inline constexpr QColor accent{0x1f, 0x6f, 0xeb};
inline constexpr QColor bad{0xb4, 0x23, 0x18};
}  // namespace ink

/// The page: A4 at 1200 units an inch, with everything that is measured on it.
class PdfSheet {
  public:
    static constexpr int unitsPerInch = 1200;
    static constexpr double pt(double points) { return points * unitsPerInch / 72; }

    /// nullopt: the machine has no font at all.
    static std::optional<PdfSheet> make(const QPaintDevice *device, const PdfOptions &options, QSizeF page);

    QFont font(double points, QFont::Weight weight = QFont::Normal) const;
    QFont monospace(double points) const;
    QFontMetricsF metrics(const QFont &font) const { return QFontMetricsF(font, m_device); }

    QRectF body() const { return m_body; }  ///< between header and footer
    QRectF header() const { return m_header; }
    QRectF footer() const { return m_footer; }

    /// Text in lines no wider than `width`, broken at spaces where there are any; more than `most` lines end in "…".
    QStringList wrap(const QString &text, const QFontMetricsF &metrics, double width, int most) const;

  private:
    const QPaintDevice *m_device = nullptr;
    QString m_family, m_monospace;
    QRectF m_body, m_header, m_footer;
};

/// Draws lines below each other from the top; the y below them.
double paintLines(QPainter &painter, const QStringList &lines, const QFont &font, const QFontMetricsF &metrics,
                  QColor colour, const QRectF &box, bool right = false);

}  // namespace lw::report
