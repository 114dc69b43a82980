// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/networksfile.h"

#include <QBuffer>
#include <QTest>

using namespace lw;
using namespace lw::import;

namespace {

Result<NetworksFile> read(const QByteArray &bytes, const QTimeZone &zone = QTimeZone::utc())
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return readNetworksFile(buffer, zone);
}

QDateTime utc(int year, int month, int day, int hour = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, 0), Qt::UTC);
}

}  // namespace

class TestNetworksFile : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyColumn();
    void aPlainList();
    void headers_data();
    void headers();
    void refusedFiles_data();
    void refusedFiles();
    void ends_data();
    void ends();
    void oneBadLineAmongMany();
    void whatASpreadsheetWouldRun();
};

void TestNetworksFile::everyColumn()
{
    const auto file = read(
        "\xef\xbb\xbfUntil,Network,Note,Owner,Label\r\n"
        "2027-01-31T12:00:00Z,192.0.2.7/24,x,\"Lee, Ann\",Head office\r\n"
        "\r\n"
        ",2001:db8::/32,,,\r\n");
    QVERIFY(file.ok());
    QVERIFY(file->refusals.isEmpty());
    QCOMPARE(file->networks, (QList<AllowedNetwork>{{QStringLiteral("192.0.2.7/24"), QStringLiteral("Head office"),
                                                     QStringLiteral("Lee, Ann"), utc(2027, 1, 31, 12)},
                                                    {QStringLiteral("2001:db8::/32"), {}, {}, {}}}));
    QCOMPARE(file->lines, (QList<quint64>{2, 4}));
}

void TestNetworksFile::aPlainList()
{
    const auto file = read("192.0.2.1\n198.51.100.0/24,Branch\n010.0.0.1\n");
    QVERIFY(file.ok());
    QCOMPARE(file->networks.size(), 3);
    QCOMPARE(file->networks[1].label, QStringLiteral("Branch"));
    // What is wrong with a network is said by the policy.
    QCOMPARE(file->networks[2].network, QStringLiteral("010.0.0.1"));
}

void TestNetworksFile::headers_data()
{
    QTest::addColumn<QByteArray>("header");
    for (const char *header : {"network", "CIDR", " Address ", "ip", "Range"})
        QTest::newRow(header) << QByteArray(header);
}

void TestNetworksFile::headers()
{
    QFETCH(QByteArray, header);
    const auto file = read(header + "\n192.0.2.1\n");
    QVERIFY(file.ok());
    QCOMPARE(file->networks.size(), 1);
}

void TestNetworksFile::refusedFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("field");
    QTest::newRow("empty") << QByteArray() << "header";
    QTest::newRow("only blank lines") << QByteArray("\r\n\n") << "header";
    QTest::newRow("no network") << QByteArray("label,owner\nx,y\n") << "header";
    QTest::newRow("two networks") << QByteArray("network,cidr\n192.0.2.1,192.0.2.2\n") << "header";
    QTest::newRow("semicolons") << QByteArray("network;label\n192.0.2.1;x\n") << "header";
    QTest::newRow("too many") << QByteArray("192.0.2.1\n").repeated(100'001) << "lines";
}

void TestNetworksFile::refusedFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, field);
    const auto file = read(bytes);
    QVERIFY(!file.ok());
    QCOMPARE(file.error().code, Errc::InvalidInput);
    QCOMPARE(file.error().field, field);
}

void TestNetworksFile::ends_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDateTime>("until");  // invalid: the line is refused
    const auto row = [](const char *text, const char *zone, const QDateTime &until) {
        QTest::addRow("%s in %s", text, zone) << QByteArray(text) << QByteArray(zone) << until;
    };
    row("2026-12-31", "UTC", utc(2027, 1, 1));
    row("2026-12-31", "Europe/Berlin", utc(2026, 12, 31, 23));
    row("2026-06-30", "Europe/London", utc(2026, 6, 30, 23));
    row("2026-12-31T10:00:00+01:00", "Asia/Tokyo", utc(2026, 12, 31, 9));
    row("2026-02-30", "UTC", {});
    row("2026-02-29", "UTC", {});
    row("2028-02-29", "UTC", utc(2028, 3, 1));
    row("31.12.2026", "UTC", {});
    row("2026-12-31T10:00:00", "UTC", {});
    row("tomorrow", "UTC", {});
}

void TestNetworksFile::ends()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, zone);
    QFETCH(QDateTime, until);
    const auto file = read("network,until\n192.0.2.1," + text + "\n", QTimeZone(zone));
    QVERIFY(file.ok());
    QCOMPARE(file->refusals.size(), until.isValid() ? 0 : 1);
    if (until.isValid()) QCOMPARE(file->networks.first().until, until);
}

void TestNetworksFile::oneBadLineAmongMany()
{
    QByteArray bytes = "network,label\n";
    for (int i = 0; i < 10'000; ++i)
        bytes += i == 7'000 ? QByteArray("\"192.0.2.1\" x,label\n")
                            : "10.0." + QByteArray::number(i / 256) + '.' + QByteArray::number(i % 256) + ",label\n";
    const auto file = read(bytes);
    QVERIFY(file.ok());
    QCOMPARE(file->networks.size(), 9'999);
    QCOMPARE(file->refusals.size(), 1);
    QCOMPARE(file->refusals.first().line, quint64(7'002));
    QCOMPARE(read("network,label\n192.0.2.1,\xff\n192.0.2.2\n192.0.2.3,a,b\n,label\n")->refusals.size(), 4);
}

void TestNetworksFile::whatASpreadsheetWouldRun()
{
    const auto file = read("network,label\n192.0.2.1,'=SUM(A1)\n192.0.2.2,'quoted'\n");
    QCOMPARE(file->networks[0].label, QStringLiteral("=SUM(A1)"));
    QCOMPARE(file->networks[1].label, QStringLiteral("'quoted'"));
}

QTEST_GUILESS_MAIN(TestNetworksFile)
#include "tst_networksfile.moc"
