// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/leaversfile.h"

#include <QBuffer>
#include <QTest>

using namespace lw;
using namespace lw::import;

namespace {

Result<LeaversFile> read(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return readLeaversFile(buffer);
}

}  // namespace

class TestLeaversFile : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyColumn();
    void headers_data();
    void headers();
    void refusedHeaders_data();
    void refusedHeaders();
    void refusedLines();
    void oneBadLineAmongMany();
    void tooMany();
};

void TestLeaversFile::everyColumn()
{
    const auto file = read(
        "\xef\xbb\xbfName,Login,Badge,E-Mail,Last day\r\n"
        "\"Lee, Ann\", ann.lee ,77,ann@acme.example,2026-11-30\r\n"
        "\r\n"
        ",bob,,,\r\n");
    QVERIFY(file.ok());
    QCOMPARE(file->refusals, QList<Refusal>());
    QCOMPARE(file->lines, (QList<policy::LeaverLine>{{2, QStringLiteral("ann.lee"), QStringLiteral("ann@acme.example"),
                                                      QStringLiteral("Lee, Ann"), QStringLiteral("2026-11-30")},
                                                     {4, QStringLiteral("bob"), {}, {}, {}}}));
}

void TestLeaversFile::headers_data()
{
    QTest::addColumn<QByteArray>("header");
    for (const char *header : {"login", "user", "User name", "user_name", "ACCOUNT"})
        QTest::newRow(header) << QByteArray(header);
}

void TestLeaversFile::headers()
{
    QFETCH(QByteArray, header);
    const auto file = read(header + "\nann\n");
    QVERIFY(file.ok());
    QCOMPARE(file->lines.value(0).login, QStringLiteral("ann"));
}

void TestLeaversFile::refusedHeaders_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no header") << QByteArray("ann.lee,2026-11-30\n");
    QTest::newRow("a date only") << QByteArray("date\n2026-11-30\n");
    QTest::newRow("twice the same") << QByteArray("login,user name\na,b\n");
    QTest::newRow("semicolons") << QByteArray("login;date\nann;2026-11-30\n");
    QTest::newRow("a quote that does not end") << QByteArray("\"login\nann\n");
}

void TestLeaversFile::refusedHeaders()
{
    QFETCH(QByteArray, bytes);
    const auto file = read(bytes);
    QVERIFY(!file.ok());
    QCOMPARE(file.error().code, Errc::InvalidInput);
    QCOMPARE(file.error().field, QStringLiteral("header"));
}

void TestLeaversFile::refusedLines()
{
    const auto file = read("login,date\nann\nbob,2026-11-30,x\n\"carl\"x,\n\xff\xfe,\n" + QByteArray(20'000, 'a') +
                           ",\ndora,2026-11-30\n");
    QVERIFY(file.ok());
    QList<quint64> lines;
    for (const Refusal &refusal : file->refusals) {
        lines.append(refusal.line);
        QVERIFY(!refusal.reason.isEmpty());
    }
    QCOMPARE(lines, (QList<quint64>{2, 3, 4, 5, 6}));
    QCOMPARE(file->lines.size(), 1);
    QCOMPARE(file->lines.first().login, QStringLiteral("dora"));
}

void TestLeaversFile::oneBadLineAmongMany()
{
    QByteArray bytes("login\n");
    for (int i = 0; i < 9'999; ++i)
        bytes += "user" + QByteArray::number(i) + (i == 5'000 ? ",extra\n" : "\n");
    const auto file = read(bytes);
    QVERIFY(file.ok());
    QCOMPARE(file->lines.size(), 9'998);
    QCOMPARE(file->refusals.size(), 1);
    QCOMPARE(file->refusals.first().line, quint64(5'002));
}

void TestLeaversFile::tooMany()
{
    QByteArray bytes("login\n");
    for (int i = 0; i <= 10'000; ++i)
        bytes += "u\n";
    const auto file = read(bytes);
    QVERIFY(!file.ok());
    QCOMPARE(file.error().field, QStringLiteral("lines"));
}

QTEST_GUILESS_MAIN(TestLeaversFile)
#include "tst_leaversfile.moc"
