// SPDX-License-Identifier: GPL-3.0-or-later
// What may be spent, the rate deck, reservations and finished calls, on the real server.
#include "core/protocol/callguard.h"
#include "core/protocol/callreplay.h"
#include "core/protocol/spend.h"
#include "server/store/noticetable.h"
#include "tests/server/routes/testapi.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <atomic>
#include <thread>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

const auto desk = QStringLiteral("+442079460001");
const char deckOfPounds[] =
    "prefix,name,price_per_minute,connection_fee,first_increment,next_increment,currency\n"
    "+371,Latvia,1.00,0,60,60,GBP\n+44,United Kingdom,0.01,0,1,1,GBP\n+33,France,0,0,1,1,GBP\n";

Decimal pounds(qint64 whole)
{
    return Decimal{whole * 1'000'000};
}

class SpendApi : public TestApi {
  public:
    SpendApi()
    {
        GuardedNumber number;
        number.number = desk;
        const Answer added = call({"POST", "/v1/numbers", owner, protocol::toJson(QList<GuardedNumber>{number}),
                                   "Idempotency-Key: first\r\n"});
        if (added.status != 201) qFatal("%d %s", added.status, added.body.constData());
    }
    Answer putDeck(const QByteArray &csv, const QByteArray &query = {}, const QByteArray &tag = "*")
    {
        return call({"PUT", "/v1/rates" + query, owner, csv, "Content-Type: text/csv\r\nIf-Match: " + tag + "\r\n"});
    }
    /// Sessions expire meanwhile, as they should: everybody signs in again.
    void later(std::chrono::seconds by)
    {
        clock.advanceMs(std::chrono::milliseconds(by).count());
        owner = token(acme.slug, QStringLiteral("olga"));
        exchange = token(acme.slug, QStringLiteral("exchange"));
    }
    SpendSettings settings() { return must(protocol::spendSettingsFromJson(get("/v1/spend", owner).body)); }
    Answer put(const SpendSettings &wish)
    {
        return call({"PUT", "/v1/spend", owner, protocol::toJson(wish), "If-Match: *\r\n"});
    }
    protocol::CallAnswer ask(const QString &callId, const char *destination)
    {
        return must(protocol::callAnswerFromJson(question(callId, destination).body));
    }
    Answer question(const QString &callId, const char *destination)
    {
        return call({"POST",
                     "/v1/calls/authorize",
                     exchange,
                     protocol::toJson(protocol::CallQuestion{callId, desk, QString::fromLatin1(destination)}),
                     {}});
    }
    Answer report(const QList<protocol::FinishedCall> &calls)
    {
        return call({"POST", "/v1/calls/records", exchange, protocol::toJson(calls), {}});
    }
    protocol::FinishedCall finished(const char *callId, const char *destination, int seconds)
    {
        return {QString::fromLatin1(callId), desk, QString::fromLatin1(destination), clock.nowUtc().addSecs(-seconds),
                seconds};
    }
    SpendUsage usage(const QString &number, SpendPeriod period)
    {
        const auto overview = must(protocol::spendOverviewFromJson(get("/v1/spend/usage", owner).body));
        for (const SpendUsage &found : overview.usages)
            if (found.number == number && found.period == period) return found;
        return {};
    }
    Answer post(const char *path, const QByteArray &body)
    {
        return call({"POST", path, owner, body, "Idempotency-Key: k" + QByteArray::number(++m_keys) + "\r\n"});
    }
    QList<AuditEvent> told(EventKind kind)
    {
        QList<AuditEvent> found;
        for (const AuditEvent &event : events(acme))
            if (event.kind == kind) found.append(event);
        return found;
    }
    QStringList levels()
    {
        QStringList reasons;
        for (const AuditEvent &event : told(EventKind::SpendLevelReached))
            reasons << event.object.id.left(4) + u' ' + event.reason;
        return reasons;
    }
    qsizetype queued()
    {
        return must(NoticeTable(must(services->database->connection()))
                        .due(clock.nowUtc(), clock.nowUtc().addDays(1), 1'000))
            .size();
    }

    Customer acme = addCustomer(QStringLiteral("acme"));
    QByteArray owner = signedIn("olga", "owner");
    QByteArray exchange = signedIn("exchange", "switch");

  private:
    QByteArray signedIn(const char *login, const char *role)
    {
        User user = addUser(acme, QLatin1String(login), QLatin1String(role));
        user.email = QLatin1String(login) + QStringLiteral("@acme.example");
        update(user);
        return token(acme.slug, QLatin1String(login));
    }
    int m_keys = 0;
};

}  // namespace

class TestRoutesSpend : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aDeckIsJudgedThenLoadedThenRemoved()
    {
        SpendApi api;
        const Answer none = api.get("/v1/rates", api.owner);
        QCOMPARE(none.status, 200);
        QVERIFY(none.headers.value("content-type").startsWith("text/csv"));
        auto dry = must(protocol::deckAnswerFromJson(
            api.putDeck("prefix,price_per_minute,currency\n+371,0.1,GBP\n+371,0.2,GBP\n+53,1,USD\n", "?dryRun=true")
                .body));
        QCOMPARE(dry.rows, 1);
        QCOMPARE(dry.refused, 2);
        QCOMPARE(dry.refusals.first().line, 3U);
        QCOMPARE(dry.refusals.first().field, QStringLiteral("prefix"));
        QVERIFY(!dry.stored);
        // In earnest nothing of it is loaded.
        const Answer bad = api.putDeck("prefix,price_per_minute,currency\n+371,0.1,GBP\n+53,-1,GBP\n");
        QCOMPARE(bad.status, 400);
        QCOMPARE(bad.field(), QStringLiteral("price_per_minute"));
        QCOMPARE(api.get("/v1/rates", api.owner).body, none.body);
        QCOMPARE(api.putDeck("prefix,price_per_minute,currency\n+371,0.1,EUR\n").status, 409);
        QCOMPARE(api.call({"PUT", "/v1/rates", api.owner, deckOfPounds, "Content-Type: text/csv\r\n"}).status, 428);
        QCOMPARE(api.putDeck(deckOfPounds, "?dryRun=perhaps").status, 400);

        QCOMPARE(api.putDeck(deckOfPounds, {}, none.headers.value("etag")).status, 200);
        QCOMPARE(api.told(EventKind::RatesChanged).last().after->value(QLatin1String("rows")).toInt(), 3);
        const Answer there = api.get("/v1/rates", api.owner);
        QVERIFY(there.body.contains("+371,\"Latvia\",1,0,60,60,GBP,"));
        QCOMPARE(api.putDeck(deckOfPounds, {}, none.headers.value("etag")).status, 412);
        // The limits' currency is the deck's.
        SpendSettings euros = api.settings();
        euros.currency = QStringLiteral("EUR");
        QCOMPARE(api.put(euros).status, 409);
        QCOMPARE(api.change("DELETE", "/v1/rates", api.owner, {}, there.headers.value("etag")).status, 204);
        QCOMPARE(api.get("/v1/rates", api.owner).body, none.body);
        QCOMPARE(api.put(euros).status, 200);
    }

    void aCallIsPricedReservedAndSettled()
    {
        SpendApi api;
        QCOMPARE(api.putDeck(deckOfPounds).status, 200);
        const protocol::CallAnswer answer = api.ask(QStringLiteral("a"), "+371 2000 0000");
        QVERIFY(answer.allowed);
        QCOMPARE(answer.ratePrefix, QStringLiteral("+371"));
        QCOMPARE(answer.pricePerMinute, std::optional(pounds(1)));
        QCOMPARE(answer.currency, QStringLiteral("GBP"));
        // A number may spend 25 a day by default: 25 minutes.
        QCOMPARE(answer.remaining, std::optional(pounds(25)));
        QCOMPARE(answer.grantedSeconds, 25 * 60);
        QCOMPARE(answer.longestSeconds, 25 * 60);
        QCOMPARE(answer.reserved, pounds(25));
        QCOMPARE(api.usage(desk, SpendPeriod::Day).reserved, pounds(25));
        QCOMPARE(api.usage({}, SpendPeriod::Week).reserved, pounds(25));
        // Another call at the same time finds nothing left; the same one renews what it has.
        QCOMPARE(api.ask(QStringLiteral("b"), "+371 2000 0000").reason, BarringReason::LimitReached);
        api.later(std::chrono::minutes(5));
        QCOMPARE(api.ask(QStringLiteral("a"), "+371 2000 0000").grantedSeconds, 20 * 60);
        QCOMPARE(api.usage(desk, SpendPeriod::Day).reserved, pounds(25));

        const Answer taken = api.report({api.finished("a", "0037120000000", 181)});
        QCOMPARE(must(protocol::recordsTakenFromJson(taken.body)), (protocol::RecordsTaken{1, 0}));
        const SpendUsage day = api.usage(desk, SpendPeriod::Day);
        QCOMPARE(day.spent, pounds(4));
        QCOMPARE(day.reserved, Decimal{});
        QCOMPARE(day.calls, 1);
        QCOMPARE(api.usage({}, SpendPeriod::Week).spent, pounds(4));
        QVERIFY(api.ask(QStringLiteral("b"), "+371 2000 0000").allowed);
    }

    void aRecordCountsOnceAndABadBatchNotAtAll()
    {
        SpendApi api;
        QCOMPARE(api.putDeck(deckOfPounds).status, 200);
        const protocol::FinishedCall call = api.finished("a", "+37120000000", 60);
        QCOMPARE(must(protocol::recordsTakenFromJson(api.report({call, call}).body)), (protocol::RecordsTaken{1, 1}));
        QCOMPARE(must(protocol::recordsTakenFromJson(api.report({call}).body)), (protocol::RecordsTaken{0, 1}));
        QCOMPARE(api.usage({}, SpendPeriod::Day).spent, pounds(1));
        protocol::FinishedCall other = call;
        other.seconds = 61;
        QCOMPARE(api.report({api.finished("b", "+37120000000", 60), other}).status, 409);

        const auto refused = [&](protocol::FinishedCall bad, const char *field) {
            const Answer answer = api.report({api.finished("good", "+37120000000", 60), bad});
            QCOMPARE(answer.status, 400);
            QCOMPARE(answer.field(), QLatin1String(field));
        };
        protocol::FinishedCall bad = api.finished("c", "+37120000000", 60);
        bad.startedAt = api.clock.nowUtc().addSecs(301);
        refused(bad, "records[1].startedAt");
        bad = api.finished("c", "+37120000000", 60);
        bad.startedAt = api.clock.nowUtc().addDays(-401);
        refused(bad, "records[1].startedAt");
        refused(api.finished("c", "letters", 60), "records[1].destination");
        bad = api.finished("c", "+37120000000", 60);
        bad.caller = QStringLiteral("999");
        refused(bad, "records[1].caller");
        bad = api.finished("c", "+37120000000", 60);
        bad.seconds = -1;
        QCOMPARE(api.report({bad}).status, 400);
        QCOMPARE(api.report({}).status, 400);
        QCOMPARE(api.usage({}, SpendPeriod::Day).spent, pounds(1));
    }

    void whatIsFreeUnpricedOrAnEmergencyReservesNothing()
    {
        SpendApi api;
        // Without a deck nothing is priced, and no limit can hold.
        QVERIFY(api.ask(QStringLiteral("a"), "+53 5 555 5555").allowed);
        QCOMPARE(api.putDeck(deckOfPounds).status, 200);
        const protocol::CallAnswer unpriced = api.ask(QStringLiteral("a"), "+53 5 555 5555");
        QCOMPARE(unpriced.reason, BarringReason::NoRate);
        QVERIFY(api.ask(QStringLiteral("b"), "+33 1 23 45 67 89").allowed);
        const protocol::CallAnswer emergency = api.ask(QStringLiteral("c"), "999");
        QVERIFY(emergency.allowed);
        QCOMPARE(emergency.longestSeconds, 7 * 24 * 3600);
        QVERIFY(api.ask(QStringLiteral("d"), "0800 123 4567").allowed);
        QCOMPARE(api.usage({}, SpendPeriod::Day).reserved, Decimal{});
        // Where limits only warn, what has no price passes too.
        SpendSettings warn = api.settings();
        warn.barAtLimit = false;
        QCOMPARE(api.put(warn).status, 200);
        QVERIFY(api.ask(QStringLiteral("a"), "+53 5 555 5555").allowed);
    }

    void aPriceTooHighIsBarred()
    {
        SpendApi api;
        QCOMPARE(api.putDeck(deckOfPounds).status, 200);
        GuardSettings guard;
        guard.barring.highestPricePerMinute = Decimal{500'000};
        QCOMPARE(api.call({"PUT", "/v1/callguard", api.owner, protocol::toJson(guard), "If-Match: *\r\n"}).status, 200);
        const protocol::CallAnswer answer = api.ask(QStringLiteral("a"), "+371 2000 0000");
        QCOMPARE(answer.reason, BarringReason::PriceTooHigh);
        QCOMPARE(answer.rule, QStringLiteral("0.5"));
        QCOMPARE(answer.origin, RuleOrigin::Customer);
        QVERIFY(api.ask(QStringLiteral("b"), "020 7946 0999").allowed);
    }

    void callsAtTheSameTimeCannotOverspendTogether()
    {
        SpendApi api;
        QCOMPARE(api.putDeck(deckOfPounds).status, 200);
        SpendSettings settings = api.settings();
        settings.numberDefault = {};
        settings.customer = {pounds(10), pounds(10)};
        settings.grantMinutes = 1;
        QCOMPARE(api.put(settings).status, 200);
        Principal principal;
        principal.login = QStringLiteral("exchange");
        principal.customerId = api.acme.id;
        const GuardAuthor author{principal, Origin()};
        constexpr int calls = 200;
        constexpr int threads = 20;
        std::atomic<int> allowed = 0;
        std::atomic<int> failed = 0;
        std::vector<std::thread> crowd;
        for (int t = 0; t < threads; ++t)
            crowd.emplace_back([&, t] {
                for (int i = 0; i < calls / threads; ++i) {
                    const Result<protocol::CallAnswer> answer = api.services->callDesk.decide(
                        author, {QStringLiteral("crowd-%1-%2").arg(t).arg(i), desk, QStringLiteral("+37120000000")});
                    if (!answer)
                        ++failed;
                    else if (answer->allowed)
                        ++allowed;
                }
            });
        for (std::thread &thread : crowd)
            thread.join();
        QCOMPARE(failed.load(), 0);
        QCOMPARE(allowed.load(), 10);
        QCOMPARE(api.usage({}, SpendPeriod::Day).reserved, pounds(10));
        QCOMPARE(api.told(EventKind::CallRefused).size(), calls - 10);
    }

    void callsThatAreNotCutOverspendByWhatIsStated()
    {
        SpendApi api;
        QCOMPARE(api.putDeck(deckOfPounds).status, 200);
        SpendSettings settings = api.settings();
        settings.customer = {pounds(10), pounds(10)};
        settings.cutRunningCalls = false;
        settings.grantMinutes = 10;
        settings.longestCallMinutes = 60;
        QCOMPARE(api.put(settings).status, 200);
        const protocol::CallAnswer first = api.ask(QStringLiteral("a"), "+371 2000 0000");
        QCOMPARE(first.longestSeconds, 3'600);
        QCOMPARE(first.overspendBound, pounds(50));
        QVERIFY(!api.ask(QStringLiteral("b"), "+371 2000 0000").allowed);
        api.later(std::chrono::hours(1));
        QCOMPARE(api.report({api.finished("a", "+37120000000", 3'600)}).status, 200);
        QCOMPARE(api.usage({}, SpendPeriod::Day).spent - pounds(10), first.overspendBound);
    }

    void aReservationWithoutARecordExpires()
    {
        SpendApi api;
        QCOMPARE(api.putDeck(deckOfPounds).status, 200);
        QVERIFY(api.ask(QStringLiteral("a"), "+371 2000 0000").allowed);
        // 25 minutes that were granted, and ten of grace.
        api.later(std::chrono::seconds(35 * 60 - 1));
        QVERIFY(!api.ask(QStringLiteral("b"), "+371 2000 0000").allowed);
        QCOMPARE(must(api.services->callDesk.expireReservations()), 0);
        api.later(std::chrono::seconds(1));
        QCOMPARE(must(api.services->callDesk.expireReservations()), 1);
        QVERIFY(api.ask(QStringLiteral("b"), "+371 2000 0000").allowed);
    }

    void eachLevelIsToldOnceAPeriod()
    {
        SpendApi api;
        QCOMPARE(api.putDeck(deckOfPounds).status, 200);
        QCOMPARE(api.report({api.finished("a", "+37120000000", 19 * 60)}).status, 200);
        QCOMPARE(api.levels(), QStringList());
        QCOMPARE(api.report({api.finished("b", "+37120000000", 60)}).status, 200);
        QCOMPARE(api.levels(), QStringList({QStringLiteral("+442 80")}));
        QCOMPARE(api.queued(), 1);
        QCOMPARE(api.report({api.finished("c", "+37120000000", 60)}).status, 200);
        QCOMPARE(api.queued(), 1);
        QCOMPARE(api.report({api.finished("d", "+37120000000", 3 * 60)}).status, 200);
        QCOMPARE(api.levels().last(), QStringLiteral("+442 95"));
        // Half a minute is left, a minute is the least: the limit is as good as reached.
        QCOMPARE(api.report({api.finished("e", "02079460999", 50 * 60)}).status, 200);
        QVERIFY(!api.ask(QStringLiteral("f"), "+371 2000 0000").allowed);
        QVERIFY(!api.ask(QStringLiteral("g"), "+371 2000 0000").allowed);
        QCOMPARE(api.levels().last(), QStringLiteral("+442 100"));
        QCOMPARE(api.levels().size(), 3);
        QCOMPARE(api.queued(), 3);
        // Tomorrow is another day.
        api.later(std::chrono::hours(24));
        QVERIFY(api.ask(QStringLiteral("h"), "+371 2000 0000").allowed);
    }

    void aRaiseHoldsForItsTimeAndAResetLetsCallsPassAgain()
    {
        SpendApi api;
        QCOMPARE(api.putDeck(deckOfPounds).status, 200);
        QCOMPARE(api.report({api.finished("a", "+37120000000", 25 * 60)}).status, 200);
        QVERIFY(!api.ask(QStringLiteral("b"), "+371 2000 0000").allowed);
        TemporaryRaise wish;
        wish.number = QStringLiteral("020 7946 0001");
        wish.amount = pounds(30);
        wish.until = api.clock.nowUtc().addSecs(3'600);
        wish.reason = QStringLiteral("Trade fair");
        const Answer made = api.post("/v1/spend/raises", protocol::toJson(wish));
        QCOMPARE(made.status, 201);
        const TemporaryRaise raise = must(protocol::raiseFromJson(made.body));
        QCOMPARE(raise.number, desk);
        QCOMPARE(raise.createdBy, QStringLiteral("olga"));
        QCOMPARE(api.told(EventKind::SpendRaised).last().reason, QStringLiteral("Trade fair"));
        QCOMPARE(api.ask(QStringLiteral("b"), "+371 2000 0000").grantedSeconds, 300);
        QCOMPARE(must(protocol::raisesFromJson(api.get("/v1/spend/raises", api.owner).body)).size(), 1);
        const QByteArray path = "/v1/spend/raises/" + raise.id.toLatin1();
        QCOMPARE(api.change("DELETE", path, api.owner, {}).status, 204);
        QCOMPARE(api.change("DELETE", path, api.owner, {}).status, 404);
        QVERIFY(!api.ask(QStringLiteral("c"), "+371 2000 0000").allowed);
        wish.until = api.clock.nowUtc();
        QCOMPARE(api.post("/v1/spend/raises", protocol::toJson(wish)).field(), QStringLiteral("until"));

        const protocol::SpendReset reset{desk, SpendPeriod::Day, QStringLiteral("Our own conference calls")};
        const SpendUsage now =
            must(protocol::spendUsageFromJson(api.post("/v1/spend/reset", protocol::toJson(reset)).body));
        QCOMPARE(now.forgiven, pounds(25));
        QCOMPARE(api.told(EventKind::SpendReset).last().before->value(QLatin1String("spent")).toString(),
                 QStringLiteral("25"));
        QCOMPARE(api.post("/v1/spend/reset", protocol::toJson(reset)).status, 409);
        api.later(std::chrono::hours(1));
        QVERIFY(api.ask(QStringLiteral("d"), "+371 2000 0000").allowed);
        // Levels are told of anew, for what is spent from now on.
        const qsizetype before = api.levels().size();
        QCOMPARE(api.report({api.finished("d", "+37120000000", 20 * 60)}).status, 200);
        QCOMPARE(api.levels().size(), before + 1);
        QCOMPARE(api.levels().last(), QStringLiteral("+442 80"));
    }

    void limitsOfANumberAndBadSettings()
    {
        SpendApi api;
        QCOMPARE(api.putDeck(deckOfPounds).status, 200);
        SpendSettings settings = api.settings();
        settings.numbers.insert(QStringLiteral("(020) 7946 0001"), {pounds(2), std::nullopt});
        const Answer changed = api.put(settings);
        QCOMPARE(changed.status, 200);
        QVERIFY(must(protocol::spendSettingsFromJson(changed.body)).numbers.contains(desk));
        QCOMPARE(api.ask(QStringLiteral("a"), "+371 2000 0000").grantedSeconds, 120);
        QCOMPARE(api.told(EventKind::SpendChanged).size(), 1);
        settings.warningLevels = {90, 80};
        QCOMPARE(api.put(settings).field(), QStringLiteral("warningLevels[1]"));
        QJsonObject bad = protocol::toJsonObject(api.settings());
        bad.insert(QStringLiteral("customer"), QJsonObject{{QStringLiteral("daily"), QStringLiteral("1e30")}});
        const Answer absurd = api.change("PUT", "/v1/spend", api.owner, bad, "*");
        QCOMPARE(absurd.status, 400);
        QCOMPARE(absurd.field(), QStringLiteral("customer.daily"));
        bad.insert(QStringLiteral("customer"), QJsonObject{{QStringLiteral("daily"), 12.5}});
        QCOMPARE(api.change("PUT", "/v1/spend", api.owner, bad, "*").status, 400);
    }

    void aReplaySaysWhatOtherSettingsWouldHaveDone()
    {
        SpendApi api;
        QCOMPARE(api.putDeck(deckOfPounds).status, 200);
        QCOMPARE(api.report({api.finished("a", "+37120000000", 20 * 60), api.finished("b", "+37120000000", 10 * 60),
                             api.finished("c", "02079460999", 600)})
                     .status,
                 200);
        protocol::ReplayWish wish;
        wish.days = 7;
        const auto replayed = [&] {
            return must(protocol::replayAnswerFromJson(api.post("/v1/spend/replay", protocol::toJson(wish)).body));
        };
        protocol::ReplayAnswer answer = replayed();
        QCOMPARE(answer.verdict.calls, 3);
        QCOMPARE(answer.currency, QStringLiteral("GBP"));
        // 25 a day: b and c began before a, by their lengths; a is cut.
        QCOMPARE(answer.verdict.cut, 1);
        QCOMPARE(answer.verdict.firstBreachNumber, desk);
        wish.spend = api.settings();
        wish.spend->numberDefault = {};
        answer = replayed();
        QCOMPARE(answer.verdict.refused + answer.verdict.cut, 0);
        wish.guard = GuardSettings();
        wish.guard->barring.classes.insert(CallClass::International, true);
        answer = replayed();
        QCOMPARE(answer.verdict.refused, 2);
        QCOMPARE(answer.verdict.saved, pounds(30));
        QCOMPARE(answer.verdict.affected.first().call.callId, QStringLiteral("a"));
        QCOMPARE(answer.verdict.affected.first().rule, QStringLiteral("international"));
        // Nothing of it is kept.
        QVERIFY(api.ask(QStringLiteral("d"), "+33 1 23 45 67 89").allowed);
        QCOMPARE(api.settings().numberDefault.daily, std::optional(pounds(25)));
        wish.spend->warningLevels = {101};
        QCOMPARE(api.post("/v1/spend/replay", protocol::toJson(wish)).field(),
                 QStringLiteral("spend.warningLevels[0]"));
        wish.guard->barring.prefixes = {{QStringLiteral("999"), true, {}}};
        QCOMPARE(api.post("/v1/spend/replay", protocol::toJson(wish)).field(),
                 QStringLiteral("guard.barring.prefixes[0].prefix"));
        wish = {};
        wish.days = 401;
        QCOMPARE(api.post("/v1/spend/replay", protocol::toJson(wish)).field(), QStringLiteral("days"));
    }

    void theHistoryHasADayOfTheCustomersOwn()
    {
        SpendApi api;
        QCOMPARE(api.putDeck(deckOfPounds).status, 200);
        protocol::FinishedCall late = api.finished("a", "+37120000000", 60);
        late.startedAt = QDateTime(api.clock.nowUtc().date().addDays(-1), QTime(23, 59, 59), Qt::UTC);
        QCOMPARE(
            api.report({late, api.finished("b", "+37120000000", 120), api.finished("c", "02079460999", 600)}).status,
            200);
        const auto days = must(protocol::spendDaysFromJson(api.get("/v1/spend/history?days=7", api.owner).body));
        QCOMPARE(days.size(), 3);
        QCOMPARE(days[0].cost, pounds(1));
        QCOMPARE(days[0].callClass, CallClass::International);
        QCOMPARE(days[1].day, days[0].day.addDays(1));
        QCOMPARE(days[1].callClass, CallClass::Geographic);
        QCOMPARE(days[1].cost, Decimal{100'000});
        QCOMPARE(days[2].cost, pounds(2));
        QCOMPARE(api.get("/v1/spend/history?days=0", api.owner).status, 400);
        QCOMPARE(api.get("/v1/spend/history?days=401", api.owner).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestRoutesSpend)
#include "tst_routes_spend.moc"
