// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/canonical.h"
#include "core/audit/eventcodec.h"
#include "core/audit/merkle.h"
#include "core/util/time.h"
#include "tests/core/audit/eventsamples.h"

#include <QTest>

using namespace lw;
using namespace lw::audit;
using namespace lw::tests;

namespace {

const QByteArray smallestLeaf(R"({"actor":{"type":"unknown"},"id":"evt_1","kind":"login.failed","outcome":"failure",)"
                              R"("source":{"format":"linewardend"},"time":"2026-11-22T14:00:12.418Z","v":1})");

}  // namespace

class TestEventCodec : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void exactBytes();
    void everyKind_data();
    void everyKind();
    void randomEventsRoundTrip();
    void strangeTextEverywhere_data();
    void strangeTextEverywhere();
    void timeIsCutToMilliseconds();
    void notUnicodeIsReplaced_data();
    void notUnicodeIsReplaced();
    void refuses_data();
    void refuses();
    void refusesOtherSpellings_data();
    void refusesOtherSpellings();
    void everyMutatedByte();
    void everyTruncation();
    void checkRefuses_data();
    void checkRefuses();
    void sizeLimit();
};

void TestEventCodec::exactBytes()
{
    QCOMPARE(leafBytes(smallestEvent()), smallestLeaf);
    // The example that docs/audit-log.md gives to outsiders.
    QCOMPARE(hashBytes(leafHash(smallestLeaf)).toHex(),
             QByteArray("bc356041bc59172aa6dfea9b8c6ebbde1fffea8f1417985715c0ce5db76a52ed"));
    const QByteArray full(
        R"({"actor":{"id":"usr_1","name":"ann.lee","type":"user"},"after":{"roles":[],"x":null},)"
        R"("before":{"n":1.5,"roles":["user"]},"detail":"moved to sales","id":"evt_0123456789abcdefghijklmnop",)"
        R"("kind":"user.changed","object":{"id":"usr_2","name":"bob","type":"account"},)"
        R"("origin":{"address":"2001:db8::5","agent":"Yealink T46S 66.85.0.5","port":5061,"service":"SIP/TLS"},)"
        R"("outcome":"success","reason":"reassigned","source":{"format":"asterisk","host":"pbx1"},)"
        R"("time":"2026-11-22T14:00:12.418Z","v":1})");
    QCOMPARE(leafBytes(fullEvent()), full);
    QCOMPARE(*canonicalise(full), full);
}

void TestEventCodec::everyKind_data()
{
    QTest::addColumn<AuditEvent>("event");
    for (EventKind kind : allEventKinds()) {
        for (AuditEvent event : {smallestEvent(), fullEvent()}) {
            event.kind = kind;
            QTest::addRow("%s, %s", kindName(kind).data(), event.before ? "full" : "smallest") << event;
        }
    }
}

void TestEventCodec::everyKind()
{
    QFETCH(AuditEvent, event);
    for (Outcome outcome : {Outcome::Success, Outcome::Failure}) {
        for (ActorType type : {ActorType::User, ActorType::Device, ActorType::System, ActorType::Unknown}) {
            event.outcome = outcome;
            event.actor.type = type;
            QVERIFY(checkEvent(event).ok());
            const Result<AuditEvent> read = eventFromLeaf(leafBytes(event));
            QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
            QVERIFY(*read == event);
        }
    }
}

void TestEventCodec::randomEventsRoundTrip()
{
    std::mt19937 random(20261122);
    for (int i = 0; i < 3000; ++i) {
        const AuditEvent event = randomEvent(random);
        const QByteArray leaf = leafBytes(event);
        const Result<AuditEvent> read = eventFromLeaf(leaf);
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message + QString::fromUtf8(leaf)));
        QVERIFY2(*read == event, leaf.constData());
        QCOMPARE(leafBytes(*read), leaf);
        QCOMPARE(*checkedLeaf(event), leaf);
        QCOMPARE(*canonicalise(leaf), leaf);
    }
}

void TestEventCodec::strangeTextEverywhere_data()
{
    QTest::addColumn<QString>("text");
    for (qsizetype i = 0; i < strangeTexts().size(); ++i)
        QTest::addRow("text %d", static_cast<int>(i)) << strangeTexts()[i];
}

void TestEventCodec::strangeTextEverywhere()
{
    QFETCH(QString, text);
    AuditEvent event = smallestEvent();
    event.actor = {ActorType::Unknown, text, text};
    event.origin = {text, 1, text, text};
    event.object = {text, text, text};
    event.reason = event.detail = text;
    event.source = {text, text};
    event.before = QJsonObject{{text, text}};
    const Result<AuditEvent> read = eventFromLeaf(leafBytes(event));
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QVERIFY(*read == event);
}

void TestEventCodec::timeIsCutToMilliseconds()
{
    AuditEvent event = smallestEvent();
    event.time = QDateTime(QDate(2026, 11, 22), QTime(15, 0, 12, 418), Qt::OffsetFromUTC, 3600);
    QCOMPARE(leafBytes(event), smallestLeaf);
}

void TestEventCodec::notUnicodeIsReplaced_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("stored");
    QTest::newRow("lone high surrogate") << QStringLiteral("a") + QChar(0xD83D) << QStringLiteral("a\uFFFD");
    QTest::newRow("lone low surrogate") << QString(QChar(0xDE00)) + u'b' << QStringLiteral("\uFFFDb");
    QTest::newRow("noncharacter") << QString(QChar(0xFFFE)) << QStringLiteral("\uFFFD");
    QTest::newRow("noncharacter of a high plane") << QString::fromUcs4(U"\U0001FFFF", 1) << QStringLiteral("\uFFFD");
}

void TestEventCodec::notUnicodeIsReplaced()
{
    QFETCH(QString, given);
    QFETCH(QString, stored);
    AuditEvent event = smallestEvent();
    event.actor.name = given;
    QVERIFY(checkEvent(event).ok());
    QCOMPARE(eventFromLeaf(leafBytes(event))->actor.name, stored);
}

void TestEventCodec::refuses_data()
{
    QTest::addColumn<QByteArray>("leaf");
    QTest::addColumn<QString>("field");
    const auto change = [](const char *name, const char *from, const char *to, const char *field) {
        QByteArray leaf = smallestLeaf;
        Q_ASSERT(leaf.contains(from));
        QTest::newRow(name) << leaf.replace(from, to) << QString::fromLatin1(field);
    };
    change("no version", R"(,"v":1)", "", "v");
    change("version 2", R"("v":1)", R"("v":2)", "v");
    change("version as text", R"("v":1)", R"("v":"1")", "v");
    change("version 1.5", R"("v":1)", R"("v":1.5)", "v");
    change("no id", R"("id":"evt_1",)", "", "id");
    change("empty id", R"("evt_1")", R"("")", "id");
    change("id a number", R"("evt_1")", "1", "id");
    change("no time", R"("time":"2026-11-22T14:00:12.418Z",)", "", "time");
    change("time with offset", "12.418Z", "12.418+00:00", "time");
    change("time without milliseconds", "12.418Z", "12Z", "time");
    change("time in microseconds", "12.418Z", "12.418000Z", "time");
    change("time that does not exist", "11-22T", "02-30T", "time");
    change("small z", "12.418Z", "12.418z", "time");
    change("time a number", R"("2026-11-22T14:00:12.418Z")", "1795356012418", "time");
    change("no kind", R"("kind":"login.failed",)", "", "kind");
    change("unknown kind", "login.failed", "login.fizzled", "kind");
    change("kind a number", R"("login.failed")", "2", "kind");
    change("no outcome", R"("outcome":"failure",)", "", "outcome");
    change("unknown outcome", R"("failure")", R"("maybe")", "outcome");
    change("no actor", R"("actor":{"type":"unknown"},)", "", "actor");
    change("actor a text", R"({"type":"unknown"})", R"("ann")", "actor");
    change("actor without type", R"({"type":"unknown"})", R"({"name":"ann"})", "actor.type");
    change("unknown actor type", R"("unknown")", R"("robot")", "actor.type");
    change("empty actor name", R"({"type":"unknown"})", R"({"name":"","type":"unknown"})", "actor.name");
    change("unknown member of actor", R"({"type":"unknown"})", R"({"age":3,"type":"unknown"})", "actor.age");
    change("no source", R"("source":{"format":"linewardend"},)", "", "source");
    change("source without format", R"({"format":"linewardend"})", R"({"host":"x"})", "source.format");
    change("empty source", R"({"format":"linewardend"})", "{}", "source.format");
    change("unknown member", R"("id":)", R"("colour":"red","id":)", "colour");
    change("null member", R"("id":)", R"("detail":null,"id":)", "detail");
    change("empty detail", R"("id":)", R"("detail":"","id":)", "detail");
    change("port 0", R"("outcome")", R"("origin":{"port":0},"outcome")", "origin.port");
    change("port 65536", R"("outcome")", R"("origin":{"port":65536},"outcome")", "origin.port");
    change("port as text", R"("outcome")", R"("origin":{"port":"5060"},"outcome")", "origin.port");
    change("port with fraction", R"("outcome")", R"("origin":{"port":1.5},"outcome")", "origin.port");
    change("origin a list", R"("outcome")", R"("origin":[],"outcome")", "origin");
    change("before a text", R"("id":)", R"("before":"x","id":)", "before");
    change("after null", R"("id":)", R"("after":null,"id":)", "after");
    change("empty origin", R"("outcome")", R"("origin":{},"outcome")", "");
    change("empty object", R"("outcome")", R"("object":{},"outcome")", "");
}

void TestEventCodec::refuses()
{
    QFETCH(QByteArray, leaf);
    QFETCH(QString, field);
    const Result<AuditEvent> read = eventFromLeaf(leaf);
    QVERIFY2(!read, "accepted");
    QCOMPARE(read.error().code, Errc::InvalidInput);
    QCOMPARE(read.error().field, field);
    QVERIFY(read.error().message.startsWith(field));
}

void TestEventCodec::refusesOtherSpellings_data()
{
    QTest::addColumn<QByteArray>("leaf");
    const auto row = [](const char *name, const QByteArray &leaf) { QTest::newRow(name) << leaf; };
    row("newline at the end", smallestLeaf + '\n');
    row("space at the start", ' ' + smallestLeaf);
    row("space inside", QByteArray(smallestLeaf).replace(":1}", ": 1}"));
    row("escaped letter", QByteArray(smallestLeaf).replace("evt_1", "\\u0065vt_1"));
    row("escaped solidus", QByteArray(smallestLeaf).replace("evt_1", "evt\\/1"));
    row("1.0", QByteArray(smallestLeaf).replace(":1}", ":1.0}"));
    row("1e0", QByteArray(smallestLeaf).replace(":1}", ":1e0}"));
    row("members out of order",
        R"({"id":"evt_1",)" + QByteArray(smallestLeaf).replace(R"("id":"evt_1",)", "").sliced(1));
    row("member twice", QByteArray(smallestLeaf).replace(R"("id")", R"("id":"evt_1","id")"));
    row("before out of order", QByteArray(smallestLeaf).replace(R"("id")", R"("before":{"b":1,"a":2},"id")"));
    row("a list", "[" + smallestLeaf + "]");
    row("a text", "\"x\"");
    row("nothing", "");
    row("byte order mark", "\xEF\xBB\xBF" + smallestLeaf);
    row("not JSON", "Nov 22 14:00:12 pbx1 sshd[1]: Failed password for root");
}

void TestEventCodec::refusesOtherSpellings()
{
    QFETCH(QByteArray, leaf);
    const Result<AuditEvent> read = eventFromLeaf(leaf);
    QVERIFY2(!read, "accepted");
    QCOMPARE(read.error().code, Errc::InvalidInput);
}

void TestEventCodec::everyMutatedByte()
{
    // Whatever byte is changed to whatever: refused, or another event that has exactly these bytes.
    const QByteArray leaf = leafBytes(fullEvent());
    const QByteArray replacements = QByteArrayLiteral("\"{}[],:\\ x0Z\x01\xC3");
    for (qsizetype i = 0; i < leaf.size(); ++i) {
        for (const char c : replacements) {
            if (leaf[i] == c) continue;
            QByteArray changed = leaf;
            changed[i] = c;
            const Result<AuditEvent> read = eventFromLeaf(changed);
            if (!read) continue;
            QVERIFY(!(*read == fullEvent()));
            QCOMPARE(leafBytes(*read), changed);
        }
    }
}

void TestEventCodec::everyTruncation()
{
    const QByteArray leaf = leafBytes(fullEvent());
    for (qsizetype i = 0; i < leaf.size(); ++i)
        QVERIFY(!eventFromLeaf(leaf.first(i)));
}

void TestEventCodec::checkRefuses_data()
{
    QTest::addColumn<AuditEvent>("event");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, auto &&change, const char *field) {
        AuditEvent event = fullEvent();
        change(event);
        QTest::newRow(name) << event << QString::fromLatin1(field);
    };
    row(
        "no id", [](AuditEvent &e) { e.id.clear(); }, "id");
    row(
        "no time", [](AuditEvent &e) { e.time = QDateTime(); }, "time");
    row(
        "year 12026", [](AuditEvent &e) { e.time = QDateTime(QDate(12026, 1, 1), QTime(0, 0), Qt::UTC); }, "time");
    row(
        "year before Christ", [](AuditEvent &e) { e.time = QDateTime(QDate(-5, 1, 1), QTime(0, 0), Qt::UTC); }, "time");
    row(
        "no source format", [](AuditEvent &e) { e.source.format.clear(); }, "source.format");
    row(
        "kind without a name", [](AuditEvent &e) { e.kind = static_cast<EventKind>(99); }, "kind");
    row(
        "outcome without a name", [](AuditEvent &e) { e.outcome = static_cast<Outcome>(9); }, "outcome");
    row(
        "actor type without a name", [](AuditEvent &e) { e.actor.type = static_cast<ActorType>(9); }, "actor.type");
}

void TestEventCodec::checkRefuses()
{
    QFETCH(AuditEvent, event);
    QFETCH(QString, field);
    const Result<void> result = checkEvent(event);
    QVERIFY2(!result, "accepted");
    QCOMPARE(result.error().code, Errc::InvalidInput);
    QCOMPARE(result.error().field, field);
    QVERIFY(!eventFromLeaf(leafBytes(event)));
}

void TestEventCodec::sizeLimit()
{
    AuditEvent event = smallestEvent();
    event.detail = QStringLiteral("x");
    event.detail = QString(maxLeafBytes - leafBytes(event).size() + 1, u'x');
    QCOMPARE(leafBytes(event).size(), maxLeafBytes);
    QVERIFY(checkEvent(event).ok());
    event.detail += u'x';
    QCOMPARE(checkEvent(event).error().code, Errc::TooLarge);
    QCOMPARE(eventFromLeaf(leafBytes(event)).error().code, Errc::TooLarge);
    // Nesting that the reader would refuse is refused before it gets into the log.
    QJsonObject nested;
    for (int i = 0; i < maxJsonDepth; ++i)
        nested = QJsonObject{{QStringLiteral("n"), nested}};
    event = smallestEvent();
    event.after = nested;
    QCOMPARE(checkEvent(event).error().code, Errc::InvalidInput);
}

QTEST_GUILESS_MAIN(TestEventCodec)
#include "tst_eventcodec.moc"
