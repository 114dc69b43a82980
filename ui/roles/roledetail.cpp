// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roles/roledetail.h"

#include "ui/common/detailpanel.h"
#include "ui/common/permissiongroups.h"
#include "ui/common/words.h"

#include <QCoreApplication>

namespace lw::ui {

namespace {

struct RoleDetailText {
    Q_DECLARE_TR_FUNCTIONS(lw::ui::RoleDetail)
};

constexpr int namedMost = 12;

QStringList holders(const QString &role, const people::PeopleList &people)
{
    QStringList names;
    for (const people::PersonRow &row : people.rows)
        if (row.user.status != UserStatus::Disabled && row.user.roles.contains(role))
            names << (row.user.displayName.isEmpty() ? row.user.login : row.user.displayName);
    return names;
}

}  // namespace

void fillRolePanel(DetailPanel &panel, const Role &role, const people::PeopleList &people)
{
    const QStringList names = holders(role.name, people);
    const int count = static_cast<int>(names.size());
    panel.clear();
    panel.setTitle(roleWords(role.name), role.shipped ? RoleDetailText::tr("shipped with every customer")
                                                      : RoleDetailText::tr("your own role"));
    panel.addPill(RoleDetailText::tr("%1 of %2 permissions").arg(role.permissions.size()).arg(allPermissions().size()),
                  Tone::Accent);
    if (people.customer.mfaRequiredRoles.contains(role.name))
        panel.addField(RoleDetailText::tr("MFA"), RoleDetailText::tr("required"));
    if (people.customer.certificateRequiredRoles.contains(role.name))
        panel.addField(RoleDetailText::tr("Certificate"), RoleDetailText::tr("required"));
    panel.addMonoField(RoleDetailText::tr("Name"), role.name);
    panel.addLinkField(RoleDetailText::tr("Held by"), RoleDetailText::tr("%n people", nullptr, count),
                       QLatin1String(roleHoldersLink));
    panel.addNote(RoleDetailText::tr("What it allows"), permissionsText(role.permissions) + QLatin1Char('.'));
    panel.addSection(RoleDetailText::tr("Who has it"));
    if (names.isEmpty()) {
        panel.addText(RoleDetailText::tr("Nobody yet. Give it to somebody on the page People."));
        return;
    }
    panel.addText(names.mid(0, namedMost).join(QLatin1Char('\n')));
    if (count > namedMost) panel.addText(RoleDetailText::tr("and %n more", nullptr, count - namedMost));
}

}  // namespace lw::ui
