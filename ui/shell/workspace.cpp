// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspace.h"

#include "ui/common/banner.h"
#include "ui/common/dialogs.h"
#include "ui/common/progressstrip.h"
#include "ui/common/styling.h"
#include "ui/common/theme.h"
#include "ui/shell/connectionpopover.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/statetext.h"
#include "ui/shell/tamperalert.h"
#include "ui/shell/topbar.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedWidget>

namespace lw::ui {

Workspace::Workspace(ShellService &service, Dialogs &dialogs, QList<PageFactory> factories, QWidget *parent)
    : QWidget(parent),
      m_service(service),
      m_dialogs(dialogs),
      m_factories(std::move(factories)),
      m_rail(new NavigationRail),
      m_bar(new TopBar),
      m_offline(new Banner(QStringLiteral("offlineBanner"))),
      m_problem(new Banner(QStringLiteral("problemBanner"))),
      m_tamper(new TamperAlert),
      m_progress(new ProgressStrip(QStringLiteral("shellProgress"))),
      m_notice(new QLabel),
      m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("workspace"));
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_tamper);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_offline);
    column->addWidget(m_problem);
    // Margins of their own: a hidden strip must not leave a gap.
    m_progress->setContentsMargins(Theme::pageMargin, 8, Theme::pageMargin, 0);
    m_progress->hide();
    column->addWidget(m_progress);
    m_notice->setObjectName(QStringLiteral("shellNotice"));
    setRole(m_notice, LabelRole::Good);
    m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notice->setContentsMargins(Theme::pageMargin, 8, Theme::pageMargin, 0);
    m_notice->hide();
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    row->addLayout(column, 1);
    whole->addLayout(row, 1);

    for (const PageFactory &factory : std::as_const(m_factories))
        m_rail->addPage(factory.id, factory.title, factory.group);

    m_problem->hide();
    auto *dismiss = m_problem->addAction(QStringLiteral("problemDismiss"), tr("Dismiss"));
    connect(dismiss, &QPushButton::clicked, m_problem, &QWidget::hide);
    auto *signIn = m_offline->addAction(QStringLiteral("offlineSignIn"), tr("Sign in…"));
    connect(signIn, &QPushButton::clicked, this, [this] { m_service.goOnline(); });

    connect(m_rail, &NavigationRail::chosen, this, [this](const QString &id) { openPage(id); });
    connect(m_bar->paletteButton(), &QPushButton::clicked, this, &Workspace::paletteRequested);
    connect(m_bar->lockButton(), &QPushButton::clicked, this, [this] { m_service.lock(); });
    connect(m_bar->syncButton(), &QPushButton::clicked, this, [this] {
        if (m_service.facts().link == Link::Online)
            m_service.syncNow();
        else
            m_service.goOnline();
    });
    connect(m_bar->state(), &QPushButton::clicked, this, [this] {
        if (!m_popover) {
            m_popover = new ConnectionPopover(this);
            connect(m_popover, &ConnectionPopover::onlineRequested, this, [this] { m_service.goOnline(); });
            connect(m_popover, &ConnectionPopover::offlineRequested, this, [this] { m_service.goOffline(); });
        }
        const QWidget *pill = m_bar->state();
        m_popover->showFor(m_service.facts(), pill->mapToGlobal(QPoint(pill->width(), pill->height() + 6)));
    });
    connect(m_tamper, &TamperAlert::saveRequested, this, [this](const QString &evidence) {
        const QString path = m_dialogs.saveFile(this, tr("Save the evidence"), QStringLiteral("tamper-evidence.txt"),
                                                tr("Text (*.txt)"));
        if (path.isEmpty()) return;
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(evidence.toUtf8()) >= 0 && file.commit())
            showNotice(tr("Saved %1").arg(path));
        else
            m_dialogs.inform(this, tr("Not saved"), tr("%1 could not be written: %2").arg(path, file.errorString()));
    });
    connect(m_progress, &ProgressStrip::cancelled, this, [this] {
        if (m_pageWorks && currentPage())
            currentPage()->cancelWork();
        else
            m_service.cancelSync();
    });
    connect(&m_service, &ShellService::factsChanged, this, &Workspace::updateState);
    connect(&m_service, &ShellService::contentChanged, this, &Workspace::onContentChanged);
    connect(&m_service, &ShellService::syncProgress, this, [this](const QString &text, qint64 done, qint64 total) {
        if (m_pageWorks) return;
        m_progress->setCancellable(true);
        m_progress->showProgress(text, done, total);
        m_progress->show();
    });
    connect(&m_service, &ShellService::syncEnded, this, [this](bool ok, const QString &sentence) {
        if (!m_pageWorks) m_progress->hide();
        if (ok && !sentence.isEmpty()) showNotice(sentence);
        m_problem->setVisible(!ok);
        if (!ok) m_problem->setMessage(Tone::Bad, tr("The sync did not finish"), sentence);
    });
    connect(&m_service, &ShellService::tampered, this, &Workspace::showTamper);
    connect(&m_tick, &QTimer::timeout, this, &Workspace::updateState);
    m_tick.start(5000);
    m_noticeEnd.setSingleShot(true);
    connect(&m_noticeEnd, &QTimer::timeout, m_notice, &QWidget::hide);
    updateState();
    if (!m_factories.isEmpty()) openPage(m_factories.first().id);
}

QAbstractButton *Workspace::menuButton() const
{
    return m_rail->menuButton();
}

Page *Workspace::currentPage() const
{
    return m_pages.value(m_current);
}

QStringList Workspace::pageIds() const
{
    QStringList ids;
    for (const PageFactory &factory : m_factories)
        ids.append(factory.id);
    return ids;
}

Page *Workspace::makePage(const PageFactory &factory)
{
    Page *page = factory.create(m_stack);
    m_pages.insert(factory.id, page);
    m_stack->addWidget(page);
    connectPage(factory.id, page);
    page->installEventFilter(this);
    page->refresh();
    return page;
}

void Workspace::connectPage(const QString &id, Page *page)
{
    connect(page, &Page::badgeChanged, this, [this, id](int count) { m_rail->setBadge(id, count); });
    connect(page, &Page::navigate, this, [this](const QString &to, const QString &filter) { openPage(to, filter); });
    connect(page, &Page::notice, this, &Workspace::showNotice);
    connect(page, &Page::readyChanged, page, qOverload<>(&QWidget::update));
    connect(page, &Page::workStarted, this, [this](const QString &text, bool cancellable) {
        m_pageWorks = true;
        m_progress->setCancellable(cancellable);
        m_progress->showProgress(text, 0, 0);
        m_progress->setProperty("workText", text);
        m_progress->show();
    });
    connect(page, &Page::workProgress, this, [this](qint64 done, qint64 total) {
        if (m_pageWorks) m_progress->showProgress(m_progress->property("workText").toString(), done, total);
    });
    connect(page, &Page::workFinished, this, [this] {
        m_pageWorks = false;
        m_progress->hide();
    });
}

void Workspace::openPage(const QString &id, const QString &filter)
{
    for (const PageFactory &factory : std::as_const(m_factories)) {
        if (factory.id != id) continue;
        Page *page = m_pages.value(id);
        if (!page) page = makePage(factory);
        m_current = id;
        m_stack->setCurrentWidget(page);
        m_rail->setCurrent(id);
        m_bar->setTitle(page->title());
        if (!filter.isEmpty()) page->open(filter);
        return;
    }
}

bool Workspace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && !m_painted && watched == currentPage() && currentPage()->isReady()) {
        m_painted = true;
        // After this paint event and those of its children.
        QTimer::singleShot(0, this, [this] {
            Q_EMIT firstPagePainted();
            refreshBadges();
        });
    }
    return QWidget::eventFilter(watched, event);
}

void Workspace::refreshBadges()
{
    for (const PageFactory &factory : std::as_const(m_factories))
        if (factory.badge) m_rail->setBadge(factory.id, factory.badge());
}

void Workspace::onContentChanged()
{
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it)
        it.value()->refresh();
    refreshBadges();
}

void Workspace::updateState()
{
    const ConnectionFacts facts = m_service.facts();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_bar->state()->setState(stateLine(facts, now), stateTone(facts));
    m_bar->syncButton()->setText(facts.link == Link::Online ? tr("Sync") : tr("Sign in"));
    m_bar->syncButton()->setAccessibleName(facts.link == Link::Online ? tr("Sync now") : tr("Sign in to the back end"));
    m_bar->syncButton()->setEnabled(facts.link != Link::Connecting && !facts.syncing);
    m_offline->setVisible(facts.link == Link::Offline);
    if (facts.link == Link::Offline) m_offline->setMessage(Tone::Warning, {}, offlineLine(facts, now));
    m_rail->setFooter(facts.profileName, facts.signedInAs.isEmpty() ? tr("not signed in") : facts.signedInAs);
    if (!facts.syncing && !m_pageWorks) m_progress->hide();
}

void Workspace::setBadge(const QString &pageId, int count)
{
    m_rail->setBadge(pageId, count);
}

void Workspace::showTamper(const TamperFacts &facts)
{
    m_tamper->showFacts(facts);
}

void Workspace::showNotice(const QString &text)
{
    m_notice->setText(text);
    m_notice->show();
    m_noticeEnd.start(8000);
}

QList<Command> Workspace::commands()
{
    QList<Command> list;
    int number = 1;
    for (const PageFactory &factory : std::as_const(m_factories)) {
        const QString id = factory.id;
        list.append(
            {tr("Go to %1").arg(factory.title), QStringLiteral("Ctrl+%1").arg(number++), [this, id] { openPage(id); }});
    }
    if (Page *page = currentPage()) {
        const auto actions = page->actions();
        for (QAction *action : actions) {
            if (!action->isEnabled() || !action->isVisible()) continue;
            QString title = action->text();
            list.append({title.remove(QLatin1Char('&')), page->title(), [action] { action->trigger(); }});
        }
        list.append({tr("Search on this page"), QStringLiteral("Ctrl+F"), [page] { page->focusSearch(); }});
    }
    const ConnectionFacts facts = m_service.facts();
    if (facts.link == Link::Online) {
        list.append({tr("Sync now"), QStringLiteral("F5"), [this] { m_service.syncNow(); }});
        list.append({tr("Go offline"), {}, [this] { m_service.goOffline(); }});
    } else {
        list.append({tr("Sign in to the back end"), {}, [this] { m_service.goOnline(); }});
    }
    if (facts.syncing) list.append({tr("Cancel the sync"), {}, [this] { m_service.cancelSync(); }});
    list.append({tr("Connection details"), {}, [this] { m_bar->state()->click(); }});
    list.append({tr("Lock the cache"), QStringLiteral("Ctrl+L"), [this] { m_service.lock(); }});
    return list;
}

}  // namespace lw::ui
