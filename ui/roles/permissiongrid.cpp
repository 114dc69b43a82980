// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roles/permissiongrid.h"

#include "ui/common/permissiongroups.h"
#include "ui/common/styling.h"
#include "ui/common/words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QGridLayout>

namespace lw::ui {

PermissionGrid::PermissionGrid(Permissions held, QWidget *parent) : QWidget(parent), m_held(std::move(held))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(14);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    int place = 0;
    const auto groups = permissionGroups();
    for (const PermissionGroup &group : groups) {
        auto *column = new QVBoxLayout;
        column->setSpacing(6);
        auto *head = new QLabel(group.title);
        setRole(head, LabelRole::Label);
        column->addWidget(head);
        for (const Permission permission : group.permissions) {
            auto *box = new QCheckBox(permissionWords(permission));
            box->setObjectName(QStringLiteral("permission_") + permissionName(permission));
            box->setEnabled(m_held.contains(permission));
            if (!box->isEnabled()) {
                box->setToolTip(tr("You do not hold this permission yourself, so you cannot give it."));
                box->setAccessibleDescription(box->toolTip());
            }
            connect(box, &QCheckBox::toggled, this, &PermissionGrid::changed);
            m_boxes.insert(permission, box);
            column->addWidget(box);
        }
        column->addStretch(1);
        grid->addLayout(column, place / 2, place % 2);
        ++place;
    }
}

Permissions PermissionGrid::chosen() const
{
    Permissions permissions;
    for (auto it = m_boxes.cbegin(); it != m_boxes.cend(); ++it)
        if (it.value()->isChecked()) permissions.insert(it.key());
    return permissions;
}

Permissions PermissionGrid::choose(const Permissions &permissions)
{
    for (auto it = m_boxes.cbegin(); it != m_boxes.cend(); ++it)
        it.value()->setChecked(permissions.contains(it.key()) && m_held.contains(it.key()));
    return permissions - m_held;
}

}  // namespace lw::ui
