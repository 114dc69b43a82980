// SPDX-License-Identifier: GPL-3.0-or-later
// Keys: their text form, their names, PEM, and both directions against OpenSSL's command line.
#include "core/audit/note.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace lw;
using namespace lw::audit;

namespace {

// The example in the documentation of golang.org/x/mod/sumdb/note.
const QString peterKey = QStringLiteral("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

QByteArray signatureLine(const QByteArray &name, const QByteArray &bytes)
{
    return "\xE2\x80\x94 " + name + ' ' + bytes.toBase64() + '\n';
}

QByteArray idBytes(const VerifierKey &key)
{
    return QByteArray(reinterpret_cast<const char *>(key.id().data()), 4);
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestSigner : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void keyText_data();
    void keyText();
    void keyNames_data();
    void keyNames();
    void pem();
    void pemRefused_data();
    void pemRefused();
    void opensslSignsWeVerify();
    void weSignOpensslVerifies();

  private:
    SecretMemory m_memory;
};

void TestSigner::keyText_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, QString text) { QTest::newRow(name) << text; };
    row("nothing", QString());
    row("name only", QStringLiteral("PeterNeumann"));
    row("no key", QStringLiteral("PeterNeumann+c74f20a3"));
    row("empty key", QStringLiteral("PeterNeumann+c74f20a3+"));
    row("other name", QString(peterKey).replace(QStringLiteral("Peter"), QStringLiteral("Petra")));
    row("other hash", QString(peterKey).replace(QStringLiteral("c74f"), QStringLiteral("c74e")));
    row("capital hash", QString(peterKey).replace(QStringLiteral("c74f20a3"), QStringLiteral("C74F20A3")));
    row("short hash", QString(peterKey).replace(QStringLiteral("c74f20a3"), QStringLiteral("c74f20")));
    row("other key", QString(peterKey).replace(QStringLiteral("ARpc"), QStringLiteral("ARpd")));
    row("other algorithm", QString(peterKey).replace(QStringLiteral("ARpc"), QStringLiteral("Ahpc")));
    row("short key", peterKey.chopped(4));
    row("long key", peterKey + QStringLiteral("AAAA"));
    row("space", peterKey + u' ');
    row("newline", peterKey + u'\n');
    row("empty name", peterKey.sliced(12));
    row("name with a space", QString(peterKey).replace(QStringLiteral("Peter"), QStringLiteral("Pe er")));
    row("not base64", QString(peterKey).replace(u'/', u'_'));
}

void TestSigner::keyText()
{
    QFETCH(QString, text);
    const Result<VerifierKey> key = VerifierKey::fromText(text);
    QVERIFY2(!key, "accepted");
    QCOMPARE(key.error().code, Errc::InvalidInput);
}

void TestSigner::keyNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("fine");
    const auto row = [](const char *title, const QString &name, bool fine) { QTest::newRow(title) << name << fine; };
    row("URL without scheme", QStringLiteral("example.com/log42"), true);
    row("Unicode", QStringLiteral("b\u00FCro.example"), true);
    row("one letter", QStringLiteral("x"), true);
    row("empty", QString(), false);
    row("space", QStringLiteral("a b"), false);
    row("plus", QStringLiteral("a+b"), false);
    row("newline", QStringLiteral("a\nb"), false);
    row("tab", QStringLiteral("a\tb"), false);
    row("no-break space", QStringLiteral("a\u00A0b"), false);
    row("ideographic space", QStringLiteral("a\u3000b"), false);
    row("line separator", QStringLiteral("a\u2028b"), false);
    row("delete", QStringLiteral("a\u007Fb"), false);
}

void TestSigner::keyNames()
{
    QFETCH(QString, name);
    QFETCH(bool, fine);
    const Result<Signer> signer = Signer::generate(name);
    QCOMPARE(signer.ok(), fine);
    if (!fine) {
        QCOMPARE(signer.error().field, QStringLiteral("name"));
        return;
    }
    const Result<VerifierKey> read = VerifierKey::fromText(signer->verifierKey().text());
    QVERIFY(read.ok());
    QVERIFY(*read == signer->verifierKey());
    QCOMPARE(*openNote(*signNote("x\n", *signer), *read), QByteArray("x\n"));
}

void TestSigner::pem()
{
    const Signer signer = *Signer::generate(QStringLiteral("one"));
    const Result<Secret> pem = signer.toPem();
    QVERIFY(pem->toByteArray().startsWith("-----BEGIN PRIVATE KEY-----\n"));
    const Result<Signer> read = Signer::fromPem(QStringLiteral("one"), *pem);
    QVERIFY(read.ok());
    QVERIFY(read->verifierKey() == signer.verifierKey());
    QCOMPARE(*read->sign("message"), *signer.sign("message"));  // Ed25519 is deterministic
    const Result<Signer> named = signer.named(QStringLiteral("two"));
    QCOMPARE(named->verifierKey().publicKey(), signer.verifierKey().publicKey());
    QVERIFY(named->verifierKey().id() != signer.verifierKey().id());
    QVERIFY(!openNote(*signNote("x\n", *named), signer.verifierKey()));
}

void TestSigner::pemRefused_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    const QByteArray good = Signer::generate(QStringLiteral("x"))->toPem()->toByteArray();
    QTest::newRow("cut off") << good.first(good.size() / 2);
    QTest::newRow("damaged") << QByteArray(good).replace("MC4CAQAw", "MC4CAQAx");
    // An encrypted key must be refused without anybody being asked for a passphrase (made with openssl, passphrase
    // "x").
    QTest::newRow("encrypted") << QByteArray(
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
        "MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAi7pl+8qJQrvQICCAAw\n"
        "DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEPtxwWlrkduh06nAvrZzvpsEQAhf\n"
        "3GFzUTxdld7p5FErFVD2J5HU7FFDC6C0WcrHm8HrTtZ4IbdndWk9IfAk8AftfX6M\n"
        "0J8+UlglJvsapi0siwM=\n"
        "-----END ENCRYPTED PRIVATE KEY-----\n");
    QTest::newRow("public key") << QByteArray(
        "-----BEGIN PUBLIC KEY-----\n"
        "MCowBQYDK2VwAyEAaedxOAH/Xj3jbWNUXA7yMwU5RQolumeJfs7dy4CLeEU=\n"
        "-----END PUBLIC KEY-----\n");
    QTest::newRow("X25519 key") << QByteArray(
        "-----BEGIN PRIVATE KEY-----\n"
        "MC4CAQAwBQYDK2VuBCIEIDjGeYC7JX+J34meaev8/y1hdT4etcecstwUrr/6sMhe\n"
        "-----END PRIVATE KEY-----\n");
}

void TestSigner::pemRefused()
{
    QFETCH(QByteArray, pem);
    const Result<Signer> signer = Signer::fromPem(QStringLiteral("x"), toSecret(pem));
    QVERIFY2(!signer, "accepted");
    QCOMPARE(signer.error().code, Errc::InvalidInput);
    QCOMPARE(signer.error().field, QStringLiteral("key"));
}

void TestSigner::opensslSignsWeVerify()
{
    const QString openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
    if (openssl.isEmpty()) QSKIP("The openssl command is not installed.");
    QTemporaryDir folder;
    const QString key = folder.filePath(QStringLiteral("key.pem")), text = folder.filePath(QStringLiteral("text"));
    const QString signature = folder.filePath(QStringLiteral("signature"));
    const auto run = [&](const QStringList &arguments) { return QProcess::execute(openssl, arguments); };
    QCOMPARE(run({QStringLiteral("genpkey"), QStringLiteral("-algorithm"), QStringLiteral("ed25519"),
                  QStringLiteral("-out"), key}),
             0);
    const Result<Signer> signer = Signer::fromPem(QStringLiteral("example.com/log"), toSecret(readFile(key)));
    QVERIFY2(signer.ok(), signer ? "" : qPrintable(signer.error().message));

    const QByteArray message("example.com/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
    writeFile(text, message);
    QCOMPARE(run({QStringLiteral("pkeyutl"), QStringLiteral("-sign"), QStringLiteral("-rawin"),
                  QStringLiteral("-inkey"), key, QStringLiteral("-in"), text, QStringLiteral("-out"), signature}),
             0);
    const QByteArray bytes = readFile(signature);
    QCOMPARE(bytes.size(), 64);
    QCOMPARE(*signer->sign(message), bytes);
    const VerifierKey &pinned = signer->verifierKey();
    const QByteArray note = message + '\n' + signatureLine("example.com/log", idBytes(pinned) + bytes);
    QCOMPARE(*openNote(note, pinned), message);
    QCOMPARE(*signNote(message, *signer), note);
}

void TestSigner::weSignOpensslVerifies()
{
    const QString openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
    if (openssl.isEmpty()) QSKIP("The openssl command is not installed.");
    QTemporaryDir folder;
    const Signer signer = *Signer::generate(QStringLiteral("x"));
    const QString key = folder.filePath(QStringLiteral("public.der")), text = folder.filePath(QStringLiteral("text"));
    const QString signature = folder.filePath(QStringLiteral("signature"));
    // SubjectPublicKeyInfo of RFC 8410: a fixed head and the key.
    writeFile(key, QByteArray::fromHex("302a300506032b6570032100") + signer.verifierKey().publicKey());
    writeFile(text, "hello\n");
    writeFile(signature, *signer.sign("hello\n"));
    const auto verify = [&] {
        return QProcess::execute(openssl, {QStringLiteral("pkeyutl"), QStringLiteral("-verify"),
                                           QStringLiteral("-rawin"), QStringLiteral("-pubin"),
                                           QStringLiteral("-keyform"), QStringLiteral("DER"), QStringLiteral("-inkey"),
                                           key, QStringLiteral("-in"), text, QStringLiteral("-sigfile"), signature});
    };
    QCOMPARE(verify(), 0);
    writeFile(text, "hullo\n");
    QVERIFY(verify() != 0);
}

QTEST_GUILESS_MAIN(TestSigner)
#include "tst_signer.moc"
