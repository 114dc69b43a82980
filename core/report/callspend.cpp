// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/callspend.h"

#include "core/report/callspendrows.h"
#include "core/report/controls.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lw::report {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

/// Amounts of the picture only, which knows whole numbers.
quint64 wholeUnits(Decimal amount)
{
    constexpr qint64 unit = 1'000'000;
    return static_cast<quint64>(std::max<qint64>(0, amount.millionths + unit / 2) / unit);
}

bool barrable(CallClass callClass)
{
    return std::find(barrableClasses().begin(), barrableClasses().end(), callClass) != barrableClasses().end();
}

/// One bar for each week that has calls, and those between.
BarSeries weekChart(const QList<protocol::SpendDay> &history)
{
    BarSeries series;
    series.lowerName = tr("other calls");
    series.upperName = tr("classes that can be barred");
    if (history.isEmpty()) return series;
    const auto mondayOf = [](const QDate &day) { return day.addDays(1 - day.dayOfWeek()); };
    constexpr int week = 7;
    const auto byDay = [](const protocol::SpendDay &a, const protocol::SpendDay &b) { return a.day < b.day; };
    const auto [first, last] = std::minmax_element(history.begin(), history.end(), byDay);
    for (QDate monday = mondayOf(first->day); monday <= last->day; monday = monday.addDays(week)) {
        Decimal usual, dear;
        for (const protocol::SpendDay &day : history)
            if (mondayOf(day.day) == monday) (barrable(day.callClass) ? dear : usual) += day.cost;
        series.bars << BarSeries::Bar{QLocale::c().toString(monday, QStringLiteral("d MMM")), wholeUnits(usual),
                                      wholeUnits(dear)};
    }
    return series;
}

QStringList notesOf(const CallSpendFacts &facts)
{
    QStringList notes;
    notes << tr("Hours, days and weeks are those of %1; weeks begin on Monday. Calls to emergency numbers are never "
                "barred and never counted.")
                 .arg(facts.timeZone);
    notes << tr("What a number does not set itself follows the company; rows of a number show what it sets.");
    if (facts.overview.asOf.isValid())
        notes << tr("\"Today\" and \"This week\" are those of %1, when the back end last said what was spent.")
                     .arg(instantText(facts.overview.asOf));
    if (facts.overview.rates == 0) notes << tr("No rate deck is loaded: calls have no price, and no limit can hold.");
    return notes;
}

}  // namespace

ReportContent callSpend(const ReportScope &scope, const CallSpendFacts &facts)
{
    const QList<CallSpendRow> rows = callSpendRows(facts, scope.exportedAt);
    const auto found = [&](std::initializer_list<CallSpendFinding> wanted) {
        return static_cast<quint64>(std::count_if(rows.begin(), rows.end(), [&](const CallSpendRow &row) {
            return std::find(wanted.begin(), wanted.end(), row.finding) != wanted.end();
        }));
    };
    using F = CallSpendFinding;
    const auto numbers = static_cast<quint64>(facts.numbers.size());
    // Not the row of the company itself.
    const quint64 optedOut = found({F::OptedOut}) - (facts.guard.guarded ? 0 : 1);
    const quint64 noLimit = found({F::NoLimit}), reached = found({F::AtLimit, F::OverLimit});
    const auto unpriced = static_cast<quint64>(std::max<qint64>(0, facts.overview.unpriced));

    ReportContent content;
    content.title = tr("Call Guard and spend");
    content.scope = scope;
    content.figures = {{tr("Numbers"), countText(numbers)},
                       {tr("… opted out"), countText(optedOut), optedOut > 0},
                       {tr("Limits not set"), countText(noLimit), noLimit > 0},
                       {tr("Limits used up"), countText(reached), reached > 0},
                       {tr("Calls without a price"), countText(unpriced), unpriced > 0}};
    content.chartTitle = tr("Cost by week, in whole %1").arg(facts.overview.currency);
    content.chart = weekChart(facts.history);
    content.controls = {citationFor(ControlSubject::CallSpend), citationFor(ControlSubject::Reports)};
    content.notes = notesOf(facts);
    content.columns = callSpendColumns();
    content.rowCount = static_cast<quint64>(rows.size());
    content.rows = [rows, at = qsizetype(0)](QStringList &cells) mutable -> Result<bool> {
        if (at >= rows.size()) return false;
        cells = rows[at++].cells();
        return true;
    };
    return content;
}

}  // namespace lw::report
