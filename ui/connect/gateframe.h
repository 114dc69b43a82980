// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of everything that stands before the open console: the mark, a card in the middle, a title, the content.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace lw::ui {

class GateFrame : public QWidget {
    Q_OBJECT
  public:
    explicit GateFrame(QWidget *parent = nullptr);

  protected:
    void setHeading(const QString &small, const QString &title);
    QVBoxLayout *content() const { return m_content; }
    QHBoxLayout *buttons() const { return m_buttons; }
    void paintEvent(QPaintEvent *event) override;

  private:
    QLabel *m_small;
    QLabel *m_title;
    QVBoxLayout *m_content;
    QHBoxLayout *m_buttons;
};

}  // namespace lw::ui
