// SPDX-License-Identifier: GPL-3.0-or-later
// Requests that two programs could read in two ways, or that are no requests at all: each is refused, the connection
// ends, and nothing behind the refused request is ever served (request smuggling).
#include "testserver.h"
#include "tlsclient.h"

#include <QTest>

#include <atomic>

using namespace lw;
using namespace lw::test;

class TestHttpMalformed : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void refused_data();
    void refused();
    void lenient_data();
    void lenient();
    void incompleteThenGone();

  private:
    SecretMemory m_memory;
    std::unique_ptr<TestServer> m_server;
    std::atomic<int> m_smuggled = 0;
};

void TestHttpMalformed::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_server->answer("GET", QStringLiteral("/smuggled"), [this](const server::Request &) {
        ++m_smuggled;
        return server::text("x");
    });
    m_server->start();
}

void TestHttpMalformed::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status = 400) {
        QTest::newRow(name) << bytes << status;
    };
    const QByteArray post = "POST /echo HTTP/1.1\r\nHost: localhost\r\n";
    const QByteArray get = "GET /ping HTTP/1.1\r\nHost: localhost\r\n";
    row("CL then TE", post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("TE then CL", post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n");
    row("two different CL", post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!");
    row("two same CL", post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello");
    row("CL list", post + "Content-Length: 5, 5\r\n\r\nhello");
    row("CL negative", post + "Content-Length: -5\r\n\r\nhello");
    row("CL plus", post + "Content-Length: +5\r\n\r\nhello");
    row("CL hex", post + "Content-Length: 0x5\r\n\r\nhello");
    row("CL text", post + "Content-Length: five\r\n\r\nhello");
    row("CL empty", post + "Content-Length:\r\n\r\n");
    row("CL overflow", post + "Content-Length: 99999999999999999999999\r\n\r\n");
    row("TE twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("TE gzip, chunked", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n");
    row("TE chunked, identity", post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n");
    row("TE gzip", post + "Transfer-Encoding: gzip\r\n\r\n0\r\n\r\n");
    row("TE misspelt", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n");
    row("TE quoted", post + "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n");
    row("TE with vertical tab", post +
                                    "Transfer-Encoding: \x0b"
                                    "chunked\r\n\r\n0\r\n\r\n");
    row("TE in HTTP/1.0", "POST /echo HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    const QByteArray chunked = post + "Transfer-Encoding: chunked\r\n\r\n";
    row("chunk size not hex", chunked + "zz\r\nhello\r\n0\r\n\r\n");
    row("chunk size negative", chunked + "-5\r\nhello\r\n0\r\n\r\n");
    row("chunk size 0x", chunked + "0x5\r\nhello\r\n0\r\n\r\n");
    row("chunk size empty", chunked + "\r\nhello\r\n0\r\n\r\n");
    row("chunk size overflow", chunked + "fffffffffffffffffffff\r\nhello\r\n0\r\n\r\n");
    row("chunk longer than its size", chunked + "5\r\nhello!\r\n0\r\n\r\n");
    row("chunk end without CR", chunked + "5\r\nhello\n0\r\n\r\n");
    row("chunk head without CR", chunked + "5\nhello\r\n0\r\n\r\n");
    row("chunk extension broken", chunked + "5;;=\r\nhello\r\n0\r\n\r\n");
    row("chunk extension endless", chunked + "5;x=" + QByteArray(40'000, 'a'));
    row("trailer broken", chunked + "0\r\nno colon\r\n\r\n");
    row("trailers endless", chunked + "0\r\n" + QByteArray("A: b\r\n").repeated(9000));
    row("space before colon", get + "X-A : b\r\n\r\n");
    row("no colon", get + "X-A\r\n\r\n");
    row("empty name", get + ": b\r\n\r\n");
    row("name with strange character", get + "X(A): b\r\n\r\n");
    row("folded line", get + "X-A: b\r\n c\r\n\r\n");
    row("folded by tab", get + "X-A: b\r\n\tc\r\n\r\n");
    row("folded first line", "GET /ping HTTP/1.1\r\n X: y\r\nHost: localhost\r\n\r\n");
    row("NUL in a value", get + QByteArray("X-A: b\0c\r\n\r\n", 12));
    row("NUL in the path", QByteArray("GET /ping\0/x HTTP/1.1\r\nHost: localhost\r\n\r\n", 42));
    row("bare LF", "GET /ping HTTP/1.1\nHost: localhost\n\r\n\r\n");
    row("LF in a value", get + "X-A: b\nX-B: c\r\n\r\n");
    row("CR in a value", get + "X-A: b\rX-B: c\r\n\r\n");
    row("control in a value", get +
                                  "X-A: b\x01"
                                  "c\r\n\r\n");
    row("no Host", "GET /ping HTTP/1.1\r\n\r\n");
    row("two Hosts", get + "Host: other\r\n\r\n");
    row("empty Host", "GET /ping HTTP/1.1\r\nHost:\r\n\r\n");
    row("two Hosts in HTTP/1.0", "GET /ping HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n");
    row("absolute form", "GET https://localhost/ping HTTP/1.1\r\nHost: localhost\r\n\r\n");
    row("authority form", "CONNECT localhost:443 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    row("asterisk form", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n");
    row("dot dot", "GET /a/../ping HTTP/1.1\r\nHost: localhost\r\n\r\n");
    row("encoded dot dot", "GET /a/%2e%2e/ping HTTP/1.1\r\nHost: localhost\r\n\r\n");
    row("encoded slash", "GET /%2fping HTTP/1.1\r\nHost: localhost\r\n\r\n");
    row("encoded NUL", "GET /ping%00 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    row("broken percent", "GET /ping%4 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    row("broken UTF-8", "GET /ping%ff HTTP/1.1\r\nHost: localhost\r\n\r\n");
    row("double slash", "GET //ping HTTP/1.1\r\nHost: localhost\r\n\r\n");
    row("space in the target", "GET /pi ng HTTP/1.1\r\nHost: localhost\r\n\r\n");
    row("HTTP/2.0", "GET /ping HTTP/2.0\r\nHost: localhost\r\n\r\n");
    row("HTTP/1.2", "GET /ping HTTP/1.2\r\nHost: localhost\r\n\r\n");
    row("HTTP/0.9", "GET /ping\r\n\r\n");
    row("h2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    row("lower-case http", "GET /ping http/1.1\r\nHost: localhost\r\n\r\n");
    row("no method", " /ping HTTP/1.1\r\nHost: localhost\r\n\r\n");
    row("method with strange character", "GE{T /ping HTTP/1.1\r\nHost: localhost\r\n\r\n");
    row("not HTTP", "EHLO localhost\r\n\r\n");
    row("garbage", QByteArray("\x16\x03\x01\x00\xff\xfe\r\n\r\n", 10));
    row("leading empty line", "\r\n\r\n" + get + "\r\n");
}

void TestHttpMalformed::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    const Reply reply = client.ask(bytes + "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QCOMPARE(reply.status, status);
    QVERIFY(reply.complete);
    QCOMPARE(reply.header("content-type"), QByteArray("application/problem+json"));
    QCOMPARE(reply.header("connection"), QByteArray("close"));
    QVERIFY(client.waitForEnd());
    QCOMPARE(m_smuggled.load(), 0);
}

void TestHttpMalformed::lenient_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("spaces around a value")
        << QByteArray("GET /ping HTTP/1.1\r\nHost: \t localhost \t\r\n\r\n") << QByteArray("pong");
    QTest::newRow("no space after the colon")
        << QByteArray("GET /ping HTTP/1.1\r\nHost:localhost\r\n\r\n") << QByteArray("pong");
    QTest::newRow("empty value") << QByteArray("GET /ping HTTP/1.1\r\nHost: localhost\r\nX-A:\r\n\r\n")
                                 << QByteArray("pong");
    QTest::newRow("UTF-8 in a value") << QByteArray("GET /ping HTTP/1.1\r\nHost: localhost\r\nX-A: \xc3\xbc\r\n\r\n")
                                      << QByteArray("pong");
    QTest::newRow("CHUNKED")
        << QByteArray(
               "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: CHUNKED\r\n\r\nA\r\n0123456789\r\n"
               "0\r\n\r\n")
        << QByteArray("0123456789");
    QTest::newRow("leading zeros of a length")
        << QByteArray("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 0005\r\n\r\nhello") << QByteArray("hello");
}

void TestHttpMalformed::lenient()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, body);
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    QCOMPARE(client.ask(bytes).body, body);
    QCOMPARE(client.get("/ping").body, QByteArray("pong"));
}

void TestHttpMalformed::incompleteThenGone()
{
    for (const QByteArray &part :
         {QByteArray(), QByteArray("GET /pi"), QByteArray("POST /echo HTTP/1.1\r\nHost: a\r\n"),
          QByteArray("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf")}) {
        TlsClient client;
        QVERIFY(client.connect(m_server->port));
        if (!part.isEmpty()) QVERIFY(client.send(part));
    }
    QTRY_COMPARE(m_server->http->connectionCount(), 0);
}

QTEST_GUILESS_MAIN(TestHttpMalformed)
#include "tst_httpmalformed.moc"
