// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that are reserved for drama (Ofcom), opted in and out, with rules of their own.
#include "core/protocol/callguard.h"
#include "server/auth/authevents.h"
#include "server/callguard/guardevents.h"
#include "server/demo/demoaccess.h"
#include "server/demo/demopeople.h"

#include <algorithm>

namespace lw::server {

namespace {

constexpr int addedDaysAgo = 62;
constexpr int settledDaysAgo = 33;

struct Wanted {
    const char *number, *label, *department;
    GuardState guard = GuardState::Inherit;
};

constexpr Wanted wanted[] = {
    {"+442079460100", "Main line", "Support"},
    {"+442079460101", "Reception", "Support"},
    {"+442079460110", "Sales hunt group", "Sales"},
    {"+442079460111", "Sales direct 1", "Sales"},
    {"+442079460112", "Sales direct 2", "Sales"},
    {"+442079460120", "Finance", "Finance"},
    {"+442079460130", "Board room", "Board", GuardState::On},
    {"+442079460140", "Lift emergency phone", "Facilities", GuardState::On},
    {"+442079460150", "Fax", "Finance"},
    {"+441134960200", "Leeds office", "Support"},
    {"+441134960201", "Leeds workshop", "Facilities"},
    {"+441134960209", "Alarm line", "Facilities", GuardState::Off},
    {"+448081570100", "Customers, freephone", "Support"},
};

GuardedNumber numberOf(const Wanted &from, const QDateTime &addedAt)
{
    GuardedNumber number;
    number.number = QLatin1String(from.number);
    number.label = QLatin1String(from.label);
    number.department = QLatin1String(from.department);
    number.guard = from.guard;
    number.addedAt = addedAt;
    if (from.guard == GuardState::On) number.barring.classes = {{CallClass::International, true}};
    // Sales call a supplier whose numbers would be barred with the rest of the country.
    if (number.department == QLatin1String("Sales"))
        number.barring.prefixes = {{QStringLiteral("+3716"), false, QStringLiteral("Supplier in Riga")}};
    return number;
}

}  // namespace

void addNumbers(DemoHistory &history, std::vector<DemoPerson> &people, DemoAccess &access)
{
    const DemoPerson &keeper = personNamed(people, "katarzyna.nowak");
    const auto at = [&](int daysAgo) { return history.at(history.days() - 1 - daysAgo, 10 * 60 + 12, 0); };
    const auto write = [&](const QDateTime &when, EventKind kind, const ObjectRef &object, const QString &reason,
                           const QJsonObject &before, const QJsonObject &after) {
        history.addSession(keeper, when.addSecs(-180), 30, keeper.officeAddress);
        AuditEvent event =
            authEvent(kind, Outcome::Success, DemoHistory::actorOf(keeper),
                      DemoHistory::console(keeper, keeper.officeAddress, history.random()), object, reason);
        event.before = before;
        event.after = after;
        history.addExactly(when, std::move(event));
    };
    const QDateTime added = at(addedDaysAgo);
    for (const Wanted &from : wanted)
        access.numbers.append(numberOf(from, added));
    std::sort(access.numbers.begin(), access.numbers.end(),
              [](const GuardedNumber &a, const GuardedNumber &b) { return a.number < b.number; });
    write(added, EventKind::NumbersChanged, {QStringLiteral("number"), {}, {}}, QStringLiteral("added"), {},
          numbersJson(access.numbers));
    access.guard.barring.prefixes = {{QStringLiteral("+252"), true, QStringLiteral("Toll fraud, Somalia")},
                                     {QStringLiteral("+371"), true, QStringLiteral("Toll fraud, Latvia")},
                                     {QStringLiteral("+53"), true, QStringLiteral("Toll fraud, Cuba")}};
    access.guard.barring.classes[CallClass::DirectoryEnquiries] = true;
    write(at(settledDaysAgo), EventKind::GuardChanged, {QStringLiteral("call_guard"), {}, {}}, {},
          settingsJson(GuardSettings()), settingsJson(access.guard));
}

}  // namespace lw::server
