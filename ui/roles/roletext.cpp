// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roles/roletext.h"

#include "ui/common/permissiongroups.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace lw::ui {

namespace {

struct RoleText {
    Q_DECLARE_TR_FUNCTIONS(lw::ui::RoleText)
};

constexpr int namedMost = 4;

struct SameEffect {
    Permissions gained;
    Permissions lost;
    QStringList names;
};

QString lineOf(const SameEffect &effect)
{
    const int count = static_cast<int>(effect.names.size());
    QStringList parts;
    if (!effect.gained.isEmpty())
        parts << RoleText::tr("%n people gain: %1", nullptr, count).arg(permissionList(effect.gained));
    if (!effect.lost.isEmpty())
        parts << (parts.isEmpty() ? RoleText::tr("%n people lose: %1", nullptr, count)
                                  : RoleText::tr("and lose: %1", nullptr, count))
                     .arg(permissionList(effect.lost));
    QString names = effect.names.mid(0, namedMost).join(QStringLiteral(", "));
    if (count > namedMost) names += RoleText::tr(" and %n more", nullptr, count - namedMost);
    return QStringLiteral("%1 (%2).").arg(parts.join(QStringLiteral(", ")), names);
}

}  // namespace

QString roleFaultWords(policy::RoleFault fault)
{
    using policy::RoleFault;
    switch (fault) {
        case RoleFault::NameEmpty: return RoleText::tr("Give it a name.");
        case RoleFault::NameTooLong: return RoleText::tr("Use at most %1 characters.").arg(policy::roleNameCeiling);
        case RoleFault::NameCharacters:
            return RoleText::tr("Begin with a letter a to z; then letters a to z, digits, - and _.");
        case RoleFault::NameShipped:
            return RoleText::tr("This is the name of a shipped role, or looks like one. Choose another.");
        case RoleFault::NameTaken:
            return RoleText::tr("One of your roles has this name, or looks like it. Choose another.");
        case RoleFault::NoPermission: return RoleText::tr("Allow at least one thing.");
        case RoleFault::TooMany:
            return RoleText::tr("There are %1 roles already. Remove one that nobody needs.")
                .arg(policy::customRolesCeiling);
    }
    return {};
}

QStringList roleEffectLines(const QList<policy::RoleEffect> &effects, const QList<User> &users)
{
    QHash<QString, QString> names;
    for (const User &user : users)
        names.insert(user.id, user.displayName.isEmpty() ? user.login : user.displayName);
    QList<SameEffect> kinds;
    for (const policy::RoleEffect &effect : effects) {
        const auto same = std::find_if(kinds.begin(), kinds.end(), [&](const SameEffect &kind) {
            return kind.gained == effect.gained && kind.lost == effect.lost;
        });
        const QString name = names.value(effect.userId, effect.login);
        if (same != kinds.end())
            same->names << name;
        else
            kinds.append({effect.gained, effect.lost, {name}});
    }
    QStringList lines;
    for (const SameEffect &kind : std::as_const(kinds))
        lines << lineOf(kind);
    return lines;
}

int holdersOf(const QString &role, const QList<User> &users)
{
    return static_cast<int>(std::count_if(users.cbegin(), users.cend(), [&](const User &user) {
        return user.status != UserStatus::Disabled && user.roles.contains(role);
    }));
}

}  // namespace lw::ui
