// SPDX-License-Identifier: GPL-3.0-or-later
// What the page is made of and what it reads; networkpage_proposing.cpp and networkpage_saving.cpp hold the rest.
#include "ui/network/networkpage.h"

#include "core/people/peopleservice.h"
#include "core/session/consolesession.h"
#include "ui/common/momentedit.h"
#include "ui/common/styling.h"
#include "ui/common/theme.h"
#include "ui/common/timetext.h"
#include "ui/common/words.h"
#include "ui/network/blockedcard.h"
#include "ui/network/findingscard.h"
#include "ui/network/networktablecard.h"
#include "ui/network/pendingbanner.h"
#include "ui/network/reviewcard.h"

#include <QAction>
#include <QBoxLayout>
#include <QScrollArea>

namespace lw::ui {

namespace {

constexpr int tickMs = 1000;
constexpr int spareHeight = 470;  ///< what the page keeps for everything but the table

}  // namespace

NetworkPage::NetworkPage(PageContext context, QWidget *parent)
    : Page(parent),
      m_context(context),
      m_pending(new PendingBanner),
      m_scroll(new QScrollArea),
      m_headline(new QLabel),
      m_subline(new QLabel),
      m_switch(new QPushButton),
      m_import(new QPushButton(tr("&Import…"))),
      m_export(new QPushButton(tr("E&xport…"))),
      m_add(new QPushButton(tr("&Add network…"))),
      m_table(new NetworkTableCard),
      m_findings(new FindingsCard),
      m_review(new ReviewCard),
      m_blocked(new BlockedCard)
{
    setObjectName(QStringLiteral("networkPage"));
    auto *content = new QWidget;
    content->setProperty("transparent", true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Theme::pageMargin, Theme::pageMargin, Theme::pageMargin, Theme::pageMargin);
    column->setSpacing(Theme::cardGap);
    column->addWidget(makeHead());
    column->addWidget(m_table);
    column->addWidget(m_review);
    column->addWidget(m_findings);
    column->addWidget(m_blocked, 1);
    m_review->hide();
    m_scroll->setObjectName(QStringLiteral("networkScroll"));
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_pending);
    whole->addWidget(m_scroll, 1);
    m_table->setEmpty(tr("Reading the list…"), QString());
    connectParts();
    addActions();
    showHead();
    updateControls();
}

NetworkPage::~NetworkPage() = default;

QWidget *NetworkPage::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_headline->setObjectName(QStringLiteral("networkHeadline"));
    setRole(m_headline, LabelRole::CardTitle);
    m_subline->setObjectName(QStringLiteral("networkSubline"));
    m_subline->setWordWrap(true);
    setRole(m_subline, LabelRole::Secondary);
    words->addWidget(m_headline);
    words->addWidget(m_subline);
    row->addLayout(words, 1);
    row->addSpacing(8);
    m_switch->setObjectName(QStringLiteral("networkSwitch"));
    m_import->setObjectName(QStringLiteral("networkImportButton"));
    m_export->setObjectName(QStringLiteral("networkExport"));
    m_add->setObjectName(QStringLiteral("networkAdd"));
    for (QPushButton *button : {m_switch, m_import, m_export, m_add})
        row->addWidget(button, 0, Qt::AlignTop);
    return head;
}

void NetworkPage::connectParts()
{
    connect(m_switch, &QPushButton::clicked, this, [this] {
        m_draft.setEnforced(!m_draft.enforced());
        showDraft();
    });
    connect(m_add, &QPushButton::clicked, this, [this] { editRow(-1); });
    connect(m_import, &QPushButton::clicked, this, &NetworkPage::importFile);
    connect(m_export, &QPushButton::clicked, this, &NetworkPage::exportFile);
    connect(m_table, &NetworkTableCard::editRequested, this, &NetworkPage::editRow);
    connect(m_table, &NetworkTableCard::removeRequested, this, [this](int row) {
        m_draft.remove(row);
        showDraft();
    });
    connect(m_table, &NetworkTableCard::restoreRequested, this, [this](int row) {
        m_draft.restore(row);
        showDraft();
    });
    connect(m_table, &NetworkTableCard::emptyActionTriggered, this, [this] {
        if (m_add->isEnabled()) editRow(-1);
    });
    connect(m_review, &ReviewCard::saveRequested, this, &NetworkPage::save);
    connect(m_review, &ReviewCard::discardRequested, this, &NetworkPage::discard);
    connect(m_pending, &PendingBanner::confirmRequested, this, &NetworkPage::confirmPending);
    connect(m_pending, &PendingBanner::revertRequested, this, &NetworkPage::revertPending);
    connect(m_blocked, &BlockedCard::evidenceRequested, this, [this](const QString &address) {
        Q_EMIT navigate(QStringLiteral("loginlog"), QStringLiteral("ip:%1 outcome:failure").arg(address));
    });
    connect(m_blocked, &BlockedCard::liftRequested, this, &NetworkPage::lift);
    connect(m_blocked, &BlockedCard::pinRequested, this, &NetworkPage::openBlock);
    connect(m_blocked, &BlockedCard::blockRequested, this, [this] { openBlock({}); });
    connect(m_blocked, &BlockedCard::rulesRequested, this, &NetworkPage::openRules);
    connect(&m_context.session, &session::ConsoleSession::stateChanged, this, &NetworkPage::onStateChanged);
    connect(&m_tick, &QTimer::timeout, this, &NetworkPage::onTick);
    m_tick.start(tickMs);
}

void NetworkPage::addActions()
{
    const auto offer = [this](const QString &text, QPushButton *button) {
        auto *action = new QAction(text, this);
        connect(action, &QAction::triggered, button, &QPushButton::click);
        addAction(action);
    };
    offer(tr("Add a network to the allowlist"), m_add);
    offer(tr("Import networks"), m_import);
    offer(tr("Export networks"), m_export);
}

QString NetworkPage::title() const
{
    return tr("Network access");
}

void NetworkPage::focusSearch()
{
    m_table->focusSearch();
}

void NetworkPage::open(const QString &filter)
{
    m_table->choose(filter);
}

void NetworkPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_table->setVisibleRows((height() - spareHeight) / Theme::current().rowHeight());
}

QString NetworkPage::ownLogin() const
{
    const auto me = m_context.session.me();
    return me ? me->user.login : m_context.session.profile().login;
}

bool NetworkPage::mayChange() const
{
    return m_network.live && m_context.session.mayDo(Permission::NetworkWrite);
}

void NetworkPage::onStateChanged()
{
    const int state = static_cast<int>(m_context.session.state());
    if (state == m_lastState) return;
    m_lastState = state;
    if (m_context.session.state() != session::State::Connecting) refresh();
}

void NetworkPage::refresh()
{
    access::AccessService *service = m_context.session.access();
    if (!service) return;
    m_lastState = static_cast<int>(m_context.session.state());
    readPeople(*service);
}

void NetworkPage::ended()
{
    --m_reads;
    Q_EMIT readyChanged();
}

void NetworkPage::readPeople(access::AccessService &service)
{
    // The customer's zone first: the ends of entries are days on that clock.
    const auto rest = [this, &service] {
        // Not even asked without the permission: each refusal is an event of the log.
        if (m_context.session.state() == session::State::Online && !m_context.session.mayDo(Permission::NetworkRead)) {
            const Error error = makeError(
                Errc::Forbidden, tr("None of your roles lets you %1.").arg(permissionWords(Permission::NetworkRead)));
            failNetwork(error);
            return m_blocked->showProblem(error.message);
        }
        ++m_reads;
        service.network(this, [this](Result<NetworkSeen> seen) {
            if (seen)
                takeNetwork(*seen);
            else
                failNetwork(seen.error());
            ended();
        });
        ++m_reads;
        service.blocks(this, [this](Result<BlocksSeen> seen) {
            if (seen)
                takeBlocks(*seen);
            else
                m_blocked->showProblem(seen.error().message);
            ended();
        });
    };
    people::PeopleService *people = m_context.session.people();
    if (!people) return rest();
    ++m_reads;
    people->list(now(), this, [this, rest](Result<people::PeopleList> list) {
        if (list) {
            m_zone = zoneNamed(list->customer.timeZone);
            m_people.clear();
            for (const people::PersonRow &row : std::as_const(list->rows))
                if (row.user.status != UserStatus::Disabled)
                    m_people << (row.user.displayName.isEmpty() ? row.user.login : row.user.displayName);
        }
        if (m_context.session.access()) rest();
        ended();
    });
}

void NetworkPage::takeNetwork(const NetworkSeen &seen)
{
    const bool same = m_known && seen.value.allowlist == m_draft.saved();
    m_network = seen;
    m_known = true;
    m_pending->show(seen.value.pending, seen.value.allowlist, mayChange(), now());
    Q_EMIT badgeChanged(seen.value.pending ? 1 : 0);
    // A proposal survives what others save; both are shown side by side when it is saved.
    if (!m_draft.isDirty() || same) m_draftTag = seen.etag;
    if (!m_draft.isDirty() && !same) m_draft = AllowlistDraft(seen.value.allowlist);
    showDraft();
}

void NetworkPage::failNetwork(const Error &error)
{
    if (m_known && m_draft.isDirty()) return m_review->setRefusal(error.message);
    m_known = false;
    m_network = {};
    m_draft = {};
    m_pending->show(std::nullopt, {}, false, now());
    showDraft();
    m_table->setEmpty(error.code == Errc::Forbidden  ? tr("You may not see this list")
                      : error.code == Errc::NotFound ? tr("Not seen yet")
                                                     : tr("The list could not be read"),
                      error.message);
}

void NetworkPage::takeBlocks(const BlocksSeen &seen)
{
    m_blocks = seen;
    m_blocked->show(seen.value, seen.live && m_context.session.mayDo(Permission::NetworkWrite), now());
}

void NetworkPage::onTick()
{
    const QDateTime instant = now();
    m_blocked->tick(instant);
    if (m_pending->tick(instant)) refresh();
}

}  // namespace lw::ui
