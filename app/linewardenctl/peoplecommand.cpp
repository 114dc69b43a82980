// SPDX-License-Identifier: GPL-3.0-or-later
// Seeing people: list, show, devices.
#include "app/linewardenctl/adminsession.h"
#include "app/linewardenctl/commands.h"
#include "app/linewardenctl/peopleactions.h"
#include "app/linewardenctl/secretoutput.h"
#include "app/linewardenctl/subcommands.h"
#include "app/linewardenctl/table.h"
#include "core/policy/idle.h"
#include "core/protocol/device.h"

#include <QJsonArray>

namespace lw::ctl {

namespace {

using Entries = QList<protocol::UserEntry>;

/// What the cache has, with the verdicts of the same policy code.
Result<Entries> keptPeople(session::ConsoleSession &session)
{
    const Result<people::PeopleList> list =
        await<people::PeopleList>([&](QObject *context, Callback<people::PeopleList> done) {
            session.people()->list(QDateTime::currentDateTimeUtc(), context, std::move(done));
        });
    if (!list) return list.error();
    Entries entries;
    for (const people::PersonRow &row : list->rows)
        entries.append(
            {row.user, {policy::passwordStateName(row.password.state), row.password.dueAt, row.password.ageDays}});
    return entries;
}

bool matches(const protocol::UserEntry &entry, const Arguments &arguments)
{
    const auto is = [&](const char *option, const QString &value) {
        return !arguments.has(QLatin1String(option)) || arguments.value(QLatin1String(option)) == value;
    };
    const User &user = entry.user;
    if (!is("status", userStatusName(user.status)) || !is("password", entry.password.state) ||
        !is("department", user.department) || !is("mfa", mfaKindName(user.mfa)))
        return false;
    if (arguments.has(QStringLiteral("role")) && !user.roles.contains(arguments.value(QStringLiteral("role"))))
        return false;
    return !arguments.has(QStringLiteral("idle")) || policy::isIdle(user, QDateTime::currentDateTimeUtc());
}

int list(const QStringList &arguments)
{
    Arguments parsed(
        QStringLiteral("people list [options]"),
        QStringLiteral("Lists the customer's people with their roles and the verdict on their passwords."));
    AdminSession::options(parsed, AdminSession::Reads::Kept);
    parsed.option(QStringLiteral("status"), QStringLiteral("Only active, disabled or locked people."),
                  QStringLiteral("status"));
    parsed.option(QStringLiteral("password"),
                  QStringLiteral("Only passwords in this state: fresh, due_soon, due, overdue, exempt, never_set."),
                  QStringLiteral("state"));
    parsed.option(QStringLiteral("department"), QStringLiteral("Only people of this department."),
                  QStringLiteral("name"));
    parsed.option(QStringLiteral("role"), QStringLiteral("Only people with this role."), QStringLiteral("name"));
    parsed.option(QStringLiteral("mfa"), QStringLiteral("Only people with this second factor: none, totp."),
                  QStringLiteral("kind"));
    parsed.option(QStringLiteral("idle"), QStringLiteral("Only accounts that nobody used for 90 days."));
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<Entries> people = (*admin)->offline() ? keptPeople((*admin)->session()) : (*admin)->everybody();
    if (!people) return output.fail(people.error());
    QJsonArray array;
    Table table({QStringLiteral("LOGIN"), QStringLiteral("NAME"), QStringLiteral("ROLES"), QStringLiteral("STATUS"),
                 QStringLiteral("PASSWORD"), QStringLiteral("DUE"), QStringLiteral("MFA"),
                 QStringLiteral("LAST LOGIN")});
    for (const protocol::UserEntry &entry : *people) {
        if (!matches(entry, parsed)) continue;
        const User &user = entry.user;
        array.append(protocol::toJsonObject(entry));
        table.row({user.login, user.displayName, user.roles.join(QLatin1String(", ")), userStatusName(user.status),
                   entry.password.state, momentText(entry.password.dueAt), mfaKindName(user.mfa),
                   momentText(user.lastLoginAt)});
    }
    output.result({{QStringLiteral("users"), array}}, table.text(QStringLiteral("Nobody.")));
    return 0;
}

int show(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("people show LOGIN|ID [options]"),
                     QStringLiteral("Shows one person as the back end has it now."));
    AdminSession::options(parsed);
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<protocol::UserEntry> entry = (*admin)->person(parsed.positional().constFirst());
    if (!entry) return output.fail(entry.error());
    output.result(protocol::toJsonObject(*entry), describedPerson(*entry));
    return 0;
}

using Devices = access::Seen<QList<Device>>;

Result<Devices> devicesOf(AdminSession &admin, const QString &userId)
{
    return await<Devices>(
        [&](QObject *context, Callback<Devices> done) { admin.people().devices(userId, context, std::move(done)); });
}

int listDevices(AdminSession &admin, const QString &userId, const Output &output)
{
    const Result<Devices> devices = devicesOf(admin, userId);
    if (!devices) return output.fail(devices.error());
    QJsonArray array;
    Table table({QStringLiteral("ID"), QStringLiteral("KIND"), QStringLiteral("LABEL"), QStringLiteral("SIP USER"),
                 QStringLiteral("SECRET SINCE"), QStringLiteral("REVOKED"), QStringLiteral("REGISTERED")});
    for (const Device &device : devices->value) {
        array.append(protocol::toJsonObject(device));
        table.row({device.id, deviceKindName(device.kind), device.label, device.sipUser,
                   momentText(device.secretChangedAt), momentText(device.revokedAt),
                   QString::number(device.registrations)});
    }
    output.result({{QStringLiteral("devices"), array}}, table.text(QStringLiteral("No devices.")));
    return 0;
}

int giveDevice(const Result<protocol::DeviceWithSecret> &given, const SecretOutput &secrets, const Output &output)
{
    if (!given) return output.fail(given.error());
    output.result(
        protocol::toJsonObject(given->device),
        QStringLiteral("Device %1 has the SIP user name %2.").arg(given->device.id, printable(given->device.sipUser)));
    if (const Result<void> shown = secrets.give(given->device.sipUser, given->secret); !shown)
        return output.fail(shown.error());
    return 0;
}

int changeDevices(AdminSession &admin, const QString &userId, const Arguments &parsed, const Output &output)
{
    if (parsed.has(QStringLiteral("revoke"))) {
        const QString id = parsed.value(QStringLiteral("revoke"));
        if (const Result<void> agreed = confirmed(
                parsed, QStringLiteral("Device %1 is to lose its credentials and its registrations for good.").arg(id));
            !agreed)
            return output.fail(agreed.error());
        const Result<void> revoked = await<void>(
            [&](QObject *context, Callback<void> done) { admin.people().revokeDevice(id, context, std::move(done)); });
        if (!revoked) return output.fail(revoked.error());
        output.result({{QStringLiteral("revoked"), id}}, QStringLiteral("Device %1 can register no more.").arg(id));
        return 0;
    }
    const Result<SecretOutput> secrets = SecretOutput::choose(parsed);
    if (!secrets) return output.fail(secrets.error());
    using Given = protocol::DeviceWithSecret;
    if (parsed.has(QStringLiteral("renew")))
        return giveDevice(await<Given>([&](QObject *context, Callback<Given> done) {
                              admin.people().renewDeviceSecret(parsed.value(QStringLiteral("renew")), context,
                                                               std::move(done));
                          }),
                          *secrets, output);
    const std::optional<DeviceKind> kind = parsed.has(QStringLiteral("kind"))
                                               ? deviceKindFromName(parsed.value(QStringLiteral("kind")))
                                               : std::optional<DeviceKind>(DeviceKind::Phone);
    if (!kind)
        return output.fail(
            makeError(Errc::InvalidInput, QStringLiteral("--kind takes phone or pbx."), QStringLiteral("kind")));
    return giveDevice(
        await<Given>([&](QObject *context, Callback<Given> done) {
            admin.people().addDevice(userId, {*kind, parsed.value(QStringLiteral("add"))}, context, std::move(done));
        }),
        *secrets, output);
}

int devices(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("people devices LOGIN|ID [--add LABEL | --renew DEVICE | --revoke DEVICE]"),
                     QStringLiteral("Lists the SIP credentials of a person, or gives, renews or revokes some."));
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    SecretOutput::option(parsed);
    parsed.option(QStringLiteral("add"), QStringLiteral("A new device with this label."), QStringLiteral("label"));
    parsed.option(QStringLiteral("kind"), QStringLiteral("Of a new device: phone (default) or pbx."),
                  QStringLiteral("kind"));
    parsed.option(QStringLiteral("renew"), QStringLiteral("A new secret for this device; the former stops at once."),
                  QStringLiteral("id"));
    parsed.option(QStringLiteral("revoke"), QStringLiteral("Revoke this device for good."), QStringLiteral("id"));
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    int changes = 0;
    for (const char *option : {"add", "renew", "revoke"})
        changes += parsed.has(QLatin1String(option)) ? 1 : 0;
    if (changes > 1)
        return output.fail(
            makeError(Errc::InvalidInput, QStringLiteral("Use one of --add, --renew and --revoke at a time.")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<protocol::UserEntry> person = (*admin)->person(parsed.positional().constFirst());
    if (!person) return output.fail(person.error());
    return changes == 0 ? listDevices(**admin, person->user.id, output)
                        : changeDevices(**admin, person->user.id, parsed, output);
}

}  // namespace

QString describedPerson(const protocol::UserEntry &entry)
{
    const User &user = entry.user;
    QStringList lines{QStringLiteral("%1  %2").arg(printable(user.login), user.id)};
    const auto line = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            lines.append(QStringLiteral("  %1 %2").arg(QString::fromLatin1(name).leftJustified(12), printable(value)));
    };
    line("name", user.displayName);
    line("department", user.department);
    line("e-mail", user.email);
    line("roles", user.roles.join(QLatin1String(", ")));
    line("status", userStatusName(user.status));
    if (user.disabledAt.isValid()) line("disabled", momentText(user.disabledAt));
    line("password", entry.password.state + (entry.password.dueAt.isValid()
                                                 ? QStringLiteral(", due ") + momentText(entry.password.dueAt)
                                                 : QString()));
    line("factor", mfaKindName(user.mfa));
    if (user.exemption)
        line("exempt", QStringLiteral("until %1: %2").arg(momentText(user.exemption->until), user.exemption->reason));
    line("created", momentText(user.createdAt));
    line("last login", momentText(user.lastLoginAt));
    return lines.join(QLatin1Char('\n'));
}

int peopleCommand(const QStringList &arguments)
{
    static constexpr Action actions[] = {
        {"list", "everybody, or those of a status, role, department or password state", list},
        {"show", "one person", show},
        {"create", "a new person, with a one-time password", createPerson},
        {"change", "name, department, e-mail, roles, status, exemption of a person", changePerson},
        {"disable", "end the access of people", disablePeople},
        {"expire", "make passwords due, at once or spread over days", expirePasswords},
        {"reset-password", "a one-time password for a person", resetPassword},
        {"reset-mfa", "remove the second factor of a person", resetMfa},
        {"import", "create and change people from a CSV file; without --apply a dry run", importPeople},
        {"export", "everybody as CSV, in the columns of an import, from the cache", exportPeople},
        {"undo", "put back what an import changed", undoImport},
        {"devices", "SIP credentials of a person: list, add, renew, revoke", devices},
        {"certificates", "client certificates of a person: list, add, remove", personCertificates},
        {"data", "write everything about a person to a file", personData},
        {"erase", "erase a person who can no longer sign in", erasePerson}};
    return runAction("people", actions, arguments);
}

}  // namespace lw::ctl
