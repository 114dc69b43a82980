// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts that nobody used for 90 days, the longest first, to be disabled together. Hidden while there is none.
// Source: PCI DSS 4.0.1 8.2.6.
#pragma once

#include "core/people/peoplelist.h"
#include "ui/common/card.h"

#include <QAbstractTableModel>

class QPushButton;

namespace lw::ui {

class TableView;

class IdleModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Columns { Person, Department, LastLogin, Idle, NUM_COLUMNS };

    using QAbstractTableModel::QAbstractTableModel;
    void setPeople(QList<people::PersonRow> people, const QDateTime &now);
    const QList<people::PersonRow> &people() const { return m_people; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QList<people::PersonRow> m_people;
    QDateTime m_now;
};

class IdleCard final : public Card {
    Q_OBJECT
  public:
    explicit IdleCard(QWidget *parent = nullptr);
    void show(const QList<people::PersonRow> &idle, bool mayDisable, const QDateTime &now);
    QList<people::PersonRow> chosen() const;

  Q_SIGNALS:
    void disableRequested(const QList<lw::people::PersonRow> &people);

  private:
    void updateButtons();

    IdleModel *m_model;
    TableView *m_table;
    QPushButton *m_some;
    QPushButton *m_all;
    bool m_mayDisable = false;
};

/// "Ann Lee (never signed in), Bo Moreau (120 days) and 4 more".
QString idleNames(const QList<people::PersonRow> &people, const QDateTime &now, int most);

}  // namespace lw::ui
