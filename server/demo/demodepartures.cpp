// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/revocation.h"
#include "core/protocol/departure.h"
#include "server/auth/authevents.h"
#include "server/demo/demoaccess.h"
#include "server/revocation/departureevents.h"
#include "server/store/identifier.h"

#include <QJsonArray>

namespace lw::server {

namespace {

QJsonObject accountView(const User &user)
{
    return {{QStringLiteral("status"), QString(userStatusName(user.status))},
            {QStringLiteral("roles"), QJsonArray::fromStringList(user.roles)}};
}

QString counted(int count, const char *one, const char *many)
{
    return QStringLiteral("%1 %2").arg(count).arg(QLatin1String(count == 1 ? one : many));
}

struct Cases {
    DemoHistory &history;
    const DemoPerson &officer;
    DemoAccess &access;

    QByteArray kindName(const Departure &departure) const
    {
        const QLatin1String name = departureKindName(departure.kind);
        return QByteArray(name.data(), name.size());
    }

    Departure open(const DemoPerson &person, DepartureKind kind, const QDateTime &departedAt,
                   const QDateTime &createdAt, const char *reason, const QStringList &newRoles = {})
    {
        Departure departure;
        departure.id = identifierFrom("dep", createdAt, history.random().seedBytes());
        departure.userId = person.user.id;
        departure.login = person.user.login;
        departure.displayName = person.user.displayName;
        departure.kind = kind;
        departure.departedAt = departedAt;
        departure.effectiveAt = std::max(departedAt, createdAt);
        departure.newRoles = newRoles;
        departure.reason = QString::fromUtf8(reason);
        departure.createdAt = createdAt;
        departure.createdBy = officer.user.login;
        return departure;
    }
    void writeOpening(const Departure &departure)
    {
        history.addSession(officer, departure.createdAt.addSecs(-history.random().between(60, 400)), 25,
                           officer.officeAddress);
        AuditEvent event =
            DemoHistory::event(EventKind::DepartureOpened, Outcome::Success, DemoHistory::actorOf(officer),
                               DemoHistory::console(officer, officer.officeAddress, history.random()),
                               departureRef(departure), kindName(departure).constData());
        event.after = departureView(departure);
        history.addExactly(departure.createdAt, std::move(event));
    }

    /// The account as it is afterwards, the event, and what was ended with it.
    void execute(Departure &departure, DemoPerson &person, const QDateTime &at)
    {
        AuditEvent event = DemoHistory::event(EventKind::AccessRevoked, Outcome::Success, backEndItself(), Origin(),
                                              DemoHistory::accountOf(person), kindName(departure).constData());
        event.detail = QStringLiteral("%1, opened by %2").arg(departure.id, departure.createdBy);
        User before = person.user;
        before.status = UserStatus::Active;
        event.before = accountView(before);
        if (departure.kind == DepartureKind::Departure) {
            person.user.status = UserStatus::Disabled;
            person.user.disabledAt = at;
            for (const Device &device : std::as_const(access.devices))
                departure.devicesRevoked += device.userId == person.user.id && device.revokedAt == at;
        } else {
            person.user.roles = departure.newRoles;
        }
        event.after = accountView(person.user);
        history.addExactly(at, std::move(event));
        departure.executedAt = at;
        departure.sessionsEnded = history.revokedSessions(person.user.id);
        departure.state = DepartureState::Executed;
    }

    void prove(Departure &departure, const DemoPerson &person)
    {
        const QDateTime at = departure.executedAt.addMSecs(history.random().between(700, 1900));
        const auto passed = [&](const char *what, const QString &detail) {
            departure.probes.append({QLatin1String(what), true, detail, at});
        };
        const bool leaves = departure.kind == DepartureKind::Departure;
        if (leaves)
            passed("login", QStringLiteral("A sign-in is refused whatever the password: the account is disabled."));
        else
            passed("roles", QStringLiteral("The account has the roles %1 and no other.")
                                .arg(person.user.roles.join(QLatin1String(", "))));
        const int ended = departure.sessionsEnded;
        passed("sessions",
               QStringLiteral("%1 ended; none is left.").arg(counted(ended, "session was", "sessions were")));
        passed("tokens", ended == 0
                             ? QStringLiteral("No session was open, so that there is no token to try.")
                             : QStringLiteral("%1 tried and refused.").arg(counted(ended, "token was", "tokens were")));
        if (leaves)
            passed("devices", QStringLiteral("%1 revoked; a registration is refused, and none is left.")
                                  .arg(counted(departure.devicesRevoked, "device is", "devices are")));
        departure.provedAt = at;
        departure.state = DepartureState::Proved;
        AuditEvent event = DemoHistory::event(EventKind::RevocationProved, Outcome::Success, backEndItself(), Origin(),
                                              departureRef(departure), kindName(departure).constData());
        QStringList found;
        for (const ProbeResult &probe : std::as_const(departure.probes))
            found.append(probe.what + QStringLiteral(": ") + probe.detail);
        event.detail = found.join(QLatin1Char(' '));
        event.after = protocol::toJsonObject(departure);
        history.addExactly(at, std::move(event));
    }

    /// One that was carried out at `at`.
    void done(DemoPerson &person, DepartureKind kind, const QDateTime &departedAt, const QDateTime &createdAt,
              const QDateTime &at, const char *reason, const QStringList &newRoles = {})
    {
        Departure departure = open(person, kind, departedAt, createdAt, reason, newRoles);
        departure.effectiveAt = std::min(departure.effectiveAt, at);
        writeOpening(departure);
        execute(departure, person, at);
        prove(departure, person);
        access.departures.append(departure);
    }
    void scheduled(const DemoPerson &person, const QDateTime &departedAt, const QDateTime &effectiveAt,
                   const QDateTime &createdAt, const char *reason)
    {
        Departure departure = open(person, DepartureKind::Departure, departedAt, createdAt, reason);
        departure.effectiveAt = effectiveAt;
        writeOpening(departure);
        access.departures.append(departure);
    }
    /// Somebody tries to come back the morning after.
    void comesBack(const DemoPerson &person)
    {
        const QDateTime time = person.leftAt.addSecs(15 * 3600 + history.random().between(60, 3000));
        history.add(time, DemoHistory::event(EventKind::LoginRefused, Outcome::Failure, DemoHistory::actorOf(person),
                                             DemoHistory::console(person, person.homeAddress, history.random()),
                                             DemoHistory::accountOf(person), "account_disabled"));
    }
};

}  // namespace

void addDepartures(DemoHistory &history, std::vector<DemoPerson> &people, DemoAccess &access)
{
    Cases cases{history, personNamed(people, "grace.adeyemi"), access};
    const auto leaves = DepartureKind::Departure;
    const QDateTime now = history.now();

    DemoPerson &joseph = personNamed(people, "joseph.abara");
    cases.done(joseph, leaves, joseph.leftAt.addMSecs(-joseph.leftAt.time().msec()), joseph.leftAt.addDays(-6),
               joseph.leftAt, "Resigned, last day agreed");
    cases.comesBack(joseph);
    DemoPerson &mateusz = personNamed(people, "mateusz.lewandowicz");
    cases.done(mateusz, leaves, mateusz.leftAt.addSecs(-3 * 3600), mateusz.leftAt, mateusz.leftAt,
               "Dismissed; reported by his manager the same afternoon");
    // Told of too late: the clock ran from the day on which he left, not from when somebody noticed.
    DemoPerson &jamal = personNamed(people, "jamal.whitaker");
    cases.done(jamal, leaves, jamal.leftAt.addDays(-2).addSecs(-16 * 3600), jamal.leftAt, jamal.leftAt,
               "Contract ended; Sales told us two days later");
    DemoPerson &chinedu = personNamed(people, "chinedu.obi");
    cases.done(chinedu, DepartureKind::Reassignment, chinedu.reassignedAt.addMSecs(-chinedu.reassignedAt.time().msec()),
               chinedu.reassignedAt.addDays(-3), chinedu.reassignedAt, "Moves to the project office",
               {QStringLiteral("user")});

    // Left this morning, and may look up his last shift until the afternoon.
    cases.scheduled(personNamed(people, "william.trevanion"), now.addSecs(-3 * 3600), now.addSecs(2 * 3600),
                    now.addSecs(-2 * 3600 - 1200), "Leaves Operations; hands the shift over");
    const QDateTime last = history.at(history.days() - 1 + 9, 17 * 60 + 30);
    cases.scheduled(personNamed(people, "keiko.arakawa"), last, last, now.addDays(-2).addSecs(-1700),
                    "Fixed-term contract ends");
}

}  // namespace lw::server
