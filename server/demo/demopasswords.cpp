// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demopasswords.h"

#include <array>

namespace lw::server {

namespace {

// Ages in days under the default policy (90 days, first warning 14 days before). With the time of day, an age may be
// most of a day more or less than its number: each keeps that far from the edges of its state.
constexpr int freshLeast = 1;
constexpr int freshMost = 72;
constexpr std::array<int, 9> dueSoonAges{77, 78, 80, 81, 83, 84, 86, 87, 88};
constexpr std::array<int, 5> overdueAges{92, 97, 104, 118, 141};
constexpr std::array<int, 3> exemptAges{130, 210, 305};
constexpr std::array<const char *, 3> exemptReasons{"Parental leave, changes on return",
                                                    "Waits for the security key roll-out, phase 2",
                                                    "Long assignment abroad, agreed with the security officer"};
constexpr std::array<int, 3> exemptDays{20, 45, 75};

struct Counters {
    size_t fresh = 0, dueSoon = 0, overdue = 0, exempt = 0;
};

QDateTime workingTime(DemoHistory &history, int daysAgo)
{
    const int day = history.days() - 1 - daysAgo;
    return history.at(day, history.random().between(9 * 60 + 30, 16 * 60 + 30), history.random().below(60));
}

QDateTime changeOf(DemoHistory &history, DemoPerson &person, Counters &counters)
{
    switch (person.password) {
        case DemoPassword::Fresh: {
            const size_t k = counters.fresh++;
            int age = freshLeast + static_cast<int>(k * (freshMost - freshLeast) / 40);
            if (person.leftAt.isValid()) age = static_cast<int>(person.leftAt.daysTo(history.now())) + 14;
            return workingTime(history, age);
        }
        case DemoPassword::DueSoon: return workingTime(history, dueSoonAges[counters.dueSoon++ % dueSoonAges.size()]);
        case DemoPassword::Due: return history.now().addDays(-89).addSecs(-10 * 3600);
        case DemoPassword::Overdue: return workingTime(history, overdueAges[counters.overdue++ % overdueAges.size()]);
        case DemoPassword::Exempt: {
            const size_t k = counters.exempt++ % exemptAges.size();
            person.user.exemption =
                RotationExemption{QLatin1String(exemptReasons[k]), history.now().addDays(exemptDays[k])};
            return workingTime(history, exemptAges[k]);
        }
        case DemoPassword::NeverSet: break;
    }
    return {};
}

}  // namespace

void addPasswordChanges(DemoHistory &history, std::vector<DemoPerson> &people)
{
    DemoRandom &random = history.random();
    Counters counters;
    for (DemoPerson &person : people) {
        // The log keeps milliseconds; so does the account.
        const QDateTime changed = changeOf(history, person, counters);
        person.user.passwordChangedAt = changed;
        if (!changed.isValid() || changed < history.start()) continue;
        const QString &address = random.percent(person.remotePercent) ? person.homeAddress : person.officeAddress;
        history.addSession(person, changed.addSecs(-random.between(90, 400)), random.between(12, 60), address);
        const Origin origin = DemoHistory::console(person, address, random);
        if (random.percent(20))
            history.add(
                changed.addSecs(-random.between(20, 60)),
                DemoHistory::event(EventKind::PasswordChangeFailed, Outcome::Failure, DemoHistory::actorOf(person),
                                   origin, DemoHistory::accountOf(person), random.percent(60) ? "too_weak" : "reused"));
        history.addExactly(
            changed, DemoHistory::event(EventKind::PasswordChanged, Outcome::Success, DemoHistory::actorOf(person),
                                        origin, DemoHistory::accountOf(person)));
    }
}

}  // namespace lw::server
