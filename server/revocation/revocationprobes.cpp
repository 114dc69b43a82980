// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/revocation/revocationprobes.h"

#include "server/store/devicetable.h"
#include "server/store/usertable.h"

#include <QSet>

#include <algorithm>

namespace lw::server {

namespace {

QString counted(qsizetype count, const char *one, const char *many)
{
    return QStringLiteral("%1 %2").arg(count).arg(QLatin1String(count == 1 ? one : many));
}

}  // namespace

RevocationProbes::RevocationProbes(Database &database, const Clock &clock, Sessions &sessions, SignIn &signIn,
                                   RegistrationService &registrations)
    : m_database(database), m_clock(clock), m_sessions(sessions), m_signIn(signIn), m_registrations(registrations)
{
}

ProbeResult RevocationProbes::result(const char *what, bool passed, const QString &detail) const
{
    return ProbeResult{QLatin1String(what), passed, detail, m_clock.nowUtc()};
}

Result<QList<ProbeResult>> RevocationProbes::run(const DepartureRow &row) const
{
    using Probe = Result<ProbeResult> (RevocationProbes::*)(const DepartureRow &) const;
    const QList<Probe> ofDeparture{&RevocationProbes::login, &RevocationProbes::sessions, &RevocationProbes::tokens,
                                   &RevocationProbes::devices};
    const QList<Probe> ofReassignment{&RevocationProbes::roles, &RevocationProbes::sessions, &RevocationProbes::tokens};
    QList<ProbeResult> results;
    for (const Probe probe : row.departure.kind == DepartureKind::Departure ? ofDeparture : ofReassignment) {
        Result<ProbeResult> one = (this->*probe)(row);
        if (!one) return one.error();
        results.append(std::move(*one));
    }
    return results;
}

Result<ProbeResult> RevocationProbes::login(const DepartureRow &row) const
{
    const Result<policy::SignIn> standing = m_signIn.standing(row.customerId, row.departure.userId);
    if (!standing) return standing.error();
    const bool closed = *standing == policy::SignIn::Disabled;
    return result("login", closed,
                  closed ? QStringLiteral("A sign-in is refused whatever the password: the account is disabled.")
                         : QStringLiteral("The account is not disabled: a sign-in with the right password is let in."));
}

Result<ProbeResult> RevocationProbes::sessions(const DepartureRow &row) const
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<QList<SessionRow>> open = SessionTable(*connection).ofUser(row.departure.userId);
    if (!open) return open.error();
    // After a reassignment the person signs in anew; only what began before may not live on.
    const bool stays = row.departure.kind == DepartureKind::Reassignment;
    const auto left = std::count_if(open->begin(), open->end(), [&](const SessionRow &session) {
        return !stays || session.createdAt < row.departure.executedAt;
    });
    return result("sessions", left == 0,
                  left == 0 ? QStringLiteral("%1 ended; none is left.")
                                  .arg(counted(row.departure.sessionsEnded, "session was", "sessions were"))
                            : QStringLiteral("%1 still open.").arg(counted(left, "session is", "sessions are")));
}

Result<ProbeResult> RevocationProbes::tokens(const DepartureRow &row) const
{
    // They are forgotten once all were dead: a later try keeps what the last one with them found, and its time.
    if (row.probeTokens.isEmpty() && row.departure.sessionsEnded > 0)
        for (const ProbeResult &earlier : row.departure.probes)
            if (earlier.what == QLatin1String("tokens")) return earlier;
    int alive = 0;
    for (const QByteArray &hash : row.probeTokens) {
        const Result<bool> opens = m_sessions.opens(hash);
        if (!opens) return opens.error();
        alive += *opens;
    }
    if (row.probeTokens.isEmpty())
        return result("tokens", true, QStringLiteral("No session was open, so that there is no token to try."));
    const QString tried = counted(row.probeTokens.size(), "token was", "tokens were");
    return result("tokens", alive == 0,
                  alive == 0 ? QStringLiteral("%1 tried and refused.").arg(tried)
                             : QStringLiteral("%1 tried, and %2 still valid.").arg(tried, counted(alive, "is", "are")));
}

Result<ProbeResult> RevocationProbes::devices(const DepartureRow &row) const
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<QList<Device>> devices =
        DeviceTable(*connection).ofUser(row.customerId, row.departure.userId, m_clock.nowUtc());
    if (!devices) return devices.error();
    if (devices->isEmpty()) return result("devices", true, QStringLiteral("The person had no device."));
    qsizetype open = 0, registered = 0;
    for (const Device &device : *devices) {
        const Result<QString> closed = m_registrations.closed(device.sipUser);
        if (!closed) return closed.error();
        open += closed->isEmpty();
        registered += device.registrations;
    }
    const bool gone = open == 0 && registered == 0;
    return result("devices", gone,
                  gone ? QStringLiteral("%1 revoked; a registration is refused, and none is left.")
                             .arg(counted(devices->size(), "device is", "devices are"))
                       : QStringLiteral("%1 still register, and %2 left.")
                             .arg(counted(open, "device may", "devices may"),
                                  counted(registered, "registration is", "registrations are")));
}

Result<ProbeResult> RevocationProbes::roles(const DepartureRow &row) const
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<User> user = UserTable(*connection).byId(row.customerId, row.departure.userId);
    if (!user) return user.error();
    const QStringList &wanted = row.departure.newRoles;
    const bool same =
        QSet<QString>(user->roles.begin(), user->roles.end()) == QSet<QString>(wanted.begin(), wanted.end());
    return result("roles", same,
                  QStringLiteral("The account has the roles %1").arg(user->roles.join(QLatin1String(", "))) +
                      (same ? QStringLiteral(" and no other.")
                            : QStringLiteral(" where it should have %1.").arg(wanted.join(QLatin1String(", ")))));
}

}  // namespace lw::server
