// SPDX-License-Identifier: GPL-3.0-or-later
// The application style sheet, generated from the tokens; only theme.cpp asks for it.
#pragma once

#include "ui/common/tokens.h"

#include <QString>

namespace lw::ui {

/// Widgets opt in by dynamic properties: a QPushButton with `primary`, `destructive` or `link` true; a QLabel with
/// `role` "dim", "secondary", "label", "title", "cardTitle", "error", "mono".
QString styleSheetFor(const Tokens &tokens);

}  // namespace lw::ui
