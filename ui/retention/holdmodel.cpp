// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/retention/holdmodel.h"

#include "ui/common/roles.h"
#include "ui/common/timetext.h"

namespace lw::ui {

void HoldModel::setContent(QList<LegalHold> holds, PeopleNames names, const QDateTime &now)
{
    beginResetModel();
    m_holds = std::move(holds);
    std::stable_partition(m_holds.begin(), m_holds.end(), [](const LegalHold &hold) { return hold.inForce(); });
    m_names = std::move(names);
    m_now = now;
    endResetModel();
}

const LegalHold *HoldModel::hold(int row) const
{
    return row >= 0 && row < m_holds.size() ? &m_holds[row] : nullptr;
}

int HoldModel::rowOf(const QString &id) const
{
    for (qsizetype i = 0; i < m_holds.size(); ++i)
        if (m_holds[i].id == id) return static_cast<int>(i);
    return -1;
}

int HoldModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_holds.size());
}

int HoldModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : NUM_COLUMNS;
}

QVariant HoldModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case What: return tr("Held");
        case Reason: return tr("Reason");
        case Since: return tr("Since");
        case By: return tr("Placed by");
        case State: return tr("State");
        default: return {};
    }
}

QString HoldModel::text(const LegalHold &hold, int column) const
{
    switch (column) {
        case What: return holdWhat(hold, m_names);
        case Reason: return hold.reason;
        case Since: return recentText(hold.createdAt, m_now);
        case By: return hold.createdBy;
        case State: return hold.inForce() ? tr("in force") : tr("released");
        default: return {};
    }
}

QVariant HoldModel::data(const QModelIndex &index, int role) const
{
    const LegalHold *at = index.isValid() ? hold(index.row()) : nullptr;
    if (!at) return {};
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole: return text(*at, column);
        case SortRole:
            if (column == Since) return at->createdAt;
            return text(*at, column);
        case ToneRole:
            if (column == State) return static_cast<int>(at->inForce() ? Tone::Warning : Tone::Neutral);
            return {};
        case StrongRole: return column == What;
        case MonoRole: return column == What && at->subject == HoldSubject::Number;
        case DimRole: return !at->inForce() && column != State;
        case TabularRole: return column == Since;
        default: return {};
    }
}

}  // namespace lw::ui
