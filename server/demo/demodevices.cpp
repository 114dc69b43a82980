// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/device.h"
#include "server/auth/authevents.h"
#include "server/demo/demoaccess.h"
#include "server/devices/deviceservice.h"
#include "server/store/identifier.h"

namespace lw::server {

namespace {

constexpr int registeredPhones = 11;
constexpr int phoneSeconds = 3600;
constexpr int pbxSeconds = 7200;
constexpr int lostDaysAgo = 15;

struct Makers {
    DemoHistory &history;
    const DemoPerson &administrator;
    DemoAccess &access;

    void write(EventKind kind, const QDateTime &at, const Actor &actor, const Origin &origin, const DemoPerson &person,
               const std::optional<Device> &before, const Device &after, const char *reason = "")
    {
        AuditEvent event = DemoHistory::event(kind, Outcome::Success, actor, origin, deviceRef(after), reason);
        event.detail = QStringLiteral("“%1” of %2").arg(after.label, person.user.login);
        if (before) event.before = protocol::toJsonObject(*before);
        event.after = protocol::toJsonObject(after);
        history.addExactly(at, std::move(event));
    }
    void byAdministrator(EventKind kind, const QDateTime &at, const DemoPerson &person,
                         const std::optional<Device> &before, const Device &after, const char *reason = "")
    {
        write(kind, at, DemoHistory::actorOf(administrator),
              DemoHistory::console(administrator, administrator.officeAddress, history.random()), person, before, after,
              reason);
    }

    /// Its event, and that of its last new secret, when they fall into the history.
    Device make(const DemoPerson &person, DeviceKind kind, const QString &label, const QString &sipUser,
                int secretAgeDays)
    {
        DemoRandom &random = history.random();
        const QDateTime begin = person.user.createdAt.addSecs(random.between(600, 7200));
        const QDateTime renewed = history.now().addDays(-secretAgeDays).addSecs(-random.between(600, 20'000));
        Device device{identifierFrom("dev", begin, random.seedBytes()),
                      person.user.id,
                      kind,
                      label,
                      sipUser,
                      begin,
                      begin,
                      QDateTime(),
                      0,
                      QDateTime()};
        byAdministrator(EventKind::DeviceCreated, begin, person, {}, device);
        if (renewed > begin) {
            const Device before = device;
            device.secretChangedAt = renewed;
            byAdministrator(EventKind::DeviceChanged, renewed, person, before, device, "new_secret");
        }
        return device;
    }

    /// A registration that began at `at` and was refreshed until `seen`: it is live when that is late enough.
    void registered(Device &device, const QString &contact, const Origin &origin, const QDateTime &at,
                    const QDateTime &seen, int seconds)
    {
        const Actor actor{ActorType::Device, device.id, device.sipUser};
        const QDateTime end = seen.addSecs(seconds);
        AuditEvent began =
            DemoHistory::event(EventKind::DeviceRegistered, Outcome::Success, actor, origin, deviceRef(device));
        began.detail = QStringLiteral("“%1” at %2").arg(device.label, contact);
        history.addExactly(at, std::move(began));
        device.lastRegisteredAt = std::max(device.lastRegisteredAt, seen);
        if (end > history.now()) {
            access.registrations.append({device.id, contact, origin.address, seen, end});
            return;
        }
        AuditEvent ended =
            DemoHistory::event(EventKind::SessionExpired, Outcome::Success, actor,
                               Origin{origin.address, 0, QStringLiteral("SIP"), {}}, deviceRef(device), "registration");
        ended.detail = contact;
        history.addExactly(end, std::move(ended));
    }
};

void addPhone(Makers &makers, const DemoPerson &person, int number)
{
    DemoHistory &history = makers.history;
    DemoRandom &random = history.random();
    // Most secrets are young enough for the rule of a year; some are due soon, some overdue.
    const int age = number % 19 == 4   ? random.between(372, 430)
                    : number % 17 == 6 ? random.between(354, 362)
                                       : random.between(20, 330);
    Device device = makers.make(person, DeviceKind::Phone, QStringLiteral("Desk phone %1").arg(person.extension),
                                QStringLiteral("acme-%1").arg(person.extension), age);
    const QString contact = QStringLiteral("sip:%1@%2:5060").arg(device.sipUser, person.phoneAddress);
    const Origin origin{person.phoneAddress, 5060, QStringLiteral("SIP"), person.phoneAgent};
    if (person.leftAt.isValid()) {
        const Device before = device;
        device.revokedAt = person.leftAt;
        // With the account, in the transaction that ended it.
        makers.write(EventKind::DeviceRevoked, person.leftAt.addMSecs(2), backEndItself(), Origin(), person, before,
                     device, "departure");
    } else if (number < registeredPhones) {
        makers.registered(device, contact, origin, history.now().addSecs(-random.between(1500, 20'000)),
                          history.now().addSecs(-random.between(30, 1400)), phoneSeconds);
    } else {
        const QDateTime came =
            history.at(history.days() - 1 - random.between(1, 3), person.startMinute, random.below(60));
        // A starter's telephone was not there yet.
        if (came > device.createdAt)
            makers.registered(device, contact, origin, came, came.addSecs(random.between(20, 34) * 1000), phoneSeconds);
    }
    makers.access.devices.append(device);
}

void addTrunk(Makers &makers, const char *label, const char *sipUser, const QString &address, int lines)
{
    Device device = makers.make(makers.administrator, DeviceKind::Pbx, QString::fromUtf8(label), QLatin1String(sipUser),
                                makers.history.random().between(40, 120));
    const QDateTime seen = makers.history.now().addSecs(-makers.history.random().between(20, 300));
    for (int line = 1; line <= lines; ++line)
        makers.registered(device, QStringLiteral("sip:line%1@%2:5061;transport=tls").arg(line).arg(address),
                          Origin{address, 5061, QStringLiteral("SIP"), QStringLiteral("Asterisk PBX 20.9.3")},
                          makers.history.at(makers.history.days() - 4, 5 * 60 + 12, line), seen, pbxSeconds);
    makers.access.devices.append(device);
}

void addLostPhone(Makers &makers, const DemoPerson &person)
{
    Device device = makers.make(person, DeviceKind::Phone, QStringLiteral("Mobile client"),
                                QStringLiteral("acme-m%1").arg(person.extension), 200);
    const Device before = device;
    device.revokedAt = makers.history.at(makers.history.days() - 1 - lostDaysAgo, 11 * 60 + 26, 8);
    makers.byAdministrator(EventKind::DeviceRevoked, device.revokedAt, person, before, device);
    makers.access.devices.append(device);
}

/// Somebody tries names, and a trunk's secret was tried from elsewhere.
void addRefusals(DemoHistory &history, const DemoAccess &access)
{
    DemoRandom &random = history.random();
    const auto refused = [&](int daysAgo, const Actor &actor, const ObjectRef &object, const QString &address,
                             const char *reason) {
        const Origin origin{address, static_cast<quint16>(random.between(1025, 65'000)), QStringLiteral("SIP"),
                            QStringLiteral("friendly-scanner")};
        AuditEvent event =
            DemoHistory::event(EventKind::DeviceRefused, Outcome::Failure, actor, origin, object, reason);
        event.detail = QStringLiteral("sip:x@%1").arg(address);
        history.add(history.at(history.days() - 1 - daysAgo, random.between(30, 300), random.below(60)),
                    std::move(event));
    };
    for (int i = 0; i < 9; ++i) {
        const QString name = QStringLiteral("acme-%1").arg(random.between(100, 999));
        refused(random.between(1, 20), Actor{ActorType::Unknown, {}, name},
                ObjectRef{QStringLiteral("device"), {}, name},
                QStringLiteral("203.0.113.%1").arg(random.between(60, 120)), "no_such_device");
    }
    for (const Device &device : access.devices)
        if (device.kind == DeviceKind::Pbx)
            refused(6, Actor{ActorType::Device, device.id, device.sipUser}, deviceRef(device),
                    QStringLiteral("203.0.113.99"), "address_not_allowed");
}

}  // namespace

void addDevices(DemoHistory &history, const std::vector<DemoPerson> &people, DemoAccess &access)
{
    const auto administrator = std::find_if(people.begin(), people.end(), [](const DemoPerson &person) {
        return person.user.login == QLatin1String("kwame.mensah");
    });
    Makers makers{history, *administrator, access};
    int number = 0;
    for (const DemoPerson &person : people) {
        addPhone(makers, person, number++);
        if (person.user.login == QLatin1String("rachel.goldstone")) addLostPhone(makers, person);
    }
    addTrunk(makers, "PBX London, trunk to the carrier", "acme-pbx1", QStringLiteral("192.0.2.200"), 2);
    addTrunk(makers, "PBX Leeds, branch office", "acme-pbx2", QStringLiteral("192.0.2.216"), 1);
    addRefusals(history, access);
}

}  // namespace lw::server
