// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/callguard/numbermodel.h"

#include "ui/callguard/guardwords.h"
#include "ui/common/roles.h"

#include <algorithm>

namespace lw::ui {

void NumberModel::setContent(QList<GuardedNumber> numbers, GuardSettings settings)
{
    beginResetModel();
    m_numbers = std::move(numbers);
    m_settings = std::move(settings);
    endResetModel();
}

const GuardedNumber *NumberModel::number(int row) const
{
    return row >= 0 && row < m_numbers.size() ? &m_numbers[row] : nullptr;
}

int NumberModel::rowOf(const QString &number) const
{
    for (qsizetype row = 0; row < m_numbers.size(); ++row)
        if (m_numbers[row].number == number) return static_cast<int>(row);
    return -1;
}

bool NumberModel::isGuarded(const GuardedNumber &number) const
{
    return number.guard == GuardState::Inherit ? m_settings.guarded : number.guard == GuardState::On;
}

int NumberModel::guarded() const
{
    return static_cast<int>(std::count_if(m_numbers.cbegin(), m_numbers.cend(),
                                          [this](const GuardedNumber &number) { return isGuarded(number); }));
}

int NumberModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_numbers.size());
}

int NumberModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : NUM_COLUMNS;
}

QVariant NumberModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Number: return tr("Number");
        case Label: return tr("Label");
        case Department: return tr("Department");
        case Guard: return tr("Call Guard");
        case Own: return tr("Own rules");
        default: return {};
    }
}

QString NumberModel::text(const GuardedNumber &number, int column) const
{
    switch (column) {
        case Number: return number.number;
        case Label: return number.label;
        case Department: return number.department;
        case Guard: return isGuarded(number) ? tr("guarded") : tr("not guarded");
        case Own: return ui::rulesWords(number.barring);
        default: return {};
    }
}

QVariant NumberModel::data(const QModelIndex &index, int role) const
{
    const GuardedNumber *row = index.isValid() ? number(index.row()) : nullptr;
    if (!row) return {};
    switch (role) {
        case Qt::DisplayRole:
        case SortRole: return text(*row, index.column());
        case Qt::ToolTipRole:
            if (index.column() == Guard) return guardWords(row->guard);
            return index.column() == Own ? text(*row, Own) : QVariant();
        case ToneRole:
            if (index.column() != Guard) return {};
            return static_cast<int>(isGuarded(*row) ? Tone::Good : Tone::Warning);
        case MonoRole: return index.column() == Number;
        case StrongRole: return index.column() == Label;
        case DimRole: return index.column() == Own;
        default: return {};
    }
}

NumberProxy::NumberProxy(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
}

void NumberProxy::setWords(const QString &text)
{
    // A number is one word, whatever blanks it was typed with.
    const policy::Classification number = policy::classify(text);
    m_words = number.callClass != CallClass::Invalid && number.canonical.startsWith(u'+')
                  ? QStringList{number.canonical}
                  : text.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool NumberProxy::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    const auto *model = qobject_cast<const NumberModel *>(sourceModel());
    const GuardedNumber *row = model ? model->number(sourceRow) : nullptr;
    if (!row) return false;
    const QString guard = model->index(sourceRow, NumberModel::Guard).data().toString();
    return std::all_of(m_words.cbegin(), m_words.cend(), [&](const QString &word) {
        return row->number.contains(word) || row->label.contains(word, Qt::CaseInsensitive) ||
               row->department.contains(word, Qt::CaseInsensitive) || guard.startsWith(word, Qt::CaseInsensitive);
    });
}

}  // namespace lw::ui
