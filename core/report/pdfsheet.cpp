// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdfsheet.h"

#include <QFontDatabase>
#include <QPainter>

namespace lw::report {

namespace {

QString firstInstalled(const QStringList &wanted, QFontDatabase::SystemFont otherwise)
{
    const QStringList installed = QFontDatabase::families();
    for (const QString &family : wanted)
        if (installed.contains(family)) return family;
    return installed.isEmpty() ? QString() : QFontDatabase::systemFont(otherwise).family();
}

QFont make(const QString &family, double points, QFont::Weight weight)
{
    QFont font(family);
    font.setPixelSize(static_cast<int>(PdfSheet::pt(points)));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    // contextual alternates (Inter's colon between digits) are glyphs without a character: the text could not be read
    // out
    font.setStyleStrategy(QFont::StyleStrategy(QFont::ForceOutline | QFont::PreferNoShaping));
    return font;
}

}  // namespace

std::optional<PdfSheet> PdfSheet::make(const QPaintDevice *device, const PdfOptions &options, QSizeF page)
{
    PdfSheet sheet;
    sheet.m_device = device;
    sheet.m_family = firstInstalled(options.families, QFontDatabase::GeneralFont);
    sheet.m_monospace = firstInstalled(options.monospaceFamilies, QFontDatabase::FixedFont);
    if (sheet.m_family.isEmpty()) return std::nullopt;
    const double side = pt(42), head = pt(30), rule = pt(16);
    sheet.m_header = QRectF(side, head, page.width() - 2 * side, rule);
    sheet.m_footer = QRectF(side, page.height() - head - rule, page.width() - 2 * side, rule);
    sheet.m_body = QRectF(QPointF(side, sheet.m_header.bottom() + pt(14)),
                          QPointF(page.width() - side, sheet.m_footer.top() - pt(12)));
    return sheet;
}

QFont PdfSheet::font(double points, QFont::Weight weight) const
{
    return lw::report::make(m_family, points, weight);
}

QFont PdfSheet::monospace(double points) const
{
    return lw::report::make(m_monospace, points, QFont::Normal);
}

QStringList PdfSheet::wrap(const QString &text, const QFontMetricsF &metrics, double width, int most) const
{
    if (metrics.horizontalAdvance(text) <= width) return {text};
    QStringList lines;
    QStringView rest(text);
    while (!rest.isEmpty()) {
        if (lines.size() + 1 == most) {
            lines << metrics.elidedText(rest.toString(), Qt::ElideRight, width);
            return lines;
        }
        qsizetype fits = 1;
        double used = 0;
        for (qsizetype i = 0; i < rest.size(); ++i) {
            used += metrics.horizontalAdvance(rest[i]);
            if (used > width) break;
            fits = i + 1;
        }
        if (fits < rest.size()) {
            qsizetype space = rest.first(fits + 1).lastIndexOf(u' ');
            if (space <= 0) {
                // addresses and the like break after their own punctuation
                for (qsizetype i = fits - 1; i > fits / 2 && space <= 0; --i)
                    if (QStringView(u":.-/@,_").contains(rest[i])) space = i + 1;
            }
            if (space > 0) fits = space;
            if (rest[fits - 1].isHighSurrogate()) ++fits;
        }
        lines << rest.first(fits).toString();
        rest = rest.sliced(fits);
        while (!rest.isEmpty() && rest.front() == u' ')
            rest = rest.sliced(1);
    }
    return lines;
}

double paintLines(QPainter &painter, const QStringList &lines, const QFont &font, const QFontMetricsF &metrics,
                  QColor colour, const QRectF &box, bool right)
{
    painter.setFont(font);
    painter.setPen(colour);
    double y = box.top();
    for (const QString &line : lines) {
        const double x = right ? box.right() - metrics.horizontalAdvance(line) : box.left();
        painter.drawText(QPointF(x, y + metrics.ascent()), line);
        y += metrics.height();
    }
    return y;
}

}  // namespace lw::report
