// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a PDF of Qt's writer independent of when and where it was written: creation dates become the given instant, the
// file identifier a digest of the content. The cross-reference table is written anew.
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QDateTime>

namespace lw::report {

/// Info and XMP name the same instant afterwards (PDF/A-1, 6.7.3). Errc::Internal for a file of another make.
Result<QByteArray> stampPdf(QByteArray pdf, const QDateTime &instantUtc);

}  // namespace lw::report
