// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/revocation.h"

#include "core/policy/revocation.h"
#include "core/report/accountwords.h"
#include "core/report/controls.h"
#include "core/util/time.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace lw::report {

namespace {

using policy::RevocationState;
using policy::RevocationVerdict;

QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

struct Case {
    Departure departure;
    RevocationVerdict verdict;
};

QString kindWords(DepartureKind kind)
{
    return kind == DepartureKind::Departure ? tr("Departure") : tr("Reassignment");
}

QString stateWords(RevocationState state)
{
    switch (state) {
        case RevocationState::Waiting: return tr("Ahead");
        case RevocationState::Running: return tr("Running");
        case RevocationState::Overdue: return tr("Overdue");
        case RevocationState::InTime: return tr("In time");
        case RevocationState::Late: return tr("Late");
        case RevocationState::Withdrawn: return tr("Withdrawn");
    }
    return {};
}

QString proofWords(DepartureState state)
{
    switch (state) {
        case DepartureState::Scheduled:
        case DepartureState::Cancelled: return {};
        case DepartureState::Executed: return tr("Pending");
        case DepartureState::Proved: return tr("Proved");
        case DepartureState::ProofFailed: return tr("Failed");
    }
    return {};
}

bool carriedOut(const Departure &departure)
{
    return departure.executedAt.isValid();
}

QList<Case> casesOf(const ReportScope &scope, const QList<Departure> &departures)
{
    QList<Case> list;
    for (const Departure &departure : departures) {
        if (scope.from.isValid() && departure.departedAt < scope.from) continue;
        if (scope.to.isValid() && departure.departedAt >= scope.to) continue;
        list << Case{departure, policy::revocationVerdict(departure, scope.exportedAt)};
    }
    std::stable_sort(list.begin(), list.end(), [](const Case &a, const Case &b) {
        if (a.verdict.breach != b.verdict.breach) return a.verdict.breach;
        if (a.departure.departedAt != b.departure.departedAt) return a.departure.departedAt > b.departure.departedAt;
        return a.departure.id < b.departure.id;
    });
    return list;
}

/// Cases carried out, by the time it took; the last bar is the breach.
BarSeries timeChart(const QList<Case> &cases)
{
    constexpr std::array hours{1, 4, 8, 12, 16, 20, policy::revocationHours};
    BarSeries series;
    series.lowerName = tr("in time");
    series.upperName = tr("late");
    int from = 0;
    for (const int to : hours) {
        series.bars << BarSeries::Bar{tr("%1–%2 h").arg(from).arg(to)};
        from = to;
    }
    series.bars << BarSeries::Bar{tr("over %1 h").arg(from)};
    for (const Case &entry : cases) {
        if (!carriedOut(entry.departure)) continue;
        const qint64 seconds = entry.verdict.secondsToRevoke;
        const auto slot = std::find_if(hours.begin(), hours.end(), [&](int to) { return seconds <= to * 3600LL; });
        BarSeries::Bar &bar = series.bars[slot - hours.begin()];
        ++(entry.verdict.breach ? bar.upper : bar.lower);
    }
    return series;
}

QString probesText(const QList<ProbeResult> &probes)
{
    QStringList lines;
    for (const ProbeResult &probe : probes)
        lines << QStringLiteral("%1 %2: %3").arg(toRfc3339(probe.at), probe.what, probe.detail);
    return lines.join(QStringLiteral(" | "));
}

QStringList cellsOf(const Case &entry)
{
    const Departure &departure = entry.departure;
    const bool done = carriedOut(departure);
    return {departure.login,
            departure.displayName,
            kindWords(departure.kind),
            toRfc3339(departure.departedAt),
            toRfc3339(entry.verdict.deadline),
            done ? toRfc3339(departure.executedAt) : QString(),
            done ? durationText(entry.verdict.secondsToRevoke) : QString(),
            done ? QString::number(entry.verdict.secondsToRevoke) : QString(),
            stateWords(entry.verdict.state),
            done ? QString::number(departure.sessionsEnded) : QString(),
            done ? QString::number(departure.devicesRevoked) : QString(),
            proofWords(departure.state),
            departure.provedAt.isValid() ? toRfc3339(departure.provedAt) : QString(),
            probesText(departure.probes),
            roleWords(departure.newRoles),
            departure.reason,
            departure.createdBy,
            departure.id};
}

}  // namespace

QString durationText(qint64 seconds)
{
    const qint64 minutes = (seconds + 59) / 60;
    if (minutes < 60) return tr("%1 min").arg(minutes);
    const qint64 hours = minutes / 60;
    if (hours < 48) return tr("%1 h %2 min").arg(hours).arg(minutes % 60);
    return tr("%1 d %2 h").arg(hours / 24).arg(hours % 24);
}

ReportContent revocation(const ReportScope &scope, const QList<Departure> &departures)
{
    const QList<Case> cases = casesOf(scope, departures);
    QList<Departure> chosen;
    for (const Case &entry : cases)
        chosen << entry.departure;
    const policy::RevocationSummary summary = policy::revocationSummary(chosen, scope.exportedAt);
    const auto duration = [](const std::optional<qint64> &seconds) {
        return seconds ? durationText(*seconds) : tr("none yet");
    };
    const auto count = [](int number) { return countText(static_cast<quint64>(number)); };

    ReportContent content;
    content.title = tr("Revocation");
    content.scope = scope;
    content.figures = {{tr("Cases"), count(summary.cases)},
                       {tr("Proved"), count(summary.proved)},
                       {tr("Breaches of 24 hours"), count(summary.breaches), summary.breaches > 0},
                       {tr("Median time to revoke"), duration(summary.medianSeconds)},
                       {tr("Worst"), duration(summary.worstSeconds),
                        summary.worstSeconds && *summary.worstSeconds > policy::revocationHours * 3600LL}};
    content.chartTitle = tr("Cases by time from departure to the end of access");
    content.chart = timeChart(cases);
    content.controls = {citationFor(ControlSubject::Revocation), citationFor(ControlSubject::AccessRights),
                        citationFor(ControlSubject::Reports)};
    content.notes << tr(
        "The clock runs from the moment of departure, not from when it was noticed. PCI DSS 8.2.5 asks "
        "for immediate revocation; the limit here is 24 hours.");
    content.notes << tr(
        "\"Proved\" says that afterwards the back end itself tried to sign in, to use each ended "
        "session and to register each device, and was refused.");
    content.columns = {
        {tr("Login"), 1.8},
        {tr("Name"), 2.0},
        {tr("Kind"), 1.3},
        {tr("Departed (UTC)"), 2.2},
        {tr("Deadline (UTC)"), 0},
        {tr("Revoked (UTC)"), 2.2},
        {tr("Time to revoke"), 1.4},
        {tr("Seconds to revoke"), 0},
        {tr("Result"), 1.0, false, false, {stateWords(RevocationState::Overdue), stateWords(RevocationState::Late)}},
        {tr("Sessions ended"), 0.9, false, true},
        {tr("Devices revoked"), 0.9, false, true},
        {tr("Proof"), 1.0, false, false, {proofWords(DepartureState::ProofFailed)}},
        {tr("Proved at (UTC)"), 0},
        {tr("Probes"), 0},
        {tr("New roles"), 0},
        {tr("Reason"), 0},
        {tr("Opened by"), 0},
        {tr("Case"), 0}};
    content.rowCount = static_cast<quint64>(cases.size());
    content.rows = [cases, at = qsizetype(0)](QStringList &cells) mutable -> Result<bool> {
        if (at >= cases.size()) return false;
        cells = cellsOf(cases[at++]);
        return true;
    };
    return content;
}

}  // namespace lw::report
