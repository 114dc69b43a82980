// SPDX-License-Identifier: GPL-3.0-or-later
// The open console: rail, top bar, banners, the pages, and what is running. Exists only while a cache is open; pages
// are made at their first showing.
#pragma once

#include "ui/shell/commandpalette.h"
#include "ui/shell/page.h"
#include "ui/shell/shellservice.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

class QAbstractButton;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace lw::ui {

class Banner;
class ConnectionPopover;
class Dialogs;
class NavigationRail;
class ProgressStrip;
class TamperAlert;
class TopBar;

class Workspace final : public QWidget {
    Q_OBJECT
  public:
    Workspace(ShellService &service, Dialogs &dialogs, QList<PageFactory> factories, QWidget *parent = nullptr);

    /// Shows the page, made now if it is the first time; an unknown id does nothing.
    void openPage(const QString &id, const QString &filter = {});
    QString currentPageId() const { return m_current; }
    Page *currentPage() const;
    QStringList pageIds() const;
    /// What the command palette offers here: pages, actions of the shown page, sync, lock.
    QList<Command> commands();
    TopBar *topBar() const { return m_bar; }
    QAbstractButton *menuButton() const;
    void showTamper(const TamperFacts &facts);
    void showNotice(const QString &text);
    void setBadge(const QString &pageId, int count);

  Q_SIGNALS:
    void paletteRequested();
    /// Once: the first page's real content is on the screen.
    void firstPagePainted();

  protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

  private:
    Page *makePage(const PageFactory &factory);
    void connectPage(const QString &id, Page *page);
    void updateState();
    void refreshBadges();
    void onContentChanged();

    ShellService &m_service;
    Dialogs &m_dialogs;
    QList<PageFactory> m_factories;
    QHash<QString, Page *> m_pages;
    QString m_current;
    NavigationRail *m_rail;
    TopBar *m_bar;
    Banner *m_offline;
    Banner *m_problem;
    TamperAlert *m_tamper;
    ProgressStrip *m_progress;
    QLabel *m_notice;
    QStackedWidget *m_stack;
    ConnectionPopover *m_popover = nullptr;
    QTimer m_tick;  ///< ages in words grow by themselves
    QTimer m_noticeEnd;
    bool m_pageWorks = false;
    bool m_painted = false;
};

}  // namespace lw::ui
