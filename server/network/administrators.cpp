// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/network/administrators.h"

#include "core/audit/eventcodec.h"
#include "core/protocol/limits.h"
#include "server/store/roletable.h"
#include "server/store/sessiontable.h"
#include "server/store/usertable.h"

#include <QHash>

namespace lw::server {

namespace {

constexpr quint64 leavesRead = 20'000;  // a look at the past must not hold an administrator's change up

/// Addresses of the last sign-ins by unique ID.
Result<QHash<QString, QString>> lastSignIns(AuditLog &audit, const QString &customerId)
{
    const Result<AuditLog::Head> head = audit.head(customerId);
    if (!head) return head.error();
    const quint64 from = head->size > leavesRead ? head->size - leavesRead : 0;
    const Result<LeafSource> leaves = audit.stream(customerId, from, head->size);
    if (!leaves) return leaves.error();
    QHash<QString, QString> addresses;
    QByteArray chunk;
    for (;;) {
        const Result<bool> more = (*leaves)(chunk);
        if (!more) return more.error();
        if (!*more) return addresses;
        for (const QByteArray &leaf : chunk.split('\n')) {
            if (!leaf.contains("\"login.succeeded\"")) continue;
            const Result<AuditEvent> event = audit::eventFromLeaf(leaf);
            if (event && event->kind == EventKind::LoginSucceeded)
                addresses.insert(event->actor.id, event->origin.address);
        }
    }
}

}  // namespace

Result<std::vector<policy::AdministratorSeen>> administratorsSeen(const QSqlDatabase &connection, AuditLog &audit,
                                                                  const Principal &author, const QString &authorAddress)
{
    const Result<QList<User>> users = UserTable(connection).all(author.customerId);
    if (!users) return users.error();
    const Result<QList<Role>> roles = RoleTable(connection).all(author.customerId);
    if (!roles) return roles.error();
    Result<QHash<QString, QString>> addresses = lastSignIns(audit, author.customerId);
    if (!addresses) return addresses.error();
    const Result<QList<SessionRow>> sessions =
        SessionTable(connection).ofCustomer(author.customerId, protocol::limits::sessionsListed);
    if (!sessions) return sessions.error();
    QHash<QString, QDateTime> seenAt;
    for (const SessionRow &session : *sessions) {
        QDateTime &latest = seenAt[session.userId];
        if (latest.isValid() && session.lastSeenAt <= latest) continue;
        latest = session.lastSeenAt;
        addresses->insert(session.userId, session.address);
    }
    addresses->insert(author.userId, authorAddress);

    std::vector<policy::AdministratorSeen> seen;
    for (const User &user : *users)
        if (user.status != UserStatus::Disabled && permissionsOf(user.roles, *roles).contains(Permission::NetworkWrite))
            seen.push_back({user.login, addresses->value(user.id)});
    return seen;
}

}  // namespace lw::server
