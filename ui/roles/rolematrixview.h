// SPDX-License-Identifier: GPL-3.0-or-later
// The matrix as people see it: permissions at the left stay in place, roles scroll sideways; Space or a click changes a
// cell that can be changed.
#pragma once

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTableView>

namespace lw::ui {

class RoleMatrixView final : public QTableView {
    Q_OBJECT
  public:
    explicit RoleMatrixView(QWidget *parent = nullptr);
    void setModel(QAbstractItemModel *model) override;
    void chooseColumn(int column);

  Q_SIGNALS:
    void currentRoleChanged(int column);

  protected:
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

  private:
    void layoutColumns();
    int wordColumn() const;
};

/// Role name over the number of people, in each column's head.
class RoleHeader final : public QHeaderView {
    Q_OBJECT
  public:
    explicit RoleHeader(QWidget *parent = nullptr);
    QSize sizeHint() const override;

  protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
};

/// Headings and permissions at the left.
class PermissionHeader final : public QHeaderView {
    Q_OBJECT
  public:
    explicit PermissionHeader(QWidget *parent = nullptr);
    QSize sizeHint() const override;

  protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
};

class RoleCellDelegate final : public QStyledItemDelegate {
    Q_OBJECT
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

  protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
};

}  // namespace lw::ui
