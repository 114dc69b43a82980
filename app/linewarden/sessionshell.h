// SPDX-License-Identifier: GPL-3.0-or-later
// The window's view of the open profile: facts, sync, lock, alarms, from the one ConsoleSession.
#pragma once

#include "core/session/consolesession.h"
#include "ui/shell/shellservice.h"

#include <functional>

namespace lw::app {

class SessionShell final : public ui::ShellService {
    Q_OBJECT
  public:
    /// signIn opens the sign-in dialog of the program. The session outlives this.
    SessionShell(session::ConsoleSession &session, std::function<void()> signIn, QObject *parent = nullptr);

    ui::ConnectionFacts facts() const override;
    void syncNow() override;
    void cancelSync() override;
    void goOnline() override;
    void goOffline() override;
    void lock() override;
    void noteActivity() override;

  private:
    void readSpan();
    void onSyncFinished(const Result<loginlog::SyncReport> &result);
    void onTampered(const Error &error);
    void raiseAlarm(const cache::TamperEvidence &evidence);

    session::ConsoleSession &m_session;
    std::function<void()> m_signIn;
    std::optional<Checkpoint> m_checkpoint;
    QString m_lastError;
};

}  // namespace lw::app
