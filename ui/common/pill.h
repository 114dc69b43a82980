// SPDX-License-Identifier: GPL-3.0-or-later
// A word on a soft ground: states, kinds and outcomes. Never a colour without the word.
#pragma once

#include "ui/common/tokens.h"

#include <QLabel>
#include <QStyledItemDelegate>

namespace lw::ui {

class Pill final : public QLabel {
    Q_OBJECT
  public:
    explicit Pill(const QString &text = {}, Tone tone = Tone::Neutral, QWidget *parent = nullptr);
    void setPill(const QString &text, Tone tone);
    Tone tone() const { return m_tone; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    Tone m_tone;
};

/// A cell of a table: its colours, font and elision from the roles of roles.h, 12 px beside the text, a line below the
/// row, no focus rectangle inside the row.
class TableDelegate : public QStyledItemDelegate {
    Q_OBJECT
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

  protected:
    /// Ground, selection and the line below; what every cell starts with.
    static void paintGround(QPainter *painter, const QStyleOptionViewItem &option);
};

/// The cell's text as a pill in the tone of ToneRole; no text, no pill.
class PillDelegate final : public TableDelegate {
    Q_OBJECT
  public:
    using TableDelegate::TableDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// A short bar filled by FractionRole in the tone of ToneRole, the cell's text behind it ("104 d").
class AgeBarDelegate final : public TableDelegate {
    Q_OBJECT
  public:
    using TableDelegate::TableDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

void paintPill(QPainter &painter, const QRect &rect, const QString &text, Tone tone);
QSize pillSize(const QString &text);

}  // namespace lw::ui
