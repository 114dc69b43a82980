// SPDX-License-Identifier: GPL-3.0-or-later
// Departures and reassignments: list, open, withdraw, probe.
#include "app/linewardenctl/adminsession.h"
#include "app/linewardenctl/commands.h"
#include "app/linewardenctl/departureoutput.h"
#include "app/linewardenctl/subcommands.h"

namespace lw::ctl {

namespace {

using SeenDepartures = access::Seen<QList<Departure>>;

int list(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("departures list [--open] [options]"),
                     QStringLiteral("Lists departures and reassignments with what is left of the 24 hours, and whether "
                                    "the revocation was proved."));
    AdminSession::options(parsed, AdminSession::Reads::Kept);
    parsed.option(QStringLiteral("open"), QStringLiteral("Only cases that were not carried out yet."));
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<SeenDepartures> seen = await<SeenDepartures>([&](QObject *context, Callback<SeenDepartures> done) {
        (*admin)->departures().list(context, std::move(done));
    });
    if (!seen) return output.fail(seen.error());
    QList<Departure> cases = seen->value;
    if (parsed.has(QStringLiteral("open")))
        cases.removeIf([](const Departure &departure) { return departure.state != DepartureState::Scheduled; });
    giveDepartures(cases, output);
    return 0;
}

int openCase(const QStringList &arguments)
{
    Arguments parsed(
        QStringLiteral("departures open LOGIN|ID… --departed-at INSTANT [options]"),
        QStringLiteral("Opens a case for each of these people, all or none. The 24 hours run from the moment "
                       "of departure, which may lie in the past or the future. Unless --effective-at names "
                       "an earlier or later moment within them, access ends at that moment, or at once when "
                       "it is past."));
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    parsed.option(QStringLiteral("departed-at"), QStringLiteral("The moment of departure, or now."),
                  QStringLiteral("instant"));
    parsed.option(QStringLiteral("effective-at"), QStringLiteral("When access ends."), QStringLiteral("instant"));
    parsed.option(QStringLiteral("reassign"),
                  QStringLiteral("A reassignment: the account stays and has these roles from then on."),
                  QStringLiteral("roles"));
    parsed.option(QStringLiteral("reason"), QStringLiteral("Why, for the record."), QStringLiteral("text"));
    if (const auto done = parsed.parse(arguments, 1, 1000)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    if (!parsed.has(QStringLiteral("departed-at")))
        return output.fail(
            makeError(Errc::InvalidInput, QStringLiteral("--departed-at is needed."), QStringLiteral("departed-at")));
    const bool now = parsed.value(QStringLiteral("departed-at")) == QLatin1String("now");
    const Result<QDateTime> departed =
        now ? Result<QDateTime>(QDateTime::currentDateTimeUtc()) : instantOption(parsed, QStringLiteral("departed-at"));
    if (!departed) return output.fail(departed.error());
    const Result<QDateTime> effective = instantOption(parsed, QStringLiteral("effective-at"));
    if (!effective) return output.fail(effective.error());
    const bool reassigns = parsed.has(QStringLiteral("reassign"));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<QStringList> ids = (*admin)->idsOf(parsed.positional());
    if (!ids) return output.fail(ids.error());
    QList<protocol::NewDeparture> cases;
    for (const QString &id : *ids)
        cases.append({id, reassigns ? DepartureKind::Reassignment : DepartureKind::Departure, *departed, *effective,
                      reassigns ? listOf(parsed.value(QStringLiteral("reassign"))) : QStringList(),
                      parsed.value(QStringLiteral("reason"))});
    return openDepartures(**admin, parsed, cases, output);
}

int withdraw(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("departures withdraw CASE [--yes]"),
                     QStringLiteral("Withdraws a case that was not carried out yet."));
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const QString id = parsed.positional().constFirst();
    if (const Result<void> agreed =
            confirmed(parsed, QStringLiteral("Case %1 is withdrawn: the person keeps his access.").arg(id));
        !agreed)
        return output.fail(agreed.error());
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<void> withdrawn = await<void>(
        [&](QObject *context, Callback<void> done) { (*admin)->departures().withdraw(id, context, std::move(done)); });
    if (!withdrawn) return output.fail(withdrawn.error());
    output.result({{QStringLiteral("withdrawn"), id}}, QStringLiteral("Case %1 is withdrawn.").arg(id));
    return 0;
}

int probe(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("departures probe CASE [options]"),
                     QStringLiteral("Has the back end try once more whether anything of a revoked person still works. "
                                    "Exit status 1 when something does."));
    AdminSession::options(parsed);
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<Departure> probed = await<Departure>([&](QObject *context, Callback<Departure> done) {
        (*admin)->departures().probe(parsed.positional().constFirst(), context, std::move(done));
    });
    if (!probed) return output.fail(probed.error());
    giveProof(*probed, output);
    return probed->state == DepartureState::ProofFailed ? static_cast<int>(ExitCode::Failure) : 0;
}

}  // namespace

int departuresCommand(const QStringList &arguments)
{
    static constexpr Action actions[] = {
        {"list", "cases with their clock and their proof", list},
        {"open", "a departure or a reassignment", openCase},
        {"withdraw", "a case that was not carried out", withdraw},
        {"probe", "try once more whether anything still works", probe},
        {"import", "a leavers' list; without --apply only how its lines match", importLeavers}};
    return runAction("departures", actions, arguments);
}

}  // namespace lw::ctl
