// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spend/spendpage.h"

#include "core/policy/spendrules.h"
#include "core/session/consolesession.h"
#include "ui/common/barchart.h"
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
#include "ui/spend/limitdialogs.h"
#include "ui/spend/raisedialogs.h"
#include "ui/spend/ratedeckdialog.h"
#include "ui/spend/spendgauge.h"
#include "ui/spend/spendmodel.h"
#include "ui/spend/spendparts.h"
#include "ui/spend/spendwords.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSortFilterProxyModel>

namespace lw::ui {

using session::State;

SpendPage::SpendPage(PageContext context, QWidget *parent)
    : Page(parent),
      m_context(context),
      m_model(new SpendModel(this)),
      m_proxy(new QSortFilterProxyModel(this)),
      m_headline(new QLabel),
      m_subline(new QLabel),
      m_deck(new QPushButton(tr("Rate &deck…"))),
      m_raise(new QPushButton(tr("&Raise…"))),
      m_reset(new QPushButton(tr("Re&set…"))),
      m_limits(new QPushButton(tr("&Limits…"))),
      m_table(new TableView(this)),
      m_detail(new DetailPanel(this))
{
    setObjectName(QStringLiteral("spendPage"));
    m_proxy->setSourceModel(m_model);
    m_proxy->setSortRole(SortRole);
    m_proxy->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_table->setObjectName(QStringLiteral("spendTable"));
    m_table->setAccessibleName(tr("What each number spent"));
    m_table->setModel(m_proxy);
    m_table->setItemDelegate(new TableDelegate(m_table));
    m_table->setColumn(SpendModel::Number, 136, 0);
    m_table->setColumn(SpendModel::Label, 140, 4);
    m_table->setColumn(SpendModel::Today, 92, 1);
    m_table->setColumn(SpendModel::Week, 100, 1);
    m_table->setColumn(SpendModel::Used, 84, 1);
    m_table->setColumn(SpendModel::Calls, 76, 1, 620);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(SpendModel::Used, Qt::DescendingOrder);

    auto *card = new Card(QString(), this);
    card->noMargins();
    card->body()->addWidget(m_table);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(Theme::pageMargin, Theme::pageMargin, Theme::pageMargin, Theme::pageMargin);
    left->setSpacing(Theme::cardGap);
    left->addWidget(makeHead());
    left->addWidget(makeGauges());
    left->addWidget(makeHistory());
    left->addWidget(card, 1);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addLayout(left, 1);
    columns->addWidget(m_detail);
    m_detail->setObjectName(QStringLiteral("spendDetail"));
    connectParts();
    showAll();
}

SpendPage::~SpendPage() = default;

QWidget *SpendPage::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_headline->setObjectName(QStringLiteral("spendHeadline"));
    setRole(m_headline, LabelRole::CardTitle);
    m_subline->setObjectName(QStringLiteral("spendSubline"));
    m_subline->setWordWrap(true);
    setRole(m_subline, LabelRole::Secondary);
    words->addWidget(m_headline);
    words->addWidget(m_subline);
    row->addLayout(words, 1);
    row->addSpacing(8);
    m_deck->setObjectName(QStringLiteral("spendDeck"));
    m_raise->setObjectName(QStringLiteral("spendRaise"));
    m_reset->setObjectName(QStringLiteral("spendReset"));
    m_limits->setObjectName(QStringLiteral("spendLimits"));
    setRole(m_limits, ButtonRole::Primary);
    for (QPushButton *button : {m_deck, m_reset, m_raise, m_limits})
        row->addWidget(button, 0, Qt::AlignTop);
    return head;
}

QWidget *SpendPage::makeGauges()
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::cardGap);
    m_today = new SpendGauge(QStringLiteral("gaugeToday"), tr("The company today"), row);
    m_week = new SpendGauge(QStringLiteral("gaugeWeek"), tr("The company this week"), row);
    line->addWidget(m_today, 1);
    line->addWidget(m_week, 1);
    return row;
}

QWidget *SpendPage::makeHistory()
{
    auto *card = new Card(tr("Cost of each day, last 90 days"), this);
    auto *legend = new QLabel(card);
    legend->setObjectName(QStringLiteral("spendLegend"));
    setRole(legend, LabelRole::Secondary);
    const auto setLegend = [legend] {
        const Tokens &tokens = Theme::current().tokens();
        legend->setText(
            QStringLiteral("<span style='color:%1'>■</span> %2&nbsp;&nbsp;<span style='color:%3'>■</span> %4")
                .arg(tokens.bar.name(), SpendPage::tr("ordinary calls"), tokens.bad.name(),
                     SpendPage::tr("international and premium")));
    };
    setLegend();
    connect(&Theme::current(), &Theme::changed, legend, setLegend);
    card->addHeaderWidget(legend);
    m_chart = new BarChart(QStringLiteral("spendChart"), card);
    m_chart->setAxisVisible(true);
    m_chart->setFixedHeight(110);
    card->body()->addWidget(m_chart);
    return card;
}

void SpendPage::connectParts()
{
    connect(m_table, &TableView::currentRowChanged, this, &SpendPage::showCurrent);
    connect(m_limits, &QPushButton::clicked, this, &SpendPage::openLimits);
    connect(m_deck, &QPushButton::clicked, this, &SpendPage::openDeck);
    connect(m_raise, &QPushButton::clicked, this, [this] { openRaise({}); });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        openReset(customerUsage(m_overview.value, SpendPeriod::Day),
                  customerUsage(m_overview.value, SpendPeriod::Week));
    });
    const auto offer = [this](const QString &text, QPushButton *button) {
        auto *action = new QAction(text, this);
        connect(action, &QAction::triggered, button, &QPushButton::click);
        addAction(action);
    };
    offer(tr("Spend limits of the company"), m_limits);
    offer(tr("Load a rate deck"), m_deck);
    offer(tr("Raise the company's limit for a while"), m_raise);
    connect(&m_context.session, &session::ConsoleSession::stateChanged, this, [this] {
        const int state = static_cast<int>(m_context.session.state());
        if (state == m_lastState) return;
        m_lastState = state;
        if (m_context.session.state() != State::Connecting) refresh();
    });
}

bool SpendPage::mayChange() const
{
    return m_known && m_settings.live && !m_busy && m_context.session.mayDo(Permission::SpendWrite);
}

QTimeZone SpendPage::zone() const
{
    const auto me = m_context.session.me();
    return me ? zoneNamed(me->customer.timeZone) : QTimeZone::utc();
}

template <typename T>
void SpendPage::take(access::Seen<T> &where, Result<access::Seen<T>> seen)
{
    if (seen)
        where = std::move(*seen);
    else if (m_problem.isEmpty())
        m_problem =
            seen.error().code == Errc::Forbidden ? tr("Your roles do not show what calls cost.") : seen.error().message;
    if (--m_reads > 0) return;
    m_known = m_known || m_problem.isEmpty();
    showAll();
    Q_EMIT readyChanged();
}

void SpendPage::refresh()
{
    spend::SpendService *service = m_context.session.spend();
    callguard::CallGuardService *guard = m_context.session.callGuard();
    if (!service || !guard || m_reads > 0) return;
    m_lastState = static_cast<int>(m_context.session.state());
    m_problem.clear();
    constexpr int reads = 5;
    m_reads = reads;
    service->overview(this, [this](auto seen) { take(m_overview, std::move(seen)); });
    service->history(this, [this](auto seen) { take(m_days, std::move(seen)); });
    service->settings(this, [this](auto seen) { take(m_settings, std::move(seen)); });
    service->raises(this, [this](auto seen) { take(m_raises, std::move(seen)); });
    // Labels only: who may see spend but no numbers sees them without.
    guard->numbers(this, [this](Result<access::Seen<QList<GuardedNumber>>> seen) {
        take(m_numbers, seen ? std::move(seen) : Result(access::Seen<QList<GuardedNumber>>()));
    });
}

void SpendPage::showAll()
{
    showHead();
    showGauges();
    showHistory();
    const QString wanted = m_chosen;
    m_model->setContent(m_known ? spendRows(m_overview.value, m_numbers.value) : QList<SpendRow>(), m_settings.value);
    if (!m_known)
        m_table->emptyState()->setContent(tr("Not known here yet"),
                                          m_problem.isEmpty() ? tr("Connect and sync first.") : m_problem);
    else
        m_table->emptyState()->setContent(tr("No calls yet"),
                                          tr("Numbers stand here once their calls are reported, the nearest to a "
                                             "limit first."));
    const int row = m_model->rowOf(wanted);
    const QModelIndex index = row >= 0 ? m_proxy->mapFromSource(m_model->index(row, 0)) : m_proxy->index(0, 0);
    if (index.isValid()) m_table->setCurrentIndex(index);
    showCurrent();
}

void SpendPage::showHead()
{
    const protocol::SpendOverview &now = m_overview.value;
    QStringList lines;
    if (!m_known) {
        m_headline->setText(tr("What calls cost"));
        if (!m_problem.isEmpty()) lines << m_problem;
    } else if (now.rates == 0) {
        m_headline->setText(tr("No rate deck is loaded"));
        lines << tr("Without one calls cost nothing here, and no limit can hold. Load your provider's prices.");
    } else {
        m_headline->setText(tr("%n rate(s) in %1", nullptr, now.rates).arg(currency()));
        lines << (m_settings.value.barAtLimit ? tr("At a limit, calls that cost something are refused.")
                                              : tr("Limits only warn; no call is refused."));
        if (now.unpriced > 0) lines << tr("%n call(s) of this week have no rate.", nullptr, int(now.unpriced));
    }
    if (m_known && !m_raises.value.isEmpty())
        lines << tr("%n limit(s) are raised for a while.", nullptr, int(m_raises.value.size()));
    if (m_known && !m_overview.live) lines << tr("As of %1.").arg(fullTime(m_overview.asOf));
    m_subline->setText(lines.join(u' '));
    m_subline->setVisible(!lines.isEmpty());
    const bool may = mayChange();
    const QString why = m_context.session.state() == State::Online
                            ? tr("Your roles do not change limits.")
                            : tr("You are offline. Sign in to change something.");
    for (QPushButton *button : {m_deck, m_raise, m_reset, m_limits}) {
        button->setEnabled(may);
        button->setToolTip(may || m_busy ? QString() : why);
    }
    const SpendUsage week = customerUsage(now, SpendPeriod::Week);
    m_reset->setEnabled(may && week.spent > week.forgiven);
}

void SpendPage::showGauges()
{
    for (const auto &[gauge, period] : {std::pair{m_today, SpendPeriod::Day}, {m_week, SpendPeriod::Week}}) {
        if (!m_known) {
            gauge->setEmpty(tr("Not known here yet."));
            continue;
        }
        const SpendUsage usage = customerUsage(m_overview.value, period);
        SpendUsage reserved = usage;
        reserved.spent = usage.reserved;
        reserved.forgiven = {};
        gauge->setUsage(moneyText(usage.spent - usage.forgiven, currency()),
                        usageWords(usage, currency(), m_overview.value.asOf, zone()), policy::percentUsed(usage),
                        policy::percentUsed(reserved), usage.limit ? m_settings.value.warningLevels : QList<int>(),
                        usageTone(usage, m_settings.value));
    }
}

void SpendPage::showHistory()
{
    const QString money = m_known ? currency() : QString();
    m_chart->setNumberWords([money](qint64 hundredths) {
        constexpr qint64 hundredth = 10'000;
        return moneyText(Decimal{hundredths * hundredth}, money);
    });
    const QDate today = m_context.clock.nowUtc().toTimeZone(zone()).date();
    m_chart->setBars(m_known ? historyBars(m_days.value, today, zone()) : QList<BarChart::Bar>(),
                     tr("for ordinary calls"), tr("for international and premium calls"));
}

void SpendPage::addUsage(const SpendUsage &usage, const QString &label)
{
    m_detail->addSection(label);
    m_detail->addField(tr("Spent"), moneyText(usage.spent - usage.forgiven, currency()),
                       usage.limit ? usageTone(usage, m_settings.value) : Tone::Neutral);
    if (usage.forgiven > Decimal{}) m_detail->addField(tr("Reset"), moneyText(usage.forgiven, currency()));
    if (usage.reserved > Decimal{}) m_detail->addField(tr("Running"), moneyText(usage.reserved, currency()));
    m_detail->addField(tr("Limit"), usage.limit ? moneyText(*usage.limit, currency()) : tr("none"));
    if (usage.limit) m_detail->addField(tr("Used"), tr("%1 %").arg(policy::percentUsed(usage)));
    m_detail->addField(tr("Calls"), countText(usage.calls));
    const QDateTime at = policy::forecast(usage, m_overview.value.asOf);
    if (at.isValid()) m_detail->addField(tr("Reached"), tr("%1, at this pace").arg(zonedTime(at, zone())));
}

void SpendPage::showCurrent()
{
    const QModelIndex index = m_table->currentIndex();
    const SpendRow *row = index.isValid() ? m_model->row(m_proxy->mapToSource(index).row()) : nullptr;
    if (!row)
        return m_detail->showPlaceholder(tr("Choose a number to see its limits, and to raise or reset one of them."));
    m_chosen = row->number;
    m_detail->clear();
    m_detail->setTitle(row->label.isEmpty() ? row->number : row->label, row->label.isEmpty() ? QString() : row->number);
    addUsage(row->day, tr("Today"));
    addUsage(row->week, tr("This week"));
    const bool may = mayChange();
    for (const TemporaryRaise &raise : m_raises.value) {
        if (raise.number != row->number) continue;
        m_detail->addNote(tr("Raised to %1").arg(moneyText(raise.amount, currency())),
                          tr("Until %1: %2 (%3)").arg(zonedTime(raise.until, zone()), raise.reason, raise.createdBy));
        if (!may) continue;
        auto *back = m_detail->addAction(QStringLiteral("spendTakeBack"), tr("Take the raise &back"));
        connect(back, &QPushButton::clicked, this, [this, raise] { takeBack(raise); });
    }
    if (!may) return;
    const QString number = row->number;
    auto *limits = m_detail->addAction(QStringLiteral("spendOwnLimits"), tr("L&imits…"), true);
    connect(limits, &QPushButton::clicked, this, [this, number] { openOwnLimits(number); });
    auto *raise = m_detail->addAction(QStringLiteral("spendOwnRaise"), tr("R&aise…"));
    connect(raise, &QPushButton::clicked, this, [this, number] { openRaise(number); });
    if (row->week.spent <= row->week.forgiven) return;
    auto *reset = m_detail->addAction(QStringLiteral("spendOwnReset"), tr("R&eset…"));
    connect(reset, &QPushButton::clicked, this, [this, day = row->day, week = row->week] { openReset(day, week); });
}

void SpendPage::run(QDialog *dialog, const QString &done)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, done] {
        Q_EMIT notice(done);
        refresh();
    });
    dialog->open();
}

void SpendPage::openLimits()
{
    if (spend::SpendService *service = m_context.session.spend(); service && mayChange())
        run(new LimitsDialog(*service, m_settings, zone(), this), tr("The limits are saved."));
}

void SpendPage::openDeck()
{
    if (spend::SpendService *service = m_context.session.spend(); service && mayChange())
        run(new RateDeckDialog(*service, m_context.dialogs, m_overview.value.rates, currency(), this),
            tr("The rate deck is loaded."));
}

void SpendPage::openOwnLimits(const QString &number)
{
    if (spend::SpendService *service = m_context.session.spend(); service && mayChange())
        run(new NumberLimitDialog(*service, m_settings, number, this), tr("The limits of %1 are saved.").arg(number));
}

void SpendPage::openRaise(const QString &number)
{
    if (spend::SpendService *service = m_context.session.spend(); service && mayChange())
        run(new RaiseDialog(*service, number, currency(), m_context.clock.nowUtc(), zone(), this),
            tr("The limit is raised."));
}

void SpendPage::openReset(const SpendUsage &day, const SpendUsage &week)
{
    if (spend::SpendService *service = m_context.session.spend(); service && mayChange())
        run(new ResetDialog(*service, day, week, currency(), this), tr("What was spent so far counts no more."));
}

void SpendPage::takeBack(const TemporaryRaise &raise)
{
    const QPointer<SpendPage> self(this);
    const bool sure = m_context.dialogs.confirm(
        this, {tr("Take the raise back?"),
               tr("The limit is what it was before, at once: calls that are over it are refused."),
               tr("It can be raised again."), tr("Take it back"), false});
    spend::SpendService *service = self ? m_context.session.spend() : nullptr;
    if (!sure || !service || m_busy) return;
    m_busy = true;
    service->endRaise(raise.id, this, [this](const Result<void> &ended) {
        m_busy = false;
        if (ended)
            Q_EMIT notice(tr("The raise is taken back."));
        else
            m_context.dialogs.inform(this, tr("Not taken back"), ended.error().message);
        refresh();
    });
}

}  // namespace lw::ui
