// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardenctl/departureoutput.h"

#include "app/linewardenctl/table.h"
#include "core/policy/revocation.h"

#include <QJsonArray>

#include <algorithm>

namespace lw::ctl {

namespace {

QString span(qint64 seconds)
{
    const qint64 minutes = qAbs(seconds) / 60;
    return QStringLiteral("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString clockText(const policy::RevocationVerdict &verdict)
{
    using State = policy::RevocationState;
    switch (verdict.state) {
        case State::Waiting:
        case State::Running: return span(verdict.secondsLeft) + QStringLiteral(" left");
        case State::Overdue: return span(verdict.secondsLeft) + QStringLiteral(" overdue");
        case State::InTime: return QStringLiteral("in time, ") + span(verdict.secondsToRevoke);
        case State::Late: return QStringLiteral("late, ") + span(verdict.secondsToRevoke);
        case State::Withdrawn: return QStringLiteral("withdrawn");
    }
    return {};
}

QJsonObject jsonOf(const Departure &departure)
{
    const policy::RevocationVerdict verdict = policy::revocationVerdict(departure, QDateTime::currentDateTimeUtc());
    QJsonObject object = protocol::toJsonObject(departure);
    object.insert(QStringLiteral("clock"),
                  QJsonObject{{QStringLiteral("state"), QString(policy::revocationStateName(verdict.state))},
                              {QStringLiteral("secondsLeft"), verdict.secondsLeft},
                              {QStringLiteral("secondsToRevoke"), verdict.secondsToRevoke},
                              {QStringLiteral("breach"), verdict.breach}});
    return object;
}

}  // namespace

void giveDepartures(const QList<Departure> &cases, const Output &output)
{
    QJsonArray array;
    Table table({QStringLiteral("ID"), QStringLiteral("LOGIN"), QStringLiteral("KIND"), QStringLiteral("DEPARTED"),
                 QStringLiteral("EFFECTIVE"), QStringLiteral("STATE"), QStringLiteral("24 HOURS")});
    for (const Departure &departure : cases) {
        array.append(jsonOf(departure));
        table.row({departure.id, departure.login, departureKindName(departure.kind), momentText(departure.departedAt),
                   momentText(departure.effectiveAt), departureStateName(departure.state),
                   clockText(policy::revocationVerdict(departure, QDateTime::currentDateTimeUtc()))});
    }
    output.result({{QStringLiteral("departures"), array}}, table.text(QStringLiteral("No cases.")));
}

void giveProof(const Departure &departure, const Output &output)
{
    QStringList lines{QStringLiteral("%1  %2  %3")
                          .arg(departure.id, printable(departure.login), departureStateName(departure.state))};
    for (const ProbeResult &probe : departure.probes)
        lines.append(QStringLiteral("  %1 %2 %3  %4")
                         .arg(probe.passed ? QStringLiteral("ok    ") : QStringLiteral("FAILED"),
                              printable(probe.what).leftJustified(10), momentText(probe.at), printable(probe.detail)));
    output.result(jsonOf(departure), lines.join(QLatin1Char('\n')));
}

int openDepartures(AdminSession &admin, const Arguments &arguments, const QList<protocol::NewDeparture> &cases,
                   const Output &output)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto atOnce = std::count_if(cases.cbegin(), cases.cend(), [&](const protocol::NewDeparture &wanted) {
        return (wanted.effectiveAt.isValid() ? wanted.effectiveAt : wanted.departedAt) <= now ||
               policy::revocationDeadline(wanted.departedAt) <= now;
    });
    if (const Result<void> agreed = confirmed(
            arguments, QStringLiteral("%1 cases are opened; the access of %2 people ends at once, of %3 later.")
                           .arg(cases.size())
                           .arg(atOnce)
                           .arg(cases.size() - atOnce));
        !agreed)
        return output.fail(agreed.error());
    using Cases = QList<Departure>;
    const Result<Cases> opened = await<Cases>(
        [&](QObject *context, Callback<Cases> done) { admin.departures().open(cases, context, std::move(done)); });
    if (!opened) return output.fail(opened.error());
    giveDepartures(*opened, output);
    return 0;
}

}  // namespace lw::ctl
