// SPDX-License-Identifier: GPL-3.0-or-later
// The table of every page: fixed rows, lines between rows only, whole rows selected, an overlay when it is empty,
// columns that step aside when it is narrow (their content stands in the detail panel).
#pragma once

#include <QTableView>

#include <optional>

namespace lw::ui {

class EmptyState;

class TableView : public QTableView {
    Q_OBJECT
  public:
    explicit TableView(QWidget *parent = nullptr);
    void setModel(QAbstractItemModel *model) override;

    /// width: pixels at the start; stretch: share of the space left over; hideBelow: the column is hidden while the
    /// view is narrower than that many pixels (0: always shown).
    void setColumn(int column, int width, int stretch = 0, int hideBelow = 0);

    EmptyState *emptyState() const { return m_empty; }

  Q_SIGNALS:
    /// Return, Enter or double click on a row.
    void rowOpened(const QModelIndex &index);
    void currentRowChanged(const QModelIndex &current);

  protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

  private:
    struct ColumnRule {
        int width = 0;
        int stretch = 0;
        int hideBelow = 0;
    };
    void layoutColumns();
    void updateEmpty();
    void restyle();

    QList<ColumnRule> m_rules;
    EmptyState *m_empty;
    bool m_layingOut = false;
};

}  // namespace lw::ui
