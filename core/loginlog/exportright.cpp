// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlog/exportright.h"

#include "core/cache/statetable.h"
#include "core/protocol/me.h"

namespace lw::loginlog {

namespace {

Result<void> mayDo(cache::Connection &connection, Permission permission, const QString &refusal)
{
    const Result<std::optional<QByteArray>> kept = cache::StateTable(connection).value(cache::StateKey::Me);
    if (!kept) return kept.error();
    const auto field = QString(permissionName(permission));
    const Result<protocol::Me> me =
        *kept ? protocol::meFromJson(**kept) : Result<protocol::Me>(makeError(Errc::NotFound, QString()));
    if (!me)
        return makeError(Errc::Forbidden,
                         QStringLiteral("It is not known here yet what you may export. Sign in and sync once."), field);
    if (me->permissions.contains(permission)) return {};
    return makeError(
        Errc::Forbidden,
        QStringLiteral("%1 Ask an owner or administrator for a role with the permission %2.").arg(refusal, field),
        field);
}

}  // namespace

Result<void> mayExport(cache::Connection &connection)
{
    return mayDo(connection, Permission::LogExport,
                 QStringLiteral("Your roles do not let you take logs, reports or lists of people away."));
}

Result<void> mayReport(cache::Connection &connection, Permission permission)
{
    return mayDo(connection, permission, QStringLiteral("Your roles do not let you see what this report is about."));
}

}  // namespace lw::loginlog
