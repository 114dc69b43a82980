// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/departures/departurewords.h"

#include "ui/common/momentedit.h"
#include "ui/common/words.h"

namespace lw::ui {

namespace {

using policy::RevocationState;
using policy::RevocationVerdict;

constexpr qint64 minute = 60, hour = 60 * minute, day = 24 * hour;
constexpr qint64 soon = 6 * hour;

/// Since the departure: the 24 hours, and what went beyond them.
qint64 breachSeconds(const RevocationVerdict &verdict)
{
    return verdict.state == RevocationState::Late ? verdict.secondsToRevoke
                                                  : policy::revocationHours * hour - verdict.secondsLeft;
}

QString hoursWords(qint64 seconds)
{
    return seconds < 72 * hour ? DepartureWords::tr("%1 h").arg(seconds / hour) : durationWords(seconds);
}

QString counted(std::optional<int> count, const QString &known, const QString &unknown)
{
    return count ? known : unknown;
}

}  // namespace

QString departureKindWords(DepartureKind kind)
{
    switch (kind) {
        case DepartureKind::Departure: return DepartureWords::tr("leaves");
        case DepartureKind::Reassignment: return DepartureWords::tr("changes duties");
    }
    return {};
}

QString departureStateWords(DepartureState state)
{
    switch (state) {
        case DepartureState::Scheduled: return DepartureWords::tr("scheduled");
        case DepartureState::Executed: return DepartureWords::tr("proof due");
        case DepartureState::Proved: return DepartureWords::tr("proved");
        case DepartureState::ProofFailed: return DepartureWords::tr("proof failed");
        case DepartureState::Cancelled: return DepartureWords::tr("withdrawn");
    }
    return {};
}

Tone departureStateTone(DepartureState state)
{
    switch (state) {
        case DepartureState::Scheduled: return Tone::Accent;
        case DepartureState::Executed: return Tone::Warning;
        case DepartureState::Proved: return Tone::Good;
        case DepartureState::ProofFailed: return Tone::Bad;
        case DepartureState::Cancelled: return Tone::Neutral;
    }
    return Tone::Neutral;
}

QString probeWords(const QString &what)
{
    if (what == QLatin1String("login")) return DepartureWords::tr("Sign-in");
    if (what == QLatin1String("sessions")) return DepartureWords::tr("Sessions");
    if (what == QLatin1String("tokens")) return DepartureWords::tr("Tokens");
    if (what == QLatin1String("devices")) return DepartureWords::tr("Devices");
    if (what == QLatin1String("roles")) return DepartureWords::tr("Roles");
    return what;
}

QString departureName(const Departure &departure)
{
    return departure.displayName.isEmpty() ? departure.login : departure.displayName;
}

QString durationWords(qint64 seconds)
{
    if (seconds < minute) return DepartureWords::tr("under a minute");
    if (seconds < hour) return DepartureWords::tr("%1 min").arg(seconds / minute);
    if (seconds < 2 * day) {
        const qint64 rest = seconds % hour / minute;
        return rest ? DepartureWords::tr("%1 h %2 min").arg(seconds / hour).arg(rest)
                    : DepartureWords::tr("%1 h").arg(seconds / hour);
    }
    const qint64 rest = seconds % day / hour;
    return rest ? DepartureWords::tr("%1 d %2 h").arg(seconds / day).arg(rest)
                : DepartureWords::tr("%1 d").arg(seconds / day);
}

QString clockWords(const Departure &departure, const QDateTime &now)
{
    const RevocationVerdict verdict = policy::revocationVerdict(departure, now);
    switch (verdict.state) {
        case RevocationState::Waiting:
            return DepartureWords::tr("leaves in %1").arg(durationWords(now.secsTo(departure.departedAt)));
        case RevocationState::Running: return DepartureWords::tr("%1 left").arg(durationWords(verdict.secondsLeft));
        case RevocationState::Overdue:
        case RevocationState::Late: return DepartureWords::tr("breach: %1").arg(hoursWords(breachSeconds(verdict)));
        case RevocationState::InTime:
            return verdict.secondsToRevoke == 0
                       ? DepartureWords::tr("revoked beforehand")
                       : DepartureWords::tr("revoked in %1").arg(durationWords(verdict.secondsToRevoke));
        case RevocationState::Withdrawn: return DepartureWords::tr("no clock");
    }
    return {};
}

Tone clockTone(const Departure &departure, const QDateTime &now)
{
    const RevocationVerdict verdict = policy::revocationVerdict(departure, now);
    switch (verdict.state) {
        case RevocationState::Running: return verdict.secondsLeft <= soon ? Tone::Warning : Tone::Accent;
        case RevocationState::Overdue:
        case RevocationState::Late: return Tone::Bad;
        case RevocationState::InTime: return Tone::Good;
        case RevocationState::Waiting:
        case RevocationState::Withdrawn: break;
    }
    return Tone::Neutral;
}

QString clockSentence(const Departure &departure, const QDateTime &now)
{
    const RevocationVerdict verdict = policy::revocationVerdict(departure, now);
    switch (verdict.state) {
        case RevocationState::Waiting: return DepartureWords::tr("The 24 hours begin with the departure.");
        case RevocationState::Running: return DepartureWords::tr("of the 24 hours in which access must end.");
        case RevocationState::Overdue:
            return DepartureWords::tr("since the departure, and access has not ended. 24 h are allowed.");
        case RevocationState::Late:
            return DepartureWords::tr("from the departure until access ended. 24 h were allowed.");
        case RevocationState::InTime:
            return verdict.secondsToRevoke == 0 ? DepartureWords::tr("Access ended before the person left.")
                                                : DepartureWords::tr("from the departure, within the 24 hours.");
        case RevocationState::Withdrawn: return DepartureWords::tr("Withdrawn before it was carried out.");
    }
    return {};
}

bool needsAction(const Departure &departure, const QDateTime &now)
{
    return departure.state == DepartureState::ProofFailed ||
           policy::revocationVerdict(departure, now).state == RevocationState::Overdue;
}

qint64 urgency(const Departure &departure, const QDateTime &now)
{
    constexpr qint64 step = 100'000'000'000;  // seconds: more than any two instants are apart
    const qint64 at = departure.departedAt.toSecsSinceEpoch();
    if (needsAction(departure, now)) return at;
    switch (policy::revocationVerdict(departure, now).state) {
        case RevocationState::Running:
        case RevocationState::Overdue: return step + at;
        case RevocationState::Waiting: return 2 * step + at;
        case RevocationState::InTime:
        case RevocationState::Late: return 4 * step - departure.executedAt.toSecsSinceEpoch();
        case RevocationState::Withdrawn: break;
    }
    return 6 * step - at;
}

QString effectWords(const DepartureEffect &effect, const QTimeZone &zone, const QDateTime &now)
{
    const bool atOnce = !effect.effectiveAt.isValid() || effect.effectiveAt <= now;
    const QString sessions =
        counted(effect.sessions, DepartureWords::tr("%n live session(s) end", nullptr, effect.sessions.value_or(0)),
                DepartureWords::tr("all live sessions end"));
    const QString devices = counted(
        effect.devices, DepartureWords::tr("%n device(s) lose their registration", nullptr, effect.devices.value_or(0)),
        DepartureWords::tr("all devices lose their registration"));
    QString text;
    if (effect.kind == DepartureKind::Departure)
        text = atOnce ? DepartureWords::tr("At once, in one step: %1 can no longer sign in, %2, %3.")
                            .arg(effect.name, sessions, devices)
                      : DepartureWords::tr("%4, in one step: %1 can no longer sign in, %2, %3.")
                            .arg(effect.name, sessions, devices, zonedTime(effect.effectiveAt, zone));
    else {
        const QString roles =
            DepartureWords::tr("%1 become %2").arg(rolesWords(effect.roles), rolesWords(effect.newRoles));
        text = atOnce
                   ? DepartureWords::tr("At once, in one step: the roles %1, and %2. The account and its devices stay.")
                         .arg(roles, sessions)
                   : DepartureWords::tr("%3, in one step: the roles %1, and %2. The account and its devices stay.")
                         .arg(roles, sessions, zonedTime(effect.effectiveAt, zone));
    }
    if (!atOnce)
        text += QLatin1Char(' ') +
                DepartureWords::tr("The numbers are those of now. The back end does it whether or not a console runs.");
    if (effect.breach)
        text += QLatin1Char(' ') + DepartureWords::tr("The 24 hours are over already: this case counts as a breach.");
    return text;
}

QString wayBackWords(const DepartureEffect &effect, const QDateTime &now)
{
    if (effect.effectiveAt.isValid() && effect.effectiveAt > now)
        return DepartureWords::tr("The way back: until then, Withdraw on this page leaves everything as it is.");
    return effect.kind == DepartureKind::Departure
               ? DepartureWords::tr(
                     "The way back: enable the person on the page People and give the roles again; each "
                     "device needs a new secret.")
               : DepartureWords::tr("The way back: give the former roles again on the page People.");
}

QString leaverProblemWords(const QString &problem)
{
    const auto is = [&problem](const char *word) { return problem == QLatin1String(word); };
    if (is("nothing_named")) return DepartureWords::tr("names nobody");
    if (is("no_such_date")) return DepartureWords::tr("there is no such date");
    if (is("ambiguous_date")) return DepartureWords::tr("day or month first? Write 2026-12-31");
    if (is("unreadable_date")) return DepartureWords::tr("the date cannot be read. Write 2026-12-31");
    if (is("contradiction")) return DepartureWords::tr("login, e-mail and name belong to different people");
    if (is("named_before")) return DepartureWords::tr("an earlier line names the same person");
    if (is("several")) return DepartureWords::tr("several people fit");
    if (is("only_name")) return DepartureWords::tr("only the name fits");
    if (is("only_alike")) return DepartureWords::tr("somebody only looks alike");
    QString plain = problem;
    return plain.replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString candidateWords(const QString &why)
{
    if (why == QLatin1String("login")) return DepartureWords::tr("the login name is the same");
    if (why == QLatin1String("email")) return DepartureWords::tr("the e-mail address is the same");
    if (why == QLatin1String("name")) return DepartureWords::tr("the name is the same");
    if (why == QLatin1String("looks_alike")) return DepartureWords::tr("it looks alike");
    QString plain = why;
    return plain.replace(QLatin1Char('_'), QLatin1Char(' '));
}

}  // namespace lw::ui
