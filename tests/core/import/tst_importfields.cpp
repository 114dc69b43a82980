// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/import/importtesting.h"

#include <QTest>

using namespace lw;
using namespace lw::import;
using namespace lw::import::testing;

class TestImportFields : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void csvRows_data();
    void csvRows();
    void csvHeaders_data();
    void csvHeaders();
    void csvWholeEvent();
    void csvLastRecord();
    void csvCounts();
    void jsonLines_data();
    void jsonLines();
    void jsonWholeEvent();
    void bothFormatsAgree();
};

void TestImportFields::csvRows_data()
{
    QTest::addColumn<QByteArray>("row");  // of time,kind,outcome,user,address,port,reason
    QTest::addColumn<QString>("event");   // or "! reason", or "-" for no login event
    const auto row = [](const char *name, const char *text, const char *event) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(event);
    };
    row("whole", "2026-05-30T10:00:00Z,login.failed,failure,ann,192.0.2.1,5000,wrong_password",
        "login.failed|ann|192.0.2.1:5000|wrong_password");
    row("kind alone", "2026-05-30T10:00:00Z,logout,,ann,192.0.2.1,,", "logout|ann|192.0.2.1|");
    row("outcome alone: success", "2026-05-30T10:00:00Z,,success,ann,192.0.2.1,,", "login.succeeded|ann|192.0.2.1|");
    row("outcome alone: failure", "2026-05-30T10:00:00Z,,failure,ann,192.0.2.1,,", "login.failed|ann|192.0.2.1|");
    row("neither", "2026-05-30T10:00:00Z,,,ann,192.0.2.1,,", "! kind is missing, and so is outcome");
    row("unknown kind", "2026-05-30T10:00:00Z,login,,ann,192.0.2.1,,", "! kind is no kind of event");
    row("unknown outcome", "2026-05-30T10:00:00Z,,ok,ann,192.0.2.1,,", "! outcome is neither success nor failure");
    row("contradiction", "2026-05-30T10:00:00Z,login.failed,success,ann,192.0.2.1,,", "! outcome contradicts kind");
    row("another contradiction", "2026-05-30T10:00:00Z,login.succeeded,failure,ann,192.0.2.1,,",
        "! outcome contradicts kind");
    row("kind that is no login", "2026-05-30T10:00:00Z,report.exported,success,ann,192.0.2.1,,", "-");
    row("no time", ",login.failed,,ann,192.0.2.1,,", "! time is missing");
    row("no such time", "2026-02-30T10:00:00Z,login.failed,,ann,192.0.2.1,,", "! time is no time that exists");
    row("rubbish time", "yesterday,login.failed,,ann,192.0.2.1,,", "! time is no time that exists");
    row("time with a tail", "2026-05-30T10:00:00Zzz,login.failed,,ann,192.0.2.1,,", "! time is no time that exists");
    row("seconds since 1970", "1780135200,login.failed,,ann,192.0.2.1,,", "login.failed|ann|192.0.2.1|");
    row("local time", "2026-05-30 10:00:00.5,login.failed,,ann,192.0.2.1,,", "login.failed|ann|192.0.2.1|");
    row("address with port", "2026-05-30T10:00:00Z,login.failed,,ann,[2001:DB8::1]:5060,,",
        "login.failed|ann|2001:db8::1:5060|");
    row("no address", "2026-05-30T10:00:00Z,login.failed,,ann,,,", "login.failed|ann||");
    row("rubbish address", "2026-05-30T10:00:00Z,login.failed,,ann,not an address,,",
        "! address is neither an address nor a host name");
    row("port out of range", "2026-05-30T10:00:00Z,login.failed,,ann,192.0.2.1,65536,", "! port is no port number");
    row("port in words", "2026-05-30T10:00:00Z,login.failed,,ann,192.0.2.1,http,", "! port is no port number");
    row("quoted name", "2026-05-30T10:00:00Z,login.failed,,\"Lee, \"\"Ann\"\"\",192.0.2.1,,",
        "login.failed|Lee, \"Ann\"|192.0.2.1|");
    row("line end in a name", "2026-05-30T10:00:00Z,login.failed,,\"a\nb\",192.0.2.1,,",
        "login.failed|a\\x0ab|192.0.2.1|");
    row("too few fields", "2026-05-30T10:00:00Z,login.failed,,ann", "! has 4 fields where the header has 7");
    row("too many fields", "2026-05-30T10:00:00Z,login.failed,,ann,192.0.2.1,,,",
        "! has 8 fields where the header has 7");
    row("stray quote", "2026-05-30T10:00:00Z,login.failed,,an\"n,192.0.2.1,,",
        "! has a quote that does not end, or text beside quotes");
    row("locked by an administrator", "2026-05-30T10:00:00Z,account.locked,success,ann,192.0.2.1,,",
        "account.locked|ann|192.0.2.1|");
}

void TestImportFields::csvRows()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, event);
    const Imported imported =
        importBytes("time,kind,outcome,user,address,port,reason\r\n" + row + "\r\n", optionsFor(Format::Csv));
    QVERIFY(imported.ok);
    if (event == u"-") {
        QCOMPARE(imported.summary.notLoginEvents, quint64(1));
    } else if (event.startsWith(u"! ")) {
        QCOMPARE(imported.refusals(), QStringLiteral("2 ") + event.sliced(2));
    } else {
        QCOMPARE(imported.brief(), QStringList{event});
        QCOMPARE(imported.events[0].source.format, QStringLiteral("csv"));
    }
}

void TestImportFields::csvHeaders_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("good");
    QTest::newRow("least") << QByteArray("time,kind") << true;
    QTest::newRow("least with outcome") << QByteArray("outcome,time") << true;
    QTest::newRow("case and spaces") << QByteArray("TIME, Kind ,User") << true;
    QTest::newRow("columns of somebody else") << QByteArray("time,kind,colour,colour,user") << true;
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbftime,kind") << true;
    QTest::newRow("no time") << QByteArray("kind,user") << false;
    QTest::newRow("no kind and outcome") << QByteArray("time,user") << false;
    QTest::newRow("data instead of a header") << QByteArray("2026-05-30T10:00:00Z,login.failed") << false;
    QTest::newRow("twice") << QByteArray("time,kind,time") << false;
    QTest::newRow("malformed") << QByteArray("time,ki\"nd") << false;
    QTest::newRow("blank") << QByteArray("\n") << false;
}

void TestImportFields::csvHeaders()
{
    QFETCH(QByteArray, header);
    QFETCH(bool, good);
    const Imported imported = importBytes(header + '\n', optionsFor(Format::Csv));
    QCOMPARE(imported.ok, good);
    if (good) return;
    QCOMPARE(imported.error.code, Errc::InvalidInput);
    QVERIFY(imported.error.message.contains(u"header"));
}

void TestImportFields::csvWholeEvent()
{
    const Imported imported = importBytes(
        "host,detail,reason,object_type,object,agent,service,port,address,actor_type,user,outcome,kind,time,other\n"
        "pbx,some words,wrong_password,extension,301,Softphone "
        "2,SIP/TLS,5061,::ffff:192.0.2.1,device,301,failure,login.failed,2026-05-30 12:00:00,x\n",
        [] {
            ImportOptions options = optionsFor(Format::Csv);
            options.zone = QTimeZone("Europe/Berlin");
            return options;
        }());
    QCOMPARE(imported.events.size(), 1);
    AuditEvent event;
    event.time = fromRfc3339(u"2026-05-30T10:00:00Z");
    event.kind = EventKind::LoginFailed;
    event.outcome = Outcome::Failure;
    event.actor = {ActorType::Device, {}, QStringLiteral("301")};
    event.origin = {QStringLiteral("192.0.2.1"), 5061, QStringLiteral("SIP/TLS"), QStringLiteral("Softphone 2")};
    event.object = {QStringLiteral("extension"), {}, QStringLiteral("301")};
    event.reason = QStringLiteral("wrong_password");
    event.detail = QStringLiteral("some words");
    event.source = {QStringLiteral("csv"), QStringLiteral("pbx")};
    QVERIFY(imported.events[0] == event);
}

void TestImportFields::csvLastRecord()
{
    const QByteArray head("time,kind,user\n"), row("2026-05-30T10:00:00Z,logout,ann");
    QCOMPARE(importBytes(head + row, optionsFor(Format::Csv)).events.size(), 1);
    const Imported cut = importBytes(head + row.first(25), optionsFor(Format::Csv));
    QCOMPARE(cut.refusals(), QStringLiteral("2 has 2 fields where the header has 3"));
    const Imported open = importBytes(head + row + "\n2026-05-30T10:00:00Z,logout,\"an", optionsFor(Format::Csv));
    QCOMPARE(open.events.size(), 1);
    QCOMPARE(open.refusals(), QStringLiteral("3 has a quote that does not end, or text beside quotes"));
}

void TestImportFields::csvCounts()
{
    const Imported imported =
        importBytes("time,kind,user\n2026-05-30T10:00:00Z,logout,\"a\nb\"\n\n2026-05-30T10:00:00Z,logout,c\n",
                    optionsFor(Format::Csv));
    QCOMPARE(imported.summary.linesRead, quint64(5));
    QCOMPARE(imported.summary.eventsMade, quint64(2));
    QCOMPARE(imported.summary.notLoginEvents, quint64(1));
}

void TestImportFields::jsonLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("event");
    const auto row = [](const char *name, const char *text, const char *event) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(event);
    };
    row("flat",
        R"({"time":"2026-05-30T10:00:00Z","kind":"login.failed","user":"ann","address":"192.0.2.1","port":5000,"reason":"wrong_password"})",
        "login.failed|ann|192.0.2.1:5000|wrong_password");
    row("port as text", R"({"time":"2026-05-30T10:00:00Z","kind":"logout","address":"192.0.2.1","port":"5000"})",
        "logout||192.0.2.1:5000|");
    row("time as a number", R"({"time":1780135200,"kind":"logout"})", "logout|||");
    row("leaf",
        R"({"actor":{"name":"ann","type":"user"},"kind":"login.failed","origin":{"address":"192.0.2.1","port":5000},"outcome":"failure","reason":"x","source":{"format":"asterisk"},"time":"2026-05-30T10:00:00.000Z","v":1})",
        "login.failed|ann|192.0.2.1:5000|x");
    row("escapes", R"({"time":"2026-05-30T10:00:00Z","kind":"logout","user":"a\u0000\u001b\u202e"})",
        "logout|a\\x00\\x1b\\u202e||");
    row("lone surrogate", R"({"time":"2026-05-30T10:00:00Z","kind":"logout","user":"a\ud800"})", "logout|a\uFFFD||");
    row("wrong type is a missing field", R"({"time":true,"kind":"logout"})", "! time is missing");
    row("negative port", R"({"time":"2026-05-30T10:00:00Z","kind":"logout","port":-1})", "! port is no port number");
    row("array", R"([1,2])", "! is no JSON object");
    row("not a login", R"({"time":"2026-05-30T10:00:00Z","kind":"user.changed","outcome":"success"})", "-");
    row("blank", "   ", "-");
}

void TestImportFields::jsonLines()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, event);
    for (const QByteArray &end : {QByteArray("\n"), QByteArray()}) {  // an object shows that it is whole
        const Imported imported = importBytes(line + end, optionsFor(Format::NdJson));
        if (event == u"-")
            QCOMPARE(imported.summary.notLoginEvents, quint64(1));
        else if (event.startsWith(u"! "))
            QCOMPARE(imported.refusals(), QStringLiteral("1 ") + event.sliced(2));
        else
            QCOMPARE(imported.brief(), QStringList{event});
    }
    for (qsizetype kept = 1; kept < line.size() && line.startsWith('{'); kept += 7) {
        const Imported cut = importBytes(line.first(kept), optionsFor(Format::NdJson));
        QCOMPARE(cut.summary.refused, quint64(1));
        QVERIFY(cut.refusals().startsWith(u"1 is no JSON"));
    }
}

void TestImportFields::jsonWholeEvent()
{
    const Imported imported = importBytes(
        R"({"time":"2026-05-30T10:00:00.123456Z","kind":"mfa.failed","outcome":"failure","user":"ann","actor_type":"user","address":"fe80::1%eth0","service":"console","agent":"Firefox","object":"s1","object_type":"session","reason":"totp","detail":"second step","host":"web1","extra":{"deep":[1]}})"
        "\n",
        optionsFor(Format::NdJson));
    QCOMPARE(imported.events.size(), 1);
    AuditEvent event;
    event.time = fromRfc3339(u"2026-05-30T10:00:00.123Z");
    event.kind = EventKind::MfaFailed;
    event.outcome = Outcome::Failure;
    event.actor = {ActorType::User, {}, QStringLiteral("ann")};
    event.origin = {QStringLiteral("fe80::1"), 0, QStringLiteral("console"), QStringLiteral("Firefox")};
    event.object = {QStringLiteral("session"), {}, QStringLiteral("s1")};
    event.reason = QStringLiteral("totp");
    event.detail = QStringLiteral("second step");
    event.source = {QStringLiteral("ndjson"), QStringLiteral("web1")};
    QVERIFY(imported.events[0] == event);
}

void TestImportFields::bothFormatsAgree()
{
    const Imported csv =
        importBytes("time,kind,user,address\n2026-05-30T10:00:00Z,logout,ann,192.0.2.1\n", optionsFor(Format::Csv));
    const Imported json =
        importBytes(R"({"time":"2026-05-30T10:00:00Z","kind":"logout","user":"ann","address":"192.0.2.1"})"
                    "\n",
                    optionsFor(Format::NdJson));
    QCOMPARE(csv.brief(), json.brief());
    QVERIFY(csv.fingerprints != json.fingerprints);
}

QTEST_GUILESS_MAIN(TestImportFields)
#include "tst_importfields.moc"
