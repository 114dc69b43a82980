// SPDX-License-Identifier: GPL-3.0-or-later
// Changing people, one or many.
#include "app/linewardenctl/adminsession.h"
#include "app/linewardenctl/peopleactions.h"
#include "app/linewardenctl/secretoutput.h"

#include <QJsonArray>

namespace lw::ctl {

namespace {

using WithPassword = protocol::UserWithPassword;
using SeenEntry = access::Seen<protocol::UserEntry>;

int givePassword(const Result<WithPassword> &given, const SecretOutput &secrets, const Output &output)
{
    if (!given) return output.fail(given.error());
    output.result(protocol::toJsonObject(given->entry), describedPerson(given->entry));
    const Result<void> shown = secrets.give(given->entry.user.login, given->oneTimePassword);
    return shown ? 0 : output.fail(shown.error());
}

void textOptions(Arguments &parsed)
{
    parsed.option(QStringLiteral("name"), QStringLiteral("The name to show."), QStringLiteral("text"));
    parsed.option(QStringLiteral("department"), QStringLiteral("The department."), QStringLiteral("text"));
    parsed.option(QStringLiteral("email"), QStringLiteral("Where notices go."), QStringLiteral("address"));
    parsed.option(QStringLiteral("roles"), QStringLiteral("All roles, with commas between them."),
                  QStringLiteral("names"));
}

Result<protocol::UserPatch> patchOf(const Arguments &parsed)
{
    protocol::UserPatch patch;
    const auto text = [&](const char *option) -> std::optional<QString> {
        if (!parsed.has(QLatin1String(option))) return std::nullopt;
        return parsed.value(QLatin1String(option));
    };
    patch.displayName = text("name");
    patch.department = text("department");
    patch.email = text("email");
    if (const auto roles = text("roles")) patch.roles = listOf(*roles);
    if (const auto status = text("status")) {
        patch.status = userStatusFromName(*status);
        if (!patch.status || *patch.status == UserStatus::Locked)
            return makeError(Errc::InvalidInput, QStringLiteral("--status takes active or disabled."),
                             QStringLiteral("status"));
    }
    const Result<QDateTime> until = instantOption(parsed, QStringLiteral("exempt-until"));
    if (!until) return until.error();
    const bool removes = parsed.has(QStringLiteral("no-exemption"));
    if (until->isValid() != parsed.has(QStringLiteral("exempt-reason")) || (until->isValid() && removes))
        return makeError(Errc::InvalidInput,
                         QStringLiteral("An exemption needs both --exempt-until and --exempt-reason; --no-exemption "
                                        "removes one."),
                         QStringLiteral("exempt-until"));
    if (until->isValid())
        patch.exemption = RotationExemption{parsed.value(QStringLiteral("exempt-reason")), *until};
    else if (removes)
        patch.exemption = std::optional<RotationExemption>();
    if (patch == protocol::UserPatch())
        return makeError(Errc::InvalidInput, QStringLiteral("Nothing to change was given."));
    return patch;
}

/// The people that the positional arguments name, and that this many is what was meant.
Result<QStringList> chosen(AdminSession &admin, const Arguments &parsed, const QString &whatHappens)
{
    const Result<QStringList> ids = admin.idsOf(parsed.positional());
    if (!ids) return ids.error();
    const QString sentence =
        (ids->size() == 1 ? QStringLiteral("1 person: ") : QStringLiteral("%1 people: ").arg(ids->size())) +
        whatHappens;
    const Result<void> agreed = confirmed(parsed, sentence);
    if (!agreed) return agreed.error();
    return ids;
}

}  // namespace

int createPerson(const QStringList &arguments)
{
    Arguments parsed(
        QStringLiteral("people create LOGIN --name TEXT --roles NAMES [options]"),
        QStringLiteral("Makes a new person with a one-time password, which is shown only once. Login names "
                       "are never used again."));
    AdminSession::options(parsed);
    SecretOutput::option(parsed);
    textOptions(parsed);
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<SecretOutput> secrets = SecretOutput::choose(parsed);
    if (!secrets) return output.fail(secrets.error());
    const protocol::NewUser user{parsed.positional().constFirst(), parsed.value(QStringLiteral("name")),
                                 parsed.value(QStringLiteral("department")), parsed.value(QStringLiteral("email")),
                                 listOf(parsed.value(QStringLiteral("roles")))};
    if (user.displayName.isEmpty() || user.roles.isEmpty())
        return output.fail(makeError(Errc::InvalidInput, QStringLiteral("--name and --roles are needed.")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    return givePassword(await<WithPassword>([&](QObject *context, Callback<WithPassword> done) {
                            (*admin)->people().create(user, context, std::move(done));
                        }),
                        *secrets, output);
}

int changePerson(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("people change LOGIN|ID [options]"),
                     QStringLiteral("Changes what is named and leaves the rest. When somebody else changed the person "
                                    "meanwhile, nothing is changed (exit status 11)."));
    AdminSession::options(parsed);
    textOptions(parsed);
    parsed.option(QStringLiteral("status"), QStringLiteral("active (also lifts a lock) or disabled."),
                  QStringLiteral("status"));
    parsed.option(QStringLiteral("exempt-until"), QStringLiteral("Exempt from rotation until then."),
                  QStringLiteral("instant"));
    parsed.option(QStringLiteral("exempt-reason"), QStringLiteral("Why."), QStringLiteral("text"));
    parsed.option(QStringLiteral("no-exemption"), QStringLiteral("End an exemption."));
    parsed.option(QStringLiteral("if-match"),
                  QStringLiteral("The version that is changed, as an earlier change told it (default: the present)."),
                  QStringLiteral("tag"));
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<protocol::UserPatch> patch = patchOf(parsed);
    if (!patch) return output.fail(patch.error());
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<protocol::UserEntry> person = (*admin)->person(parsed.positional().constFirst());
    if (!person) return output.fail(person.error());
    const Result<SeenEntry> seen = await<SeenEntry>([&](QObject *context, Callback<SeenEntry> done) {
        (*admin)->people().person(person->user.id, context, std::move(done));
    });
    if (!seen) return output.fail(seen.error());
    const QByteArray tag =
        parsed.has(QStringLiteral("if-match")) ? parsed.value(QStringLiteral("if-match")).toLatin1() : seen->etag;
    const Result<SeenEntry> changed = await<SeenEntry>([&](QObject *context, Callback<SeenEntry> done) {
        (*admin)->people().change(person->user.id, *patch, tag, context, std::move(done));
    });
    if (!changed) return output.fail(changed.error());
    QJsonObject object = protocol::toJsonObject(changed->value);
    object.insert(QStringLiteral("etag"), QString::fromLatin1(changed->etag));
    output.result(object, describedPerson(changed->value));
    return 0;
}

int disablePeople(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("people disable LOGIN|ID… [--yes]"),
                     QStringLiteral("Ends the access of people, all or nobody: their sessions, their devices' "
                                    "registrations and sign-in. Nothing is deleted; \"people change --status active\" "
                                    "brings an account back."));
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    if (const auto done = parsed.parse(arguments, 1, 1000)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<QStringList> ids =
        chosen(**admin, parsed, QStringLiteral("sign-in, sessions and registrations end at once."));
    if (!ids) return output.fail(ids.error());
    const Result<void> disabled = await<void>([&](QObject *context, Callback<void> done) {
        (*admin)->people().disable({*ids, 0}, context, std::move(done));
    });
    if (!disabled) return output.fail(disabled.error());
    output.result({{QStringLiteral("disabled"), QJsonArray::fromStringList(*ids)}},
                  QStringLiteral("%1 disabled.").arg(ids->size()));
    return 0;
}

int expirePasswords(const QStringList &arguments)
{
    Arguments parsed(
        QStringLiteral("people expire LOGIN|ID… [--spread-days N] [--yes]"),
        QStringLiteral("Makes passwords due: at the next sign-in only a password change is possible. Spread "
                       "over days, so that not everybody is asked on one day."));
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    parsed.option(QStringLiteral("spread-days"), QStringLiteral("0 (default: at once) to 90."), QStringLiteral("n"));
    if (const auto done = parsed.parse(arguments, 1, 1000)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    bool number = true;
    const int days =
        parsed.has(QStringLiteral("spread-days")) ? parsed.value(QStringLiteral("spread-days")).toInt(&number) : 0;
    if (!number || days < 0 || days > 90)
        return output.fail(makeError(Errc::InvalidInput, QStringLiteral("--spread-days takes a number from 0 to 90."),
                                     QStringLiteral("spread-days")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<QStringList> ids =
        chosen(**admin, parsed,
               days == 0 ? QStringLiteral("a new password has to be set at the next sign-in.")
                         : QStringLiteral("a new password has to be set within %1 days.").arg(days));
    if (!ids) return output.fail(ids.error());
    const Result<void> expired = await<void>([&](QObject *context, Callback<void> done) {
        (*admin)->people().expirePasswords({*ids, days}, context, std::move(done));
    });
    if (!expired) return output.fail(expired.error());
    output.result({{QStringLiteral("expired"), QJsonArray::fromStringList(*ids)}, {QStringLiteral("spreadDays"), days}},
                  QStringLiteral("%1 made due.").arg(ids->size()));
    return 0;
}

int resetPassword(const QStringList &arguments)
{
    Arguments parsed(
        QStringLiteral("people reset-password LOGIN|ID [--yes]"),
        QStringLiteral("Gives a person a one-time password, which is shown only once. The former one stops "
                       "working, and the person's sessions end."));
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    SecretOutput::option(parsed);
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<SecretOutput> secrets = SecretOutput::choose(parsed);
    if (!secrets) return output.fail(secrets.error());
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<QStringList> ids =
        chosen(**admin, parsed, QStringLiteral("the present password stops working, and all sessions end."));
    if (!ids) return output.fail(ids.error());
    return givePassword(await<WithPassword>([&](QObject *context, Callback<WithPassword> done) {
                            (*admin)->people().resetPassword(ids->constFirst(), context, std::move(done));
                        }),
                        *secrets, output);
}

int resetMfa(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("people reset-mfa LOGIN|ID [--yes]"),
                     QStringLiteral("Removes a person's second factor and recovery codes, so that a new one can be set "
                                    "up."));
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<QStringList> ids =
        chosen(**admin, parsed,
               QStringLiteral("the second factor and its recovery codes are removed; the password is enough."));
    if (!ids) return output.fail(ids.error());
    const Result<void> reset = await<void>([&](QObject *context, Callback<void> done) {
        (*admin)->people().resetMfa(ids->constFirst(), context, std::move(done));
    });
    if (!reset) return output.fail(reset.error());
    output.result({{QStringLiteral("resetMfa"), ids->constFirst()}}, QStringLiteral("The second factor is removed."));
    return 0;
}

}  // namespace lw::ctl
