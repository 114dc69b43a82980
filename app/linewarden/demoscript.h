// SPDX-License-Identifier: GPL-3.0-or-later
// The demo without a person: the real window and the real pages, driven by the clicks a person would make. Pages
// online, the first connection, offline after the back end is gone, reports, unlocking; then it says what it made.
#pragma once

#include "app/linewarden/demo.h"
#include "app/linewarden/screenshots.h"
#include "app/linewarden/scripteddialogs.h"

#include <deque>

namespace lw::app {

class DemoScript final : public QObject {
    Q_OBJECT
  public:
    DemoScript(Demo &demo, Console &console, ui::MainWindow &window, ScriptedDialogs &dialogs, QString folder);
    ~DemoScript() override;

    void run();
    QStringList files() const;

  Q_SIGNALS:
    /// problem is empty when everything was made.
    void finished(const QString &problem);

  private:
    using Step = std::function<void()>;
    void next();
    void fail(const QString &sentence);
    void waitFor(const QString &what, std::function<bool()> condition);

    void addPages(const QString &suffix, bool all);
    void addFirstConnection();
    void addReport(const QString &choice, const QString &format, const QString &file);
    void showPage(const QString &id);
    bool pageReady() const;
    template <typename Widget>
    Widget *find(QWidget *where, const char *name);
    void click(QWidget *where, const char *name);
    void type(QWidget *where, const char *name, const QString &text);

    Demo &m_demo;
    Console &m_console;
    ui::MainWindow &m_window;
    ScriptedDialogs &m_dialogs;
    QString m_folder;
    Screenshots m_shots;
    std::deque<Step> m_steps;
    QStringList m_reports;
    std::unique_ptr<NewConnection> m_newConnection;
    std::unique_ptr<ui::MainWindow> m_firstWindow;
    bool m_over = false;
};

}  // namespace lw::app
