// SPDX-License-Identifier: GPL-3.0-or-later
// Ninety days of calls with what they cost, and one night in which somebody else made them: the story behind the
// prefixes that are barred and the limits that are set since.
#include "core/import/ratedeckfile.h"
#include "core/policy/numberclass.h"
#include "core/policy/spendperiod.h"
#include "core/protocol/spend.h"
#include "server/auth/authevents.h"
#include "server/demo/demoaccess.h"
#include "server/demo/demopeople.h"
#include "server/store/calltable.h"
#include "server/store/customertable.h"
#include "server/store/ratetable.h"
#include "server/store/spendsettingstable.h"
#include "server/store/usagetable.h"

#include <QCryptographicHash>

#include <algorithm>

namespace lw::server {

namespace {

constexpr int deckDaysAgo = 60;
constexpr int fraudDaysAgo = 36;
constexpr int settledDaysAgo = 33;
constexpr int minute = 60;
constexpr int deckLoadedMinute = 11 * minute + 4;

struct Price {
    const char *prefix, *name;
    qint64 price;  ///< millionths a minute
    qint64 fee = 0;
};

constexpr Price prices[] = {
    {"+44", "United Kingdom", 28'000},
    {"+447", "United Kingdom, mobile", 110'000},
    {"+448", "United Kingdom, 08", 90'000},
    {"+4480", "United Kingdom, freephone", 0},
    {"+449", "Premium rate", 1'530'000, 60'000},
    {"+4470", "Personal numbers", 620'000, 100'000},
    {"+441481", "Guernsey", 95'000},
    {"+441534", "Jersey", 95'000},
    {"+441624", "Isle of Man", 95'000},
    {"+353", "Ireland", 64'000},
    {"+33", "France", 58'000},
    {"+49", "Germany", 52'000},
    {"+1", "United States and Canada", 46'000},
    {"+48", "Poland", 71'000},
    {"+3716", "Latvia, Riga", 88'000},
    {"+371", "Latvia", 640'000},
    {"+53", "Cuba", 890'000},
    {"+252", "Somalia", 740'000},
    {"118", "Directory enquiries", 2'490'000, 1'200'000},
};

struct Habit {
    const char *destination;
    int weight;
    int seconds;  ///< usually
};

// Numbers that are reserved for drama, or lead nowhere.
constexpr Habit habits[] = {
    {"+442079460%1", 30, 190}, {"+441134960%1", 14, 170}, {"+441214960%1", 9, 200}, {"+447700900%1", 26, 110},
    {"+448081570%1", 6, 340},  {"+448457000%1", 2, 260},  {"+353155501%1", 3, 380}, {"+33199000%1", 2, 420},
    {"+493023125%1", 3, 450},  {"+12025550%1", 2, 520},   {"+371660000%1", 3, 480},
};

const Habit &habitOf(DemoRandom &random)
{
    int sum = 0;
    for (const Habit &habit : habits)
        sum += habit.weight;
    int pick = random.below(sum);
    for (const Habit &habit : habits)
        if ((pick -= habit.weight) < 0) return habit;
    return habits[0];
}

class Calls {
  public:
    Calls(DemoHistory &history, DemoAccess &access) : m_history(history), m_access(access) {}

    void add(const QDateTime &at, const QString &caller, const QString &destination, int seconds)
    {
        if (at.addSecs(seconds) >= m_history.now() || at < m_history.start()) return;
        const policy::Classification to = policy::classify(destination);
        if (to.canonical.isEmpty()) return;
        const Rate *rate = m_access.deck.find(to.canonical, at);
        m_access.calls.append({QStringLiteral("demo-%1").arg(++m_count, 6, 10, QLatin1Char('0')), caller, to.canonical,
                               to.callClass, at, seconds, rate ? policy::costOf(*rate, seconds) : Decimal{},
                               rate ? rate->prefix : QString()});
    }

    void addDay(int day)
    {
        DemoRandom &random = m_history.random();
        const bool weekend = m_history.isWeekend(day);
        const int calls = weekend ? random.between(5, 14) : random.between(104, 148);
        for (int i = 0; i < calls; ++i) {
            constexpr int opens = 8 * minute + 15;
            constexpr int closes = 18 * minute + 20;
            const Habit &habit = habitOf(random);
            const QString caller = m_access.numbers.at(random.below(static_cast<int>(m_access.numbers.size()))).number;
            if (caller.startsWith(QLatin1String("+4480"))) continue;
            const int seconds = random.percent(14) ? 0 : std::max(8, habit.seconds + random.around(habit.seconds));
            add(m_history.at(day, random.between(opens, closes), random.below(minute)), caller,
                QString::fromLatin1(habit.destination).arg(random.below(900) + 100, 3, 10, QLatin1Char('0')), seconds);
        }
    }

    /// A voice mail box in Leeds with a guessed PIN, on a night from Saturday to Sunday.
    void addFraudNight(int day)
    {
        DemoRandom &random = m_history.random();
        for (const char *country : {"+37127%1", "+5352%1", "+25261%1"})
            for (int i = 0; i < 7; ++i)
                add(m_history.at(day, 1 * minute + random.below(4 * minute), random.below(minute)),
                    QStringLiteral("+441134960201"),
                    QString::fromLatin1(country).arg(random.below(900'000) + 100'000, 6, 10, QLatin1Char('0')),
                    random.between(7 * minute, 29 * minute));
    }

  private:
    DemoHistory &m_history;
    DemoAccess &m_access;
    int m_count = 0;
};

Decimal pounds(qint64 whole)
{
    return Decimal{whole * 1'000'000};
}

SpendSettings limits()
{
    SpendSettings settings;
    settings.customer = {pounds(60), pounds(200)};
    settings.numberDefault = {pounds(8), pounds(25)};
    settings.numbers.insert(QStringLiteral("+442079460111"), {std::nullopt, pounds(15)});
    return settings;
}

}  // namespace

void addCalls(DemoHistory &history, std::vector<DemoPerson> &people, DemoAccess &access)
{
    const DemoPerson &keeper = personNamed(people, "katarzyna.nowak");
    const int last = history.days() - 1;
    std::vector<Rate> rates;
    for (const Price &price : prices)
        rates.push_back({QLatin1String(price.prefix),
                         QLatin1String(price.name),
                         Decimal{price.price},
                         Decimal{price.fee},
                         1,
                         1,
                         {}});
    access.deck = policy::RateDeck(QStringLiteral("GBP"), std::move(rates));
    access.deckLoadedAt = history.at(last - deckDaysAgo, deckLoadedMinute, 0);
    access.spend = limits();
    Calls calls(history, access);
    for (int day = 0; day <= last; ++day)
        calls.addDay(day);
    int night = std::max(0, last - fraudDaysAgo);
    while (night < last - settledDaysAgo && !(history.isWeekend(night) && history.isMonday(night + 1)))
        ++night;
    calls.addFraudNight(night);
    const auto write = [&](int daysAgo, int at, EventKind kind, const QJsonObject &before, const QJsonObject &after) {
        const QDateTime when = history.at(last - daysAgo, at, 0);
        AuditEvent event = authEvent(kind, Outcome::Success, DemoHistory::actorOf(keeper),
                                     DemoHistory::console(keeper, keeper.officeAddress, history.random()),
                                     ObjectRef{QStringLiteral("customer"), {}, {}}, {});
        event.before = before;
        event.after = after;
        history.addExactly(when, std::move(event));
    };
    write(deckDaysAgo, deckLoadedMinute, EventKind::RatesChanged, {},
          {{QStringLiteral("currency"), access.deck.currency()},
           {QStringLiteral("rows"), static_cast<qint64>(access.deck.size())},
           {QStringLiteral("sha256"),
            QString::fromLatin1(
                QCryptographicHash::hash(import::deckCsv(access.deck), QCryptographicHash::Sha256).toHex())}});
    write(settledDaysAgo, 10 * minute + 20, EventKind::SpendChanged, protocol::toJsonObject(SpendSettings()),
          protocol::toJsonObject(access.spend));
}

Result<void> storeCalls(const Transaction &transaction, const QString &customerId, const DemoAccess &access)
{
    const QSqlDatabase &connection = transaction.connection();
    const Result<Customer> customer = CustomerTable(connection).byId(customerId);
    if (!customer) return customer.error();
    const QTimeZone zone(customer->timeZone.toLatin1());
    if (Result<void> stored = SpendSettingsTable(connection).set(customerId, protocol::toJson(access.spend)); !stored)
        return stored;
    if (Result<void> stored = RateTable(connection)
                                  .replace(customerId, access.deck.currency(), access.deck.rates(),
                                           QStringLiteral("katarzyna.nowak"), access.deckLoadedAt);
        !stored)
        return stored;
    CallTable calls(connection);
    UsageTable usages(connection);
    for (const CallRecord &call : access.calls) {
        if (Result<void> stored = calls.insert(customerId, call); !stored) return stored;
        for (const QString &number : {call.caller, QString()})
            for (const SpendPeriod period : {SpendPeriod::Day, SpendPeriod::Week}) {
                SpendUsage usage;
                usage.number = number;
                usage.period = period;
                usage.start = policy::periodAt(period, call.startedAt, zone).start;
                if (Result<void> counted = usages.add(customerId, usage, call.cost); !counted) return counted;
            }
    }
    return {};
}

}  // namespace lw::server
