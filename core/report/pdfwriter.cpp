// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdfwriter.h"

#include "core/report/pdfcover.h"
#include "core/report/pdfsheet.h"
#include "core/report/pdfstamp.h"
#include "core/report/pdftable.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QHashFunctions>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

namespace lw::report {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

Error cancelled()
{
    return makeError(Errc::Cancelled, QStringLiteral("The export was cancelled; no file was written."));
}

/// Qt's PDF engine writes fonts in the order of a hash table; without its random seed that order is always the same.
class StableHashOrder {
  public:
    StableHashOrder() { QHashSeed::setDeterministicGlobalSeed(); }
    ~StableHashOrder() { QHashSeed::resetRandomGlobalSeed(); }
    StableHashOrder(const StableHashOrder &) = delete;
    StableHashOrder &operator=(const StableHashOrder &) = delete;
};

void paintFrame(QPainter &painter, const PdfSheet &sheet, const ReportContent &content, int page, int pages)
{
    const QFont font = sheet.font(7.2), strong = sheet.font(7.6, QFont::DemiBold);
    const QFontMetricsF metrics = sheet.metrics(font), strongMetrics = sheet.metrics(strong);
    const QRectF head = sheet.header(), foot = sheet.footer();
    constexpr double mark = PdfSheet::pt(7);
    painter.fillRect(QRectF(head.left(), head.top() + PdfSheet::pt(0.8), mark, mark), ink::accent);
    paintLines(painter, {QStringLiteral("Linewarden")}, strong, strongMetrics, ink::text,
               head.adjusted(mark + PdfSheet::pt(4), 0, 0, 0));
    const QString subject = metrics.elidedText(content.title + QStringLiteral(" · ") + content.scope.customer,
                                               Qt::ElideRight, head.width() * 0.7);
    paintLines(painter, {subject}, font, metrics, ink::dim, head, true);

    const QString origin =
        content.scope.checkpoint
            ? tr("Exported %1 by %2 · checkpoint of %3 events")
                  .arg(instantText(content.scope.exportedAt), content.scope.exportedBy,
                       countText(content.scope.checkpoint->size))
            : tr("Exported %1 by %2").arg(instantText(content.scope.exportedAt), content.scope.exportedBy);
    const QRectF line = foot.adjusted(0, PdfSheet::pt(5), 0, 0);
    paintLines(painter, {metrics.elidedText(origin, Qt::ElideRight, foot.width() * 0.8)}, font, metrics, ink::dim,
               line);
    paintLines(painter, {tr("Page %1 of %2").arg(page).arg(pages)}, font, metrics, ink::dim, line, true);
    painter.setPen(QPen(ink::line, PdfSheet::pt(0.6)));
    painter.drawLine(head.bottomLeft(), head.bottomRight());
    painter.drawLine(foot.topLeft(), foot.topRight());
}

/// Rows up to the limit into the table. True: there were more.
Result<bool> layOut(PdfTable &table, const ReportContent &content, quint64 limit, const Progress &progress)
{
    constexpr quint64 tellEvery = 256;
    const quint64 expected = std::min(limit, content.rowCount);
    QStringList cells;
    while (true) {
        auto more = content.rows ? content.rows(cells) : Result<bool>(false);
        if (!more) return more.error();
        if (!*more) return false;
        if (table.rows() >= limit) return true;
        table.add(cells);
        if (table.rows() % tellEvery == 0 && progress && !progress(table.rows() / 2, expected)) return cancelled();
    }
}

QStringList notesFor(const ReportContent &content, const PdfTable &table, bool cut)
{
    QStringList notes = content.notes;
    if (cut)
        notes << tr("The table that follows shows the first %1 of %2 rows; the CSV export holds all of them.")
                     .arg(countText(table.rows()), countText(std::max(content.rowCount, table.rows())));
    else if (table.rows() == 0)
        notes << tr("There is no entry in this period that matches the filter.");
    else
        notes << tr("The table that follows shows all %1 rows. Cells that are too long for it are cut and end in "
                    "\"…\"; the CSV export "
                    "holds them whole.")
                     .arg(countText(table.rows()));
    return notes;
}

}  // namespace

Result<int> writePdf(const ReportContent &content, QIODevice &device, const PdfOptions &options,
                     const Progress &progress)
{
    const StableHashOrder stable;
    QByteArray bytes;
    int pages = 0;
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
        writer.setResolution(PdfSheet::unitsPerInch);
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
        writer.setTitle(content.title + QStringLiteral(" – ") + content.scope.customer);
        writer.setCreator(QStringLiteral("Linewarden " LW_VERSION));

        const auto sheet = PdfSheet::make(&writer, options, QSizeF(writer.width(), writer.height()));
        if (!sheet)
            return makeError(Errc::Unsupported,
                             QStringLiteral("This machine has no font to write a PDF with; install one."));
        PdfTable table(*sheet, content.columns);
        const auto cut = layOut(table, content, options.rowLimit, progress);
        if (!cut) return cut.error();

        pages = 1 + table.pages();
        QPainter painter(&writer);
        for (int page = 1; page <= pages; ++page) {
            if (page > 1) writer.newPage();
            paintFrame(painter, *sheet, content, page, pages);
            if (page == 1)
                paintCover(painter, *sheet, content, notesFor(content, table, *cut));
            else
                table.paint(painter, page - 2);
            const quint64 done =
                table.rows() / 2 + table.rows() * static_cast<quint64>(page) / static_cast<quint64>(pages) / 2;
            if (progress && !progress(done, table.rows())) return cancelled();
        }
    }
    const auto stamped = stampPdf(std::move(bytes), content.scope.exportedAt);
    if (!stamped) return stamped.error();
    if (device.write(*stamped) != stamped->size())
        return makeError(Errc::Io,
                         QStringLiteral("The PDF could not be written to its end: %1.").arg(device.errorString()));
    return pages;
}

}  // namespace lw::report
