// SPDX-License-Identifier: GPL-3.0-or-later
// What each line of a people file would do, or did.
#pragma once

#include "core/protocol/accounts.h"

#include <QAbstractTableModel>

namespace lw::ui {

class ImportModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Columns { Line, Action, Login, Detail, NUM_COLUMNS };

    using QAbstractTableModel::QAbstractTableModel;

    /// Refused lines first, then as in the file.
    void setPlan(const protocol::ImportPlan &plan);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    struct Row {
        int line = 0;
        protocol::ImportLine::Action action = protocol::ImportLine::Action::Refused;
        QString login;
        QString detail;
    };
    QList<Row> m_rows;  ///< without the one-time passwords
    bool m_done = false;
};

}  // namespace lw::ui
