// SPDX-License-Identifier: GPL-3.0-or-later
// The details behind the connection state: encryption, verified identity, fingerprint, last sync, checkpoint.
#pragma once

#include "ui/shell/shellservice.h"

#include <QFrame>

class QGridLayout;

namespace lw::ui {

class ConnectionPopover final : public QFrame {
    Q_OBJECT
  public:
    explicit ConnectionPopover(QWidget *parent = nullptr);
    /// Right-aligned below that point (global coordinates).
    void showFor(const ConnectionFacts &facts, const QPoint &topRight);

  Q_SIGNALS:
    void onlineRequested();
    void offlineRequested();

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    void fill(const ConnectionFacts &facts);
    QWidget *m_content = nullptr;
};

}  // namespace lw::ui
