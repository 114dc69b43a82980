// SPDX-License-Identifier: GPL-3.0-or-later
// Permissions in the order and under the headings in which people read them.
#pragma once

#include "core/domain/role.h"

namespace lw::ui {

struct PermissionGroup {
    QString title;  ///< "People", "Log" …
    QList<Permission> permissions;
};

/// Every permission stands in exactly one group.
QList<PermissionGroup> permissionGroups();

/// "Everything", "Everything but: make and change roles", "See people and their devices; read the audit log",
/// "Nothing".
QString permissionsText(const Permissions &permissions);

/// The words of these permissions in reading order, separated by semicolons.
QString permissionList(const Permissions &permissions);

}  // namespace lw::ui
