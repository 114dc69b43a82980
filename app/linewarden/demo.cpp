// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewarden/demo.h"

#include "ui/common/emptystate.h"

#include <QDir>
#include <QVBoxLayout>

namespace lw::app {

Demo::Demo(QObject *parent)
    : QObject(parent),
      m_store(m_home.filePath(QStringLiteral("console"))),
      m_backend(std::make_unique<DemoBackend>(m_home.filePath(QStringLiteral("backend"))))
{
}

Demo::~Demo() = default;

void Demo::start(Console &console, ui::MainWindow &window, QObject *context, Callback<void> done)
{
    const Answer<void> answer(context, std::move(done));
    if (!m_home.isValid())
        return answer.give(makeError(Errc::Io, tr("No temporary folder could be made: %1").arg(m_home.errorString())));
    m_console = &console;
    auto *wait = new ui::EmptyState;
    wait->setContent(tr("Starting the demo"), tr("A back end of its own with 60 people and 90 days of login history."));
    window.showGate(wait);
    m_backend->start(this, [this, answer](Result<DemoReady> ready) {
        if (!ready) return answer.give(ready.error());
        m_ready = std::move(*ready);
        signIn(answer);
    });
}

void Demo::signIn(Answer<void> answer)
{
    const auto base = net::parseBaseUrl(m_ready.address);
    if (!base) return answer.give(base.error());
    const session::Profile profile =
        m_store.create(tr("Demo"), net::Endpoint{*base, {}, m_ready.caPem}, m_ready.customer, m_ready.login);
    if (const auto saved = m_store.save(profile); !saved) return answer.give(saved.error());
    m_session = std::make_unique<session::ConsoleSession>(profile, m_store, net::BackendClient::TransportFactory());
    m_session->signIn(m_ready.password, {}, this, [this, answer](Result<net::SessionFacts> facts) {
        if (!facts) return answer.give(facts.error());
        createCache(answer);
    });
}

void Demo::createCache(Answer<void> answer)
{
    // Known to nobody: the cache goes with the demo.
    QByteArray hex = QByteArray(randomSecret(24).toByteArray()).toHex();
    const Secret passphrase = toSecret(hex);
    wipe(hex);
    m_session->createCache(passphrase, this, [this, answer](Result<session::NewCache> made) {
        if (!made) return answer.give(made.error());
        connect(m_session.get(), &session::ConsoleSession::syncFinished, this,
                [this, answer](const Result<loginlog::SyncReport> &report) {
                    if (!m_session) return;
                    if (!report) return answer.give(report.error());
                    // Later: the session must not change hands inside its own signal.
                    QMetaObject::invokeMethod(
                        this,
                        [this, answer] {
                            if (!m_session) return;
                            m_session->disconnect(this);
                            m_console->adopt(std::move(m_session));
                            answer.give({});
                        },
                        Qt::QueuedConnection);
                });
        m_session->startSync();
    });
}

}  // namespace lw::app
