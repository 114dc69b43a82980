// SPDX-License-Identifier: GPL-3.0-or-later
// The TLS side as a client meets it: versions, ciphers, protocols, the chain, and a certificate that changes.
#include "testserver.h"
#include "tlsclient.h"

#include <QTcpServer>
#include <QTest>

#include <openssl/ssl.h>

using namespace lw;
using namespace lw::test;

class TestHttpTls : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void version_data();
    void version();
    void cipher_data();
    void cipher();
    void alpn_data();
    void alpn();
    void chain_data();
    void chain();
    void sessionResumption();
    void clientCertificates_data();
    void clientCertificates();
    void aChainTooLongEndsTheHandshake();
    void newCertificate();
    void badCertificate();
    void startErrors_data();
    void startErrors();
    void portInUse();

  private:
    SecretMemory m_memory;
    std::unique_ptr<TestServer> m_server;
};

void TestHttpTls::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_server->start();
}

void TestHttpTls::version_data()
{
    QTest::addColumn<int>("wanted");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("TLS 1.0") << TLS1_VERSION << false;
    QTest::newRow("TLS 1.1") << TLS1_1_VERSION << false;
    QTest::newRow("TLS 1.2") << TLS1_2_VERSION << true;
    QTest::newRow("TLS 1.3") << TLS1_3_VERSION << true;
}

void TestHttpTls::version()
{
    QFETCH(int, wanted);
    QFETCH(bool, accepted);
    TlsClient client;
    TlsClient::Options options;
    options.minVersion = options.maxVersion = wanted;
    QCOMPARE(client.connect(m_server->port, options), accepted);
    if (!accepted) return;
    QCOMPARE(client.version(), wanted);
    QCOMPARE(client.get("/ping").body, QByteArray("pong"));
}

void TestHttpTls::cipher_data()
{
    QTest::addColumn<bool>("accepted");
    for (const char *good :
         {"ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305"})
        QTest::newRow(good) << true;
    for (const char *weak : {"AES128-SHA", "AES256-GCM-SHA384", "AES128-GCM-SHA256", "ECDHE-ECDSA-AES128-SHA",
                             "ECDHE-ECDSA-AES256-SHA384", "ECDHE-ECDSA-AES128-CCM8", "ECDHE-ECDSA-NULL-SHA",
                             "DHE-RSA-AES128-GCM-SHA256", "AECDH-AES128-SHA", "PSK-AES128-GCM-SHA256"})
        QTest::newRow(weak) << false;
}

void TestHttpTls::cipher()
{
    QFETCH(bool, accepted);
    TlsClient client;
    TlsClient::Options options;
    options.maxVersion = TLS1_2_VERSION;
    options.ciphers = QTest::currentDataTag();
    QCOMPARE(client.connect(m_server->port, options), accepted);
    if (accepted) QCOMPARE(client.cipher(), options.ciphers);
}

void TestHttpTls::alpn_data()
{
    QTest::addColumn<QByteArray>("offered");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("http/1.1") << QByteArray("http/1.1") << true;
    QTest::newRow("none") << QByteArray() << true;
    QTest::newRow("h2 only") << QByteArray("h2") << false;
    QTest::newRow("http/1.0") << QByteArray("http/1.0") << false;
}

void TestHttpTls::alpn()
{
    QFETCH(QByteArray, offered);
    QFETCH(bool, accepted);
    TlsClient client;
    TlsClient::Options options;
    options.alpn = offered;
    QCOMPARE(client.connect(m_server->port, options), accepted);
    if (accepted) QCOMPARE(client.alpn(), offered);
}

void TestHttpTls::chain_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("ourAuthority");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("host name") << QByteArray("localhost") << true << true;
    QTest::newRow("address") << QByteArray("127.0.0.1") << true << true;
    QTest::newRow("other host name") << QByteArray("example.org") << true << false;
    QTest::newRow("other address") << QByteArray("127.0.0.2") << true << false;
    QTest::newRow("other authority") << QByteArray("localhost") << false << false;
}

void TestHttpTls::chain()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, ourAuthority);
    QFETCH(bool, accepted);
    TlsClient::Options options;
    options.hostName = name;
    options.caPem = ourAuthority ? m_server->authority.certificatePem
                                 : server::makeAuthority(QDateTime::currentDateTimeUtc())->certificatePem;
    TlsClient client;
    // A refusal by the client must not hurt the server.
    QCOMPARE(client.connect(m_server->port, options), accepted);
    TlsClient next;
    QVERIFY(next.connect(m_server->port));
    QCOMPARE(next.get("/ping").status, 200);
}

void TestHttpTls::sessionResumption()
{
    // Ten times the same client context is what a library does; each connection must work on its own.
    for (int i = 0; i < 10; ++i) {
        TlsClient client;
        QVERIFY(client.connect(m_server->port));
        QCOMPARE(client.get("/ping").status, 200);
    }
}

void TestHttpTls::clientCertificates_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<bool>("shown");
    QTest::addColumn<bool>("selfMade");
    QTest::addColumn<int>("ageDays");
    QTest::addColumn<bool>("counts");
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        const char *name = version == TLS1_2_VERSION ? "1.2" : "1.3";
        QTest::addRow("none, TLS %s", name) << version << false << false << 0 << false;
        QTest::addRow("self-made, TLS %s", name) << version << true << true << 0 << true;
        QTest::addRow("of an authority nobody knows, TLS %s", name) << version << true << false << 0 << true;
        QTest::addRow("expired, TLS %s", name) << version << true << false << 800 << false;
        QTest::addRow("not valid yet, TLS %s", name) << version << true << false << -2 << false;
    }
}

void TestHttpTls::clientCertificates()
{
    QFETCH(int, version);
    QFETCH(bool, shown);
    QFETCH(bool, selfMade);
    QFETCH(int, ageDays);
    QFETCH(bool, counts);
    TestServer server;
    QList<QByteArray> seen;
    server.answer("GET", QStringLiteral("/who"), [&seen](const server::Request &request) {
        seen.append(request.clientFingerprint);
        return server::text("ok");
    });
    server.start();
    const QDateTime made = QDateTime::currentDateTimeUtc().addDays(-ageDays);
    server::KeyAndCertificate own = server::makeAuthority(made).value();
    if (!selfMade) own = server::makeServerCertificate(own, {QStringLiteral("ann")}, {}, made).value();
    TlsClient client;
    TlsClient::Options options;
    options.minVersion = options.maxVersion = version;
    if (shown) {
        options.certificatePem = own.certificatePem;
        options.keyPem = own.keyPem.toByteArray();
    }
    QVERIFY2(client.connect(server.port, options), "nobody needs a certificate to connect");
    QVERIFY(client.wasAskedForCertificate());
    QCOMPARE(client.get("/who").status, 200);
    QCOMPARE(client.get("/who").status, 200);
    const QByteArray expected =
        counts ? QByteArray::fromHex(server::factsOf(own.certificatePem)->sha256.toLatin1()) : QByteArray();
    QCOMPARE(seen, (QList<QByteArray>{expected, expected}));
}

void TestHttpTls::aChainTooLongEndsTheHandshake()
{
    TestServer server;
    server.start();
    const server::KeyAndCertificate own = server::makeAuthority(QDateTime::currentDateTimeUtc()).value();
    TlsClient client;
    TlsClient::Options options;
    options.certificatePem = own.certificatePem.repeated(200);
    options.keyPem = own.keyPem.toByteArray();
    // In TLS 1.3 the client is done before the server judged what it sent.
    if (client.connect(server.port, options)) QCOMPARE(client.get("/ping").status, 0);
    TlsClient other;
    QVERIFY(other.connect(server.port));
    QCOMPARE(other.get("/ping").status, 200);
}

void TestHttpTls::newCertificate()
{
    TestServer server;
    server.start();
    TlsClient old;
    QVERIFY(old.connect(server.port));
    const QByteArray before = old.peerCertificateDer();
    auto next = server::makeServerCertificate(server.authority, {QStringLiteral("localhost")}, {},
                                              QDateTime::currentDateTimeUtc());
    QVERIFY(next.ok());
    QVERIFY(server.http->useTls({next->certificatePem, next->keyPem}).ok());
    TlsClient client;
    TlsClient::Options options;
    options.caPem = server.authority.certificatePem;
    QVERIFY(client.connect(server.port, options));
    QVERIFY(client.peerCertificateDer() != before);
    QCOMPARE(client.get("/ping").status, 200);
    QCOMPARE(old.get("/ping").status, 200);
}

void TestHttpTls::badCertificate()
{
    TestServer server;
    server.start();
    const auto other = server::makeAuthority(QDateTime::currentDateTimeUtc());
    const Result<void> mixed = server.http->useTls({server.config.tls.certificateChainPem, other->keyPem});
    QVERIFY(!mixed.ok());
    QCOMPARE(mixed.error().code, Errc::Tls);
    QVERIFY(!server.http->useTls({"nonsense", other->keyPem}).ok());
    TlsClient client;
    QVERIFY(client.connect(server.port));
    QCOMPARE(client.get("/ping").status, 200);
}

void TestHttpTls::startErrors_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("badKey");
    QTest::addColumn<Errc>("code");
    QTest::newRow("no address") << QStringLiteral("not-an-address") << false << Errc::InvalidInput;
    QTest::newRow("not ours") << QStringLiteral("192.0.2.1") << false << Errc::Io;
    QTest::newRow("no key") << QStringLiteral("127.0.0.1") << true << Errc::Tls;
}

void TestHttpTls::startErrors()
{
    QFETCH(QString, address);
    QFETCH(bool, badKey);
    QFETCH(Errc, code);
    TestServer server;
    server.config.address = address;
    if (badKey) server.config.tls.privateKeyPem = toSecret("nonsense");
    const auto started = server.http->start(server.config);
    QVERIFY(!started.ok());
    QCOMPARE(started.error().code, code);
    QVERIFY(!started.error().message.isEmpty());
}

void TestHttpTls::portInUse()
{
    QTcpServer holder;
    QVERIFY(holder.listen(QHostAddress::LocalHost));
    TestServer server;
    server.config.port = holder.serverPort();
    const auto started = server.http->start(server.config);
    QVERIFY(!started.ok());
    QCOMPARE(started.error().code, Errc::Io);
    QVERIFY(started.error().message.contains(QString::number(holder.serverPort())));
}

QTEST_GUILESS_MAIN(TestHttpTls)
#include "tst_httptls.moc"
