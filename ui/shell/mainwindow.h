// SPDX-License-Identifier: GPL-3.0-or-later
// The one window. Before a cache is open it shows what the program puts there (first run, unlock); while one is open,
// the workspace with the pages it was given. It knows no feature.
#pragma once

#include "ui/shell/commandpalette.h"
#include "ui/shell/page.h"
#include "ui/shell/shellservice.h"
#include "ui/shell/windowmemory.h"

#include <QElapsedTimer>
#include <QWidget>

class QMenu;
class QStackedLayout;

namespace lw::ui {

class Dialogs;
class Workspace;

class MainWindow final : public QWidget {
    Q_OBJECT
  public:
    explicit MainWindow(WindowMemory memory, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shows a page of before (first run, unlock, profile chooser) and ends the workspace. Takes ownership.
    void showGate(QWidget *gate);
    QWidget *gate() const { return m_gate; }
    /// Makes the workspace and ends the gate. The service must live until the next showGate().
    Workspace *openWorkspace(ShellService &service, Dialogs &dialogs, QList<PageFactory> factories);
    Workspace *workspace() const { return m_workspace; }

    /// Commands beside those of the pages: other profile, change passphrase … Shown in palette and menu.
    void setExtraCommands(QList<Command> commands) { m_extra = std::move(commands); }
    void openPalette();

  Q_SIGNALS:
    void firstPagePainted();

  protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

  private:
    void addShortcuts();
    void showMenu();
    QList<Command> lookCommands();
    void dropWorkspace();

    WindowMemory m_memory;
    QStackedLayout *m_stack;
    QWidget *m_gate = nullptr;
    Workspace *m_workspace = nullptr;
    ShellService *m_service = nullptr;
    CommandPalette *m_palette = nullptr;
    QList<Command> m_extra;
    QElapsedTimer m_sinceActivity;
};

}  // namespace lw::ui
