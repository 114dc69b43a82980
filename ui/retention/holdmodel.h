// SPDX-License-Identifier: GPL-3.0-or-later
// Legal holds, those in force first: data only.
#pragma once

#include "ui/retention/retentionwords.h"

#include <QAbstractTableModel>

namespace lw::ui {

class HoldModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Columns { What, Reason, Since, By, State, NUM_COLUMNS };
    using QAbstractTableModel::QAbstractTableModel;

    void setContent(QList<LegalHold> holds, PeopleNames names, const QDateTime &now);
    const LegalHold *hold(int row) const;
    int rowOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QString text(const LegalHold &hold, int column) const;
    QList<LegalHold> m_holds;
    PeopleNames m_names;
    QDateTime m_now;
};

}  // namespace lw::ui
