// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/departures/departuredetail.h"

#include "ui/common/detailpanel.h"
#include "ui/common/momentedit.h"
#include "ui/common/styling.h"
#include "ui/common/theme.h"
#include "ui/common/timetext.h"
#include "ui/common/words.h"
#include "ui/departures/departurewords.h"

#include <QBoxLayout>

namespace lw::ui {

DepartureClock::DepartureClock(Departure departure, const QDateTime &now, QWidget *parent)
    : QWidget(parent), m_departure(std::move(departure)), m_clock(new QLabel), m_sentence(new QLabel)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(2);
    m_clock->setObjectName(QStringLiteral("departureClock"));
    m_clock->setFont(Theme::current().font(FontRole::Title));
    m_clock->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("departureClockSentence"));
    m_sentence->setWordWrap(true);
    setRole(m_sentence, LabelRole::Secondary);
    column->addWidget(m_clock);
    column->addWidget(m_sentence);
    connect(&Theme::current(), &Theme::changed, this, [this] { say(m_now); });
    say(now);
}

void DepartureClock::tick(const QDateTime &now)
{
    if (clockWords(m_departure, now) == m_clock->text()) {
        m_now = now;
        return;
    }
    say(now);
}

void DepartureClock::say(const QDateTime &now)
{
    m_now = now;
    const Tone tone = clockTone(m_departure, now);
    const Tokens &t = Theme::current().tokens();
    m_clock->setText(clockWords(m_departure, now));
    m_clock->setStyleSheet(QStringLiteral("color:%1").arg((tone == Tone::Neutral ? t.text : t.strong(tone)).name()));
    m_sentence->setText(clockSentence(m_departure, now));
    setAccessibleName(m_clock->text() + QLatin1Char(' ') + m_sentence->text());
}

namespace {

void showProof(DetailPanel &panel, const Departure &departure)
{
    panel.addSection(DepartureWords::tr("Proof"));
    if (departure.probes.isEmpty()) {
        panel.addText(
            departure.executedAt.isValid()
                ? DepartureWords::tr("The back end has yet to try everything once more.")
                : DepartureWords::tr("Once access has ended the back end tries everything once more and keeps "
                                     "what happened here."));
        return;
    }
    for (const ProbeResult &probe : departure.probes) {
        panel.addPillLine(
            probe.passed ? DepartureWords::tr("passed") : DepartureWords::tr("failed"),
            probe.passed ? Tone::Good : Tone::Bad,
            DepartureWords::tr("%1: %2 Tried %3.").arg(probeWords(probe.what), probe.detail, fullTime(probe.at)));
    }
}

}  // namespace

DepartureClock *fillDeparturePanel(DetailPanel &panel, const Departure &departure, const QTimeZone &zone,
                                   const QDateTime &now)
{
    panel.clear();
    panel.setTitle(departureName(departure),
                   DepartureWords::tr("%1 · %2").arg(departure.login, departureKindWords(departure.kind)));
    panel.addPill(departureStateWords(departure.state), departureStateTone(departure.state));
    if (policy::revocationVerdict(departure, now).breach) panel.addPill(DepartureWords::tr("breach"), Tone::Bad);
    auto *clock = new DepartureClock(departure, now);
    panel.addWidget(clock);

    panel.addField(
        departure.kind == DepartureKind::Departure ? DepartureWords::tr("Leaves") : DepartureWords::tr("Changes"),
        zonedTime(departure.departedAt, zone));
    panel.addField(DepartureWords::tr("Deadline"), zonedTime(policy::revocationDeadline(departure.departedAt), zone));
    if (departure.state == DepartureState::Scheduled)
        panel.addField(DepartureWords::tr("Access ends"), zonedTime(departure.effectiveAt, zone));
    if (departure.executedAt.isValid()) {
        panel.addField(DepartureWords::tr("Ended"), zonedTime(departure.executedAt, zone));
        panel.addField(DepartureWords::tr("Sessions"),
                       DepartureWords::tr("%n ended", nullptr, departure.sessionsEnded));
        if (departure.kind == DepartureKind::Departure)
            panel.addField(DepartureWords::tr("Devices"),
                           DepartureWords::tr("%n revoked", nullptr, departure.devicesRevoked));
    }
    if (departure.kind == DepartureKind::Reassignment)
        panel.addField(DepartureWords::tr("New roles"), rolesWords(departure.newRoles));
    if (!departure.reason.isEmpty()) panel.addField(DepartureWords::tr("Reason"), departure.reason);
    panel.addField(DepartureWords::tr("Opened"),
                   DepartureWords::tr("%1 by %2").arg(zonedTime(departure.createdAt, zone), departure.createdBy));
    panel.addLinkField(DepartureWords::tr("Log"), DepartureWords::tr("Events of %1").arg(departure.login),
                       QLatin1String(departureEventsLink));
    showProof(panel, departure);
    return clock;
}

}  // namespace lw::ui
