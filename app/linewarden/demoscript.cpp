// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewarden/demoscript.h"

#include "ui/common/step.h"
#include "ui/common/tableview.h"
#include "ui/connect/assistant.h"
#include "ui/shell/workspace.h"

#include <QAbstractButton>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>

namespace lw::app {

DemoScript::DemoScript(Demo &demo, Console &console, ui::MainWindow &window, ScriptedDialogs &dialogs, QString folder)
    : m_demo(demo),
      m_console(console),
      m_window(window),
      m_dialogs(dialogs),
      m_folder(QDir(folder).absolutePath()),
      m_shots(m_folder)
{
}

DemoScript::~DemoScript() = default;

QStringList DemoScript::files() const
{
    return m_reports + m_shots.files();
}

void DemoScript::fail(const QString &sentence)
{
    if (m_over) return;
    m_over = true;
    m_steps.clear();
    Q_EMIT finished(sentence);
}

void DemoScript::next()
{
    if (m_over) return;
    if (!m_shots.problem().isEmpty()) return fail(m_shots.problem());
    if (m_steps.empty()) {
        m_over = true;
        Q_EMIT finished({});
        return;
    }
    const Step step = std::move(m_steps.front());
    m_steps.pop_front();
    step();
}

void DemoScript::waitFor(const QString &what, std::function<bool()> condition)
{
    waitUntil(
        this, std::move(condition), [this] { next(); }, [this, what] { fail(tr("Waited in vain: %1.").arg(what)); },
        60'000);
}

template <typename Widget>
Widget *DemoScript::find(QWidget *where, const char *name)
{
    auto *widget = where ? where->findChild<Widget *>(QLatin1String(name)) : nullptr;
    if (!widget) fail(tr("The window has no \"%1\".").arg(QLatin1String(name)));
    return widget;
}

void DemoScript::click(QWidget *where, const char *name)
{
    if (auto *button = find<QAbstractButton>(where, name)) button->click();
}

void DemoScript::type(QWidget *where, const char *name, const QString &text)
{
    auto *edit = find<QLineEdit>(where, name);
    if (!edit) return;
    edit->clear();
    edit->insert(text);
}

bool DemoScript::pageReady() const
{
    return m_window.workspace() && m_window.workspace()->currentPage() &&
           m_window.workspace()->currentPage()->isReady();
}

void DemoScript::showPage(const QString &id)
{
    ui::Workspace *workspace = m_window.workspace();
    if (!workspace) return fail(tr("The console is not open."));
    workspace->openPage(id);
    waitFor(tr("the page \"%1\" is complete").arg(id), [this, id] {
        if (!pageReady()) return false;
        // A chosen row fills the detail panel, as the first click of a person would.
        const auto tables = m_window.workspace()->currentPage()->findChildren<ui::TableView *>();
        for (ui::TableView *table : tables) {
            if (!table->isVisible() || !table->model() || table->model()->rowCount() == 0) continue;
            if (!table->currentIndex().isValid()) {
                table->setCurrentIndex(table->model()->index(qMin(3, table->model()->rowCount() - 1), 0));
                return false;
            }
        }
        return true;
    });
}

void DemoScript::addPages(const QString &suffix, bool all)
{
    const QStringList ids = m_window.workspace()->pageIds();
    for (const QString &id : ids) {
        m_steps.push_back([this, id] { showPage(id); });
        m_steps.push_back([this, id, suffix, all] {
            const auto ready = [this] { return pageReady(); };
            const auto done = [this] { next(); };
            if (all)
                m_shots.takeAll(m_window, id + suffix, ready, done);
            else
                m_shots.takeOne(m_window, id + suffix, ready, done);
        });
    }
}

void DemoScript::addFirstConnection()
{
    const auto assistant = [this] { return static_cast<ui::Assistant *>(m_firstWindow->gate()); };
    const auto shot = [this](const char *view) {
        m_steps.push_back([this, view] {
            m_shots.takeAll(
                *m_firstWindow, QLatin1String(view), [] { return true; }, [this] { next(); });
        });
    };
    const auto reach = [this, assistant](const char *step) {
        m_steps.push_back([this, assistant, step] {
            click(m_firstWindow.get(), "assistantNext");
            waitFor(tr("the step \"%1\"").arg(QLatin1String(step)),
                    [assistant, step] { return assistant()->currentStep()->objectName() == QLatin1String(step); });
        });
    };
    m_steps.push_back([this] {
        m_newConnection = std::make_unique<NewConnection>(
            session::ProfileStore(QDir(m_demo.folder()).filePath(QStringLiteral("second"))));
        m_firstWindow = std::make_unique<ui::MainWindow>(ui::WindowMemory({}));
        m_firstWindow->showGate(new ui::Assistant(*m_newConnection, m_dialogs, false));
        m_firstWindow->show();
        type(m_firstWindow.get(), "address", m_demo.ready().address);
        next();
    });
    shot("connect-address");
    reach("certificateStep");
    shot("connect-certificate");
    m_steps.push_back([this] {
        click(m_firstWindow.get(), "fingerprintCompared");
        next();
    });
    reach("signInStep");
    m_steps.push_back([this] {
        type(m_firstWindow.get(), "customer", m_demo.ready().customer);
        type(m_firstWindow.get(), "login", m_demo.ready().login);
        const Secret &password = m_demo.ready().password;
        QString text = QString::fromUtf8(password.constData(), password.size());
        type(m_firstWindow.get(), "password", text);
        wipe(text);
        next();
    });
    shot("connect-signin");
    reach("passphraseStep");
    m_steps.push_back([this] {
        // Of a cache that exists for these pictures only.
        const auto text = QStringLiteral("lantern orbit %1 velvet").arg(QDateTime::currentMSecsSinceEpoch() % 9973);
        type(m_firstWindow.get(), "passphraseStepFirst", text);
        type(m_firstWindow.get(), "passphraseStepSecond", text);
        next();
    });
    shot("connect-passphrase");
    reach("recoveryStep");
    shot("connect-recovery");
    m_steps.push_back([this] {
        m_firstWindow.reset();
        m_newConnection.reset();
        next();
    });
}

void DemoScript::addReport(const QString &choice, const QString &format, const QString &file)
{
    const QString path = QDir(m_folder).filePath(file);
    m_steps.push_back([this] { showPage(QStringLiteral("reports")); });
    m_steps.push_back([this, choice, format] {
        click(m_window.workspace(), choice.toLatin1().constData());
        click(m_window.workspace(), format.toLatin1().constData());
        waitFor(tr("the preview of the report"), [this] { return pageReady(); });
    });
    m_steps.push_back([this, path] {
        m_dialogs.setNextFile(path);
        click(m_window.workspace(), "reportExport");
        waitFor(tr("the report %1 is written").arg(path), [this, path] {
            return QFileInfo(path).size() > 0 && m_console.session()->exports() &&
                   !m_console.session()->exports()->isRunning();
        });
    });
    m_steps.push_back([this, path] {
        m_reports.append(path);
        next();
    });
}

void DemoScript::run()
{
    if (!QDir().mkpath(m_folder)) return fail(tr("The folder %1 could not be made.").arg(m_folder));
    if (!m_window.workspace()) return fail(tr("The console is not open."));
    addPages({}, true);
    addFirstConnection();
    m_steps.push_back([this] {
        m_demo.backend().stop();
        m_console.session()->startSync();
        waitFor(tr("the console notices that the back end is gone"), [this] {
            return m_console.session()->state() == session::State::Offline && !m_console.session()->isSyncing();
        });
    });
    m_steps.push_back([this] {
        click(m_window.workspace(), "problemDismiss");
        next();
    });
    addReport(QStringLiteral("reportLoginActivity"), QStringLiteral("reportPdf"), QStringLiteral("login-activity.pdf"));
    addReport(QStringLiteral("reportLoginActivity"), QStringLiteral("reportCsv"), QStringLiteral("login-activity.csv"));
    addReport(QStringLiteral("reportPasswordRotation"), QStringLiteral("reportPdf"),
              QStringLiteral("password-rotation.pdf"));
    addReport(QStringLiteral("reportPasswordRotation"), QStringLiteral("reportCsv"),
              QStringLiteral("password-rotation.csv"));
    addReport(QStringLiteral("reportAccessReview"), QStringLiteral("reportPdf"), QStringLiteral("access-review.pdf"));
    addReport(QStringLiteral("reportAccessReview"), QStringLiteral("reportCsv"), QStringLiteral("access-review.csv"));
    addReport(QStringLiteral("reportRevocation"), QStringLiteral("reportPdf"), QStringLiteral("revocation.pdf"));
    addReport(QStringLiteral("reportRevocation"), QStringLiteral("reportCsv"), QStringLiteral("revocation.csv"));
    addReport(QStringLiteral("reportCallSpend"), QStringLiteral("reportPdf"), QStringLiteral("call-guard-spend.pdf"));
    addReport(QStringLiteral("reportCallSpend"), QStringLiteral("reportCsv"), QStringLiteral("call-guard-spend.csv"));
    addReport(QStringLiteral("reportRetention"), QStringLiteral("reportPdf"), QStringLiteral("retention.pdf"));
    addReport(QStringLiteral("reportRetention"), QStringLiteral("reportCsv"), QStringLiteral("retention.csv"));
    addPages(QStringLiteral("-offline"), false);
    m_steps.push_back([this] {
        m_console.session()->lock();
        waitFor(tr("the unlock page"), [this] { return m_window.gate() && !m_window.workspace(); });
    });
    m_steps.push_back([this] {
        m_shots.takeAll(
            m_window, QStringLiteral("unlock"), [] { return true; }, [this] { next(); });
    });
    next();
}

}  // namespace lw::app
