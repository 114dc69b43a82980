// SPDX-License-Identifier: GPL-3.0-or-later
// The report "Login activity": every change of login status of a period and filter.
#pragma once

#include "core/report/reportcontent.h"

#include <QDate>

namespace lw::report {

/// One event in words. `index` is its place in the audit log, so that it can be proven.
struct LoginActivityRow {
    QDateTime time;  ///< UTC
    QString person, event, outcome, address, service, agent, detail;
    quint64 index = 0;
};

struct LoginActivityTotals {
    quint64 events = 0, succeeded = 0, failed = 0, people = 0, addresses = 0;
};

struct LoginActivityDay {
    QDate day;  ///< UTC
    quint64 succeeded = 0, failed = 0;
};

/// Gives the next event; false: no more.
using LoginActivitySource = std::function<Result<bool>(LoginActivityRow &row)>;

/// `failureWords`: the outcome words that stand out ("Failure").
ReportContent loginActivity(const ReportScope &scope, const LoginActivityTotals &totals,
                            const QList<LoginActivityDay> &days, LoginActivitySource events,
                            const QStringList &failureWords);

/// Column titles of the CSV, for bulk exports that write rows themselves; the order of LoginActivityRow with the index
/// last.
QStringList loginActivityColumns();

}  // namespace lw::report
