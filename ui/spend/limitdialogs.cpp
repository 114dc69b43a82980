// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spend/limitdialogs.h"

#include "core/policy/spendrules.h"
#include "ui/common/formfield.h"
#include "ui/common/styling.h"
#include "ui/spend/spendwords.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace lw::ui {

namespace {

LimitLine makeLine(const QString &name, const QString &label, const std::optional<Decimal> &limit,
                   const QString &whenEmpty)
{
    LimitLine line;
    line.edit = makeEdit(name, whenEmpty);
    if (limit) line.edit->setText(toText(*limit, 2));
    line.field = new FormField(label, line.edit);
    return line;
}

/// False: what stands there is no amount; the field says so.
bool read(const LimitLine &line, std::optional<Decimal> &limit, const QString &problem)
{
    line.field->setError({});
    limit.reset();
    const QString text = line.edit->text().trimmed();
    if (text.isEmpty()) return true;
    const Result<Decimal> amount = decimalFromText(text);
    if (!amount) {
        line.field->setError(problem);
        line.edit->setFocus();
        return false;
    }
    limit = *amount;
    return true;
}

}  // namespace

LimitsDialog::LimitsDialog(spend::SpendService &service, access::Seen<SpendSettings> seen, const QTimeZone &zone,
                           QWidget *parent)
    : FormDialog(QStringLiteral("limitsDialog"), tr("Spend limits"),
                 tr("Days begin at midnight in the company's time zone, weeks on Monday. Emergency calls always pass."),
                 parent),
      m_service(service),
      m_seen(std::move(seen)),
      m_levels(makeEdit(QStringLiteral("limitLevels"), tr("such as 80, 95, 100"))),
      m_levelsField(new FormField(tr("&Warn at percent"), m_levels)),
      m_bar(new QCheckBox(tr("&Refuse calls that cost something when a limit is reached"))),
      m_cut(new QCheckBox(tr("&End running calls when a limit is reached"))),
      m_try(new QPushButton(tr("&Try on past calls"))),
      m_effect(new QLabel),
      m_zone(zone)
{
    const SpendSettings &now = m_seen.value;
    m_daily = line("limitDaily", tr("Company, a &day (%1)").arg(now.currency), now.customer.daily);
    m_weekly = line("limitWeekly", tr("Company, a &week"), now.customer.weekly);
    m_numberDaily = line("limitNumberDaily", tr("Each &number, a day"), now.numberDefault.daily);
    m_numberWeekly = line("limitNumberWeekly", tr("Each number, a wee&k"), now.numberDefault.weekly);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(14);
    grid->addWidget(m_daily.field, 0, 0);
    grid->addWidget(m_weekly.field, 0, 1);
    grid->addWidget(m_numberDaily.field, 1, 0);
    grid->addWidget(m_numberWeekly.field, 1, 1);
    body()->addLayout(grid);
    QStringList levels;
    for (const int level : now.warningLevels)
        levels << QString::number(level);
    m_levels->setText(levels.join(QStringLiteral(", ")));
    m_levelsField->setHint(tr("Each level is told of once a day or week, in the audit log and by e-mail."));
    body()->addWidget(m_levelsField);
    m_bar->setObjectName(QStringLiteral("limitBar"));
    m_bar->setChecked(now.barAtLimit);
    m_cut->setObjectName(QStringLiteral("limitCut"));
    m_cut->setChecked(now.cutRunningCalls);
    body()->addWidget(m_bar);
    body()->addWidget(m_cut);
    auto *bound = new QLabel(tr("Where running calls are not ended, each may overspend by what %n minute(s) cost.",
                                nullptr, now.longestCallMinutes));
    bound->setWordWrap(true);
    setRole(bound, LabelRole::Secondary);
    body()->addWidget(bound);
    m_effect->setObjectName(QStringLiteral("limitEffect"));
    m_effect->setWordWrap(true);
    m_effect->setTextFormat(Qt::PlainText);
    m_effect->hide();
    body()->addWidget(m_effect);
    m_try->setObjectName(QStringLiteral("limitTry"));
    m_try->setToolTip(tr("Says what these limits would have done to the calls of the last 90 days. Nothing changes."));
    connect(m_try, &QPushButton::clicked, this, &LimitsDialog::tryOut);
    addLeftButton(m_try);
    setSubmitText(tr("&Save"));
    watchLines();
    m_daily.edit->setFocus();
}

LimitLine LimitsDialog::line(const char *name, const QString &label, const std::optional<Decimal> &limit)
{
    return makeLine(QLatin1String(name), label, limit, tr("no limit"));
}

bool LimitsDialog::take(const LimitLine &line, std::optional<Decimal> &limit) const
{
    return read(line, limit, tr("Type an amount like 200.00, or leave it empty for no limit."));
}

void LimitsDialog::showRefusal(const Error &error)
{
    const std::pair<const char *, const LimitLine *> fields[] = {{"customer.daily", &m_daily},
                                                                 {"customer.weekly", &m_weekly},
                                                                 {"numberDefault.daily", &m_numberDaily},
                                                                 {"numberDefault.weekly", &m_numberWeekly}};
    for (const auto &[field, line] : fields)
        if (error.field == QLatin1String(field)) {
            line->field->setError(error.field.endsWith(QLatin1String("weekly"))
                                      ? tr("A week's limit must not be under the day's.")
                                      : tr("The amount must be between 0 and 1,000,000,000."));
            line->edit->setFocus();
            return;
        }
    if (error.field.startsWith(QLatin1String("warningLevels"))) {
        m_levelsField->setError(tr("Type up to ten percents between 1 and 100, each more than the one before."));
        m_levels->setFocus();
        return;
    }
    setProblem(error.message);
}

std::optional<SpendSettings> LimitsDialog::typed()
{
    setProblem({});
    m_levelsField->setError({});
    SpendSettings wish = m_seen.value;
    if (!take(m_daily, wish.customer.daily) || !take(m_weekly, wish.customer.weekly) ||
        !take(m_numberDaily, wish.numberDefault.daily) || !take(m_numberWeekly, wish.numberDefault.weekly))
        return std::nullopt;
    wish.warningLevels.clear();
    const QStringList parts = m_levels->text().split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        wish.warningLevels.append(part.trimmed().toInt());
    wish.barAtLimit = m_bar->isChecked();
    wish.cutRunningCalls = m_cut->isChecked();
    const Result<void> judged = policy::judgeSpendSettings(wish);
    if (judged) return wish;
    showRefusal(judged.error());
    return std::nullopt;
}

void LimitsDialog::tryOut()
{
    const std::optional<SpendSettings> wish = typed();
    if (!wish) return;
    constexpr int days = 90;
    setBusy(tr("Judging the calls of the last 90 days…"));
    m_service.replay({std::nullopt, *wish, days}, this, [this](const Result<protocol::ReplayAnswer> &answer) {
        setBusy({});
        if (!answer) return setProblem(answer.error().message);
        m_effect->setText(replayWords(*answer, m_zone));
        m_effect->setAccessibleName(m_effect->text());
        m_effect->show();
    });
}

void LimitsDialog::submit()
{
    const std::optional<SpendSettings> wish = typed();
    if (!wish) return;
    setBusy(tr("Saving…"));
    m_service.changeSettings(*wish, m_seen.etag, this, [this](const Result<access::Seen<SpendSettings>> &changed) {
        setBusy({});
        if (changed) return accept();
        if (changed.error().code == Errc::Stale)
            setProblem(tr("Somebody else changed the limits meanwhile. Close this, look at theirs, and try again."));
        else
            showRefusal(changed.error());
    });
}

NumberLimitDialog::NumberLimitDialog(spend::SpendService &service, access::Seen<SpendSettings> seen,
                                     const QString &number, QWidget *parent)
    : FormDialog(QStringLiteral("numberLimitDialog"), tr("Limits of %1").arg(number),
                 tr("What is left empty is inherited from the limits of each number."), parent),
      m_service(service),
      m_seen(std::move(seen)),
      m_number(number)
{
    const SpendSettings &now = m_seen.value;
    const SpendLimits own = now.numbers.value(number);
    const auto inherited = [&now](const std::optional<Decimal> &limit) {
        return limit ? tr("inherited: %1").arg(moneyText(*limit, now.currency)) : tr("inherited: no limit");
    };
    m_daily = makeLine(QStringLiteral("ownDaily"), tr("A &day (%1)").arg(now.currency), own.daily,
                       inherited(now.numberDefault.daily));
    m_weekly = makeLine(QStringLiteral("ownWeekly"), tr("A &week"), own.weekly, inherited(now.numberDefault.weekly));
    body()->addWidget(m_daily.field);
    body()->addWidget(m_weekly.field);
    setSubmitText(tr("&Save"));
    watchLines();
    m_daily.edit->setFocus();
}

void NumberLimitDialog::submit()
{
    setProblem({});
    const QString problem = tr("Type an amount like 25.00, or leave it empty.");
    SpendSettings wish = m_seen.value;
    SpendLimits own;
    if (!read(m_daily, own.daily, problem) || !read(m_weekly, own.weekly, problem)) return;
    if (own.daily || own.weekly)
        wish.numbers.insert(m_number, own);
    else
        wish.numbers.remove(m_number);
    if (const Result<void> judged = policy::judgeSpendSettings(wish); !judged) {
        const bool week = judged.error().field.endsWith(QLatin1String("weekly"));
        const LimitLine &line = week ? m_weekly : m_daily;
        line.field->setError(week ? tr("A week's limit must not be under the day's.")
                                  : tr("The amount must be between 0 and 1,000,000,000."));
        line.edit->setFocus();
        return;
    }
    setBusy(tr("Saving…"));
    m_service.changeSettings(wish, m_seen.etag, this, [this](const Result<access::Seen<SpendSettings>> &changed) {
        setBusy({});
        if (changed) return accept();
        setProblem(changed.error().code == Errc::Stale
                       ? tr("Somebody else changed the limits meanwhile. Close this, look at theirs, and try again.")
                       : changed.error().message);
    });
}

}  // namespace lw::ui
