// SPDX-License-Identifier: GPL-3.0-or-later
// Long work: what is going on, how far it is, and a way to stop it.
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace lw::ui {

class ProgressStrip final : public QWidget {
    Q_OBJECT
  public:
    explicit ProgressStrip(const QString &objectName, QWidget *parent = nullptr);
    /// total 0: how much there is to do is not known.
    void showProgress(const QString &text, qint64 done, qint64 total);
    void setCancellable(bool cancellable);

  Q_SIGNALS:
    void cancelled();

  private:
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
};

}  // namespace lw::ui
