// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/permissiongroups.h"

#include "ui/common/words.h"

#include <QCoreApplication>

namespace lw::ui {

namespace {

struct GroupText {
    Q_DECLARE_TR_FUNCTIONS(lw::ui::PermissionGroups)
};

constexpr int fewMissing = 3;  ///< up to so many exceptions are shorter to read than the list

QString capitalised(QString text)
{
    if (!text.isEmpty()) text[0] = text.at(0).toUpper();
    return text;
}

}  // namespace

QList<PermissionGroup> permissionGroups()
{
    using P = Permission;
    return {{GroupText::tr("People"), {P::UsersRead, P::UsersWrite}},
            {GroupText::tr("Roles"), {P::RolesRead, P::RolesWrite}},
            {GroupText::tr("Rules"), {P::CustomerRead, P::PolicyWrite}},
            {GroupText::tr("Sessions"), {P::SessionsRead, P::SessionsEnd}},
            {GroupText::tr("Departures"), {P::DeparturesRead, P::DeparturesWrite}},
            {GroupText::tr("Network"), {P::NetworkRead, P::NetworkWrite}},
            {GroupText::tr("Call Guard"), {P::NumbersRead, P::NumbersWrite, P::CallsDecide}},
            {GroupText::tr("Spend"), {P::SpendRead, P::SpendWrite}},
            {GroupText::tr("Retention"), {P::RetentionRead, P::RetentionWrite, P::PersonalData}},
            {GroupText::tr("Log and reports"), {P::LogRead, P::LogExport}},
            {GroupText::tr("Own account"), {P::OwnPassword}}};
}

QString permissionList(const Permissions &permissions)
{
    QStringList words;
    const auto groups = permissionGroups();
    for (const PermissionGroup &group : groups)
        for (const Permission permission : group.permissions)
            if (permissions.contains(permission)) words << permissionWords(permission);
    return words.join(QStringLiteral("; "));
}

QString permissionsText(const Permissions &permissions)
{
    if (permissions.isEmpty()) return GroupText::tr("Nothing");
    const auto &all = allPermissions();
    const Permissions missing = Permissions(all.begin(), all.end()) - permissions;
    if (missing.isEmpty()) return GroupText::tr("Everything");
    if (missing.size() <= fewMissing) return GroupText::tr("Everything but: %1").arg(permissionList(missing));
    return capitalised(permissionList(permissions));
}

}  // namespace lw::ui
