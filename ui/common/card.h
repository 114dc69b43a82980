// SPDX-License-Identifier: GPL-3.0-or-later
// A panel with 8 px corners and a one-pixel line; the frame of everything on a page.
#pragma once

#include "ui/common/tokens.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace lw::ui {

class Card : public QFrame {
    Q_OBJECT
  public:
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    /// Where the content goes, below the title. Margins are set (16 px; noMargins() for a table that fills the card).
    QVBoxLayout *body() const { return m_body; }
    void noMargins();
    void setTitle(const QString &title);
    /// Right of the title: legend, links.
    void addHeaderWidget(QWidget *widget);
    /// The line around it in that tone; Neutral is the ordinary line.
    void setTone(Tone tone);

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    QVBoxLayout *m_outer;
    QHBoxLayout *m_header;
    QLabel *m_title;
    QVBoxLayout *m_body;
    Tone m_tone = Tone::Neutral;
};

}  // namespace lw::ui
