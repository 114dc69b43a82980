// SPDX-License-Identifier: GPL-3.0-or-later
// The report "Retention": how long each class of data is kept and what standards say of it, legal holds, and what was
// purged. Source: seeds (permanent by default; customers may set their own); PCI DSS 4.0.1 10.5.1; GDPR 5(1)(e).
#pragma once

#include "core/domain/retention.h"
#include "core/report/reportcontent.h"

#include <QHash>

namespace lw::report {

/// As the back end last answered.
struct RetentionFacts {
    RetentionRules rules;
    QDateTime nextRunAt;  ///< UTC; invalid: nothing is purged by schedule
    QList<LegalHold> holds;
    QList<PurgeRun> runs;
    QHash<QString, QString> logins;  ///< by unique ID: names for holds and erasures
};

/// Part by part: rules, holds (those in force first), purges, the newest first.
ReportContent retention(const ReportScope &scope, const RetentionFacts &facts);

}  // namespace lw::report
