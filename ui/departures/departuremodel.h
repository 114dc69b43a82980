// SPDX-License-Identifier: GPL-3.0-or-later
// Departures as rows: data only. The clock moves on by tick(), which tells of the cells that read otherwise now and of
// nothing else.
#pragma once

#include "core/domain/departure.h"
#include "ui/departures/departurefilter.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QTimeZone>

namespace lw::ui {

class DepartureModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Columns { Person, Kind, Departed, Clock, State, NUM_COLUMNS };

    using QAbstractTableModel::QAbstractTableModel;

    void setCases(QList<Departure> cases, const QDateTime &now, const QTimeZone &zone);
    /// A case that the back end gave anew, at its place.
    void replace(const Departure &departure);
    void tick(const QDateTime &now);
    const Departure *departure(int row) const;
    const QList<Departure> &cases() const { return m_cases; }
    int rowOf(const QString &id) const;
    QDateTime now() const { return m_now; }
    int needingAction() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QString text(int row, int column) const;
    QVariant sortValue(const Departure &departure, int column) const;
    QString departedText(const Departure &departure) const;

    QList<Departure> m_cases;
    QStringList m_clocks;  ///< what each row's clock says
    QDateTime m_now;
    QTimeZone m_zone = QTimeZone::utc();
};

class DepartureProxy final : public QSortFilterProxyModel {
    Q_OBJECT
  public:
    explicit DepartureProxy(QObject *parent = nullptr);
    void setFilter(const DepartureFilter &filter);

  protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

  private:
    DepartureFilter m_filter;
};

}  // namespace lw::ui
