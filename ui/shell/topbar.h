// SPDX-License-Identifier: GPL-3.0-or-later
// The bar above a page: its title, the connection state in words (click for the details), sync, palette, lock.
#pragma once

#include "ui/common/tokens.h"

#include <QFrame>
#include <QPushButton>

class QLabel;

namespace lw::ui {

/// A dot and words; the dot's colour never says more than the words.
class StatePill final : public QPushButton {
    Q_OBJECT
  public:
    explicit StatePill(QWidget *parent = nullptr);
    void setState(const QString &words, Tone tone);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, 26}; }

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    Tone m_tone = Tone::Neutral;
};

class TopBar final : public QFrame {
    Q_OBJECT
  public:
    explicit TopBar(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    QString title() const;
    StatePill *state() const { return m_state; }
    QPushButton *syncButton() const { return m_sync; }
    QPushButton *paletteButton() const { return m_palette; }
    QPushButton *lockButton() const { return m_lock; }

    static constexpr int barHeight = 52;

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    QLabel *m_title;
    StatePill *m_state;
    QPushButton *m_sync;
    QPushButton *m_palette;
    QPushButton *m_lock;
};

}  // namespace lw::ui
