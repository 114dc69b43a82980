// SPDX-License-Identifier: GPL-3.0-or-later
// A report as PDF/A-1b: A4, real text in embedded fonts, header, "Page x of y", the table's head on each page. The same
// content gives the same bytes on the same machine (its fonts are part of the result).
#pragma once

#include "core/report/reportcontent.h"

#include <QIODevice>

namespace lw::report {

struct PdfOptions {
    /// Longer tables are cut here, and the first page says so: nobody reads a million rows on paper, the CSV holds all.
    quint64 rowLimit = 10000;
    /// Tried in order, then whatever sans serif the machine has.
    QStringList families = {QStringLiteral("Inter"),           QStringLiteral("Noto Sans"),
                            QStringLiteral("Liberation Sans"), QStringLiteral("Segoe UI"),
                            QStringLiteral("Helvetica Neue"),  QStringLiteral("DejaVu Sans")};
    QStringList monospaceFamilies = {QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Noto Sans Mono"),
                                     QStringLiteral("Liberation Mono"), QStringLiteral("Consolas"),
                                     QStringLiteral("Menlo")};
};

/// Needs a QGuiApplication (offscreen will do). Gives the number of pages. Errors: Cancelled, Io, Unsupported (no
/// font), whatever the row source returns. Call from one thread at a time.
Result<int> writePdf(const ReportContent &content, QIODevice &device, const PdfOptions &options = {},
                     const Progress &progress = {});

}  // namespace lw::report
