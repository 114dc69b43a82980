// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/people/roster.h"

#include "core/policy/rolerules.h"
#include "server/store/customertable.h"
#include "server/store/departuretable.h"
#include "server/store/roletable.h"
#include "server/store/usertable.h"

namespace lw::server {

namespace {

Error bad(const char *field, const QString &what, Errc code = Errc::InvalidInput)
{
    return makeError(code, what, QLatin1String(field));
}

Result<QStringList> checkedRoles(QStringList roles)
{
    roles.removeDuplicates();
    if (roles.isEmpty())
        return bad("roles",
                   QStringLiteral("Give at least one role; \"user\" allows the own password and nothing else."));
    return roles;
}

Result<void> checkExemption(const RotationExemption &exemption, const QDateTime &now)
{
    constexpr const char *field = "exemption.until";
    if (exemption.until <= now)
        return bad(field, QStringLiteral("The exemption has ended already. Name a moment to come."));
    if (exemption.until > now.addDays(policy::exemptionDaysMost))
        return bad(field, QStringLiteral("An exemption ends within %1 days. Name an earlier moment; it can be renewed.")
                              .arg(policy::exemptionDaysMost));
    return {};
}

}  // namespace

Result<Roster> Roster::read(const QSqlDatabase &connection, const Principal &principal)
{
    const Result<Customer> customer = CustomerTable(connection).byId(principal.customerId);
    if (!customer) return customer.error();
    const Result<QList<Role>> roles = RoleTable(connection).all(principal.customerId);
    if (!roles) return roles.error();
    const Result<QList<User>> people = UserTable(connection).all(principal.customerId);
    if (!people) return people.error();
    const Result<QSet<QString>> leaving = DepartureTable(connection).leavingOwners(principal.customerId);
    if (!leaving) return leaving.error();
    return Roster(principal, *customer, *roles, *people, *leaving);
}

Roster::Roster(const Principal &principal, Customer customer, QList<Role> roles, const QList<User> &people,
               QSet<QString> leavingOwners)
    : m_principal(principal),
      m_customer(std::move(customer)),
      m_roles(std::move(roles)),
      m_leavingOwners(std::move(leavingOwners))
{
    m_people.reserve(people.size());
    for (const User &user : people)
        put(user);
}

void Roster::put(const User &user)
{
    const auto known = m_byId.constFind(user.id);
    if (known != m_byId.cend()) {
        m_people[*known] = user;
        return;
    }
    m_byId.insert(user.id, m_people.size());
    m_byLogin.insert(policy::sameLoginKey(user.login), m_people.size());
    if (m_taken) m_taken->add(user.login);
    m_people.append(user);
}

const policy::TakenLogins &Roster::taken() const
{
    if (m_taken) return *m_taken;
    m_taken.emplace();
    for (const User &user : m_people)
        m_taken->add(user.login);
    return *m_taken;
}

Result<User> Roster::byId(const QString &id) const
{
    const auto found = m_byId.constFind(id);
    if (found == m_byId.cend()) return makeError(Errc::NotFound, QStringLiteral("There is no such user."));
    return m_people[*found];
}

const User *Roster::byLogin(const QString &login) const
{
    const auto found = m_byLogin.constFind(policy::sameLoginKey(login));
    return found == m_byLogin.cend() ? nullptr : &m_people[*found];
}

Result<void> Roster::mayGive(const QStringList &before, const QStringList &after) const
{
    const policy::GrantVerdict verdict =
        policy::mayGrant(m_principal.permissions, policy::rolesTouched(before, after), m_roles);
    for (const QString &name : verdict.unknown)
        if (after.contains(name))
            return bad("roles", QStringLiteral("There is no role \"%1\". Choose one of the list of roles.").arg(name));
    if (!verdict.beyond.isEmpty())
        return bad(
            "roles",
            QStringLiteral("The role \"%1\" holds permissions that you do not have, so that you can neither give "
                           "nor take it. Ask an owner.")
                .arg(verdict.beyond.first()),
            Errc::Forbidden);
    return {};
}

Result<void> Roster::mayManage(const User &person) const
{
    if (policy::mayManage(m_principal.permissions, person.roles, m_roles)) return {};
    return makeError(Errc::Forbidden,
                     QStringLiteral("%1 holds permissions that you do not have. Ask somebody who has them, such as an "
                                    "owner.")
                         .arg(person.login));
}

Result<void> Roster::keepsAnOwner(const User &present, const User &after) const
{
    const auto owns = [](const User &user) {
        return user.status != UserStatus::Disabled && user.roles.contains(QStringLiteral("owner"));
    };
    if (!owns(present) || owns(after)) return {};
    QList<User> staying = m_people;
    staying.removeIf([this](const User &user) { return m_leavingOwners.contains(user.id); });
    if (!policy::isLastOwner(present, staying)) return {};
    return bad(
        after.status == UserStatus::Disabled ? "status" : "roles",
        QStringLiteral("%1 is the last owner who can sign in. Make somebody else an owner first.").arg(present.login),
        Errc::Conflict);
}

Result<User> Roster::created(const protocol::NewUser &wish, const QDateTime &now) const
{
    const Result<QString> login = policy::checkedLogin(wish.login);
    if (!login) return login.error();
    if (Result<void> free = taken().admit(*login); !free) return free.error();
    const Result<QString> name = policy::checkedDisplayName(wish.displayName);
    if (!name) return name.error();
    const Result<QString> department = policy::checkedDepartment(wish.department);
    if (!department) return department.error();
    const Result<QString> email = policy::checkedEmail(wish.email);
    if (!email) return email.error();
    const Result<QStringList> roles = checkedRoles(wish.roles);
    if (!roles) return roles.error();
    if (Result<void> may = mayGive({}, *roles); !may) return may.error();
    User user;
    user.login = *login;
    user.displayName = *name;
    user.department = *department;
    user.email = *email;
    user.roles = *roles;
    user.createdAt = now;
    user.mustChangePassword = true;
    return user;
}

Result<User> Roster::changed(const User &present, const protocol::UserPatch &patch, const QDateTime &now) const
{
    User after = present;
    if (patch.displayName) {
        const Result<QString> name = policy::checkedDisplayName(*patch.displayName);
        if (!name) return name.error();
        after.displayName = *name;
    }
    if (patch.department) {
        const Result<QString> department = policy::checkedDepartment(*patch.department);
        if (!department) return department.error();
        after.department = *department;
    }
    if (patch.email) {
        const Result<QString> email = policy::checkedEmail(*patch.email);
        if (!email) return email.error();
        after.email = *email;
    }
    if (patch.roles) {
        const Result<QStringList> roles = checkedRoles(*patch.roles);
        if (!roles) return roles.error();
        // The order in which somebody wrote them says nothing.
        if (QSet(roles->begin(), roles->end()) != QSet(present.roles.begin(), present.roles.end())) {
            if (Result<void> may = mayGive(present.roles, *roles); !may) return may.error();
            after.roles = *roles;
        }
    }
    if (patch.exemption && *patch.exemption != present.exemption) {
        if (const std::optional<RotationExemption> &exemption = *patch.exemption) {
            const Result<QString> reason = policy::checkedReason(exemption->reason);
            if (!reason) return reason.error();
            if (Result<void> fine = checkExemption(*exemption, now); !fine) return fine.error();
            after.exemption = RotationExemption{*reason, exemption->until};
        } else {
            after.exemption.reset();
        }
    }
    if (!patch.status || *patch.status == present.status) return after;
    if (present.id == m_principal.userId)
        return bad("status",
                   QStringLiteral("You cannot disable the account that you are signed in with. Ask another "
                                  "administrator."),
                   Errc::Conflict);
    // Lifting a lock gives nobody anything.
    if (present.status != UserStatus::Locked || *patch.status == UserStatus::Disabled)
        if (Result<void> may = mayManage(present); !may) return may.error();
    after.status = *patch.status;
    after.lockedUntil = {};
    after.disabledAt = after.status == UserStatus::Disabled ? now : QDateTime();
    return after;
}

}  // namespace lw::server
