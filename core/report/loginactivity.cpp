// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/loginactivity.h"

#include "core/report/controls.h"
#include "core/util/time.h"

#include <QCoreApplication>
#include <QLocale>

namespace lw::report {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

}  // namespace

QStringList loginActivityColumns()
{
    return {tr("Time (UTC)"), tr("Person"), tr("Event"),  tr("Outcome"),  tr("Address"),
            tr("Service"),    tr("Agent"),  tr("Detail"), tr("Log index")};
}

ReportContent loginActivity(const ReportScope &scope, const LoginActivityTotals &totals,
                            const QList<LoginActivityDay> &days, LoginActivitySource events,
                            const QStringList &failureWords)
{
    ReportContent content;
    content.title = tr("Login activity");
    content.scope = scope;
    content.figures = {{tr("Events"), countText(totals.events)},
                       {tr("Succeeded"), countText(totals.succeeded)},
                       {tr("Failed"), countText(totals.failed), totals.failed > 0},
                       {tr("People"), countText(totals.people)},
                       {tr("Addresses"), countText(totals.addresses)}};
    content.chartTitle = tr("Events by day (UTC)");
    content.chart.lowerName = tr("succeeded");
    content.chart.upperName = tr("failed");
    for (const LoginActivityDay &day : days)
        content.chart.bars << BarSeries::Bar{QLocale::c().toString(day.day, QStringLiteral("d MMM")), day.succeeded,
                                             day.failed};
    content.controls = {citationFor(ControlSubject::LoginLogs), citationFor(ControlSubject::VerifiableLog),
                        citationFor(ControlSubject::Reports)};
    const QStringList titles = loginActivityColumns();
    content.columns = {{titles[0], 2.75},
                       {titles[1], 1.9},
                       {titles[2], 1.9},
                       {titles[3], 1.1, false, false, failureWords},
                       {titles[4], 2.5, true},
                       {titles[5], 1.05},
                       {titles[6], 0},
                       {titles[7], 1.9},
                       {titles[8], 1.15, true, true}};
    content.rowCount = totals.events;
    content.rows = [events = std::move(events)](QStringList &cells) -> Result<bool> {
        LoginActivityRow row;
        auto more = events(row);
        if (!more || !*more) return more;
        cells = {toRfc3339(row.time), row.person,  row.event,
                 row.outcome,         row.address, row.service,
                 row.agent,           row.detail,  QString::number(row.index)};
        return true;
    };
    return content;
}

}  // namespace lw::report
