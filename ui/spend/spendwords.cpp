// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spend/spendwords.h"

#include "core/policy/spendrules.h"

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

}  // namespace lw::ui
