// SPDX-License-Identifier: GPL-3.0-or-later
// Everything about a person: handed out, or erased.
#include "app/linewardenctl/adminsession.h"
#include "app/linewardenctl/peopleactions.h"
#include "core/retention/retentionservice.h"

#include <QFileInfo>

namespace lw::ctl {

int personData(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("people data LOGIN|ID --output FILE [options]"),
                     QStringLiteral("Writes everything about a person to a file (JSON) that only you may read."));
    AdminSession::options(parsed);
    parsed.option(QStringLiteral("output"), QStringLiteral("Where to write it."), QStringLiteral("file"));
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const QString path = parsed.value(QStringLiteral("output"));
    if (path.isEmpty())
        return output.fail(makeError(Errc::InvalidInput, QStringLiteral("--output must name the file to write."),
                                     QStringLiteral("output")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<protocol::UserEntry> person = (*admin)->person(parsed.positional().constFirst());
    if (!person) return output.fail(person.error());
    retention::RetentionService service((*admin)->link());
    const Result<qint64> written = await<qint64>([&](QObject *context, Callback<qint64> done) {
        service.savePersonData(person->user.id, QFileInfo(path).absoluteFilePath(), context, std::move(done));
    });
    if (!written) return output.fail(written.error());
    output.result({{QStringLiteral("file"), path}, {QStringLiteral("bytes"), *written}},
                  QStringLiteral("%1 bytes written to %2.").arg(*written).arg(path));
    return 0;
}

int erasePerson(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("people erase LOGIN|ID --reason TEXT [options]"),
                     QStringLiteral("Erases a person who can no longer sign in; what a legal hold keeps stays."));
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    parsed.option(QStringLiteral("reason"), QStringLiteral("Why; kept in the audit log. Do not name the person in it."),
                  QStringLiteral("text"));
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const QString reason = parsed.value(QStringLiteral("reason")).trimmed();
    if (reason.isEmpty())
        return output.fail(
            makeError(Errc::InvalidInput, QStringLiteral("--reason must say why."), QStringLiteral("reason")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<protocol::UserEntry> person = (*admin)->person(parsed.positional().constFirst());
    if (!person) return output.fail(person.error());
    const Result<void> agreed =
        confirmed(parsed, QStringLiteral("1 person: name, addresses and credentials go at once, and the entries of the "
                                         "log that name this person lose their content. It cannot be undone."));
    if (!agreed) return output.fail(agreed.error());
    retention::RetentionService service((*admin)->link());
    const Result<PurgeRun> run = await<PurgeRun>([&](QObject *context, Callback<PurgeRun> done) {
        service.erasePerson(person->user.id, reason, context, std::move(done));
    });
    if (!run) return output.fail(run.error());
    output.result(protocol::toJsonObject(*run), QStringLiteral("%1 has begun.").arg(run->id));
    return 0;
}

}  // namespace lw::ctl
