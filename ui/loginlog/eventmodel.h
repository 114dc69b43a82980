// SPDX-License-Identifier: GPL-3.0-or-later
// The log as a virtual table: it knows the order of all matching events and fetches rows by pages as they come into
// view. Millions of events cost four bytes each.
#pragma once

#include "core/loginlog/eventqueries.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QSet>

namespace lw::ui {

class EventModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Columns { Time, Person, Event, From, Agent, Detail, NUM_COLUMNS };

    explicit EventModel(QObject *parent = nullptr);

    /// Where rows come from; nullptr while the cache is locked (the model is empty then).
    void setQueries(loginlog::EventQueries *queries);
    void setListing(loginlog::EventListing listing, const QDateTime &now);
    void clear();

    /// Leaf index of a row.
    std::optional<quint32> leafIndex(int row) const;
    /// The row when it is loaded.
    const cache::EventRow *eventAt(int row) const;
    /// True while a page that was asked for has not come.
    bool isFetching() const { return !m_asked.isEmpty(); }

    static std::optional<cache::SortKey> sortKey(int column);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    static constexpr int pageRows = 128;

  Q_SIGNALS:
    /// The person chose another order; the page lists anew.
    void sortRequested(lw::cache::SortKey key, Qt::SortOrder order);
    void pageLoaded();
    void failed(const QString &sentence);

  private:
    void fetch(int page) const;
    void store(int page, const QList<cache::EventRow> &rows);
    QString text(const cache::EventRow &row, int column) const;

    loginlog::EventQueries *m_queries = nullptr;
    loginlog::EventListing m_listing;
    QDateTime m_now;
    quint64 m_generation = 0;
    mutable QCache<int, QList<cache::EventRow>> m_pages{64};
    mutable QSet<int> m_asked;
};

}  // namespace lw::ui
