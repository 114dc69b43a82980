// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/csvreader.h"

#include <QBuffer>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lw::import;

class TestCsvReader : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void spectrum_data();
    void spectrum();
    void records_data();
    void records();
    void linesAreCounted();
    void longRecordIsSkipped();
    void oneByteAtATime();
};

namespace {

/// "[a|b][c]", "!" before a malformed and "#" before a too long record.
QString shown(QIODevice &device, qint64 limit = 1000)
{
    CsvReader reader(device, limit);
    QString text;
    for (CsvRecord record; reader.next(record);) {
        if (record.state == CsvRecord::State::Malformed) text += u'!';
        if (record.state == CsvRecord::State::TooLong) text += u'#';
        text += u'[' + QString::fromUtf8(record.fields.join('|')) + u']';
    }
    return text;
}

QString shownBytes(QByteArray bytes, qint64 limit = 1000)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return shown(buffer, limit);
}

}  // namespace

void TestCsvReader::spectrum_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonArray>("expected");
    const QDir folder(QStringLiteral(LW_SHARED_DATA "/formats/csv-spectrum"));
    const QStringList names =
        QDir(folder.filePath(QStringLiteral("csvs"))).entryList({QStringLiteral("*.csv")}, QDir::Files);
    if (names.isEmpty()) QSKIP("no shared test data: formats/csv-spectrum");
    for (const QString &name : names) {
        QFile json(
            folder.filePath(QStringLiteral("json/") + QFileInfo(name).completeBaseName() + QStringLiteral(".json")));
        QVERIFY(json.open(QIODevice::ReadOnly));
        QTest::newRow(qPrintable(name)) << folder.filePath(QStringLiteral("csvs/") + name)
                                        << QJsonDocument::fromJson(json.readAll()).array();
    }
}

void TestCsvReader::spectrum()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    // the stored copies of the "crlf" files have lost the carriage returns that their expected results still have
    if (path.endsWith(QStringLiteral("_crlf.csv")) && !bytes.contains('\r')) bytes.replace("\n", "\r\n");
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer, 64 * 1024);
    CsvRecord header, record;
    QVERIFY(reader.next(header));
    QJsonArray rows;
    while (reader.next(record)) {
        QCOMPARE(record.state, CsvRecord::State::Ok);
        QCOMPARE(record.fields.size(), header.fields.size());
        QJsonObject row;
        for (qsizetype i = 0; i < record.fields.size(); ++i)
            row.insert(QString::fromUtf8(header.fields[i]), QString::fromUtf8(record.fields[i]));
        rows << row;
    }
    QTEST(rows, "expected");
}

void TestCsvReader::records_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &bytes, const char *expected) {
        QTest::newRow(name) << bytes << QString::fromUtf8(expected);
    };
    row("nothing", "", "");
    row("one field", "a", "[a]");
    row("one field and an end", "a\n", "[a]");
    row("empty fields", ",,\n", "[||]");
    row("blank line", "\na\n", "[][a]");
    row("CRLF", "a,b\r\nc,d\r\n", "[a|b][c|d]");
    row("quoted", "\"a\",\"b\"\n", "[a|b]");
    row("quoted empty", "\"\",\"\"\r\n", "[|]");
    row("doubled quotes", "\"a\"\"b\"\n", "[a\"b]");
    row("only doubled quotes", "\"\"\"\"\n", "[\"]");
    row("comma and line end inside", "\"a,b\nc\",d\n", "[a,b\nc|d]");
    row("CRLF inside stays", "\"a\r\nb\"\r\n", "[a\r\nb]");
    row("byte order mark",
        "\xef\xbb\xbf"
        "a,b\n",
        "[a|b]");
    row("quoted after a byte order mark",
        "\xef\xbb\xbf"
        "\"a\",b\n",
        "[a|b]");
    row("lone CR stays", "a\rb\n", "[a\rb]");
    row("spaces stay", " a , b \n", "[ a | b ]");
    row("quote inside a plain field", "a\"b,c\nd\n", "![][d]");
    row("text after a quote", "\"a\"b,c\nd\n", "![][d]");
    row("quote that never ends", "a\n\"b,c\nd\n", "[a]![]");
    row("NUL", QByteArray("a\0b,c\n", 6), "[a\0b|c]");
}

void TestCsvReader::records()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    if (bytes.contains('\0')) expected = QStringLiteral("[a%1b|c]").arg(QChar(u'\0'));
    QCOMPARE(shownBytes(bytes), expected);
}

void TestCsvReader::linesAreCounted()
{
    QByteArray bytes("h\n\"a\nb\nc\"\nd\n");
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer, 100);
    QList<quint64> lines;
    for (CsvRecord record; reader.next(record);)
        lines << record.line;
    QCOMPARE(lines, (QList<quint64>{1, 2, 5}));
    QCOMPARE(reader.linesRead(), quint64(5));
}

void TestCsvReader::longRecordIsSkipped()
{
    QCOMPARE(shownBytes("abcdefgh\nx\n", 8), QStringLiteral("[abcdefgh][x]"));
    QCOMPARE(shownBytes("abcdefghi\nx\n", 8), QStringLiteral("#[][x]"));
    QCOMPARE(shownBytes("\"abcdefghi\nx\n", 8), QStringLiteral("#[][x]"));
    QCOMPARE(shownBytes("\"" + QByteArray(1 << 20, 'a') + "\nx\n", 1000), QStringLiteral("#[][x]"));
}

void TestCsvReader::oneByteAtATime()
{
    class Trickle final : public QIODevice {
      public:
        explicit Trickle(const QByteArray &bytes) : m_bytes(bytes) { open(ReadOnly | Unbuffered); }
        bool isSequential() const override { return true; }

      protected:
        qint64 readData(char *data, qint64) override
        {
            if (m_at >= m_bytes.size()) return -1;
            *data = m_bytes[m_at++];
            return 1;
        }
        qint64 writeData(const char *, qint64) override { return -1; }

      private:
        QByteArray m_bytes;
        qsizetype m_at = 0;
    };
    Trickle device("\"a\"\"b\",c\r\n\"d\r\ne\",\r\n");
    QCOMPARE(shown(device), QStringLiteral("[a\"b|c][d\r\ne|]"));
}

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
