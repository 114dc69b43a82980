// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/peoplefacts.h"

#include "core/policy/rolerules.h"

#include <QCoreApplication>

namespace lw::ui {

namespace {

struct FactsText {
    Q_DECLARE_TR_FUNCTIONS(lw::ui::PeopleFacts)
};

}  // namespace

QList<Role> PeopleFacts::customRoles() const
{
    QList<Role> custom;
    for (const Role &role : roles)
        if (!role.shipped) custom.append(role);
    return custom;
}

QList<User> PeopleFacts::users() const
{
    QList<User> all;
    all.reserve(people.rows.size());
    for (const people::PersonRow &row : people.rows)
        all.append(row.user);
    return all;
}

bool PeopleFacts::mayManage(const User &user) const
{
    return policy::mayManage(held, user.roles, customRoles());
}

bool PeopleFacts::isLastOwner(const User &user) const
{
    return policy::isLastOwner(user, users());
}

QString personName(const User &user)
{
    return user.displayName.isEmpty() ? user.login : user.displayName;
}

QString namesOf(const QList<User> &users, int most)
{
    QStringList names;
    for (const User &user : users.mid(0, most))
        names << personName(user);
    QString text = names.join(QStringLiteral(", "));
    if (users.size() > most) text += FactsText::tr(" and %n more", nullptr, static_cast<int>(users.size()) - most);
    return text;
}

}  // namespace lw::ui
