// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: what the report is about, what it rests on, its figures and chart, the controls it cites.
#pragma once

#include "core/report/pdfsheet.h"

namespace lw::report {

/// `notes` are those of the content and what the writer adds (a table that was cut).
void paintCover(QPainter &painter, const PdfSheet &sheet, const ReportContent &content, const QStringList &notes);

}  // namespace lw::report
