// SPDX-License-Identifier: GPL-3.0-or-later
// What the unsaved change of a role would do to whom, and the two ways on.
#pragma once

#include "ui/common/card.h"

class QPushButton;

namespace lw::ui {

class RoleChangeBar final : public Card {
    Q_OBJECT
  public:
    explicit RoleChangeBar(QWidget *parent = nullptr);
    /// fault: why it cannot be saved; empty: it can.
    void showChange(const QString &roleName, const QStringList &effects, const QString &fault);
    void setBusy(bool busy);

  Q_SIGNALS:
    void saveRequested();
    void discardRequested();

  private:
    QLabel *m_effect;
    QPushButton *m_discard;
    QPushButton *m_save;
    bool m_savable = false;
};

}  // namespace lw::ui
