// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewpage.h"

#include "core/loginlog/eventqueries.h"
#include "core/loginlog/filterlanguage.h"
#include "core/session/consolesession.h"
#include "ui/common/barchart.h"
#include "ui/common/card.h"
#include "ui/common/emptystate.h"
#include "ui/common/keyfigure.h"
#include "ui/common/pill.h"
#include "ui/common/segmentbar.h"
#include "ui/common/theme.h"
#include "ui/common/timetext.h"
#include "ui/overview/attentionlist.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <cmath>

namespace lw::ui {

OverviewPage::OverviewPage(PageContext context, QWidget *parent)
    : Page(parent), m_context(context), m_stack(new QStackedWidget(this)), m_empty(new EmptyState(m_stack))
{
    setObjectName(QStringLiteral("overviewPage"));
    auto *content = new QWidget(m_stack);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Theme::pageMargin, Theme::pageMargin, Theme::pageMargin, Theme::pageMargin);
    column->setSpacing(Theme::cardGap);
    column->addWidget(buildFigures());
    auto *middle = new QHBoxLayout;
    middle->setSpacing(Theme::cardGap);
    middle->addWidget(buildCharts(), 5);
    middle->addWidget(buildAttention(), 3);
    column->addLayout(middle, 1);
    column->addWidget(buildProof());

    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
}

QWidget *OverviewPage::buildFigures()
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::cardGap);
    const auto add = [&](KeyFigure *&figure, const QString &label, const QString &name, const QString &page,
                         const QString &filter) {
        figure = new KeyFigure(label, row);
        figure->setObjectName(name);
        figure->setClickable(true);
        connect(figure, &KeyFigure::clicked, this, [this, page, filter] { Q_EMIT navigate(page, filter); });
        line->addWidget(figure, 1);
    };
    add(m_overdue, tr("Passwords overdue"), QStringLiteral("figureOverdue"), QStringLiteral("people"),
        QStringLiteral("password:overdue"));
    add(m_failed, tr("Failed logins, 24 h"), QStringLiteral("figureFailed"), QStringLiteral("loginlog"),
        QStringLiteral("outcome:failure since:24h"));
    add(m_logins, tr("Logins, 24 h"), QStringLiteral("figureLogins"), QStringLiteral("loginlog"),
        QStringLiteral("kind:login.succeeded since:24h"));
    add(m_oneFactor, tr("No second factor"), QStringLiteral("figureOneFactor"), QStringLiteral("people"),
        QStringLiteral("mfa:none"));
    return row;
}

QWidget *OverviewPage::buildCharts()
{
    auto *card = new Card(tr("Logins and failures, last 30 days"), this);
    auto *legend = new QLabel(card);
    legend->setObjectName(QStringLiteral("overviewLegend"));
    legend->setProperty("role", QStringLiteral("secondary"));
    const auto setLegend = [legend] {
        const Tokens &tokens = Theme::current().tokens();
        legend->setText(
            QStringLiteral("<span style='color:%1'>■</span> %2&nbsp;&nbsp;<span style='color:%3'>■</span> %4")
                .arg(tokens.bar.name(), tr("logins"), tokens.bad.name(), tr("failures")));
    };
    setLegend();
    connect(&Theme::current(), &Theme::changed, legend, setLegend);
    card->addHeaderWidget(legend);

    m_chart = new BarChart(QStringLiteral("overviewChart"), card);
    m_chart->setAxisVisible(true);
    m_chart->setMinimumHeight(180);
    connect(m_chart, &BarChart::rangeSelected, this, [this](const QDateTime &from, const QDateTime &to) {
        EventFilter filter;
        filter.from = from;
        filter.to = to;
        Q_EMIT navigate(QStringLiteral("loginlog"), loginlog::filterText(filter));
    });
    card->body()->addWidget(m_chart, 1);

    auto *ageTitle = new QLabel(tr("Password age"), card);
    ageTitle->setProperty("role", QStringLiteral("cardTitle"));
    m_ages = new SegmentBar(card);
    m_ages->setObjectName(QStringLiteral("passwordAges"));
    card->body()->addSpacing(12);
    card->body()->addWidget(ageTitle);
    card->body()->addWidget(m_ages);
    return card;
}

QWidget *OverviewPage::buildAttention()
{
    auto *card = new Card(tr("Needs attention"), this);
    m_attention = new AttentionList;
    connect(m_attention, &AttentionList::navigate, this, &Page::navigate);
    // More than fits is scrolled to: squeezed rows would cut their sentences.
    auto *scroll = new QScrollArea(card);
    scroll->setObjectName(QStringLiteral("attentionScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    m_attention->setProperty("transparent", true);
    scroll->setWidget(m_attention);
    card->body()->addWidget(scroll, 1);
    return card;
}

QWidget *OverviewPage::buildProof()
{
    auto *card = new Card(QString(), this);
    m_proofPill = new Pill(QString(), Tone::Neutral, card);
    m_proofPill->setObjectName(QStringLiteral("proofPill"));
    m_proofText = new QLabel(card);
    m_proofText->setObjectName(QStringLiteral("proofText"));
    m_proofRoot = new QLabel(card);
    m_proofRoot->setObjectName(QStringLiteral("proofRoot"));
    m_proofRoot->setFont(Theme::current().font(FontRole::Mono));
    m_proofRoot->setProperty("role", QStringLiteral("dim"));
    m_proofRoot->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_spanText = new QLabel(card);
    m_spanText->setObjectName(QStringLiteral("spanText"));
    m_spanText->setProperty("role", QStringLiteral("secondary"));
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(m_proofPill);
    line->addWidget(m_proofText);
    line->addWidget(m_proofRoot);
    line->addStretch(1);
    line->addWidget(m_spanText);
    card->body()->addLayout(line);
    return card;
}

QString OverviewPage::title() const
{
    return tr("Overview");
}

void OverviewPage::refresh()
{
    loginlog::EventQueries *queries = m_context.session.events();
    if (!queries) return;
    m_loading = true;
    queries->overview(m_context.clock.nowUtc(), QTimeZone::utc(), this, [this](Result<loginlog::Overview> overview) {
        m_loading = false;
        if (overview && overview->span.checkpoint)
            display(*overview);
        else
            showEmpty(overview ? QString() : overview.error().message);
        Q_EMIT readyChanged();
    });
}

void OverviewPage::showEmpty(const QString &sentence)
{
    m_empty->setContent(tr("Nothing here yet"),
                        sentence.isEmpty()
                            ? tr("Press Sync now above: people and the login log come here, encrypted and verified.")
                            : sentence);
    m_stack->setCurrentWidget(m_empty);
}

void OverviewPage::display(const loginlog::Overview &overview)
{
    m_stack->setCurrentIndex(0);
    showFigures(overview);
    QList<BarChart::Bar> bars;
    for (const cache::DailyCount &day : overview.daily) {
        const QDateTime from(day.day, QTime(0, 0), Qt::UTC);
        bars.append({from, from.addDays(1), day.logins, day.failures});
    }
    m_chart->setBars(std::move(bars), tr("logins"), tr("failures"));
    showPasswordAges(overview.people);
    m_attention->setItems(overview.attention);
    showProof(overview.span);
}

void OverviewPage::showFigures(const loginlog::Overview &overview)
{
    const people::PeopleSummary &people = overview.people;
    const int soon = people.dueSoon + people.due;
    QString context = tr("of %n people", nullptr, people.total);
    if (soon) context += QStringLiteral(" · ") + tr("%n due soon", nullptr, soon);
    m_overdue->setFigure(countText(people.overdue), context, people.overdue ? Tone::Bad : Tone::Neutral);

    const double usual = overview.failedDailyMean;
    const double ratio = usual > 0 ? static_cast<double>(overview.failed24h) / usual : 0;
    QString failedContext = tr("from %n addresses", nullptr, static_cast<int>(overview.distinctFailedAddresses24h));
    if (ratio >= 3)
        failedContext += QStringLiteral(" · ") + toned(tr("%1 times the usual").arg(std::lround(ratio)), Tone::Bad);
    else if (usual > 0)
        failedContext += QStringLiteral(" · ") + tr("usual: %1 a day").arg(std::lround(usual));
    m_failed->setFigure(countText(static_cast<qint64>(overview.failed24h)), failedContext,
                        ratio >= 3 ? Tone::Bad : Tone::Neutral);

    m_logins->setFigure(countText(static_cast<qint64>(overview.logins24h)),
                        tr("as of %1").arg(fullTime(overview.span.syncedAt)));
    m_oneFactor->setFigure(countText(people.noSecondFactor), tr("of %n active accounts", nullptr, people.active),
                           people.noSecondFactor ? Tone::Warning : Tone::Neutral);
}

void OverviewPage::showPasswordAges(const people::PeopleSummary &people)
{
    QList<SegmentBar::Segment> segments;
    const auto add = [&](const QString &words, int count, Tone tone) {
        if (count) segments.append({words, count, tone});
    };
    add(tr("%n fresh", nullptr, people.fresh), people.fresh, Tone::Good);
    add(tr("%n due soon", nullptr, people.dueSoon + people.due), people.dueSoon + people.due, Tone::Warning);
    add(tr("%n overdue", nullptr, people.overdue), people.overdue, Tone::Bad);
    add(tr("%n never set", nullptr, people.neverSet), people.neverSet, Tone::Bad);
    add(tr("%n exempt", nullptr, people.exempt), people.exempt, Tone::Neutral);
    add(tr("%n not rotated", nullptr, people.notRotated), people.notRotated, Tone::Neutral);
    m_ages->setSegments(std::move(segments));
}

void OverviewPage::showProof(const cache::CacheSpan &span)
{
    const Checkpoint &head = *span.checkpoint;
    const QByteArray root(reinterpret_cast<const char *>(head.root.data()), static_cast<qsizetype>(head.root.size()));
    m_proofPill->setPill(tr("Verified"), Tone::Good);
    m_proofText->setText(tr("%1 events match the signed head of %2")
                             .arg(countText(static_cast<qint64>(head.size)), fullTime(span.syncedAt)));
    m_proofRoot->setText(shortHash(QString::fromLatin1(root.toBase64())));
    m_proofRoot->setToolTip(QString::fromLatin1(root.toBase64()));
    m_spanText->setText(
        span.firstTime.isValid()
            ? tr("Cache holds %1 – %2").arg(dayText(span.firstTime.date()), dayText(span.lastTime.date()))
            : tr("The log is empty"));
}

}  // namespace lw::ui
