// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/callreplay.h"

#include "core/policy/spendperiod.h"
#include "core/policy/spendrules.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace lw::policy {

namespace {

/// What one number, or the customer, has spent in the day and the week that run.
struct Running {
    int day = -1;
    int week = -1;
    Decimal spentDay;
    Decimal spentWeek;
    std::optional<Decimal> limitDay;
    std::optional<Decimal> limitWeek;

    void enter(int nowDay)
    {
        const int nowWeek = Calendar::weekOfDay(nowDay);
        if (nowDay != day) spentDay = {};
        if (nowWeek != week) spentWeek = {};
        day = nowDay;
        week = nowWeek;
    }
    void add(Decimal cost)
    {
        spentDay += cost;
        spentWeek += cost;
    }
};

/// A number of the customer's with its limits; what is no number of the inventory inherits everything.
struct Line {
    GuardedNumber number;
    bool known = false;
    Running running;
};

}  // namespace

class CallReplay::Judge {
  public:
    Judge(ReplaySettings settings, qsizetype mostListed)
        : m_settings(std::move(settings)),
          m_guard(m_settings.guard),
          m_calendar(m_settings.from, m_settings.until, m_settings.zone),
          m_mostListed(mostListed)
    {
        for (const GuardedNumber &number : m_settings.numbers) {
            Line &line = m_lines[number.number];
            line.number = number;
            line.known = true;
            limits(line.running, number.number);
        }
        limits(m_company, {});
    }

    void judge(const CallRecord &call)
    {
        ++verdict.calls;
        verdict.spent += call.cost;
        const qint64 ms = call.startedAt.toMSecsSinceEpoch();
        const int day = m_calendar.dayOf(ms);
        if (day < 0) return;
        Line &line = lineOf(call.caller);
        const Rate *rate = isFree(call.callClass) ? nullptr : m_settings.deck.find(call.destination, call.startedAt);
        BarringVerdict barring = judgeBarringAt(call.destination, call.callClass, line.number, m_guard,
                                                rate ? std::optional(rate->pricePerMinute) : std::nullopt,
                                                hasHours(line) ? m_calendar.minuteOfWeek(ms) : 0);
        if (!line.known && barring.reason != BarringReason::Emergency)
            barring = {true, BarringReason::UnknownCaller, RuleOrigin::None, {}};
        line.running.enter(day);
        m_company.enter(day);
        if (barring.barred) return note(call, barring, 0);
        if (!rate || !m_settings.spend.barAtLimit) return pass(line, call.cost);
        spend(line, call, *rate);
    }

    CallReplayVerdict verdict;

  private:
    void limits(Running &running, const QString &number) const
    {
        running.limitDay = limitInForce(number, SpendPeriod::Day, m_settings.spend, {}, m_settings.from);
        running.limitWeek = limitInForce(number, SpendPeriod::Week, m_settings.spend, {}, m_settings.from);
    }

    Line &lineOf(const QString &caller)
    {
        const auto found = m_lines.find(caller);
        if (found != m_lines.end()) return found.value();
        Line &line = m_lines[caller];
        line.number.number = caller;
        limits(line.running, caller);
        return line;
    }

    bool hasHours(const Line &line) const
    {
        return line.number.barring.hours.has_value() || m_settings.guard.barring.hours.has_value();
    }

    void pass(Line &line, Decimal cost)
    {
        line.running.add(cost);
        m_company.add(cost);
    }

    void spend(Line &line, const CallRecord &call, const Rate &rate)
    {
        struct Left {
            std::optional<Decimal> amount;
            RuleOrigin origin;
            SpendPeriod period;
        };
        const auto left = [](const std::optional<Decimal> &limit, Decimal spent) -> std::optional<Decimal> {
            if (!limit) return std::nullopt;
            return std::max(*limit - spent, Decimal{});
        };
        const std::array<Left, 4> all{
            {{left(line.running.limitDay, line.running.spentDay), RuleOrigin::Number, SpendPeriod::Day},
             {left(line.running.limitWeek, line.running.spentWeek), RuleOrigin::Number, SpendPeriod::Week},
             {left(m_company.limitDay, m_company.spentDay), RuleOrigin::Customer, SpendPeriod::Day},
             {left(m_company.limitWeek, m_company.spentWeek), RuleOrigin::Customer, SpendPeriod::Week}}};
        const Left *tightest = nullptr;
        for (const Left &one : all)
            if (one.amount && (!tightest || *one.amount < *tightest->amount)) tightest = &one;
        const Decimal cost = costOf(rate, call.seconds);
        if (!tightest || cost <= *tightest->amount) return pass(line, cost);
        const int paid = secondsFor(rate, *tightest->amount, call.seconds);
        if (!verdict.firstBreach.isValid()) {
            verdict.firstBreach = call.startedAt;
            if (tightest->origin == RuleOrigin::Number) verdict.firstBreachNumber = call.caller;
        }
        // One that is not cut goes on to its end once it was let through.
        const int kept = paid > 0 && !m_settings.spend.cutRunningCalls ? call.seconds : paid;
        pass(line, costOf(rate, kept));
        if (kept == call.seconds) return;
        note(call, {true, BarringReason::LimitReached, tightest->origin, QString(spendPeriodName(tightest->period))},
             kept, costOf(rate, kept));
    }

    void note(const CallRecord &call, const BarringVerdict &why, int kept, Decimal keptCost = {})
    {
        const Decimal saved = std::max(call.cost - keptCost, Decimal{});
        ++(kept > 0 ? verdict.cut : verdict.refused);
        verdict.saved += saved;
        const auto dearer = [](const ReplayedCall &a, const ReplayedCall &b) { return a.saved > b.saved; };
        QList<ReplayedCall> &list = verdict.affected;
        if (list.size() >= m_mostListed && (m_mostListed == 0 || list.constLast().saved >= saved)) return;
        const ReplayedCall made{call, why.reason, why.origin, why.rule, kept, saved};
        list.insert(std::upper_bound(list.begin(), list.end(), made, dearer), made);
        if (list.size() > m_mostListed) list.removeLast();
    }

    const ReplaySettings m_settings;
    const CompiledGuard m_guard;
    const Calendar m_calendar;
    const qsizetype m_mostListed;
    QHash<QString, Line> m_lines;
    Running m_company;
};

CallReplay::CallReplay(ReplaySettings settings, qsizetype mostListed)
    : m_judge(std::make_unique<Judge>(std::move(settings), mostListed))
{
}

CallReplay::~CallReplay() = default;

void CallReplay::judge(const CallRecord &call)
{
    m_judge->judge(call);
}

const CallReplayVerdict &CallReplay::verdict() const
{
    return m_judge->verdict;
}

}  // namespace lw::policy
