// SPDX-License-Identifier: GPL-3.0-or-later
// People from a file: the back end says line by line what it would do, does all of it or nothing, and puts it back.
#include "app/linewardenctl/adminsession.h"
#include "app/linewardenctl/peopleactions.h"
#include "app/linewardenctl/secretoutput.h"
#include "app/linewardenctl/table.h"
#include "core/protocol/limits.h"
#include "core/util/time.h"

#include <QJsonArray>

#include <algorithm>

namespace lw::ctl {

namespace {

using Action = protocol::ImportLine::Action;
using Plan = protocol::ImportPlan;

/// Without the one-time passwords, which go their own way.
QJsonObject jsonOf(const Plan &plan)
{
    QJsonArray lines;
    for (const protocol::ImportLine &line : plan.lines) {
        QJsonObject object{{QStringLiteral("line"), line.line},
                           {QStringLiteral("action"), QString(protocol::importActionName(line.action))},
                           {QStringLiteral("login"), line.login},
                           {QStringLiteral("detail"), line.detail}};
        if (!line.field.isEmpty()) object.insert(QStringLiteral("field"), line.field);
        lines.append(object);
    }
    return {{QStringLiteral("id"), plan.id},
            {QStringLiteral("state"), QString(protocol::importStateName(plan.state))},
            {QStringLiteral("createdAt"), toRfc3339(plan.createdAt)},
            {QStringLiteral("createdBy"), plan.createdBy},
            {QStringLiteral("creates"), plan.creates},
            {QStringLiteral("changes"), plan.changes},
            {QStringLiteral("unchanged"), plan.unchanged},
            {QStringLiteral("refused"), plan.refused},
            {QStringLiteral("lines"), lines}};
}

QString textOf(const Plan &plan, bool everyLine)
{
    Table table({QStringLiteral("LINE"), QStringLiteral("ACTION"), QStringLiteral("LOGIN"), QStringLiteral("WHAT")});
    for (const protocol::ImportLine &line : plan.lines)
        if (everyLine || line.action != Action::Unchanged)
            table.row({QString::number(line.line), protocol::importActionName(line.action), line.login, line.detail});
    return table.text(QStringLiteral("Nothing to do.")) +
           QStringLiteral("\n%1 new, %2 changed, %3 as they are, %4 refused. Plan %5: %6.")
               .arg(plan.creates)
               .arg(plan.changes)
               .arg(plan.unchanged)
               .arg(plan.refused)
               .arg(plan.id, protocol::importStateName(plan.state));
}

Result<Plan> ask(void (people::PeopleAdmin::*what)(const QString &, QObject *, Callback<Plan>), AdminSession &admin,
                 const QString &planId)
{
    return await<Plan>(
        [&](QObject *context, Callback<Plan> done) { (admin.people().*what)(planId, context, std::move(done)); });
}

int giveApplied(const Plan &plan, const std::optional<SecretOutput> &secrets, const Output &output)
{
    output.result(jsonOf(plan), textOf(plan, false));
    for (const protocol::ImportLine &line : plan.lines) {
        if (line.oneTimePassword.isEmpty() || !secrets) continue;
        if (const Result<void> shown = secrets->give(line.login, line.oneTimePassword); !shown)
            return output.fail(shown.error());
    }
    output.note(QStringLiteral("\"linewardenctl people undo %1\" puts it back.").arg(plan.id));
    return 0;
}

}  // namespace

int importPeople(const QStringList &arguments)
{
    Arguments parsed(
        QStringLiteral("people import FILE [--apply] [--yes]"),
        QStringLiteral("Reads a CSV file with the columns login, name, department, email, roles, status (\"-\" "
                       "is standard input). Without --apply nothing is changed: the back end says what it "
                       "would do, line by line. With --apply all of it is done or nothing; a line that is "
                       "refused stops everything."));
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    SecretOutput::option(parsed);
    parsed.option(QStringLiteral("apply"), QStringLiteral("Do it, after asking."));
    parsed.option(QStringLiteral("every-line"), QStringLiteral("Show also the lines that change nothing."));
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<QByteArray> csv = readFile(parsed.positional().constFirst(), protocol::limits::importBytes);
    if (!csv) return output.fail(csv.error());
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<Plan> plan = await<Plan>(
        [&](QObject *context, Callback<Plan> done) { (*admin)->people().planImport(*csv, context, std::move(done)); });
    if (!plan) return output.fail(plan.error());
    const bool apply = parsed.has(QStringLiteral("apply"));
    if (!apply || plan->refused > 0) {
        output.result(jsonOf(*plan), textOf(*plan, parsed.has(QStringLiteral("every-line"))));
        if (plan->refused == 0) return 0;
        return output.fail(makeError(Errc::InvalidInput,
                                     QStringLiteral("%1 lines are refused. Nothing was changed.").arg(plan->refused),
                                     QStringLiteral("file")));
    }
    // Only new people get one-time passwords.
    std::optional<SecretOutput> secrets;
    if (plan->creates > 0) {
        const Result<SecretOutput> chosen = SecretOutput::choose(parsed);
        if (!chosen) return output.fail(chosen.error());
        secrets = *chosen;
    }
    if (const Result<void> agreed =
            confirmed(parsed, QStringLiteral("%1 people will be made and %2 changed, %3 stay as they are.")
                                  .arg(plan->creates)
                                  .arg(plan->changes)
                                  .arg(plan->unchanged));
        !agreed)
        return output.fail(agreed.error());
    const Result<Plan> applied = ask(&people::PeopleAdmin::applyImport, **admin, plan->id);
    if (!applied) return output.fail(applied.error());
    return giveApplied(*applied, secrets, output);
}

int undoImport(const QStringList &arguments)
{
    Arguments parsed(
        QStringLiteral("people undo PLAN [--yes]"),
        QStringLiteral("Puts back what an import changed, all or nothing. People it made are disabled, never "
                       "deleted."));
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const QString id = parsed.positional().constFirst();
    if (const Result<void> agreed = confirmed(
            parsed, QStringLiteral("What import %1 changed is put back, and the people it made are disabled.").arg(id));
        !agreed)
        return output.fail(agreed.error());
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<Plan> undone = ask(&people::PeopleAdmin::undoImport, **admin, id);
    if (!undone) return output.fail(undone.error());
    output.result(jsonOf(*undone), textOf(*undone, false));
    return 0;
}

}  // namespace lw::ctl
