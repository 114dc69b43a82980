// SPDX-License-Identifier: GPL-3.0-or-later
// What each number spent, the nearest to a limit first: data only.
#pragma once

#include "core/protocol/spend.h"

#include <QAbstractTableModel>

namespace lw::ui {

struct SpendRow {
    QString number;
    QString label;
    SpendUsage day;
    SpendUsage week;
    /// Percent of the tighter limit.
    int risk() const;
};

class SpendModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Columns { Number, Label, Today, Week, Used, Calls, NUM_COLUMNS };
    using QAbstractTableModel::QAbstractTableModel;

    void setContent(QList<SpendRow> rows, SpendSettings settings);
    const SpendRow *row(int index) const;
    int rowOf(const QString &number) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QString text(const SpendRow &row, int column) const;
    QList<SpendRow> m_rows;
    SpendSettings m_settings;
};

}  // namespace lw::ui
