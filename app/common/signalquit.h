// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl-C and a polite kill end the program as closing its window does, so that children and temporary folders go too.
#pragma once

namespace lw::app {

/// Once, after the application object was made. Does nothing where there are no such signals.
void quitOnSignals();

}  // namespace lw::app
