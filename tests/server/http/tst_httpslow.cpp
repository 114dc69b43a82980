// SPDX-License-Identifier: GPL-3.0-or-later
// Clients that take their time: each is ended by its limit, and none of them keeps others waiting. The limits are set
// small; the tests wait for what must happen, never for a span of time.
#include "testserver.h"
#include "tlsclient.h"

#include <QSemaphore>
#include <QTest>

using namespace lw;
using namespace lw::test;
using server::Request;
using server::Response;
using std::chrono::milliseconds;

class TestHttpSlow : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void handshakeNeverBegins();
    void handshakeStalls();
    void plainTextInstead();
    void silentAfterHandshake();
    void idleBetweenRequests();
    void headStalls();
    void headTrickles();
    void bodyStalls();
    void bodyTrickles();
    void chunkedBodyTrickles();
    void continueNeverFollowed();
    void busyHandlerIsNotLate();
    void readerStalls_data();
    void readerStalls();
    void readersDoNotHoldWorkers();
    void stalledCrowd();

  private:
    SecretMemory m_memory;
};

namespace {

constexpr milliseconds soon{300};

Response endless()
{
    Response response;
    response.stream = [](QByteArray &chunk) -> Result<bool> {
        chunk.fill('e', 64 * 1024);
        return true;
    };
    return response;
}

/// Sends byte by byte at a slow pace until the server has had enough.
Reply trickle(TlsClient &client, const QByteArray &start)
{
    if (!client.send(start)) return {};
    for (int i = 0; i < 100; ++i) {
        if (!client.send("x")) break;
        QTest::qWait(20);
    }
    return client.read();
}

}  // namespace

void TestHttpSlow::handshakeNeverBegins()
{
    TestServer server;
    server.config.limits.handshake = soon;
    server.start();
    TlsClient client;
    QVERIFY(client.connectPlain(server.port));
    QVERIFY(client.waitForEnd());
    QTRY_COMPARE(server.http->connectionCount(), 0);
    QTRY_VERIFY(!server.logLines(QStringLiteral("handshake failed")).isEmpty());
}

void TestHttpSlow::handshakeStalls()
{
    TestServer server;
    server.config.limits.handshake = soon;
    server.start();
    TlsClient client;
    QVERIFY(client.connectPlain(server.port));
    QVERIFY(client.sendPlain(QByteArray::fromHex("160301020001")));  // the start of a ClientHello
    QVERIFY(client.waitForEnd());
}

void TestHttpSlow::plainTextInstead()
{
    TestServer server;
    server.start();
    TlsClient client;
    QVERIFY(client.connectPlain(server.port));
    QVERIFY(client.sendPlain(request("GET", "/ping")));
    const QByteArray answer = client.readRaw(1024);
    QVERIFY(!answer.contains("pong") && !answer.contains("HTTP"));
    QVERIFY(client.waitForEnd());
}

void TestHttpSlow::silentAfterHandshake()
{
    TestServer server;
    server.config.limits.idle = soon;
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    QVERIFY(client.waitForEnd());
}

void TestHttpSlow::idleBetweenRequests()
{
    TestServer server;
    server.config.limits.idle = soon;
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    QCOMPARE(client.get("/ping").status, 200);
    QCOMPARE(client.read().status, 0);  // ended without an answer to nothing
    QVERIFY(client.waitForEnd());
}

void TestHttpSlow::headStalls()
{
    TestServer server;
    server.config.limits.head = soon;
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    const Reply reply = client.ask("GET /ping HTTP/1.1\r\nHost: a\r\n");
    QCOMPARE(reply.status, 408);
    QVERIFY(reply.header("retry-after").toInt() > 0);
    QVERIFY(client.waitForEnd());
}

void TestHttpSlow::headTrickles()
{
    TestServer server;
    server.config.limits.head = soon;
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    QCOMPARE(trickle(client, "GET /ping HTTP/1.1\r\nHost: a\r\nX-Slow: ").status, 408);
}

void TestHttpSlow::bodyStalls()
{
    TestServer server;
    server.config.limits.body = soon;
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    QCOMPARE(client.ask(request("POST", "/echo", "Content-Length: 100\r\n") + "only this").status, 408);
    QVERIFY(client.waitForEnd());
}

void TestHttpSlow::bodyTrickles()
{
    TestServer server;
    server.config.limits.body = soon;
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    QCOMPARE(trickle(client, request("POST", "/echo", "Content-Length: 1000\r\n")).status, 408);
}

void TestHttpSlow::chunkedBodyTrickles()
{
    TestServer server;
    server.config.limits.body = soon;
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    QCOMPARE(trickle(client, request("POST", "/echo", "Transfer-Encoding: chunked\r\n") + "ff\r\n").status, 408);
}

void TestHttpSlow::continueNeverFollowed()
{
    TestServer server;
    server.config.limits.body = soon;
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    QVERIFY(client.send(request("POST", "/echo", "Expect: 100-continue\r\nContent-Length: 5\r\n")));
    QCOMPARE(client.read().status, 100);
    QCOMPARE(client.read().status, 408);
}

void TestHttpSlow::busyHandlerIsNotLate()
{
    TestServer server;
    auto &l = server.config.limits;
    l.handshake = l.head = l.body = l.idle = l.write = milliseconds(500);
    QSemaphore enough;
    server.answer("GET", QStringLiteral("/busy"), [&](const Request &) {
        enough.tryAcquire(1, 1500);  // three times as long as anything else may take
        return server::text("done");
    });
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    QCOMPARE(client.get("/busy").body, QByteArray("done"));
}

void TestHttpSlow::readerStalls_data()
{
    QTest::addColumn<bool>("streamed");
    QTest::newRow("stream") << true;
    QTest::newRow("one large body") << false;
}

void TestHttpSlow::readerStalls()
{
    QFETCH(bool, streamed);
    TestServer server;
    server.config.limits.write = soon;
    std::atomic<qint64> pulled = 0;
    server.answer("GET", QStringLiteral("/much"), [&](const Request &) {
        if (!streamed) return server::text(QByteArray(64 * 1024 * 1024, 'm'));
        Response response = endless();
        response.stream = [&pulled, inner = response.stream](QByteArray &chunk) {
            pulled += 64 * 1024;
            return inner(chunk);
        };
        return response;
    });
    server.start();
    TlsClient client;
    TlsClient::Options options;
    options.receiveBuffer = 4096;
    QVERIFY(client.connect(server.port, options));
    QVERIFY(client.send(request("GET", "/much")));
    QTRY_COMPARE_WITH_TIMEOUT(server.http->connectionCount(), 0, 20'000);
    // What was pulled is what the sockets' buffers took: the source waits for the reader.
    QVERIFY(pulled < 64 * 1024 * 1024);
    QTRY_VERIFY(!server.logLines(QStringLiteral("request")).isEmpty());
    QVERIFY(server.logLines(QStringLiteral("request")).last().value(QLatin1String("incomplete")).toBool());
}

void TestHttpSlow::readersDoNotHoldWorkers()
{
    TestServer server;
    server.config.workers = 1;
    server.config.ioThreads = 1;
    server.answer("GET", QStringLiteral("/endless"), [](const Request &) { return endless(); });
    server.start();
    TlsClient::Options options;
    options.receiveBuffer = 4096;
    TlsClient readers[5];
    for (TlsClient &reader : readers) {
        QVERIFY(reader.connect(server.port, options));
        QVERIFY(reader.send(request("GET", "/endless")));
        QVERIFY(reader.readRaw(100).startsWith("HTTP/1.1 200"));
    }
    TlsClient good;
    QVERIFY(good.connect(server.port));
    for (int i = 0; i < 20; ++i)
        QCOMPARE(good.get("/ping").status, 200);
}

void TestHttpSlow::stalledCrowd()
{
    TestServer server;
    server.config.workers = 1;
    server.config.ioThreads = 1;
    server.start();
    std::vector<std::unique_ptr<TlsClient>> crowd;
    for (int i = 0; i < 100; ++i) {
        crowd.push_back(std::make_unique<TlsClient>());
        TlsClient &client = *crowd.back();
        switch (i % 5) {
            case 0: QVERIFY(client.connectPlain(server.port)); break;
            case 1:
                QVERIFY(client.connectPlain(server.port));
                QVERIFY(client.sendPlain(QByteArray::fromHex("1603010200")));
                break;
            case 2: QVERIFY(client.connect(server.port)); break;
            case 3:
                QVERIFY(client.connect(server.port));
                QVERIFY(client.send("GET /ping HT"));
                break;
            default:
                QVERIFY(client.connect(server.port));
                QVERIFY(client.send(request("POST", "/echo", "Content-Length: 1000\r\n") + "part"));
        }
    }
    TlsClient good;
    QVERIFY(good.connect(server.port));
    for (int i = 0; i < 50; ++i)
        QCOMPARE(good.ask(request("POST", "/echo", {}, "hello")).body, QByteArray("hello"));
    TlsClient another;
    QVERIFY(another.connect(server.port));
    QCOMPARE(another.get("/ping").status, 200);
}

QTEST_GUILESS_MAIN(TestHttpSlow)
#include "tst_httpslow.moc"
