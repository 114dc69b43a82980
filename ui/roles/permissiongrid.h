// SPDX-License-Identifier: GPL-3.0-or-later
// Permissions as check boxes under their headings, for a role that is being made.
#pragma once

#include "core/domain/role.h"

#include <QHash>
#include <QWidget>

class QCheckBox;

namespace lw::ui {

class PermissionGrid final : public QWidget {
    Q_OBJECT
  public:
    /// Boxes of permissions that are not held are grey and say why. Found by "permission_" + the permission's name.
    explicit PermissionGrid(Permissions held, QWidget *parent = nullptr);
    Permissions chosen() const;
    /// What is not held is left out; the answer is what was left out.
    Permissions choose(const Permissions &permissions);

  Q_SIGNALS:
    void changed();

  private:
    Permissions m_held;
    QHash<Permission, QCheckBox *> m_boxes;
};

}  // namespace lw::ui
