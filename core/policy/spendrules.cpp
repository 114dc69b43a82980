// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/spendrules.h"

#include "core/policy/ratedeck.h"

#include <algorithm>

namespace lw::policy {

namespace {

constexpr int secondsAMinute = 60;
constexpr qint64 percent = 100;

Error refused(const QString &field, const QString &sentence)
{
    return makeError(Errc::InvalidInput, field + u' ' + sentence, field);
}

std::optional<Decimal> limitOf(const SpendLimits &limits, SpendPeriod period)
{
    return period == SpendPeriod::Day ? limits.daily : limits.weekly;
}

Result<void> judgeLimits(const SpendLimits &limits, const QString &path)
{
    const auto outside = [](const std::optional<Decimal> &limit) {
        return limit && (*limit < Decimal{} || *limit > limitMost);
    };
    const auto sentence = QStringLiteral("must be between 0 and 1000000000, or absent.");
    if (outside(limits.daily)) return refused(path + QStringLiteral(".daily"), sentence);
    if (outside(limits.weekly)) return refused(path + QStringLiteral(".weekly"), sentence);
    if (limits.daily && limits.weekly && *limits.weekly < *limits.daily)
        return refused(path + QStringLiteral(".weekly"),
                       QStringLiteral("must not be under the daily limit: the day's would never count."));
    return {};
}

}  // namespace

std::optional<Decimal> limitInForce(const QString &number, SpendPeriod period, const SpendSettings &settings,
                                    std::span<const TemporaryRaise> raises, const QDateTime &nowUtc)
{
    const TemporaryRaise *running = nullptr;
    for (const TemporaryRaise &raise : raises)
        if (raise.number == number && raise.period == period && raise.from <= nowUtc && nowUtc < raise.until &&
            (!running || raise.from > running->from))
            running = &raise;
    if (running) return running->amount;
    if (number.isEmpty()) return limitOf(settings.customer, period);
    if (const auto own = settings.numbers.constFind(number); own != settings.numbers.cend())
        if (const auto limit = limitOf(*own, period)) return limit;
    return limitOf(settings.numberDefault, period);
}

std::optional<Decimal> remaining(const SpendUsage &usage)
{
    if (!usage.limit) return std::nullopt;
    return std::max(*usage.limit - (usage.spent - usage.forgiven) - usage.reserved, Decimal{});
}

int percentUsed(const SpendUsage &usage)
{
    if (!usage.limit) return 0;
    const qint64 used = (usage.spent - usage.forgiven).millionths;
    if (usage.limit->millionths <= 0) return percent;
    if (used <= 0) return 0;
    // A limit is under 1e15 millionths, what is used under 1e18: the whole times first, then the rest.
    const qint64 limit = usage.limit->millionths;
    constexpr qint64 mostTimes = 1'000'000;
    const qint64 times = std::min(used / limit, mostTimes);
    return static_cast<int>(times * percent + used % limit * percent / limit);
}

QList<int> levelsReached(const SpendUsage &usage, const SpendSettings &settings)
{
    QList<int> reached;
    if (!usage.limit) return reached;
    const int used = percentUsed(usage);
    for (const int level : settings.warningLevels)
        if (level <= used) reached.append(level);
    return reached;
}

QDateTime forecast(const SpendUsage &usage, const QDateTime &nowUtc)
{
    constexpr qint64 leastSeconds = 3'600;
    constexpr int leastCalls = 3;
    const qint64 since = usage.start.secsTo(nowUtc);
    const qint64 used = (usage.spent - usage.forgiven).millionths;
    if (!usage.limit || since < leastSeconds || usage.calls < leastCalls || used <= 0) return {};
    const qint64 left = usage.limit->millionths - used;
    if (left <= 0) return {};
    // Hundredths are exact enough for a forecast, and a week of seconds times a limit stays within 64 bits.
    constexpr qint64 hundredth = 10'000;
    if (used < hundredth) return {};
    const qint64 seconds = left / hundredth * since / (used / hundredth);
    if (seconds > nowUtc.secsTo(usage.end)) return {};
    const QDateTime at = nowUtc.addSecs(seconds);
    return at < usage.end ? at : QDateTime();
}

SpendVerdict judgeSpend(const Rate &rate, std::span<const SpendUsage> usages, const SpendSettings &settings,
                        int elapsedSeconds)
{
    SpendVerdict verdict;
    const int longest = settings.longestCallMinutes * secondsAMinute;
    const SpendUsage *tightest = nullptr;
    for (const SpendUsage &usage : usages) {
        const auto left = remaining(usage);
        if (!left || (verdict.remaining && *left >= *verdict.remaining)) continue;
        verdict.remaining = left;
        tightest = &usage;
    }
    const int most = std::min(elapsedSeconds + settings.grantMinutes * secondsAMinute, longest);
    verdict.longestSeconds = std::max(longest - elapsedSeconds, 0);
    verdict.grantedSeconds = std::max(most - elapsedSeconds, 0);
    // It has had the longest time that any call gets: not a matter of money.
    if (elapsedSeconds >= longest) return verdict;
    if (!tightest || costOf(rate, longest) == Decimal{}) return verdict;
    if (!settings.barAtLimit) {
        verdict.reserve = costOf(rate, most);
        verdict.overspendBound = costOf(rate, longest);
        return verdict;
    }
    const int paid = secondsFor(rate, *verdict.remaining, most);
    if (paid <= elapsedSeconds) {
        verdict.allowed = false;
        verdict.grantedSeconds = 0;
        verdict.longestSeconds = 0;
        verdict.origin = tightest->number.isEmpty() ? RuleOrigin::Customer : RuleOrigin::Number;
        verdict.period = tightest->period;
        return verdict;
    }
    verdict.grantedSeconds = paid - elapsedSeconds;
    verdict.reserve = costOf(rate, paid);
    if (settings.cutRunningCalls)
        verdict.longestSeconds = verdict.grantedSeconds;
    else
        verdict.overspendBound = costOf(rate, longest) - verdict.reserve;
    return verdict;
}

Result<void> judgeSpendSettings(const SpendSettings &settings)
{
    if (!isCurrency(settings.currency))
        return refused(QStringLiteral("currency"), QStringLiteral("must be three capital letters, like GBP."));
    if (Result<void> ok = judgeLimits(settings.customer, QStringLiteral("customer")); !ok) return ok;
    if (Result<void> ok = judgeLimits(settings.numberDefault, QStringLiteral("numberDefault")); !ok) return ok;
    if (settings.numbers.size() > ownLimitsMost)
        return refused(QStringLiteral("numbers"), QStringLiteral("must be at most 20000."));
    for (auto it = settings.numbers.cbegin(); it != settings.numbers.cend(); ++it)
        if (Result<void> ok = judgeLimits(it.value(), QStringLiteral("numbers.") + it.key()); !ok) return ok;
    const QList<int> &levels = settings.warningLevels;
    if (levels.size() > levelsMost)
        return refused(QStringLiteral("warningLevels"), QStringLiteral("must be at most ten."));
    for (qsizetype i = 0; i < levels.size(); ++i)
        if (levels[i] < 1 || levels[i] > percent || (i > 0 && levels[i] <= levels[i - 1]))
            return refused(QStringLiteral("warningLevels[%1]").arg(i),
                           QStringLiteral("must be 1 to 100 percent, and more than the one before."));
    struct Bound {
        const char *field;
        int value;
        int least;
        int most;
    };
    constexpr int day = 24 * 60;
    for (const Bound &bound : {Bound{"grantMinutes", settings.grantMinutes, 1, day},
                               Bound{"longestCallMinutes", settings.longestCallMinutes, 1, day},
                               Bound{"recordGraceMinutes", settings.recordGraceMinutes, 1, day}})
        if (bound.value < bound.least || bound.value > bound.most)
            return refused(QLatin1String(bound.field),
                           QStringLiteral("must be between %1 and %2.").arg(bound.least).arg(bound.most));
    return {};
}

Result<void> judgeRaise(const TemporaryRaise &raise, const QDateTime &nowUtc)
{
    if (raise.amount < Decimal{} || raise.amount > limitMost)
        return refused(QStringLiteral("amount"), QStringLiteral("must be between 0 and 1000000000."));
    if (!raise.from.isValid()) return refused(QStringLiteral("from"), QStringLiteral("must be an instant."));
    if (!raise.until.isValid() || raise.until <= nowUtc)
        return refused(QStringLiteral("until"), QStringLiteral("must lie in the future."));
    if (raise.until <= raise.from) return refused(QStringLiteral("until"), QStringLiteral("must be after the start."));
    if (raise.until > raise.from.addDays(raiseDaysMost))
        return refused(QStringLiteral("until"),
                       QStringLiteral("must be within a year of the start. Change the limit itself instead."));
    if (raise.reason.trimmed().isEmpty() || raise.reason.size() > raiseReasonMost)
        return refused(QStringLiteral("reason"), QStringLiteral("must say why, in up to 512 characters."));
    return {};
}

}  // namespace lw::policy
