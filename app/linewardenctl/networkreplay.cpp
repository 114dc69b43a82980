// SPDX-License-Identifier: GPL-3.0-or-later
// What a list would have done to the logins that the cache knows.
#include "app/linewardenctl/filteroptions.h"
#include "app/linewardenctl/networkactions.h"
#include "app/linewardenctl/profilesession.h"
#include "app/linewardenctl/table.h"
#include "core/policy/allowlist.h"
#include "core/util/time.h"

#include <QJsonArray>

namespace lw::ctl {

namespace {

QJsonObject jsonOf(const access::ReplayResult &result)
{
    QJsonArray people;
    for (const access::ReplayedPerson &person : result.people)
        people.append(QJsonObject{{QStringLiteral("login"), person.login},
                                  {QStringLiteral("displayName"), person.displayName},
                                  {QStringLiteral("refused"), static_cast<qint64>(person.refused)},
                                  {QStringLiteral("logins"), static_cast<qint64>(person.logins)},
                                  {QStringLiteral("last"), toRfc3339(person.last)},
                                  {QStringLiteral("lastAddress"), person.lastAddress},
                                  {QStringLiteral("administrator"), person.administrator}});
    QJsonArray networks;
    for (const access::NetworkUse &use : result.networks)
        networks.append(QJsonObject{{QStringLiteral("network"), use.network},
                                    {QStringLiteral("logins"), static_cast<qint64>(use.logins)},
                                    {QStringLiteral("people"), use.people},
                                    {QStringLiteral("last"), toRfc3339(use.last)}});
    return {{QStringLiteral("from"), toRfc3339(result.from)},
            {QStringLiteral("to"), toRfc3339(result.to)},
            {QStringLiteral("logins"), static_cast<qint64>(result.logins)},
            {QStringLiteral("refusedLogins"), static_cast<qint64>(result.refusedLogins)},
            {QStringLiteral("people"), people},
            {QStringLiteral("networks"), networks}};
}

int give(const access::ReplayResult &result, int days, const Output &output)
{
    Table table({QStringLiteral("LOGIN"), QStringLiteral("REFUSED"), QStringLiteral("OF"), QStringLiteral("LAST"),
                 QStringLiteral("FROM"), QStringLiteral("ADMINISTRATOR")});
    for (const access::ReplayedPerson &person : result.people)
        table.row({person.login, QString::number(person.refused), QString::number(person.logins),
                   momentText(person.last), person.lastAddress,
                   person.administrator ? QStringLiteral("yes") : QStringLiteral("no")});
    output.result(jsonOf(result),
                  table.text(QStringLiteral("Nobody would have been refused.")) +
                      QStringLiteral("\nOf %1 logins of the last %2 days, %3 of %4 people would have been refused.")
                          .arg(result.logins)
                          .arg(days)
                          .arg(result.refusedLogins)
                          .arg(result.people.size()));
    return 0;
}

}  // namespace

int replayNetworks(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("network replay [FILE] [--days N] [options]"),
                     QStringLiteral("Says, offline, which logins in the cache a list would have refused: that of a CSV "
                                    "file, else the allowlist as it was last seen."));
    parsed.profileOptions();
    filterOptions(parsed);
    parsed.option(QStringLiteral("days"), QStringLiteral("Of so many days (default 30)."), QStringLiteral("n"));
    if (const auto done = parsed.parse(arguments, 0, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    bool number = true;
    const int days = parsed.has(QStringLiteral("days")) ? parsed.value(QStringLiteral("days")).toInt(&number) : 30;
    if (!number || days < 1 || days > 3'660)
        return output.fail(makeError(Errc::InvalidInput, QStringLiteral("--days takes a number from 1 to 3,660."),
                                     QStringLiteral("days")));
    Allowlist list;
    if (!parsed.positional().isEmpty()) {
        const Result<QList<AllowedNetwork>> networks = networksFrom(parsed.positional().constFirst(), parsed);
        if (!networks) return output.fail(networks.error());
        const policy::AllowlistVerdict verdict =
            policy::judgeAllowlist({false, {}, *networks}, QDateTime::currentDateTimeUtc());
        if (!verdict.accepted())
            return output.fail(makeError(Errc::InvalidInput, policy::findingSentence(verdict.findings.front()),
                                         policy::findingField(verdict.findings.front())));
        list.networks = verdict.networks;
    }
    const Result<session::Profile> profile = chosenProfile(parsed);
    if (!profile) return output.fail(profile.error());
    session::ConsoleSession session(*profile);
    if (const Result<void> open = unlock(session, parsed); !open) return output.fail(open.error());
    if (parsed.positional().isEmpty()) {
        const Result<SeenNetwork> kept = await<SeenNetwork>(
            [&](QObject *context, Callback<SeenNetwork> done) { session.access()->network(context, std::move(done)); });
        if (!kept) return output.fail(kept.error());
        list = kept->value.allowlist;
    }
    const Result<access::ReplayResult> result =
        await<access::ReplayResult>([&](QObject *context, Callback<access::ReplayResult> done) {
            session.allowlistReplay()->replay(list, QDateTime::currentDateTimeUtc(), days, context, std::move(done));
        });
    return result ? give(*result, days, output) : output.fail(result.error());
}

}  // namespace lw::ctl
