// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/money.h"

#include <QTest>

using namespace lw;

class TestMoney : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void amountsAreReadAndWrittenExactly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("millionths");
        QTest::addColumn<QString>("again");
        QTest::newRow("plain") << "12.5" << qint64(12'500'000) << "12.5";
        QTest::newRow("zeros go") << "0012.500" << qint64(12'500'000) << "12.5";
        QTest::newRow("whole") << "3" << qint64(3'000'000) << "3";
        QTest::newRow("a millionth") << "0.000001" << qint64(1) << "0.000001";
        QTest::newRow("a tenth that no double holds") << "0.1" << qint64(100'000) << "0.1";
        QTest::newRow("negative") << "-0.25" << qint64(-250'000) << "-0.25";
        QTest::newRow("nothing") << "0" << qint64(0) << "0";
        QTest::newRow("minus nothing") << "-0" << qint64(0) << "0";
        QTest::newRow("the most") << "999999999999.999999" << qint64(999'999'999'999'999'999) << "999999999999.999999";
    }

    void amountsAreReadAndWrittenExactly()
    {
        QFETCH(QString, text);
        QFETCH(qint64, millionths);
        QFETCH(QString, again);
        const Result<Decimal> read = decimalFromText(text);
        QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().message));
        QCOMPARE(read->millionths, millionths);
        QCOMPARE(toText(*read), again);
    }

    void whatIsNoAmountIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "-", ".", "1.", ".5", "+1", "1e30", "1E3", "1,5", "1 000", " 1", "0x10", "1.2.3",
                                 "--1", "1.0000000", "1000000000000", "NaN", "inf", "12p"})
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("Arabic digits") << QString(u'\u0661') + u'\u0662';
        QTest::newRow("full-width digits") << QString(u'\uff11');
    }

    void whatIsNoAmountIsRefused()
    {
        QFETCH(QString, text);
        const Result<Decimal> read = decimalFromText(text);
        QVERIFY(!read);
        QCOMPARE(read.error().code, Errc::InvalidInput);
        QVERIFY(read.error().message.startsWith(QLatin1String("must ")));
    }

    void placesAreAddedWhereAsked()
    {
        QCOMPARE(toText(Decimal{12'500'000}, 2), QStringLiteral("12.50"));
        QCOMPARE(toText(Decimal{12'345'678}, 2), QStringLiteral("12.345678"));
        QCOMPARE(toText(Decimal{0}, 2), QStringLiteral("0.00"));
    }

    void aCurrencyIsThreeCapitals()
    {
        QVERIFY(isCurrency(u"GBP"));
        for (const char16_t *text : {u"gbp", u"GB", u"GBPX", u"G1P", u""})
            QVERIFY(!isCurrency(QStringView(text)));
    }
};

QTEST_APPLESS_MAIN(TestMoney)
#include "tst_money.moc"
