// SPDX-License-Identifier: GPL-3.0-or-later
// How well what was typed matches a command's title. Pure.
#pragma once

#include <QString>

namespace lw::ui {

/// All letters of the query in order in the title, without regard to case and blanks: 0 when they are not, else higher
/// for word beginnings and neighbouring letters. An empty query matches everything with 1.
int fuzzyScore(QStringView query, QStringView title);

}  // namespace lw::ui
