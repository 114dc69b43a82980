// SPDX-License-Identifier: GPL-3.0-or-later
// A new role of the customer's own: a name and what it allows, from nothing or as another role has it.
#pragma once

#include "core/access/accessservice.h"
#include "ui/common/formdialog.h"

class QComboBox;
class QLineEdit;

namespace lw::ui {

class FormField;
class PermissionGrid;

class RoleDialog final : public FormDialog {
    Q_OBJECT
  public:
    /// roles: all there are; held: what the maker holds himself; like: a role to begin with, may be empty.
    RoleDialog(access::AccessService &service, QList<Role> roles, Permissions held, const QString &like,
               QWidget *parent = nullptr);
    /// Valid after accepted().
    QString roleName() const { return m_made; }

  protected:
    bool canSubmit() const override;
    void submit() override;

  private:
    Role typed() const;
    void judge();
    void takeFrom();

    access::AccessService &m_service;
    QList<Role> m_roles;
    QLineEdit *m_name;
    FormField *m_nameField;
    QComboBox *m_like;
    QLabel *m_leftOut;
    PermissionGrid *m_grid;
    QString m_made;
};

}  // namespace lw::ui
