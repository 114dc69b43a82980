// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlog/exportright.h"

#include "core/cache/statetable.h"
#include "core/protocol/me.h"

namespace lw::loginlog {

Result<void> mayExport(cache::Connection &connection)
{
    const Result<std::optional<QByteArray>> kept = cache::StateTable(connection).value(cache::StateKey::Me);
    if (!kept) return kept.error();
    const auto field = QString(permissionName(Permission::LogExport));
    const Result<protocol::Me> me =
        *kept ? protocol::meFromJson(**kept) : Result<protocol::Me>(makeError(Errc::NotFound, QString()));
    if (!me)
        return makeError(Errc::Forbidden,
                         QStringLiteral("It is not known here yet what you may export. Sign in and sync once."), field);
    if (me->permissions.contains(Permission::LogExport)) return {};
    return makeError(
        Errc::Forbidden,
        QStringLiteral("Your roles do not let you take logs, reports or lists of people away. Ask an owner "
                       "or administrator for a role with the permission log.export."),
        field);
}

}  // namespace lw::loginlog
