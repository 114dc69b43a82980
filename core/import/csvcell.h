// SPDX-License-Identifier: GPL-3.0-or-later
// Cells and records of a CSV list as every reader of lists takes them.
#pragma once

#include "core/import/csvreader.h"

#include <QString>

#include <optional>

namespace lw::import {

/// Without blanks around it; nullopt: no UTF-8, or a NUL in it.
std::optional<QString> cellText(const QByteArray &bytes);

/// The same without what our own exports put before a text that a spreadsheet would run.
std::optional<QString> unshieldedCellText(const QByteArray &bytes);

/// The text with what unshieldedCellText() takes away again, where a spreadsheet would run it.
QString shieldedCellText(const QString &text);

/// What is wrong with a record of a list whose header has so many columns, a sentence; empty: nothing.
QString recordProblem(const CsvRecord &record, qsizetype columns);

}  // namespace lw::import
