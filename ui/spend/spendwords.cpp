// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spend/spendwords.h"

#include "core/policy/spendrules.h"
#include "ui/common/momentedit.h"
#include "ui/common/timetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace lw::ui {

namespace {

struct SpendText {
    Q_DECLARE_TR_FUNCTIONS(lw::ui::Spend)
};

}  // namespace

QString amountText(Decimal amount)
{
    constexpr qint64 cent = 10'000;
    constexpr qint64 cents = 100;
    const bool negative = amount.millionths < 0;
    const qint64 size = negative ? -amount.millionths : amount.millionths;
    const qint64 rounded = (size + cent / 2) / cent;
    const QLocale locale;
    const QString text = locale.toString(rounded / cents) + locale.decimalPoint() +
                         QString::number(rounded % cents).rightJustified(2, u'0');
    return negative && rounded != 0 ? u'-' + text : text;
}

QString moneyText(Decimal amount, const QString &currency)
{
    return currency + QChar::Nbsp + amountText(amount);
}

QString periodWords(SpendPeriod period)
{
    return period == SpendPeriod::Day ? SpendText::tr("today") : SpendText::tr("this week");
}

Tone usageTone(const SpendUsage &usage, const SpendSettings &settings)
{
    constexpr int all = 100;
    if (!usage.limit) return Tone::Neutral;
    const int used = policy::percentUsed(usage);
    if (used >= all || policy::remaining(usage) == std::optional(Decimal{})) return Tone::Bad;
    return !settings.warningLevels.isEmpty() && used >= settings.warningLevels.constFirst() ? Tone::Warning
                                                                                            : Tone::Good;
}

QString usageWords(const SpendUsage &usage, const QString &currency, const QDateTime &now, const QTimeZone &zone)
{
    if (!usage.limit) return SpendText::tr("no limit");
    QString words = SpendText::tr("%1 % of %2").arg(policy::percentUsed(usage)).arg(moneyText(*usage.limit, currency));
    if (usage.reserved > Decimal{})
        words += QStringLiteral(" · ") +
                 SpendText::tr("%1 reserved by calls that run").arg(moneyText(usage.reserved, currency));
    const QDateTime at = policy::forecast(usage, now);
    if (!at.isValid()) return words;
    const QDateTime local = at.toTimeZone(zone);
    const QLocale locale;
    const QString when =
        local.date() == now.toTimeZone(zone).date()
            ? local.time().toString(QStringLiteral("HH:mm"))
            : SpendText::tr("%1 %2").arg(locale.dayName(local.date().dayOfWeek(), QLocale::ShortFormat),
                                         local.time().toString(QStringLiteral("HH:mm")));
    return words + QStringLiteral(" · ") + SpendText::tr("reached %1 at this pace").arg(when);
}

QString replayWords(const protocol::ReplayAnswer &answer, const QTimeZone &zone)
{
    const CallReplayVerdict &verdict = answer.verdict;
    if (verdict.calls == 0) return SpendText::tr("No call of the last 90 days is known: nothing can be tried.");
    QStringList sentences;
    if (verdict.refused + verdict.cut == 0)
        sentences << SpendText::tr("Of %n call(s) of the last 90 days none would have been refused or cut.", nullptr,
                                   int(verdict.calls));
    else
        sentences << SpendText::tr(
                         "Of %n call(s) of the last 90 days %1 would have been refused and %2 cut: %3 of %4 "
                         "saved.",
                         nullptr, int(verdict.calls))
                         .arg(countText(verdict.refused), countText(verdict.cut),
                              moneyText(verdict.saved, answer.currency), moneyText(verdict.spent, answer.currency));
    if (verdict.firstBreach.isValid())
        sentences << (verdict.firstBreachNumber.isEmpty()
                          ? SpendText::tr("The company's limit is first reached on %1.")
                                .arg(zonedTime(verdict.firstBreach, zone))
                          : SpendText::tr("The limit of %1 is first reached on %2.")
                                .arg(verdict.firstBreachNumber, zonedTime(verdict.firstBreach, zone)));
    if (!verdict.affected.isEmpty()) {
        const ReplayedCall &dearest = verdict.affected.constFirst();
        sentences << SpendText::tr("The dearest of them: %1 to %2 on %3, %4.")
                         .arg(dearest.call.caller, dearest.call.destination, zonedTime(dearest.call.startedAt, zone),
                              moneyText(dearest.call.cost, answer.currency));
    }
    return sentences.join(u' ');
}

}  // namespace lw::ui
