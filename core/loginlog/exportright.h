// SPDX-License-Identifier: GPL-3.0-or-later
// Whether this person may take logs, reports and lists of people away. The back end refuses the notice of an export by
// somebody who may not, so the console asks before there is a file that nobody was told of.
#pragma once

#include "core/cache/connection.h"
#include "core/domain/role.h"
#include "core/util/result.h"

namespace lw::loginlog {

/// As the back end last said who this is and what he may do (kept at each sync). Forbidden: log.export is missing, or
/// it was never said.
Result<void> mayExport(cache::Connection &connection);
/// Whether what a report is about may be read by this person; as mayExport().
Result<void> mayReport(cache::Connection &connection, Permission permission);

}  // namespace lw::loginlog
