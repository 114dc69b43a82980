// SPDX-License-Identifier: GPL-3.0-or-later
// What is used of one limit: the amount, a bar with a mark at each warning level, and the same in words.
#pragma once

#include "ui/common/card.h"

#include <QList>

class QLabel;

namespace lw::ui {

/// The bar alone.
class GaugeBar final : public QWidget {
    Q_OBJECT
  public:
    explicit GaugeBar(QWidget *parent = nullptr);
    /// Percent, 100 is the limit; `reserved` follows `used`, lighter.
    void setValues(int used, int reserved, QList<int> marks, Tone tone);
    QSize sizeHint() const override { return {200, barHeight}; }
    QSize minimumSizeHint() const override { return {80, barHeight}; }

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    static constexpr int barHeight = 14;
    int m_used = 0;
    int m_reserved = 0;
    QList<int> m_marks;
    Tone m_tone = Tone::Neutral;
};

class SpendGauge final : public Card {
    Q_OBJECT
  public:
    SpendGauge(const QString &objectName, const QString &title, QWidget *parent = nullptr);

    void setEmpty(const QString &words);
    /// `words`: what screen readers hear as well.
    void setUsage(const QString &figure, const QString &words, int used, int reserved, const QList<int> &marks,
                  Tone tone);

  private:
    QLabel *m_figure;
    GaugeBar *m_bar;
    QLabel *m_words;
};

}  // namespace lw::ui
