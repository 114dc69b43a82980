// SPDX-License-Identifier: GPL-3.0-or-later
// Signed notes against the published examples of others, and against every change.
#include "core/audit/note.h"

#include <QTest>

using namespace lw;
using namespace lw::audit;

namespace {

// The example in the documentation of golang.org/x/mod/sumdb/note.
const QString peterKey = QStringLiteral("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
const QByteArray peterText(
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n");
const QByteArray peterNote =
    peterText +
    "\n\xE2\x80\x94 PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

QByteArray signatureLine(const QByteArray &name, const QByteArray &bytes)
{
    return "\xE2\x80\x94 " + name + ' ' + bytes.toBase64() + '\n';
}

QByteArray idBytes(const VerifierKey &key)
{
    return QByteArray(reinterpret_cast<const char *>(key.id().data()), 4);
}

}  // namespace

class TestNote : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void opensOthersNote();
    void rfc8032_data();
    void rfc8032();
    void signsAndOpens_data();
    void signsAndOpens();
    void signerRefusesText_data();
    void signerRefusesText();
    void everyChangedByte();
    void everyTruncation();
    void refusesForms_data();
    void refusesForms();
    void severalSignatures();
    void oneBadSignatureOfOursSpoilsTheNote();
    void sameNameOrIdAloneIsAnotherKey();
    void manySignatures();

  private:
    SecretMemory m_memory;
};

void TestNote::opensOthersNote()
{
    const Result<VerifierKey> key = VerifierKey::fromText(peterKey);
    QVERIFY2(key.ok(), key ? "" : qPrintable(key.error().message));
    QCOMPARE(key->name(), QStringLiteral("PeterNeumann"));
    QCOMPARE(key->text(), peterKey);
    const Result<QByteArray> text = openNote(peterNote, *key);
    QVERIFY2(text.ok(), text ? "" : qPrintable(text.error().message));
    QCOMPARE(*text, peterText);
}

// RFC 8032 section 7.1, tests 1 to 3.
void TestNote::rfc8032_data()
{
    QTest::addColumn<QByteArray>("publicKey");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("signature");
    const auto row = [](const char *name, const char *key, const char *message, const char *signature) {
        QTest::newRow(name) << QByteArray::fromHex(key) << QByteArray::fromHex(message)
                            << QByteArray::fromHex(signature);
    };
    row("empty message", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe"
        "2465"
        "5141438e7a100b");
    row("one byte", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302a"
        "eeb0"
        "0d291612bb0c00");
    row("two bytes", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed2"
        "8dc0"
        "27beceea1ec40a");
}

void TestNote::rfc8032()
{
    QFETCH(QByteArray, publicKey);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, signature);
    const Result<VerifierKey> key = VerifierKey::fromPublicKey(QStringLiteral("x"), publicKey);
    QVERIFY(key->verify(message, signature));
    QVERIFY(!key->verify(message + 'x', signature));
    QVERIFY(!key->verify(message, signature.chopped(1)));
    QVERIFY(!key->verify(message, signature + 'x'));
    QVERIFY(!key->verify(message, QByteArray()));
    QVERIFY(!key->verify(message, QByteArray(64, '\0')));
    for (int bit = 0; bit < 512; ++bit) {
        QByteArray other = signature;
        other[bit / 8] = static_cast<char>(other[bit / 8] ^ (1 << (bit % 8)));
        QVERIFY(!key->verify(message, other));
    }
}

void TestNote::signsAndOpens_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("one line") << QByteArray("hello\n");
    QTest::newRow("newline only") << QByteArray("\n");
    QTest::newRow("empty lines") << QByteArray("a\n\nb\n\n\nc\n");
    QTest::newRow("empty line last") << QByteArray("a\n\n");
    QTest::newRow("what looks like a signature") << QByteArray("a\n\n\xE2\x80\x94 x AAAA\n");
    QTest::newRow("Unicode") << QByteArray("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFx\n");
    QTest::newRow("long") << QByteArray(100'000, 'x') + '\n';
}

void TestNote::signsAndOpens()
{
    QFETCH(QByteArray, text);
    const Result<Signer> signer = Signer::generate(QStringLiteral("example.com/log"));
    const Result<QByteArray> note = signNote(text, *signer);
    QVERIFY2(note.ok(), note ? "" : qPrintable(note.error().message));
    QVERIFY(note->startsWith(text + "\n\xE2\x80\x94 example.com/log "));
    QCOMPARE(*openNote(*note, signer->verifierKey()), text);
    const Result<ParsedNote> parsed = parseNote(*note);
    QCOMPARE(parsed->signatures.size(), 1);
    QCOMPARE(parsed->signatures[0].signature.size(), 64);
    QVERIFY(parsed->signatures[0].id == signer->verifierKey().id());
}

void TestNote::signerRefusesText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no newline at the end") << QByteArray("hello");
    QTest::newRow("CRLF") << QByteArray("hello\r\n");
    QTest::newRow("tab") << QByteArray("a\tb\n");
    QTest::newRow("NUL") << QByteArray("a\0b\n", 4);
    QTest::newRow("escape") << QByteArray("\x1B[31mred\n");
    QTest::newRow("not UTF-8") << QByteArray("\xE9\n");
    QTest::newRow("cut UTF-8") << QByteArray("\xE2\x82\n");
    QTest::newRow("surrogate in UTF-8") << QByteArray("\xED\xA0\x80\n");
    QTest::newRow("over the size limit") << QByteArray(maxNoteBytes, 'x') + '\n';
}

void TestNote::signerRefusesText()
{
    QFETCH(QByteArray, text);
    const Result<Signer> signer = Signer::generate(QStringLiteral("x"));
    QVERIFY(!signNote(text, *signer));
}

void TestNote::everyChangedByte()
{
    const Result<VerifierKey> key = VerifierKey::fromText(peterKey);
    for (qsizetype i = 0; i < peterNote.size(); ++i) {
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray changed = peterNote;
            changed[i] = static_cast<char>(changed[i] ^ (1 << bit));
            if (openNote(changed, *key)) QFAIL(qPrintable(QStringLiteral("byte %1, bit %2").arg(i).arg(bit)));
        }
        QByteArray without = peterNote, twice = peterNote;
        without.remove(i, 1);
        twice.insert(i, peterNote[i]);
        QVERIFY(!openNote(without, *key));
        // A newline more at the separator makes a longer text; everywhere it is another note.
        QVERIFY(!openNote(twice, *key));
    }
}

void TestNote::everyTruncation()
{
    const Result<VerifierKey> key = VerifierKey::fromText(peterKey);
    for (qsizetype i = 0; i < peterNote.size(); ++i)
        QVERIFY(!openNote(peterNote.first(i), *key));
}

void TestNote::refusesForms_data()
{
    QTest::addColumn<QByteArray>("note");
    QTest::addColumn<Errc>("code");
    const auto row = [](const char *name, const QByteArray &note, Errc code = Errc::InvalidInput) {
        QTest::newRow(name) << note << code;
    };
    const QByteArray line = peterNote.sliced(peterText.size() + 1);
    row("nothing", "");
    row("text only", peterText);
    row("no signature line", peterText + '\n');
    row("no blank line", peterText + line);
    row("CRLF", QByteArray(peterNote).replace("\n", "\r\n"));
    row("space at the end of the line", peterNote.chopped(1) + " \n");
    row("space before the dash", peterText + "\n " + line);
    row("two spaces", QByteArray(peterNote).replace("PeterNeumann ", "PeterNeumann  "));
    row("hyphen for the dash", QByteArray(peterNote).replace("\xE2\x80\x94", "-"));
    row("en dash", QByteArray(peterNote).replace("\xE2\x80\x94", "\xE2\x80\x93"));
    row("no newline at the end", peterNote.chopped(1));
    row("blank line at the end", peterNote + '\n');
    row("text after the signatures", peterNote + "more\n");
    row("byte order mark before the name", QByteArray(peterNote).replace("PeterNeumann ", "\xEF\xBB\xBFPeterNeumann "),
        Errc::Tampered);
    row("no name", QByteArray(peterNote).replace("PeterNeumann ", " "));
    row("name with plus", QByteArray(peterNote).replace("PeterNeumann ", "Peter+Neumann "));
    row("name with no-break space", QByteArray(peterNote).replace("PeterNeumann ", "Peter\xC2\xA0Neumann "));
    row("no signature", peterText + "\n\xE2\x80\x94 PeterNeumann\n");
    row("empty signature", peterText + "\n\xE2\x80\x94 PeterNeumann \n");
    row("signature of an id alone", peterText + '\n' + signatureLine("PeterNeumann", "abcd"));
    row("not base64", QByteArray(peterNote).replace("x08go/", "x08go*"));
    row("base64url", QByteArray(peterNote).replace("x08go/", "x08go_"));
    row("no padding", QByteArray(peterNote).replace("JnAM=", "JnAM"));
    row("bits behind the padding", QByteArray(peterNote).replace("JnAM=", "JnAN="));
    row("control character", QByteArray(peterNote).replace("cryptography", "crypto\x07raphy"));
    row("NUL", QByteArray(peterNote).insert(3, '\0'));
    row("invalid UTF-8", QByteArray(peterNote).replace("problem", "probl\xE9m"));
    row("byte order mark first", "\xEF\xBB\xBF" + peterNote, Errc::Tampered);
    row("changed text", QByteArray(peterNote).replace("cryptography", "steganography"), Errc::Tampered);
    row("other name", QByteArray(peterNote).replace("PeterNeumann ", "PeterNewmann "), Errc::Tampered);
    row("too large", QByteArray(maxNoteBytes, 'x') + '\n' + peterNote, Errc::TooLarge);
}

void TestNote::refusesForms()
{
    QFETCH(QByteArray, note);
    QFETCH(Errc, code);
    const Result<QByteArray> text = openNote(note, *VerifierKey::fromText(peterKey));
    QVERIFY2(!text, "accepted");
    QCOMPARE(text.error().code, code);
}

void TestNote::severalSignatures()
{
    const Signer ours = *Signer::generate(QStringLiteral("ours")), theirs = *Signer::generate(QStringLiteral("theirs"));
    const Signer witness = *Signer::generate(QStringLiteral("witness"));
    QByteArray note = *signNote("text\n", theirs);
    QCOMPARE(openNote(note, ours.verifierKey()).error().field, QStringLiteral("other-key"));
    note = *addSignature(note, ours);
    note = *addSignature(note, witness);
    // Signatures of algorithms nobody here knows, and garbage under unknown names.
    note += signatureLine("quantum", QByteArray(5000, 'q'));
    note += signatureLine("theirs", QByteArray(9, 'z'));
    for (const Signer &signer : {ours, theirs, witness})
        QCOMPARE(*openNote(note, signer.verifierKey()), QByteArray("text\n"));
    QCOMPARE(parseNote(note)->signatures.size(), 5);
    QCOMPARE(openNote(note, Signer::generate(QStringLiteral("ours"))->verifierKey()).error().field,
             QStringLiteral("other-key"));
}

void TestNote::oneBadSignatureOfOursSpoilsTheNote()
{
    const Signer signer = *Signer::generate(QStringLiteral("ours"));
    const QByteArray good = *signNote("text\n", signer);
    const QByteArray bad = signatureLine("ours", idBytes(signer.verifierKey()) + QByteArray(64, 'x'));
    QCOMPARE(openNote(good + bad, signer.verifierKey()).error().field, QStringLiteral("signature"));
    QByteArray before = good;
    before.insert(6, bad);
    QCOMPARE(openNote(before, signer.verifierKey()).error().field, QStringLiteral("signature"));
    QVERIFY(openNote(*addSignature(good, signer), signer.verifierKey()).ok());
}

void TestNote::sameNameOrIdAloneIsAnotherKey()
{
    const Signer signer = *Signer::generate(QStringLiteral("ours"));
    const QByteArray id = idBytes(signer.verifierKey());
    const QByteArray otherId = QByteArray::fromHex("00000000");
    QVERIFY(id != otherId);
    const QByteArray rest(64, 'x');
    const QByteArray good = *signNote("text\n", signer);
    QVERIFY(openNote(good + signatureLine("ours", otherId + rest), signer.verifierKey()).ok());
    QVERIFY(openNote(good + signatureLine("theirs", id + rest), signer.verifierKey()).ok());
    QVERIFY(!openNote("text\n\n" + signatureLine("theirs", id + rest), signer.verifierKey()));
}

void TestNote::manySignatures()
{
    const Signer signer = *Signer::generate(QStringLiteral("ours"));
    QByteArray note = *signNote("text\n", signer);
    for (int i = 1; i < 16; ++i)
        note += signatureLine("witness" + QByteArray::number(i), QByteArray(5000, 'w'));
    QVERIFY(openNote(note, signer.verifierKey()).ok());  // what the specification asks every verifier to take
    for (int i = 16; i < maxNoteSignatures; ++i)
        note += signatureLine("w" + QByteArray::number(i), QByteArray(8, 'w'));
    QVERIFY(openNote(note, signer.verifierKey()).ok());
    note += signatureLine("onemore", QByteArray(8, 'w'));
    QCOMPARE(openNote(note, signer.verifierKey()).error().code, Errc::TooLarge);
}

QTEST_GUILESS_MAIN(TestNote)
#include "tst_note.moc"
