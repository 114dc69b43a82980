// SPDX-License-Identifier: GPL-3.0-or-later
// What stands where nothing is yet: what belongs here and the first step.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace lw::ui {

class EmptyState final : public QWidget {
    Q_OBJECT
  public:
    explicit EmptyState(QWidget *parent = nullptr);
    /// An empty actionText hides the button.
    void setContent(const QString &title, const QString &guidance, const QString &actionText = {});
    QPushButton *actionButton() const { return m_button; }

  Q_SIGNALS:
    void actionTriggered();

  protected:
    void resizeEvent(QResizeEvent *event) override;

  private:
    void fit();

    QLabel *m_title;
    QLabel *m_guidance;
    QPushButton *m_button;
};

}  // namespace lw::ui
