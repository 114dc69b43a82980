// SPDX-License-Identifier: GPL-3.0-or-later
// One bar in parts: how many passwords are fresh, due, overdue. The words below say the same with numbers.
#pragma once

#include "ui/common/tokens.h"

#include <QList>
#include <QWidget>

namespace lw::ui {

class SegmentBar final : public QWidget {
    Q_OBJECT
  public:
    struct Segment {
        QString words;  ///< "41 fresh"
        int count = 0;
        Tone tone = Tone::Neutral;
    };
    explicit SegmentBar(QWidget *parent = nullptr);
    void setSegments(QList<Segment> segments);
    QString caption() const;  ///< "41 fresh · 10 due within 14 days"
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    QList<Segment> m_segments;
};

}  // namespace lw::ui
