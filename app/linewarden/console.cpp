// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewarden/console.h"

#include "app/linewarden/pages.h"
#include "app/linewarden/passphrasefd.h"
#include "core/policy/rolerules.h"
#include "ui/connect/assistant.h"
#include "ui/connect/ownpassworddialog.h"
#include "ui/connect/profilechooser.h"
#include "ui/connect/secondfactordialog.h"
#include "ui/connect/signindialog.h"
#include "ui/connect/unlockpage.h"
#include "ui/departures/departurewords.h"
#include "ui/security/securitydialog.h"
#include "ui/shell/workspace.h"

#include <QDir>

#include <algorithm>

namespace lw::app {

using session::ConsoleSession;

Console::Console(session::ProfileStore store, ui::Dialogs &dialogs, ui::MainWindow &window)
    : m_store(std::move(store)),
      m_dialogs(dialogs),
      m_window(window),
      m_lockMemory(QDir(m_store.directory()).filePath(QStringLiteral("window.ini")))
{
}

Console::~Console()
{
    closeSession();
}

QList<session::Profile> Console::profiles() const
{
    const auto loaded = m_store.load();
    return loaded ? *loaded : QList<session::Profile>();
}

Result<void> Console::start(const Options &options)
{
    const auto loaded = m_store.load();
    if (!loaded) return loaded.error();
    if (!options.profile.isEmpty()) {
        const auto wanted = m_store.find(options.profile);
        if (!wanted) return wanted.error();
        openProfile(*wanted);
    } else if (loaded->isEmpty()) {
        showAssistant(false);
        return {};
    } else if (loaded->size() == 1) {
        openProfile(loaded->first());
    } else {
        showChooser();
        return {};
    }
    if (options.passphraseFd < 0) {
        if (m_session->hasCache())
            showUnlock(true);
        else
            showNewCache();
        return {};
    }
    auto passphrase = readPassphrase(options.passphraseFd);
    if (!passphrase) return passphrase.error();
    m_session->unlockWithPassphrase(std::move(*passphrase), this, [this](Result<void> opened) {
        if (opened)
            openWorkspace();
        else
            Q_EMIT unlockFailed(opened.error().message);
    });
    return {};
}

void Console::openProfile(const session::Profile &profile)
{
    closeSession();
    m_session = std::make_unique<ConsoleSession>(profile, m_store, net::BackendClient::TransportFactory());
    watchSession();
}

void Console::adopt(std::unique_ptr<ConsoleSession> session)
{
    closeSession();
    m_session = std::move(session);
    watchSession();
    openWorkspace();
}

void Console::watchSession()
{
    m_connection = std::make_unique<OpenConnection>(*m_session);
    m_factorOn.reset();
    m_session->setAutoLockMinutes(m_lockMemory.minutes());
    connect(m_session.get(), &ConsoleSession::aboutToLock, this, [this] { showUnlock(false); });
    // Nothing else works until it is set up: the way there is shown, unless the sign-in shows it already.
    connect(
        m_session.get(), &ConsoleSession::stateChanged, this,
        [this] {
            if (m_session && m_session->mustEnrolMfa() && !m_signIn && m_window.workspace()) openSecondFactor();
        },
        Qt::QueuedConnection);
}

void Console::closeSession()
{
    if (!m_session) return;
    m_session->disconnect(this);
    if (m_security) m_security->endNow();
    endOwnDialogs();
    if (m_window.workspace()) m_window.showGate(new QWidget);
    m_shell.reset();
    m_connection.reset();
    m_session->lock();
    m_session.reset();
}

void Console::showAssistant(bool canLeave)
{
    m_newConnection = std::make_unique<NewConnection>(m_store);
    auto *assistant = new ui::Assistant(*m_newConnection, m_dialogs, canLeave);
    connect(assistant, &ui::Assistant::left, this, &Console::showChooser, Qt::QueuedConnection);
    // Queued: the assistant that says so ends with its gate.
    connect(
        assistant, &ui::Assistant::finished, this,
        [this] {
            adopt(m_newConnection->takeSession());
            m_newConnection.reset();
            m_session->startSync();
        },
        Qt::QueuedConnection);
    m_window.showGate(assistant);
}

void Console::showChooser()
{
    QList<ui::ProfileChoice> choices;
    const auto all = profiles();
    for (const session::Profile &profile : all)
        choices.append({profile.id, profile.name, profile.endpoint.base.authority(),
                        profile.login + QLatin1Char('@') + profile.customer});
    if (choices.isEmpty()) return showAssistant(false);
    closeSession();
    auto *chooser = new ui::ProfileChooser(choices);
    connect(
        chooser, &ui::ProfileChooser::chosen, this,
        [this](const QString &id) {
            const auto profile = m_store.find(id);
            if (!profile) return m_dialogs.inform(&m_window, tr("Not opened"), profile.error().message);
            openProfile(*profile);
            if (m_session->hasCache())
                showUnlock(true);
            else
                showNewCache();
        },
        Qt::QueuedConnection);
    connect(
        chooser, &ui::ProfileChooser::newRequested, this, [this] { showAssistant(true); }, Qt::QueuedConnection);
    m_window.showGate(chooser);
}

void Console::showUnlock(bool tryKeyStore)
{
    delete m_signIn;
    if (m_security) m_security->endNow();
    endOwnDialogs();
    auto *page = new ui::UnlockPage(*m_connection, m_dialogs, !profiles().isEmpty(), tryKeyStore);
    connect(page, &ui::UnlockPage::unlocked, this, &Console::openWorkspace, Qt::QueuedConnection);
    connect(page, &ui::UnlockPage::otherProfileRequested, this, &Console::showChooser, Qt::QueuedConnection);
    connect(page, &ui::UnlockPage::newCacheNeeded, this, &Console::showNewCache, Qt::QueuedConnection);
    m_window.showGate(page);
    m_shell.reset();
}

void Console::showNewCache()
{
    auto *assistant = new ui::Assistant(*m_connection, m_dialogs, false);
    assistant->startWithCache(m_session->profile().customer, m_session->profile().endpoint.base.authority());
    connect(assistant, &ui::Assistant::finished, this, &Console::openWorkspace, Qt::QueuedConnection);
    m_window.showGate(assistant);
}

void Console::openWorkspace()
{
    if (!m_session || !m_session->isUnlocked()) return;
    m_shell = std::make_unique<SessionShell>(*m_session, [this] { signInAgain(); });
    setCommands();
    m_window.openWorkspace(*m_shell, m_dialogs, consolePages({*m_session, m_dialogs, m_clock}));
    connect(m_shell.get(), &ui::ShellService::contentChanged, this, &Console::readBadges);
    connect(&m_window, &ui::MainWindow::firstPagePainted, this, &Console::readBadges, Qt::UniqueConnection);
}

void Console::readBadges()
{
    if (!m_session || !m_session->people()) return;
    m_session->people()->list(m_clock.nowUtc(), this, [this](Result<people::PeopleList> list) {
        if (!list || !m_window.workspace()) return;
        m_window.workspace()->setBadge(QStringLiteral("people"), list->summary.overdue + list->summary.neverSet);
    });
    // Without the permission nothing is asked: each refusal is an event of the log.
    const bool online = m_session->state() == session::State::Online;
    if (!online || m_session->mayDo(Permission::DeparturesRead))
        m_session->departures()->list(this, [this](Result<access::Seen<QList<Departure>>> cases) {
            if (!cases || !m_window.workspace()) return;
            const QDateTime now = m_clock.nowUtc();
            const auto count = std::count_if(cases->value.cbegin(), cases->value.cend(),
                                             [&](const Departure &one) { return ui::needsAction(one, now); });
            m_window.workspace()->setBadge(QStringLiteral("departures"), static_cast<int>(count));
        });
    if (!online || m_session->mayDo(Permission::NetworkRead))
        m_session->access()->network(this, [this](Result<access::Seen<protocol::NetworkAccess>> network) {
            if (!network || !m_window.workspace()) return;
            m_window.workspace()->setBadge(QStringLiteral("network"), network->value.pending ? 1 : 0);
        });
}

void Console::signInAgain()
{
    if (m_signIn || !m_session) return;
    const session::Profile &profile = m_session->profile();
    m_signIn = new ui::SignInDialog(*m_connection, m_dialogs,
                                    {profile.endpoint.base.toString(), profile.customer, profile.login}, &m_window);
    m_signIn->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_signIn, &QDialog::accepted, this, [this] {
        m_factorOn.reset();
        if (m_session) m_session->startSync();
    });
    m_signIn->open();
}

void Console::openSecurity()
{
    if (m_security || !m_session || !m_session->isUnlocked()) return;
    m_security = new ui::SecurityDialog({*m_session, m_dialogs, m_clock}, m_lockMemory, &m_window);
    m_security->setAttribute(Qt::WA_DeleteOnClose);
    m_security->open();
}

void Console::endOwnDialogs()
{
    if (m_ownPassword) m_ownPassword->reject();
    if (m_ownFactor) m_ownFactor->endNow();
}

void Console::openOwnPassword()
{
    if (m_ownPassword || !m_session) return;
    const auto me = m_session->me();
    // Only the back end can change it: being online comes first.
    if (!me || m_session->state() != session::State::Online) return signInAgain();
    const QStringList words{me->user.login, me->user.displayName, me->user.email, me->customer.name, me->customer.slug};
    m_ownPassword = new ui::OwnPasswordDialog(*m_connection, me->customer.passwordPolicy, words, &m_window);
    m_ownPassword->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_ownPassword, &QDialog::accepted, this, [this] {
        if (m_window.workspace())
            m_window.workspace()->showNotice(tr("Your password is changed. Your other sessions have ended."));
    });
    m_ownPassword->open();
}

void Console::openSecondFactor()
{
    if (m_ownFactor || !m_session) return;
    const auto me = m_session->me();
    if (!me || m_session->state() != session::State::Online) return signInAgain();
    const QString about = tr("%1 at %2").arg(m_session->identity(), m_session->profile().endpoint.base.authority());
    m_ownFactor =
        new ui::SecondFactorDialog(*m_connection, m_dialogs,
                                   {m_factorOn.value_or(me->user.mfa != MfaKind::None),
                                    policy::mfaRequired(me->roles, me->customer), m_session->mustEnrolMfa(), about},
                                   &m_window);
    m_ownFactor->setAttribute(Qt::WA_DeleteOnClose);
    const auto tell = [this](const QString &sentence) {
        if (m_window.workspace()) m_window.workspace()->showNotice(sentence);
    };
    connect(m_ownFactor, &ui::SecondFactorDialog::enrolled, this, [this, tell] {
        m_factorOn = true;
        tell(tr("Your second factor is on: the next sign-in asks for its code."));
    });
    connect(m_ownFactor, &ui::SecondFactorDialog::ended, this, [this, tell] {
        m_factorOn = false;
        tell(tr("Your second factor is off."));
    });
    m_ownFactor->open();
}

void Console::setCommands()
{
    const auto tell = [this](const QString &title, const Result<void> &result, const QString &sentence) {
        if (!result)
            m_dialogs.inform(&m_window, title, result.error().message);
        else if (m_window.workspace())
            m_window.workspace()->showNotice(sentence);
    };
    QList<ui::Command> commands;
    commands.append({tr("Change my password…"), {}, [this] { openOwnPassword(); }});
    commands.append({tr("Second factor…"), {}, [this] { openSecondFactor(); }});
    commands.append({tr("Cache and locking…"), {}, [this] { openSecurity(); }});
    commands.append({tr("Another back end…"), {}, [this] {
                         QMetaObject::invokeMethod(this, &Console::showChooser, Qt::QueuedConnection);
                     }});
    commands.append({tr("Keep the key in the operating system's key store"), {}, [this, tell] {
                         m_session->rememberInKeyStore(this, [tell](Result<void> result) {
                             tell(tr("Key store"), result,
                                  tr("The cache opens by itself on this computer from now on."));
                         });
                     }});
    commands.append({tr("Forget the key in the operating system's key store"), {}, [this, tell] {
                         m_session->forgetKeyStore(this, [tell](Result<void> result) {
                             tell(tr("Key store"), result, tr("The cache asks for its passphrase from now on."));
                         });
                     }});
    m_window.setExtraCommands(std::move(commands));
}

}  // namespace lw::app
