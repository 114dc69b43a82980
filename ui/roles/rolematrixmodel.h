// SPDX-License-Identifier: GPL-3.0-or-later
// Permissions (rows, under headings) by roles (columns). A customer's own role can be changed here, one at a time,
// until it is saved or discarded; shipped ones and permissions that the person does not hold himself stay as they are.
#pragma once

#include "core/domain/role.h"

#include <QAbstractTableModel>
#include <QHash>

namespace lw::ui {

class RoleMatrixModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Roles {
        HeadingRole = Qt::UserRole + 200,  ///< bool: the row is a heading
        AllowedRole,                       ///< bool
        LockedRole,                        ///< QString: why the cell cannot be changed; empty: it can
        ChangedRole,                       ///< bool: another than what is saved
        PeopleRole,                        ///< headerData: int, people who hold the role
        ShippedRole                        ///< headerData: bool
    };

    struct Facts {
        QList<Role> roles;
        QHash<QString, int> people;  ///< by role name
        Permissions held;            ///< by whoever looks at it
        QString locked;              ///< why nothing can be changed; empty: own roles can
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setFacts(Facts facts);
    const Role *role(int column) const;
    int columnOf(const QString &roleName) const;
    std::optional<Permission> permission(int row) const;
    const QList<Role> &saved() const { return m_facts.roles; }
    const QList<Role> &edited() const { return m_edited; }

    /// The one own role that differs from what is saved; empty: none.
    QString changedRole() const { return m_changed; }
    void discard();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

  Q_SIGNALS:
    void editedChanged();

  private:
    struct Row {
        QString heading;  ///< empty: a permission
        Permission permission = Permission::UsersRead;
    };
    static const QList<Row> &rows();
    QString whyLocked(const Role &role, Permission permission) const;

    Facts m_facts;
    QList<Role> m_edited;
    QString m_changed;
};

}  // namespace lw::ui
