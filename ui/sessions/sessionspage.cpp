// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/sessionspage.h"

#include "core/session/consolesession.h"
#include "ui/common/card.h"
#include "ui/common/detailpanel.h"
#include "ui/common/dialogs.h"
#include "ui/common/emptystate.h"
#include "ui/common/filterbar.h"
#include "ui/common/pill.h"
#include "ui/common/styling.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/common/timetext.h"
#include "ui/sessions/sessionmodel.h"

#include <QAction>
#include <QBoxLayout>
#include <QPointer>

namespace lw::ui {

using session::State;

SessionsPage::SessionsPage(PageContext context, QWidget *parent)
    : Page(parent),
      m_context(context),
      m_model(new SessionModel(this)),
      m_proxy(new SessionProxy(this)),
      m_filter(new FilterBar(QStringLiteral("sessionsFilter"), tr("Filter sessions"), this)),
      m_refresh(new QPushButton(tr("&Refresh"))),
      m_table(new TableView(this)),
      m_detail(new DetailPanel(this)),
      m_summary(new QLabel(this))
{
    setObjectName(QStringLiteral("sessionsPage"));
    m_filter->setPlaceholder(tr("person, address, program, own"));
    m_refresh->setObjectName(QStringLiteral("sessionsRefresh"));
    m_proxy->setSourceModel(m_model);
    m_table->setObjectName(QStringLiteral("sessionsTable"));
    m_table->setAccessibleName(tr("Live sessions"));
    m_table->setModel(m_proxy);
    m_table->setItemDelegateForColumn(SessionModel::Own, new PillDelegate(m_table));
    m_table->setColumn(SessionModel::Person, 150, 3);
    m_table->setColumn(SessionModel::Own, 92, 0);
    m_table->setColumn(SessionModel::Since, 130, 1);
    m_table->setColumn(SessionModel::LastSeen, 96, 1);
    m_table->setColumn(SessionModel::Address, 140, 2);
    m_table->setColumn(SessionModel::Agent, 140, 3, 760);
    m_table->setColumn(SessionModel::Ends, 130, 1, 1000);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(SessionModel::LastSeen, Qt::DescendingOrder);

    auto *top = new QHBoxLayout;
    top->setSpacing(Theme::cardGap);
    top->addWidget(m_filter, 1);
    top->addWidget(m_refresh, 0, Qt::AlignTop);
    auto *card = new Card(QString(), this);
    card->noMargins();
    card->body()->addWidget(m_table);
    m_summary->setObjectName(QStringLiteral("sessionsSummary"));
    setRole(m_summary, LabelRole::Secondary);
    m_summary->setWordWrap(true);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(Theme::pageMargin, Theme::pageMargin, Theme::pageMargin, Theme::pageMargin);
    left->setSpacing(Theme::cardGap);
    left->addLayout(top);
    left->addWidget(card, 1);
    left->addWidget(m_summary);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addLayout(left, 1);
    columns->addWidget(m_detail);
    m_detail->setObjectName(QStringLiteral("sessionDetail"));
    m_detail->showPlaceholder(tr("Choose a session to see where it comes from."));

    connect(m_filter, &FilterBar::changed, this, [this](const QString &text) {
        m_proxy->setWords(text);
        if (!m_table->currentIndex().isValid() && m_proxy->rowCount() > 0)
            m_table->setCurrentIndex(m_proxy->index(0, 0));
        updateSummary();
    });
    connect(m_refresh, &QPushButton::clicked, this, &SessionsPage::refresh);
    connect(m_table, &TableView::currentRowChanged, this, &SessionsPage::showCurrent);
    connect(m_table->emptyState(), &EmptyState::actionTriggered, this, [this] { m_filter->setText({}); });
    auto *again = new QAction(tr("Refresh the sessions"), this);
    connect(again, &QAction::triggered, this, &SessionsPage::refresh);
    addAction(again);
    m_wasOnline = m_context.session.state() == State::Online;
    connect(&m_context.session, &session::ConsoleSession::stateChanged, this, [this] {
        const bool online = m_context.session.state() == State::Online;
        if (online == m_wasOnline) return;
        m_wasOnline = online;
        refresh();
    });
}

void SessionsPage::focusSearch()
{
    m_filter->edit()->setFocus(Qt::ShortcutFocusReason);
    m_filter->edit()->selectAll();
}

void SessionsPage::open(const QString &filter)
{
    m_filter->setText(filter);
}

void SessionsPage::refresh()
{
    const bool online = m_context.session.state() == State::Online;
    m_refresh->setEnabled(online);
    if (!online)
        return showNothing(tr("Live sessions are not known offline"),
                           tr("Who is signed in right now, only the back end can say. Sign in to see it. What happened "
                              "until the last sync stands in the login log."));
    if (!m_context.session.mayDo(Permission::SessionsRead))
        return showNothing(tr("Your roles do not show live sessions"),
                           tr("An owner can give you a role that may see them."));
    if (!m_context.session.access() || m_loading) return;
    m_loading = true;
    m_context.session.access()->sessions(
        this, [this](Result<access::Seen<QList<protocol::LiveSession>>> seen) { display(std::move(seen)); });
}

void SessionsPage::display(Result<access::Seen<QList<protocol::LiveSession>>> seen)
{
    m_loading = false;
    if (!seen) {
        showNothing(tr("The sessions could not be read"), seen.error().message);
    } else {
        m_asOf = m_context.clock.nowUtc();
        const QString wanted = m_chosen;
        m_table->emptyState()->setContent(tr("No session matches"), tr("No live session fits this filter."),
                                          tr("Show all"));
        m_model->setSessions(std::move(seen->value), m_asOf);
        const int row = m_model->rowOf(wanted);
        const QModelIndex index = row >= 0 ? m_proxy->mapFromSource(m_model->index(row, 0)) : m_proxy->index(0, 0);
        if (index.isValid()) m_table->setCurrentIndex(index);
        updateSummary();
        showCurrent();
    }
    Q_EMIT readyChanged();
}

void SessionsPage::showNothing(const QString &title, const QString &guidance)
{
    m_model->setSessions({}, m_context.clock.nowUtc());
    m_table->emptyState()->setContent(title, guidance);
    m_summary->clear();
    m_detail->showPlaceholder(guidance);
}

void SessionsPage::updateSummary()
{
    QStringList parts;
    if (m_proxy->rowCount() == m_model->rowCount())
        parts << tr("%n live sessions", nullptr, m_model->rowCount());
    else
        parts << tr("%1 of %n live sessions", nullptr, m_model->rowCount()).arg(m_proxy->rowCount());
    parts << tr("%n people", nullptr, m_model->people());
    parts << tr("as of %1").arg(clockTime(m_asOf));
    m_summary->setText(parts.join(QStringLiteral(" · ")));
}

const protocol::LiveSession *SessionsPage::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_model->session(m_proxy->mapToSource(index).row()) : nullptr;
}

void SessionsPage::showCurrent()
{
    const protocol::LiveSession *row = current();
    if (!row) return m_detail->showPlaceholder(tr("Choose a session to see where it comes from."));
    m_chosen = row->id;
    const int all = m_model->countOf(row->userId);
    m_detail->clear();
    m_detail->setTitle(sessionPerson(*row), row->login);
    if (row->own) m_detail->addPill(tr("Your own session"), Tone::Accent);
    m_detail->addField(tr("Since"), fullTime(row->createdAt));
    m_detail->addField(tr("Last seen"), tr("%1 (%2)").arg(agoText(row->lastSeenAt, m_asOf), fullTime(row->lastSeenAt)));
    m_detail->addField(tr("Ends"), tr("%1, unless it is used before").arg(fullTime(row->expiresAt)));
    m_detail->addMonoField(tr("Address"), row->address);
    m_detail->addField(tr("Program"), row->agent.isEmpty() ? tr("not told") : row->agent);
    m_detail->addField(tr("In all"), tr("%n live session(s) of this person", nullptr, all));
    m_detail->addMonoField(tr("Session"), row->id);
    const bool mayEnd = m_context.session.mayDo(Permission::SessionsEnd);
    if (!mayEnd) {
        m_detail->addText(tr("Your roles do not end sessions."));
        return;
    }
    auto *one = m_detail->addAction(QStringLiteral("sessionEnd"), row->own ? tr("&Sign out…") : tr("&End…"));
    one->setAccessibleName(tr("End this session"));
    connect(one, &QPushButton::clicked, this, &SessionsPage::endCurrent);
    auto *every = m_detail->addAction(QStringLiteral("sessionEndAll"), tr("End &all %1…").arg(all));
    every->setAccessibleName(tr("End all sessions of %1").arg(sessionPerson(*row)));
    every->setVisible(all > 1);
    connect(every, &QPushButton::clicked, this, &SessionsPage::endAllOfCurrent);
}

void SessionsPage::endCurrent()
{
    const protocol::LiveSession *row = current();
    if (!row || m_ending) return;
    const protocol::LiveSession chosen = *row;
    const QString person = sessionPerson(chosen);
    const QPointer<SessionsPage> self(this);
    const bool sure = m_context.dialogs.confirm(
        this,
        {chosen.own ? tr("End your own session?") : tr("End this session?"),
         chosen.own
             ? tr("This ends the session of this very window: you are signed out and work offline.")
             : tr("One session of %1 from %2 ends at once; what it was doing is cut off.").arg(person, chosen.address),
         tr("%1 can sign in again: ending a session does not disable the account.")
             .arg(chosen.own ? tr("You") : person),
         chosen.own ? tr("Sign out") : tr("End the session"), true});
    if (!self || !sure || !m_context.session.access()) return;
    m_ending = true;
    m_context.session.access()->endSession(chosen.id, this,
                                           [this, person](const Result<int> &count) { ended(person, count); });
}

void SessionsPage::endAllOfCurrent()
{
    const protocol::LiveSession *row = current();
    if (!row || m_ending) return;
    const protocol::LiveSession chosen = *row;
    const QString person = sessionPerson(chosen);
    bool ownToo = false;
    for (const protocol::LiveSession &session : m_model->sessions())
        ownToo = ownToo || (session.own && session.userId == chosen.userId);
    QString text = tr("%n session(s) of %1 end at once.", nullptr, m_model->countOf(chosen.userId)).arg(person);
    if (ownToo) text += QLatin1Char(' ') + tr("One of them is yours, of this very window: you are signed out as well.");
    const QPointer<SessionsPage> self(this);
    const bool sure = m_context.dialogs.confirm(
        this, {tr("End all sessions of %1?").arg(person), text,
               tr("The person can sign in again: disable the account on the page People to prevent that."),
               tr("End them all"), true});
    if (!self || !sure || !m_context.session.access()) return;
    m_ending = true;
    m_context.session.access()->endSessionsOf(chosen.userId, this,
                                              [this, person](const Result<int> &count) { ended(person, count); });
}

void SessionsPage::ended(const QString &person, const Result<int> &count)
{
    m_ending = false;
    if (!count && count.error().code == Errc::NotFound)
        Q_EMIT notice(tr("That session had ended already."));
    else if (!count)
        m_context.dialogs.inform(this, tr("Not ended"), count.error().message);
    else
        Q_EMIT notice(tr("%n session(s) of %1 ended.", nullptr, *count).arg(person));
    refresh();
    Q_EMIT readyChanged();
}

}  // namespace lw::ui
