// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/peoplepage.h"

#include "core/people/peopleservice.h"
#include "core/session/consolesession.h"
#include "ui/common/card.h"
#include "ui/common/detailpanel.h"
#include "ui/common/emptystate.h"
#include "ui/common/filterbar.h"
#include "ui/common/pill.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/people/persondetail.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

namespace lw::ui {

namespace {

constexpr int historyRows = 8;

}  // namespace

PeoplePage::PeoplePage(PageContext context, QWidget *parent)
    : Page(parent),
      m_context(context),
      m_model(new PeopleModel(this)),
      m_proxy(new PeopleProxy(this)),
      m_filter(new FilterBar(QStringLiteral("peopleFilter"), tr("Filter people"), this)),
      m_table(new TableView(this)),
      m_detail(new DetailPanel(this)),
      m_summary(new QLabel(this))
{
    setObjectName(QStringLiteral("peoplePage"));
    m_filter->setPlaceholder(tr("name, department, role, password:overdue…"));
    m_filter->setCompletions(
        [this](const QString &word) { return completePeopleFilter(word, m_model->departments()); });

    m_proxy->setSourceModel(m_model);
    m_table->setObjectName(QStringLiteral("peopleTable"));
    m_table->setAccessibleName(tr("People"));
    m_table->setModel(m_proxy);
    m_table->setItemDelegate(new TableDelegate(m_table));
    m_table->setItemDelegateForColumn(PeopleModel::Mfa, new PillDelegate(m_table));
    m_table->setItemDelegateForColumn(PeopleModel::PasswordAge, new AgeBarDelegate(m_table));
    m_table->setColumn(PeopleModel::Name, 150, 3);
    m_table->setColumn(PeopleModel::Department, 100, 2, 640);
    m_table->setColumn(PeopleModel::Role, 110, 2, 560);
    m_table->setColumn(PeopleModel::Mfa, 130, 0, 880);
    m_table->setColumn(PeopleModel::PasswordAge, 140, 0);
    m_table->setColumn(PeopleModel::Due, 110, 1);
    m_table->setColumn(PeopleModel::LastLogin, 120, 1, 700);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(PeopleModel::Name, Qt::AscendingOrder);

    auto *tableCard = new Card(QString(), this);
    tableCard->noMargins();
    tableCard->body()->addWidget(m_table);
    m_summary->setObjectName(QStringLiteral("peopleSummary"));
    m_summary->setProperty("role", QStringLiteral("secondary"));
    m_summary->setWordWrap(true);

    auto *left = new QVBoxLayout;
    left->setContentsMargins(Theme::pageMargin, Theme::pageMargin, Theme::pageMargin, Theme::pageMargin);
    left->setSpacing(Theme::cardGap);
    left->addWidget(m_filter);
    left->addWidget(tableCard, 1);
    left->addWidget(m_summary);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addLayout(left, 1);
    columns->addWidget(m_detail);
    m_detail->setObjectName(QStringLiteral("personDetail"));

    connect(m_filter, &FilterBar::changed, this, &PeoplePage::applyFilter);
    connect(m_table, &TableView::currentRowChanged, this, &PeoplePage::showCurrent);
    connect(m_detail, &DetailPanel::linkActivated, this, [this](const QString &link) {
        const people::PersonRow *row = currentPerson();
        if (row && link == QLatin1String(personHistoryLink))
            Q_EMIT navigate(QStringLiteral("loginlog"), QStringLiteral("person:") + row->user.login);
    });
    connect(m_table->emptyState(), &EmptyState::actionTriggered, this, [this] { m_filter->setText(QString()); });
    m_detail->showPlaceholder(tr("Choose a person to see their password, role and logins."));
}

QString PeoplePage::title() const
{
    return tr("People");
}

void PeoplePage::focusSearch()
{
    m_filter->edit()->setFocus(Qt::ShortcutFocusReason);
    m_filter->edit()->selectAll();
}

void PeoplePage::open(const QString &filter)
{
    m_filter->setText(filter);
}

void PeoplePage::refresh()
{
    people::PeopleService *service = m_context.session.people();
    if (!service) return;
    m_loading = true;
    service->list(m_context.clock.nowUtc(), this, [this](Result<people::PeopleList> list) {
        m_loading = false;
        if (list)
            display(std::move(*list));
        else
            showProblem(list.error().message);
        Q_EMIT readyChanged();
    });
}

void PeoplePage::display(people::PeopleList list)
{
    const people::PeopleSummary &summary = list.summary;
    Q_EMIT badgeChanged(summary.overdue + summary.neverSet);
    m_model->setPeople(std::move(list));
    m_table->emptyState()->setContent(tr("Nobody matches"), tr("No person fits this filter."), tr("Show everybody"));
    updateSummary();
    const int row = m_model->rowOfUser(m_chosenUser);
    const QModelIndex wanted = row >= 0 ? m_proxy->mapFromSource(m_model->index(row, 0)) : m_proxy->index(0, 0);
    if (wanted.isValid()) m_table->setCurrentIndex(wanted);
}

void PeoplePage::showProblem(const QString &sentence)
{
    m_model->setPeople({});
    m_summary->clear();
    m_table->emptyState()->setContent(
        tr("No people yet"), sentence.isEmpty() ? tr("Sync once to bring the list of people here.") : sentence);
    m_detail->showPlaceholder(tr("People appear here after the first sync."));
}

void PeoplePage::applyFilter(const QString &text)
{
    const PeopleFilterParse parse = parsePeopleFilter(text);
    m_filter->setError(parse.problem);
    if (!parse.problem.isEmpty()) return;
    m_proxy->setFilter(parse.filter);
    if (!m_table->currentIndex().isValid() && m_proxy->rowCount() > 0) m_table->setCurrentIndex(m_proxy->index(0, 0));
    updateSummary();
}

void PeoplePage::updateSummary()
{
    const people::PeopleSummary &all = m_model->list().summary;
    QStringList parts;
    if (m_proxy->rowCount() == m_model->rowCount())
        parts << tr("%n people", nullptr, m_model->rowCount());
    else
        parts << tr("%1 of %n people", nullptr, m_model->rowCount()).arg(m_proxy->rowCount());
    if (all.overdue) parts << tr("%n overdue", nullptr, all.overdue);
    if (all.dueSoon + all.due) parts << tr("%n due soon", nullptr, all.dueSoon + all.due);
    if (all.exempt) parts << tr("%n exempt", nullptr, all.exempt);
    if (all.neverSet) parts << tr("%n never set", nullptr, all.neverSet);
    if (all.locked) parts << tr("%n locked", nullptr, all.locked);
    m_summary->setText(parts.join(QStringLiteral(" · ")));
}

const people::PersonRow *PeoplePage::currentPerson() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model->person(m_proxy->mapToSource(current).row()) : nullptr;
}

void PeoplePage::showCurrent()
{
    const people::PersonRow *row = currentPerson();
    if (!row) {
        m_detail->showPlaceholder(tr("Choose a person to see their password, role and logins."));
        return;
    }
    m_chosenUser = row->user.id;
    fillPersonPanel(*m_detail, *row, m_model->list().customer, nullptr, m_context.clock.nowUtc());
    readHistory(*row);
}

void PeoplePage::readHistory(const people::PersonRow &row)
{
    people::PeopleService *service = m_context.session.people();
    if (!service) return;
    m_readingHistory = true;
    service->history(row.user, historyRows, this, [this](Result<people::PersonHistory> history) {
        m_readingHistory = false;
        const people::PersonRow *current = currentPerson();
        if (current && history && history->userId == current->user.id)
            fillPersonPanel(*m_detail, *current, m_model->list().customer, &*history, m_context.clock.nowUtc());
        else if (current && !history)
            m_detail->addText(history.error().message);
        Q_EMIT readyChanged();
    });
}

}  // namespace lw::ui
