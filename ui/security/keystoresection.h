// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the cache opens by itself for whoever is signed in to this computer, through the operating system's key
// store.
#pragma once

#include "core/session/consolesession.h"
#include "ui/common/card.h"

class QCheckBox;
class QLabel;

namespace lw::ui {

class KeyStoreSection final : public Card {
    Q_OBJECT
  public:
    explicit KeyStoreSection(session::ConsoleSession &session, QWidget *parent = nullptr);

  private:
    void change(bool on);
    void answered(bool on, const Result<void> &result);
    bool isOn() const;

    session::ConsoleSession &m_session;
    QCheckBox *m_open;
    QLabel *m_said;
};

}  // namespace lw::ui
