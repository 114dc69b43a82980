// SPDX-License-Identifier: GPL-3.0-or-later
// The report's table on paper: rows as high as their longest cell needs, the head on each page.
#pragma once

#include "core/report/pdfsheet.h"

namespace lw::report {

class PdfTable {
  public:
    PdfTable(const PdfSheet &sheet, const QList<ReportColumn> &columns);

    /// Takes the next row (cells of all columns) and gives it a place. Rows are kept: the table is painted once all
    /// pages are known.
    void add(const QStringList &cells);
    int pages() const { return m_pages; }  ///< 0 without rows
    quint64 rows() const { return static_cast<quint64>(m_rows.size()); }

    /// Paints one page's part (from 0) into the sheet's body.
    void paint(QPainter &painter, int page) const;

  private:
    struct Column {
        qsizetype cell;  ///< index in the row
        double left, width;
        ReportColumn what;
    };
    struct Row {
        QStringList cells;  ///< of the printed columns, lines separated by "\n"
        int page;
        float top, height;
    };
    const QFont &fontOf(const Column &column) const { return column.what.monospace ? m_monospace : m_font; }
    const QFontMetricsF &metricsOf(const Column &column) const;
    void paintHead(QPainter &painter) const;

    const PdfSheet &m_sheet;
    QList<Column> m_columns;
    QFont m_font, m_bold, m_monospace, m_headFont;
    QFontMetricsF m_metrics, m_monospaceMetrics, m_headMetrics;
    double m_headHeight = 0;
    std::vector<Row> m_rows;
    int m_pages = 0;
    double m_y = 0;
};

}  // namespace lw::report
