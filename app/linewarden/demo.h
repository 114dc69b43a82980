// SPDX-License-Identifier: GPL-3.0-or-later
// The demo: a back end of its own, a profile with a random passphrase that exists in memory only, signed in and synced.
// Everything lies in one temporary folder that goes with it.
#pragma once

#include "app/linewarden/console.h"
#include "app/linewarden/demobackend.h"

#include <QTemporaryDir>

namespace lw::app {

class Demo final : public QObject {
    Q_OBJECT
  public:
    explicit Demo(QObject *parent = nullptr);
    ~Demo() override;

    /// Ends with an open workspace in the console's window, online and synced.
    void start(Console &console, ui::MainWindow &window, QObject *context, Callback<void> done);
    DemoBackend &backend() { return *m_backend; }
    const DemoReady &ready() const { return m_ready; }
    const session::ProfileStore &store() const { return m_store; }
    QString folder() const { return m_home.path(); }

  private:
    void signIn(Answer<void> answer);
    void createCache(Answer<void> answer);

    QTemporaryDir m_home;
    session::ProfileStore m_store;
    std::unique_ptr<DemoBackend> m_backend;
    DemoReady m_ready;
    Console *m_console = nullptr;
    std::unique_ptr<session::ConsoleSession> m_session;
};

}  // namespace lw::app
