// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 8785 against its published vectors, JSONTestSuite and ECMAScript's number layout.
#include "core/audit/canonical.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <bit>
#include <cmath>
#include <limits>

using namespace lw;
using namespace lw::audit;

namespace {

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QString suiteFolder = QStringLiteral(LW_SHARED_DATA "/formats/json");
const QString jcsFolder = QStringLiteral(LW_SHARED_DATA "/formats/jcs");

// Texts of the suite that are JSON but not I-JSON (RFC 7493), which RFC 8785 builds on.
const QHash<QString, QString> &notIJson()
{
    static const QString twice = QStringLiteral("a member name is used twice");
    static const QString noncharacter = QStringLiteral("noncharacter");
    static const QHash<QString, QString> reasons{
        {QStringLiteral("y_object_duplicated_key.json"), twice},
        {QStringLiteral("y_object_duplicated_key_and_value.json"), twice},
        {QStringLiteral("y_string_escaped_noncharacter.json"), noncharacter},
        {QStringLiteral("y_string_last_surrogates_1_and_2.json"), noncharacter},
        {QStringLiteral("y_string_nonCharacterInUTF-8_U+10FFFF.json"), noncharacter},
        {QStringLiteral("y_string_nonCharacterInUTF-8_U+FFFF.json"), noncharacter},
        {QStringLiteral("y_string_unicode_U+10FFFE_nonchar.json"), noncharacter},
        {QStringLiteral("y_string_unicode_U+1FFFE_nonchar.json"), noncharacter},
        {QStringLiteral("y_string_unicode_U+FDD0_nonchar.json"), noncharacter},
        {QStringLiteral("y_string_unicode_U+FFFE_nonchar.json"), noncharacter},
    };
    return reasons;
}

}  // namespace

class TestCanonical : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void suite_data();
    void suite();
    void vectors_data();
    void vectors();
    void numbers_data();
    void numbers();
    void numbersReadBack();
    void texts_data();
    void texts();
    void refuses_data();
    void refuses();
    void isStable_data() { suite_data(); }
    void isStable();
    void depth();
    void size();
    void ofQtValues_data();
    void ofQtValues();
    void ofQtValuesNeverInvalid();
};

void TestCanonical::suite_data()
{
    QTest::addColumn<QString>("file");
    const QStringList files = QDir(suiteFolder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    if (files.isEmpty()) QSKIP("The JSON texts are not at ../shared/data/formats/json.");
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file;
}

void TestCanonical::suite()
{
    QFETCH(QString, file);
    const Result<QByteArray> result = canonicalise(readFile(suiteFolder + u'/' + file));
    const QString reason = notIJson().value(file);
    if (file.startsWith(u"n_") || !reason.isEmpty()) {
        QVERIFY2(!result, "accepted");
        QCOMPARE(result.error().code, Errc::InvalidInput);
        QVERIFY2(result.error().message.contains(reason), qPrintable(result.error().message));
    } else {
        QVERIFY2(result.ok(), result ? "" : qPrintable(result.error().message));
    }
}

void TestCanonical::isStable()
{
    QFETCH(QString, file);
    const Result<QByteArray> once = canonicalise(readFile(suiteFolder + u'/' + file));
    if (!once) return;
    const Result<QByteArray> twice = canonicalise(*once);
    QVERIFY(twice.ok());
    QCOMPARE(*twice, *once);
}

void TestCanonical::vectors_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("output");
    const QStringList files = QDir(jcsFolder + QStringLiteral("/input")).entryList(QDir::Files, QDir::Name);
    if (files.isEmpty()) QSKIP("The RFC 8785 vectors are not at ../shared/data/formats/jcs.");
    for (const QString &file : files) {
        const QByteArray input = readFile(jcsFolder + QStringLiteral("/input/") + file);
        QTest::addRow("%s", qPrintable(file)) << input << readFile(jcsFolder + QStringLiteral("/output/") + file);
        const QString hex = jcsFolder + QStringLiteral("/outhex/") + file.chopped(5) + QStringLiteral(".txt");
        QTest::addRow("%s, hex", qPrintable(file)) << input << QByteArray::fromHex(readFile(hex));
    }
}

void TestCanonical::vectors()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, output);
    QVERIFY(!input.isEmpty() && !output.isEmpty());
    const Result<QByteArray> result = canonicalise(input);
    QVERIFY(result.ok());
    QCOMPARE(*result, output);
    QCOMPARE(*canonicalise(output), output);
}

// The table of RFC 8785 appendix B, and the borders of ECMAScript's layouts.
void TestCanonical::numbers_data()
{
    QTest::addColumn<quint64>("bits");
    QTest::addColumn<QByteArray>("text");
    const auto bits = [](quint64 value, const char *text) { QTest::newRow(text) << value << QByteArray(text); };
    bits(0x0000000000000000, "0");
    QTest::newRow("minus zero") << quint64(0x8000000000000000) << QByteArray("0");
    bits(0x0000000000000001, "5e-324");
    bits(0x8000000000000001, "-5e-324");
    bits(0x7fefffffffffffff, "1.7976931348623157e+308");
    bits(0xffefffffffffffff, "-1.7976931348623157e+308");
    bits(0x4340000000000000, "9007199254740992");
    bits(0xc340000000000000, "-9007199254740992");
    bits(0x4430000000000000, "295147905179352830000");
    bits(0x44b52d02c7e14af5, "9.999999999999997e+22");
    bits(0x44b52d02c7e14af6, "1e+23");
    bits(0x44b52d02c7e14af7, "1.0000000000000001e+23");
    bits(0x444b1ae4d6e2ef4e, "999999999999999700000");
    bits(0x444b1ae4d6e2ef4f, "999999999999999900000");
    bits(0x444b1ae4d6e2ef50, "1e+21");
    bits(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7");
    bits(0x3eb0c6f7a0b5ed8d, "0.000001");
    bits(0x41b3de4355555553, "333333333.3333332");
    bits(0x41b3de4355555554, "333333333.33333325");
    bits(0x41b3de4355555555, "333333333.3333333");
    bits(0x41b3de4355555556, "333333333.3333334");
    bits(0x41b3de4355555557, "333333333.33333343");
    bits(0xbecbf647612f3696, "-0.0000033333333333333333");
    bits(0x43143ff3c1cb0959, "1424953923781206.2");
    const auto number = [](double value, const char *text) {
        QTest::newRow(text) << std::bit_cast<quint64>(value) << QByteArray(text);
    };
    number(1, "1");
    number(-1.5, "-1.5");
    number(10, "10");
    number(0.1, "0.1");
    number(0.001, "0.001");
    number(1e-7, "1e-7");
    number(1.5e-7, "1.5e-7");
    number(1e20, "100000000000000000000");
    number(1.5e300, "1.5e+300");
    number(123456.789, "123456.789");
    number(100.5, "100.5");
    number(1e100, "1e+100");
}

void TestCanonical::numbers()
{
    QFETCH(quint64, bits);
    QFETCH(QByteArray, text);
    QCOMPARE(canonicalNumber(std::bit_cast<double>(bits)), text);
    QCOMPARE(*canonicalise(text), text);
}

void TestCanonical::numbersReadBack()
{
    quint64 state = 88172645463325252ULL;
    int checked = 0;
    while (checked < 20'000) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        const double number = std::bit_cast<double>(state);
        if (!std::isfinite(number)) continue;
        ++checked;
        const QByteArray text = canonicalNumber(number);
        bool ok = false;
        QCOMPARE(text.toDouble(&ok), number);
        QVERIFY(ok);
        QCOMPARE(*canonicalise(text), text);
    }
}

void TestCanonical::texts_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("output");
    const auto row = [](const char *name, const QByteArray &in, const QByteArray &out) {
        QTest::newRow(name) << in << out;
    };
    row("white space", " { \"a\" :\t1 ,\r\n\"b\":[ ] } \n", "{\"a\":1,\"b\":[]}");
    row("short escapes", R"("\u0008\u0009\u000a\u000c\u000d\u0022\u005c")", R"("\b\t\n\f\r\"\\")");
    row("other controls", R"("\u0000\u001F\u007f")", "\"\\u0000\\u001f\x7f\"");
    row("solidus is plain", R"("\/")", "\"/\"");
    row("escape of a letter", R"("\u00e9\u20AC\ud83D\uDE00")", "\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\"");
    row("byte order mark inside a text stays", "\"\xEF\xBB\xBFx\"", "\"\xEF\xBB\xBFx\"");
    row("no normalisation", "\"e\xCC\x81\"", "\"e\xCC\x81\"");
    row("order by UTF-16, not code points", R"({"\ufb33":1,"\ud83d\ude02":2})",
        "{\"\xF0\x9F\x98\x82\":2,\"\xEF\xAC\xB3\":1}");
    row("order: shorter first", R"({"aa":1,"a":2,"":3})", R"({"":3,"a":2,"aa":1})");
    row("order: nested too", R"([{"b":{"d":1,"c":2},"a":0}])", R"([{"a":0,"b":{"c":2,"d":1}}])");
    row("numeric names are texts", R"({"10":1,"9":2})", R"({"10":1,"9":2})");
    row("arrays keep their order", "[3,1,2]", "[3,1,2]");
    row("number spellings", "[1.0,1e0,10E-1,-0,-0.0,0e9,1E+2]", "[1,1,1,0,0,0,100]");
    row("underflow is zero", "[1e-400,-1e-9999999999,0.0001e-400]", "[0,0,0]");
    row("zero to a great power", "0e999999", "0");
    row("beyond 2^53 is a double", "9007199254740993", "9007199254740992");
    row("literals", "[true,false,null]", "[true,false,null]");
}

void TestCanonical::texts()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, output);
    const Result<QByteArray> result = canonicalise(input);
    QVERIFY2(result.ok(), result ? "" : qPrintable(result.error().message));
    QCOMPARE(*result, output);
}

void TestCanonical::refuses_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, const QByteArray &in, const char *why) {
        QTest::newRow(name) << in << QString::fromLatin1(why);
    };
    row("nothing", "", "expected a value");
    row("white space only", " \n", "expected a value");
    row("name twice", R"({"a":1,"b":2,"a":3})", "twice");
    row("name twice, other spelling", R"({"a":1,"\u0061":1})", "twice");
    row("name twice, deep", R"([{"x":{"y":1,"y":1}}])", "twice");
    row("lone high surrogate", R"("\ud800")", "lone surrogate");
    row("lone low surrogate", R"("\udc00")", "lone surrogate");
    row("high surrogate before text", R"("\ud800x")", "lone surrogate");
    row("two high surrogates", R"("\ud800\ud800")", "lone surrogate");
    row("surrogate in a name", R"({"\udfff":1})", "lone surrogate");
    row("surrogate in UTF-8", "\"\xED\xA0\x80\"", "invalid UTF-8");
    row("overlong slash", "\"\xC0\xAF\"", "invalid UTF-8");
    row("overlong NUL", "\"\xE0\x80\x80\"", "invalid UTF-8");
    row("overlong four bytes", "\"\xF0\x80\x80\x80\"", "invalid UTF-8");
    row("beyond Unicode", "\"\xF4\x90\x80\x80\"", "invalid UTF-8");
    row("truncated sequence", "\"\xE2\x82\"", "invalid UTF-8");
    row("truncated at the end", "\"\xE2\x82", "invalid UTF-8");
    row("Latin-1", "\"\xE9\"", "invalid UTF-8");
    row("stray tail byte", "\"\x80\"", "invalid UTF-8");
    row("noncharacter", R"("\ufffe")", "noncharacter");
    row("noncharacter of a high plane", R"("\ud83f\udfff")", "noncharacter");
    row("byte order mark", "\xEF\xBB\xBF{}", "expected a value");
    row("too large a number", "1e309", "double");
    row("too large a negative number", "-1e400", "double");
    row("too many digits", "1" + QByteArray(400, '0'), "double");
    row("absurd exponent", "1e99999999999999999999", "double");
    row("raw newline in a text", "\"a\nb\"", "control character");
    row("NUL after the value", QByteArray("1\0", 2), "after the end");
    row("two values", "1 2", "after the end");
    row("hex number", "0x10", "after the end");
    row("plus sign", "+1", "expected a value");
    row("comment", "/**/1", "expected a value");
    row("single quotes", "'a'", "expected a value");
    row("trailing comma", "{\"a\":1,}", "member name");
    row("capital literal", "True", "expected a value");
    row("unfinished escape", "\"\\", "unfinished");
    row("unfinished hex", "\"\\u12", "incomplete");
    row("signed hex", R"("\u-123")", "incomplete");
}

void TestCanonical::refuses()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, why);
    const Result<QByteArray> result = canonicalise(input);
    QVERIFY2(!result, "accepted");
    QCOMPARE(result.error().code, Errc::InvalidInput);
    QVERIFY2(result.error().message.contains(why), qPrintable(result.error().message));
}

void TestCanonical::depth()
{
    const auto nested = [](int levels) { return QByteArray(levels, '[') + QByteArray(levels, ']'); };
    QVERIFY(canonicalise(nested(maxJsonDepth)).ok());
    QVERIFY(!canonicalise(nested(maxJsonDepth + 1)));
    QVERIFY(!canonicalise(nested(100'000)));
    QVERIFY(!canonicalise(QByteArray(1'000'000, '[')));
    QByteArray objects = "1";
    for (int i = 0; i < maxJsonDepth; ++i)
        objects = "{\"a\":" + objects + '}';
    QVERIFY(canonicalise(objects).ok());
    QVERIFY(!canonicalise("{\"a\":" + objects + '}'));
}

void TestCanonical::size()
{
    const QByteArray text = '"' + QByteArray(maxJsonBytes - 2, 'x') + '"';
    QVERIFY(canonicalise(text).ok());
    const Result<QByteArray> result = canonicalise(text + ' ');
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::TooLarge);
    // Very many members in the worst order must not take quadratic time.
    QByteArray members = "{";
    for (int i = 99'999; i >= 10'000; --i)
        members += '"' + QByteArray::number(i) + "\":0,";
    members.back() = '}';
    QVERIFY(members.size() <= maxJsonBytes);
    const Result<QByteArray> sorted = canonicalise(members);
    QVERIFY(sorted.ok());
    QVERIFY(sorted->startsWith("{\"10000\":0,\"10001\":0,"));
}

void TestCanonical::ofQtValues_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QByteArray>("output");
    const auto row = [](const char *name, const QJsonValue &value, const QByteArray &output) {
        QTest::newRow(name) << value << output;
    };
    row("null", QJsonValue(), "null");
    row("undefined", QJsonValue(QJsonValue::Undefined), "null");
    row("true", true, "true");
    row("integer", 42, "42");
    row("large integer", qint64(9'007'199'254'740'993), "9007199254740992");
    row("double", 0.5, "0.5");
    row("not a number", std::numeric_limits<double>::quiet_NaN(), "null");
    row("infinite", std::numeric_limits<double>::infinity(), "null");
    row("text", QStringLiteral("a\"\\\n\u00e9"), "\"a\\\"\\\\\\n\xC3\xA9\"");
    row("lone surrogate", QString(QChar(0xD800)), "\"\xEF\xBF\xBD\"");
    row("reversed pair", QString(QChar(0xDC00)) + QChar(0xD800), "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
    row("noncharacter", QString(QChar(0xFFFF)), "\"\xEF\xBF\xBD\"");
    row("array", QJsonArray{1, QJsonArray{}, QStringLiteral("x")}, "[1,[],\"x\"]");
    row("object", QJsonObject{{QStringLiteral("b"), 1}, {QStringLiteral("a"), QJsonObject{}}}, "{\"a\":{},\"b\":1}");
    row("order by UTF-16",
        QJsonObject{{QStringLiteral("\uFB33"), 1}, {QStringLiteral("\U0001F602"), 2}, {QStringLiteral("z"), 3}},
        "{\"z\":3,\"\xF0\x9F\x98\x82\":2,\"\xEF\xAC\xB3\":1}");
}

void TestCanonical::ofQtValues()
{
    QFETCH(QJsonValue, value);
    QFETCH(QByteArray, output);
    QCOMPARE(canonicalJson(value), output);
}

void TestCanonical::ofQtValuesNeverInvalid()
{
    // Every UTF-16 code unit, alone and in pairs with its neighbour: always canonical JSON.
    for (int unit = 0; unit < 0x10000; ++unit) {
        const QString text = QString(QChar(static_cast<char16_t>(unit))) + QChar(static_cast<char16_t>(unit ^ 0x400));
        const QByteArray json = canonicalJson(text);
        const Result<QByteArray> result = canonicalise(json);
        if (!result || *result != json) QFAIL(qPrintable(QStringLiteral("code unit %1").arg(unit, 4, 16)));
    }
}

QTEST_GUILESS_MAIN(TestCanonical)
#include "tst_canonical.moc"
