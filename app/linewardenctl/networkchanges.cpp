// SPDX-License-Identifier: GPL-3.0-or-later
// Changing the allowlist. A change is in force at once and reverts by itself unless "network confirm" keeps it in time:
// a script that locked itself out is let in again.
#include "app/linewardenctl/filteroptions.h"
#include "app/linewardenctl/networkactions.h"
#include "core/import/networksfile.h"
#include "core/policy/allowlist.h"
#include "core/protocol/limits.h"

#include <QBuffer>
#include <QJsonArray>

#include <functional>

namespace lw::ctl {

namespace {

void changeOptions(Arguments &parsed)
{
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    parsed.option(QStringLiteral("confirm-minutes"),
                  QStringLiteral("It reverts after so many minutes unless confirmed: 1 to 60 (default 10)."),
                  QStringLiteral("n"));
    parsed.option(QStringLiteral("stranding-confirmed"),
                  QStringLiteral("Your own login name: go on although it locks out you or every administrator."),
                  QStringLiteral("login"));
}

Result<int> confirmMinutes(const Arguments &parsed)
{
    if (!parsed.has(QStringLiteral("confirm-minutes"))) return 10;
    bool number = false;
    const int minutes = parsed.value(QStringLiteral("confirm-minutes")).toInt(&number);
    if (number && minutes >= 1 && minutes <= 60) return minutes;
    return makeError(Errc::InvalidInput, QStringLiteral("--confirm-minutes takes a number from 1 to 60."),
                     QStringLiteral("confirm-minutes"));
}

QLatin1String weightName(policy::FindingWeight weight)
{
    switch (weight) {
        case policy::FindingWeight::Refused: return QLatin1String("refused");
        case policy::FindingWeight::Warning: return QLatin1String("warning");
        case policy::FindingWeight::Note: return QLatin1String("note");
    }
    return {};
}

QStringList sentencesOf(const policy::AllowlistVerdict &verdict)
{
    QStringList sentences;
    for (const policy::AllowlistFinding &finding : verdict.findings)
        sentences.append(QStringLiteral("%1: %2 %3")
                             .arg(weightName(policy::weightOf(finding.problem)),
                                  finding.text.isEmpty() ? QString() : printable(finding.text) + QLatin1Char(':'),
                                  printable(policy::findingSentence(finding)))
                             .simplified());
    return sentences;
}

/// What is wrong with the list as a whole, if it cannot be saved.
Result<policy::AllowlistVerdict> judged(const Allowlist &list)
{
    policy::AllowlistVerdict verdict = policy::judgeAllowlist(list, QDateTime::currentDateTimeUtc());
    if (verdict.accepted()) return verdict;
    const policy::AllowlistFinding &first = verdict.findings.front();
    return makeError(Errc::InvalidInput, policy::findingSentence(first), policy::findingField(first));
}

using Edit = std::function<Result<void>(Allowlist &)>;

/// Reads the list, has it edited, says what is to be said, asks, changes.
int changeList(const Arguments &parsed, const Output &output, const Edit &edit)
{
    const Result<int> minutes = confirmMinutes(parsed);
    if (!minutes) return output.fail(minutes.error());
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<SeenNetwork> present = networkOf(**admin);
    if (!present) return output.fail(present.error());
    Allowlist next = present->value.allowlist;
    if (const Result<void> edited = edit(next); !edited) return output.fail(edited.error());
    const Result<policy::AllowlistVerdict> verdict = judged(next);
    if (!verdict) return output.fail(verdict.error());
    for (const QString &sentence : sentencesOf(*verdict))
        output.note(sentence);
    if (const Result<void> agreed = confirmed(
            parsed,
            QStringLiteral("%1 networks instead of %2, %3. It is in force at once and reverts after %4 minutes "
                           "unless confirmed.")
                .arg(verdict->networks.size())
                .arg(present->value.allowlist.networks.size())
                .arg(next.enforced ? QStringLiteral("enforced for people") : QStringLiteral("not enforced for people"))
                .arg(*minutes));
        !agreed)
        return output.fail(agreed.error());
    const protocol::AllowlistChange change{next.enforced, verdict->networks, *minutes,
                                           parsed.value(QStringLiteral("stranding-confirmed"))};
    const Result<SeenNetwork> changed = await<SeenNetwork>([&](QObject *context, Callback<SeenNetwork> done) {
        (*admin)->access().changeAllowlist(change, present->etag, context, std::move(done));
    });
    if (!changed) return output.fail(changed.error());
    giveNetwork(*changed, output);
    return 0;
}

Result<std::optional<bool>> enforceOption(const Arguments &parsed)
{
    if (!parsed.has(QStringLiteral("enforce"))) return std::optional<bool>();
    const QString value = parsed.value(QStringLiteral("enforce"));
    if (value == QLatin1String("on")) return std::optional<bool>(true);
    if (value == QLatin1String("off")) return std::optional<bool>(false);
    return makeError(Errc::InvalidInput, QStringLiteral("--enforce takes on or off."), QStringLiteral("enforce"));
}

int checkOnly(const QList<AllowedNetwork> &networks, bool enforced, const Output &output)
{
    const policy::AllowlistVerdict verdict =
        policy::judgeAllowlist({enforced, {}, networks}, QDateTime::currentDateTimeUtc());
    QJsonArray findings;
    for (const policy::AllowlistFinding &finding : verdict.findings)
        findings.append(QJsonObject{{QStringLiteral("weight"), QString(weightName(policy::weightOf(finding.problem)))},
                                    {QStringLiteral("problem"), QString(policy::allowlistProblemName(finding.problem))},
                                    {QStringLiteral("field"), policy::findingField(finding)},
                                    {QStringLiteral("text"), finding.text},
                                    {QStringLiteral("message"), policy::findingSentence(finding)}});
    QStringList text = sentencesOf(verdict);
    text.append(QStringLiteral("%1 networks, %2 after canonical form. Nothing was changed; --apply does it.")
                    .arg(networks.size())
                    .arg(verdict.networks.size()));
    output.result({{QStringLiteral("accepted"), verdict.accepted()},
                   {QStringLiteral("networks"), verdict.networks.size()},
                   {QStringLiteral("findings"), findings}},
                  text.join(QLatin1Char('\n')));
    return verdict.accepted() ? 0 : static_cast<int>(ExitCode::Usage);
}

}  // namespace

Result<QList<AllowedNetwork>> networksFrom(const QString &path, const Arguments &arguments)
{
    const Result<QTimeZone> zone = chosenZone(arguments);
    if (!zone) return zone.error();
    Result<QByteArray> csv = readFile(path, protocol::limits::networkBodyBytes);
    if (!csv) return csv.error();
    QBuffer buffer(&*csv);
    buffer.open(QIODevice::ReadOnly);
    const Result<import::NetworksFile> file = import::readNetworksFile(buffer, *zone);
    if (!file) return file.error();
    if (file->refusals.isEmpty()) return file->networks;
    const import::Refusal &first = file->refusals.constFirst();
    return makeError(Errc::InvalidInput,
                     QStringLiteral("Line %1 of %2 cannot be read: %3 (%4 such lines). Nothing was changed.")
                         .arg(first.line)
                         .arg(path, first.reason)
                         .arg(file->refusals.size()),
                     QStringLiteral("file"));
}

int setNetworks(const QStringList &arguments)
{
    Arguments parsed(
        QStringLiteral("network set FILE [--enforce on|off] [--apply] [--yes]"),
        QStringLiteral("Replaces the whole list by a CSV file with the columns network, label, owner, until "
                       "(\"-\" is standard input). Without --apply it is only checked."));
    changeOptions(parsed);
    filterOptions(parsed);
    parsed.option(QStringLiteral("apply"), QStringLiteral("Do it, after asking."));
    parsed.option(QStringLiteral("enforce"), QStringLiteral("on or off (default: as it is)."),
                  QStringLiteral("on|off"));
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::optional<bool>> enforce = enforceOption(parsed);
    if (!enforce) return output.fail(enforce.error());
    const Result<QList<AllowedNetwork>> networks = networksFrom(parsed.positional().constFirst(), parsed);
    if (!networks) return output.fail(networks.error());
    if (!parsed.has(QStringLiteral("apply"))) return checkOnly(*networks, enforce->value_or(false), output);
    return changeList(parsed, output, [&](Allowlist &list) -> Result<void> {
        list.networks = *networks;
        list.enforced = enforce->value_or(list.enforced);
        return {};
    });
}

int addNetwork(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("network add NETWORK [--label TEXT] [--owner TEXT] [--until INSTANT] [--yes]"),
                     QStringLiteral("Adds an address or a network in CIDR form."));
    changeOptions(parsed);
    parsed.option(QStringLiteral("label"), QStringLiteral("What it is: \"Head office\"."), QStringLiteral("text"));
    parsed.option(QStringLiteral("owner"), QStringLiteral("Who answers for it."), QStringLiteral("text"));
    parsed.option(QStringLiteral("until"), QStringLiteral("It counts until then."), QStringLiteral("instant"));
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<QDateTime> until = instantOption(parsed, QStringLiteral("until"));
    if (!until) return output.fail(until.error());
    return changeList(parsed, output, [&](Allowlist &list) -> Result<void> {
        list.networks.append({parsed.positional().constFirst(), parsed.value(QStringLiteral("label")),
                              parsed.value(QStringLiteral("owner")), *until});
        return {};
    });
}

int removeNetwork(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("network remove NETWORK [--yes]"),
                     QStringLiteral("Removes a network of the list, written in any form."));
    changeOptions(parsed);
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const QString text = parsed.positional().constFirst();
    return changeList(parsed, output, [&](Allowlist &list) -> Result<void> {
        const std::optional<policy::Network> wanted = policy::parseNetwork(text);
        const qsizetype removed = list.networks.removeIf([&](const AllowedNetwork &entry) {
            return wanted ? policy::parseNetwork(entry.network) == wanted : entry.network == text;
        });
        if (removed > 0) return {};
        return makeError(Errc::NotFound, QStringLiteral("%1 is not in the list.").arg(text), QStringLiteral("network"));
    });
}

int enforceNetworks(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("network enforce on|off [--yes]"),
                     QStringLiteral("Switches allowlist-only access for people. PBX servers are held to the list "
                                    "always."));
    changeOptions(parsed);
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const QString value = parsed.positional().constFirst();
    if (value != QLatin1String("on") && value != QLatin1String("off"))
        return output.fail(makeError(Errc::InvalidInput, QStringLiteral("It is \"network enforce on\" or \"off\".")));
    return changeList(parsed, output, [&](Allowlist &list) -> Result<void> {
        list.enforced = value == QLatin1String("on");
        return {};
    });
}

}  // namespace lw::ctl
