// SPDX-License-Identifier: GPL-3.0-or-later
// The console as a whole: which profile, which gate, when the workspace stands. Wires sessions to the window.
#pragma once

#include "app/linewarden/connector.h"
#include "app/linewarden/options.h"
#include "app/linewarden/sessionshell.h"
#include "core/util/clock.h"
#include "ui/common/dialogs.h"
#include "ui/security/lockmemory.h"
#include "ui/shell/mainwindow.h"

#include <QPointer>

#include <memory>
#include <optional>

namespace lw::ui {
class OwnPasswordDialog;
class SecondFactorDialog;
class SecurityDialog;
class SignInDialog;
}  // namespace lw::ui

namespace lw::app {

class Console final : public QObject {
    Q_OBJECT
  public:
    Console(session::ProfileStore store, ui::Dialogs &dialogs, ui::MainWindow &window);
    ~Console() override;

    /// Shows the first gate: assistant, chooser or unlocking. An error only when the wanted profile cannot be opened.
    Result<void> start(const Options &options);
    /// A session with an open cache: shows the workspace.
    void adopt(std::unique_ptr<session::ConsoleSession> session);
    session::ConsoleSession *session() const { return m_session.get(); }

  Q_SIGNALS:
    /// --passphrase-fd did not open the cache.
    void unlockFailed(const QString &sentence);

  private:
    void showAssistant(bool canLeave);
    void showChooser();
    void showUnlock(bool tryKeyStore);
    void showNewCache();
    void openProfile(const session::Profile &profile);
    void openWorkspace();
    void closeSession();
    void watchSession();
    void signInAgain();
    void openSecurity();
    void openOwnPassword();
    void openSecondFactor();
    void endOwnDialogs();
    void readBadges();
    void setCommands();
    QList<session::Profile> profiles() const;

    session::ProfileStore m_store;
    ui::Dialogs &m_dialogs;
    ui::MainWindow &m_window;
    SystemClock m_clock;
    std::unique_ptr<NewConnection> m_newConnection;
    std::unique_ptr<session::ConsoleSession> m_session;
    std::unique_ptr<OpenConnection> m_connection;
    std::unique_ptr<SessionShell> m_shell;
    QPointer<ui::SignInDialog> m_signIn;
    QPointer<ui::SecurityDialog> m_security;
    QPointer<ui::OwnPasswordDialog> m_ownPassword;
    QPointer<ui::SecondFactorDialog> m_ownFactor;
    std::optional<bool> m_factorOn;  ///< since this sign-in, where it was changed here
    ui::LockMemory m_lockMemory;
};

}  // namespace lw::app
