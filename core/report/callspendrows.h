// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the report "Call Guard and spend".
#pragma once

#include "core/report/callspend.h"

namespace lw::report {

/// What a row asks a reviewer to look at.
enum class CallSpendFinding : quint8 { None, OptedOut, NoLimit, NotBarred, AtLimit, OverLimit, Unpriced };
QString findingWords(CallSpendFinding finding);
QStringList allFindingWords();

struct CallSpendRow {
    QString part, about, setting, value;
    RuleOrigin origin = RuleOrigin::None;
    QString currency;
    std::optional<Decimal> amount, limit;
    CallSpendFinding finding = CallSpendFinding::None;
    std::optional<qint64> calls, seconds;
    QDateTime from, until;  ///< UTC
    QString reason, setBy, label, department;

    QStringList cells() const;
};

/// As cells() gives them.
QList<ReportColumn> callSpendColumns();

QList<CallSpendRow> callSpendRows(const CallSpendFacts &facts, const QDateTime &nowUtc);

}  // namespace lw::report
