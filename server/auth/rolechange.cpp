// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/rolechange.h"

#include "core/policy/rolerules.h"
#include "core/protocol/limits.h"
#include "core/protocol/role.h"
#include "server/auth/authevents.h"
#include "server/store/customertable.h"
#include "server/store/departuretable.h"
#include "server/store/roletable.h"
#include "server/store/usertable.h"

#include <algorithm>

namespace lw::server {

namespace {

const auto fieldName = QStringLiteral("name");
const auto fieldPermissions = QStringLiteral("permissions");

Error faultError(policy::RoleFault fault, const QString &name)
{
    using Fault = policy::RoleFault;
    switch (fault) {
        case Fault::NameEmpty:
            return makeError(Errc::InvalidInput, QStringLiteral("The role needs a name."), fieldName);
        case Fault::NameTooLong:
            return makeError(Errc::InvalidInput,
                             QStringLiteral("The name may have at most %1 characters.").arg(policy::roleNameCeiling),
                             fieldName);
        case Fault::NameCharacters:
            return makeError(Errc::InvalidInput,
                             QStringLiteral("A role's name begins with a letter from a to z; then letters from a to z, "
                                            "digits, \"-\" and \"_\" may follow."),
                             fieldName);
        case Fault::NameShipped:
            return makeError(Errc::Conflict,
                             QStringLiteral("\"%1\" can be mistaken for a role that every customer has. Choose another "
                                            "name.")
                                 .arg(name),
                             fieldName);
        case Fault::NameTaken:
            return makeError(Errc::Conflict,
                             QStringLiteral("There is a role of this name, or one that looks like it. Choose another "
                                            "name."),
                             fieldName);
        case Fault::NoPermission:
            return makeError(Errc::InvalidInput, QStringLiteral("The role needs at least one permission."),
                             fieldPermissions);
        case Fault::TooMany:
            return makeError(Errc::Conflict,
                             QStringLiteral("There are %1 roles, more are not possible. Remove one that nobody has.")
                                 .arg(policy::customRolesCeiling));
    }
    return {};
}

Error noSuchRole()
{
    return makeError(Errc::NotFound, QStringLiteral("There is no such role."));
}

Error isShipped(const QString &name)
{
    return makeError(Errc::Conflict,
                     QStringLiteral("\"%1\" is one of the roles that every customer has; it cannot be changed. Make a "
                                    "role of your own with the permissions that you want.")
                         .arg(name));
}

qsizetype indexOf(const QList<Role> &roles, const QString &name)
{
    const auto found = std::find_if(roles.begin(), roles.end(), [&](const Role &role) { return role.name == name; });
    return found == roles.end() ? -1 : std::distance(roles.begin(), found);
}

QString effectSentence(const QList<policy::RoleEffect> &effects)
{
    if (effects.isEmpty()) return QStringLiteral("Nobody gains or loses a permission by it.");
    const auto gain = std::count_if(effects.begin(), effects.end(),
                                    [](const policy::RoleEffect &effect) { return !effect.gained.isEmpty(); });
    const auto lose = std::count_if(effects.begin(), effects.end(),
                                    [](const policy::RoleEffect &effect) { return !effect.lost.isEmpty(); });
    return QStringLiteral("People who gain permissions by it: %1; who lose some: %2.").arg(gain).arg(lose);
}

/// What still needs the role; nothing: it may go.
Result<void> unused(const QSqlDatabase &connection, const QString &customerId, const QString &name)
{
    const Result<QList<User>> people = UserTable(connection).all(customerId);
    if (!people) return people.error();
    const auto holders =
        std::count_if(people->begin(), people->end(), [&](const User &user) { return user.roles.contains(name); });
    if (holders > 0)
        return makeError(Errc::Conflict,
                         holders == 1
                             ? QStringLiteral("One person has this role. Take it from him first.")
                             : QStringLiteral("%1 people have this role. Take it from them first.").arg(holders));
    const Result<Customer> customer = CustomerTable(connection).byId(customerId);
    if (!customer) return customer.error();
    if (customer->mfaRequiredRoles.contains(name) || customer->certificateRequiredRoles.contains(name))
        return makeError(
            Errc::Conflict,
            QStringLiteral("The rules require a second factor or a client certificate of this role. Change "
                           "the rules first."));
    const Result<QList<Departure>> cases =
        DepartureTable(connection).ofCustomer(customerId, protocol::limits::departuresListed);
    if (!cases) return cases.error();
    for (const Departure &open : *cases)
        if (open.state == DepartureState::Scheduled && open.newRoles.contains(name))
            return makeError(Errc::Conflict,
                             QStringLiteral("%1 is going to have this role by a reassignment. Withdraw that first.")
                                 .arg(open.login));
    return {};
}

}  // namespace

QList<Role> RoleChange::listed(const QList<Role> &custom)
{
    return shippedRoles() + custom;
}

QByteArray RoleChange::tagOf(const QList<Role> &custom)
{
    return etagOf(protocol::toJson(listed(custom)));
}

Result<void> RoleChange::mayTouch(const Transaction &transaction, const Principal &principal, const Origin &origin,
                                  const std::optional<Role> &before, const std::optional<Role> &after)
{
    const Permissions beyond = policy::beyondRoleAuthor(principal.permissions, before, after);
    if (beyond.isEmpty()) return {};
    const QString name = before ? before->name : after->name;
    const Result<quint64> written = m_audit.append(
        transaction, principal.customerId,
        authEvent(EventKind::AccessDenied, Outcome::Failure, actorOf(principal), origin,
                  ObjectRef{QStringLiteral("role"), name, name}, QStringLiteral("beyond_own_permissions")));
    if (!written) return written.error();
    QStringList names;
    for (Permission permission : allPermissions())
        if (beyond.contains(permission)) names.append(permissionName(permission));
    return makeError(
        Errc::Forbidden,
        QStringLiteral("You do not hold %1 yourself, so that you can neither give nor take it. Ask an owner.")
            .arg(names.join(QLatin1String(", "))),
        fieldPermissions);
}

Result<void> RoleChange::record(const Transaction &transaction, const Principal &principal, const Origin &origin,
                                EventKind kind, const std::optional<Role> &before, const std::optional<Role> &after,
                                const QString &detail)
{
    const QString name = before ? before->name : after->name;
    AuditEvent event =
        authEvent(kind, Outcome::Success, actorOf(principal), origin, ObjectRef{QStringLiteral("role"), name, name});
    event.detail = detail;
    if (before) event.before = protocol::toJsonObject(*before);
    if (after) event.after = protocol::toJsonObject(*after);
    const Result<quint64> written = m_audit.append(transaction, principal.customerId, std::move(event));
    if (!written) return written.error();
    return {};
}

Result<QByteArray> RoleChange::create(const Principal &principal, const Role &wish, const Origin &origin,
                                      const AlsoStore &alsoStore)
{
    const Role role{wish.name, wish.permissions, false};
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    RoleTable table(transaction->connection());
    Result<QList<Role>> custom = table.all(principal.customerId);
    if (!custom) return custom.error();
    if (const auto fault = policy::judgeRole(role, *custom)) return faultError(*fault, role.name);
    if (Result<void> may = mayTouch(*transaction, principal, origin, std::nullopt, role); !may) {
        if (may.error().code == Errc::Forbidden)
            if (Result<void> saved = transaction->commit(); !saved) return saved.error();
        return may.error();
    }
    if (Result<void> stored = table.insert(principal.customerId, role); !stored) return stored.error();
    if (Result<void> told =
            record(*transaction, principal, origin, EventKind::RoleCreated, std::nullopt, role, QString());
        !told)
        return told.error();
    if (Result<void> stored = alsoStore(*transaction); !stored) return stored.error();
    custom = table.all(principal.customerId);
    if (!custom) return custom.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return tagOf(*custom);
}

Result<QByteArray> RoleChange::change(const Principal &principal, const Role &wish, const Origin &origin,
                                      const Check &check)
{
    if (indexOf(shippedRoles(), wish.name) >= 0) return isShipped(wish.name);
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    RoleTable table(transaction->connection());
    const Result<QList<Role>> before = table.all(principal.customerId);
    if (!before) return before.error();
    const qsizetype at = indexOf(*before, wish.name);
    if (at < 0) return noSuchRole();
    if (Result<void> seen = check(tagOf(*before)); !seen) return seen.error();
    const Role role{wish.name, wish.permissions, false};
    if (role.permissions.isEmpty()) return faultError(policy::RoleFault::NoPermission, role.name);
    if (Result<void> may = mayTouch(*transaction, principal, origin, before->at(at), role); !may) {
        if (may.error().code == Errc::Forbidden)
            if (Result<void> saved = transaction->commit(); !saved) return saved.error();
        return may.error();
    }
    if (role == before->at(at)) return tagOf(*before);
    QList<Role> after = *before;
    after[at] = role;
    const Result<QList<User>> people = UserTable(transaction->connection()).all(principal.customerId);
    if (!people) return people.error();
    if (Result<void> stored = table.update(principal.customerId, role); !stored) return stored.error();
    if (Result<void> told = record(*transaction, principal, origin, EventKind::RoleChanged, before->at(at), role,
                                   effectSentence(policy::effectOfRoleChange(*before, after, *people)));
        !told)
        return told.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return tagOf(after);
}

Result<QByteArray> RoleChange::remove(const Principal &principal, const QString &name, const Origin &origin,
                                      const Check &check)
{
    if (indexOf(shippedRoles(), name) >= 0) return isShipped(name);
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    RoleTable table(transaction->connection());
    Result<QList<Role>> custom = table.all(principal.customerId);
    if (!custom) return custom.error();
    const qsizetype at = indexOf(*custom, name);
    if (at < 0) return noSuchRole();
    if (Result<void> seen = check(tagOf(*custom)); !seen) return seen.error();
    const Role role = custom->at(at);
    if (Result<void> may = mayTouch(*transaction, principal, origin, role, std::nullopt); !may) {
        if (may.error().code == Errc::Forbidden)
            if (Result<void> saved = transaction->commit(); !saved) return saved.error();
        return may.error();
    }
    if (Result<void> free = unused(transaction->connection(), principal.customerId, name); !free) return free.error();
    if (Result<void> stored = table.remove(principal.customerId, name); !stored) return stored.error();
    if (Result<void> told =
            record(*transaction, principal, origin, EventKind::RoleRemoved, role, std::nullopt, QString());
        !told)
        return told.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    custom->removeAt(at);
    return tagOf(*custom);
}

}  // namespace lw::server
