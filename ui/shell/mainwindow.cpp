// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/common/theme.h"
#include "ui/shell/topbar.h"
#include "ui/shell/workspace.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>

namespace lw::ui {

MainWindow::MainWindow(WindowMemory memory, QWidget *parent)
    : QWidget(parent), m_memory(std::move(memory)), m_stack(new QStackedLayout(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Linewarden"));
    setMinimumSize(1024, 640);
    m_memory.restoreTheme();
    m_memory.restore(*this);
    addShortcuts();
    qApp->installEventFilter(this);
}

MainWindow::~MainWindow()
{
    // Pages end while the services they watch still live.
    dropWorkspace();
}

void MainWindow::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, std::function<void()> run) {
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, std::move(run));
    };
    add(QKeySequence(QStringLiteral("Ctrl+K")), [this] { openPalette(); });
    add(QKeySequence(QStringLiteral("Ctrl+L")), [this] {
        if (m_service) m_service->lock();
    });
    add(QKeySequence(QStringLiteral("F5")), [this] {
        if (m_service && m_service->facts().link == Link::Online) m_service->syncNow();
    });
    add(QKeySequence(QStringLiteral("Ctrl+F")), [this] {
        if (m_workspace && m_workspace->currentPage()) m_workspace->currentPage()->focusSearch();
    });
    add(QKeySequence(QStringLiteral("F10")), [this] { showMenu(); });
    add(QKeySequence(QStringLiteral("Ctrl+Q")), [this] { close(); });
    for (int i = 1; i <= 9; ++i)
        add(QKeySequence(QStringLiteral("Ctrl+%1").arg(i)), [this, i] {
            if (m_workspace) m_workspace->openPage(m_workspace->pageIds().value(i - 1));
        });
}

void MainWindow::dropWorkspace()
{
    if (m_palette) m_palette->hide();
    m_service = nullptr;
    Workspace *workspace = m_workspace;
    m_workspace = nullptr;
    if (!workspace) return;
    if (QWidget *modal = QApplication::activeModalWidget()) {
        // A question stands in its own event loop below a function of a page: that one returns first.
        modal->close();
        m_stack->removeWidget(workspace);
        workspace->hide();
        workspace->deleteLater();
        return;
    }
    delete workspace;
}

void MainWindow::showGate(QWidget *gate)
{
    dropWorkspace();
    if (m_gate && m_gate != gate) {
        m_stack->removeWidget(m_gate);
        m_gate->hide();
        m_gate->deleteLater();
    }
    m_gate = gate;
    m_stack->addWidget(gate);
    m_stack->setCurrentWidget(gate);
}

Workspace *MainWindow::openWorkspace(ShellService &service, Dialogs &dialogs, QList<PageFactory> factories)
{
    dropWorkspace();
    m_service = &service;
    m_workspace = new Workspace(service, dialogs, std::move(factories), this);
    connect(m_workspace, &Workspace::paletteRequested, this, &MainWindow::openPalette);
    connect(m_workspace, &Workspace::firstPagePainted, this, &MainWindow::firstPagePainted);
    connect(m_workspace->menuButton(), &QAbstractButton::clicked, this, &MainWindow::showMenu);
    m_stack->addWidget(m_workspace);
    m_stack->setCurrentWidget(m_workspace);
    if (m_gate) {
        m_stack->removeWidget(m_gate);
        m_gate->hide();
        m_gate->deleteLater();
        m_gate = nullptr;
    }
    return m_workspace;
}

QList<Command> MainWindow::lookCommands()
{
    const auto look = [this](Scheme scheme) {
        return [this, scheme] {
            Theme::current().setScheme(scheme);
            m_memory.saveTheme();
        };
    };
    const bool compact = Theme::current().density() == Density::Compact;
    return {{tr("Look: as the system"), {}, look(Scheme::System)},
            {tr("Look: light"), {}, look(Scheme::Light)},
            {tr("Look: dark"), {}, look(Scheme::Dark)},
            {compact ? tr("Rows: comfortable") : tr("Rows: compact"), {}, [this, compact] {
                 Theme::current().setDensity(compact ? Density::Comfortable : Density::Compact);
                 m_memory.saveTheme();
             }}};
}

void MainWindow::openPalette()
{
    if (!m_palette) m_palette = new CommandPalette(this);
    QList<Command> commands;
    if (m_workspace) commands = m_workspace->commands();
    commands += m_extra;
    commands += lookCommands();
    commands.append({tr("Quit"), QStringLiteral("Ctrl+Q"), [this] { close(); }});
    m_palette->open(std::move(commands));
}

void MainWindow::showMenu()
{
    if (!m_workspace) return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("mainMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu](const Command &command) {
        QAction *action = menu->addAction(command.title);
        connect(action, &QAction::triggered, menu, command.run);
        return action;
    };
    for (const Command &command : std::as_const(m_extra))
        add(command);
    if (!m_extra.isEmpty()) menu->addSeparator();
    const auto looks = lookCommands();
    const Scheme now = Theme::current().scheme();
    for (int i = 0; i < looks.size(); ++i) {
        QAction *action = add(looks.at(i));
        if (i > 2) continue;
        action->setCheckable(true);
        action->setChecked(static_cast<int>(now) == i);
    }
    menu->addSeparator();
    add({tr("Quit"), {}, [this] { close(); }});
    const QAbstractButton *button = m_workspace->menuButton();
    menu->popup(button->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
        case QEvent::KeyPress:
        case QEvent::MouseButtonPress:
        case QEvent::Wheel:
            // One note a second is enough for auto-lock, which counts minutes.
            if (m_service && (!m_sinceActivity.isValid() || m_sinceActivity.elapsed() > 1000)) {
                m_sinceActivity.start();
                m_service->noteActivity();
            }
            break;
        default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_memory.save(*this);
    QWidget::closeEvent(event);
}

}  // namespace lw::ui
