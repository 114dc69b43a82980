// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/retention/retentionpage.h"

#include "core/session/consolesession.h"
#include "ui/common/card.h"
#include "ui/common/detailpanel.h"
#include "ui/common/dialogs.h"
#include "ui/common/emptystate.h"
#include "ui/common/momentedit.h"
#include "ui/common/pill.h"
#include "ui/common/roles.h"
#include "ui/common/styling.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/common/timetext.h"
#include "ui/retention/holddialog.h"
#include "ui/retention/holdmodel.h"
#include "ui/retention/retentiondialogs.h"
#include "ui/retention/rulescard.h"
#include "ui/retention/runmodel.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSortFilterProxyModel>

namespace lw::ui {

using session::State;

namespace {

constexpr int againMs = 2'000;

QSortFilterProxyModel *sorted(QAbstractItemModel *model, QObject *parent)
{
    auto *proxy = new QSortFilterProxyModel(parent);
    proxy->setSourceModel(model);
    proxy->setSortRole(SortRole);
    proxy->setSortCaseSensitivity(Qt::CaseInsensitive);
    return proxy;
}

}  // namespace

RetentionPage::RetentionPage(PageContext context, QWidget *parent)
    : Page(parent),
      m_context(context),
      m_headline(new QLabel),
      m_subline(new QLabel),
      m_purge(new QPushButton(tr("P&urge now…"))),
      m_hold(new QPushButton(tr("Place a &hold…"))),
      m_change(new QPushButton(tr("&Change…"))),
      m_rules(new RulesCard(this)),
      m_holdModel(new HoldModel(this)),
      m_runModel(new RunModel(this)),
      m_holdProxy(sorted(m_holdModel, this)),
      m_runProxy(sorted(m_runModel, this)),
      m_holdTable(new TableView(this)),
      m_runTable(new TableView(this)),
      m_detail(new DetailPanel(this))
{
    setObjectName(QStringLiteral("retentionPage"));
    m_detail->setObjectName(QStringLiteral("retentionDetail"));
    auto *left = new QVBoxLayout;
    left->setContentsMargins(Theme::pageMargin, Theme::pageMargin, Theme::pageMargin, Theme::pageMargin);
    left->setSpacing(Theme::cardGap);
    left->addWidget(makeHead());
    left->addWidget(m_rules);
    left->addWidget(makeTables(), 1);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addLayout(left, 1);
    columns->addWidget(m_detail);
    m_again.setSingleShot(true);
    m_again.setInterval(againMs);
    connectParts();
    showAll();
}

RetentionPage::~RetentionPage() = default;

QWidget *RetentionPage::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_headline->setObjectName(QStringLiteral("retentionHeadline"));
    setRole(m_headline, LabelRole::CardTitle);
    m_subline->setObjectName(QStringLiteral("retentionSubline"));
    m_subline->setWordWrap(true);
    setRole(m_subline, LabelRole::Secondary);
    words->addWidget(m_headline);
    words->addWidget(m_subline);
    row->addLayout(words, 1);
    row->addSpacing(8);
    m_purge->setObjectName(QStringLiteral("retentionPurge"));
    m_hold->setObjectName(QStringLiteral("retentionHold"));
    m_change->setObjectName(QStringLiteral("retentionChange"));
    setRole(m_change, ButtonRole::Primary);
    for (QPushButton *button : {m_purge, m_hold, m_change})
        row->addWidget(button, 0, Qt::AlignTop);
    return head;
}

QWidget *RetentionPage::makeTables()
{
    m_holdTable->setObjectName(QStringLiteral("holdTable"));
    m_holdTable->setAccessibleName(tr("Legal holds"));
    m_holdTable->setModel(m_holdProxy);
    m_holdTable->setItemDelegate(new TableDelegate(m_holdTable));
    m_holdTable->setItemDelegateForColumn(HoldModel::State, new PillDelegate(m_holdTable));
    m_holdTable->setColumn(HoldModel::What, 150, 2);
    m_holdTable->setColumn(HoldModel::Reason, 170, 4);
    m_holdTable->setColumn(HoldModel::Since, 84, 0, 520);
    m_holdTable->setColumn(HoldModel::By, 110, 1, 640);
    m_holdTable->setColumn(HoldModel::State, 92, 0);
    m_holdTable->setSortingEnabled(true);
    m_holdTable->sortByColumn(HoldModel::State, Qt::AscendingOrder);

    m_runTable->setObjectName(QStringLiteral("runTable"));
    m_runTable->setAccessibleName(tr("Purges and erasures"));
    m_runTable->setModel(m_runProxy);
    m_runTable->setItemDelegate(new TableDelegate(m_runTable));
    m_runTable->setItemDelegateForColumn(RunModel::State, new PillDelegate(m_runTable));
    m_runTable->setColumn(RunModel::Started, 140, 0);
    m_runTable->setColumn(RunModel::Cause, 150, 4);
    m_runTable->setColumn(RunModel::Removed, 90, 1);
    m_runTable->setColumn(RunModel::Held, 74, 1, 560);
    m_runTable->setColumn(RunModel::State, 92, 0);
    m_runTable->setSortingEnabled(true);
    m_runTable->sortByColumn(RunModel::Started, Qt::DescendingOrder);

    auto *both = new QWidget;
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (const auto &[title, table] : {std::pair{tr("Legal holds"), m_holdTable}, {tr("Purges (UTC)"), m_runTable}}) {
        auto *heading = new QLabel(title);
        setRole(heading, LabelRole::CardTitle);
        auto *card = new Card(QString(), this);
        card->noMargins();
        card->body()->addWidget(table);
        column->addWidget(heading);
        column->addWidget(card, 1);
    }
    return both;
}

void RetentionPage::connectParts()
{
    connect(m_holdTable, &TableView::currentRowChanged, this, [this](const QModelIndex &index) {
        const LegalHold *hold = index.isValid() ? m_holdModel->hold(m_holdProxy->mapToSource(index).row()) : nullptr;
        if (!hold) return;
        m_chosen = hold->id;
        m_runTable->setCurrentIndex({});
        showChosen();
    });
    connect(m_runTable, &TableView::currentRowChanged, this, [this](const QModelIndex &index) {
        const PurgeRun *run = index.isValid() ? m_runModel->run(m_runProxy->mapToSource(index).row()) : nullptr;
        if (!run) return;
        m_chosen = run->id;
        m_holdTable->setCurrentIndex({});
        showChosen();
    });
    connect(m_change, &QPushButton::clicked, this, &RetentionPage::openRules);
    connect(m_hold, &QPushButton::clicked, this, &RetentionPage::openHold);
    connect(m_purge, &QPushButton::clicked, this, &RetentionPage::openPurge);
    connect(&m_again, &QTimer::timeout, this, &RetentionPage::refresh);
    const auto offer = [this](const QString &text, QPushButton *button) {
        auto *action = new QAction(text, this);
        connect(action, &QAction::triggered, button, &QPushButton::click);
        addAction(action);
    };
    offer(tr("Change how long data is kept"), m_change);
    offer(tr("Place a legal hold"), m_hold);
    offer(tr("Purge now"), m_purge);
    connect(&m_context.session, &session::ConsoleSession::stateChanged, this, [this] {
        const int state = static_cast<int>(m_context.session.state());
        if (state == m_lastState) return;
        m_lastState = state;
        if (m_context.session.state() != State::Connecting) refresh();
    });
}

bool RetentionPage::mayChange() const
{
    return m_known && m_state.live && !m_busy && m_context.session.mayDo(Permission::RetentionWrite);
}

QTimeZone RetentionPage::zone() const
{
    const auto me = m_context.session.me();
    return me ? zoneNamed(me->customer.timeZone) : QTimeZone::utc();
}

template <typename T>
void RetentionPage::take(access::Seen<T> &where, Result<access::Seen<T>> seen)
{
    if (seen)
        where = std::move(*seen);
    else if (m_problem.isEmpty())
        m_problem = seen.error().code == Errc::Forbidden ? tr("Your roles do not show how long data is kept.")
                                                         : seen.error().message;
    oneReadLess();
}

void RetentionPage::oneReadLess()
{
    if (--m_reads > 0) return;
    m_known = m_known || m_problem.isEmpty();
    showAll();
    Q_EMIT readyChanged();
}

void RetentionPage::refresh()
{
    retention::RetentionService *service = m_context.session.retention();
    people::PeopleService *people = m_context.session.people();
    if (!service || !people || m_reads > 0) return;
    m_lastState = static_cast<int>(m_context.session.state());
    m_problem.clear();
    constexpr int reads = 4;
    m_reads = reads;
    service->state(this, [this](auto seen) { take(m_state, std::move(seen)); });
    service->holds(this, [this](auto seen) { take(m_holds, std::move(seen)); });
    service->runs(this, [this](auto seen) { take(m_runs, std::move(seen)); });
    // Names only: without them the IDs stand there.
    people->list(m_context.clock.nowUtc(), this, [this](const Result<people::PeopleList> &list) {
        m_people.clear();
        m_names.clear();
        if (list)
            for (const people::PersonRow &row : list->rows) {
                m_people.append(row.user);
                m_names.insert(row.user.id, row.user.displayName);
            }
        oneReadLess();
    });
}

void RetentionPage::showAll()
{
    showHead();
    const QDateTime now = m_context.clock.nowUtc();
    if (m_known)
        m_rules->setRules(m_state.value.rules);
    else
        m_rules->setUnknown();
    const QString chosen = m_chosen;
    m_holdModel->setContent(m_known ? m_holds.value : QList<LegalHold>(), m_names, now);
    m_runModel->setContent(m_known ? m_runs.value : QList<PurgeRun>(), m_names, now);
    for (TableView *table : {m_holdTable, m_runTable})
        if (!m_known)
            table->emptyState()->setContent(tr("Not known here yet"),
                                            m_problem.isEmpty() ? tr("Connect and sync first.") : m_problem);
    if (m_known) {
        m_holdTable->emptyState()->setContent(tr("Nothing is held"),
                                              tr("Place a hold when a dispute or an authority needs data to stay."));
        m_runTable->emptyState()->setContent(tr("Nothing was purged yet"),
                                             m_state.value.rules.allPermanent()
                                                 ? tr("Everything is kept permanently until you say otherwise.")
                                                 : tr("Each purge stands here with what it removed."));
    }
    m_chosen = chosen;
    if (const int row = m_holdModel->rowOf(m_chosen); row >= 0)
        m_holdTable->setCurrentIndex(m_holdProxy->mapFromSource(m_holdModel->index(row, 0)));
    if (const int row = m_runModel->rowOf(m_chosen); row >= 0)
        m_runTable->setCurrentIndex(m_runProxy->mapFromSource(m_runModel->index(row, 0)));
    showChosen();
    const bool running = std::ranges::any_of(m_runs.value, [](const PurgeRun &run) { return !run.finished(); });
    if (running && m_context.session.state() == State::Online && isVisible()) m_again.start();
}

void RetentionPage::showHead()
{
    QStringList lines;
    const protocol::RetentionState &state = m_state.value;
    if (!m_known) {
        m_headline->setText(tr("How long data is kept"));
        if (!m_problem.isEmpty()) lines << m_problem;
    } else if (state.rules.allPermanent()) {
        m_headline->setText(tr("Everything is kept permanently"));
        lines << tr("Nothing is purged by schedule.");
    } else {
        m_headline->setText(state.nextRunAt <= m_context.clock.nowUtc()
                                ? tr("The next purge is due")
                                : tr("Next purge: %1").arg(fullTime(state.nextRunAt)));
    }
    if (m_known && state.lastRun)
        lines << (state.lastRun->finished()
                      ? tr("The last one, %1, removed %2.")
                            .arg(fullTime(state.lastRun->startedAt), countText(state.lastRun->removed()))
                      : tr("One is running since %1.").arg(fullTime(state.lastRun->startedAt)));
    else if (m_known)
        lines << tr("None has run yet.");
    if (m_known && !m_state.live) lines << tr("As of %1.").arg(fullTime(m_state.asOf));
    m_subline->setText(lines.join(u' '));
    m_subline->setVisible(!lines.isEmpty());
    const bool may = mayChange();
    const QString why = m_context.session.state() == State::Online
                            ? tr("Your roles do not change how long data is kept.")
                            : tr("You are offline. Sign in to change something.");
    for (QPushButton *button : {m_purge, m_hold, m_change}) {
        button->setEnabled(may);
        button->setToolTip(may || m_busy ? QString() : why);
    }
    if (may && state.rules.allPermanent()) {
        m_purge->setEnabled(false);
        m_purge->setToolTip(tr("Everything is kept permanently: there is nothing to purge."));
    }
}

void RetentionPage::showChosen()
{
    if (const LegalHold *hold = m_holdModel->hold(m_holdModel->rowOf(m_chosen))) return showHold(*hold);
    if (const PurgeRun *run = m_runModel->run(m_runModel->rowOf(m_chosen))) return showRun(*run);
    m_detail->showPlaceholder(tr("Choose a hold or a purge to see all of it."));
}

void RetentionPage::showHold(const LegalHold &hold)
{
    m_detail->clear();
    m_detail->setTitle(holdWhat(hold, m_names), tr("Legal hold"));
    m_detail->addPill(hold.inForce() ? tr("in force") : tr("released"), hold.inForce() ? Tone::Warning : Tone::Neutral);
    m_detail->addSection(tr("Reason"));
    m_detail->addText(hold.reason);
    m_detail->addSection(tr("Covers"));
    m_detail->addText(holdSpan(hold));
    m_detail->addSection(tr("History"));
    m_detail->addField(tr("Placed"), fullTime(hold.createdAt));
    m_detail->addField(tr("By"), hold.createdBy);
    if (!hold.inForce()) {
        m_detail->addField(tr("Released"), fullTime(hold.releasedAt));
        m_detail->addField(tr("By"), hold.releasedBy);
        return;
    }
    if (!mayChange()) return;
    auto *button = m_detail->addAction(QStringLiteral("holdRelease"), tr("&Release…"));
    connect(button, &QPushButton::clicked, this, [this, hold] { release(hold); });
}

void RetentionPage::showRun(const PurgeRun &run)
{
    m_detail->clear();
    m_detail->setTitle(causeWords(run, m_names), run.cause == PurgeCause::Erasure ? tr("Erasure") : tr("Purge"));
    m_detail->addPill(run.finished() ? tr("finished") : tr("running"), run.finished() ? Tone::Good : Tone::Accent);
    m_detail->addSection(tr("Run"));
    m_detail->addField(tr("Began"), fullTime(run.startedAt));
    if (run.finished()) m_detail->addField(tr("Ended"), fullTime(run.finishedAt));
    m_detail->addField(tr("Removed"), countText(run.removed()));
    m_detail->addField(tr("Held"), countText(run.held()));
    for (const PurgeCount &count : run.counts) {
        m_detail->addSection(dataClassWords(count.dataClass));
        m_detail->addText(countWords(count, false));
        if (count.before.isValid()) m_detail->addField(tr("Older than"), fullTime(count.before));
    }
}

void RetentionPage::run(QDialog *dialog, const QString &done)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, done] {
        Q_EMIT notice(done);
        refresh();
    });
    dialog->open();
}

void RetentionPage::openRules()
{
    if (retention::RetentionService *service = m_context.session.retention(); service && mayChange())
        run(new RetentionRulesDialog(*service, m_context.dialogs, m_state, this), tr("The rules are saved."));
}

void RetentionPage::openHold()
{
    if (retention::RetentionService *service = m_context.session.retention(); service && mayChange())
        run(new HoldDialog(*service, m_people, m_context.clock.nowUtc(), zone(), this), tr("The hold is placed."));
}

void RetentionPage::openPurge()
{
    if (retention::RetentionService *service = m_context.session.retention(); service && mayChange())
        run(new PurgeDialog(*service, m_state.value.rules, this), tr("The purge has begun."));
}

void RetentionPage::release(const LegalHold &hold)
{
    const QPointer<RetentionPage> self(this);
    const bool sure = m_context.dialogs.confirm(
        this, {tr("Release the hold?"), tr("What it keeps may be purged from the next run on, where the rules say so."),
               tr("Another hold can be placed until then."), tr("Release it"), true});
    retention::RetentionService *service = self ? m_context.session.retention() : nullptr;
    if (!sure || !service || m_busy) return;
    m_busy = true;
    service->releaseHold(hold.id, this, [this](const Result<void> &released) {
        m_busy = false;
        if (released)
            Q_EMIT notice(tr("The hold is released."));
        else
            m_context.dialogs.inform(this, tr("Not released"), released.error().message);
        refresh();
    });
}

}  // namespace lw::ui
