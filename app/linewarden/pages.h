// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the console: the only place that names them all.
#pragma once

#include "ui/shell/page.h"
#include "ui/shell/pagecontext.h"

namespace lw::app {

QList<ui::PageFactory> consolePages(const ui::PageContext &context);

}  // namespace lw::app
