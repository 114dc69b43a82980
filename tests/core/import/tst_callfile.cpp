// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/callfile.h"
#include "core/util/time.h"

#include <QBuffer>
#include <QTest>

using namespace lw;
using namespace lw::import;

namespace {

struct Taken {
    bool ok = false;
    Error error;
    CallSummary summary;
    QList<protocol::FinishedCall> calls;

    /// "id caller destination start seconds" of each call.
    QStringList brief() const
    {
        QStringList lines;
        for (const protocol::FinishedCall &call : calls)
            lines << QStringList{call.callId, call.caller, call.destination, toRfc3339(call.startedAt),
                                 QString::number(call.seconds)}
                         .join(u' ');
        return lines;
    }
    /// "line field" of each refusal.
    QStringList refused() const
    {
        QStringList lines;
        for (const CallRefusal &refusal : summary.refusals)
            lines << QStringLiteral("%1 %2").arg(refusal.line).arg(refusal.field);
        return lines;
    }
};

Taken take(QByteArray bytes, const CallFileOptions &options)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    Taken taken;
    const Result<CallSummary> summary = readCalls(buffer, options, [&](const protocol::FinishedCall &call, quint64) {
        taken.calls << call;
        return Result<void>();
    });
    taken.ok = summary.ok();
    if (summary)
        taken.summary = *summary;
    else
        taken.error = summary.error();
    return taken;
}

CallFileOptions optionsFor(CallFormat format, const char *zone = "Europe/London")
{
    CallFileOptions options;
    options.format = format;
    options.zone = QTimeZone(zone);
    return options;
}

struct AsteriskRow {
    QByteArray src = "+442079460001";
    QByteArray dst = "0037120000000";
    QByteArray start = "2026-11-26 14:03:00";
    QByteArray answer = "2026-11-26 14:03:05";
    QByteArray end = "2026-11-26 14:04:07";
    QByteArray duration = "67";
    QByteArray billsec = "62";
    QByteArray disposition = "ANSWERED";
    QByteArray tail = ",\"1795701780.17\",\"\"";

    QByteArray line() const
    {
        return "\"\",\"" + src + "\",\"" + dst + "\",\"from-internal\",\"\"\"Ann Lee\"\" <" + src +
               ">\",\"PJSIP/201-0000001a\",\"PJSIP/trunk-0000001b\",\"Dial\",\"PJSIP/" + dst + "@trunk,60\",\"" +
               start + "\",\"" + answer + "\",\"" + end + "\"," + duration + ',' + billsec + ",\"" + disposition +
               "\",\"DOCUMENTATION\"" + tail + '\n';
    }
};

struct FreeSwitchRow {
    QByteArray destination = "0037120000000";
    QByteArray answer = "2026-07-01 14:03:05";
    QByteArray billsec = "62";
    QByteArray cause = "NORMAL_CLEARING";
    QByteArray uuid = "0a1b2c3d-0000-4000-8000-000000000001";
    QByteArray tail = ",\"bleg\",\"acme\",\"PCMA\",\"PCMA\"";

    QByteArray line() const
    {
        return "\"Ann Lee\",\"+442079460001\",\"" + destination + "\",\"default\",\"2026-07-01 14:03:00\",\"" + answer +
               "\",\"2026-07-01 14:04:07\",\"67\",\"" + billsec + "\",\"" + cause + "\",\"" + uuid + '"' + tail + '\n';
    }
};

}  // namespace

class TestCallFile : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void asterisk()
    {
        AsteriskRow busy;
        busy.answer.clear();
        busy.billsec = "0";
        busy.disposition = "NO ANSWER";
        AsteriskRow colleague;
        colleague.dst = "202";
        AsteriskRow menu;
        menu.dst = "s";
        AsteriskRow voicemail;
        voicemail.dst = "*97";
        const QByteArray log =
            AsteriskRow().line() + busy.line() + '\n' + colleague.line() + menu.line() + voicemail.line();
        const Taken taken = take(log, optionsFor(CallFormat::AsteriskCdr));
        QVERIFY(taken.ok);
        QCOMPARE(
            taken.brief(),
            QStringList({QStringLiteral("1795701780.17 +442079460001 0037120000000 2026-11-26T14:03:05.000Z 62")}));
        QCOMPARE(taken.summary.linesRead, quint64(6));
        QCOMPARE(taken.summary.records, quint64(5));
        QCOMPARE(taken.summary.unanswered, quint64(1));
        QCOMPARE(taken.summary.internal, quint64(3));
        QCOMPARE(taken.summary.refused, quint64(0));
    }

    void asteriskFieldsByConfiguration_data()
    {
        QTest::addColumn<QByteArray>("tail");
        QTest::addColumn<QString>("callId");
        QTest::newRow("uniqueid") << QByteArray(",\"1795701780.17\"") << "1795701780.17";
        QTest::newRow("uniqueid and userfield")
            << QByteArray(",\"pbx-1795701780.17\",\"sales\"") << "pbx-1795701780.17";
        QTest::newRow("a name of its own") << QByteArray(",\"campaign-7\",\"sales\"") << "campaign-7";
        QTest::newRow("new columns") << QByteArray(",\"1795701780.17\",\"\",\"1795701780.17\",12") << "1795701780.17";
        QTest::newRow("all") << QByteArray(",\"1795701780.17\",\"\",\"\",\"1795701780.17\",12") << "1795701780.17";
        QTest::newRow("nothing") << QByteArray() << QString();
        QTest::newRow("userfield alone") << QByteArray(",\"sales\"") << QString();
        QTest::newRow("userfield empty") << QByteArray(",\"\"") << QString();
        QTest::newRow("uniqueid empty") << QByteArray(",\"\",\"sales\"") << QString();
        QTest::newRow("new columns without uniqueid") << QByteArray(",\"\",\"1795701780.17\",12") << QString();
    }
    void asteriskFieldsByConfiguration()
    {
        QFETCH(QByteArray, tail);
        QFETCH(QString, callId);
        AsteriskRow row;
        row.tail = tail;
        const Taken taken = take(row.line(), optionsFor(CallFormat::AsteriskCdr));
        QVERIFY(taken.ok);
        if (callId.isEmpty()) {
            QCOMPARE(taken.refused(), QStringList({QStringLiteral("1 uniqueid")}));
            QVERIFY(taken.calls.isEmpty());
        } else {
            QCOMPARE(taken.calls.size(), 1);
            QCOMPARE(taken.calls.first().callId, callId);
        }
    }

    void whatCannotBeMeantIsRefused_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, auto change, const char *field, const char *said) {
            AsteriskRow bad;
            change(bad);
            QTest::newRow(name) << bad.line() << QString::fromLatin1(field) << QString::fromLatin1(said);
        };
        row(
            "negative", [](auto &bad) { bad.billsec = "-5"; }, "billsec", "whole seconds");
        row(
            "negative duration", [](auto &bad) { bad.duration = "-67"; }, "duration", "whole seconds");
        row(
            "huge", [](auto &bad) { bad.billsec = "1e30"; }, "billsec", "whole seconds");
        row(
            "over a week", [](auto &bad) { bad.billsec = "604801"; }, "billsec", "604800");
        row(
            "many digits", [](auto &bad) { bad.billsec = QByteArray(40, '9'); }, "billsec", "whole seconds");
        row(
            "letters", [](auto &bad) { bad.billsec = "sixty"; }, "billsec", "whole seconds");
        row(
            "no seconds", [](auto &bad) { bad.billsec = ""; }, "billsec", "whole seconds");
        row(
            "Arabic seconds", [](auto &bad) { bad.billsec = "٦٢"; }, "billsec", "whole seconds");
        row(
            "Arabic number", [](auto &bad) { bad.dst = "٠٠٣٧١٢٠٠٠٠٠٠٠"; }, "dst", "another script");
        row(
            "bidi mark", [](auto &bad) { bad.dst = "\u202e0037120000000"; }, "dst", "invisible");
        row(
            "40 digits", [](auto &bad) { bad.dst = QByteArray(40, '7'); }, "dst", "at most 15 digits");
        row(
            "200 characters", [](auto &bad) { bad.dst = QByteArray(200, '7'); }, "dst", "64 characters");
        row(
            "letters inside", [](auto &bad) { bad.dst = "00371abc"; }, "dst", "letter");
        row(
            "no UTF-8", [](auto &bad) { bad.dst = "0037\xff"; }, "dst", "UTF-8");
        row(
            "a NUL", [](auto &bad) { bad.src = QByteArray("+44\0", 4); }, "src", "UTF-8");
        row(
            "long caller", [](auto &bad) { bad.src = QByteArray(65, '7'); }, "src", "64 characters");
        row(
            "no answer time", [](auto &bad) { bad.answer = ""; }, "answer", "expected form");
        row(
            "no such day", [](auto &bad) { bad.answer = "2026-02-30 10:00:00"; }, "answer", "does not exist");
        row(
            "an hour that was left out", [](auto &bad) { bad.answer = "2026-03-29 01:30:00"; }, "answer", "--zone");
        row(
            "a name that turns around", [](auto &bad) { bad.tail = ",\"a\u202eb\",\"\""; }, "uniqueid", "printable");
        row(
            "a long name", [](auto &bad) { bad.tail = ",\"" + QByteArray(129, 'a') + "\",\"\""; }, "uniqueid", "128");
        QTest::newRow("another file") << QByteArray("one,two\n") << QString() << QStringLiteral("--format");
        QTest::newRow("a quote that does not end") << QByteArray("\"\",\"1\n") << QString() << QStringLiteral("quote");
        QTest::newRow("too long") << QByteArray(70'000, 'x') + '\n' << QString() << QStringLiteral("too long");
    }
    void whatCannotBeMeantIsRefused()
    {
        QFETCH(QByteArray, log);
        QFETCH(QString, field);
        QFETCH(QString, said);
        const Taken taken = take(AsteriskRow().line() + log, optionsFor(CallFormat::AsteriskCdr));
        QVERIFY(taken.ok);
        QCOMPARE(taken.calls.size(), 1);
        QCOMPARE(taken.summary.refused, quint64(1));
        const CallRefusal refusal = taken.summary.refusals.first();
        QCOMPARE(refusal.line, quint64(2));
        QCOMPARE(refusal.field, field);
        QVERIFY2(refusal.reason.contains(said), qPrintable(refusal.reason));
    }

    void aStrayQuoteCostsOneRecord()
    {
        const QByteArray good = AsteriskRow().line();
        const Taken taken = take(good + "\"\",\"+44\"20\",\n" + good, optionsFor(CallFormat::AsteriskCdr));
        QCOMPARE(taken.calls.size(), 2);
        QCOMPARE(taken.refused(), QStringList({QStringLiteral("2 ")}));
    }

    void aLastRecordThatMayBeCutOffIsRefused()
    {
        AsteriskRow sequence;
        sequence.tail = ",\"1795701780.17\",\"\",\"\",\"1795701780.17\",12";
        QCOMPARE(take(sequence.line().chopped(1), optionsFor(CallFormat::AsteriskCdr)).summary.refused, quint64(1));
        QCOMPARE(take(AsteriskRow().line().chopped(1), optionsFor(CallFormat::AsteriskCdr)).calls.size(), 1);
        const QByteArray csv =
            "caller,destination,start,seconds,call_id\n+442079460001,+37120000000,2026-07-01 "
            "10:00:00,62,call-1";
        QCOMPARE(take(csv, optionsFor(CallFormat::CsvCdr)).summary.refused, quint64(1));
        QCOMPARE(take(csv + "7\n", optionsFor(CallFormat::CsvCdr)).calls.first().callId, QStringLiteral("call-17"));
    }

    void theHourThatOccursTwice_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<QString>("start");
        QTest::addColumn<int>("guessed");
        const auto row = [](const char *name, const char *start, const char *answer, const char *end,
                            const char *duration, const char *billsec, const char *tail, const char *expected,
                            int guessed) {
            const AsteriskRow made{"+442079460001", "0037120000000", start,      answer, end,
                                   duration,        billsec,         "ANSWERED", tail};
            QTest::newRow(name) << made.line() << QString::fromLatin1(expected) << guessed;
        };
        row("uniqueid says the first", "2026-10-25 01:30:00", "2026-10-25 01:30:10", "2026-10-25 01:31:10", "70", "60",
            ",\"1792888200.1\",\"\"", "2026-10-25T00:30:10.000Z", 0);
        row("uniqueid says the second", "2026-10-25 01:30:00", "2026-10-25 01:30:10", "2026-10-25 01:31:10", "70", "60",
            ",\"pbx-1792891800.1\",\"\"", "2026-10-25T01:30:10.000Z", 0);
        row("nothing says it", "2026-10-25 01:30:00", "2026-10-25 01:30:10", "2026-10-25 01:31:10", "70", "60",
            ",\"own-name\",\"\"", "2026-10-25T00:30:10.000Z", 1);
        row("the end says it", "2026-10-25 01:55:00", "2026-10-25 01:55:10", "2026-10-25 02:05:10", "610", "600",
            ",\"own-name\",\"\"", "2026-10-25T01:55:10.000Z", 0);
        row("the start says it", "2026-10-25 00:59:30", "2026-10-25 01:00:10", "2026-10-25 01:05:10", "340", "300",
            ",\"own-name\",\"\"", "2026-10-25T00:00:10.000Z", 0);
        row("longer than the hour", "2026-10-25 01:30:00", "2026-10-25 01:30:10", "2026-10-25 01:30:10", "3610", "3600",
            ",\"own-name\",\"\"", "2026-10-25T00:30:10.000Z", 0);
    }
    void theHourThatOccursTwice()
    {
        QFETCH(QByteArray, log);
        QFETCH(QString, start);
        QFETCH(int, guessed);
        const Taken taken = take(log, optionsFor(CallFormat::AsteriskCdr));
        QCOMPARE(taken.calls.size(), 1);
        QCOMPARE(toRfc3339(taken.calls.first().startedAt), start);
        QCOMPARE(taken.summary.guessedHours, quint64(guessed));
    }

    void freeSwitch()
    {
        FreeSwitchRow busy;
        busy.answer.clear();
        busy.billsec = "0";
        busy.cause = "USER_BUSY";
        FreeSwitchRow colleague;
        colleague.destination = "1002";
        FreeSwitchRow shorter;
        shorter.uuid = "0a1b2c3d-0000-4000-8000-000000000002";
        shorter.tail.clear();
        FreeSwitchRow bad;
        bad.billsec = "";
        FreeSwitchRow nameless;
        nameless.uuid.clear();
        const Taken taken = take(FreeSwitchRow().line() + busy.line() + colleague.line() + shorter.line() + bad.line() +
                                     nameless.line() + "\"a\",\"b\"\n",
                                 optionsFor(CallFormat::FreeSwitchCdr));
        QVERIFY(taken.ok);
        QCOMPARE(taken.brief(),
                 QStringList({QStringLiteral("0a1b2c3d-0000-4000-8000-000000000001 +442079460001 0037120000000 "
                                             "2026-07-01T13:03:05.000Z 62"),
                              QStringLiteral("0a1b2c3d-0000-4000-8000-000000000002 +442079460001 0037120000000 "
                                             "2026-07-01T13:03:05.000Z 62")}));
        QCOMPARE(taken.summary.unanswered, quint64(1));
        QCOMPARE(taken.summary.internal, quint64(1));
        QCOMPARE(taken.refused(),
                 QStringList({QStringLiteral("5 billsec"), QStringLiteral("6 uuid"), QStringLiteral("7 ")}));
    }

    void csvWithItsOwnNames()
    {
        CallFileOptions options = optionsFor(CallFormat::CsvCdr, "Europe/Berlin");
        const Result<CallColumns> columns =
            callColumnsFrom({QStringLiteral("caller=Calling number"), QStringLiteral("DESTINATION = Called"),
                             QStringLiteral("start=When"), QStringLiteral("call_id=Ref")});
        QVERIFY(columns.ok());
        options.columns = *columns;
        options.timeForm = QStringLiteral("dd.MM.yyyy HH:mm:ss");
        const QByteArray csv =
            "\xef\xbb\xbf"
            "ref,Site,WHEN,Called,\"Calling number\",Seconds\r\n"
            "r1,London,01.07.2026 14:03:05,'+371 2000 0000,'+44 20 7946 0001,62\r\n"
            "r2,London,01.07.2026 14:03:05,00371 2000 0000,+442079460001,0:01:02\r\n"
            "r3,London,01.07.2026 14:03:05,0037120000000,+442079460001,0\r\n"
            "r4,London,2026-07-01 14:03:05,0037120000000,+442079460001,62\r\n"
            "r5,London,01.07.2026 14:03:05,0037120000000,+442079460001,1:2\r\n"
            "r6,London\r\n";
        const Taken taken = take(csv, options);
        QVERIFY2(taken.ok, qPrintable(taken.error.message));
        QCOMPARE(taken.brief(),
                 QStringList({QStringLiteral("r1 +44 20 7946 0001 +371 2000 0000 2026-07-01T12:03:05.000Z 62"),
                              QStringLiteral("r2 +442079460001 00371 2000 0000 2026-07-01T12:03:05.000Z 62")}));
        QCOMPARE(taken.summary.unanswered, quint64(1));
        QCOMPARE(taken.refused(),
                 QStringList({QStringLiteral("5 start"), QStringLiteral("6 seconds"), QStringLiteral("7 ")}));
    }

    void csvHeaders_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("said");
        QTest::newRow("a column is missing")
            << QByteArray("caller,destination,start,seconds\n") << "--column call_id=NAME";
        QTest::newRow("a column twice") << QByteArray("caller,destination,start,seconds,call_id,Start\n") << "twice";
        QTest::newRow("no header") << QByteArray("\"a\n") << "no header";
    }
    void csvHeaders()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, said);
        const Taken taken = take(csv, optionsFor(CallFormat::CsvCdr));
        QVERIFY(!taken.ok);
        QCOMPARE(taken.error.code, Errc::InvalidInput);
        QCOMPARE(taken.error.field, QStringLiteral("header"));
        QVERIFY2(taken.error.message.contains(said), qPrintable(taken.error.message));
    }

    void columnsAreJudged_data()
    {
        QTest::addColumn<QStringList>("assignments");
        QTest::newRow("unknown field") << QStringList{QStringLiteral("price=Cost")};
        QTest::newRow("no name") << QStringList{QStringLiteral("caller=")};
        QTest::newRow("no field") << QStringList{QStringLiteral("caller")};
        QTest::newRow("twice") << QStringList{QStringLiteral("caller=A"), QStringLiteral("caller=B")};
        QTest::newRow("one for two") << QStringList{QStringLiteral("caller=A"), QStringLiteral("destination=a")};
    }
    void columnsAreJudged()
    {
        QFETCH(QStringList, assignments);
        const Result<CallColumns> columns = callColumnsFrom(assignments);
        QVERIFY(!columns);
        QCOMPARE(columns.error().field, QStringLiteral("column"));
    }

    void refusalsAreBounded()
    {
        QByteArray log;
        for (int i = 0; i < 250; ++i)
            log += "one,two\n";
        const Taken taken = take(log, optionsFor(CallFormat::AsteriskCdr));
        QCOMPARE(taken.summary.refused, quint64(250));
        QCOMPARE(taken.summary.refusals.size(), CallSummary::keptRefusals);
    }

    void theSinkCanStopIt()
    {
        QByteArray log = AsteriskRow().line();
        QBuffer buffer(&log);
        buffer.open(QIODevice::ReadOnly);
        const Result<CallSummary> stopped =
            readCalls(buffer, optionsFor(CallFormat::AsteriskCdr), [](const protocol::FinishedCall &, quint64) {
                return Result<void>(makeError(Errc::DiskFull, QStringLiteral("full")));
            });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, Errc::DiskFull);
    }

    void namesOfFormats()
    {
        for (const CallFormat format : {CallFormat::AsteriskCdr, CallFormat::FreeSwitchCdr, CallFormat::CsvCdr})
            QCOMPARE(callFormatFromName(QString(callFormatName(format))), std::optional(format));
        QCOMPARE(callFormatFromName(u"csv"), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestCallFile)
#include "tst_callfile.moc"
