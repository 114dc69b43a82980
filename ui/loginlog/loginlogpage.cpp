// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/loginlog/loginlogpage.h"

#include "core/loginlog/filterlanguage.h"
#include "core/session/consolesession.h"
#include "ui/common/barchart.h"
#include "ui/common/card.h"
#include "ui/common/detailpanel.h"
#include "ui/common/emptystate.h"
#include "ui/common/filterbar.h"
#include "ui/common/pill.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/common/timetext.h"
#include "ui/loginlog/eventdetail.h"
#include "ui/loginlog/eventmodel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace lw::ui {

namespace {

constexpr int histogramBars = 72;
constexpr int rowsAround = 9;
constexpr qint64 aroundMs = qint64(30) * 60 * 1000;

loginlog::FilterContext filterContext(const Clock &clock)
{
    return {clock.nowUtc(), QTimeZone::utc()};
}

}  // namespace

LoginLogPage::LoginLogPage(PageContext context, QWidget *parent)
    : Page(parent),
      m_context(context),
      m_model(new EventModel(this)),
      m_filterBar(new FilterBar(QStringLiteral("logFilter"), tr("Filter the login log"), this)),
      m_export(new QPushButton(tr("E&xport…"), this)),
      m_detail(new DetailPanel(this))
{
    setObjectName(QStringLiteral("loginLogPage"));
    m_filterBar->setPlaceholder(tr("type to narrow, Tab completes: outcome:failure since:7d ip:203.0.113.0/24"));
    m_export->setObjectName(QStringLiteral("logExport"));
    m_export->setProperty("primary", true);
    m_export->setToolTip(tr("Make a report of the events that are shown"));
    m_detail->setObjectName(QStringLiteral("eventDetail"));

    auto *top = new QHBoxLayout;
    top->setSpacing(Theme::cardGap);
    top->addWidget(m_filterBar, 1);
    top->addWidget(m_export, 0, Qt::AlignTop);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(Theme::pageMargin, Theme::pageMargin, Theme::pageMargin, Theme::pageMargin);
    left->setSpacing(Theme::cardGap);
    left->addLayout(top);
    left->addWidget(buildHistogram());
    left->addWidget(buildTable(), 1);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addLayout(left, 1);
    columns->addWidget(m_detail);

    m_detail->showPlaceholder(tr("Choose an event to see where it came from and its proof."));
    connectParts();
}

QWidget *LoginLogPage::buildHistogram()
{
    auto *card = new Card(QString(), this);
    m_caption = new QLabel(card);
    m_caption->setObjectName(QStringLiteral("logCaption"));
    m_caption->setTextFormat(Qt::RichText);
    m_spanCaption = new QLabel(card);
    m_spanCaption->setObjectName(QStringLiteral("logSpan"));
    m_spanCaption->setProperty("role", QStringLiteral("secondary"));
    m_zoomOut = new QPushButton(tr("Whole &time"), card);
    m_zoomOut->setObjectName(QStringLiteral("logZoomOut"));
    m_zoomOut->setProperty("link", true);
    m_zoomOut->setVisible(false);
    m_chart = new BarChart(QStringLiteral("logHistogram"), card);
    m_chart->setFixedHeight(84);

    auto *row = new QHBoxLayout;
    row->addWidget(m_caption);
    row->addStretch(1);
    row->addWidget(m_zoomOut);
    row->addWidget(m_spanCaption);
    card->body()->addLayout(row);
    card->body()->addWidget(m_chart);
    return card;
}

QWidget *LoginLogPage::buildTable()
{
    auto *card = new Card(QString(), this);
    card->noMargins();
    m_table = new TableView(card);
    m_table->setObjectName(QStringLiteral("logTable"));
    m_table->setAccessibleName(tr("Login log"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new TableDelegate(m_table));
    m_table->setItemDelegateForColumn(EventModel::Event, new PillDelegate(m_table));
    m_table->setColumn(EventModel::Time, 140, 0);
    m_table->setColumn(EventModel::Person, 125, 2);
    m_table->setColumn(EventModel::Event, 125, 1);
    m_table->setColumn(EventModel::From, 190, 1);
    m_table->setColumn(EventModel::Agent, 120, 2, 830);
    m_table->setColumn(EventModel::Detail, 145, 2, 560);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(EventModel::Time, Qt::DescendingOrder);
    card->body()->addWidget(m_table);
    return card;
}

void LoginLogPage::connectParts()
{
    connect(m_filterBar, &FilterBar::changed, this, &LoginLogPage::applyFilter);
    m_filterBar->setCompletions([this](const QString &word) {
        suggestValues(word);
        QStringList texts;
        for (const loginlog::Completion &choice :
             loginlog::completeFilter(word, word.size(), {m_persons, m_addresses}).choices)
            texts << choice.text;
        return texts;
    });
    connect(m_export, &QPushButton::clicked, this,
            [this] { Q_EMIT navigate(QStringLiteral("reports"), m_filterBar->text()); });
    connect(m_chart, &BarChart::rangeSelected, this, &LoginLogPage::zoom);
    connect(m_zoomOut, &QPushButton::clicked, this, &LoginLogPage::resetZoom);
    connect(m_table, &TableView::currentRowChanged, this, &LoginLogPage::showCurrent);
    connect(m_table->emptyState(), &EmptyState::actionTriggered, this, [this] { m_filterBar->setText(QString()); });
    connect(m_detail, &DetailPanel::linkActivated, this, &LoginLogPage::followLink);
    connect(m_model, &EventModel::pageLoaded, this, &Page::readyChanged);
    connect(m_model, &EventModel::failed, this, &LoginLogPage::fail);
    connect(m_model, &EventModel::sortRequested, this, [this](cache::SortKey key, Qt::SortOrder order) {
        if (key == m_sortKey && order == m_sortOrder) return;
        m_sortKey = key;
        m_sortOrder = order;
        if (m_listed) list();
    });
    connect(&m_context.session, &session::ConsoleSession::aboutToLock, this, [this] {
        m_model->setQueries(nullptr);
        m_shown.reset();
        m_listing = m_readingDetail = false;
        m_detail->showPlaceholder(QString());
        m_chart->setBars({}, {}, {});
    });

    auto *copy = new QAction(tr("Copy the proof of the shown event"), this);
    copy->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+C")));
    connect(copy, &QAction::triggered, this, &LoginLogPage::copyProof);
    addAction(copy);
}

QString LoginLogPage::title() const
{
    return tr("Login log");
}

void LoginLogPage::focusSearch()
{
    m_filterBar->edit()->setFocus(Qt::ShortcutFocusReason);
    m_filterBar->edit()->selectAll();
}

void LoginLogPage::open(const QString &filter)
{
    m_filterBar->setText(filter);
}

bool LoginLogPage::isReady() const
{
    return !m_listing && !m_readingDetail && m_listed && !m_model->isFetching();
}

void LoginLogPage::refresh()
{
    loginlog::EventQueries *queries = m_context.session.events();
    m_model->setQueries(queries);
    if (!queries) return;
    m_listing = true;
    queries->span(this, [this](Result<cache::CacheSpan> span) {
        m_listing = false;
        if (!span) return fail(span.error().message);
        m_span = *span;
        list();
    });
}

void LoginLogPage::applyFilter(const QString &text)
{
    const auto filter = loginlog::filterFromText(text, filterContext(m_context.clock));
    m_filterBar->setError(filter ? QString() : filter.error().message);
    m_export->setEnabled(filter.ok());
    if (!filter || *filter == m_filter) return;
    m_filter = *filter;
    m_zoomOut->setVisible(m_filter.from.isValid() || m_filter.to.isValid());
    if (m_context.session.events()) list();
}

void LoginLogPage::list()
{
    loginlog::EventQueries *queries = m_context.session.events();
    if (!queries) return;
    m_listing = true;
    queries->list(m_filter, m_sortKey, m_sortOrder, this, [this](Result<loginlog::EventListing> listing) {
        m_listing = false;
        m_listed = true;
        if (listing)
            showListing(std::move(*listing));
        else
            fail(listing.error().message);
        Q_EMIT readyChanged();
    });
    drawHistogram();
}

void LoginLogPage::showListing(loginlog::EventListing listing)
{
    m_model->setListing(std::move(listing), m_context.clock.nowUtc());
    updateCaption();
    if (m_span.events == 0)
        m_table->emptyState()->setContent(tr("No events yet"),
                                          tr("The login log appears here after the first sync. Press Sync now above."));
    else
        m_table->emptyState()->setContent(tr("Nothing matches"), tr("No event of the cache fits this filter."),
                                          tr("Show everything"));
    if (m_model->rowCount() > 0) {
        m_table->setCurrentIndex(m_model->index(0, 0));
        m_table->scrollToTop();
        showCurrent();
    } else {
        m_shown.reset();
        m_detail->showPlaceholder(tr("Choose an event to see where it came from and its proof."));
    }
}

void LoginLogPage::updateCaption()
{
    const QString matching = countText(m_model->rowCount());
    const QString all = countText(static_cast<qint64>(m_span.events));
    m_caption->setText(tr("<b>%1</b> of %2 events").arg(matching, all));
    const QDateTime from = m_filter.from.isValid() ? m_filter.from : m_span.firstTime;
    const QDateTime to = m_filter.to.isValid() ? m_filter.to : m_span.lastTime;
    m_spanCaption->setText(from.isValid() && to.isValid() ? tr("drag to zoom · %1").arg(spanText(from, to))
                                                          : QString());
}

void LoginLogPage::drawHistogram()
{
    loginlog::EventQueries *queries = m_context.session.events();
    const QDateTime from = m_filter.from.isValid() ? m_filter.from : m_span.firstTime;
    const QDateTime to = m_filter.to.isValid() ? m_filter.to : m_span.lastTime.addMSecs(1);
    if (!queries || !from.isValid() || !to.isValid() || from >= to) {
        m_chart->setBars({}, {}, {});
        return;
    }
    queries->histogram(m_filter, from, to, histogramBars, this, [this](Result<cache::Histogram> histogram) {
        if (!histogram) return fail(histogram.error().message);
        QList<BarChart::Bar> bars;
        for (qsizetype i = 0; i < histogram->buckets.size(); ++i) {
            const qint64 start = histogram->startMs + i * histogram->stepMs;
            bars.append({QDateTime::fromMSecsSinceEpoch(start, Qt::UTC),
                         QDateTime::fromMSecsSinceEpoch(start + histogram->stepMs, Qt::UTC), histogram->buckets[i].ok,
                         histogram->buckets[i].failed});
        }
        m_chart->setBars(std::move(bars), tr("succeeded"), tr("failed"));
        Q_EMIT readyChanged();
    });
}

void LoginLogPage::zoom(const QDateTime &from, const QDateTime &to)
{
    EventFilter zoomed = m_filter;
    zoomed.from = from;
    zoomed.to = to;
    m_filterBar->setText(loginlog::filterText(zoomed));
}

void LoginLogPage::resetZoom()
{
    EventFilter whole = m_filter;
    whole.from = {};
    whole.to = {};
    m_filterBar->setText(loginlog::filterText(whole));
    m_chart->setFocus(Qt::OtherFocusReason);
}

void LoginLogPage::showCurrent()
{
    loginlog::EventQueries *queries = m_context.session.events();
    const QModelIndex current = m_table->currentIndex();
    const auto index = current.isValid() ? m_model->leafIndex(current.row()) : std::nullopt;
    if (!queries || !index) return;
    m_readingDetail = true;
    queries->detail(*index, this, [this](Result<loginlog::EventDetail> detail) {
        m_readingDetail = false;
        if (!detail) return fail(detail.error().message);
        m_shown = std::move(*detail);
        fillEventPanel(*m_detail, *m_shown, {});
        readAround(*m_shown);
        Q_EMIT readyChanged();
    });
}

void LoginLogPage::readAround(const loginlog::EventDetail &detail)
{
    if (detail.event.actor.name.isEmpty()) return;
    EventFilter near;
    near.person = detail.event.actor.name;
    near.from = detail.event.time.addMSecs(-aroundMs);
    near.to = detail.event.time.addMSecs(aroundMs);
    const quint64 index = detail.proof.leafIndex;
    m_context.session.events()->latest(near, rowsAround, this, [this, index](Result<QList<cache::EventRow>> rows) {
        if (!rows || !m_shown || m_shown->proof.leafIndex != index) return;
        std::reverse(rows->begin(), rows->end());
        fillEventPanel(*m_detail, *m_shown, *rows);
        QPushButton *copy = m_detail->addAction(QStringLiteral("copyProof"), tr("Copy proof"));
        copy->setToolTip(tr("Leaf, path and signed head as JSON, for another verifier"));
        connect(copy, &QPushButton::clicked, this, &LoginLogPage::copyProof);
    });
}

void LoginLogPage::followLink(const QString &link)
{
    const QString value = link.mid(link.indexOf(QLatin1Char(':')) + 1);
    EventFilter filter;
    filter.from = m_filter.from;
    filter.to = m_filter.to;
    if (link.startsWith(QLatin1String(personLink))) filter.person = value;
    if (link.startsWith(QLatin1String(addressLink))) filter.address = value;
    m_filterBar->setText(loginlog::filterText(filter));
}

void LoginLogPage::copyProof()
{
    if (!m_shown) return;
    QGuiApplication::clipboard()->setText(QString::fromUtf8(proofDocument(*m_shown)));
    Q_EMIT notice(tr("Copied the proof of event #%1").arg(countText(static_cast<qint64>(m_shown->proof.leafIndex))));
}

void LoginLogPage::suggestValues(const QString &word)
{
    const bool person = word.startsWith(QLatin1String("person:"));
    const bool address = word.startsWith(QLatin1String("ip:"));
    loginlog::EventQueries *queries = m_context.session.events();
    if (!queries || (!person && !address) || word == m_suggestedFor) return;
    m_suggestedFor = word;
    queries->suggest(word.mid(word.indexOf(QLatin1Char(':')) + 1),
                     person ? cache::SuggestField::Person : cache::SuggestField::Address, this,
                     [this, person](Result<QStringList> values) {
                         if (values) (person ? m_persons : m_addresses) = *values;
                     });
}

void LoginLogPage::fail(const QString &sentence)
{
    m_filterBar->setError(sentence);
    Q_EMIT readyChanged();
}

}  // namespace lw::ui
