// SPDX-License-Identifier: GPL-3.0-or-later
// After how many minutes without a key or click the cache locks itself; applies at once and at every later start.
#pragma once

#include "core/session/consolesession.h"
#include "ui/common/card.h"
#include "ui/security/lockmemory.h"

class QComboBox;

namespace lw::ui {

class AutoLockSection final : public Card {
    Q_OBJECT
  public:
    AutoLockSection(session::ConsoleSession &session, LockMemory memory, QWidget *parent = nullptr);
    void focusFirst();

  private:
    void choose(int index);

    session::ConsoleSession &m_session;
    LockMemory m_memory;
    QComboBox *m_minutes;
};

}  // namespace lw::ui
