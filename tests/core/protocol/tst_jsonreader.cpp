// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/jsonreader.h"

#include <QTest>

using namespace lw;
using namespace lw::protocol;

namespace {

constexpr QLatin1String x("x");

}  // namespace

class TestJsonReader : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void documents_data();
    void documents();
    void firstErrorWins();
    void absentAndNull();
    void ownRules();
    void hashesAreStrict();
};

// Each row reads member "x" of the document by one getter.
void TestJsonReader::accepts_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("getter");
    QTest::addColumn<QString>("seen");
    const auto row = [](const char *json, const char *getter, const char *seen) {
        QTest::addRow("%s as %s", json, getter)
            << QByteArray(json) << QString::fromLatin1(getter) << QString::fromUtf8(seen);
    };
    row(R"({"x":"ann"})", "text", "ann");
    row(R"({"x":"12345678"})", "text", "12345678");
    row(R"({"x":"\u00e9\ud83d\ude00"})", "text", "\u00e9\U0001F600");
    row(R"({"x":true})", "boolean", "true");
    row(R"({"x":false})", "boolean", "false");
    row(R"({"x":0})", "integer", "0");
    row(R"({"x":100})", "integer", "100");
    row(R"({"x":1e1})", "integer", "10");
    row(R"({"x":7.0})", "integer", "7");
    row(R"({"x":"2026-11-22T15:00:12.418+01:00"})", "instant", "2026-11-22T14:00:12.418Z");
    row(R"({"x":["a","b"]})", "texts", "a,b");
    row(R"({"x":[]})", "texts", "");
    row(R"({"x":[1,2]})", "integers", "1,2");
    row(R"({"x":{"y":"z"}})", "object", "z");
    row(R"({"x":[{"y":"a"},{"y":"b"}]})", "objects", "a,b");
    row(R"({"other":5,"x":"ann"})", "text", "ann");
}

namespace {

QString readBy(const QString &getter, JsonReader &reader)
{
    QStringList seen;
    if (getter == u"text") seen = QStringList{reader.text(x, 8)};
    if (getter == u"boolean") seen = QStringList{reader.boolean(x) ? QStringLiteral("true") : QStringLiteral("false")};
    if (getter == u"integer") seen = QStringList{QString::number(reader.integer(x, 0, 100))};
    if (getter == u"instant") seen = QStringList{reader.instant(x).toString(Qt::ISODateWithMs)};
    if (getter == u"texts") seen = reader.texts(x, 3, 8);
    if (getter == u"integers")
        for (qint64 number : reader.integers(x, 3, 0, 100))
            seen.append(QString::number(number));
    if (getter == u"object") seen = QStringList{reader.object(x).text(QLatin1String("y"), 8)};
    if (getter == u"objects")
        for (JsonReader &element : reader.objects(x, 3))
            seen.append(element.text(QLatin1String("y"), 8));
    if (getter == u"hashes") (void)reader.hashes(x, 3);
    return seen.join(u',');
}

}  // namespace

void TestJsonReader::accepts()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, getter);
    QFETCH(QString, seen);
    JsonReader reader = JsonReader::parse(json, 1000, Errc::Protocol);
    QCOMPARE(readBy(getter, reader), seen);
    QVERIFY2(reader.ok(), qPrintable(reader.error().message));
    QCOMPARE(*reader.finish(5), 5);
}

void TestJsonReader::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("getter");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *json, const char *getter, const char *message) {
        QTest::addRow("%s as %s", json, getter)
            << QByteArray(json) << QString::fromLatin1(getter) << QString::fromUtf8(message);
    };
    row("{}", "text", "x is missing.");
    row(R"({"x":null})", "text", "x is missing.");
    row(R"({"X":"ann"})", "text", "x is missing.");
    row(R"({"x":5})", "text", "x must be text.");
    row(R"({"x":["ann"]})", "text", "x must be text.");
    row(R"({"x":""})", "text", "x must not be empty.");
    row(R"({"x":"123456789"})", "text", "x must have at most 8 characters.");
    row(R"({"x":"\ud800"})", "text", "x must be Unicode text without lone surrogates.");
    row("{}", "boolean", "x is missing.");
    row(R"({"x":"true"})", "boolean", "x must be true or false.");
    row(R"({"x":1})", "boolean", "x must be true or false.");
    row("{}", "integer", "x is missing.");
    row(R"({"x":"5"})", "integer", "x must be a whole number from 0 to 100.");
    row(R"({"x":-1})", "integer", "x must be a whole number from 0 to 100.");
    row(R"({"x":101})", "integer", "x must be a whole number from 0 to 100.");
    row(R"({"x":1.5})", "integer", "x must be a whole number from 0 to 100.");
    row(R"({"x":1e300})", "integer", "x must be a whole number from 0 to 100.");
    row(R"({"x":true})", "integer", "x must be a whole number from 0 to 100.");
    row(R"({"x":"yesterday"})", "instant", "x must be a time like 2026-11-22T14:00:12.418Z.");
    row(R"({"x":1795356012418})", "instant", "x must be a time like 2026-11-22T14:00:12.418Z.");
    row(R"({"x":"2026-02-29T00:00:00Z"})", "instant", "x must be a time like 2026-11-22T14:00:12.418Z.");
    row("{}", "texts", "x is missing.");
    row(R"({"x":"a"})", "texts", "x must be a list.");
    row(R"({"x":{}})", "texts", "x must be a list.");
    row(R"({"x":["a","b","c","d"]})", "texts", "x must have at most 3 elements.");
    row(R"({"x":["a",5]})", "texts", "x[1] must be text.");
    row(R"({"x":["a","b",""]})", "texts", "x[2] must not be empty.");
    row(R"({"x":[null]})", "texts", "x[0] must be text.");
    row(R"({"x":[1,"2"]})", "integers", "x[1] must be a whole number from 0 to 100.");
    row(R"({"x":[]})", "object", "x must be an object.");
    row(R"({"x":{}})", "object", "x.y is missing.");
    row(R"({"x":{"y":5}})", "object", "x.y must be text.");
    row(R"({"x":[{"y":"a"},{"y":5}]})", "objects", "x[1].y must be text.");
    row(R"({"x":[{"y":"a"},"b"]})", "objects", "x[1] must be an object.");
    row(R"({"x":[{},{},{},{}]})", "objects", "x must have at most 3 elements.");
    row(R"({"x":["a"]})", "hashes", "x[0] must be base64 of a SHA-256 hash.");
}

void TestJsonReader::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, getter);
    QFETCH(QString, message);
    for (Errc code : {Errc::InvalidInput, Errc::Protocol}) {
        JsonReader reader = JsonReader::parse(json, 1000, code);
        readBy(getter, reader);
        QVERIFY2(!reader.ok(), "accepted");
        QCOMPARE(reader.error().code, code);
        QCOMPARE(reader.error().message, message);
        QCOMPARE(reader.error().field, message.first(message.indexOf(u' ')));
        QVERIFY(!reader.finish(5));
    }
}

void TestJsonReader::documents_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Errc>("code");
    QTest::newRow("nothing") << QByteArray() << Errc::InvalidInput;
    QTest::newRow("text") << QByteArray("\"x\"") << Errc::InvalidInput;
    QTest::newRow("list") << QByteArray("[]") << Errc::InvalidInput;
    QTest::newRow("null") << QByteArray("null") << Errc::InvalidInput;
    QTest::newRow("cut off") << QByteArray("{\"x\":") << Errc::InvalidInput;
    QTest::newRow("two documents") << QByteArray("{}{}") << Errc::InvalidInput;
    QTest::newRow("invalid UTF-8") << QByteArray("{\"x\":\"\xFF\"}") << Errc::InvalidInput;
    QTest::newRow("web page") << QByteArray("<html></html>") << Errc::InvalidInput;
    QTest::newRow("too large") << QByteArray(1001, ' ') << Errc::TooLarge;
    QTest::newRow("nested beyond reason") << QByteArray(1000, '[') << Errc::InvalidInput;
}

void TestJsonReader::documents()
{
    QFETCH(QByteArray, json);
    QFETCH(Errc, code);
    JsonReader reader = JsonReader::parse(json, 1000, Errc::InvalidInput);
    QVERIFY(!reader.ok());
    QCOMPARE(reader.error().code, code);
    QVERIFY(reader.error().field.isEmpty());
    // The getters stay quiet and keep the first error.
    QCOMPARE(reader.text(x, 5), QString());
    QVERIFY(reader.error().field.isEmpty());
}

void TestJsonReader::firstErrorWins()
{
    JsonReader reader = JsonReader::parse(R"({"a":5,"b":{"c":6}})", 1000, Errc::InvalidInput);
    reader.text(QLatin1String("a"), 9);
    reader.object(QLatin1String("b")).text(QLatin1String("c"), 9);
    reader.text(QLatin1String("d"), 9);
    reader.refuse(QLatin1String("e"), QStringLiteral("is wrong"));
    QCOMPARE(reader.error().field, QStringLiteral("a"));
}

void TestJsonReader::absentAndNull()
{
    using Need = JsonReader::Need;
    JsonReader reader = JsonReader::parse(R"({"n":null})", 1000, Errc::InvalidInput);
    for (const QLatin1String name : {QLatin1String("n"), QLatin1String("none")}) {
        QVERIFY(!reader.has(name));
        QCOMPARE(reader.text(name, 9, Need::Optional), QString());
        QCOMPARE(reader.boolean(name, Need::Optional), false);
        QCOMPARE(reader.integer(name, 1, 9, Need::Optional), 0);
        QVERIFY(!reader.instant(name, Need::Optional).isValid());
        QVERIFY(!reader.optionalObject(name));
    }
    QVERIFY(reader.ok());
}

void TestJsonReader::ownRules()
{
    JsonReader reader = JsonReader::parse(R"({"a":{}})", 1000, Errc::InvalidInput);
    std::optional<JsonReader> inner = reader.optionalObject(QLatin1String("a"));
    inner->refuse(QLatin1String("b"), QStringLiteral("must be green"));
    QCOMPARE(reader.error().message, QStringLiteral("a.b must be green."));
    QCOMPARE(reader.error().field, QStringLiteral("a.b"));
}

void TestJsonReader::hashesAreStrict()
{
    const QByteArray good = QByteArray(32, 'h').toBase64();
    const auto read = [](const QByteArray &element) {
        JsonReader reader = JsonReader::parse("{\"x\":[\"" + element + "\"]}", 1000, Errc::Protocol);
        const QList<Hash> hashes = reader.hashes(x, 2);
        return reader.ok() && hashes.size() == 1 && hashes[0][31] == 'h';
    };
    QVERIFY(read(good));
    QVERIFY(!read(good.chopped(1)));
    QVERIFY(!read(good + '='));
    QVERIFY(!read(' ' + good));
    QVERIFY(!read(QByteArray(31, 'h').toBase64()));
    QVERIFY(!read(QByteArray(33, 'h').toBase64()));
    QVERIFY(!read(QByteArray(32, '\xFF').toBase64(QByteArray::Base64UrlEncoding)));
}

QTEST_GUILESS_MAIN(TestJsonReader)
#include "tst_jsonreader.moc"
