// SPDX-License-Identifier: GPL-3.0-or-later
// Whose request it is: the connection's, unless a proxy that the operator trusts says otherwise.
#include "server/http/forwarded.h"
#include "testserver.h"
#include "tlsclient.h"

#include <QTest>

using namespace lw;
using namespace lw::test;
using server::Request;

namespace {

QList<policy::Network> proxies(const QStringList &texts)
{
    QList<policy::Network> list;
    for (const QString &text : texts)
        list.append(*policy::parseNetwork(text));
    return list;
}

}  // namespace

class TestHttpForwarded : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void clients_data();
    void clients();
    void severalFieldsAreOneList();
    void overTheWire_data();
    void overTheWire();

  private:
    SecretMemory m_memory;
};

void TestHttpForwarded::clients_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QByteArray>("header");  // null: none
    QTest::addColumn<QString>("client");     // empty: refused
    const auto row = [](const char *name, const char *peer, const QByteArray &header, const char *client) {
        QTest::newRow(name) << QString::fromLatin1(peer) << header << QString::fromLatin1(client);
    };
    const char *proxy = "10.0.0.1";
    row("no header", proxy, {}, "10.0.0.1");
    row("one client", proxy, "198.51.100.7", "198.51.100.7");
    row("a client of IPv6", proxy, "2001:DB8::7", "2001:db8::7");
    row("a mapped client", proxy, "::ffff:198.51.100.7", "198.51.100.7");
    row("through two proxies", proxy, "198.51.100.7, 10.0.0.2", "198.51.100.7");
    row("the rightmost that is none of theirs", proxy, "203.0.113.9, 198.51.100.7, 10.0.0.2", "198.51.100.7");
    row("a lie further left", proxy, "192.0.2.1, 198.51.100.7", "198.51.100.7");
    row("nonsense further left", proxy, "unknown, 198.51.100.7", "198.51.100.7");
    row("only proxies", proxy, "10.0.0.3, 10.0.0.2", "10.0.0.3");
    row("white space", proxy, "\t198.51.100.7 ,  10.0.0.2", "198.51.100.7");
    row("a proxy of IPv6", "fd00::1", "198.51.100.7", "198.51.100.7");
    row("empty", proxy, "", "");
    row("an empty member", proxy, "198.51.100.7,", "");
    row("a name", proxy, "client.example.com", "");
    row("unknown", proxy, "unknown", "");
    row("with a port", proxy, "198.51.100.7:4711", "");
    row("in brackets", proxy, "[2001:db8::7]", "");
    row("leading zeros", proxy, "198.051.100.7", "");
    row("with a zone", proxy, "fe80::1%eth0", "");
    row("a network", proxy, "198.51.100.0/24", "");
    row("nonsense before a proxy", proxy, "nonsense, 10.0.0.2", "");
    row("not from a proxy", "198.51.100.9", "192.0.2.1", "198.51.100.9");
    row("nonsense not from a proxy", "198.51.100.9", "nonsense", "198.51.100.9");
    row("from beside the proxies", "10.0.1.1", "192.0.2.1", "10.0.1.1");
}

void TestHttpForwarded::clients()
{
    QFETCH(QString, peer);
    QFETCH(QByteArray, header);
    QFETCH(QString, client);
    server::Headers headers;
    if (!header.isNull()) headers.add("x-forwarded-for", header);
    const Result<QString> found =
        server::clientAddress(peer, headers, proxies({QStringLiteral("10.0.0.0/24"), QStringLiteral("fd00::/64")}));
    QCOMPARE(found.ok(), !client.isEmpty());
    if (found)
        QCOMPARE(*found, client);
    else
        QCOMPARE(found.error().field, QStringLiteral("X-Forwarded-For"));
    // Where nobody is trusted nobody is believed.
    QCOMPARE(*server::clientAddress(peer, headers, {}), peer);
}

void TestHttpForwarded::severalFieldsAreOneList()
{
    server::Headers headers;
    headers.add("X-Forwarded-For", "192.0.2.1");
    headers.add("X-Forwarded-For", "198.51.100.7, 10.0.0.2");
    QCOMPARE(*server::clientAddress(QStringLiteral("10.0.0.1"), headers, proxies({QStringLiteral("10.0.0.0/24")})),
             QStringLiteral("198.51.100.7"));
}

void TestHttpForwarded::overTheWire_data()
{
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("believed") << true << QByteArray("X-Forwarded-For: 198.51.100.7\r\n") << 200
                              << QByteArray("198.51.100.7 0");
    QTest::newRow("malformed") << true << QByteArray("X-Forwarded-For: nonsense\r\n") << 400 << QByteArray();
    QTest::newRow("not trusted") << false << QByteArray("X-Forwarded-For: 198.51.100.7\r\n") << 200
                                 << QByteArray("127.0.0.1 ");
    QTest::newRow("not trusted, malformed")
        << false << QByteArray("X-Forwarded-For: nonsense\r\n") << 200 << QByteArray("127.0.0.1 ");
    QTest::newRow("without a header") << true << QByteArray() << 200 << QByteArray("127.0.0.1 ");
}

void TestHttpForwarded::overTheWire()
{
    QFETCH(bool, trusted);
    QFETCH(QByteArray, header);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    TestServer server;
    server.answer("GET", QStringLiteral("/who"), [](const Request &request) {
        return server::text(request.peerAddress.toLatin1() + ' ' + QByteArray::number(request.peerPort));
    });
    if (trusted) server.config.trustedProxies = proxies({QStringLiteral("127.0.0.0/8")});
    TlsClient client;
    QVERIFY(client.connect(server.start()));
    const Reply reply = client.ask(request("GET", "/who", header));
    QCOMPARE(reply.status, status);
    QVERIFY2(reply.body.startsWith(body), reply.body);
    if (body.startsWith("127")) QVERIFY2(!reply.body.endsWith(" 0"), "the connection's own port");
    QTRY_COMPARE(server.logLines(QStringLiteral("request")).size(), 1);
    const QJsonObject line = server.logLines(QStringLiteral("request")).first();
    QCOMPARE(line.contains(QLatin1String("proxy")), body.startsWith("198"));
}

QTEST_GUILESS_MAIN(TestHttpForwarded)
#include "tst_httpforwarded.moc"
