// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/peoplemodel.h"

#include "ui/common/roles.h"
#include "ui/common/timetext.h"
#include "ui/common/words.h"

#include <QSet>

#include <limits>

namespace lw::ui {

void PeopleModel::setPeople(people::PeopleList list)
{
    beginResetModel();
    m_list = std::move(list);
    endResetModel();
}

const people::PersonRow *PeopleModel::person(int row) const
{
    return row >= 0 && row < m_list.rows.size() ? &m_list.rows[row] : nullptr;
}

QStringList PeopleModel::departments() const
{
    QSet<QString> names;
    for (const people::PersonRow &row : m_list.rows)
        if (!row.user.department.isEmpty()) names.insert(row.user.department);
    QStringList sorted(names.cbegin(), names.cend());
    sorted.sort(Qt::CaseInsensitive);
    return sorted;
}

int PeopleModel::rowOfUser(const QString &userId) const
{
    for (qsizetype row = 0; row < m_list.rows.size(); ++row)
        if (m_list.rows[row].user.id == userId) return static_cast<int>(row);
    return -1;
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_list.rows.size());
}

int PeopleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : NUM_COLUMNS;
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Name: return tr("Name");
        case Department: return tr("Department");
        case Role: return tr("Role");
        case Mfa: return tr("Second factor");
        case PasswordAge: return tr("Password age");
        case Due: return tr("Due");
        case LastLogin: return tr("Last login (UTC)");
        default: return {};
    }
}

QString PeopleModel::text(const people::PersonRow &row, int column) const
{
    switch (column) {
        case Name: return row.user.displayName.isEmpty() ? row.user.login : row.user.displayName;
        case Department: return row.user.department;
        case Role: return rolesWords(row.user.roles);
        case Mfa: return mfaWords(row.user.mfa);
        case PasswordAge: return row.password.ageDays < 0 ? tr("never set") : tr("%1 d").arg(row.password.ageDays);
        case Due:
            return row.user.status == UserStatus::Active ? passwordDueWords(row.password)
                                                         : userStatusWords(row.user.status).toLower();
        case LastLogin: return recentText(row.user.lastLoginAt, m_list.asOf);
        default: return {};
    }
}

QVariant PeopleModel::sortValue(const people::PersonRow &row, int column) const
{
    switch (column) {
        case PasswordAge: return row.password.ageDays < 0 ? std::numeric_limits<int>::max() : row.password.ageDays;
        case Due: return row.password.dueAt.isValid() ? row.password.dueAt.toMSecsSinceEpoch() : qint64(0);
        case LastLogin: return row.user.lastLoginAt.isValid() ? row.user.lastLoginAt.toMSecsSinceEpoch() : qint64(0);
        default: return text(row, column);
    }
}

QVariant PeopleModel::tone(const people::PersonRow &row, int column) const
{
    switch (column) {
        case Mfa: return static_cast<int>(mfaTone(row.user.mfa));
        case PasswordAge: return static_cast<int>(passwordStateTone(row.password.state));
        case Due:
            return static_cast<int>(row.user.status == UserStatus::Active ? passwordStateTone(row.password.state)
                                                                          : userStatusTone(row.user.status));
        default: return {};
    }
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    const people::PersonRow *row = index.isValid() ? person(index.row()) : nullptr;
    if (!row) return {};
    switch (role) {
        case Qt::DisplayRole: return text(*row, index.column());
        case Qt::ToolTipRole: return index.column() == LastLogin ? fullTime(row->user.lastLoginAt) : QVariant();
        case SortRole: return sortValue(*row, index.column());
        case ToneRole: return tone(*row, index.column());
        case DimRole: return index.column() == Department;
        case StrongRole: return index.column() == Name;
        case TabularRole: return index.column() >= PasswordAge;
        case FractionRole: {
            if (index.column() != PasswordAge) return {};
            const int maxAge = m_list.customer.passwordPolicy.maxAgeDays;
            if (row->password.ageDays < 0) return 1.0;
            return maxAge > 0 ? qBound(0.0, row->password.ageDays / static_cast<double>(maxAge), 1.0) : 0.0;
        }
        default: return {};
    }
}

PeopleProxy::PeopleProxy(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
}

void PeopleProxy::setFilter(const PeopleFilter &filter)
{
    if (filter == m_filter) return;
    m_filter = filter;
    invalidateFilter();
}

bool PeopleProxy::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    const auto *model = qobject_cast<const PeopleModel *>(sourceModel());
    const people::PersonRow *row = model ? model->person(sourceRow) : nullptr;
    return row && m_filter.matches(*row, model->list().asOf);
}

bool PeopleProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(SortRole);
    const QVariant b = right.data(SortRole);
    // The login name decides between equals, so that the order is the same at every refresh.
    if (a == b && left.row() != right.row()) return left.row() < right.row();
    return QSortFilterProxyModel::lessThan(left, right);
}

}  // namespace lw::ui
