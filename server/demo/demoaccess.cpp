// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demoaccess.h"

#include "core/policy/passwordage.h"
#include "core/policy/rotation.h"
#include "core/protocol/callguard.h"
#include "core/protocol/customer.h"
#include "core/protocol/role.h"
#include "server/auth/authevents.h"
#include "server/devices/devicesecret.h"
#include "server/people/personview.h"
#include "server/store/allowlisttable.h"
#include "server/store/guardtable.h"
#include "server/store/numbertable.h"
#include "server/store/roletable.h"

#include <QJsonDocument>

namespace lw::server {

namespace {

constexpr int rulesDaysAgo = 33;
constexpr int roleDaysAgo = 26;
constexpr int deviceMaxAgeDays = 365;

QJsonObject recordOf(const Customer &customer)
{
    const protocol::CustomerRules rules{customer.passwordPolicy, customer.mfaRequiredRoles,
                                        customer.certificateRequiredRoles};
    return QJsonDocument::fromJson(protocol::toJson(rules)).object();
}

}  // namespace

Customer addRules(DemoHistory &history, const std::vector<DemoPerson> &people, const Customer &before)
{
    Customer after = before;
    after.passwordPolicy.deviceMaxAgeDays = deviceMaxAgeDays;
    after.mfaRequiredRoles = {QStringLiteral("administrator"), QStringLiteral("security_officer")};
    const DemoPerson &owner = people.front();
    AuditEvent event = DemoHistory::event(EventKind::PolicyChanged, Outcome::Success, DemoHistory::actorOf(owner),
                                          DemoHistory::console(owner, owner.officeAddress, history.random()),
                                          ObjectRef{QStringLiteral("customer"), before.id, before.slug});
    event.before = recordOf(before);
    event.after = recordOf(after);
    const int day = history.days() - 1 - rulesDaysAgo;
    history.addSession(owner, history.at(day, 10 * 60 + 2), 45, owner.officeAddress);
    history.add(history.at(day, 10 * 60 + 20), std::move(event));
    return after;
}

void addRoles(DemoHistory &history, std::vector<DemoPerson> &people, DemoAccess &access)
{
    using P = Permission;
    const Role helpdesk{
        QStringLiteral("helpdesk"),
        {P::UsersRead, P::RolesRead, P::SessionsRead, P::SessionsEnd, P::DeparturesRead, P::OwnPassword},
        false};
    access.roles.append(helpdesk);
    const DemoPerson &owner = people.front();
    const Origin origin = DemoHistory::console(owner, owner.officeAddress, history.random());
    const QDateTime made = history.at(history.days() - 1 - roleDaysAgo, 14 * 60 + 31);
    history.addSession(owner, made.addSecs(-240), 40, owner.officeAddress);
    AuditEvent event = DemoHistory::event(EventKind::RoleCreated, Outcome::Success, DemoHistory::actorOf(owner), origin,
                                          ObjectRef{QStringLiteral("role"), helpdesk.name, helpdesk.name});
    event.after = protocol::toJsonObject(helpdesk);
    history.add(made, std::move(event));
    int minutes = 3;
    for (const char *login : {"siobhan.orourke", "lukas.baumgartner"}) {
        DemoPerson &person = personNamed(people, login);
        AuditEvent granted = DemoHistory::event(EventKind::UserChanged, Outcome::Success, DemoHistory::actorOf(owner),
                                                origin, DemoHistory::accountOf(person));
        granted.before = lw::server::recordOf(person.user);
        person.user.roles.prepend(helpdesk.name);
        granted.after = lw::server::recordOf(person.user);
        history.add(made.addSecs(60 * minutes++), std::move(granted));
    }
}

void addNotices(DemoHistory &history, const std::vector<DemoPerson> &people, DemoAccess &access)
{
    const PasswordPolicy policy;
    for (const DemoPerson &person : people) {
        if (person.user.email.isEmpty() || person.leftAt.isValid() || person.password != DemoPassword::DueSoon)
            continue;
        const policy::PasswordAgeVerdict age = policy::passwordAge(person.user, policy, history.now());
        for (const int days : policy.warningDays) {
            const QDateTime at = age.dueAt.addDays(-days).addSecs(20 + history.random().below(50));
            if (at < history.start() || at > history.now()) continue;
            for (const policy::RotationNotice &warning : policy::noticesDue(person.user, policy, at)) {
                AuditEvent event = DemoHistory::event(EventKind::NoticeSent, Outcome::Success, backEndItself(),
                                                      Origin(), DemoHistory::accountOf(person), "password_warning");
                event.detail = QStringLiteral("“Your password for Acme Telecare Ltd is due in %1” to %2")
                                   .arg(warning.daysLeft == 1 ? QStringLiteral("1 day")
                                                              : QStringLiteral("%1 days").arg(warning.daysLeft),
                                        person.user.email);
                history.add(at, std::move(event));
                access.notices.append(
                    {QString(), person.user.id, NoticeKind::PasswordWarning, warning.about, at, 1, QDateTime()});
            }
        }
    }
}

Result<void> storeAccess(const Transaction &transaction, const QString &customerId, const DemoAccess &access)
{
    const QSqlDatabase &connection = transaction.connection();
    DeviceTable devices(connection);
    for (const Device &device : access.devices)
        // Nobody knows these secrets: the telephones of the demo are made up, too.
        if (Result<void> stored = devices.insert(customerId, device, deviceSecretHash(newDeviceSecret())); !stored)
            return stored;
    for (const RegistrationRow &row : access.registrations)
        if (const Result<bool> stored = devices.registerContact(row); !stored) return stored.error();
    DepartureTable departures(connection);
    for (const Departure &departure : access.departures)
        if (Result<void> stored = departures.insert({customerId, departure, {}}); !stored) return stored;
    if (Result<void> stored = AllowlistTable(connection).replace(customerId, Allowlist(), access.allowlist); !stored)
        return stored;
    BlockTable blocks(connection);
    for (BlockRow row : access.blocks) {
        row.customerId = customerId;
        if (Result<void> stored = blocks.store(row); !stored) return stored;
    }
    for (const auto &[key, offence] : access.offences)
        if (Result<void> stored = blocks.addOffence(customerId, key, offence); !stored) return stored;
    for (const Role &role : access.roles)
        if (Result<void> stored = RoleTable(connection).insert(customerId, role); !stored) return stored;
    NoticeTable notices(connection);
    for (const Notice &notice : access.notices) {
        if (const Result<bool> queued =
                notices.queue(customerId, notice.userId, notice.kind, notice.about, notice.queuedAt);
            !queued)
            return queued.error();
        if (Result<void> ended = notices.end(notice, NoticeOutcome::Sent, notice.queuedAt); !ended) return ended;
    }
    for (const GuardedNumber &number : access.numbers)
        if (Result<void> stored =
                NumberTable(connection).insert(customerId, {number, protocol::toJson(number.barring)});
            !stored)
            return stored;
    return GuardTable(connection).set(customerId, protocol::toJson(access.guard));
}

}  // namespace lw::server
