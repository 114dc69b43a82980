// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demoofficedays.h"

namespace lw::server {

namespace {

bool isThere(const DemoHistory &history, const DemoPerson &person, int day, DemoRandom &random)
{
    if (person.password == DemoPassword::NeverSet || person.idle) return false;
    if (day >= person.absentFrom && day < person.absentFrom + person.absentDays) return false;
    if (history.isWeekend(day)) return person.weekends && random.percent(14);
    return random.percent(94);
}

void addDay(DemoHistory &history, const DemoPerson &person, int day)
{
    DemoRandom &random = history.random();
    const QString &address = random.percent(person.remotePercent) ? person.homeAddress : person.officeAddress;
    const int arrival = person.startMinute + random.around(22);
    const QDateTime first = history.at(day, arrival, random.below(60));
    if (person.leftAt.isValid() && first >= person.leftAt) return;
    if (random.percent(8)) history.addFailure(person, first.addSecs(-random.between(8, 40)), address);
    // A few leave the console open all day and meet the absolute end.
    const int use = random.percent(2) ? 13 * 60 : random.between(10, 190);
    history.addSession(person, first, use, address);
    if (random.percent(62)) {
        const int afterLunch = std::max(arrival + use + 20, arrival + random.between(240, 320));
        const QDateTime second = history.at(day, afterLunch, random.below(60));
        if (random.percent(4)) history.addFailure(person, second.addSecs(-random.between(8, 40)), address);
        if (afterLunch < person.endMinute)
            history.addSession(person, second, random.between(5, std::max(10, person.endMinute - afterLunch)), address);
    }
    if (random.percent(9))
        history.addSession(person, history.at(day, person.endMinute + random.between(90, 220), random.below(60)),
                           random.between(3, 25), person.homeAddress);
}

Actor phoneOf(const DemoPerson &person)
{
    return Actor{ActorType::Device, {}, QString::number(person.extension)};
}

}  // namespace

void addOfficeDays(DemoHistory &history, const std::vector<DemoPerson> &people)
{
    for (int day = 0; day < history.days(); ++day)
        for (const DemoPerson &person : people)
            if (isThere(history, person, day, history.random())) addDay(history, person, day);
}

void addPhones(DemoHistory &history, const std::vector<DemoPerson> &people)
{
    DemoRandom &random = history.random();
    for (const DemoPerson &person : people) {
        if (person.idle) continue;
        const ObjectRef extension{QStringLiteral("extension"), {}, QString::number(person.extension)};
        for (int day = random.between(0, 3); day < history.days(); day += random.between(2, 5)) {
            // Phones come back after a power saving night, an update or a loose cable.
            const QDateTime time = history.at(day, person.startMinute - random.between(1, 25), random.below(60));
            if (person.leftAt.isValid() && time >= person.leftAt) break;
            const Origin origin{person.phoneAddress, static_cast<quint16>(random.between(5060, 5075)),
                                person.phoneService, person.phoneAgent};
            const auto add = [&](const QDateTime &when, EventKind kind, Outcome outcome, const char *reason) {
                AuditEvent event = DemoHistory::event(kind, outcome, phoneOf(person), origin, extension, reason);
                event.source = EventSource{QStringLiteral("asterisk"), QStringLiteral("pbx1.acme.example")};
                history.add(when, std::move(event));
            };
            if (random.percent(3)) add(time.addSecs(-30), EventKind::LoginFailed, Outcome::Failure, "wrong_password");
            add(time, EventKind::LoginSucceeded, Outcome::Success, "");
        }
    }
}

}  // namespace lw::server
