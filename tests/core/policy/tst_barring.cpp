// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/barring.h"
#include "core/policy/numberclass.h"

#include <QTest>

using namespace lw;
using namespace lw::policy;

namespace {

const QTimeZone london("Europe/London");

QDateTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

BarringVerdict judge(const char *dialled, const GuardedNumber &number, const GuardSettings &settings,
                     const QDateTime &now = utc("2026-11-25T12:00:00Z"))
{
    const Classification destination = classify(QString::fromLatin1(dialled));
    return judgeBarring(destination.canonical, destination.callClass, number, CompiledGuard(settings), now, london);
}

}  // namespace

class TestBarring : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatANewCustomerBars()
    {
        const GuardSettings fresh;
        QVERIFY(judge("0900 123 4567", {}, fresh).barred);
        QVERIFY(judge("070 1234 5678", {}, fresh).barred);
        QVERIFY(judge("0871 200 3000", {}, fresh).barred);
        QVERIFY(!judge("0844 811 0000", {}, fresh).barred);
        QVERIFY(!judge("020 7123 4567", {}, fresh).barred);
        QVERIFY(!judge("+33 1 23 45 67 89", {}, fresh).barred);
        const BarringVerdict verdict = judge("0900 123 4567", {}, fresh);
        QCOMPARE(verdict,
                 (BarringVerdict{true, BarringReason::ClassBarred, RuleOrigin::Customer, QStringLiteral("premium")}));
        QCOMPARE(barringSentence(verdict),
                 QStringLiteral("Barred: premium numbers (09) are barred for all numbers of the company."));
    }

    void emergencyCallsAlwaysPass()
    {
        GuardSettings all;
        for (const CallClass callClass : barrableClasses())
            all.barring.classes[callClass] = true;
        all.barring.hours = QList<CallHours>();
        GuardedNumber number;
        number.guard = GuardState::On;
        number.barring.prefixes = {{QStringLiteral("9"), true, {}}, {QStringLiteral("1"), true, {}}};
        for (const char *dialled : {"999", "112", "101", "111", "+44 999", "18000", "116123"})
            QCOMPARE(judge(dialled, number, all).reason, BarringReason::Emergency);
        QVERIFY(judge("118118", number, all).barred);
        QVERIFY(judge("not a number", number, all).barred);
    }

    void optedOutNothingIsBarred()
    {
        GuardSettings settings;
        GuardedNumber number;
        number.guard = GuardState::Off;
        QCOMPARE(judge("0900 123 4567", number, settings),
                 (BarringVerdict{false, BarringReason::GuardOff, RuleOrigin::Number, {}}));
        settings.guarded = false;
        number.guard = GuardState::Inherit;
        QCOMPARE(judge("0900 123 4567", number, settings),
                 (BarringVerdict{false, BarringReason::GuardOff, RuleOrigin::Customer, {}}));
        number.guard = GuardState::On;
        QVERIFY(judge("0900 123 4567", number, settings).barred);
    }

    void theLongestPrefixWins()
    {
        GuardSettings settings;
        settings.barring.prefixes = {{QStringLiteral("+44900"), false, {}}, {QStringLiteral("+371"), true, {}}};
        GuardedNumber number;
        number.barring.prefixes = {{QStringLiteral("+3712"), false, {}}, {QStringLiteral("+44900"), true, {}}};
        // Let through although premium numbers are barred as a class …
        QCOMPARE(judge("0900 123 4567", {}, settings).reason, BarringReason::PrefixAllowed);
        // … and at equal length the number's own rule counts.
        QCOMPARE(judge("0900 123 4567", number, settings),
                 (BarringVerdict{true, BarringReason::PrefixBarred, RuleOrigin::Number, QStringLiteral("+44900")}));
        QCOMPARE(judge("+371 6123 4567", number, settings).origin, RuleOrigin::Customer);
        QVERIFY(judge("+371 6123 4567", number, settings).barred);
        QCOMPARE(judge("+371 2123 4567", number, settings),
                 (BarringVerdict{false, BarringReason::PrefixAllowed, RuleOrigin::Number, QStringLiteral("+3712")}));
        QVERIFY(judge("+371 2123 4567", {}, settings).barred);
    }

    void theNumbersOwnClassesWin()
    {
        GuardedNumber number;
        number.barring.classes = {{CallClass::Premium, false}, {CallClass::International, true}};
        QVERIFY(!judge("0900 123 4567", number, {}).barred);
        QCOMPARE(
            judge("+1 212 555 0123", number, {}),
            (BarringVerdict{true, BarringReason::ClassBarred, RuleOrigin::Number, QStringLiteral("international")}));
        QVERIFY(judge("070 1234 5678", number, {}).barred);  // inherited
    }

    void hours_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<bool>("passes");
        // Monday to Friday 08:00 to 18:00 in London; 2026-11-25 is a Wednesday.
        QTest::newRow("just before") << utc("2026-11-25T07:59:59Z") << false;
        QTest::newRow("at the beginning") << utc("2026-11-25T08:00:00Z") << true;
        QTest::newRow("last second") << utc("2026-11-25T17:59:59Z") << true;
        QTest::newRow("at the end") << utc("2026-11-25T18:00:00Z") << false;
        QTest::newRow("Saturday") << utc("2026-11-28T12:00:00Z") << false;
        QTest::newRow("summer, an hour earlier in UTC") << utc("2026-07-01T07:00:00Z") << true;
        QTest::newRow("summer, before") << utc("2026-07-01T06:59:59Z") << false;
        // The clocks go forward on Sunday 29 March 2026; on Monday it is summer.
        QTest::newRow("the day after the change") << utc("2026-03-30T07:00:00Z") << true;
    }

    void hours()
    {
        QFETCH(QDateTime, now);
        QFETCH(bool, passes);
        GuardSettings settings;
        QList<CallHours> week;
        for (int day = 1; day <= 5; ++day)
            week.append({day, 8 * 60, 18 * 60});
        settings.barring.hours = week;
        QCOMPARE(!judge("020 7123 4567", {}, settings, now).barred, passes);
        // What nobody pays for passes at any hour, and a number may have hours of its own.
        QVERIFY(!judge("0800 111 1111", {}, settings, now).barred);
        QVERIFY(!judge("201", {}, settings, now).barred);
        GuardedNumber night;
        night.barring.hours = QList<CallHours>();
        QCOMPARE(judge("020 7123 4567", night, settings, now),
                 (BarringVerdict{true, BarringReason::OutsideHours, RuleOrigin::Number, {}}));
    }

    void whatIsInForce()
    {
        GuardSettings settings;
        settings.barring.prefixes = {{QStringLiteral("+371"), true, {}}, {QStringLiteral("+44900"), true, {}}};
        settings.barring.hours = QList<CallHours>{{1, 0, 60}};
        GuardedNumber number;
        number.barring.classes = {{CallClass::Premium, false}};
        number.barring.prefixes = {{QStringLiteral("+371"), false, {}}};
        const EffectiveBarring in = effectiveBarring(number, settings);
        QVERIFY(in.guarded);
        QCOMPARE(in.guardOrigin, RuleOrigin::Customer);
        QCOMPARE(in.classes.size(), qsizetype(barrableClasses().size()));
        QCOMPARE(in.classes.first(), (EffectiveBarring::ClassSetting{CallClass::Premium, false, RuleOrigin::Number}));
        QCOMPARE(in.classes.at(5), (EffectiveBarring::ClassSetting{CallClass::Personal, true, RuleOrigin::Customer}));
        QCOMPARE(in.prefixes.size(), 2);
        QCOMPARE(in.prefixes[0].first.prefix, QStringLiteral("+371"));
        QCOMPARE(in.prefixes[0].second, RuleOrigin::Number);
        QCOMPARE(in.hoursOrigin, RuleOrigin::Customer);
    }

    void rulesAreJudged_data()
    {
        QTest::addColumn<BarringRules>("rules");
        QTest::addColumn<QString>("field");
        const auto prefix = [](const char *text, bool barred = true) {
            BarringRules rules;
            rules.prefixes = {{QString::fromUtf8(text), barred, {}}};
            return rules;
        };
        const auto hours = [](int day, int from, int until) {
            BarringRules rules;
            rules.hours = QList<CallHours>{{day, from, until}};
            return rules;
        };
        const auto ok = QString();
        const auto first = QStringLiteral("barring.prefixes[0].prefix");
        QTest::newRow("nothing") << BarringRules() << ok;
        QTest::newRow("international") << prefix("00371") << ok;
        QTest::newRow("national") << prefix("0905") << ok;
        QTest::newRow("short") << prefix("118") << ok;
        QTest::newRow("letters") << prefix("+44x") << first;
        QTest::newRow("empty") << prefix("") << first;
        QTest::newRow("everything") << prefix("00") << first;
        QTest::newRow("the country") << prefix("+44") << first;
        QTest::newRow("emergency") << prefix("999") << first;
        QTest::newRow("emergency let through") << prefix("999", false) << ok;
        QTest::newRow("long") << prefix("+441234567890123456") << first;
        QTest::newRow("Arabic digits") << prefix("\u0660\u0661") << first;
        BarringRules twice;
        twice.prefixes = {{QStringLiteral("0905"), true, {}}, {QStringLiteral("+44905"), false, {}}};
        QTest::newRow("twice") << twice << QStringLiteral("barring.prefixes[1].prefix");
        BarringRules noted = prefix("0905");
        noted.prefixes[0].note = QString(prefixNoteMost + 1, u'x');
        QTest::newRow("long note") << noted << QStringLiteral("barring.prefixes[0].note");
        BarringRules mobile;
        mobile.classes = {{CallClass::Mobile, true}};
        QTest::newRow("a class that cannot be barred") << mobile << QStringLiteral("barring.classes.mobile");
        BarringRules emergency;
        emergency.classes = {{CallClass::Emergency, true}};
        QTest::newRow("emergency as a class") << emergency << QStringLiteral("barring.classes.emergency");
        QTest::newRow("whole day") << hours(7, 0, 1440) << ok;
        QTest::newRow("day 0") << hours(0, 0, 60) << QStringLiteral("barring.hours[0].day");
        QTest::newRow("day 8") << hours(8, 0, 60) << QStringLiteral("barring.hours[0].day");
        QTest::newRow("from 24:00") << hours(1, 1440, 1441) << QStringLiteral("barring.hours[0].from");
        QTest::newRow("nothing long") << hours(1, 60, 60) << QStringLiteral("barring.hours[0].until");
        QTest::newRow("beyond the day") << hours(1, 60, 1441) << QStringLiteral("barring.hours[0].until");
        BarringRules many;
        for (int i = 0; i <= numberPrefixesMost; ++i)
            many.prefixes.append({QStringLiteral("+371%1").arg(i), true, {}});
        QTest::newRow("many") << many << QStringLiteral("barring.prefixes");
    }

    void rulesAreJudged()
    {
        QFETCH(BarringRules, rules);
        QFETCH(QString, field);
        const Result<BarringRules> judged = judgeRules(rules, false);
        QCOMPARE(judged.ok() ? QString() : judged.error().field, field);
        if (judged)
            QCOMPARE(*judgeRules(*judged, false), *judged);  // canonical stays
        else
            QVERIFY(!judged.error().message.isEmpty());
    }

    void rulesBecomeCanonical()
    {
        BarringRules rules;
        rules.prefixes = {{QStringLiteral("0905"), true, {}},
                          {QStringLiteral("00 371"), true, {}},
                          {QStringLiteral("+44 (0) 871"), true, {}}};
        rules.hours = QList<CallHours>{{2, 600, 700}, {1, 700, 800}, {1, 600, 700}};
        const Result<BarringRules> judged = judgeRules(rules, true);
        QVERIFY(judged.ok());
        QStringList prefixes;
        for (const PrefixRule &rule : judged->prefixes)
            prefixes << rule.prefix;
        QCOMPARE(prefixes, (QStringList{QStringLiteral("+371"), QStringLiteral("+44871"), QStringLiteral("+44905")}));
        QCOMPARE(*judged->hours, (QList<CallHours>{{1, 600, 800}, {2, 600, 700}}));
    }
};

QTEST_GUILESS_MAIN(TestBarring)
#include "tst_barring.moc"
