// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/csvreader.h"
#include "core/report/csvwriter.h"
#include "tests/core/report/reporttesting.h"

#include <QBuffer>
#include <QDir>
#include <QTest>

using namespace lw;
using namespace lw::report;

class TestCsvWriter : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void cells_data();
    void cells();
    void exactBytes();
    void times_data();
    void times();
    void numbers();
    void wholeReport();
    void hugeCells();
    void spectrumRoundTrip_data();
    void spectrumRoundTrip();
    void deviceErrors();
    void sourceErrors();
    void cancel();
    void sameBytesTwice();
};

namespace {

QByteArray written(const std::function<void(CsvWriter &)> &fill)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer);
    fill(writer);
    return writer.finish() ? bytes : QByteArray("failed");
}

}  // namespace

void TestCsvWriter::cells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    const auto row = [](const char *name, const QString &text, const QByteArray &cell) {
        QTest::newRow(name) << text << cell;
    };
    const auto u = [](const char *text) { return QString::fromUtf8(text); };
    row("plain", u("ann.lee"), "ann.lee");
    row("empty", u(""), "");
    row("comma", u("Lee, Ann"), "\"Lee, Ann\"");
    row("quote", u("the \"boss\""), "\"the \"\"boss\"\"\"");
    row("line end", u("a\nb"), "\"a\nb\"");
    row("CR", u("a\rb"), "\"a\rb\"");
    row("semicolon and tab inside", u("a;b\tc"), "a;b\tc");
    row("spaces", u(" a "), " a ");
    row("UTF-8", u("Jürgen Жук 😀"), "Jürgen Жук 😀");
    row("equals", u("=1+1"), "'=1+1");
    row("plus", u("+1+1"), "'+1+1");
    row("minus", u("-1+1"), "'-1+1");
    row("at", u("@SUM(A1)"), "'@SUM(A1)");
    row("tab", u("\t=1"), "'\t=1");
    row("leading CR", u("\r=1"), "\"'\r=1\"");
    row("leading LF", u("\n=1"), "\"'\n=1\"");
    row("command", u("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0");
    row("link with quotes", u("=HYPERLINK(\"http://x\",\"y\")"), "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    row("full-width equals", u("＝1+1"), "'＝1+1");
    row("full-width plus", u("＋1"), "'＋1");
    row("full-width minus", u("－1"), "'－1");
    row("full-width at", u("＠x"), "'＠x");
    row("another full-width letter", u("Ａ"), "Ａ");
    row("sign inside", u("a=1+1"), "a=1+1");
    row("apostrophe", u("'=1"), "'=1");
    row("phone number", u("+442071234567"), "+442071234567");
    row("shortest phone number", u("+1234567"), "+1234567");
    row("longest phone number", u("+123456789012345"), "+123456789012345");
    row("too short for one", u("+123456"), "'+123456");
    row("too long for one", u("+1234567890123456"), "'+1234567890123456");
    row("phone number and more", u("+442071234567+1"), "'+442071234567+1");
    row("phone number with spaces", u("+44 20 7123 4567"), "'+44 20 7123 4567");
    row("phone number and a comma", u("+442071234567,1"), "\"'+442071234567,1\"");
    row("only a plus", u("+"), "'+");
    row("negative number", u("-50"), "-50");
    row("negative and more", u("-50+A1"), "'-50+A1");
    row("only a minus", u("-"), "'-");
}

void TestCsvWriter::cells()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, cell);
    QCOMPARE(written([&](CsvWriter &w) {
                 w.row({QStringLiteral("x"), text, QStringLiteral("y")});
             }),
             "x," + cell + ",y\r\n");
    const QByteArray utf8 = text.toUtf8();
    QCOMPARE(written([&](CsvWriter &w) {
                 w.text(std::string_view(utf8.constData(), static_cast<size_t>(utf8.size())));
                 w.endRow();
             }),
             cell + "\r\n");
}

void TestCsvWriter::exactBytes()
{
    const QByteArray bytes = written([](CsvWriter &w) {
        w.row({QStringLiteral("Time (UTC)"), QStringLiteral("Person"), QStringLiteral("Port")});
        w.time(1795356012418);
        w.text(QStringView(u"Lee, \"Ann\""));
        w.number(5060);
        w.endRow();
        w.time(0);
        w.text(std::string_view());
        w.verbatim("-1");
        w.endRow();
        w.row({});
        w.row({QString(), QString()});
    });
    QCOMPARE(bytes, QByteArray("Time (UTC),Person,Port\r\n2026-11-22T14:00:12.418Z,\"Lee, \"\"Ann\"\"\",5060\r\n"
                               "1970-01-01T00:00:00.000Z,,-1\r\n\r\n,\r\n"));
}

void TestCsvWriter::times_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"1970-01-01T00:00:00.000Z", "1969-12-31T23:59:59.999Z", "2000-02-29T12:34:56.789Z",
                             "2026-11-22T23:59:59.999Z", "2026-11-23T00:00:00.000Z", "9999-12-31T23:59:59.999Z",
                             "0001-01-01T00:00:00.001Z"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestCsvWriter::times()
{
    QFETCH(QString, text);
    const qint64 ms = fromRfc3339(text).toMSecsSinceEpoch();
    QCOMPARE(written([&](CsvWriter &w) {
                 w.time(ms);
                 w.time(ms);
                 w.endRow();
             }),
             QByteArray(text.toLatin1() + ',' + text.toLatin1() + "\r\n"));
}

void TestCsvWriter::numbers()
{
    QCOMPARE(written([](CsvWriter &w) {
                 w.number(0);
                 w.number(-42);
                 w.number(std::numeric_limits<qint64>::min());
                 w.number(std::numeric_limits<qint64>::max());
                 w.endRow();
             }),
             QByteArray("0,-42,-9223372036854775808,9223372036854775807\r\n"));
}

void TestCsvWriter::wholeReport()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const auto rows = writeCsv(testing::activity(3), buffer);
    QVERIFY(rows);
    QCOMPARE(*rows, quint64(3));
    QCOMPARE(
        QString::fromUtf8(bytes),
        QStringLiteral(
            "Time (UTC),Person,Event,Outcome,Address,Service,Agent,Detail,Log index\r\n"
            "2026-10-24T00:00:00.418Z,ann.lee,Login succeeded,Success,203.0.113.17,SIP/UDP,Softphone 2.1,,1100000\r\n"
            "2026-10-24T00:03:17.418Z,j.okafor,Login "
            "succeeded,Success,2001:db8:85a3:8d3:1319:8a2e:370:7348,console,Softphone 2.1,,1100001\r\n"
            "2026-10-24T00:06:34.418Z,maria.gonzalez-fernandez,Login failed,Failure,198.51.100.2,console,Softphone "
            "2.1,Wrong password,1100002\r\n"));
}

void TestCsvWriter::hugeCells()
{
    const QByteArray large(3 * 1024 * 1024, 'x');
    const QByteArray bytes = written([&](CsvWriter &w) {
        w.text(std::string_view("a"));
        w.text(std::string_view(large.constData(), static_cast<size_t>(large.size())));
        w.text(std::string_view("b"));
        w.endRow();
    });
    QVERIFY(bytes == "a," + large + ",b\r\n");
}

void TestCsvWriter::spectrumRoundTrip_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(LW_SHARED_DATA "/formats/csv-spectrum/csvs"));
    const QStringList names = folder.entryList({QStringLiteral("*.csv")}, QDir::Files);
    if (names.isEmpty()) QSKIP("no shared test data: formats/csv-spectrum");
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestCsvWriter::spectrumRoundTrip()
{
    QFETCH(QString, path);
    const auto read = [](QIODevice &device) {
        QList<QByteArrayList> records;
        import::CsvReader reader(device, 1 << 20);
        for (import::CsvRecord record; reader.next(record);)
            records << record.fields;
        return records;
    };
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArrayList> records = read(file);
    QVERIFY(!records.isEmpty());
    QByteArray bytes = written([&](CsvWriter &w) {
        for (const QByteArrayList &record : records) {
            for (const QByteArray &field : record)
                w.text(std::string_view(field.constData(), static_cast<size_t>(field.size())));
            w.endRow();
        }
    });
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QCOMPARE(read(buffer), records);
}

void TestCsvWriter::deviceErrors()
{
    class Full final : public QIODevice {
      public:
        Full() { open(WriteOnly | Unbuffered); }

      protected:
        qint64 readData(char *, qint64) override { return -1; }
        qint64 writeData(const char *, qint64) override
        {
            setErrorString(QStringLiteral("full"));
            return -1;
        }
    };
    Full device;
    const auto result = writeCsv(testing::activity(10), device);
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::Io);
    QVERIFY(result.error().message.contains(u"full"));
}

void TestCsvWriter::sourceErrors()
{
    ReportContent content = testing::activity(10);
    content.rows = [](QStringList &) -> Result<bool> { return makeError(Errc::Corrupt, QStringLiteral("damaged")); };
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto result = writeCsv(content, buffer);
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::Corrupt);
}

void TestCsvWriter::cancel()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    quint64 last = 0;
    const auto result = writeCsv(testing::activity(20000), buffer, [&](quint64 done, quint64 total) {
        last = done;
        return total == 20000 && done < 8000;
    });
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::Cancelled);
    QVERIFY(last >= 8000 && last < 20000);
}

void TestCsvWriter::sameBytesTwice()
{
    QByteArray once, twice;
    for (QByteArray *bytes : {&once, &twice}) {
        QBuffer buffer(bytes);
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(writeCsv(testing::activity(5000), buffer));
    }
    QVERIFY(once == twice);
    QCOMPARE(once.count("\r\n"), 5001);
}

QTEST_GUILESS_MAIN(TestCsvWriter)
#include "tst_csvwriter.moc"
