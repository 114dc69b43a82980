// SPDX-License-Identifier: GPL-3.0-or-later
// `linewardend serve`: everything wired together, until somebody ends it.
#pragma once

#include "app/linewardend/commandline.h"

namespace lw::app {

/// Returns after a clean stop. Errors as of identity, store and listener.
Result<void> serve(const DaemonCommandLine &line);

}  // namespace lw::app
