// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/ratedeckfile.h"

#include <QBuffer>
#include <QTest>

using namespace lw;
using namespace lw::import;

namespace {

Result<DeckFile> read(QByteArray csv)
{
    QBuffer device(&csv);
    device.open(QIODevice::ReadOnly);
    return readDeckFile(device);
}

}  // namespace

class TestRateDeckFile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aDeckIsReadInAnyOrderOfItsColumns()
    {
        const Result<DeckFile> file = read(
            "Currency,prefix,Price per minute,name,note\r\n"
            "GBP,+371,0.1234,\"Latvia, mobile\",x\r\nGBP,00 44,0.01,UK,\r\nGBP,09,1.5,Premium,\r\n"
            "GBP,53,2,Cuba,\r\nGBP,118,3,Enquiries,\r\n");
        QVERIFY2(file.ok(), qPrintable(file ? QString() : file.error().message));
        QVERIFY2(file->refusals.isEmpty(),
                 qPrintable(file->refusals.isEmpty() ? QString() : file->refusals.first().reason));
        QCOMPARE(file->currency, QStringLiteral("GBP"));
        QStringList prefixes;
        for (const Rate &rate : file->rates)
            prefixes << rate.prefix;
        QCOMPARE(prefixes, QStringList({QStringLiteral("+371"), QStringLiteral("+44"), QStringLiteral("+449"),
                                        QStringLiteral("+53"), QStringLiteral("118")}));
        QCOMPARE(file->rates[0].pricePerMinute, Decimal{123'400});
        QCOMPARE(file->rates[0].name, QStringLiteral("Latvia, mobile"));
        QCOMPARE(file->rates[0].firstIncrement, 1);
    }

    void eachRefusalNamesLineAndField()
    {
        const Result<DeckFile> file = read(
            "prefix,name,price_per_minute,connection_fee,first_increment,next_increment,currency,valid_from\n"
            "+371,ok,0.1,0,60,60,GBP,2026-01-01\n"
            "+371,twice,0.2,0,60,60,GBP,2026-01-01T00:00:00Z\n"
            "+371,later,0.2,0,60,60,GBP,2026-02-01\n"
            "+53,dollars,0.2,0,60,60,USD,\n"
            "+54,dear,1e30,0,60,60,GBP,\n"
            "+55,negative,-1,0,60,60,GBP,\n"
            "+56,fee,1,1000001,60,60,GBP,\n"
            "+57,increment,1,0,0,60,GBP,\n"
            "+58,increment,1,0,1,1.5,GBP,\n"
            "+59,date,1,0,1,1,GBP,2026-02-30\n"
            "latvia,prefix,1,0,1,1,GBP,\n"
            "+1234567890123456,long,1,0,1,1,GBP,\n"
            "+60,short line,1\n"
            "+61,lower,1,0,1,1,gbp,\n");
        QVERIFY(file.ok());
        QStringList told;
        for (const DeckRefusal &refusal : file->refusals)
            told << QStringLiteral("%1 %2").arg(refusal.line).arg(refusal.field);
        QCOMPARE(told, QStringList({QStringLiteral("3 prefix"), QStringLiteral("5 currency"),
                                    QStringLiteral("6 price_per_minute"), QStringLiteral("7 price_per_minute"),
                                    QStringLiteral("8 connection_fee"), QStringLiteral("9 first_increment"),
                                    QStringLiteral("10 next_increment"), QStringLiteral("11 valid_from"),
                                    QStringLiteral("12 prefix"), QStringLiteral("13 prefix"), QStringLiteral("14 "),
                                    QStringLiteral("15 currency")}));
        QCOMPARE(file->refused, 12);
        QVERIFY(file->refusals[0].reason.contains(QLatin1String("Line 2")));
    }

    void refusalsAreCountedBeyondTheirList()
    {
        QByteArray csv = "prefix,price_per_minute,currency\n";
        for (int i = 0; i < 150; ++i)
            csv += "x,1,GBP\n";
        const Result<DeckFile> file = read(csv);
        QVERIFY(file.ok());
        QCOMPARE(file->refusals.size(), qsizetype(DeckFile::refusalsMost));
        QCOMPARE(file->refused, 150);
    }

    void aFileThatIsNoDeckIsRefusedWhole_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("only a header") << QByteArray("prefix,price_per_minute,currency\n");
        QTest::newRow("no currency") << QByteArray("prefix,price_per_minute\n+1,1\n");
        QTest::newRow("a column twice") << QByteArray("prefix,prefix,price_per_minute,currency\n+1,+1,1,GBP\n");
    }

    void aFileThatIsNoDeckIsRefusedWhole()
    {
        QFETCH(QByteArray, csv);
        const Result<DeckFile> file = read(csv);
        QVERIFY(!file);
        QCOMPARE(file.error().code, Errc::InvalidInput);
    }

    void whatIsWrittenIsReadBack()
    {
        const Result<DeckFile> file = read(
            "prefix,name,price_per_minute,connection_fee,first_increment,next_increment,currency,valid_from\n"
            "+371,\"a \"\"b\"\", c\",0.1,0.05,60,30,EUR,2026-01-01\n118,,2,0,1,1,EUR,\n"
            "+44,=1+1,2,0,1,1,EUR,\n+45,\"''=1\",2,0,1,1,EUR,\n");
        QVERIFY(file.ok());
        const policy::RateDeck deck(file->currency, file->rates);
        const QByteArray csv = deckCsv(deck);
        QVERIFY(csv.contains(",\"'=1+1\","));  // no spreadsheet runs it
        const Result<DeckFile> again = read(csv);
        QVERIFY(again.ok());
        QCOMPARE(again->currency, file->currency);
        QCOMPARE(again->rates.size(), file->rates.size());
        for (std::size_t i = 0; i < again->rates.size(); ++i)
            QVERIFY(again->rates[i] == deck.rates()[i]);
    }
};

QTEST_APPLESS_MAIN(TestRateDeckFile)
#include "tst_ratedeckfile.moc"
