// SPDX-License-Identifier: GPL-3.0-or-later
// From an open cache to the content of a report, and to the bytes of one; for callers that are in a worker already.
#pragma once

#include "core/cache/connection.h"
#include "core/loginlog/exportservice.h"
#include "core/report/reportcontent.h"

#include <QIODevice>

namespace lw::loginlog {

struct ReportFacts {
    quint64 rows = 0;
    quint64 checkpointSize = 0;
};

/// Writes the report to the device. The events are those below the signed head at the call, whatever is synced
/// meanwhile.
Result<ReportFacts> writeReport(cache::Connection &connection, const ReportRequest &request, QIODevice &device,
                                const report::Progress &progress, const cache::CancelToken &cancel);

/// Words of a report, which is not the console's window: "Login failed", "Failure".
QString eventWords(EventKind kind);
QString outcomeWords(Outcome outcome);

}  // namespace lw::loginlog
