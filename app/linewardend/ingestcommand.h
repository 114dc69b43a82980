// SPDX-License-Identifier: GPL-3.0-or-later
// `linewardend ingest`: a log file of another system becomes events, or one of call records
// becomes calls that are counted. Runs beside a serving back end or without one.
#pragma once

#include "app/linewardend/commandline.h"

namespace lw::app {

/// Prints the summary to stdout. Errors as of store and import.
Result<void> ingest(const DaemonCommandLine &line);

}  // namespace lw::app
