// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/people/personview.h"

#include "core/policy/passwordage.h"
#include "core/util/time.h"
#include "server/http/precondition.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lw::server {

namespace {

QJsonObject editableOf(const User &user)
{
    QJsonObject object{{QStringLiteral("displayName"), user.displayName},
                       {QStringLiteral("department"), user.department},
                       {QStringLiteral("email"), user.email},
                       {QStringLiteral("roles"), QJsonArray::fromStringList(user.roles)},
                       {QStringLiteral("disabled"), user.status == UserStatus::Disabled}};
    if (user.exemption)
        object.insert(QStringLiteral("exemption"),
                      QJsonObject{{QStringLiteral("reason"), user.exemption->reason},
                                  {QStringLiteral("until"), toRfc3339(user.exemption->until)}});
    return object;
}

}  // namespace

protocol::UserEntry entryOf(const User &user, const PasswordPolicy &policy, const QDateTime &now)
{
    const policy::PasswordAgeVerdict verdict = policy::passwordAge(user, policy, now);
    return {user, {QString(policy::passwordStateName(verdict.state)), verdict.dueAt, verdict.ageDays}};
}

QJsonObject recordOf(const User &user)
{
    QJsonObject object = editableOf(user);
    object.remove(QStringLiteral("disabled"));
    object.insert(QStringLiteral("id"), user.id);
    object.insert(QStringLiteral("login"), user.login);
    object.insert(QStringLiteral("status"), QString(userStatusName(user.status)));
    if (user.passwordDueAt.isValid())
        object.insert(QStringLiteral("passwordForcedDueAt"), toRfc3339(user.passwordDueAt));
    return object;
}

QByteArray tagOf(const protocol::UserEntry &entry)
{
    return editTag(QJsonDocument(editableOf(entry.user)).toJson(QJsonDocument::Compact), protocol::toJson(entry));
}

}  // namespace lw::server
