// SPDX-License-Identifier: GPL-3.0-or-later
// A line across the page that must be seen: how old the cache is, what went wrong, a tampered log.
#pragma once

#include "ui/common/tokens.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace lw::ui {

class Banner final : public QFrame {
    Q_OBJECT
  public:
    explicit Banner(const QString &objectName, QWidget *parent = nullptr);

    /// title may be empty. The text is plain and selectable.
    void setMessage(Tone tone, const QString &title, const QString &text);
    QString text() const;
    QPushButton *addAction(const QString &objectName, const QString &text);

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    void restyle();

    Tone m_tone = Tone::Neutral;
    QLabel *m_title;
    QLabel *m_text;
    QHBoxLayout *m_actions;
};

}  // namespace lw::ui
