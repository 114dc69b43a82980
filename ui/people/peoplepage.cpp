// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/peoplepage.h"

#include "core/access/accessservice.h"
#include "core/people/peopleservice.h"
#include "core/policy/rolerules.h"
#include "core/session/consolesession.h"
#include "ui/common/card.h"
#include "ui/common/detailpanel.h"
#include "ui/common/emptystate.h"
#include "ui/common/filterbar.h"
#include "ui/common/pill.h"
#include "ui/common/styling.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/people/certificatesection.h"
#include "ui/people/devicesection.h"
#include "ui/people/peopleacts.h"
#include "ui/people/personactions.h"
#include "ui/people/persondetail.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
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
      m_summary(new QLabel(this)),
      m_acts(new PeopleActs(
          context, [this] { return facts(); }, this)),
      m_add(new QPushButton(tr("&Add person"), this)),
      m_import(new QPushButton(tr("&Import…"), this)),
      m_more(new QPushButton(tr("M&ore…"), this)),
      m_roles(shippedRoles())
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
    m_table->setColumn(PeopleModel::Name, 142, 3);
    m_table->setColumn(PeopleModel::Department, 104, 2, 640);
    m_table->setColumn(PeopleModel::Role, 98, 2, 560);
    m_table->setColumn(PeopleModel::Mfa, 130, 0, 880);
    m_table->setColumn(PeopleModel::PasswordAge, 132, 0);
    m_table->setColumn(PeopleModel::Due, 126, 1);
    m_table->setColumn(PeopleModel::LastLogin, 132, 1, 700);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
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
    m_add->setObjectName(QStringLiteral("peopleAdd"));
    m_import->setObjectName(QStringLiteral("peopleImport"));
    m_more->setObjectName(QStringLiteral("peopleMore"));
    m_more->setAccessibleName(tr("More: export, rules"));
    setRole(m_add, ButtonRole::Primary);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_filter, 1);
    for (QPushButton *button : {m_import, m_more, m_add})
        top->addWidget(button, 0, Qt::AlignTop);
    left->addLayout(top);
    left->addWidget(tableCard, 1);
    left->addWidget(m_summary);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addLayout(left, 1);
    columns->addWidget(m_detail);
    m_detail->setObjectName(QStringLiteral("personDetail"));

    connect(m_filter, &FilterBar::changed, this, &PeoplePage::applyFilter);
    connect(m_table, &TableView::currentRowChanged, this, &PeoplePage::showSoon);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PeoplePage::showSoon);
    connect(m_table, &TableView::rowOpened, this, [this] {
        if (const people::PersonRow *row = currentPerson()) m_acts->edit(row->user);
    });
    connect(m_add, &QPushButton::clicked, m_acts, &PeopleActs::add);
    connect(m_import, &QPushButton::clicked, m_acts, &PeopleActs::importFile);
    connect(m_more, &QPushButton::clicked, this, &PeoplePage::showMenu);
    connect(m_acts, &PeopleActs::notice, this, &Page::notice);
    connect(m_acts, &PeopleActs::busyChanged, this, &Page::readyChanged);
    const auto command = [this](const QString &text, bool changes, auto run) {
        auto *action = new QAction(text, this);
        connect(action, &QAction::triggered, m_acts, run);
        addAction(action);
        if (changes) m_changes.append(action);
    };
    command(tr("Add a person"), true, [this] { m_acts->add(); });
    command(tr("Import people"), true, [this] { m_acts->importFile(); });
    command(tr("Export the list of people"), false,
            [this] { m_acts->exportList(shownRows(), loginlog::PeopleColumns::Everything, m_filter->text()); });
    command(tr("Password and MFA rules"), false, [this] { m_acts->showRules(); });
    connect(&m_context.session, &session::ConsoleSession::stateChanged, this, &PeoplePage::updateRights);
    connect(m_detail, &DetailPanel::linkActivated, this, [this](const QString &link) {
        const people::PersonRow *row = currentPerson();
        if (row && link == QLatin1String(personHistoryLink))
            Q_EMIT navigate(QStringLiteral("loginlog"), QStringLiteral("person:") + row->user.login);
    });
    connect(m_table->emptyState(), &EmptyState::actionTriggered, this, [this] { m_filter->setText(QString()); });
    m_detail->showPlaceholder(tr("Choose a person to see their password, role and logins."));
    updateRights();
}

bool PeoplePage::isReady() const
{
    return !m_loading && !m_showPending && !m_readingHistory && !m_acts->isBusy() &&
           (!m_devices || m_devices->isReady()) && (!m_certificates || m_certificates->isReady());
}

void PeoplePage::updateRights()
{
    const QString whyNot = m_acts->whyNot();
    const bool first = m_rights.isNull();
    if (!first && m_rights == whyNot) return;
    m_rights = whyNot.isEmpty() ? QStringLiteral("") : whyNot;
    for (QPushButton *button : {m_add, m_import}) {
        button->setEnabled(whyNot.isEmpty());
        button->setToolTip(whyNot);
    }
    for (QAction *action : std::as_const(m_changes))
        action->setEnabled(whyNot.isEmpty());
    if (first) return;
    readRoles();
    showSoon();
}

PeopleFacts PeoplePage::facts() const
{
    PeopleFacts facts;
    facts.people = m_model->list();
    facts.roles = m_roles;
    if (const auto me = m_context.session.me()) {
        facts.held = me->permissions;
        facts.ownId = me->user.id;
    }
    return facts;
}

QList<people::PersonRow> PeoplePage::shownRows() const
{
    QList<people::PersonRow> rows;
    for (int row = 0; row < m_proxy->rowCount(); ++row)
        if (const people::PersonRow *person = m_model->person(m_proxy->mapToSource(m_proxy->index(row, 0)).row()))
            rows.append(*person);
    return rows;
}

QList<people::PersonRow> PeoplePage::chosenRows() const
{
    QList<people::PersonRow> rows;
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : chosen)
        if (const people::PersonRow *person = m_model->person(m_proxy->mapToSource(index).row())) rows.append(*person);
    return rows;
}

void PeoplePage::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("peopleMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const char *objectName, const QString &text, auto run) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QLatin1String(objectName));
        connect(action, &QAction::triggered, this, run);
    };
    add("peopleExport", tr("&Export this list…"),
        [this] { m_acts->exportList(shownRows(), loginlog::PeopleColumns::Everything, m_filter->text()); });
    add("peopleExportImportable", tr("Export to edit and &import again…"),
        [this] { m_acts->exportList(shownRows(), loginlog::PeopleColumns::Importable, m_filter->text()); });
    menu->addSeparator();
    add("peopleIdle", tr("Show accounts &idle for 90 days"), [this] { open(QStringLiteral("idle:yes")); });
    add("peopleRules", tr("Password and MFA &rules…"), [this] { m_acts->showRules(); });
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 4)));
}

void PeoplePage::readRoles()
{
    access::AccessService *access = m_context.session.access();
    if (!access) return;
    // Without the permission to see roles the shipped ones are what there is.
    access->roles(this, [this](const Result<access::Seen<QList<Role>>> &seen) {
        if (seen) m_roles = seen->value;
    });
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
    readRoles();
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
    QStringList chosen;
    const QList<people::PersonRow> before = chosenRows();
    for (const people::PersonRow &row : before)
        chosen << row.user.id;
    m_model->setPeople(std::move(list));
    m_table->emptyState()->setContent(tr("Nobody matches"), tr("No person fits this filter."), tr("Show everybody"));
    updateSummary();
    const int row = m_model->rowOfUser(m_chosenUser);
    const QModelIndex wanted = row >= 0 ? m_proxy->mapFromSource(m_model->index(row, 0)) : m_proxy->index(0, 0);
    if (wanted.isValid()) m_table->setCurrentIndex(wanted);
    if (chosen.size() > 1) chooseAgain(chosen);
}

void PeoplePage::chooseAgain(const QStringList &userIds)
{
    // A sync must not take back what was chosen for a change of many.
    QItemSelection selection;
    for (const QString &id : userIds) {
        const int row = m_model->rowOfUser(id);
        const QModelIndex index = row >= 0 ? m_proxy->mapFromSource(m_model->index(row, 0)) : QModelIndex();
        if (index.isValid()) selection.select(index, index);
    }
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
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

void PeoplePage::showSoon()
{
    // Selection and current row change one after the other; the panel is filled once.
    if (m_showPending) return;
    m_showPending = true;
    QMetaObject::invokeMethod(this, &PeoplePage::showChosen, Qt::QueuedConnection);
}

void PeoplePage::showChosen()
{
    m_showPending = false;
    const QList<people::PersonRow> rows = chosenRows();
    if (rows.size() > 1)
        showMany(rows);
    else
        showCurrent();
}

void PeoplePage::showMany(const QList<people::PersonRow> &rows)
{
    const int count = static_cast<int>(rows.size());
    QList<User> users;
    int overdue = 0, noFactor = 0, disabled = 0;
    for (const people::PersonRow &row : rows) {
        users.append(row.user);
        disabled += row.user.status == UserStatus::Disabled ? 1 : 0;
        overdue += row.password.state == policy::PasswordState::Overdue ? 1 : 0;
        noFactor += row.user.mfa == MfaKind::None ? 1 : 0;
    }
    m_chosenUser.clear();
    m_detail->clear();
    m_detail->setTitle(tr("%n people chosen", nullptr, count), namesOf(users, 8));
    m_detail->addField(tr("Overdue"), QString::number(overdue));
    m_detail->addField(tr("No MFA"), QString::number(noFactor));
    m_detail->addField(tr("Disabled"), QString::number(disabled));
    m_detail->addText(tr("What you do here is done for all of them, or for none."));
    addSelectionActions(*m_detail, *m_acts, rows);
}

void PeoplePage::showCurrent()
{
    const people::PersonRow *row = currentPerson();
    if (!row) {
        m_detail->showPlaceholder(tr("Choose a person to see their password, role and logins."));
        return;
    }
    const QDateTime now = m_context.clock.nowUtc();
    m_chosenUser = row->user.id;
    fillPersonPanel(*m_detail, *row, m_model->list().customer);
    m_detail->addSection(tr("Devices"));
    m_devices =
        new DeviceSection(m_context.session.peopleAdmin(), m_context.dialogs, row->user.id, personName(row->user),
                          m_acts->whyNot(row->user).isEmpty(), m_model->list().customer.passwordPolicy, now, this);
    m_detail->addWidget(m_devices);
    connect(m_devices, &DeviceSection::readyChanged, this, &Page::readyChanged);
    connect(m_devices, &DeviceSection::notice, this, &Page::notice);
    m_devices->refresh();
    m_detail->addSection(tr("Client certificates"));
    m_certificates = new CertificateSection(
        m_context.session.peopleAdmin(), m_context.dialogs,
        {row->user.id, personName(row->user), policy::certificateRequired(row->user.roles, m_model->list().customer),
         m_acts->whyNot(row->user).isEmpty()},
        this);
    m_detail->addWidget(m_certificates);
    connect(m_certificates, &CertificateSection::readyChanged, this, &Page::readyChanged);
    connect(m_certificates, &CertificateSection::notice, this, &Page::notice);
    m_certificates->refresh();
    m_detail->addSection(tr("History"));
    m_readingText = new QLabel(tr("Reading the log…"));
    setRole(m_readingText, LabelRole::Secondary);
    m_detail->addWidget(m_readingText);
    addPersonActions(*m_detail, *m_acts, row->user, row->user.id == facts().ownId);
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
        const bool wanted = current && m_readingText && (!history || history->userId == current->user.id);
        if (wanted) delete m_readingText;
        if (wanted && history)
            addPersonHistory(*m_detail, *history, m_context.clock.nowUtc());
        else if (wanted)
            m_detail->addText(history.error().message);
        Q_EMIT readyChanged();
    });
}

}  // namespace lw::ui
