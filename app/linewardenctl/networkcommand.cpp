// SPDX-License-Identifier: GPL-3.0-or-later
// Allowlist and blocked addresses: seeing them, confirming and reverting, blocking and lifting.
#include "app/linewardenctl/commands.h"
#include "app/linewardenctl/networkactions.h"
#include "app/linewardenctl/subcommands.h"
#include "app/linewardenctl/table.h"

#include <QJsonDocument>

namespace lw::ctl {

namespace {

using SeenBlocks = access::Seen<protocol::BlockList>;
using AskNetwork = void (access::AccessService::*)(QObject *, Callback<SeenNetwork>);

int show(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("network show [options]"),
                     QStringLiteral("Shows the allowlist, whether it is enforced, and a change that waits for its "
                                    "confirmation."));
    AdminSession::options(parsed, AdminSession::Reads::Kept);
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<SeenNetwork> network = networkOf(**admin);
    if (!network) return output.fail(network.error());
    giveNetwork(*network, output);
    return 0;
}

int settle(const QStringList &arguments, const QString &usage, const QString &description, AskNetwork ask)
{
    Arguments parsed(usage, description);
    AdminSession::options(parsed);
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<SeenNetwork> network = await<SeenNetwork>(
        [&](QObject *context, Callback<SeenNetwork> done) { ((*admin)->access().*ask)(context, std::move(done)); });
    if (!network) return output.fail(network.error());
    giveNetwork(*network, output);
    return 0;
}

int confirm(const QStringList &arguments)
{
    return settle(arguments, QStringLiteral("network confirm [options]"),
                  QStringLiteral("Keeps the change of the allowlist that waits for it."),
                  &access::AccessService::confirmAllowlist);
}

int revert(const QStringList &arguments)
{
    return settle(arguments, QStringLiteral("network revert [options]"),
                  QStringLiteral("Takes back the change of the allowlist that waits for its confirmation."),
                  &access::AccessService::revertAllowlist);
}

void giveBlocks(const protocol::BlockList &list, const Output &output)
{
    Table table({QStringLiteral("ADDRESS"), QStringLiteral("SINCE"), QStringLiteral("UNTIL"), QStringLiteral("NTH"),
                 QStringLiteral("FAILURES"), QStringLiteral("ACCOUNTS"), QStringLiteral("REASON")});
    for (const BlockedAddress &blocked : list.blocked)
        table.row({blocked.address, momentText(blocked.since),
                   blocked.pinned ? QStringLiteral("lifted by hand") : momentText(blocked.until),
                   QString::number(blocked.nth), QString::number(blocked.failures), QString::number(blocked.accounts),
                   blocked.reason});
    const BlockingPolicy &policy = list.policy;
    const QString rule =
        policy.enabled ? QStringLiteral("Blocked by itself: %1 failures within %2 minutes, for %3 minutes, at most %4.")
                             .arg(policy.failures)
                             .arg(policy.windowMinutes)
                             .arg(policy.blockMinutes)
                             .arg(policy.mostMinutes)
                       : QStringLiteral("Nobody is blocked automatically.");
    output.result(QJsonDocument::fromJson(protocol::toJson(list)).object(),
                  table.text(QStringLiteral("No address is blocked.")) + QLatin1Char('\n') + rule);
}

int blocks(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("network blocks [options]"), QStringLiteral("Lists the blocked addresses."));
    AdminSession::options(parsed, AdminSession::Reads::Kept);
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<SeenBlocks> list = await<SeenBlocks>(
        [&](QObject *context, Callback<SeenBlocks> done) { (*admin)->access().blocks(context, std::move(done)); });
    if (!list) return output.fail(list.error());
    giveBlocks(list->value, output);
    return 0;
}

int block(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("network block ADDRESS [--until INSTANT] --reason TEXT [--yes]"),
                     QStringLiteral("Blocks an address (of IPv6 its /64) by hand, until an instant or until it is "
                                    "lifted; an address that is blocked already is pinned."));
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    parsed.option(QStringLiteral("until"), QStringLiteral("Until then (default: until it is lifted)."),
                  QStringLiteral("instant"));
    parsed.option(QStringLiteral("reason"), QStringLiteral("Why, for the record."), QStringLiteral("text"));
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<QDateTime> until = instantOption(parsed, QStringLiteral("until"));
    if (!until) return output.fail(until.error());
    const QString address = parsed.positional().constFirst();
    if (const Result<void> agreed = confirmed(parsed, QStringLiteral("Nobody signs in from %1 any more.").arg(address));
        !agreed)
        return output.fail(agreed.error());
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<SeenBlocks> list = await<SeenBlocks>([&](QObject *context, Callback<SeenBlocks> done) {
        (*admin)->access().block({address, *until, parsed.value(QStringLiteral("reason"))}, context, std::move(done));
    });
    if (!list) return output.fail(list.error());
    giveBlocks(list->value, output);
    return 0;
}

int lift(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("network lift ADDRESS [options]"), QStringLiteral("Lifts a block."));
    AdminSession::options(parsed);
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<SeenBlocks> list = await<SeenBlocks>([&](QObject *context, Callback<SeenBlocks> done) {
        (*admin)->access().liftBlock(parsed.positional().constFirst(), context, std::move(done));
    });
    if (!list) return output.fail(list.error());
    giveBlocks(list->value, output);
    return 0;
}

}  // namespace

Result<SeenNetwork> networkOf(AdminSession &admin)
{
    return await<SeenNetwork>(
        [&](QObject *context, Callback<SeenNetwork> done) { admin.access().network(context, std::move(done)); });
}

void giveNetwork(const SeenNetwork &seen, const Output &output)
{
    const Allowlist &list = seen.value.allowlist;
    Table table({QStringLiteral("NETWORK"), QStringLiteral("LABEL"), QStringLiteral("OWNER"), QStringLiteral("UNTIL")});
    for (const AllowedNetwork &network : list.networks)
        table.row({network.network, network.label, network.owner,
                   network.until.isValid() ? momentText(network.until) : QString()});
    QStringList text{table.text(QStringLiteral("No network is listed."))};
    text.append(list.enforced ? QStringLiteral("Enforced since %1: people connect from these networks only.")
                                    .arg(momentText(list.enforcedSince))
                              : QStringLiteral("Not enforced: people connect from anywhere. PBX servers are held to it "
                                               "always."));
    if (!seen.value.yourAddress.isEmpty())
        text.append(QStringLiteral("The back end sees you at %1.").arg(printable(seen.value.yourAddress)));
    if (const std::optional<PendingAllowlist> &pending = seen.value.pending)
        text.append(QStringLiteral("A change by %1 reverts at %2 UTC unless it is confirmed: linewardenctl network "
                                   "confirm")
                        .arg(printable(pending->author),
                             pending->revertsAt.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))));
    QJsonObject object = QJsonDocument::fromJson(protocol::toJson(seen.value)).object();
    object.insert(QStringLiteral("etag"), QString::fromLatin1(seen.etag));
    output.result(object, text.join(QLatin1Char('\n')));
}

int networkCommand(const QStringList &arguments)
{
    static constexpr Action actions[] = {
        {"show", "the allowlist and a change that waits", show},
        {"set", "the whole list from a CSV file; without --apply only what is wrong with it", setNetworks},
        {"add", "one network", addNetwork},
        {"remove", "one network", removeNetwork},
        {"enforce", "on or off for people", enforceNetworks},
        {"confirm", "keep the change that waits", confirm},
        {"revert", "take it back", revert},
        {"replay", "whom a list would have refused, from the cached log", replayNetworks},
        {"blocks", "the blocked addresses", blocks},
        {"block", "an address by hand", block},
        {"lift", "a block", lift}};
    return runAction("network", actions, arguments);
}

}  // namespace lw::ctl
