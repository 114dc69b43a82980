// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demohistory.h"

#include "core/policy/sessionexpiry.h"
#include "server/store/identifier.h"

#include <algorithm>

namespace lw::server {

namespace {
constexpr int minutesADay = 24 * 60;

Actor backEnd()
{
    return Actor{ActorType::System, {}, QStringLiteral("linewardend")};
}
}  // namespace

DemoHistory::DemoHistory(DemoRandom &random, const QTimeZone &zone, const QDateTime &now, int days)
    : m_random(random),
      m_zone(zone),
      m_now(now.toUTC()),
      m_days(days),
      m_firstDay(now.toTimeZone(zone).date().addDays(1 - days)),
      m_start(m_firstDay.startOfDay(zone).toUTC())
{
}

bool DemoHistory::isWeekend(int day) const
{
    return m_firstDay.addDays(day).dayOfWeek() > Qt::Friday;
}

bool DemoHistory::isMonday(int day) const
{
    return m_firstDay.addDays(day).dayOfWeek() == Qt::Monday;
}

QDateTime DemoHistory::at(int day, int minute, int second) const
{
    const int within = std::clamp(minute, 0, minutesADay - 1);
    return QDateTime(m_firstDay.addDays(day), QTime(within / 60, within % 60, second), m_zone).toUTC();
}

void DemoHistory::add(const QDateTime &time, AuditEvent event)
{
    // Real clocks do not stand on whole seconds.
    const int ms = m_random.below(1000);
    if (time <= m_now) addExactly(std::min(time.addMSecs(ms), m_now), std::move(event));
}

void DemoHistory::addExactly(const QDateTime &exact, AuditEvent event)
{
    if (exact < m_start || exact > m_now) return;
    if (event.kind == EventKind::LoginSucceeded && event.actor.type == ActorType::User) {
        QDateTime &last = m_lastLogin[event.actor.id];
        if (!last.isValid() || last < exact) last = exact;
    }
    event.time = exact;
    event.id = identifierFrom("evt", exact, m_random.seedBytes());
    if (event.source.format.isEmpty()) event.source.format = QStringLiteral("linewardend");
    m_entries.push_back({exact, std::move(event)});
}

void DemoHistory::addSession(const DemoPerson &person, const QDateTime &time, int minutes, const QString &address)
{
    if (time < m_start || time > m_now || (person.leftAt.isValid() && time >= person.leftAt)) return;
    const policy::SessionLimits limits;
    const Origin origin = console(person, address, m_random);
    const Actor actor = actorOf(person);
    if (person.user.mfa == MfaKind::Totp) {
        if (m_random.percent(3))
            add(time.addSecs(-m_random.between(20, 45)),
                event(EventKind::MfaFailed, Outcome::Failure, actor, origin, accountOf(person), "wrong_code"));
        add(time.addSecs(-1), event(EventKind::MfaSucceeded, Outcome::Success, actor, origin, accountOf(person)));
    }
    const ObjectRef session{QStringLiteral("session"), identifierFrom("ses", time, m_random.seedBytes()), {}};
    add(time, event(EventKind::LoginSucceeded, Outcome::Success, actor, origin, session));

    const QDateTime lastUse = time.addSecs(minutes * 60 + m_random.below(60));
    const QDateTime absolute = time.addSecs(limits.absoluteSeconds);
    const QDateTime idle = lastUse.addSecs(limits.idleSeconds + m_random.below(5));
    const bool leaves = m_random.percent(38);
    const QDateTime end = std::min(leaves ? lastUse : idle, absolute);
    for (const QDateTime &cut : {person.leftAt, person.reassignedAt}) {
        if (!cut.isValid() || time >= cut || end <= cut) continue;
        ObjectRef object = session;
        object.name = person.user.login;
        // A millisecond after the account, in the same transaction.
        addExactly(cut.addMSecs(1), event(EventKind::SessionRevoked, Outcome::Success, backEnd(), Origin(), object,
                                          cut == person.leftAt ? "departure" : "reassignment"));
        ++m_revoked[person.user.id];
        return;
    }
    if (end > m_now) {
        m_open.push_back({session.id, person.user.id, time, std::min(lastUse, m_now), origin});
        return;
    }
    if (end == absolute)
        add(end, event(EventKind::SessionExpired, Outcome::Success, actor, origin, session, "absolute"));
    else if (leaves)
        add(end, event(EventKind::Logout, Outcome::Success, actor, origin, session));
    else
        add(end, event(EventKind::SessionExpired, Outcome::Success, actor, origin, session, "idle"));
}

void DemoHistory::addFailure(const DemoPerson &person, const QDateTime &time, const QString &address)
{
    add(time, event(EventKind::LoginFailed, Outcome::Failure, actorOf(person), console(person, address, m_random),
                    accountOf(person), "wrong_password"));
}

std::vector<AuditEvent> DemoHistory::takeEvents()
{
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const Entry &a, const Entry &b) { return a.time < b.time; });
    std::vector<AuditEvent> events;
    events.reserve(m_entries.size());
    for (Entry &entry : m_entries)
        events.push_back(std::move(entry.event));
    m_entries.clear();
    return events;
}

AuditEvent DemoHistory::event(EventKind kind, Outcome outcome, const Actor &actor, const Origin &origin,
                              const ObjectRef &object, const char *reason)
{
    AuditEvent event;
    event.kind = kind;
    event.outcome = outcome;
    event.actor = actor;
    event.origin = origin;
    event.object = object;
    event.reason = QLatin1String(reason);
    return event;
}

Actor DemoHistory::actorOf(const DemoPerson &person)
{
    return Actor{ActorType::User, person.user.id, person.user.login};
}

ObjectRef DemoHistory::accountOf(const DemoPerson &person)
{
    return ObjectRef{QStringLiteral("account"), person.user.id, person.user.login};
}

Origin DemoHistory::console(const DemoPerson &person, const QString &address, DemoRandom &random)
{
    return Origin{address, static_cast<quint16>(random.between(49152, 65535)), QStringLiteral("console"), person.agent};
}

}  // namespace lw::server
