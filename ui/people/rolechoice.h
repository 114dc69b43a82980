// SPDX-License-Identifier: GPL-3.0-or-later
// Roles as check boxes, each with what it allows; what may not be given or taken is grey and says why.
#pragma once

#include "core/domain/role.h"

#include <QList>
#include <QStringList>
#include <QWidget>

class QCheckBox;

namespace lw::ui {

class RoleChoice final : public QWidget {
    Q_OBJECT
  public:
    /// roles: all there are. held: the permissions of whoever gives them. keepOwner: the role "owner" may not be taken.
    /// Boxes are found by "role_" + the role's name.
    RoleChoice(const QList<Role> &roles, const Permissions &held, bool keepOwner, QWidget *parent = nullptr);
    void choose(const QStringList &names);
    QStringList chosen() const;

  Q_SIGNALS:
    void changed();

  private:
    struct Entry {
        QString name;
        QCheckBox *box;
    };
    QList<Entry> m_entries;
    QStringList m_unknown;  ///< held already, and not in the list: they stay
};

}  // namespace lw::ui
