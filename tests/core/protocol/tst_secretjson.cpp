// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/secretjson.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lw;
using namespace lw::protocol;

namespace {

constexpr QLatin1String password("password");

}  // namespace

class TestSecretJson : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void writes_data();
    void writes();
    void takes_data();
    void takes();
    void leavesAlone_data();
    void leavesAlone();
    void nothingStaysBehind();
    void everyTruncation();

  private:
    SecretMemory m_memory;
};

void TestSecretJson::writes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("plain") << QByteArray("correct horse");
    QTest::newRow("quotes") << QByteArray("\"\\/'");
    QTest::newRow("controls") << QByteArray("a\0b\x01\x1F\n\r\t\b\f\x7F", 11);
    QTest::newRow("Unicode") << QByteArray("p\xC3\xA4ss\xE2\x82\xAC\xF0\x9F\x94\x92");
}

void TestSecretJson::writes()
{
    QFETCH(QByteArray, text);
    QByteArray json = "{\"password\":";
    appendJsonText(json, text);
    json += '}';
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QVERIFY(document.isObject());
    QCOMPARE(document[password].toString().toUtf8(), text);
    SecretBody body(json);
    QCOMPARE(body.take(password).toByteArray(), text);
}

void TestSecretJson::takes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("secret");
    const auto row = [](const char *name, const char *json, const char *secret) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(secret);
    };
    row("only member", R"({"password":"s3cret"})", "s3cret");
    row("white space", "\n{ \"password\" \t: \r\n \"s3cret\" , \"a\":1}", "s3cret");
    row("first", R"({"password":"s3cret","login":"ann"})", "s3cret");
    row("last", R"({"login":"ann","password":"s3cret"})", "s3cret");
    row("after a list and an object", R"({"a":[1,{"b":"}"}],"c":{"password":"decoy"},"password":"s3cret"})", "s3cret");
    row("after the same text as a value", R"({"a":"password","password":"s3cret"})", "s3cret");
    row("name as the secret", R"({"password":"password"})", "password");
    row("after escaped quotes", R"({"a":"\"\\","password":"s3cret"})", "s3cret");
    row("escapes", R"({"password":"\u0041\n\"\\\/\u00e9\ud83d\ude00"})", "A\n\"\\/\xC3\xA9\xF0\x9F\x98\x80");
    row("braces inside", R"({"password":"}{][,:"})", "}{][,:");
    row("UTF-8", "{\"password\":\"p\xC3\xA4ss\"}", "p\xC3\xA4ss");
    row("one character", R"({"password":"x"})", "x");
}

void TestSecretJson::takes()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, secret);
    SecretBody body(json);
    QCOMPARE(body.take(password).toByteArray(), secret);
    // What is left is the same document with an empty text, of the same length.
    QCOMPARE(body.rest().size(), json.size());
    const QJsonObject rest = QJsonDocument::fromJson(body.rest().toByteArray()).object();
    QJsonObject expected = QJsonDocument::fromJson(json).object();
    expected[password] = QString();
    QCOMPARE(rest, expected);
    QCOMPARE(body.take(password).size(), 0);
}

void TestSecretJson::leavesAlone_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const char *json) { QTest::newRow(name) << QByteArray(json); };
    row("nothing", "");
    row("no such member", R"({"login":"ann"})");
    row("a number", R"({"password":5})");
    row("null", R"({"password":null})");
    row("an object", R"({"password":{"password":"x"}})");
    row("deeper only", R"({"a":{"password":"x"}})");
    row("in a list of objects", R"([{"password":"x"}])");
    row("only as a value", R"({"a":"password"})");
    row("value in a list", R"({"a":["password","x"]})");
    row("longer name", R"({"password2":"x"})");
    row("capitals", R"({"Password":"x"})");
    row("no JSON", "password=x");
    row("text only", R"("password")");
    row("unfinished text", R"({"password":"x)");
    row("unfinished escape", "{\"password\":\"x\\");
    row("bad escape", R"({"password":"\q"})");
    row("lone surrogate", R"({"password":"\ud800"})");
    row("raw control character", "{\"password\":\"a\nb\"}");
}

void TestSecretJson::leavesAlone()
{
    QFETCH(QByteArray, json);
    SecretBody body(json);
    QCOMPARE(body.take(password).size(), 0);
    QCOMPARE(body.rest().toByteArray(), json);
}

void TestSecretJson::nothingStaysBehind()
{
    // Twice the same member: neither is taken as the secret, and both are gone from what others read.
    SecretBody twice(R"({"password":"first","password":"second"})");
    QCOMPARE(twice.take(password).size(), 0);
    QVERIFY(!twice.rest().toByteArray().contains("first"));
    QVERIFY(!twice.rest().toByteArray().contains("second"));
    // The caller's own bytes are the caller's to wipe.
    const QByteArray json = R"({"password":"s3cret"})";
    SecretBody body(json);
    QCOMPARE(body.take(password).toByteArray(), QByteArray("s3cret"));
    QVERIFY(json.contains("s3cret"));
    QVERIFY(!body.rest().toByteArray().contains("s3cret"));
}

void TestSecretJson::everyTruncation()
{
    const QByteArray json = R"({"a":[{"x":"\""}],"password":"s\u00e93\\cret","next":"n"})";
    for (qsizetype size = 0; size <= json.size(); ++size) {
        for (qsizetype from = 0; from < 4 && from <= size; ++from) {
            SecretBody body(json.sliced(from, size - from));
            (void)body.take(password);
            (void)body.take(QLatin1String("next"));
            QCOMPARE(body.rest().size(), size - from);
        }
    }
}

QTEST_GUILESS_MAIN(TestSecretJson)
#include "tst_secretjson.moc"
