// SPDX-License-Identifier: GPL-3.0-or-later
// A leavers' list as a CSV file: who goes, and when. Only read here; core/policy/leavers.h says whom each line means.
#pragma once

#include "core/import/importlog.h"
#include "core/policy/leavers.h"

namespace lw::import {

struct LeaversFile {
    QList<policy::LeaverLine> lines;
    QList<Refusal> refusals;  ///< lines that are no CSV record, have too many or too few fields, or are no UTF-8
};

inline constexpr qsizetype leaverLinesMost = 10'000;

/// The first line is a header that names at least one of the columns login, email and name, and perhaps date, in any
/// order and under the usual words ("user name", "e-mail", "last day" …); other columns are skipped.
/// Errc::InvalidInput: no such header, a column twice, or too many lines; Errc::Io: the device.
Result<LeaversFile> readLeaversFile(QIODevice &device);

}  // namespace lw::import
