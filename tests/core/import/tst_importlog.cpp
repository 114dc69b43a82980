// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/import/importtesting.h"

#include <QTest>

using namespace lw;
using namespace lw::import;
using namespace lw::import::testing;

class TestImportLog : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void formats();
    void summaryAddsUp();
    void identicalLinesStayApart();
    void readingAgainAddsNothing();
    void growingFileKeepsItsFingerprints();
    void formatsAndLinesHaveOwnFingerprints();
    void lineEnds_data();
    void lineEnds();
    void cutOffLastLine_data();
    void cutOffLastLine();
    void leadingNuls();
    void hugeLineCostsNothing();
    void limitIsExact();
    void manyRefusalsKeepTheFirst();
    void repetitionsAreLimited_data();
    void repetitionsAreLimited();
    void lastMessageRepeated();
    void sinkErrorStops();
    void readErrorIsReported();
    void emptyFiles_data();
    void emptyFiles();
};

namespace {

const QByteArray failure("May 30 10:00:00 gate sshd[1]: Failed password for ann from 192.0.2.1 port 5000 ssh2");

QSet<QByteArray> hashes(const Imported &imported)
{
    QSet<QByteArray> all;
    for (const Hash &hash : imported.fingerprints)
        all << QByteArray(reinterpret_cast<const char *>(hash.data()), 32);
    return all;
}

/// Gives the same bytes for ever, without holding them.
class Endless final : public QIODevice {
  public:
    explicit Endless(qint64 size) : m_left(size) { open(ReadOnly | Unbuffered); }
    bool isSequential() const override { return true; }
    qint64 largestRead = 0;

  protected:
    qint64 readData(char *data, qint64 max) override
    {
        largestRead = qMax(largestRead, max);
        const qint64 count = qMin(max, m_left);
        if (count == 0) return -1;
        memset(data, 'a', static_cast<size_t>(count));
        m_left -= count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

  private:
    qint64 m_left;
};

}  // namespace

void TestImportLog::formats()
{
    for (Format format : allFormats())
        QCOMPARE(formatFromName(QString(formatName(format))), std::optional(format));
    QVERIFY(!formatFromName(u"Asterisk"));
    QVERIFY(!formatFromName(u""));
}

void TestImportLog::summaryAddsUp()
{
    const Imported imported =
        importBytes(failure + "\nMay 30 10:00:01 gate CRON[2]: session opened\n\nrubbish\n" + failure +
                        "\nFeb 30 10:00:00 gate sshd[1]: Invalid user eve from 192.0.2.1\n",
                    optionsFor(Format::OpenSsh));
    QVERIFY(imported.ok);
    QCOMPARE(imported.summary.linesRead, quint64(6));
    QCOMPARE(imported.summary.eventsMade, quint64(2));
    QCOMPARE(imported.summary.notLoginEvents, quint64(2));
    QCOMPARE(imported.summary.refused, quint64(2));
    QCOMPARE(imported.refusals(),
             QStringLiteral("4 is no syslog line: it has no time\n6 names a date or time that does not exist"));
}

void TestImportLog::identicalLinesStayApart()
{
    const Imported imported = importBytes((failure + '\n').repeated(5), optionsFor(Format::OpenSsh));
    QCOMPARE(imported.events.size(), 5);
    QCOMPARE(hashes(imported).size(), 5);
}

void TestImportLog::readingAgainAddsNothing()
{
    const QByteArray log = (failure + '\n').repeated(3) +
                           "May 30 10:00:09 gate sshd[1]: message repeated 4 times: [ Failed password for ann from "
                           "192.0.2.1 port 5000 ssh2]\n";
    const Imported once = importBytes(log, optionsFor(Format::OpenSsh)),
                   twice = importBytes(log, optionsFor(Format::OpenSsh));
    QCOMPARE(once.events.size(), 7);
    QCOMPARE(hashes(once).size(), 7);
    QCOMPARE(hashes(once), hashes(twice));
    ImportOptions nextYear = optionsFor(Format::OpenSsh);
    nextYear.now = nextYear.now.addYears(1);
    QCOMPARE(hashes(importBytes(log, nextYear)), hashes(once));
}

void TestImportLog::growingFileKeepsItsFingerprints()
{
    const QByteArray log = (failure + '\n').repeated(3);
    const Imported before = importBytes(log + failure, optionsFor(Format::OpenSsh)),
                   after = importBytes(log + failure + '\n', optionsFor(Format::OpenSsh));
    QCOMPARE(before.events.size(), 3);
    QCOMPARE(after.events.size(), 4);
    QVERIFY(hashes(after).contains(hashes(before)));
}

void TestImportLog::formatsAndLinesHaveOwnFingerprints()
{
    const QByteArray line(
        "May 30 10:00:00 pbx asterisk[9]: NOTICE[1]: manager.c: 192.0.2.1 failed to authenticate as 'admin'\n");
    const Imported a = importBytes(line, optionsFor(Format::Asterisk)),
                   b = importBytes(failure + '\n', optionsFor(Format::OpenSsh));
    QCOMPARE(a.events.size(), 1);
    QVERIFY(!hashes(a).intersects(hashes(b)));
}

void TestImportLog::lineEnds_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("LF") << QByteArray() << QByteArray("\n");
    QTest::newRow("CRLF") << QByteArray() << QByteArray("\r\n");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf") << QByteArray("\n");
    QTest::newRow("blank lines") << QByteArray("\n\n") << QByteArray("\n\n\n");
}

void TestImportLog::lineEnds()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, end);
    const Imported imported = importBytes(before + failure + end + failure + end, optionsFor(Format::OpenSsh));
    QCOMPARE(imported.events.size(), 2);
    QCOMPARE(imported.summary.refused, quint64(0));
    QCOMPARE(hashes(imported), hashes(importBytes((failure + '\n').repeated(2), optionsFor(Format::OpenSsh))));
}

void TestImportLog::cutOffLastLine_data()
{
    QTest::addColumn<qsizetype>("kept");
    for (qsizetype kept : {1, 10, 30, 60, 75, 80})
        QTest::addRow("%lld bytes", static_cast<long long>(kept)) << kept;
    QTest::newRow("whole but without an end") << failure.size();
}

void TestImportLog::cutOffLastLine()
{
    QFETCH(qsizetype, kept);
    const Imported imported = importBytes(failure + '\n' + failure.first(kept), optionsFor(Format::OpenSsh));
    QCOMPARE(imported.events.size(), 1);
    QCOMPARE(imported.summary.linesRead, quint64(2));
    QCOMPARE(imported.summary.refused, quint64(1));
    QCOMPARE(imported.summary.refusals[0].line, quint64(2));
    QVERIFY(imported.summary.refusals[0].reason.contains(u"no end"));
}

void TestImportLog::leadingNuls()
{
    const Imported imported = importBytes(
        failure + '\n' + QByteArray(4000, '\0') + failure + '\n' + QByteArray(500, '\0'), optionsFor(Format::OpenSsh));
    QCOMPARE(imported.events.size(), 2);
    QCOMPARE(imported.refusals(), QString());
}

void TestImportLog::hugeLineCostsNothing()
{
    for (Format format : allFormats()) {
        Endless device(10 * 1024 * 1024);
        const auto result =
            importLog(device, optionsFor(format), [](const AuditEvent &, const Hash &) -> Result<void> { return {}; });
        QVERIFY(device.largestRead <= 64 * 1024);
        if (format == Format::Csv) {
            QVERIFY(!result);  // the line stands where the header must be
            QCOMPARE(result.error().code, Errc::InvalidInput);
            continue;
        }
        QVERIFY(result);
        QCOMPARE(result->refused, quint64(1));
        QCOMPARE(result->refusals[0], (Refusal{1, QStringLiteral("is longer than 65536 bytes")}));
    }
    const Imported next = importBytes(QByteArray(200000, 'x') + '\n' + failure + '\n', optionsFor(Format::OpenSsh));
    QCOMPARE(next.events.size(), 1);
    QCOMPARE(next.summary.refusals[0].line, quint64(1));
}

void TestImportLog::limitIsExact()
{
    ImportOptions options = optionsFor(Format::OpenSsh);
    options.maxLineBytes = failure.size();
    QCOMPARE(importBytes(failure + '\n', options).events.size(), 1);
    QCOMPARE(importBytes(failure + "\r\n", options).events.size(), 1);
    options.maxLineBytes = failure.size() - 1;
    QCOMPARE(importBytes(failure + '\n', options).summary.refused, quint64(1));
    QCOMPARE(importBytes(failure + "\r\n", options).summary.refused, quint64(1));
}

void TestImportLog::manyRefusalsKeepTheFirst()
{
    QByteArray log("rubbish\n");
    log = log.repeated(1000);
    QBuffer buffer(&log);
    buffer.open(QIODevice::ReadOnly);
    quint64 told = 0;
    const auto result = importLog(
        buffer, optionsFor(Format::OpenSsh), [](const AuditEvent &, const Hash &) -> Result<void> { return {}; },
        [&](const Refusal &) { ++told; });
    QVERIFY(result);
    QCOMPARE(result->refused, quint64(1000));
    QCOMPARE(result->refusals.size(), ImportSummary::keptRefusals);
    QCOMPARE(result->refusals.last().line, quint64(100));
    QCOMPARE(told, quint64(1000));
}

void TestImportLog::repetitionsAreLimited_data()
{
    QTest::addColumn<QByteArray>("times");
    QTest::addColumn<int>("events");
    QTest::newRow("1") << QByteArray("1") << 1;
    QTest::newRow("most") << QByteArray("10000") << 10000;
    QTest::newRow("one more") << QByteArray("10001") << -1;
    QTest::newRow("none") << QByteArray("0") << -1;
    QTest::newRow("overflow") << QByteArray("99999999999999999999999") << -1;
}

void TestImportLog::repetitionsAreLimited()
{
    QFETCH(QByteArray, times);
    QFETCH(int, events);
    const Imported imported = importBytes("May 30 10:00:00 gate sshd[1]: message repeated " + times +
                                              " times: [ Failed password for ann from 192.0.2.1 port 5000 ssh2]\n",
                                          optionsFor(Format::OpenSsh));
    QCOMPARE(imported.summary.eventsMade, quint64(qMax(events, 0)));
    QCOMPARE(imported.summary.refused, quint64(events < 0 ? 1 : 0));
    QCOMPARE(hashes(imported).size(), qMax(events, 0));
}

void TestImportLog::lastMessageRepeated()
{
    const Imported imported = importBytes(failure + "\nMay 30 10:00:30 gate last message repeated 3 times\n" +
                                              "May 30 10:01:00 gate sshd[1]: Server listening on :: port 22.\nMay 30 "
                                              "10:01:30 gate last message repeated 3 times\n",
                                          optionsFor(Format::OpenSsh));
    QCOMPARE(imported.events.size(), 4);
    QCOMPARE(toRfc3339(imported.events[3].time), QStringLiteral("2026-05-30T10:00:30.000Z"));
    QCOMPARE(hashes(imported).size(), 4);
}

void TestImportLog::sinkErrorStops()
{
    QByteArray log = (failure + '\n').repeated(5);
    QBuffer buffer(&log);
    buffer.open(QIODevice::ReadOnly);
    int calls = 0;
    const auto result =
        importLog(buffer, optionsFor(Format::OpenSsh), [&](const AuditEvent &, const Hash &) -> Result<void> {
            if (++calls == 3) return makeError(Errc::DiskFull, QStringLiteral("no space"));
            return {};
        });
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::DiskFull);
    QCOMPARE(calls, 3);
}

void TestImportLog::readErrorIsReported()
{
    class Broken final : public QIODevice {
      public:
        Broken() { open(ReadOnly | Unbuffered); }
        qint64 size() const override { return 1000; }

      protected:
        qint64 readData(char *data, qint64) override
        {
            if (m_given) {
                setErrorString(QStringLiteral("bad sector"));
                return -1;
            }
            memcpy(data, "rubbish\n", 8);
            m_given = true;
            return 8;
        }
        qint64 writeData(const char *, qint64) override { return -1; }

      private:
        bool m_given = false;
    };
    for (Format format : {Format::OpenSsh, Format::Asterisk, Format::NdJson}) {
        Broken device;
        const auto result =
            importLog(device, optionsFor(format), [](const AuditEvent &, const Hash &) -> Result<void> { return {}; });
        QVERIFY(!result);
        QCOMPARE(result.error().code, Errc::Io);
        QVERIFY(result.error().message.contains(u"bad sector"));
    }
}

void TestImportLog::emptyFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf");
    QTest::newRow("NULs") << QByteArray(100, '\0');
}

void TestImportLog::emptyFiles()
{
    QFETCH(QByteArray, bytes);
    for (Format format : {Format::Asterisk, Format::OpenSsh, Format::NdJson}) {
        const Imported imported = importBytes(bytes, optionsFor(format));
        QVERIFY(imported.ok);
        QCOMPARE(imported.summary.linesRead, quint64(0));
        QCOMPARE(imported.summary.refused, quint64(0));
    }
}

QTEST_GUILESS_MAIN(TestImportLog)
#include "tst_importlog.moc"
