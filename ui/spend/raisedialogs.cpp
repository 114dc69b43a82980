// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spend/raisedialogs.h"

#include "core/policy/spendrules.h"
#include "ui/common/formfield.h"
#include "ui/common/momentedit.h"
#include "ui/spend/spendwords.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>

namespace lw::ui {

namespace {

QComboBox *periods(const QString &name, const QString &day, const QString &week)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    box->addItem(day, static_cast<int>(SpendPeriod::Day));
    box->addItem(week, static_cast<int>(SpendPeriod::Week));
    return box;
}

SpendPeriod periodOf(const QComboBox &box)
{
    return static_cast<SpendPeriod>(box.currentData().toInt());
}

}  // namespace

RaiseDialog::RaiseDialog(spend::SpendService &service, const QString &number, const QString &currency,
                         const QDateTime &now, const QTimeZone &zone, QWidget *parent)
    : FormDialog(QStringLiteral("raiseDialog"),
                 number.isEmpty() ? tr("Raise the company's limit") : tr("Raise the limit of %1").arg(number),
                 tr("The other limit holds at once and ends by itself."), parent),
      m_service(service),
      m_number(number),
      m_now(now),
      m_period(periods(QStringLiteral("raisePeriod"), tr("the limit of a day"), tr("the limit of a week"))),
      m_amount(makeEdit(QStringLiteral("raiseAmount"), tr("such as 500.00"))),
      m_amountField(new FormField(tr("&Limit meanwhile (%1)").arg(currency), m_amount)),
      m_until(new MomentEdit(QStringLiteral("raiseUntil"), tr("Until"), zone)),
      m_untilField(new FormField(tr("&Until"), m_until)),
      m_reason(makeEdit(QStringLiteral("raiseReason"), tr("such as Trade fair in Riga"))),
      m_reasonField(new FormField(tr("&Reason"), m_reason))
{
    constexpr int evening = 20;
    QDateTime end = QDateTime(now.toTimeZone(zone).date(), QTime(evening, 0), zone).toUTC();
    if (end <= now.addSecs(3'600)) end = end.addDays(1);
    m_until->setMoment(end);
    body()->addWidget(new FormField(tr("&Which"), m_period));
    for (FormField *field : {m_amountField, m_untilField, m_reasonField})
        body()->addWidget(field);
    setSubmitText(tr("Raise &it"));
    watchLines();
    m_amount->setFocus();
}

void RaiseDialog::submit()
{
    setProblem({});
    for (FormField *field : {m_amountField, m_untilField, m_reasonField})
        field->setError({});
    const auto refuse = [](FormField *field, QWidget *input, const QString &sentence) {
        field->setError(sentence);
        input->setFocus();
    };
    TemporaryRaise wish;
    const Result<Decimal> amount = decimalFromText(m_amount->text().trimmed());
    if (!amount) return refuse(m_amountField, m_amount, tr("Type an amount like 500.00."));
    wish.number = m_number;
    wish.period = periodOf(*m_period);
    wish.amount = *amount;
    wish.from = m_now;
    wish.until = m_until->moment();
    wish.reason = m_reason->text().trimmed();
    if (!wish.until.isValid()) return refuse(m_untilField, m_until->edit(), m_until->problem());
    if (const Result<void> judged = policy::judgeRaise(wish, m_now); !judged) {
        const QString &field = judged.error().field;
        if (field == QLatin1String("amount"))
            return refuse(m_amountField, m_amount, tr("The amount must be between 0 and 1,000,000,000."));
        if (field == QLatin1String("reason")) return refuse(m_reasonField, m_reason, tr("Say why, in a few words."));
        return refuse(m_untilField, m_until->edit(), tr("The end must lie in the future, within a year."));
    }
    wish.from = {};
    setBusy(tr("Saving…"));
    m_service.raise(wish, this, [this](const Result<TemporaryRaise> &made) {
        setBusy({});
        if (made)
            accept();
        else
            setProblem(made.error().message);
    });
}

ResetDialog::ResetDialog(spend::SpendService &service, const SpendUsage &day, const SpendUsage &week,
                         const QString &currency, QWidget *parent)
    : FormDialog(QStringLiteral("resetDialog"),
                 day.number.isEmpty() ? tr("Reset what the company spent") : tr("Reset what %1 spent").arg(day.number),
                 tr("Calls that were refused because of the limit pass again. The calls themselves, and what they "
                    "cost, stay on record."),
                 parent),
      m_service(service),
      m_number(day.number),
      m_period(periods(QStringLiteral("resetPeriod"),
                       tr("today: %1").arg(moneyText(day.spent - day.forgiven, currency)),
                       tr("this week: %1").arg(moneyText(week.spent - week.forgiven, currency)))),
      m_reason(makeEdit(QStringLiteral("resetReason"), tr("such as Our own conference calls")))
{
    body()->addWidget(new FormField(tr("&Which"), m_period));
    body()->addWidget(new FormField(tr("&Reason"), m_reason));
    setSubmitText(tr("Re&set"));
    watchLines();
    connect(m_reason, &QLineEdit::textChanged, this, [this] { updateSubmit(); });
    updateSubmit();
    m_reason->setFocus();
}

bool ResetDialog::canSubmit() const
{
    return !m_reason->text().trimmed().isEmpty();
}

void ResetDialog::submit()
{
    setProblem({});
    setBusy(tr("Saving…"));
    m_service.reset({m_number, periodOf(*m_period), m_reason->text().trimmed()}, this,
                    [this](const Result<SpendUsage> &now) {
                        setBusy({});
                        if (now)
                            accept();
                        else
                            setProblem(now.error().message);
                    });
}

}  // namespace lw::ui
