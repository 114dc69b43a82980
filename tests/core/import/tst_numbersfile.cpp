// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/numbersfile.h"

#include <QBuffer>
#include <QTest>

using namespace lw;
using namespace lw::import;

namespace {

Result<NumbersFile> read(QByteArray csv)
{
    QBuffer device(&csv);
    device.open(QIODevice::ReadOnly);
    return readNumbersFile(device);
}

}  // namespace

class TestNumbersFile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatAColumnDoesNotSayStays()
    {
        const Result<NumbersFile> file = read("Label,note,Number\nReception,x,(020) 7946 0001\n,y,+441134960201\n");
        QVERIFY(file.ok());
        QCOMPARE(file->lines.size(), 2);
        QCOMPARE(file->lines[0].number, QStringLiteral("+442079460001"));
        QCOMPARE(file->lines[0].label, std::optional(QStringLiteral("Reception")));
        QCOMPARE(file->lines[1].label, std::optional(QString()));
        QVERIFY(!file->lines[0].owner && !file->lines[0].department && !file->lines[0].guard);
    }

    void eachBadLineIsNamed()
    {
        const Result<NumbersFile> file = read(
            "number,guard\n"
            "020 7946 0001,on\n"
            "+442079460001,\n"
            "999,\n"
            "020 7946 00012345678901234567890123456789,\n"
            "\xd9\xa0\xd9\xa2\xd9\xa0,\n"
            "020 7946 0002,perhaps\n"
            "020 7946 0003\n"
            "020 7946 0004,OFF\n");
        QVERIFY(file.ok());
        QCOMPARE(file->lines.size(), 2);
        QCOMPARE(file->lines[1].guard, std::optional(GuardState::Off));
        QList<quint64> lines;
        for (const Refusal &refusal : file->refusals) {
            lines << refusal.line;
            QVERIFY(!refusal.reason.isEmpty());
        }
        QCOMPARE(lines, QList<quint64>({3, 4, 5, 6, 7, 8}));
        QVERIFY(file->refusals[0].reason.contains(QLatin1String("Line 2")));
    }

    void aFileThatIsNoListIsRefusedWhole_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("only a header") << QByteArray("number,label\n");
        QTest::newRow("no numbers") << QByteArray("label,guard\nx,on\n");
        QTest::newRow("a column twice") << QByteArray("number,phone\n1,2\n");
    }

    void aFileThatIsNoListIsRefusedWhole()
    {
        QFETCH(QByteArray, csv);
        const Result<NumbersFile> file = read(csv);
        QVERIFY(!file);
        QCOMPARE(file.error().code, Errc::InvalidInput);
    }

    void whatIsWrittenIsReadBackAndRunsNowhere()
    {
        GuardedNumber number;
        number.number = QStringLiteral("+442079460001");
        number.label = QStringLiteral("=cmd \"x\", y");
        number.owner = QStringLiteral("usr_1");
        number.guard = GuardState::On;
        const QByteArray csv = numbersCsv({number}, {{QStringLiteral("usr_1"), QStringLiteral("ann.lee")}});
        QVERIFY(csv.contains("\"'+442079460001\",\"'=cmd"));
        const Result<NumbersFile> file = read(csv);
        QVERIFY(file.ok());
        QCOMPARE(file->lines.size(), 1);
        QCOMPARE(file->lines[0].number, number.number);
        QCOMPARE(file->lines[0].label, std::optional(number.label));
        QCOMPARE(file->lines[0].owner, std::optional(QStringLiteral("ann.lee")));
        QCOMPARE(file->lines[0].guard, std::optional(GuardState::On));
    }
};

QTEST_APPLESS_MAIN(TestNumbersFile)
#include "tst_numbersfile.moc"
