// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roles/rolematrixmodel.h"

#include "ui/common/permissiongroups.h"
#include "ui/common/words.h"

namespace lw::ui {

const QList<RoleMatrixModel::Row> &RoleMatrixModel::rows()
{
    static const QList<Row> all = [] {
        QList<Row> made;
        const auto groups = permissionGroups();
        for (const PermissionGroup &group : groups) {
            made.append({group.title, {}});
            for (const Permission permission : group.permissions)
                made.append({{}, permission});
        }
        return made;
    }();
    return all;
}

void RoleMatrixModel::setFacts(Facts facts)
{
    beginResetModel();
    m_facts = std::move(facts);
    m_edited = m_facts.roles;
    m_changed.clear();
    endResetModel();
    Q_EMIT editedChanged();
}

const Role *RoleMatrixModel::role(int column) const
{
    return column >= 0 && column < m_edited.size() ? &m_edited[column] : nullptr;
}

int RoleMatrixModel::columnOf(const QString &roleName) const
{
    for (qsizetype column = 0; column < m_edited.size(); ++column)
        if (m_edited[column].name == roleName) return static_cast<int>(column);
    return -1;
}

std::optional<Permission> RoleMatrixModel::permission(int row) const
{
    if (row < 0 || row >= rows().size() || !rows()[row].heading.isEmpty()) return std::nullopt;
    return rows()[row].permission;
}

void RoleMatrixModel::discard()
{
    if (m_changed.isEmpty()) return;
    m_edited = m_facts.roles;
    m_changed.clear();
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    Q_EMIT editedChanged();
}

int RoleMatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows().size());
}

int RoleMatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_edited.size());
}

QString RoleMatrixModel::whyLocked(const Role &role, Permission permission) const
{
    if (role.shipped) return tr("A shipped role stays as it is. Make one of your own to have it otherwise.");
    if (!m_facts.locked.isEmpty()) return m_facts.locked;
    if (!m_facts.held.contains(permission))
        return tr("You do not hold this permission yourself, so you can neither give nor take it.");
    if (!m_changed.isEmpty() && m_changed != role.name)
        return tr("Save or discard the change of “%1” first.").arg(roleWords(m_changed));
    return {};
}

QVariant RoleMatrixModel::data(const QModelIndex &index, int dataRole) const
{
    const Role *which = index.isValid() ? role(index.column()) : nullptr;
    if (!which) return {};
    const std::optional<Permission> what = permission(index.row());
    if (dataRole == HeadingRole) return !what;
    if (!what) return {};
    const bool allowed = which->permissions.contains(*what);
    switch (dataRole) {
        case AllowedRole: return allowed;
        case LockedRole:
        case Qt::ToolTipRole: return whyLocked(*which, *what);
        case ChangedRole: return m_facts.roles[index.column()].permissions.contains(*what) != allowed;
        case Qt::CheckStateRole: return allowed ? Qt::Checked : Qt::Unchecked;
        case Qt::AccessibleTextRole:
            return allowed ? tr("%1 may: %2").arg(roleWords(which->name), permissionWords(*what))
                           : tr("%1 may not: %2").arg(roleWords(which->name), permissionWords(*what));
        case Qt::AccessibleDescriptionRole: return whyLocked(*which, *what);
        default: return {};
    }
}

bool RoleMatrixModel::setData(const QModelIndex &index, const QVariant &value, int dataRole)
{
    const std::optional<Permission> what = permission(index.row());
    if (dataRole != Qt::CheckStateRole || !role(index.column()) || !what) return false;
    Role &which = m_edited[index.column()];
    if (!whyLocked(which, *what).isEmpty()) return false;
    if (value.toInt() == Qt::Checked)
        which.permissions.insert(*what);
    else
        which.permissions.remove(*what);
    const QString before = m_changed;
    m_changed = which.permissions == m_facts.roles[index.column()].permissions ? QString() : which.name;
    // Beginning and ending a change locks and frees the other columns.
    if (before != m_changed)
        Q_EMIT dataChanged(this->index(0, 0), this->index(rowCount() - 1, columnCount() - 1));
    else
        Q_EMIT dataChanged(index, index);
    Q_EMIT headerDataChanged(Qt::Horizontal, index.column(), index.column());
    Q_EMIT editedChanged();
    return true;
}

QVariant RoleMatrixModel::headerData(int section, Qt::Orientation orientation, int dataRole) const
{
    if (orientation == Qt::Vertical) {
        if (section < 0 || section >= rows().size()) return {};
        const Row &row = rows()[section];
        if (dataRole == HeadingRole) return !row.heading.isEmpty();
        if (dataRole == Qt::DisplayRole) return row.heading.isEmpty() ? permissionWords(row.permission) : row.heading;
        return {};
    }
    const Role *which = role(section);
    if (!which) return {};
    switch (dataRole) {
        case Qt::DisplayRole: return roleWords(which->name);
        case Qt::ToolTipRole: return permissionsText(which->permissions);
        case PeopleRole: return m_facts.people.value(which->name);
        case ShippedRole: return which->shipped;
        case ChangedRole: return which->name == m_changed;
        default: return {};
    }
}

Qt::ItemFlags RoleMatrixModel::flags(const QModelIndex &index) const
{
    const Role *which = index.isValid() ? role(index.column()) : nullptr;
    const std::optional<Permission> what = permission(index.row());
    if (!which || !what) return Qt::NoItemFlags;
    const Qt::ItemFlags shown = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return whyLocked(*which, *what).isEmpty() ? shown | Qt::ItemIsUserCheckable : shown;
}

}  // namespace lw::ui
