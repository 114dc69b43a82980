// SPDX-License-Identifier: GPL-3.0-or-later
// Every size and number of the contract at its boundary, and that memory stays bounded beyond it.
#include "testserver.h"
#include "tlsclient.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace lw;
using namespace lw::test;
namespace limits = lw::protocol::limits;

class TestHttpLimits : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void headSize_data();
    void headSize();
    void requestLineSize();
    void headSizeInPieces();
    void headerCount();
    void bodySize_data();
    void bodySize();
    void chunkedBodySize_data();
    void chunkedBodySize();
    void tooLargeIsRefusedEarly();
    void tooLargeWithExpect();
    void bodyOfARoute_data();
    void bodyOfARoute();
    void largeBodyIsAskedForFirst();
    void configured();
    void hugeBody_data();
    void hugeBody();
    void connectionCap();
    void turnedAwayCap();
    void addressCap();

  private:
    SecretMemory m_memory;
};

namespace {

/// A request of exactly that many bytes of head.
QByteArray headOf(qsizetype size)
{
    const QByteArray start = "GET /ping HTTP/1.1\r\nHost: localhost\r\nX-Fill: ";
    return start + QByteArray(size - start.size() - 4, 'x') + "\r\n\r\n";
}

qint64 peakKilobytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) return -1;
    static const QRegularExpression line(QStringLiteral("VmHWM:\\s+(\\d+) kB"));
    return line.match(QString::fromLatin1(status.readAll())).captured(1).toLongLong();
}

}  // namespace

void TestHttpLimits::headSize_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<int>("status");
    QTest::newRow("one below") << qsizetype(limits::requestHeadBytes - 1) << 200;
    QTest::newRow("exactly") << qsizetype(limits::requestHeadBytes) << 200;
    QTest::newRow("one beyond") << qsizetype(limits::requestHeadBytes + 1) << 431;
    QTest::newRow("far beyond") << qsizetype(limits::requestHeadBytes * 20) << 431;
}

void TestHttpLimits::headSize()
{
    QFETCH(qsizetype, size);
    QFETCH(int, status);
    TestServer server;
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    const Reply reply = client.ask(headOf(size));
    QCOMPARE(reply.status, status);
    if (status == 200) {
        QCOMPARE(client.get("/ping").status, 200);
    } else {
        QVERIFY(reply.body.contains("too-large"));
        QVERIFY(client.waitForEnd());
    }
}

void TestHttpLimits::requestLineSize()
{
    TestServer server;
    server.start();
    for (const int beyond : {0, 1}) {
        TlsClient client;
        QVERIFY(client.connect(server.port));
        const QByteArray rest = " HTTP/1.1\r\nHost: a\r\n\r\n";
        const QByteArray start = "GET /ping?q=";
        const qsizetype fill = limits::requestHeadBytes - rest.size() - start.size() + beyond;
        QCOMPARE(client.ask(start + QByteArray(fill, 'x') + rest).status, beyond ? 431 : 200);
    }
}

void TestHttpLimits::headSizeInPieces()
{
    TestServer server;
    server.start();
    for (const int beyond : {0, 1}) {
        TlsClient client;
        QVERIFY(client.connect(server.port));
        const QByteArray head = headOf(limits::requestHeadBytes + beyond);
        for (qsizetype at = 0; at < head.size(); at += 1000)
            if (!client.send(head.mid(at, 1000))) break;
        QCOMPARE(client.read().status, beyond ? 431 : 200);
    }
}

void TestHttpLimits::headerCount()
{
    TestServer server;
    server.start();
    const int most = server.config.limits.headerFields;
    for (const int beyond : {0, 1}) {
        TlsClient client;
        QVERIFY(client.connect(server.port));
        QCOMPARE(client.get("/ping", QByteArray("A: b\r\n").repeated(most - 1 + beyond)).status, beyond ? 431 : 200);
    }
}

void TestHttpLimits::bodySize_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<int>("status");
    QTest::newRow("one below") << qsizetype(limits::requestBodyBytes - 1) << 200;
    QTest::newRow("exactly") << qsizetype(limits::requestBodyBytes) << 200;
    QTest::newRow("one beyond") << qsizetype(limits::requestBodyBytes + 1) << 413;
}

void TestHttpLimits::bodySize()
{
    QFETCH(qsizetype, size);
    QFETCH(int, status);
    TestServer server;
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    const Reply reply = client.ask(request("POST", "/echo", {}, QByteArray(size, 'y')));
    QCOMPARE(reply.status, status);
    if (status == 200) {
        QCOMPARE(reply.body, QByteArray(size, 'y'));
        QCOMPARE(client.get("/ping").status, 200);
    } else {
        QVERIFY(reply.body.contains("too-large"));
        QVERIFY(client.waitForEnd());
    }
}

void TestHttpLimits::chunkedBodySize_data()
{
    bodySize_data();
}

void TestHttpLimits::chunkedBodySize()
{
    QFETCH(qsizetype, size);
    QFETCH(int, status);
    TestServer server;
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    QByteArray bytes = request("POST", "/echo", "Transfer-Encoding: chunked\r\n");
    for (qsizetype left = size; left > 0;) {
        const qsizetype piece = std::min<qsizetype>(left, 10'000);
        bytes += QByteArray::number(piece, 16) + "\r\n" + QByteArray(piece, 'z') + "\r\n";
        left -= piece;
    }
    const Reply reply = client.ask(bytes + "0\r\n\r\n");
    QCOMPARE(reply.status, status);
    if (status == 200) QCOMPARE(reply.body, QByteArray(size, 'z'));
}

void TestHttpLimits::tooLargeIsRefusedEarly()
{
    TestServer server;
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    // Nothing of the body was sent, and the answer is there.
    const Reply reply = client.ask(request("POST", "/echo", "Content-Length: 1048577\r\n"));
    QCOMPARE(reply.status, 413);
    QCOMPARE(reply.header("connection"), QByteArray("close"));
    QVERIFY(client.waitForEnd());
}

void TestHttpLimits::tooLargeWithExpect()
{
    TestServer server;
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    QCOMPARE(client.ask(request("POST", "/echo", "Expect: 100-continue\r\nContent-Length: 1048577\r\n")).status, 413);
}

void TestHttpLimits::bodyOfARoute_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const char *path, const char *token, qsizetype size, int status) {
        QTest::newRow(name) << QByteArray(path) << QByteArray(token) << size << status;
    };
    row("at the usual limit", "/large", "good-token", 1000, 200);
    row("over the usual limit", "/large", "good-token", 1001, 200);
    row("at its own limit", "/large", "good-token", 5000, 200);
    row("over its own limit", "/large", "good-token", 5001, 413);
    row("another route keeps the usual limit", "/usual", "good-token", 1001, 413);
    row("another method keeps the usual limit", "/large/other", "good-token", 1001, 413);
    row("nobody, usual", "/large", "", 1000, 401);
    row("nobody, large", "/large", "", 1001, 401);
    row("nobody, too large", "/large", "", 5001, 401);
    row("a broken token", "/large", "bad-token", 1001, 401);
    row("the password comes first", "/large", "must-change", 1001, 403);
    row("the permission is missing", "/forbidden", "good-token", 1001, 403);
    row("a route for nobody that says so", "/open", "", 5000, 200);
    row("a route for nobody, over its limit", "/open", "", 5001, 413);
    row("a route that takes less", "/small", "good-token", 10, 200);
    row("a route that takes less, over it", "/small", "good-token", 11, 413);
}

void TestHttpLimits::bodyOfARoute()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, token);
    QFETCH(qsizetype, size);
    QFETCH(int, status);
    TestServer server;
    server.config.limits.bodyBytes = 1000;
    const auto add = [&](const char *template_, qint64 bytes, bool anonymous, std::optional<Permission> permission) {
        server::Route route;
        route.method = "POST";
        route.pathTemplate = QLatin1String(template_);
        route.operationId = QLatin1String(template_);
        route.permission = permission;
        route.anonymous = anonymous;
        route.bodyBytes = bytes;
        route.handle = [](const server::Request &r) { return server::text(QByteArray::number(r.body.size())); };
        server.router.add(route);
    };
    add("/large", 5000, false, Permission::UsersRead);
    add("/usual", 0, false, Permission::UsersRead);
    add("/large/{what}", 0, false, Permission::UsersRead);
    add("/forbidden", 5000, false, Permission::LogExport);
    add("/open", 5000, true, std::nullopt);
    add("/small", 10, false, std::nullopt);
    server.start();
    const QByteArray session = token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n";
    QByteArray chunks;
    for (qsizetype left = size; left > 0; left -= 100)
        chunks += QByteArray::number(std::min<qsizetype>(left, 100), 16) + "\r\n" +
                  QByteArray(std::min<qsizetype>(left, 100), 'z') + "\r\n";
    for (const QByteArray &bytes :
         {request("POST", path, session, QByteArray(size, 'y')),
          QByteArray(request("POST", path, session + "Transfer-Encoding: chunked\r\n") + chunks + "0\r\n\r\n")}) {
        TlsClient client;
        QVERIFY(client.connect(server.port));
        const int denied = server.authenticator.deniedCount;
        const Reply reply = client.ask(bytes);
        QCOMPARE(reply.status, status);
        if (status == 200) QCOMPARE(reply.body, QByteArray::number(size));
        // A refusal is told to the log once, not once more when the body is there.
        QCOMPARE(server.authenticator.deniedCount - denied, path == "/forbidden" ? 1 : 0);
    }
}

void TestHttpLimits::largeBodyIsAskedForFirst()
{
    TestServer server;
    server::Route route;
    route.method = "POST";
    route.pathTemplate = QStringLiteral("/large");
    route.operationId = QStringLiteral("large");
    route.bodyBytes = limits::requestBodyBytes * 4;
    route.handle = [](const server::Request &) { return server::text("done"); };
    server.router.add(route);
    server.start();
    const QByteArray length = "Content-Length: " + QByteArray::number(limits::requestBodyBytes + 1) + "\r\n";
    TlsClient stranger;
    QVERIFY(stranger.connect(server.port));
    // Nothing of the body was sent, and the answer is there.
    const Reply refused = stranger.ask(request("POST", "/large", length));
    QCOMPARE(refused.status, 401);
    QCOMPARE(refused.header("connection"), QByteArray("close"));
    QVERIFY(stranger.waitForEnd());
    TlsClient waiting;
    QVERIFY(waiting.connect(server.port));
    QCOMPARE(waiting.ask(request("POST", "/large", "Expect: 100-continue\r\n" + length)).status, 401);
    TlsClient known;
    QVERIFY(known.connect(server.port));
    QVERIFY(
        known.send(request("POST", "/large", "Authorization: Bearer good-token\r\nExpect: 100-continue\r\n" + length)));
    QVERIFY(known.readRaw(12).startsWith("HTTP/1.1 100"));
}

void TestHttpLimits::configured()
{
    TestServer server;
    server.config.limits.headBytes = 200;
    server.config.limits.bodyBytes = 10;
    server.start();
    const auto status = [&](const QByteArray &bytes) {
        TlsClient client;
        return client.connect(server.port) ? client.ask(bytes).status : -1;
    };
    QCOMPARE(status(headOf(200)), 200);
    QCOMPARE(status(headOf(201)), 431);
    QCOMPARE(status(request("POST", "/echo", {}, "0123456789")), 200);
    QCOMPARE(status(request("POST", "/echo", {}, "0123456789a")), 413);
}

void TestHttpLimits::hugeBody_data()
{
    QTest::addColumn<bool>("chunked");
    QTest::addColumn<int>("megabytes");
    QTest::newRow("announced") << false << 800;
    QTest::newRow("in chunks") << true << 800;
}

void TestHttpLimits::hugeBody()
{
    if (peakKilobytes() < 0) QSKIP("the peak of memory is only known on Linux");
    QFETCH(bool, chunked);
    QFETCH(int, megabytes);
    TestServer server;
    server.start();
    TlsClient warm;
    QVERIFY(warm.connect(server.port));
    QCOMPARE(warm.get("/ping").status, 200);

    constexpr qsizetype piece = 1024 * 1024;
    const QByteArray zeros(piece, '\0');
    const QByteArray block = chunked ? QByteArray("100000\r\n") + zeros + "\r\n" : zeros;
    const qint64 before = peakKilobytes();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    QVERIFY(
        client.send(request("POST", "/echo",
                            chunked ? QByteArray("Transfer-Encoding: chunked\r\n")
                                    : "Content-Length: " + QByteArray::number(qint64(megabytes) * piece) + "\r\n")));
    int sent = 0;
    while (sent < megabytes && client.send(block))
        ++sent;
    QVERIFY2(sent < megabytes, "the server swallowed it all");
    // Others are served all the while and after it.
    QCOMPARE(warm.get("/ping").status, 200);
    const qint64 growth = peakKilobytes() - before;
    QVERIFY2(growth < 64 * 1024, qPrintable(QStringLiteral("memory grew by %1 kB").arg(growth)));
}

void TestHttpLimits::connectionCap()
{
    TestServer server;
    server.config.limits.connections = 5;
    server.config.limits.connectionsPerAddress = 5;
    server.start();
    std::vector<std::unique_ptr<TlsClient>> clients;
    for (int i = 0; i < 5; ++i) {
        clients.push_back(std::make_unique<TlsClient>());
        QVERIFY(clients.back()->connect(server.port));
        QCOMPARE(clients.back()->get("/ping").status, 200);
    }
    TlsClient beyond;
    QVERIFY(beyond.connect(server.port));
    const Reply reply = beyond.get("/ping");
    QCOMPARE(reply.status, 503);
    QVERIFY(reply.header("retry-after").toInt() > 0);
    QVERIFY(reply.body.contains("urn:linewarden:problem:unavailable"));
    QVERIFY(beyond.waitForEnd());
    // Those inside are not disturbed, and a place that is left is given anew.
    for (auto &client : clients)
        QCOMPARE(client->get("/ping").status, 200);
    clients.pop_back();
    const auto served = [&] {
        TlsClient next;
        return next.connect(server.port) && next.get("/ping").status == 200;
    };
    bool ok = false;  // every attempt takes the place anew, so that a success must be remembered
    QTRY_VERIFY(ok || (ok = served()));
}

void TestHttpLimits::turnedAwayCap()
{
    TestServer server;
    server.config.limits.connections = 1;
    server.config.limits.turnedAway = 2;
    server.start();
    TlsClient inside;
    QVERIFY(inside.connect(server.port));
    QCOMPARE(inside.get("/ping").status, 200);
    TlsClient waiting[2];
    for (TlsClient &client : waiting)
        QVERIFY(client.connect(server.port));
    TlsClient closed;
    QVERIFY(!closed.connect(server.port));
    QCOMPARE(waiting[1].get("/ping").status, 503);
    QCOMPARE(inside.get("/ping").status, 200);
}

void TestHttpLimits::addressCap()
{
    TestServer server;
    server.config.limits.connections = 100;
    server.config.limits.connectionsPerAddress = 2;
    server.start();
    TlsClient inside[2];
    for (TlsClient &client : inside) {
        QVERIFY(client.connect(server.port));
        QCOMPARE(client.get("/ping").status, 200);
    }
    TlsClient third;
    QVERIFY(third.connect(server.port));
    QCOMPARE(third.get("/ping").status, 503);
    inside[0].drop();
    const auto served = [&] {
        TlsClient next;
        return next.connect(server.port) && next.get("/ping").status == 200;
    };
    bool ok = false;  // every attempt takes the place anew, so that a success must be remembered
    QTRY_VERIFY(ok || (ok = served()));
}

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "tst_httplimits.moc"
