// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/callspendrows.h"

#include "core/policy/barring.h"
#include "core/policy/spendrules.h"
#include "core/report/callspendwords.h"
#include "core/report/revocation.h"
#include "core/util/time.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <tuple>

namespace lw::report {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

QString ownerWords(const QString &number)
{
    return number.isEmpty() ? tr("Company") : number;
}

QString limitWords(SpendPeriod period)
{
    return period == SpendPeriod::Day ? tr("Limit a day") : tr("Limit a week");
}

QString timeText(const QDateTime &utc)
{
    return utc.isValid() ? toRfc3339(utc) : QString();
}

QString numberText(const std::optional<qint64> &number)
{
    return number ? QString::number(*number) : QString();
}

/// Collects the rows, part by part.
class Rows {
  public:
    Rows(const CallSpendFacts &facts, const QDateTime &nowUtc) : m_facts(facts), m_now(nowUtc) {}

    QList<CallSpendRow> all()
    {
        companyRules();
        for (const GuardedNumber &number : m_facts.numbers)
            oneNumber(number);
        limits();
        raises();
        use();
        cost();
        return std::move(m_rows);
    }

  private:
    CallSpendRow &add(const QString &part, const QString &about, const QString &setting, const QString &value)
    {
        CallSpendRow row;
        row.part = part;
        row.about = about;
        row.setting = setting;
        row.value = value;
        m_rows << row;
        return m_rows.last();
    }

    void companyRules()
    {
        const GuardSettings &guard = m_facts.guard;
        const QString part = tr("Rule"), about = tr("Company");
        CallSpendRow &state = add(part, about, tr("Call Guard"), guardStateWords(guard.guarded));
        state.origin = RuleOrigin::Customer;
        if (!guard.guarded) state.finding = CallSpendFinding::OptedOut;
        for (const CallClass callClass : barrableClasses())
            add(part, about, callClassTitle(callClass), barredWords(guard.barring.classes.value(callClass, false)))
                .origin = RuleOrigin::Customer;
        otherRules(part, about, guard.barring, RuleOrigin::Customer);
        if (!guard.barring.hours) add(part, about, tr("Hours"), tr("Always")).origin = RuleOrigin::Customer;
        if (!guard.barring.highestPricePerMinute)
            add(part, about, tr("Highest price a minute"), tr("Any")).origin = RuleOrigin::Customer;
    }

    void otherRules(const QString &part, const QString &about, const BarringRules &rules, RuleOrigin origin)
    {
        for (const PrefixRule &rule : rules.prefixes) {
            CallSpendRow &row = add(part, about, tr("Prefix %1").arg(rule.prefix), barredWords(rule.barred));
            row.origin = origin;
            row.reason = rule.note;
        }
        if (rules.hours) add(part, about, tr("Hours"), callHoursWords(*rules.hours)).origin = origin;
        if (!rules.highestPricePerMinute) return;
        CallSpendRow &price = add(part, about, tr("Highest price a minute"), tr("Dearer calls are barred"));
        price.origin = origin;
        price.currency = m_facts.spend.currency;
        price.limit = rules.highestPricePerMinute;
    }

    void oneNumber(const GuardedNumber &number)
    {
        const policy::EffectiveBarring effective = policy::effectiveBarring(number, m_facts.guard);
        const qsizetype first = m_rows.size();
        const QString part = tr("Number");
        CallSpendRow &state = add(part, number.number, tr("Call Guard"), guardStateWords(effective.guarded));
        state.origin = effective.guardOrigin;
        if (!effective.guarded) state.finding = CallSpendFinding::OptedOut;
        for (const CallClass callClass : barrableClasses())
            if (const auto own = number.barring.classes.constFind(callClass); own != number.barring.classes.cend())
                add(part, number.number, callClassTitle(callClass), barredWords(*own)).origin = RuleOrigin::Number;
        otherRules(part, number.number, number.barring, RuleOrigin::Number);
        for (qsizetype i = first; i < m_rows.size(); ++i) {
            m_rows[i].label = number.label;
            m_rows[i].department = number.department;
        }
    }

    void limit(const QString &about, SpendPeriod period, const std::optional<Decimal> &amount, RuleOrigin origin)
    {
        CallSpendRow &row = add(tr("Limit"), about, limitWords(period), amount ? QString() : tr("None"));
        row.origin = origin;
        row.limit = amount;
        if (amount)
            row.currency = m_facts.spend.currency;
        else
            row.finding = CallSpendFinding::NoLimit;
    }

    void limits()
    {
        const SpendSettings &spend = m_facts.spend;
        limit(tr("Company"), SpendPeriod::Day, spend.customer.daily, RuleOrigin::Customer);
        limit(tr("Company"), SpendPeriod::Week, spend.customer.weekly, RuleOrigin::Customer);
        limit(tr("Each number"), SpendPeriod::Day, spend.numberDefault.daily, RuleOrigin::Customer);
        limit(tr("Each number"), SpendPeriod::Week, spend.numberDefault.weekly, RuleOrigin::Customer);
        for (auto own = spend.numbers.cbegin(); own != spend.numbers.cend(); ++own) {
            // What a number does not set itself is the limit of each number above.
            if (own->daily) limit(own.key(), SpendPeriod::Day, own->daily, RuleOrigin::Number);
            if (own->weekly) limit(own.key(), SpendPeriod::Week, own->weekly, RuleOrigin::Number);
        }
        QStringList levels;
        for (const int level : spend.warningLevels)
            levels << tr("%1 %").arg(level);
        const QString part = tr("Limit"), about = tr("Company");
        add(part, about, tr("Warnings at"), levels.isEmpty() ? tr("None") : levels.join(QStringLiteral(", "))).origin =
            RuleOrigin::Customer;
        CallSpendRow &bar =
            add(part, about, tr("At a limit"), spend.barAtLimit ? tr("New calls are barred") : tr("Calls go on"));
        bar.origin = RuleOrigin::Customer;
        if (!spend.barAtLimit) bar.finding = CallSpendFinding::NotBarred;
        add(part, about, tr("Calls that run"),
            spend.cutRunningCalls ? tr("End when their grant is used up")
                                  : tr("May go on to %1 minutes").arg(spend.longestCallMinutes))
            .origin = RuleOrigin::Customer;
    }

    void raises()
    {
        QList<TemporaryRaise> sorted = m_facts.raises;
        std::stable_sort(sorted.begin(), sorted.end(), [](const TemporaryRaise &a, const TemporaryRaise &b) {
            return std::tie(a.number, a.from, a.id) < std::tie(b.number, b.from, b.id);
        });
        for (const TemporaryRaise &raise : std::as_const(sorted)) {
            if (raise.until <= m_now) continue;
            const bool ahead = raise.from > m_now;
            CallSpendRow &row =
                add(tr("Raise"), ownerWords(raise.number), limitWords(raise.period),
                    (ahead ? tr("Ahead, until %1") : tr("In force until %1")).arg(instantText(raise.until)));
            row.origin = raise.number.isEmpty() ? RuleOrigin::Customer : RuleOrigin::Number;
            row.currency = m_facts.spend.currency;
            row.limit = raise.amount;
            row.from = raise.from;
            row.until = raise.until;
            row.reason = raise.reason;
            row.setBy = raise.createdBy;
        }
    }

    void use()
    {
        const protocol::SpendOverview &overview = m_facts.overview;
        QList<SpendUsage> sorted = overview.usages;
        std::stable_sort(sorted.begin(), sorted.end(), [](const SpendUsage &a, const SpendUsage &b) {
            return std::tie(a.number, a.period) < std::tie(b.number, b.period);
        });
        for (const SpendUsage &usage : std::as_const(sorted)) {
            CallSpendRow &row = add(
                tr("Use"), ownerWords(usage.number), usage.period == SpendPeriod::Day ? tr("Today") : tr("This week"),
                usage.limit ? tr("%1, %2 % of the limit").arg(callsWords(usage.calls)).arg(policy::percentUsed(usage))
                            : tr("%1, no limit").arg(callsWords(usage.calls)));
            row.currency = overview.currency;
            row.amount = usage.spent;
            row.limit = usage.limit;
            row.calls = usage.calls;
            row.from = usage.start;
            row.until = usage.end;
            if (usage.reserved > Decimal{} || usage.forgiven > Decimal{})
                row.reason = tr("%1 reserved, %2 taken off by resets")
                                 .arg(amountWords(usage.reserved), amountWords(usage.forgiven));
            if (!usage.limit) continue;
            if (usage.spent - usage.forgiven > *usage.limit)
                row.finding = CallSpendFinding::OverLimit;
            else if (policy::remaining(usage) == std::optional(Decimal{}))
                row.finding = CallSpendFinding::AtLimit;
        }
        if (overview.unpriced <= 0) return;
        CallSpendRow &row =
            add(tr("Use"), tr("Company"), tr("This week"), tr("%1 without a price").arg(callsWords(overview.unpriced)));
        row.calls = overview.unpriced;
        row.finding = CallSpendFinding::Unpriced;
    }

    void cost()
    {
        struct Sum {
            qint64 calls = 0, seconds = 0;
            Decimal cost;
        };
        std::map<CallClass, Sum> sums;
        for (const protocol::SpendDay &day : m_facts.history) {
            Sum &sum = sums[day.callClass];
            sum.calls += day.calls;
            sum.seconds += day.seconds;
            sum.cost += day.cost;
        }
        for (const auto &[callClass, sum] : sums) {
            CallSpendRow &row = add(tr("Cost"), callClassTitle(callClass), tr("Last 90 days"),
                                    tr("%1 in %2").arg(callsWords(sum.calls), durationText(sum.seconds)));
            row.currency = m_facts.overview.currency;
            row.amount = sum.cost;
            row.calls = sum.calls;
            row.seconds = sum.seconds;
        }
    }

    static QString callsWords(qint64 calls)
    {
        return calls == 1 ? tr("1 call") : tr("%1 calls").arg(countText(static_cast<quint64>(calls)));
    }

    const CallSpendFacts &m_facts;
    QDateTime m_now;
    QList<CallSpendRow> m_rows;
};

}  // namespace

QString findingWords(CallSpendFinding finding)
{
    switch (finding) {
        case CallSpendFinding::None: return {};
        case CallSpendFinding::OptedOut: return tr("opted out");
        case CallSpendFinding::NoLimit: return tr("no limit set");
        case CallSpendFinding::NotBarred: return tr("not barred");
        case CallSpendFinding::AtLimit: return tr("limit used up");
        case CallSpendFinding::OverLimit: return tr("over the limit");
        case CallSpendFinding::Unpriced: return tr("not priced");
    }
    return {};
}

QStringList allFindingWords()
{
    using F = CallSpendFinding;
    QStringList words;
    for (const F finding : {F::OptedOut, F::NoLimit, F::NotBarred, F::AtLimit, F::OverLimit, F::Unpriced})
        words << findingWords(finding);
    return words;
}

QStringList CallSpendRow::cells() const
{
    return {part,
            about,
            label,
            department,
            setting,
            value,
            originWords(origin),
            amountWords(amount),
            amountWords(limit),
            currency,
            numberText(calls),
            numberText(seconds),
            timeText(from),
            timeText(until),
            reason,
            setBy,
            findingWords(finding)};
}

QList<ReportColumn> callSpendColumns()
{
    return {{tr("Part"), 1.0},
            {tr("About"), 2.2},
            {tr("Label"), 0},
            {tr("Department"), 0},
            {tr("Setting"), 1.8},
            {tr("Value"), 2.2},
            {tr("Whose"), 1.2},
            {tr("Spent"), 1.5, false, true},
            {tr("Limit"), 1.1, false, true},
            {tr("Currency"), 1.15},
            {tr("Calls"), 0},
            {tr("Seconds"), 0},
            {tr("From (UTC)"), 0},
            {tr("Until (UTC)"), 0},
            {tr("Reason"), 1.3},
            {tr("Set by"), 0},
            {tr("To look at"), 1.75, false, false, allFindingWords()}};
}

QList<CallSpendRow> callSpendRows(const CallSpendFacts &facts, const QDateTime &nowUtc)
{
    return Rows(facts, nowUtc).all();
}

}  // namespace lw::report
