// SPDX-License-Identifier: GPL-3.0-or-later
// Live sessions: who is in now, and ending that.
#include "app/linewardenctl/adminsession.h"
#include "app/linewardenctl/commands.h"
#include "app/linewardenctl/subcommands.h"
#include "app/linewardenctl/table.h"
#include "core/util/time.h"

#include <QJsonArray>

namespace lw::ctl {

namespace {

using SeenSessions = access::Seen<QList<protocol::LiveSession>>;

Result<SeenSessions> sessionsOf(AdminSession &admin)
{
    return await<SeenSessions>(
        [&](QObject *context, Callback<SeenSessions> done) { admin.access().sessions(context, std::move(done)); });
}

int list(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("sessions list [--person LOGIN|ID] [options]"),
                     QStringLiteral("Lists the live sessions, the latest seen first; the one of this very command is "
                                    "marked."));
    AdminSession::options(parsed);
    parsed.option(QStringLiteral("person"), QStringLiteral("Only sessions of this person."), QStringLiteral("name"));
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<SeenSessions> sessions = sessionsOf(**admin);
    if (!sessions) return output.fail(sessions.error());
    const QString person = parsed.value(QStringLiteral("person"));
    QJsonArray array;
    Table table({QStringLiteral("ID"), QStringLiteral("LOGIN"), QStringLiteral("SINCE"), QStringLiteral("LAST SEEN"),
                 QStringLiteral("ADDRESS"), QStringLiteral("OWN"), QStringLiteral("AGENT")});
    for (const protocol::LiveSession &session : sessions->value) {
        if (!person.isEmpty() && session.userId != person && session.login.compare(person, Qt::CaseInsensitive) != 0)
            continue;
        array.append(QJsonObject{{QStringLiteral("id"), session.id},
                                 {QStringLiteral("userId"), session.userId},
                                 {QStringLiteral("login"), session.login},
                                 {QStringLiteral("displayName"), session.displayName},
                                 {QStringLiteral("createdAt"), toRfc3339(session.createdAt)},
                                 {QStringLiteral("lastSeenAt"), toRfc3339(session.lastSeenAt)},
                                 {QStringLiteral("expiresAt"), toRfc3339(session.expiresAt)},
                                 {QStringLiteral("address"), session.address},
                                 {QStringLiteral("agent"), session.agent},
                                 {QStringLiteral("own"), session.own}});
        table.row({session.id, session.login, momentText(session.createdAt), momentText(session.lastSeenAt),
                   session.address, session.own ? QStringLiteral("yes") : QStringLiteral("no"), session.agent});
    }
    output.result({{QStringLiteral("sessions"), array}}, table.text(QStringLiteral("No sessions.")));
    return 0;
}

int end(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("sessions end SESSION | --person LOGIN|ID [--yes]"),
                     QStringLiteral("Ends one session, or all of a person. Their tokens stop working at once."));
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    parsed.option(QStringLiteral("person"), QStringLiteral("All sessions of this person."), QStringLiteral("name"));
    if (const auto done = parsed.parse(arguments, 0, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const bool all = parsed.has(QStringLiteral("person"));
    if (all == !parsed.positional().isEmpty())
        return output.fail(
            makeError(Errc::InvalidInput, QStringLiteral("Name one session, or a person with --person.")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    QString id;
    if (all) {
        const Result<protocol::UserEntry> person = (*admin)->person(parsed.value(QStringLiteral("person")));
        if (!person) return output.fail(person.error());
        id = person->user.id;
    } else {
        id = parsed.positional().constFirst();
    }
    if (const Result<void> agreed = confirmed(
            parsed, all ? QStringLiteral("All sessions of %1 end at once.").arg(parsed.value(QStringLiteral("person")))
                        : QStringLiteral("The session %1 ends at once.").arg(id));
        !agreed)
        return output.fail(agreed.error());
    const Result<int> ended = await<int>([&](QObject *context, Callback<int> done) {
        if (all)
            (*admin)->access().endSessionsOf(id, context, std::move(done));
        else
            (*admin)->access().endSession(id, context, std::move(done));
    });
    if (!ended) return output.fail(ended.error());
    output.result({{QStringLiteral("ended"), *ended}}, QStringLiteral("%1 sessions ended.").arg(*ended));
    return 0;
}

}  // namespace

int sessionsCommand(const QStringList &arguments)
{
    static constexpr Action actions[] = {{"list", "who is signed in, since when, from where", list},
                                         {"end", "one session, or all of a person", end}};
    return runAction("sessions", actions, arguments);
}

}  // namespace lw::ctl
