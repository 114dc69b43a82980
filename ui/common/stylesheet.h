// SPDX-License-Identifier: GPL-3.0-or-later
// The application style sheet, generated from the tokens; only theme.cpp asks for it.
#pragma once

#include "ui/common/tokens.h"

#include <QString>

namespace lw::ui {

/// Widgets opt in through styling.h.
QString styleSheetFor(const Tokens &tokens);

}  // namespace lw::ui
