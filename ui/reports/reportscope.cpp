// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportscope.h"

#include "core/loginlog/filterlanguage.h"
#include "ui/common/card.h"
#include "ui/common/filterbar.h"
#include "ui/common/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace lw::ui {

namespace {

QDateTime startOf(const QDate &day)
{
    return QDateTime(day, QTime(0, 0), Qt::UTC);
}

QRadioButton *makeChoice(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QRadioButton(text, parent);
    button->setObjectName(name);
    QString plain = text;
    button->setAccessibleName(plain.remove(QLatin1Char('&')));
    return button;
}

/// A choice with a line below that says what it is for.
void addChoice(QVBoxLayout *column, QRadioButton *button, const QString &explanation)
{
    auto *label = new QLabel(explanation, button->parentWidget());
    label->setProperty("role", QStringLiteral("secondary"));
    label->setWordWrap(true);
    label->setContentsMargins(24, 0, 0, 0);
    button->setAccessibleDescription(explanation);
    column->addWidget(button);
    column->addWidget(label);
}

}  // namespace

PeriodSpan periodSpan(Period period, const QDate &today)
{
    const QDate tomorrow = today.addDays(1);
    const QDate month(today.year(), today.month(), 1);
    switch (period) {
        case Period::Last7Days: return {startOf(tomorrow.addDays(-7)), startOf(tomorrow)};
        case Period::Last30Days: return {startOf(tomorrow.addDays(-30)), startOf(tomorrow)};
        case Period::Last90Days: return {startOf(tomorrow.addDays(-90)), startOf(tomorrow)};
        case Period::ThisMonth: return {startOf(month), startOf(month.addMonths(1))};
        case Period::LastMonth: return {startOf(month.addMonths(-1)), startOf(month)};
        case Period::Everything:
        case Period::Custom: return {};
    }
    return {};
}

ReportScope::ReportScope(const Clock &clock, QWidget *parent) : QWidget(parent), m_clock(clock)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::cardGap);
    column->addWidget(buildKinds());
    column->addWidget(buildPeriod());
    column->addWidget(buildFormats());

    const auto say = [this] { review(); };
    connect(m_kinds, &QButtonGroup::idToggled, this, [say](int, bool on) {
        if (on) say();
    });
    connect(m_pdf, &QRadioButton::toggled, this, say);
    connect(m_filter, &FilterBar::changed, this, say);
    connect(m_period, &QComboBox::currentIndexChanged, this, &ReportScope::applyPeriod);
    const auto custom = [this] {
        const QSignalBlocker quiet(m_period);
        m_period->setCurrentIndex(m_period->findData(static_cast<int>(Period::Custom)));
        review();
    };
    connect(m_from, &QDateEdit::dateChanged, this, custom);
    connect(m_to, &QDateEdit::dateChanged, this, custom);
    setPeriod(Period::Last30Days);
}

QWidget *ReportScope::buildKinds()
{
    using loginlog::ReportKind;
    auto *card = new Card(tr("Report"), this);
    m_kinds = new QButtonGroup(this);
    const auto add = [&](ReportKind kind, const QString &name, const QString &text, const QString &explanation) {
        if (!m_kinds->buttons().isEmpty()) card->body()->addSpacing(8);
        QRadioButton *button = makeChoice(name, text, card);
        addChoice(card->body(), button, explanation);
        m_kinds->addButton(button, static_cast<int>(kind));
    };
    add(ReportKind::LoginActivity, QStringLiteral("reportLoginActivity"), tr("&Login activity"),
        tr("Every login, failure, lock and logout of the period, with address and agent."));
    add(ReportKind::PasswordRotation, QStringLiteral("reportPasswordRotation"), tr("Password &rotation"),
        tr("Everybody's password age and due date against the policy, with exemptions and their reasons."));
    add(ReportKind::AccessReview, QStringLiteral("reportAccessReview"), tr("&Access review"),
        tr("Who has which role and what it allows, second factor, last login, and what to look at first."));
    add(ReportKind::Revocation, QStringLiteral("reportRevocation"), tr("Re&vocation"),
        tr("Every departure of the period: how long access lived on, and the proof that it ended."));
    add(ReportKind::CallSpend, QStringLiteral("reportCallSpend"), tr("Call &Guard and spend"),
        tr("Which calls are barred for whom, limits and raises, what is used of them, and what calls cost."));
    add(ReportKind::Retention, QStringLiteral("reportRetention"), tr("Re&tention"),
        tr("How long data is kept and what standards say of it, legal holds, and what was purged."));
    m_kinds->button(static_cast<int>(ReportKind::LoginActivity))->setChecked(true);
    return card;
}

QWidget *ReportScope::buildPeriod()
{
    auto *card = new Card(tr("Period and filter"), this);
    m_periodRow = new QWidget(card);
    auto *row = new QHBoxLayout(m_periodRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_period = new QComboBox(m_periodRow);
    m_period->setObjectName(QStringLiteral("reportPeriod"));
    m_period->setAccessibleName(tr("Period"));
    const std::pair<Period, QString> choices[] = {
        {Period::Last7Days, tr("Last 7 days")},   {Period::Last30Days, tr("Last 30 days")},
        {Period::Last90Days, tr("Last 90 days")}, {Period::ThisMonth, tr("This month")},
        {Period::LastMonth, tr("Last month")},    {Period::Everything, tr("Everything in the cache")},
        {Period::Custom, tr("Chosen days")}};
    for (const auto &[period, text] : choices)
        m_period->addItem(text, static_cast<int>(period));
    const auto makeDay = [this](const QString &name, const QString &label) {
        auto *edit = new QDateEdit(m_periodRow);
        edit->setObjectName(name);
        edit->setAccessibleName(label);
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(QStringLiteral("d MMM yyyy"));
        return edit;
    };
    m_from = makeDay(QStringLiteral("reportFrom"), tr("First day"));
    m_to = makeDay(QStringLiteral("reportTo"), tr("Last day"));
    row->addWidget(m_period, 1);
    row->addWidget(m_from);
    row->addWidget(new QLabel(tr("to"), m_periodRow));
    row->addWidget(m_to);
    auto *zone = new QLabel(tr("whole days, UTC"), m_periodRow);
    zone->setProperty("role", QStringLiteral("secondary"));
    row->addWidget(zone);

    m_filter = new FilterBar(QStringLiteral("reportFilter"), tr("Filter of the report"), card);
    m_filter->setPlaceholder(tr("everything; narrow it with outcome:failure, person:ann.lee, ip:203.0.113.0/24…"));
    m_filter->setCompletions([](const QString &word) {
        QStringList texts;
        for (const loginlog::Completion &choice : loginlog::completeFilter(word, word.size()).choices)
            texts << choice.text;
        return texts;
    });
    card->body()->addWidget(m_periodRow);
    card->body()->addSpacing(8);
    card->body()->addWidget(m_filter);
    return card;
}

QWidget *ReportScope::buildFormats()
{
    auto *card = new Card(tr("Form"), this);
    m_pdf = makeChoice(QStringLiteral("reportPdf"), tr("&PDF for people"), card);
    m_csv = makeChoice(QStringLiteral("reportCsv"), tr("&CSV for programs"), card);
    m_pdf->setChecked(true);
    addChoice(card->body(), m_pdf, tr("PDF/A with chart, scope and page numbers; the text can be searched."));
    card->body()->addSpacing(8);
    addChoice(card->body(), m_csv, tr("Every row as RFC 4180, UTF-8, times in UTC."));
    auto *group = new QButtonGroup(this);
    group->addButton(m_pdf);
    group->addButton(m_csv);
    return card;
}

loginlog::ReportKind ReportScope::kind() const
{
    return static_cast<loginlog::ReportKind>(m_kinds->checkedId());
}

loginlog::ReportFormat ReportScope::format() const
{
    return m_pdf->isChecked() ? loginlog::ReportFormat::Pdf : loginlog::ReportFormat::Csv;
}

void ReportScope::setKind(loginlog::ReportKind kind)
{
    m_kinds->button(static_cast<int>(kind))->setChecked(true);
}

void ReportScope::setFormat(loginlog::ReportFormat format)
{
    (format == loginlog::ReportFormat::Pdf ? m_pdf : m_csv)->setChecked(true);
}

void ReportScope::setPeriod(Period period)
{
    const int index = m_period->findData(static_cast<int>(period));
    if (m_period->currentIndex() == index)
        applyPeriod();
    else
        m_period->setCurrentIndex(index);
}

void ReportScope::applyPeriod()
{
    const auto period = static_cast<Period>(m_period->currentData().toInt());
    const PeriodSpan span = periodSpan(period, m_clock.nowUtc().date());
    if (span.from.isValid()) {
        const QSignalBlocker quietFrom(m_from);
        const QSignalBlocker quietTo(m_to);
        m_from->setDate(span.from.date());
        m_to->setDate(span.to.date().addDays(-1));
    }
    const bool dates = period != Period::Everything;
    m_from->setEnabled(dates);
    m_to->setEnabled(dates);
    review();
}

void ReportScope::setFilterText(const QString &text)
{
    auto filter = loginlog::filterFromText(text, {m_clock.nowUtc(), QTimeZone::utc()});
    if (!filter) {
        m_filter->setText(text);
        return;
    }
    const bool bounded = filter->from.isValid() || filter->to.isValid();
    if (!bounded) setPeriod(Period::Everything);
    m_filter->setText(loginlog::filterText(*filter));
}

Result<EventFilter> ReportScope::filter() const
{
    auto filter = loginlog::filterFromText(m_filter->text(), {m_clock.nowUtc(), QTimeZone::utc()});
    if (!filter) return filter;
    const auto period = static_cast<Period>(m_period->currentData().toInt());
    if (period == Period::Everything || filter->from.isValid() || filter->to.isValid()) return filter;
    if (m_from->date() > m_to->date())
        return makeError(Errc::InvalidInput, tr("The first day is after the last day. Choose an earlier first day."),
                         QStringLiteral("period"));
    filter->from = startOf(m_from->date());
    filter->to = startOf(m_to->date().addDays(1));
    return filter;
}

void ReportScope::review()
{
    const bool activity = kind() == loginlog::ReportKind::LoginActivity;
    m_filter->setVisible(activity);
    m_periodRow->setEnabled(loginlog::hasPeriod(kind()));
    const auto current = filter();
    m_filter->setError(current ? QString() : current.error().message);
    Q_EMIT changed();
}

}  // namespace lw::ui
