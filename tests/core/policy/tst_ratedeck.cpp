// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/ratedeck.h"

#include <QTest>

using namespace lw;
using namespace lw::policy;

namespace {

QDateTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

Decimal amount(const char *text)
{
    const Result<Decimal> read = decimalFromText(QString::fromLatin1(text));
    return read ? *read : Decimal{-1};
}

Rate rate(const char *prefix, const char *price, const char *fee = "0", int first = 1, int next = 1,
          const QDateTime &from = {})
{
    return {QString::fromLatin1(prefix), {}, amount(price), amount(fee), first, next, from};
}

}  // namespace

class TestRateDeck : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theLongestPrefixThatIsValidWins()
    {
        const RateDeck deck(QStringLiteral("GBP"),
                            {rate("+371", "0.10"), rate("+3712", "0.30", "0", 1, 1, utc("2026-06-01T00:00:00Z")),
                             rate("+371", "0.20", "0", 1, 1, utc("2026-03-01T00:00:00Z")), rate("118", "2.00")});
        const auto price = [&](const char *number, const char *at) {
            const Rate *found = deck.find(QString::fromLatin1(number), utc(at));
            return found ? toText(found->pricePerMinute) : QString();
        };
        QCOMPARE(price("+37121234567", "2026-01-01T00:00:00Z"), QStringLiteral("0.1"));
        QCOMPARE(price("+37121234567", "2026-02-28T23:59:59Z"), QStringLiteral("0.1"));
        QCOMPARE(price("+37121234567", "2026-03-01T00:00:00Z"), QStringLiteral("0.2"));
        // The longer prefix is not valid before June.
        QCOMPARE(price("+37121234567", "2026-05-31T23:59:59Z"), QStringLiteral("0.2"));
        QCOMPARE(price("+37121234567", "2026-06-01T00:00:00Z"), QStringLiteral("0.3"));
        QCOMPARE(price("+37161234567", "2026-06-01T00:00:00Z"), QStringLiteral("0.2"));
        QCOMPARE(price("118118", "2026-06-01T00:00:00Z"), QStringLiteral("2"));
        // A short number is no country.
        QCOMPARE(price("+118118", "2026-06-01T00:00:00Z"), QString());
        QCOMPARE(price("+4420", "2026-06-01T00:00:00Z"), QString());
        QCOMPARE(RateDeck().find(u"+371", utc("2026-06-01T00:00:00Z")), nullptr);
    }

    void callsCostWhatTheIncrementsSay_data()
    {
        QTest::addColumn<QString>("price");
        QTest::addColumn<QString>("fee");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("next");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("cost");
        QTest::newRow("not answered") << "0.10"
                                      << "0.05" << 60 << 60 << 0 << "0";
        QTest::newRow("negative") << "0.10"
                                  << "0.05" << 60 << 60 << -5 << "0";
        QTest::newRow("60/60, one second") << "0.10"
                                           << "0.05" << 60 << 60 << 1 << "0.15";
        QTest::newRow("60/60, a minute") << "0.10"
                                         << "0.05" << 60 << 60 << 60 << "0.15";
        QTest::newRow("60/60, and a second") << "0.10"
                                             << "0.05" << 60 << 60 << 61 << "0.25";
        QTest::newRow("30/6, 31 s are 36") << "0.60"
                                           << "0" << 30 << 6 << 31 << "0.36";
        QTest::newRow("1/1 half a millionth goes up") << "0.000001"
                                                      << "0" << 1 << 1 << 30 << "0.000001";
        QTest::newRow("1/1 less goes down") << "0.000001"
                                            << "0" << 1 << 1 << 29 << "0";
        QTest::newRow("a third stays a third") << "0.01"
                                               << "0" << 1 << 1 << 20 << "0.003333";
        QTest::newRow("the longest, the dearest") << "1000000"
                                                  << "1000000" << 1 << 1 << callSecondsMost << "10081000000";
    }

    void callsCostWhatTheIncrementsSay()
    {
        QFETCH(QString, price);
        QFETCH(QString, fee);
        QFETCH(int, first);
        QFETCH(int, next);
        QFETCH(int, seconds);
        QFETCH(QString, cost);
        QCOMPARE(toText(costOf(rate("+1", qPrintable(price), qPrintable(fee), first, next), seconds)), cost);
    }

    // Held to what it means: the longest call whose cost the budget covers.
    void aBudgetPaysForTheLongestCallThatItCovers()
    {
        for (const char *price : {"0", "0.000001", "0.0123", "0.5", "3.60"})
            for (const char *fee : {"0", "0.07", "1"})
                for (const auto &[first, next] : {std::pair(1, 1), std::pair(60, 60), std::pair(30, 6)})
                    for (const char *budget : {"0", "0.000001", "0.05", "0.07", "0.99", "1", "7.3"}) {
                        const Rate r = rate("+1", price, fee, first, next);
                        constexpr int most = 900;
                        int longest = 0;
                        while (longest < most && costOf(r, longest + 1) <= amount(budget))
                            ++longest;
                        const int found = secondsFor(r, amount(budget), most);
                        QVERIFY2(found == longest, qPrintable(QStringLiteral("%1+%2 %3/%4 of %5: %6, not %7")
                                                                  .arg(QLatin1String(price), QLatin1String(fee))
                                                                  .arg(first)
                                                                  .arg(next)
                                                                  .arg(QLatin1String(budget))
                                                                  .arg(found)
                                                                  .arg(longest)));
                    }
        QCOMPARE(secondsFor(rate("+1", "0"), {}, 60), 60);
        QCOMPARE(secondsFor(rate("+1", "1"), amount("100"), 0), 0);
    }

    void aLargeDeckFindsLikeASmallOne()
    {
        std::vector<Rate> rates;
        for (int i = 0; i < 50'000; ++i)
            rates.push_back(rate(qPrintable(QStringLiteral("+%1").arg(100'000 + i)), "0.01"));
        const RateDeck deck(QStringLiteral("EUR"), std::move(rates));
        QCOMPARE(deck.size(), 50'000);
        const Rate *found = deck.find(u"+1234567890", utc("2026-01-01T00:00:00Z"));
        QVERIFY(found);
        QCOMPARE(found->prefix, QStringLiteral("+123456"));
        QVERIFY(!deck.find(u"+9", utc("2026-01-01T00:00:00Z")));
    }
};

QTEST_APPLESS_MAIN(TestRateDeck)
#include "tst_ratedeck.moc"
