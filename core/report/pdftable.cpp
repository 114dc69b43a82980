// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdftable.h"

#include <QPainter>

#include <algorithm>

namespace lw::report {

namespace {

constexpr double gap = PdfSheet::pt(8);      // between columns
constexpr double above = PdfSheet::pt(2.6);  // inside a row, above and below the text
constexpr int mostLines = 4;

/// The times of the contract, shortened for the eye: "2026-11-22 14:00:12.418"; the head says that they are UTC.
QString forPaper(const QString &cell)
{
    if (cell.size() != 24 || cell[10] != u'T' || cell[23] != u'Z' || cell[19] != u'.') return cell;
    return cell.first(10) + u' ' + (cell.endsWith(u".000Z") ? cell.sliced(11, 8) : cell.sliced(11, 12));
}

}  // namespace

PdfTable::PdfTable(const PdfSheet &sheet, const QList<ReportColumn> &columns)
    : m_sheet(sheet),
      m_font(sheet.font(7.2)),
      m_bold(sheet.font(7.2, QFont::DemiBold)),
      m_monospace(sheet.monospace(6.6)),
      m_headFont(sheet.font(7, QFont::DemiBold)),
      m_metrics(sheet.metrics(m_font)),
      m_monospaceMetrics(sheet.metrics(m_monospace)),
      m_headMetrics(sheet.metrics(m_headFont))
{
    double weights = 0;
    qsizetype printed = 0;
    for (const ReportColumn &column : columns) {
        weights += column.weight;
        printed += column.weight > 0 ? 1 : 0;
    }
    const double room = sheet.body().width() - gap * static_cast<double>(std::max<qsizetype>(printed - 1, 0));
    double left = sheet.body().left();
    int headLines = 1;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (columns[i].weight <= 0) continue;
        const double width = room * columns[i].weight / weights;
        m_columns << Column{i, left, width, columns[i]};
        left += width + gap;
        headLines = std::max(headLines, static_cast<int>(sheet.wrap(columns[i].title, m_headMetrics, width, 2).size()));
    }
    m_headHeight = m_headMetrics.height() * headLines + 2 * PdfSheet::pt(3.4);
}

const QFontMetricsF &PdfTable::metricsOf(const Column &column) const
{
    return column.what.monospace ? m_monospaceMetrics : m_metrics;
}

void PdfTable::add(const QStringList &cells)
{
    Row row{};
    double height = m_metrics.height();
    for (const Column &column : std::as_const(m_columns)) {
        const QFontMetricsF &metrics = metricsOf(column);
        const QStringList lines = m_sheet.wrap(forPaper(cells.value(column.cell)), metrics, column.width, mostLines);
        height = std::max(height, metrics.height() * static_cast<double>(lines.size()));
        row.cells << lines.join(u'\n');
    }
    height += 2 * above;
    const QRectF body = m_sheet.body();
    if (m_pages == 0 || m_y + height > body.bottom()) {
        ++m_pages;
        m_y = body.top() + m_headHeight;
    }
    row.page = m_pages - 1;
    row.top = static_cast<float>(m_y);
    row.height = static_cast<float>(height);
    m_y += height;
    m_rows.push_back(std::move(row));
}

void PdfTable::paintHead(QPainter &painter) const
{
    const QRectF body = m_sheet.body();
    painter.fillRect(QRectF(body.left() - PdfSheet::pt(4), body.top(), body.width() + PdfSheet::pt(8), m_headHeight),
                     ink::soft);
    for (const Column &column : m_columns) {
        const QStringList lines = m_sheet.wrap(column.what.title, m_headMetrics, column.width, 2);
        const double height = m_headMetrics.height() * static_cast<double>(lines.size());
        paintLines(painter, lines, m_headFont, m_headMetrics, ink::dim,
                   QRectF(column.left, body.top() + m_headHeight - height - PdfSheet::pt(3.4), column.width, height),
                   column.what.right);
    }
}

void PdfTable::paint(QPainter &painter, int page) const
{
    paintHead(painter);
    const QRectF body = m_sheet.body();
    auto row =
        std::lower_bound(m_rows.begin(), m_rows.end(), page, [](const Row &r, int wanted) { return r.page < wanted; });
    for (; row != m_rows.end() && row->page == page; ++row) {
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            const Column &column = m_columns[i];
            const QString &cell = row->cells[i];
            if (cell.isEmpty()) continue;
            const bool alarm = column.what.alarmWords.contains(cell);
            // the smaller monospace stands on the same line as the rest
            const double baseline = m_metrics.ascent() - metricsOf(column).ascent();
            paintLines(painter, cell.split(u'\n'), alarm ? m_bold : fontOf(column), metricsOf(column),
                       alarm ? ink::bad : ink::text,
                       QRectF(column.left, row->top + above + baseline, column.width, row->height), column.what.right);
        }
        painter.setPen(QPen(ink::line, PdfSheet::pt(0.4)));
        painter.drawLine(QPointF(body.left() - PdfSheet::pt(4), row->top + row->height),
                         QPointF(body.right() + PdfSheet::pt(4), row->top + row->height));
    }
}

}  // namespace lw::report
