// SPDX-License-Identifier: GPL-3.0-or-later
// Another recovery key: made on confirmation, shown once to be printed or saved, then gone from this program.
#pragma once

#include "core/session/consolesession.h"
#include "ui/common/card.h"

class QLabel;
class QPushButton;

namespace lw::ui {

class Dialogs;
class RecoveryStep;

class RecoverySection final : public Card {
    Q_OBJECT
  public:
    RecoverySection(session::ConsoleSession &session, Dialogs &dialogs, QWidget *parent = nullptr);
    /// A new key stands on the screen, or is being made, and nobody has said that it is stored.
    bool isKeyPending() const;
    void wipeKey();

  private:
    void renew();
    void answered(Result<Secret> key);
    void tell(const QString &sentence, bool good);

    session::ConsoleSession &m_session;
    Dialogs &m_dialogs;
    QPushButton *m_make;
    QLabel *m_said;
    RecoveryStep *m_step = nullptr;
    QPushButton *m_hide;
    bool m_busy = false;
};

}  // namespace lw::ui
