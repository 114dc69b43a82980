// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/checkpoint.h"
#include "core/audit/merkle.h"

#include <QTest>

#include <limits>

using namespace lw;
using namespace lw::audit;

namespace {

const QString origin = QStringLiteral("linewarden.example/acme");
const QByteArray rootText("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=");
const QByteArray goodText = "linewarden.example/acme\n20852163\n" + rootText + '\n';

}  // namespace

class TestCheckpoint : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void exactText();
    void extensionLines();
    void refusesText_data();
    void refusesText();
    void refusesTextEvenSigned_data() { refusesText_data(); }
    void refusesTextEvenSigned();
    void otherLog();
    void oneKeyForSeveralLogs();
    void originMustBeAName_data();
    void originMustBeAName();

  private:
    SecretMemory m_memory;
};

void TestCheckpoint::roundTrip_data()
{
    QTest::addColumn<quint64>("size");
    QTest::newRow("empty") << quint64(0);
    QTest::newRow("one") << quint64(1);
    QTest::newRow("a million") << quint64(1'000'000);
    QTest::newRow("beyond 2^53") << (quint64(1) << 60);
    QTest::newRow("the most") << std::numeric_limits<quint64>::max();
}

void TestCheckpoint::roundTrip()
{
    QFETCH(quint64, size);
    const Hash root = size == 0 ? emptyRoot() : leafHash("x");
    const Signer signer = *Signer::generate(origin);
    const Result<QByteArray> note = signCheckpoint(origin, size, root, signer);
    const Result<Checkpoint> read = openCheckpoint(*note, signer.verifierKey());
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->origin, origin);
    QCOMPARE(read->size, size);
    QCOMPARE(read->root, root);
    QCOMPARE(read->note, *note);
}

void TestCheckpoint::exactText()
{
    // The text of the example in the specification, under our origin.
    const Signer signer = *Signer::generate(origin);
    const Hash root = *hashFromBytes(QByteArray::fromBase64(rootText));
    const Result<QByteArray> note = signCheckpoint(origin, 20852163, root, signer);
    QCOMPARE(*openNote(*note, signer.verifierKey()), goodText);
    QVERIFY(note->startsWith(goodText + "\n\xE2\x80\x94 linewarden.example/acme "));
    QCOMPARE(note->count('\n'), 5);
}

void TestCheckpoint::extensionLines()
{
    const Signer signer = *Signer::generate(origin);
    const QByteArray note = *signNote(goodText + "any extension\nand another \xE2\x82\xAC\n", signer);
    const Result<Checkpoint> read = openCheckpoint(note, signer.verifierKey());
    QVERIFY(read.ok());
    QCOMPARE(read->size, quint64(20852163));
}

void TestCheckpoint::refusesText_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    const auto sized = [](const QByteArray &size) { return QByteArray(goodText).replace("20852163", size); };
    const auto rooted = [](const QByteArray &root) { return QByteArray(goodText).replace(rootText, root); };
    row("one line", "linewarden.example/acme\n");
    row("two lines", "linewarden.example/acme\n20852163\n");
    row("empty origin", goodText.sliced(goodText.indexOf('\n')));
    row("byte order mark", "\xEF\xBB\xBF" + goodText);
    row("empty extension line", goodText + "\nx\n");
    row("empty line at the end", goodText + '\n');
    row("no size", sized(""));
    row("leading zero", sized("020852163"));
    row("two zeros", sized("00"));
    row("plus sign", sized("+1"));
    row("minus sign", sized("-1"));
    row("minus zero", sized("-0"));
    row("hexadecimal", sized("0x10"));
    row("fraction", sized("1.0"));
    row("exponent", sized("1e3"));
    row("space before the size", sized(" 1"));
    row("space after the size", sized("1 "));
    row("thousands", sized("20,852,163"));
    row("beyond 64 bits", sized("18446744073709551616"));
    row("Arabic digits", sized("\xD9\xA1"));
    row("no root", rooted(""));
    row("root not base64", rooted("not base64 at all"));
    row("root in hex", rooted("0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62"));
    row("root of 31 bytes", rooted(QByteArray(31, 'x').toBase64()));
    row("root of 33 bytes", rooted(QByteArray(33, 'x').toBase64()));
    row("root without padding", rooted(rootText.chopped(1)));
    row("root in base64url", rooted(QByteArray(rootText).replace('/', '_')));
    row("bits behind the padding", rooted(QByteArray(rootText).replace("q2I=", "q2J=")));
    row("space after the root", rooted(rootText + ' '));
    row("empty tree with a root", sized("0"));
}

void TestCheckpoint::refusesText()
{
    QFETCH(QByteArray, text);
    QVERIFY(parseCheckpointText(goodText).ok());
    const Result<Checkpoint> read = parseCheckpointText(text);
    QVERIFY2(!read, "accepted");
    QCOMPARE(read.error().code, Errc::InvalidInput);
    QVERIFY(!parseCheckpointText(goodText.chopped(1)));
    QVERIFY(!parseCheckpointText(QByteArray(goodText).replace("acme", "acm\xE9")));
}

void TestCheckpoint::refusesTextEvenSigned()
{
    QFETCH(QByteArray, text);
    const Signer signer = *Signer::generate(origin);
    const Result<QByteArray> note = signNote(text, signer);
    QVERIFY(note.ok());
    const Result<Checkpoint> read = openCheckpoint(*note, signer.verifierKey());
    QVERIFY2(!read, "accepted");
    QCOMPARE(read.error().code, Errc::InvalidInput);
}

void TestCheckpoint::otherLog()
{
    const Signer signer = *Signer::generate(QStringLiteral("linewarden.example/other"));
    const QByteArray note = *signNote(goodText, signer);
    const Result<Checkpoint> read = openCheckpoint(note, signer.verifierKey());
    QVERIFY(!read);
    QCOMPARE(read.error().code, Errc::Tampered);
    QCOMPARE(read.error().field, QStringLiteral("other-log"));
}

void TestCheckpoint::oneKeyForSeveralLogs()
{
    const Signer signer = *Signer::generate(QStringLiteral("linewarden.example"));
    const QString second = QStringLiteral("linewarden.example/second");
    const QByteArray note = *signCheckpoint(origin, 5, leafHash("x"), signer);
    QVERIFY(openCheckpoint(note, signer.named(origin)->verifierKey()).ok());
    QCOMPARE(openCheckpoint(note, signer.named(second)->verifierKey()).error().field, QStringLiteral("other-key"));
}

void TestCheckpoint::originMustBeAName_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("newline") << QStringLiteral("a\n5");
    QTest::newRow("space") << QStringLiteral("a b");
    QTest::newRow("plus") << QStringLiteral("a+b");
}

void TestCheckpoint::originMustBeAName()
{
    QFETCH(QString, name);
    const Signer signer = *Signer::generate(origin);
    QCOMPARE(signCheckpoint(name, 1, leafHash("x"), signer).error().code, Errc::InvalidInput);
}

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
