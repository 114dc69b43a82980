// SPDX-License-Identifier: GPL-3.0-or-later
// A card with one figure: what it counts, the figure, one line of context. Clickable when something stands behind it.
#pragma once

#include "ui/common/card.h"

namespace lw::ui {

class KeyFigure final : public Card {
    Q_OBJECT
  public:
    explicit KeyFigure(const QString &label, QWidget *parent = nullptr);

    /// context may hold rich text made by toned(). tone colours the figure; the words must say the same.
    void setFigure(const QString &figure, const QString &context, Tone tone = Tone::Neutral);
    void setClickable(bool clickable);
    QString figure() const;

  Q_SIGNALS:
    void clicked();

  protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

  private:
    void restyle();

    QLabel *m_label;
    QLabel *m_figure;
    QLabel *m_context;
    Tone m_tone = Tone::Neutral;
    QString m_contextText;
};

/// Rich text of that tone's colour for a label; the text is escaped.
QString toned(const QString &text, Tone tone);

}  // namespace lw::ui
