// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/loginlog/eventmodel.h"

#include "ui/common/roles.h"
#include "ui/common/timetext.h"
#include "ui/common/words.h"

namespace lw::ui {

EventModel::EventModel(QObject *parent) : QAbstractTableModel(parent) {}

void EventModel::setQueries(loginlog::EventQueries *queries)
{
    clear();
    m_queries = queries;
}

void EventModel::setListing(loginlog::EventListing listing, const QDateTime &now)
{
    beginResetModel();
    ++m_generation;
    m_pages.clear();
    m_asked.clear();
    m_listing = std::move(listing);
    m_now = now;
    endResetModel();
}

void EventModel::clear()
{
    setListing({}, m_now);
}

std::optional<quint32> EventModel::leafIndex(int row) const
{
    if (!m_listing.indices || row < 0 || static_cast<size_t>(row) >= m_listing.indices->size()) return std::nullopt;
    return (*m_listing.indices)[static_cast<size_t>(row)];
}

const cache::EventRow *EventModel::eventAt(int row) const
{
    const QList<cache::EventRow> *page = row >= 0 ? m_pages.object(row / pageRows) : nullptr;
    const int within = row % pageRows;
    return page && within < page->size() ? &(*page)[within] : nullptr;
}

std::optional<cache::SortKey> EventModel::sortKey(int column)
{
    switch (column) {
        case Time: return cache::SortKey::Time;
        case Person: return cache::SortKey::Person;
        case Event: return cache::SortKey::Kind;
        case From: return cache::SortKey::Address;
        default: return std::nullopt;
    }
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_listing.indices ? 0 : static_cast<int>(m_listing.indices->size());
}

int EventModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : NUM_COLUMNS;
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Time: return tr("Time (UTC)");
        case Person: return tr("Person");
        case Event: return tr("Event");
        case From: return tr("From");
        case Agent: return tr("Agent");
        case Detail: return tr("Detail");
        default: return {};
    }
}

QString EventModel::text(const cache::EventRow &row, int column) const
{
    switch (column) {
        case Time: return columnTime(QDateTime::fromMSecsSinceEpoch(row.timeMs, Qt::UTC), m_now);
        case Person:
            // What the back end does by itself, it does to somebody.
            if (row.actorType == ActorType::System && !row.objectName.isEmpty()) return row.objectName;
            return row.person.isEmpty() ? QStringLiteral("—") : row.person;
        case Event: return kindWords(row.kind);
        case From: return row.address.isEmpty() ? QStringLiteral("—") : row.address;
        case Agent: return row.agent.isEmpty() ? row.service : row.agent;
        case Detail: {
            const QString reason = reasonWords(row.reason);
            if (reason.isEmpty() || row.detail.isEmpty()) return reason + row.detail;
            return reason + QStringLiteral(" · ") + row.detail;
        }
        default: return {};
    }
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) return {};
    const int column = index.column();
    switch (role) {
        case DimRole: return column == Agent || column == Detail;
        case MonoRole: return column == From;
        case TabularRole: return column == Time;
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
        case ToneRole: break;
        default: return {};
    }
    const cache::EventRow *row = eventAt(index.row());
    if (!row) {
        fetch(index.row() / pageRows);
        return {};
    }
    if (role == ToneRole)
        return column == Event ? QVariant(static_cast<int>(kindTone(row->kind, row->outcome))) : QVariant();
    if (role == Qt::ToolTipRole)
        return column == Time ? fullTime(QDateTime::fromMSecsSinceEpoch(row->timeMs, Qt::UTC), true)
                              : text(*row, column);
    return text(*row, column);
}

void EventModel::sort(int column, Qt::SortOrder order)
{
    if (const auto key = sortKey(column)) Q_EMIT sortRequested(*key, order);
}

void EventModel::fetch(int page) const
{
    if (!m_queries || !m_listing.indices || m_asked.contains(page)) return;
    const auto first = static_cast<size_t>(page) * pageRows;
    if (first >= m_listing.indices->size()) return;
    const size_t last = std::min(first + pageRows, m_listing.indices->size());
    const auto begin = m_listing.indices->begin();
    std::vector<quint32> wanted(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last));
    m_asked.insert(page);
    // data() is const for the view; that a page is under way is no visible state.
    auto *self = const_cast<EventModel *>(this);
    m_queries->rows(std::move(wanted), self,
                    [self, page, generation = m_generation](Result<QList<cache::EventRow>> rows) {
                        if (generation != self->m_generation) return;
                        self->m_asked.remove(page);
                        if (rows)
                            self->store(page, *rows);
                        else
                            Q_EMIT self->failed(rows.error().message);
                    });
}

void EventModel::store(int page, const QList<cache::EventRow> &rows)
{
    m_pages.insert(page, new QList<cache::EventRow>(rows));
    const int first = page * pageRows;
    const int last = qMin(first + static_cast<int>(rows.size()), rowCount()) - 1;
    if (last >= first) Q_EMIT dataChanged(index(first, 0), index(last, NUM_COLUMNS - 1));
    Q_EMIT pageLoaded();
}

}  // namespace lw::ui
