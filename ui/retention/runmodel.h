// SPDX-License-Identifier: GPL-3.0-or-later
// Purges and erasures, the newest first: data only.
#pragma once

#include "ui/retention/retentionwords.h"

#include <QAbstractTableModel>

namespace lw::ui {

class RunModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Columns { Started, Cause, Removed, Held, State, NUM_COLUMNS };
    using QAbstractTableModel::QAbstractTableModel;

    void setContent(QList<PurgeRun> runs, PeopleNames names, const QDateTime &now);
    const PurgeRun *run(int row) const;
    int rowOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QString text(const PurgeRun &run, int column) const;
    QList<PurgeRun> m_runs;
    PeopleNames m_names;
    QDateTime m_now;
};

}  // namespace lw::ui
