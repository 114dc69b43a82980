// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/departures/departuremodel.h"

#include "ui/common/momentedit.h"
#include "ui/common/roles.h"
#include "ui/common/timetext.h"
#include "ui/departures/departurewords.h"

#include <algorithm>

namespace lw::ui {

void DepartureModel::setCases(QList<Departure> cases, const QDateTime &now, const QTimeZone &zone)
{
    beginResetModel();
    m_cases = std::move(cases);
    m_now = now;
    m_zone = zone;
    m_clocks.clear();
    for (const Departure &departure : std::as_const(m_cases))
        m_clocks << clockWords(departure, now);
    endResetModel();
}

void DepartureModel::replace(const Departure &departure)
{
    const int row = rowOf(departure.id);
    if (row < 0) return;
    m_cases[row] = departure;
    m_clocks[row] = clockWords(departure, m_now);
    Q_EMIT dataChanged(index(row, 0), index(row, NUM_COLUMNS - 1));
}

void DepartureModel::tick(const QDateTime &now)
{
    m_now = now;
    for (int row = 0; row < m_cases.size(); ++row) {
        QString clock = clockWords(m_cases[row], now);
        if (clock == m_clocks[row]) continue;
        m_clocks[row] = std::move(clock);
        Q_EMIT dataChanged(index(row, Clock), index(row, Clock));
    }
}

const Departure *DepartureModel::departure(int row) const
{
    return row >= 0 && row < m_cases.size() ? &m_cases[row] : nullptr;
}

int DepartureModel::rowOf(const QString &id) const
{
    for (qsizetype row = 0; row < m_cases.size(); ++row)
        if (m_cases[row].id == id) return static_cast<int>(row);
    return -1;
}

int DepartureModel::needingAction() const
{
    return static_cast<int>(std::count_if(m_cases.cbegin(), m_cases.cend(), [this](const Departure &departure) {
        return needsAction(departure, m_now);
    }));
}

int DepartureModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cases.size());
}

int DepartureModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : NUM_COLUMNS;
}

QVariant DepartureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Person: return tr("Person");
        case Kind: return tr("What");
        case Departed: return tr("Moment (%1)").arg(QString::fromLatin1(m_zone.id()));
        case Clock: return tr("24-hour clock");
        case State: return tr("State");
        default: return {};
    }
}

QString DepartureModel::departedText(const Departure &departure) const
{
    const QDateTime local = departure.departedAt.toTimeZone(m_zone);
    const bool thisYear = local.date().year() == m_now.toTimeZone(m_zone).date().year();
    return (thisYear ? shortDay(local.date()) : dayText(local.date())) + local.toString(QStringLiteral(", HH:mm"));
}

QString DepartureModel::text(int row, int column) const
{
    const Departure &departure = m_cases[row];
    switch (column) {
        case Person: return departureName(departure);
        case Kind: return departureKindWords(departure.kind);
        case Departed: return departedText(departure);
        case Clock: return m_clocks[row];
        case State: return departureStateWords(departure.state);
        default: return {};
    }
}

QVariant DepartureModel::sortValue(const Departure &departure, int column) const
{
    switch (column) {
        case Person: return departureName(departure);
        case Kind: return static_cast<int>(departure.kind);
        case Departed: return departure.departedAt.toMSecsSinceEpoch();
        case Clock: return urgency(departure, m_now);
        case State: return static_cast<int>(departure.state);
        default: return {};
    }
}

QVariant DepartureModel::data(const QModelIndex &index, int role) const
{
    const Departure *found = index.isValid() ? departure(index.row()) : nullptr;
    if (!found) return {};
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole: return text(index.row(), column);
        case Qt::ToolTipRole:
            if (column == Departed) return zonedTime(found->departedAt, m_zone);
            if (column == Clock)
                return tr("Deadline: %1").arg(zonedTime(policy::revocationDeadline(found->departedAt), m_zone));
            return {};
        case SortRole: return sortValue(*found, column);
        case ToneRole:
            if (column == State) return static_cast<int>(departureStateTone(found->state));
            if (column == Clock) return static_cast<int>(clockTone(*found, m_now));
            return {};
        case DimRole: return column == Kind;
        case StrongRole: return column == Person;
        case TabularRole: return column == Departed || column == Clock;
        default: return {};
    }
}

DepartureProxy::DepartureProxy(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
}

void DepartureProxy::setFilter(const DepartureFilter &filter)
{
    if (filter == m_filter) return;
    m_filter = filter;
    invalidateFilter();
}

bool DepartureProxy::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    const auto *model = qobject_cast<const DepartureModel *>(sourceModel());
    const Departure *departure = model ? model->departure(sourceRow) : nullptr;
    return departure && m_filter.matches(*departure, model->now());
}

bool DepartureProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(SortRole);
    const QVariant b = right.data(SortRole);
    // The back end's order decides between equals, so that the order is the same at every refresh.
    if (a == b && left.row() != right.row()) return left.row() < right.row();
    return QSortFilterProxyModel::lessThan(left, right);
}

}  // namespace lw::ui
