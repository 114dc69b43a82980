// SPDX-License-Identifier: GPL-3.0-or-later
// The report "Revocation": every departure and reassignment of the period, how long access lived on, what was ended,
// and what the back end's probes found afterwards. Source: seed ("access is revoked within 24 hours of departure or
// reassignment"); PCI DSS 4.0.1 8.2.5.
#pragma once

#include "core/domain/departure.h"
#include "core/report/reportcontent.h"

namespace lw::report {

/// Judged at scope.exportedAt by core/policy. Cases whose moment of departure lies in the period of the scope; breaches
/// first, then by that moment.
ReportContent revocation(const ReportScope &scope, const QList<Departure> &departures);

/// "14 min", "3 h 12 min", "2 d 4 h".
QString durationText(qint64 seconds);

}  // namespace lw::report
