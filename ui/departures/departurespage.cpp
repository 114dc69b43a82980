// SPDX-License-Identifier: GPL-3.0-or-later
// What the page is made of and what it shows; departurespage_acting.cpp holds what it does.
#include "ui/departures/departurespage.h"

#include "core/people/peopleservice.h"
#include "core/session/consolesession.h"
#include "ui/common/card.h"
#include "ui/common/detailpanel.h"
#include "ui/common/emptystate.h"
#include "ui/common/filterbar.h"
#include "ui/common/momentedit.h"
#include "ui/common/pill.h"
#include "ui/common/styling.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/common/timetext.h"
#include "ui/common/words.h"
#include "ui/departures/departuredetail.h"
#include "ui/departures/departurewords.h"
#include "ui/departures/idlecard.h"

#include <QAction>
#include <QBoxLayout>

namespace lw::ui {

namespace {
constexpr int tickMs = 1000;
}

DeparturesPage::DeparturesPage(PageContext context, QWidget *parent)
    : Page(parent),
      m_context(context),
      m_model(new DepartureModel(this)),
      m_proxy(new DepartureProxy(this)),
      m_filter(new FilterBar(QStringLiteral("departuresFilter"), tr("Filter departures"), this)),
      m_import(new QPushButton(tr("&Import leavers…"))),
      m_open(new QPushButton(tr("&Open departure…"))),
      m_table(new TableView),
      m_idle(new IdleCard),
      m_summary(new QLabel),
      m_detail(new DetailPanel)
{
    setObjectName(QStringLiteral("departuresPage"));
    m_filter->setPlaceholder(tr("name, reason, state:open, state:breach, kind:reassignment…"));
    m_filter->setCompletions(completeDepartureFilter);
    m_import->setObjectName(QStringLiteral("departuresImport"));
    m_open->setObjectName(QStringLiteral("departuresOpen"));
    setRole(m_open, ButtonRole::Primary);
    makeTable();
    makeLayout();
    connectParts();
    m_detail->setObjectName(QStringLiteral("departureDetail"));
    m_detail->showPlaceholder(tr("Choose a departure to see its clock and its proof."));
    showEmpty();
    updateControls();
}

DeparturesPage::~DeparturesPage() = default;

void DeparturesPage::makeTable()
{
    m_proxy->setSourceModel(m_model);
    m_table->setObjectName(QStringLiteral("departuresTable"));
    m_table->setAccessibleName(tr("Departures"));
    m_table->setModel(m_proxy);
    m_table->setItemDelegateForColumn(DepartureModel::State, new PillDelegate(m_table));
    m_table->setColumn(DepartureModel::Person, 150, 3);
    m_table->setColumn(DepartureModel::Kind, 105, 1, 600);
    m_table->setColumn(DepartureModel::Departed, 175, 0);
    m_table->setColumn(DepartureModel::Clock, 190, 1);
    m_table->setColumn(DepartureModel::State, 115, 0);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(DepartureModel::Clock, Qt::AscendingOrder);
}

void DeparturesPage::makeLayout()
{
    auto *top = new QHBoxLayout;
    top->setSpacing(Theme::cardGap);
    top->addWidget(m_filter, 1);
    top->addWidget(m_import, 0, Qt::AlignTop);
    top->addWidget(m_open, 0, Qt::AlignTop);
    auto *card = new Card;
    card->noMargins();
    card->body()->addWidget(m_table);
    m_summary->setObjectName(QStringLiteral("departuresSummary"));
    m_summary->setWordWrap(true);
    setRole(m_summary, LabelRole::Secondary);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(Theme::pageMargin, Theme::pageMargin, Theme::pageMargin, Theme::pageMargin);
    left->setSpacing(Theme::cardGap);
    left->addLayout(top);
    left->addWidget(card, 1);
    left->addWidget(m_idle);
    left->addWidget(m_summary);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addLayout(left, 1);
    columns->addWidget(m_detail);
}

void DeparturesPage::connectParts()
{
    connect(m_filter, &FilterBar::changed, this, &DeparturesPage::applyFilter);
    connect(m_open, &QPushButton::clicked, this, [this] { openDialog({}); });
    connect(m_import, &QPushButton::clicked, this, &DeparturesPage::importFile);
    connect(m_table, &TableView::currentRowChanged, this, &DeparturesPage::showCurrent);
    connect(m_table->emptyState(), &EmptyState::actionTriggered, this, [this] {
        if (!m_filter->text().isEmpty())
            m_filter->setText({});
        else if (m_open->isEnabled())
            openDialog({});
    });
    connect(m_detail, &DetailPanel::linkActivated, this, [this](const QString &link) {
        const Departure *departure = current();
        if (departure && link == QLatin1String(departureEventsLink))
            Q_EMIT navigate(QStringLiteral("loginlog"), QStringLiteral("in:all person:") + departure->login);
    });
    connect(m_idle, &IdleCard::disableRequested, this, &DeparturesPage::disableIdle);
    connect(&m_context.session, &session::ConsoleSession::stateChanged, this, &DeparturesPage::onStateChanged);
    connect(&m_tick, &QTimer::timeout, this, &DeparturesPage::onTick);
    m_tick.start(tickMs);
    for (QPushButton *button : {m_open, m_import}) {
        auto *action = new QAction(button == m_open ? tr("Open a departure") : tr("Import leavers"), this);
        connect(action, &QAction::triggered, button, &QPushButton::click);
        addAction(action);
    }
}

QString DeparturesPage::title() const
{
    return tr("Departures");
}

void DeparturesPage::focusSearch()
{
    m_filter->edit()->setFocus(Qt::ShortcutFocusReason);
    m_filter->edit()->selectAll();
}

void DeparturesPage::open(const QString &filter)
{
    if (!filter.startsWith(QLatin1String("open:"))) return m_filter->setText(filter);
    if (m_known && m_reads == 0) return openDialog(filter.mid(5));
    m_openLogin = filter.mid(5);
    m_openAsked = true;
}

bool DeparturesPage::mayChange() const
{
    return m_cases.live && m_context.session.mayDo(Permission::DeparturesWrite);
}

void DeparturesPage::onStateChanged()
{
    const int state = static_cast<int>(m_context.session.state());
    if (state == m_lastState) return;
    m_lastState = state;
    if (m_context.session.state() != session::State::Connecting) refresh();
}

void DeparturesPage::refresh()
{
    departures::DepartureService *service = m_context.session.departures();
    people::PeopleService *people = m_context.session.people();
    if (!service || !people) return;
    m_lastState = static_cast<int>(m_context.session.state());
    ++m_reads;
    people->list(now(), this, [this](Result<people::PeopleList> list) {
        takePeople(std::move(list));
        if (m_context.session.state() == session::State::Online &&
            !m_context.session.mayDo(Permission::DeparturesRead)) {
            // Not even asked: each refusal is an event of the log.
            takeCases(
                makeError(Errc::Forbidden,
                          tr("None of your roles lets you %1.").arg(permissionWords(Permission::DeparturesRead))));
        } else if (departures::DepartureService *cases = m_context.session.departures()) {
            ++m_reads;
            cases->list(this, [this](Result<CasesSeen> seen) {
                takeCases(seen);
                ended();
            });
        }
        ended();
    });
}

void DeparturesPage::ended()
{
    --m_reads;
    if (m_reads == 0 && m_openAsked) {
        m_openAsked = false;
        if (m_open->isEnabled()) openDialog(m_openLogin);
    }
    Q_EMIT readyChanged();
}

void DeparturesPage::takePeople(Result<people::PeopleList> list)
{
    m_people = list ? std::move(*list) : people::PeopleList();
    m_zone = zoneNamed(m_people.customer.timeZone);
    QList<people::PersonRow> idle = people::idlePeople(m_people);
    // Nobody disables himself.
    const auto me = m_context.session.me();
    if (me) idle.removeIf([&](const people::PersonRow &row) { return row.user.id == me->user.id; });
    m_idle->show(idle, m_context.session.mayDo(Permission::UsersWrite), now());
}

void DeparturesPage::takeCases(const Result<CasesSeen> &seen)
{
    m_known = seen.ok();
    m_problem = seen ? Error() : seen.error();
    m_cases = seen ? CasesSeen{{}, seen->etag, seen->asOf, seen->live} : CasesSeen();
    const QString chosen = m_chosen;
    m_model->setCases(seen ? seen->value : QList<Departure>(), now(), m_zone);
    Q_EMIT badgeChanged(m_model->needingAction());
    showEmpty();
    updateControls();
    updateSummary();
    const int row = m_model->rowOf(chosen);
    const QModelIndex wanted = row >= 0 ? m_proxy->mapFromSource(m_model->index(row, 0)) : m_proxy->index(0, 0);
    if (wanted.isValid()) m_table->setCurrentIndex(wanted);
    showCurrent();
}

void DeparturesPage::showEmpty()
{
    EmptyState *empty = m_table->emptyState();
    if (!m_known && m_problem.message.isEmpty())
        empty->setContent(tr("Reading the departures…"), QString());
    else if (!m_known)
        empty->setContent(m_problem.code == Errc::Forbidden  ? tr("You may not see departures")
                          : m_problem.code == Errc::NotFound ? tr("Not seen yet")
                                                             : tr("The departures could not be read"),
                          m_problem.message);
    else if (!m_filter->text().isEmpty() && m_model->rowCount() > 0)
        empty->setContent(tr("Nothing matches"), tr("No departure fits this filter."), tr("Show all"));
    else
        empty->setContent(
            tr("Nobody has left"),
            tr("Open a departure when somebody leaves or changes duties: access ends within 24 hours, and "
               "the back end proves that nothing works any more. It can lie in the future."),
            mayChange() ? tr("Open a departure…") : QString());
}

void DeparturesPage::updateControls()
{
    const bool may = m_known && mayChange() && !m_busy;
    m_open->setEnabled(may);
    m_import->setEnabled(may);
    const auto actions = m_detail->findChildren<QPushButton *>();
    for (QPushButton *button : actions)
        if (button->objectName() == QLatin1String("departureProbe") ||
            button->objectName() == QLatin1String("departureWithdraw"))
            button->setEnabled(may);
}

void DeparturesPage::applyFilter(const QString &text)
{
    const DepartureFilterParse parse = parseDepartureFilter(text);
    m_filter->setError(parse.problem);
    if (!parse.problem.isEmpty()) return;
    m_proxy->setFilter(parse.filter);
    showEmpty();
    if (!m_table->currentIndex().isValid() && m_proxy->rowCount() > 0) m_table->setCurrentIndex(m_proxy->index(0, 0));
    updateSummary();
}

void DeparturesPage::updateSummary()
{
    if (!m_known || m_model->rowCount() == 0) return m_summary->clear();
    const policy::RevocationSummary summary = policy::revocationSummary(m_model->cases(), now());
    QStringList parts;
    const int all = m_model->rowCount();
    parts << (m_proxy->rowCount() == all ? tr("%n departure(s)", nullptr, all)
                                         : tr("%1 of %n departure(s)", nullptr, all).arg(m_proxy->rowCount()));
    if (summary.open) parts << tr("%n still open", nullptr, summary.open);
    if (summary.proved) parts << tr("%n proved", nullptr, summary.proved);
    if (summary.breaches) parts << tr("%n over 24 hours", nullptr, summary.breaches);
    if (summary.medianSeconds) parts << tr("half revoked within %1").arg(durationWords(*summary.medianSeconds));
    if (summary.worstSeconds) parts << tr("the slowest %1").arg(durationWords(*summary.worstSeconds));
    if (!m_cases.live) parts << tr("as seen %1").arg(fullTime(m_cases.asOf));
    m_summary->setText(parts.join(QStringLiteral(" · ")));
}

const Departure *DeparturesPage::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_model->departure(m_proxy->mapToSource(index).row()) : nullptr;
}

void DeparturesPage::showCurrent()
{
    const Departure *departure = current();
    if (!departure) {
        m_detail->showPlaceholder(m_model->rowCount() > 0 ? tr("Choose a departure to see its clock and its proof.")
                                                          : tr("The clock and the proof of a departure stand here."));
        return;
    }
    m_chosen = departure->id;
    m_clock = fillDeparturePanel(*m_detail, *departure, m_zone, now());
    if (departure->state == DepartureState::Scheduled) {
        QPushButton *button = m_detail->addAction(QStringLiteral("departureWithdraw"), tr("&Withdraw…"));
        connect(button, &QPushButton::clicked, this, &DeparturesPage::withdraw);
    } else if (departure->state != DepartureState::Cancelled) {
        QPushButton *button = m_detail->addAction(QStringLiteral("departureProbe"), tr("&Probe again"));
        button->setToolTip(tr("The back end tries everything once more and keeps what happened"));
        connect(button, &QPushButton::clicked, this, &DeparturesPage::probe);
    }
    updateControls();
}

void DeparturesPage::onTick()
{
    const QDateTime instant = now();
    const int before = m_model->needingAction();
    m_model->tick(instant);
    if (m_clock) m_clock->tick(instant);
    if (const int count = m_model->needingAction(); count != before) Q_EMIT badgeChanged(count);
}

}  // namespace lw::ui
