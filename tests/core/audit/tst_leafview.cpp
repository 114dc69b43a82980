// SPDX-License-Identifier: GPL-3.0-or-later
// The fast reader must see in every leaf what the strict one sees.
#include "core/audit/eventcodec.h"
#include "core/audit/leafview.h"
#include "tests/core/audit/eventsamples.h"

#include <QTest>

#include <vector>

using namespace lw;
using namespace lw::audit;
using namespace lw::tests;

namespace {

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

bool same(std::string_view seen, const QString &expected)
{
    return QByteArrayView(seen.data(), static_cast<qsizetype>(seen.size())) == QByteArrayView(expected.toUtf8());
}

// Empty when all fields agree, else the name of the first that does not.
const char *difference(const LeafView &seen, const AuditEvent &event)
{
    if (seen.timeMs != event.time.toMSecsSinceEpoch()) return "time";
    if (seen.kind != event.kind) return "kind";
    if (seen.outcome != event.outcome) return "outcome";
    if (seen.actorType != event.actor.type) return "actor.type";
    if (seen.port != event.origin.port) return "origin.port";
    const std::vector<std::tuple<std::string_view, QString, const char *>> texts{
        {seen.id, event.id, "id"},
        {seen.actorId, event.actor.id, "actor.id"},
        {seen.actorName, event.actor.name, "actor.name"},
        {seen.address, event.origin.address, "origin.address"},
        {seen.service, event.origin.service, "origin.service"},
        {seen.agent, event.origin.agent, "origin.agent"},
        {seen.objectType, event.object.type, "object.type"},
        {seen.objectId, event.object.id, "object.id"},
        {seen.objectName, event.object.name, "object.name"},
        {seen.reason, event.reason, "reason"},
        {seen.detail, event.detail, "detail"},
        {seen.sourceFormat, event.source.format, "source.format"},
        {seen.sourceHost, event.source.host, "source.host"},
    };
    for (const auto &[given, expected, name] : texts)
        if (!same(given, expected)) return name;
    return "";
}

}  // namespace

class TestLeafView : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void seesTheSame();
    void everyKind();
    void reusedParserForgets();
    void times_data();
    void times();
    void refuses_data();
    void refuses();
    void neverMoreThanTheStrictReader();
    void sizeLimit();
};

void TestLeafView::seesTheSame()
{
    std::mt19937 random(7);
    LeafParser parser;
    for (int i = 0; i < 5000; ++i) {
        const QByteArray leaf = leafBytes(randomEvent(random));
        const Result<AuditEvent> event = eventFromLeaf(leaf);
        QVERIFY(event.ok());
        LeafView seen;
        QVERIFY2(parser.parse(view(leaf), seen), leaf.constData());
        QCOMPARE(difference(seen, *event), "");
    }
}

void TestLeafView::everyKind()
{
    LeafParser parser;
    for (EventKind kind : allEventKinds()) {
        for (AuditEvent event : {smallestEvent(), fullEvent()}) {
            event.kind = kind;
            const QByteArray leaf = leafBytes(event);
            LeafView seen;
            QVERIFY(parser.parse(view(leaf), seen));
            QCOMPARE(difference(seen, event), "");
        }
    }
}

void TestLeafView::reusedParserForgets()
{
    LeafParser parser;
    LeafView seen;
    const QByteArray full = leafBytes(fullEvent()), small = leafBytes(smallestEvent());
    QVERIFY(parser.parse(view(full), seen));
    QVERIFY(parser.parse(view(small), seen));
    QCOMPARE(difference(seen, smallestEvent()), "");
    QVERIFY(!parser.parse("{", seen));
    QVERIFY(parser.parse(view(small), seen));
    LeafParser moved = std::move(parser);
    QVERIFY(moved.parse(view(full), seen));
    QCOMPARE(difference(seen, fullEvent()), "");
}

void TestLeafView::times_data()
{
    QTest::addColumn<QDateTime>("time");
    const auto row = [](int year, int month, int day, QTime time = QTime(23, 59, 59, 999)) {
        QTest::addRow("%04d-%02d-%02d", year, month, day) << QDateTime(QDate(year, month, day), time, Qt::UTC);
    };
    row(1, 1, 1, QTime(0, 0));
    row(4, 2, 29);
    row(100, 2, 28);
    row(400, 2, 29);
    row(1582, 10, 15);
    row(1899, 12, 31);
    row(1969, 12, 31);
    row(1970, 1, 1, QTime(0, 0));
    row(2000, 2, 29);
    row(2000, 3, 1);
    row(2024, 2, 29);
    row(2026, 11, 22);
    row(2100, 2, 28);
    row(2100, 3, 1);
    row(9999, 12, 31);
}

void TestLeafView::times()
{
    QFETCH(QDateTime, time);
    AuditEvent event = smallestEvent();
    LeafParser parser;
    LeafView seen;
    for (int day = 0; day < 400 && time.date().year() <= 9999; ++day, time = time.addDays(1).addMSecs(-1)) {
        event.time = time;
        const QByteArray leaf = leafBytes(event);
        if (time.date().year() > 9999) break;
        QVERIFY(parser.parse(view(leaf), seen));
        QCOMPARE(seen.timeMs, time.toMSecsSinceEpoch());
    }
}

void TestLeafView::refuses_data()
{
    QTest::addColumn<QByteArray>("leaf");
    QTest::addColumn<QString>("field");
    const QByteArray good = leafBytes(fullEvent());
    const auto change = [&](const char *name, const char *from, const char *to, const char *field) {
        QByteArray leaf = good;
        Q_ASSERT(leaf.contains(from));
        QTest::newRow(name) << leaf.replace(from, to) << QString::fromLatin1(field);
    };
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("a list") << QByteArray("[]") << QString();
    QTest::newRow("empty object") << QByteArray("{}") << QString();
    QTest::newRow("cut off") << good.chopped(1) << QString();
    QTest::newRow("text after the end") << good + '}' << QString();
    change("invalid UTF-8", "bob",
           "b\xFF"
           "b",
           "");
    change("lone surrogate", "bob", "\\ud800", "");
    change("version 2", R"("v":1)", R"("v":2)", "v");
    change("no version", R"(,"v":1)", "", "v");
    change("unknown kind", "user.changed", "user.vanished", "kind");
    change("no kind", R"("kind":"user.changed",)", "", "kind");
    change("unknown outcome", R"("success")", R"("sure")", "outcome");
    change("no outcome", R"("outcome":"success",)", "", "outcome");
    change("unknown actor type", R"("type":"user")", R"("type":"pet")", "actor.type");
    change("actor a text", R"({"id":"usr_1","name":"ann.lee","type":"user"})", R"("ann")", "actor");
    change("no actor", R"("actor":{"id":"usr_1","name":"ann.lee","type":"user"},)", "", "actor");
    change("no id", R"("id":"evt_0123456789abcdefghijklmnop",)", "", "id");
    change("detail a number", R"("moved to sales")", "5", "detail");
    change("empty detail", R"("moved to sales")", R"("")", "detail");
    change("port 0", "5061", "0", "origin.port");
    change("port 65536", "5061", "65536", "origin.port");
    change("port negative", "5061", "-1", "origin.port");
    change("port as text", "5061", R"("5061")", "origin.port");
    change("unknown member of origin", "\"port\"", "\"door\"", "origin");
    change("no source format", R"("format":"asterisk",)", "", "source.format");
    change("before a text", R"({"n":1.5,"roles":["user"]})", R"("x")", "before");
    change("February 30", "11-22T", "02-30T", "time");
    change("hour 24", "T14:", "T24:", "time");
    change("minute 60", ":00:12", ":60:12", "time");
    change("second 60", ":12.418", ":60.418", "time");
    change("month 13", "-11-", "-13-", "time");
    change("year 0", "2026-", "0000-", "time");
    change("letters in the time", "12.418Z", "12.41xZ", "time");
    change("time with offset", "12.418Z", "12.418+00:00", "time");
}

void TestLeafView::refuses()
{
    QFETCH(QByteArray, leaf);
    QFETCH(QString, field);
    LeafParser parser;
    LeafView seen;
    QVERIFY2(!parser.parse(view(leaf), seen), "accepted");
    QCOMPARE(parser.error().code, Errc::InvalidInput);
    QCOMPARE(parser.error().field, field);
    QVERIFY(!eventFromLeaf(leaf));
}

void TestLeafView::neverMoreThanTheStrictReader()
{
    // What the strict reader takes, the fast one takes too and sees the same, whatever byte was changed.
    const QByteArray leaf = leafBytes(fullEvent());
    LeafParser parser;
    for (qsizetype i = 0; i < leaf.size(); ++i) {
        for (const char c : QByteArrayLiteral("\"}]:\\ 7Z\x02\xE2")) {
            QByteArray changed = leaf;
            changed[i] = c;
            LeafView seen;
            const bool fast = parser.parse(view(changed), seen);
            const Result<AuditEvent> strict = eventFromLeaf(changed);
            if (!strict) continue;
            QVERIFY2(fast, changed.constData());
            QCOMPARE(difference(seen, *strict), "");
        }
    }
}

void TestLeafView::sizeLimit()
{
    AuditEvent event = smallestEvent();
    event.detail = QStringLiteral("x");
    event.detail = QString(maxLeafBytes - leafBytes(event).size() + 1, u'x');
    LeafParser parser;
    LeafView seen;
    const QByteArray most = leafBytes(event);
    QCOMPARE(most.size(), maxLeafBytes);
    QVERIFY(parser.parse(view(most), seen));
    QCOMPARE(difference(seen, event), "");
    event.detail += u'x';
    const QByteArray more = leafBytes(event);
    QVERIFY(!parser.parse(view(more), seen));
    QCOMPARE(parser.error().code, Errc::TooLarge);
    QVERIFY(parser.parse(view(most), seen));
}

QTEST_GUILESS_MAIN(TestLeafView)
#include "tst_leafview.moc"
