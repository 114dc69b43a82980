// SPDX-License-Identifier: GPL-3.0-or-later
// The recovery key, or recovery codes, on paper: a one-page PDF to print, or plain text. Written because the person
// asked for it.
#pragma once

#include "core/util/result.h"
#include "core/util/secret.h"

#include <QDate>

namespace lw::ui {

struct RecoverySheet {
    Secret key;     ///< printable groups, or lines
    QString about;  ///< which back end and customer it belongs to
    QDate day;
    QString title;   ///< empty: that of the cache's recovery key
    QString advice;  ///< likewise
};

/// By the ending of the path: ".pdf", else text. Errors: Io, with the reason and the place.
Result<void> writeRecoverySheet(const RecoverySheet &sheet, const QString &path);

}  // namespace lw::ui
