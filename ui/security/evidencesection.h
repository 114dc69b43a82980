// SPDX-License-Identifier: GPL-3.0-or-later
// What was kept of rewritten, truncated or forked logs: shown, saved for the auditor, and removed once a person says
// that it is dealt with. Hidden while there is none.
#pragma once

#include "core/session/consolesession.h"
#include "ui/common/card.h"

class QLabel;

namespace lw::ui {

class Dialogs;

class EvidenceSection final : public Card {
    Q_OBJECT
  public:
    EvidenceSection(session::ConsoleSession &session, Dialogs &dialogs, QWidget *parent = nullptr);
    /// Reads the cache anew.
    void refresh();

  private:
    void show(const QList<cache::TamperEvidence> &evidence);
    QWidget *entry(const cache::TamperEvidence &evidence);
    void save(const cache::TamperEvidence &evidence);
    void remove(const cache::TamperEvidence &evidence);
    void tell(const QString &sentence, bool good);

    session::ConsoleSession &m_session;
    Dialogs &m_dialogs;
    QWidget *m_list;
    QLabel *m_said;
};

}  // namespace lw::ui
