// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/retention/runmodel.h"

#include "ui/common/roles.h"
#include "ui/common/timetext.h"

namespace lw::ui {

void RunModel::setContent(QList<PurgeRun> runs, PeopleNames names, const QDateTime &now)
{
    beginResetModel();
    m_runs = std::move(runs);
    m_names = std::move(names);
    m_now = now;
    endResetModel();
}

const PurgeRun *RunModel::run(int row) const
{
    return row >= 0 && row < m_runs.size() ? &m_runs[row] : nullptr;
}

int RunModel::rowOf(const QString &id) const
{
    for (qsizetype i = 0; i < m_runs.size(); ++i)
        if (m_runs[i].id == id) return static_cast<int>(i);
    return -1;
}

int RunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : NUM_COLUMNS;
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Started: return tr("Began");
        case Cause: return tr("Why");
        case Removed: return tr("Removed");
        case Held: return tr("Held");
        case State: return tr("State");
        default: return {};
    }
}

QString RunModel::text(const PurgeRun &run, int column) const
{
    switch (column) {
        case Started: return columnTime(run.startedAt, m_now);
        case Cause: return causeWords(run, m_names);
        case Removed: return countText(run.removed());
        case Held: return countText(run.held());
        case State: return run.finished() ? tr("finished") : tr("running");
        default: return {};
    }
}

QVariant RunModel::data(const QModelIndex &index, int role) const
{
    const PurgeRun *at = index.isValid() ? run(index.row()) : nullptr;
    if (!at) return {};
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole: return text(*at, column);
        case SortRole:
            if (column == Started) return at->startedAt;
            if (column == Removed) return at->removed();
            if (column == Held) return at->held();
            return text(*at, column);
        case ToneRole:
            if (column == State) return static_cast<int>(at->finished() ? Tone::Good : Tone::Accent);
            return {};
        case StrongRole: return column == Cause;
        case TabularRole: return column == Started || column == Removed || column == Held;
        default: return {};
    }
}

}  // namespace lw::ui
