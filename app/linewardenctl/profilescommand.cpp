// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardenctl/commands.h"
#include "app/linewardenctl/profilesession.h"
#include "core/cache/vault.h"

#include <QJsonArray>

namespace lw::ctl {

int profilesCommand(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("profiles list [--json]"),
                     QStringLiteral("Lists the back ends that this machine knows."));
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    if (parsed.positional().constFirst() != QLatin1String("list"))
        return output.fail(makeError(Errc::InvalidInput, QStringLiteral("There is only \"profiles list\".")));
    const Result<QList<session::Profile>> profiles = session::ProfileStore().load();
    if (!profiles) return output.fail(profiles.error());
    QJsonArray array;
    QStringList lines;
    for (const session::Profile &profile : *profiles) {
        const bool cached = cache::Vault::exists(profile.cacheDir);
        array.append(QJsonObject{
            {QStringLiteral("name"), profile.name},
            {QStringLiteral("address"), profile.endpoint.base.toString()},
            {QStringLiteral("customer"), profile.customer},
            {QStringLiteral("login"), profile.login},
            {QStringLiteral("certificateSha256"), QString::fromLatin1(profile.endpoint.pinnedSha256.toHex())},
            {QStringLiteral("logKey"), profile.logKey},
            {QStringLiteral("cacheFolder"), profile.cacheDir},
            {QStringLiteral("hasCache"), cached}});
        lines.append(QStringLiteral("%1  %2  %3@%4%5")
                         .arg(printable(profile.name), profile.endpoint.base.toString(), printable(profile.login),
                              printable(profile.customer), cached ? QString() : QStringLiteral("  (no cache)")));
    }
    if (lines.isEmpty()) lines.append(QStringLiteral("No profiles yet. Begin with \"linewardenctl connect\"."));
    output.result({{QStringLiteral("profiles"), array}}, lines.join(QLatin1Char('\n')));
    return 0;
}

}  // namespace lw::ctl
