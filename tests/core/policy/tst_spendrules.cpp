// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/ratedeck.h"
#include "core/policy/spendrules.h"

#include <QTest>

using namespace lw;
using namespace lw::policy;

namespace {

QDateTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

Decimal pounds(int whole)
{
    return Decimal{qint64(whole) * 1'000'000};
}

SpendUsage usage(std::optional<int> limit, int spent, int reserved = 0, int forgiven = 0,
                 SpendPeriod period = SpendPeriod::Day)
{
    SpendUsage made;
    made.period = period;
    made.start = utc("2026-11-25T00:00:00Z");
    made.end = utc("2026-11-26T00:00:00Z");
    if (limit) made.limit = pounds(*limit);
    made.spent = pounds(spent);
    made.reserved = pounds(reserved);
    made.forgiven = pounds(forgiven);
    made.calls = 10;
    return made;
}

Rate pound(int first = 60, int next = 60)
{
    return {QStringLiteral("+1"), {}, pounds(1), {}, first, next, {}};
}

const auto desk = QStringLiteral("+442079460001");

}  // namespace

class TestSpendRules : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theLimitInForceIsTheRaiseThenTheOwnThenTheInherited()
    {
        SpendSettings settings;
        const QDateTime now = utc("2026-11-25T12:00:00Z");
        QCOMPARE(limitInForce({}, SpendPeriod::Day, settings, {}, now), std::optional(pounds(200)));
        QCOMPARE(limitInForce(desk, SpendPeriod::Week, settings, {}, now), std::optional(pounds(100)));
        settings.numbers.insert(desk, {pounds(5), std::nullopt});
        QCOMPARE(limitInForce(desk, SpendPeriod::Day, settings, {}, now), std::optional(pounds(5)));
        QCOMPARE(limitInForce(desk, SpendPeriod::Week, settings, {}, now), std::optional(pounds(100)));
        const auto raise = [&](int amount, const char *from, const char *until) {
            return TemporaryRaise{{}, desk, SpendPeriod::Day, pounds(amount), utc(from), utc(until), {}, {}};
        };
        const QList<TemporaryRaise> raises{raise(50, "2026-11-25T12:00:00Z", "2026-11-26T00:00:00Z"),
                                           raise(40, "2026-11-25T10:00:00Z", "2026-11-27T00:00:00Z")};
        QCOMPARE(limitInForce(desk, SpendPeriod::Day, settings, raises, now), std::optional(pounds(50)));
        QCOMPARE(limitInForce(desk, SpendPeriod::Day, settings, raises, now.addMSecs(-1)), std::optional(pounds(40)));
        QCOMPARE(limitInForce(desk, SpendPeriod::Day, settings, raises, utc("2026-11-26T00:00:00Z")),
                 std::optional(pounds(40)));
        QCOMPARE(limitInForce(desk, SpendPeriod::Day, settings, raises, utc("2026-11-27T00:00:00Z")),
                 std::optional(pounds(5)));
        QCOMPARE(limitInForce({}, SpendPeriod::Day, settings, raises, now), std::optional(pounds(200)));
        settings.numberDefault = {};
        QCOMPARE(limitInForce(desk, SpendPeriod::Week, settings, {}, now), std::optional<Decimal>());
    }

    void whatRemainsAndHowMuchIsUsed()
    {
        QCOMPARE(remaining(usage(std::nullopt, 50)), std::optional<Decimal>());
        QCOMPARE(remaining(usage(100, 30, 20)), std::optional(pounds(50)));
        QCOMPARE(remaining(usage(100, 130)), std::optional(Decimal{}));
        QCOMPARE(remaining(usage(100, 130, 0, 130)), std::optional(pounds(100)));
        QCOMPARE(percentUsed(usage(100, 79)), 79);
        QCOMPARE(percentUsed(usage(100, 130)), 130);
        QCOMPARE(percentUsed(usage(100, 130, 0, 100)), 30);
        QCOMPARE(percentUsed(usage(3, 2)), 66);
        QCOMPARE(percentUsed(usage(0, 0)), 100);
        QCOMPARE(percentUsed(usage(std::nullopt, 9)), 0);
    }

    void warningsBeginAtTheirLevel()
    {
        const SpendSettings settings;
        SpendUsage at = usage(100, 79);
        QCOMPARE(levelsReached(at, settings), QList<int>());
        at.spent = Decimal{79'999'999};
        QCOMPARE(levelsReached(at, settings), QList<int>());
        at.spent = pounds(80);
        QCOMPARE(levelsReached(at, settings), QList<int>({80}));
        at.spent = pounds(100);
        QCOMPARE(levelsReached(at, settings), QList<int>({80, 95, 100}));
        at.limit.reset();
        QCOMPARE(levelsReached(at, settings), QList<int>());
    }

    void aForecastGoesOnAsSinceTheStart()
    {
        QCOMPARE(forecast(usage(100, 60), utc("2026-11-25T12:00:00Z")), utc("2026-11-25T20:00:00Z"));
        QVERIFY(!forecast(usage(100, 40), utc("2026-11-25T12:00:00Z")).isValid());
        QVERIFY(!forecast(usage(100, 60), utc("2026-11-25T00:59:59Z")).isValid());
        QVERIFY(!forecast(usage(100, 100), utc("2026-11-25T12:00:00Z")).isValid());
        QVERIFY(!forecast(usage(100, 0), utc("2026-11-25T12:00:00Z")).isValid());
        SpendUsage few = usage(100, 60);
        few.calls = 2;
        QVERIFY(!forecast(few, utc("2026-11-25T12:00:00Z")).isValid());
    }

    void aCallIsGrantedWhatTheTightestLimitPays()
    {
        SpendSettings settings;
        std::vector<SpendUsage> usages{usage(100, 97), usage(50, 10)};
        SpendVerdict verdict = judgeSpend(pound(), usages, settings);
        QVERIFY(verdict.allowed);
        QCOMPARE(verdict.remaining, std::optional(pounds(3)));
        QCOMPARE(verdict.grantedSeconds, 180);
        QCOMPARE(verdict.longestSeconds, 180);
        QCOMPARE(verdict.reserve, pounds(3));
        QCOMPARE(verdict.overspendBound, Decimal{});
        // Not cut: the rest of the longest call may be overspent, and no more.
        settings.cutRunningCalls = false;
        verdict = judgeSpend(pound(), usages, settings);
        QCOMPARE(verdict.longestSeconds, 240 * 60);
        QCOMPARE(verdict.overspendBound, pounds(237));
    }

    void aUsedUpLimitRefusesAndIsNamed()
    {
        SpendSettings settings;
        SpendUsage own = usage(100, 40, 60, 0, SpendPeriod::Week);
        own.number = desk;
        const std::vector<SpendUsage> usages{usage(200, 0), own};
        SpendVerdict verdict = judgeSpend(pound(), usages, settings);
        QVERIFY(!verdict.allowed);
        QCOMPARE(verdict.origin, RuleOrigin::Number);
        QCOMPARE(verdict.period, SpendPeriod::Week);
        QCOMPARE(verdict.reserve, Decimal{});
        QCOMPARE(verdict.longestSeconds, 0);
        // A free call takes nothing and is not refused.
        verdict = judgeSpend({QStringLiteral("+1"), {}, {}, {}, 1, 1, {}}, usages, settings);
        QVERIFY(verdict.allowed);
        QCOMPARE(verdict.reserve, Decimal{});
        // Only warned.
        settings.barAtLimit = false;
        verdict = judgeSpend(pound(), usages, settings);
        QVERIFY(verdict.allowed);
        QCOMPARE(verdict.longestSeconds, 240 * 60);
        QCOMPARE(verdict.overspendBound, pounds(240));
    }

    void withoutALimitNothingIsReserved()
    {
        const std::vector<SpendUsage> usages{usage(std::nullopt, 1'000)};
        const SpendVerdict verdict = judgeSpend(pound(), usages, SpendSettings());
        QVERIFY(verdict.allowed);
        QCOMPARE(verdict.reserve, Decimal{});
        QVERIFY(!verdict.remaining);
        QCOMPARE(verdict.longestSeconds, 240 * 60);
    }

    void settingsAreJudged_data()
    {
        QTest::addColumn<QString>("field");
        for (const char *field : {"", "currency", "customer.daily", "customer.weekly", "numberDefault.weekly",
                                  "numbers.+442079460001.daily", "warningLevels[1]", "warningLevels[0]",
                                  "warningLevels", "grantMinutes", "longestCallMinutes", "recordGraceMinutes"})
            QTest::newRow(*field ? field : "as shipped") << QString::fromLatin1(field);
    }

    void settingsAreJudged()
    {
        QFETCH(QString, field);
        SpendSettings settings;
        if (field == QLatin1String("currency")) settings.currency = QStringLiteral("gbp");
        if (field == QLatin1String("customer.daily")) settings.customer.daily = pounds(-1);
        if (field == QLatin1String("customer.weekly")) settings.customer.weekly = pounds(199);
        if (field == QLatin1String("numberDefault.weekly"))
            settings.numberDefault.weekly = Decimal{limitMost.millionths + 1};
        if (field.startsWith(QLatin1String("numbers."))) settings.numbers.insert(desk, {pounds(-1), std::nullopt});
        if (field == QLatin1String("warningLevels[1]")) settings.warningLevels = {80, 80};
        if (field == QLatin1String("warningLevels[0]")) settings.warningLevels = {101};
        if (field == QLatin1String("warningLevels")) settings.warningLevels = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        if (field == QLatin1String("grantMinutes")) settings.grantMinutes = 0;
        if (field == QLatin1String("longestCallMinutes")) settings.longestCallMinutes = 1'441;
        if (field == QLatin1String("recordGraceMinutes")) settings.recordGraceMinutes = -1;
        const Result<void> judged = judgeSpendSettings(settings);
        QCOMPARE(judged.ok(), field.isEmpty());
        if (!judged) QCOMPARE(judged.error().field, field);
    }

    void raisesAreJudged_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("until");
        QTest::addColumn<QString>("reason");
        const auto now = QStringLiteral("2026-11-25T12:00:00Z");
        const auto later = QStringLiteral("2026-11-26T12:00:00Z");
        QTest::newRow("good") << QString() << now << later << QStringLiteral("Trade fair");
        QTest::newRow("over already") << QStringLiteral("until") << QStringLiteral("2026-11-24T12:00:00Z") << now
                                      << QStringLiteral("x");
        QTest::newRow("backwards") << QStringLiteral("until") << QStringLiteral("2026-11-27T12:00:00Z") << later
                                   << QStringLiteral("x");
        QTest::newRow("for ever") << QStringLiteral("until") << now << QStringLiteral("2028-11-26T12:00:00Z")
                                  << QStringLiteral("x");
        QTest::newRow("no reason") << QStringLiteral("reason") << now << later << QStringLiteral("  ");
    }

    void raisesAreJudged()
    {
        QFETCH(QString, field);
        QFETCH(QString, from);
        QFETCH(QString, until);
        QFETCH(QString, reason);
        const TemporaryRaise raise{
            {}, {}, SpendPeriod::Day, pounds(300), utc(qPrintable(from)), utc(qPrintable(until)), reason, {}};
        const Result<void> judged = judgeRaise(raise, utc("2026-11-25T12:00:00Z"));
        QCOMPARE(judged.ok(), field.isEmpty());
        if (!judged) QCOMPARE(judged.error().field, field);
    }
};

QTEST_APPLESS_MAIN(TestSpendRules)
#include "tst_spendrules.moc"
