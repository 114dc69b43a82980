// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spend/spendmodel.h"

#include "core/policy/spendrules.h"
#include "ui/common/roles.h"
#include "ui/common/timetext.h"
#include "ui/spend/spendwords.h"

#include <algorithm>

namespace lw::ui {

int SpendRow::risk() const
{
    return std::max(policy::percentUsed(day), policy::percentUsed(week));
}

void SpendModel::setContent(QList<SpendRow> rows, SpendSettings settings)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_settings = std::move(settings);
    endResetModel();
}

const SpendRow *SpendModel::row(int index) const
{
    return index >= 0 && index < m_rows.size() ? &m_rows[index] : nullptr;
}

int SpendModel::rowOf(const QString &number) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].number == number) return static_cast<int>(i);
    return -1;
}

int SpendModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SpendModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : NUM_COLUMNS;
}

QVariant SpendModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Number: return tr("Number");
        case Label: return tr("Label");
        case Today: return tr("Today");
        case Week: return tr("This week");
        case Used: return tr("Used");
        case Calls: return tr("Calls");
        default: return {};
    }
}

QString SpendModel::text(const SpendRow &row, int column) const
{
    switch (column) {
        case Number: return row.number;
        case Label: return row.label;
        case Today: return amountText(row.day.spent - row.day.forgiven);
        case Week: return amountText(row.week.spent - row.week.forgiven);
        case Used: return row.day.limit || row.week.limit ? tr("%1 %").arg(row.risk()) : tr("no limit");
        case Calls: return countText(row.week.calls);
        default: return {};
    }
}

QVariant SpendModel::data(const QModelIndex &index, int role) const
{
    const SpendRow *at = index.isValid() ? row(index.row()) : nullptr;
    if (!at) return {};
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole: return text(*at, column);
        case SortRole:
            if (column == Today) return (at->day.spent - at->day.forgiven).millionths;
            if (column == Week) return (at->week.spent - at->week.forgiven).millionths;
            if (column == Used) return at->risk();
            if (column == Calls) return at->week.calls;
            return text(*at, column);
        case ToneRole: {
            if (column != Used) return {};
            const Tone day = usageTone(at->day, m_settings);
            const Tone week = usageTone(at->week, m_settings);
            if (day == Tone::Bad || week == Tone::Bad) return static_cast<int>(Tone::Bad);
            if (day == Tone::Warning || week == Tone::Warning) return static_cast<int>(Tone::Warning);
            return {};
        }
        case MonoRole: return column == Number;
        case StrongRole: return column == Label;
        case TabularRole: return column >= Today;
        default: return {};
    }
}

}  // namespace lw::ui
