// SPDX-License-Identifier: GPL-3.0-or-later
// People as rows: data only; what they look like is the delegates' business.
#pragma once

#include "core/people/peoplelist.h"
#include "ui/people/peoplefilter.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace lw::ui {

class PeopleModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Columns { Name, Department, Role, Mfa, PasswordAge, Due, LastLogin, NUM_COLUMNS };

    using QAbstractTableModel::QAbstractTableModel;

    void setPeople(people::PeopleList list);
    const people::PersonRow *person(int row) const;
    const people::PeopleList &list() const { return m_list; }
    QStringList departments() const;
    int rowOfUser(const QString &userId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QString text(const people::PersonRow &row, int column) const;
    QVariant sortValue(const people::PersonRow &row, int column) const;
    QVariant tone(const people::PersonRow &row, int column) const;

    people::PeopleList m_list;
};

class PeopleProxy final : public QSortFilterProxyModel {
    Q_OBJECT
  public:
    explicit PeopleProxy(QObject *parent = nullptr);
    void setFilter(const PeopleFilter &filter);

  protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

  private:
    PeopleFilter m_filter;
};

}  // namespace lw::ui
