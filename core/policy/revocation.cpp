// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/revocation.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace lw::policy {

namespace {

const auto ownerRole = QStringLiteral("owner");

Error bad(const char *field, const QString &what)
{
    return makeError(Errc::InvalidInput, what, QLatin1String(field));
}

/// Begun seconds: a deadline 1 ms away has 1 second left.
qint64 begunSeconds(qint64 ms)
{
    return ms > 0 ? (ms + 999) / 1000 : ms / 1000;
}

Result<void> judgeRoles(const DepartureWish &wish, const DepartureFacts &facts)
{
    if (wish.kind == DepartureKind::Departure) {
        if (wish.newRoles.isEmpty()) return {};
        return bad("newRoles",
                   QStringLiteral("Who departs gets no new roles. Leave them out, or make it a reassignment."));
    }
    if (wish.newRoles.isEmpty())
        return bad("newRoles", QStringLiteral("Name the roles that the person has from then on."));
    for (const QString &role : wish.newRoles)
        if (!facts.knownRoles.contains(role))
            return bad("newRoles", QStringLiteral("There is no role “%1”.").arg(role));
    const QSet<QString> next(wish.newRoles.begin(), wish.newRoles.end());
    if (next.size() != wish.newRoles.size()) return bad("newRoles", QStringLiteral("A role is named twice."));
    if (next == QSet<QString>(facts.user.roles.begin(), facts.user.roles.end()))
        return bad("newRoles", QStringLiteral("The person has exactly these roles already."));
    return {};
}

}  // namespace

QDateTime revocationDeadline(const QDateTime &departedAt)
{
    return departedAt.toUTC().addSecs(qint64(revocationHours) * 3600);
}

bool takesOwnership(const User &user, DepartureKind kind, const QStringList &newRoles)
{
    return user.roles.contains(ownerRole) && (kind == DepartureKind::Departure || !newRoles.contains(ownerRole));
}

Result<NewDepartureVerdict> judgeNewDeparture(const DepartureWish &wish, const DepartureFacts &facts,
                                              const QDateTime &nowUtc)
{
    if (!wish.departedAt.isValid()) return bad("departedAt", QStringLiteral("Say when the person leaves."));
    const QDateTime departed = wish.departedAt.toUTC();
    if (departed < nowUtc.addYears(-departureYearsMost) || departed > nowUtc.addYears(departureYearsMost))
        return bad("departedAt",
                   QStringLiteral("The departure is more than %1 years away. Check the year.").arg(departureYearsMost));
    if (Result<void> roles = judgeRoles(wish, facts); !roles) return roles.error();
    if (facts.openCase)
        return makeError(Errc::Conflict,
                         QStringLiteral("“%1” has an open departure already. Withdraw it first.").arg(facts.user.login),
                         QStringLiteral("userId"));
    if (takesOwnership(facts.user, wish.kind, wish.newRoles) && facts.lastOwner)
        return makeError(
            Errc::Conflict,
            QStringLiteral("“%1” is the last owner, and a customer without one can not be administered. Give "
                           "somebody else the role first.")
                .arg(facts.user.login),
            QStringLiteral("userId"));

    const QDateTime deadline = revocationDeadline(departed);
    if (nowUtc > deadline) return NewDepartureVerdict{nowUtc, true};
    const QDateTime wished = wish.effectiveAt.isValid() ? wish.effectiveAt.toUTC() : departed;
    if (wished > deadline)
        return bad("effectiveAt",
                   QStringLiteral("Access must end within %1 hours of the departure.").arg(revocationHours));
    return NewDepartureVerdict{std::max(wished, nowUtc), false};
}

RevocationVerdict revocationVerdict(const Departure &departure, const QDateTime &nowUtc)
{
    RevocationVerdict verdict;
    verdict.deadline = revocationDeadline(departure.departedAt);
    if (departure.state == DepartureState::Cancelled) {
        verdict.state = RevocationState::Withdrawn;
        return verdict;
    }
    if (departure.executedAt.isValid()) {
        verdict.secondsToRevoke = std::max<qint64>(0, begunSeconds(departure.departedAt.msecsTo(departure.executedAt)));
        verdict.state = departure.executedAt > verdict.deadline ? RevocationState::Late : RevocationState::InTime;
        verdict.breach = verdict.state == RevocationState::Late;
        return verdict;
    }
    verdict.secondsLeft = begunSeconds(nowUtc.msecsTo(verdict.deadline));
    if (nowUtc > verdict.deadline)
        verdict.state = RevocationState::Overdue;
    else
        verdict.state = nowUtc < departure.departedAt ? RevocationState::Waiting : RevocationState::Running;
    verdict.breach = verdict.state == RevocationState::Overdue;
    return verdict;
}

QLatin1String revocationStateName(RevocationState state)
{
    constexpr std::array<QLatin1String, 6> names{QLatin1String("waiting"), QLatin1String("running"),
                                                 QLatin1String("overdue"), QLatin1String("in_time"),
                                                 QLatin1String("late"),    QLatin1String("withdrawn")};
    return names[static_cast<size_t>(state)];
}

RevocationSummary revocationSummary(const QList<Departure> &departures, const QDateTime &nowUtc)
{
    RevocationSummary summary;
    QList<qint64> times;
    for (const Departure &departure : departures) {
        const RevocationVerdict verdict = revocationVerdict(departure, nowUtc);
        if (verdict.state == RevocationState::Withdrawn) continue;
        ++summary.cases;
        summary.breaches += verdict.breach;
        summary.proved += departure.state == DepartureState::Proved;
        if (departure.executedAt.isValid())
            times.append(verdict.secondsToRevoke);
        else
            ++summary.open;
    }
    if (times.isEmpty()) return summary;
    std::sort(times.begin(), times.end());
    const qsizetype middle = times.size() / 2;
    summary.medianSeconds = times.size() % 2 ? times[middle] : (times[middle - 1] + times[middle]) / 2;
    summary.worstSeconds = times.last();
    return summary;
}

}  // namespace lw::policy
