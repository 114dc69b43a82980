// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdfcover.h"

#include "core/report/controls.h"

#include <QCoreApplication>
#include <QPainter>

#include <array>

namespace lw::report {

namespace {

constexpr auto pt = PdfSheet::pt;

QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

struct Fact {
    QString label, value;
    bool monospace = false;
};

QList<Fact> factsOf(const ReportScope &scope)
{
    QList<Fact> facts{{tr("Period"), periodText(scope)},
                      {tr("Filter"), scope.filter.isEmpty() ? tr("none: everything of the period") : scope.filter},
                      {tr("Time zone"), tr("UTC, in every time of this report")},
                      {tr("Exported"), tr("%1 by %2").arg(instantText(scope.exportedAt), scope.exportedBy)},
                      {tr("Back end"), scope.backEnd}};
    if (scope.syncedAt.isValid()) facts << Fact{tr("Data as of"), instantText(scope.syncedAt)};
    if (scope.checkpoint) {
        const QByteArray root(reinterpret_cast<const char *>(scope.checkpoint->root.data()), 32);
        facts << Fact{tr("Checkpoint"),
                      tr("%1 events of %2").arg(countText(scope.checkpoint->size), scope.checkpoint->origin)}
              << Fact{tr("Root hash"), QString::fromLatin1(root.toBase64()), true};
    } else {
        facts << Fact{tr("Checkpoint"), tr("none: these entries were not verified")};
    }
    return facts;
}

/// Each part paints from `y` downwards and gives the y below it.
class Cover {
  public:
    Cover(QPainter &painter, const PdfSheet &sheet) : m_painter(painter), m_sheet(sheet), m_body(sheet.body()) {}

    double title(double y, const ReportContent &content)
    {
        y = text(y + pt(4), content.title, m_sheet.font(22, QFont::DemiBold), ink::text);
        return text(y + pt(1), content.scope.customer, m_sheet.font(11), ink::dim) + pt(14);
    }

    double facts(double y, const QList<Fact> &facts)
    {
        const QFont label = m_sheet.font(8.2), value = m_sheet.font(8.2), mono = m_sheet.monospace(7.6);
        const double indent = pt(84);
        for (const Fact &fact : facts) {
            if (fact.value.isEmpty()) continue;
            const QFont &font = fact.monospace ? mono : value;
            const QFontMetricsF metrics = m_sheet.metrics(font), labelMetrics = m_sheet.metrics(label);
            paintLines(m_painter, {fact.label}, label, labelMetrics, ink::dim,
                       QRectF(m_body.left(), y, indent, pt(12)));
            const double base = labelMetrics.ascent() - metrics.ascent();
            y = paintLines(m_painter, m_sheet.wrap(fact.value, metrics, m_body.width() - indent, 3), font, metrics,
                           ink::text, QRectF(m_body.left() + indent, y + base, m_body.width() - indent, pt(12))) -
                base + pt(3.4);
        }
        return y + pt(14);
    }

    double figures(double y, const QList<KeyFigure> &figures)
    {
        if (figures.isEmpty()) return y;
        const double gap = pt(8), height = pt(44);
        const double width =
            (m_body.width() - gap * static_cast<double>(figures.size() - 1)) / static_cast<double>(figures.size());
        double x = m_body.left();
        for (const KeyFigure &figure : figures) {
            const QRectF box(x, y, width, height);
            m_painter.setPen(QPen(ink::line, pt(0.7)));
            m_painter.drawRoundedRect(box, pt(4), pt(4));
            const QFont small = m_sheet.font(7.6), large = m_sheet.font(16, QFont::DemiBold);
            const QRectF inside = box.adjusted(pt(9), pt(7), -pt(9), 0);
            const double below = paintLines(m_painter, {figure.label}, small, m_sheet.metrics(small), ink::dim, inside);
            paintLines(m_painter, {figure.value}, large, m_sheet.metrics(large), figure.alarm ? ink::bad : ink::text,
                       inside.adjusted(0, below - inside.top(), 0, 0));
            x += width + gap;
        }
        return y + height + pt(18);
    }

    double chart(double y, const ReportContent &content)
    {
        if (content.chart.bars.isEmpty()) return y;
        const QFont heading = m_sheet.font(9, QFont::DemiBold);
        paintLines(m_painter, {content.chartTitle}, heading, m_sheet.metrics(heading), ink::text,
                   QRectF(m_body.left(), y, m_body.width(), pt(12)));
        BarPlotStyle style;
        style.font = m_sheet.font(7.2);
        style.text = ink::dim;
        style.grid = ink::line;
        const QRectF area(m_body.left(), y, m_body.width(), pt(150));
        paintBarPlot(m_painter, area, content.chart, style);
        return area.bottom() + pt(16);
    }

    double controls(double y, const QList<ControlCitation> &controls)
    {
        if (controls.isEmpty()) return y;
        y = text(y, tr("Evidence for these controls"), m_sheet.font(9, QFont::DemiBold), ink::text) + pt(4);
        const std::array<double, 5> share{0.2, 0.19, 0.13, 0.21, 0.27};
        const QFont head = m_sheet.font(7.2, QFont::DemiBold), font = m_sheet.font(7.6);
        y = controlRow(y,
                       {QString(), QStringLiteral("ISO 27001:2022"), QStringLiteral("SOC 2"),
                        QStringLiteral("PCI DSS 4.0.1"), QStringLiteral("NIST 800-53 and others")},
                       share, head, ink::dim);
        for (const ControlCitation &row : controls)
            y = controlRow(y, {row.subject, row.iso27001, row.soc2, row.pciDss, row.nist}, share, font, ink::text);
        return paragraph(y + pt(5), citationDisclaimer(), ink::dim) + pt(10);
    }

    double notes(double y, const QStringList &notes)
    {
        for (const QString &note : notes)
            y = paragraph(y, note, ink::text) + pt(2.5);
        return y;
    }

  private:
    double text(double y, const QString &text, const QFont &font, QColor colour)
    {
        const QFontMetricsF metrics = m_sheet.metrics(font);
        return paintLines(m_painter, m_sheet.wrap(text, metrics, m_body.width(), 2), font, metrics, colour,
                          QRectF(m_body.left(), y, m_body.width(), pt(12)));
    }

    double paragraph(double y, const QString &text, QColor colour)
    {
        const QFont font = m_sheet.font(7.8);
        const QFontMetricsF metrics = m_sheet.metrics(font);
        return paintLines(m_painter, m_sheet.wrap(text, metrics, m_body.width(), 4), font, metrics, colour,
                          QRectF(m_body.left(), y, m_body.width(), pt(12)));
    }

    double controlRow(double y, const std::array<QString, 5> &cells, const std::array<double, 5> &share,
                      const QFont &font, QColor colour)
    {
        const QFontMetricsF metrics = m_sheet.metrics(font);
        double x = m_body.left(), below = y;
        for (size_t i = 0; i < cells.size(); ++i) {
            const double width = m_body.width() * share[i] - pt(6);
            below = std::max(below, paintLines(m_painter, m_sheet.wrap(cells[i], metrics, width, 3), font, metrics,
                                               colour, QRectF(x, y + pt(2.4), width, pt(12))));
            x += m_body.width() * share[i];
        }
        below += pt(2.4);
        m_painter.setPen(QPen(ink::line, pt(0.4)));
        m_painter.drawLine(QPointF(m_body.left(), below), QPointF(m_body.right(), below));
        return below;
    }

    QPainter &m_painter;
    const PdfSheet &m_sheet;
    QRectF m_body;
};

}  // namespace

void paintCover(QPainter &painter, const PdfSheet &sheet, const ReportContent &content, const QStringList &notes)
{
    Cover cover(painter, sheet);
    double y = cover.title(sheet.body().top(), content);
    y = cover.facts(y, factsOf(content.scope));
    y = cover.figures(y, content.figures);
    y = cover.chart(y, content);
    y = cover.controls(y, content.controls);
    cover.notes(y, notes);
}

}  // namespace lw::report
