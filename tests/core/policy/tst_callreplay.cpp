// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/callreplay.h"
#include "core/policy/spendperiod.h"

#include <QTest>

using namespace lw;
using namespace lw::policy;

namespace {

QDateTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

Decimal pounds(qint64 whole)
{
    return Decimal{whole * 1'000'000};
}

const auto desk = QStringLiteral("+442079460001");
const QTimeZone london("Europe/London");

CallRecord call(const char *at, const char *destination, int minutes, CallClass callClass = CallClass::International)
{
    static int count = 0;
    return {QString::number(++count),
            desk,
            QString::fromLatin1(destination),
            callClass,
            utc(at),
            minutes * 60,
            pounds(minutes),
            QStringLiteral("+371")};
}

ReplaySettings settings()
{
    ReplaySettings made;
    GuardedNumber number;
    number.number = desk;
    made.numbers = {number};
    made.deck = RateDeck(QStringLiteral("GBP"), {{QStringLiteral("+371"), {}, pounds(1), {}, 60, 60, {}}});
    made.zone = london;
    made.spend.customer = {};
    made.spend.numberDefault = {pounds(25), std::nullopt};
    made.from = utc("2026-10-20T00:00:00Z");
    made.until = utc("2026-11-20T00:00:00Z");
    return made;
}

CallReplayVerdict replay(const ReplaySettings &with, const QList<CallRecord> &calls, qsizetype listed = 100)
{
    CallReplay replay(with, listed);
    for (const CallRecord &call : calls)
        replay.judge(call);
    return replay.verdict();
}

}  // namespace

class TestCallReplay : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aLimitCutsThenRefusesAndStartsAgainAtMidnight()
    {
        // Midnight in London is 23:00 UTC before the clocks change.
        const CallReplayVerdict verdict =
            replay(settings(), {call("2026-10-24T21:00:00Z", "+3712", 20), call("2026-10-24T22:00:00Z", "+3712", 10),
                                call("2026-10-24T22:59:59Z", "+3712", 3), call("2026-10-24T23:00:00Z", "+3712", 25)});
        QCOMPARE(verdict.calls, 4);
        QCOMPARE(verdict.cut, 1);
        QCOMPARE(verdict.refused, 1);
        QCOMPARE(verdict.spent, pounds(58));
        QCOMPARE(verdict.saved, pounds(8));
        QCOMPARE(verdict.firstBreach, utc("2026-10-24T22:00:00Z"));
        QCOMPARE(verdict.firstBreachNumber, desk);
        QCOMPARE(verdict.affected.size(), 2);
        QCOMPARE(verdict.affected[0].secondsKept, 5 * 60);
        QCOMPARE(verdict.affected[0].rule, QStringLiteral("day"));
        QCOMPARE(verdict.affected[1].secondsKept, 0);
    }

    void whatIsNotCutGoesOnAndIsNotSaved()
    {
        ReplaySettings with = settings();
        with.spend.cutRunningCalls = false;
        const CallReplayVerdict verdict =
            replay(with, {call("2026-10-21T09:00:00Z", "+3712", 40), call("2026-10-21T10:00:00Z", "+3712", 1)});
        QCOMPARE(verdict.cut, 0);
        QCOMPARE(verdict.refused, 1);
        QCOMPARE(verdict.saved, pounds(1));
        with.spend.barAtLimit = false;
        QCOMPARE(replay(with, {call("2026-10-21T09:00:00Z", "+3712", 400)}).refused, 0);
    }

    void rulesBarByClassPrefixPriceAndHours()
    {
        ReplaySettings with = settings();
        with.guard.barring.classes = {{CallClass::International, true}};
        CallReplayVerdict verdict = replay(with, {call("2026-10-21T09:00:00Z", "+3712", 2)});
        QCOMPARE(verdict.affected.first().reason, BarringReason::ClassBarred);
        with.guard.barring.prefixes = {{QStringLiteral("+3712"), false, {}}};
        QCOMPARE(replay(with, {call("2026-10-21T09:00:00Z", "+3712", 2)}).refused, 0);
        with = settings();
        with.guard.barring.highestPricePerMinute = Decimal{999'999};
        QCOMPARE(replay(with, {call("2026-10-21T09:00:00Z", "+3712", 2)}).affected.first().reason,
                 BarringReason::PriceTooHigh);
        with = settings();
        with.guard.barring.hours = QList<CallHours>{{7, 60, 120}};
        // The hour from one to two comes twice when the clocks go back, on Sunday 25 October.
        verdict = replay(with, {call("2026-10-25T00:30:00Z", "+3712", 1), call("2026-10-25T01:30:00Z", "+3712", 1),
                                call("2026-10-25T02:00:00Z", "+3712", 1)});
        QCOMPARE(verdict.refused, 1);
        QCOMPARE(verdict.affected.first().reason, BarringReason::OutsideHours);
        QCOMPARE(verdict.affected.first().call.startedAt, utc("2026-10-25T02:00:00Z"));
    }

    void emergenciesPassAndStrangersDoNot()
    {
        ReplaySettings with = settings();
        with.numbers.clear();
        const CallReplayVerdict verdict = replay(with, {call("2026-10-21T09:00:00Z", "999", 5, CallClass::Emergency),
                                                        call("2026-10-21T09:00:00Z", "+3712", 1)});
        QCOMPARE(verdict.refused, 1);
        QCOMPARE(verdict.affected.first().reason, BarringReason::UnknownCaller);
    }

    void onlyTheDearestAreListed()
    {
        ReplaySettings with = settings();
        with.guard.barring.classes = {{CallClass::International, true}};
        QList<CallRecord> calls;
        for (int minutes : {3, 9, 1, 7, 5})
            calls << call("2026-10-21T09:00:00Z", "+3712", minutes);
        const CallReplayVerdict verdict = replay(with, calls, 3);
        QCOMPARE(verdict.refused, 5);
        QCOMPARE(verdict.saved, pounds(25));
        QStringList saved;
        for (const ReplayedCall &one : verdict.affected)
            saved << toText(one.saved);
        QCOMPARE(saved, QStringList({QStringLiteral("9"), QStringLiteral("7"), QStringLiteral("5")}));
        QCOMPARE(replay(with, calls, 0).affected.size(), 0);
    }

    void aCalendarAgreesWithTheClock()
    {
        const QDateTime from = utc("2026-03-01T00:00:00Z");
        const QDateTime until = utc("2026-11-30T00:00:00Z");
        const Calendar calendar(from, until, london);
        for (QDateTime at = from; at < until; at = at.addSecs(1'777)) {
            const int day = calendar.dayOf(at.toMSecsSinceEpoch());
            QVERIFY(day >= 0);
            QCOMPARE(calendar.day(day), periodAt(SpendPeriod::Day, at, london));
            const QDateTime local = at.toTimeZone(london);
            QCOMPARE(calendar.minuteOfWeek(at.toMSecsSinceEpoch()),
                     (local.date().dayOfWeek() - 1) * 1'440 + local.time().hour() * 60 + local.time().minute());
            QCOMPARE(
                Calendar::weekOfDay(day),
                Calendar::weekOfDay(calendar.dayOf(periodAt(SpendPeriod::Week, at, london).start.toMSecsSinceEpoch())));
        }
        QCOMPARE(calendar.dayOf(from.addDays(-10).toMSecsSinceEpoch()), -1);
        QCOMPARE(calendar.dayOf(until.addDays(2).toMSecsSinceEpoch()), -1);
    }
};

QTEST_APPLESS_MAIN(TestCallReplay)
#include "tst_callreplay.moc"
