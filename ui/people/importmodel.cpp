// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/importmodel.h"

#include "ui/common/roles.h"
#include "ui/common/timetext.h"
#include "ui/common/tokens.h"

#include <algorithm>

namespace lw::ui {

using protocol::ImportLine;
using protocol::ImportPlan;

void ImportModel::setPlan(const ImportPlan &plan)
{
    beginResetModel();
    m_rows.clear();
    m_rows.reserve(plan.lines.size());
    m_done = plan.state == ImportPlan::State::Applied;
    for (const ImportLine &line : plan.lines)
        m_rows.append({line.line, line.action, line.login, line.detail});
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) {
        return a.action == ImportLine::Action::Refused && b.action != ImportLine::Action::Refused;
    });
    endResetModel();
}

int ImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : NUM_COLUMNS;
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Line: return tr("Line");
        case Action: return m_done ? tr("Done") : tr("Would");
        case Login: return tr("Login name");
        case Detail: return tr("What");
        default: return {};
    }
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size()) return {};
    const Row &row = m_rows[index.row()];
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
            case Line: return countText(row.line);
            case Action:
                switch (row.action) {
                    case ImportLine::Action::Create: return m_done ? tr("added") : tr("add");
                    case ImportLine::Action::Change: return m_done ? tr("changed") : tr("change");
                    case ImportLine::Action::Unchanged: return tr("as it is");
                    case ImportLine::Action::Refused: return tr("refused");
                }
                return {};
            case Login: return row.login;
            case Detail: return row.detail;
            default: return {};
        }
    }
    if (role == Qt::ToolTipRole && index.column() == Detail) return row.detail;
    if (role == ToneRole && index.column() == Action) {
        switch (row.action) {
            case ImportLine::Action::Create: return static_cast<int>(Tone::Good);
            case ImportLine::Action::Change: return static_cast<int>(Tone::Accent);
            case ImportLine::Action::Unchanged: return static_cast<int>(Tone::Neutral);
            case ImportLine::Action::Refused: return static_cast<int>(Tone::Bad);
        }
    }
    if (role == TabularRole) return index.column() == Line;
    if (role == StrongRole) return index.column() == Login;
    if (role == DimRole) return index.column() == Detail && row.action != ImportLine::Action::Refused;
    return {};
}

}  // namespace lw::ui
