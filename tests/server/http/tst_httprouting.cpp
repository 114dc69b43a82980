// SPDX-License-Identifier: GPL-3.0-or-later
// Requests over real TLS to routes: who answers, who may, and what every answer carries.
#include "testserver.h"
#include "tlsclient.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <stdexcept>

using namespace lw;
using namespace lw::test;
using server::Request;
using server::Response;

class TestHttpRouting : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void routes_data();
    void routes();
    void methodNotAllowed();
    void pathParameters();
    void literalBeforeParameter();
    void head();
    void keepAlive();
    void pipelining();
    void connectionClose();
    void http10();
    void expectContinue();
    void expectOther();
    void chunkedBody();
    void exceptionInHandler();
    void authorisation_data();
    void authorisation();
    void deniedIsReported();
    void authorizationNeverReachesHandlers();
    void securityHeaders();
    void headerInjection();
    void logHoldsNoSecrets();
    void peerAddress();

  private:
    void addSecured(const QString &path, std::optional<Permission> permission, bool whileExpired = false);
    SecretMemory m_memory;
    std::unique_ptr<TestServer> m_server;
};

void TestHttpRouting::addSecured(const QString &path, std::optional<Permission> permission, bool whileExpired)
{
    server::Route route;
    route.method = "GET";
    route.pathTemplate = path;
    route.operationId = path;
    route.permission = permission;
    route.allowedWhilePasswordExpired = whileExpired;
    route.handle = [](const Request &r) {
        return server::text(r.principal->userId.toUtf8() + (r.headers.contains("Authorization") ? " leaked" : ""));
    };
    m_server->router.add(route);
}

void TestHttpRouting::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_server->answer("GET", QStringLiteral("/items/{id}"),
                     [](const Request &r) { return server::text(r.pathParams.value(QStringLiteral("id")).toUtf8()); });
    m_server->answer("GET", QStringLiteral("/items/special"), [](const Request &) { return server::text("literal"); });
    m_server->answer("DELETE", QStringLiteral("/items/{id}"), [](const Request &) { return server::noContent(); });
    m_server->answer("GET", QStringLiteral("/throws"),
                     [](const Request &) -> Response { throw std::runtime_error("defect inside"); });
    m_server->answer("GET", QStringLiteral("/throws-other"), [](const Request &) -> Response { throw 5; });
    m_server->answer("GET", QStringLiteral("/inject"), [](const Request &r) {
        Response response = server::text("x");
        response.headers.set("X-Copy", r.queryValue(QStringLiteral("v")).value_or(QString()).toUtf8() + "\r\nEvil: 1");
        return response;
    });
    m_server->answer("GET", QStringLiteral("/peer"),
                     [](const Request &r) { return server::text(r.peerAddress.toUtf8()); });
    addSecured(QStringLiteral("/any"), std::nullopt);
    addSecured(QStringLiteral("/users"), Permission::UsersRead);
    addSecured(QStringLiteral("/log"), Permission::LogRead);
    addSecured(QStringLiteral("/expired-ok"), std::nullopt, true);
    m_server->start();
}

void TestHttpRouting::routes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("found") << request("GET", "/ping") << 200 << QByteArray("pong");
    QTest::newRow("query is ignored by matching") << request("GET", "/ping?x=1") << 200 << QByteArray("pong");
    QTest::newRow("not found") << request("GET", "/nothing") << 404 << QByteArray();
    QTest::newRow("root") << request("GET", "/") << 404 << QByteArray();
    QTest::newRow("trailing slash") << request("GET", "/ping/") << 404 << QByteArray();
    QTest::newRow("case matters") << request("GET", "/PING") << 404 << QByteArray();
    QTest::newRow("too deep") << request("GET", "/items/1/2") << 404 << QByteArray();
    QTest::newRow("wrong method") << request("PUT", "/ping") << 405 << QByteArray();
    QTest::newRow("unknown method") << request("BREW", "/ping") << 405 << QByteArray();
    QTest::newRow("lower-case method") << request("get", "/ping") << 405 << QByteArray();
    QTest::newRow("unknown method, unknown path") << request("BREW", "/nothing") << 404 << QByteArray();
    QTest::newRow("options") << request("OPTIONS", "/ping") << 405 << QByteArray();
    QTest::newRow("post with body") << request("POST", "/echo", {}, "hello") << 200 << QByteArray("hello");
    QTest::newRow("post without body") << request("POST", "/echo", "Content-Length: 0\r\n") << 200 << QByteArray("");
    QTest::newRow("delete") << request("DELETE", "/items/1") << 204 << QByteArray("");
    QTest::newRow("body of a get is read") << request("GET", "/ping", {}, "ignored") << 200 << QByteArray("pong");
}

void TestHttpRouting::routes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    const Reply reply = client.ask(bytes);
    QCOMPARE(reply.status, status);
    QVERIFY(reply.complete);
    if (status < 400) {
        QCOMPARE(reply.body, body);
        return;
    }
    QCOMPARE(reply.header("content-type"), QByteArray("application/problem+json"));
    const QJsonObject problem = QJsonDocument::fromJson(reply.body).object();
    QCOMPARE(problem.value(QLatin1String("status")).toInt(), status);
    QVERIFY(problem.value(QLatin1String("type")).toString().startsWith(QLatin1String("urn:linewarden:problem:")));
    QVERIFY(!problem.value(QLatin1String("detail")).toString().isEmpty());
    // The connection survives a refusal by a route.
    QCOMPARE(client.get("/ping").status, 200);
}

void TestHttpRouting::methodNotAllowed()
{
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    const Reply reply = client.ask(request("PUT", "/items/7"));
    QCOMPARE(reply.status, 405);
    QCOMPARE(reply.header("allow"), QByteArray("DELETE, GET, HEAD"));
}

void TestHttpRouting::pathParameters()
{
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    QCOMPARE(client.get("/items/usr_42").body, QByteArray("usr_42"));
    QCOMPARE(client.get("/items/a%20b%C3%A9").body, QByteArray("a bé"));
    QCOMPARE(client.get("/items/").body.contains("problem"), true);
}

void TestHttpRouting::literalBeforeParameter()
{
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    QCOMPARE(client.get("/items/special").body, QByteArray("literal"));
}

void TestHttpRouting::head()
{
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    const Reply reply = client.ask(request("HEAD", "/ping"), true);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.header("content-length"), QByteArray("4"));
    // Nothing of a body is in the way of the next answer.
    QCOMPARE(client.get("/ping").body, QByteArray("pong"));
    QCOMPARE(client.ask(request("HEAD", "/nothing"), true).status, 404);
    QCOMPARE(client.get("/ping").body, QByteArray("pong"));
}

void TestHttpRouting::keepAlive()
{
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    QSet<QByteArray> ids;
    for (int i = 0; i < 50; ++i) {
        const Reply reply = client.ask(request("POST", "/echo", {}, QByteArray::number(i)));
        QCOMPARE(reply.body, QByteArray::number(i));
        QVERIFY(!reply.headers.contains("connection"));
        ids.insert(reply.header("x-request-id"));
    }
    QCOMPARE(ids.size(), 50);
}

void TestHttpRouting::pipelining()
{
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    QByteArray all;
    for (int i = 0; i < 20; ++i)
        all += request("POST", "/echo", {}, "body " + QByteArray::number(i)) + request("GET", "/ping");
    QVERIFY(client.send(all));
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(client.read().body, "body " + QByteArray::number(i));
        QCOMPARE(client.read().body, QByteArray("pong"));
    }
}

void TestHttpRouting::connectionClose()
{
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    const Reply reply = client.get("/ping", "Connection: close\r\n");
    QCOMPARE(reply.body, QByteArray("pong"));
    QCOMPARE(reply.header("connection"), QByteArray("close"));
    QVERIFY(client.waitForEnd());
}

void TestHttpRouting::http10()
{
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    const Reply reply = client.ask("GET /ping HTTP/1.0\r\n\r\n");
    QCOMPARE(reply.body, QByteArray("pong"));
    QVERIFY(client.waitForEnd());
}

void TestHttpRouting::expectContinue()
{
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    QVERIFY(client.send(request("POST", "/echo", "Expect: 100-continue\r\nContent-Length: 5\r\n")));
    QCOMPARE(client.read().status, 100);
    QCOMPARE(client.ask("hello").body, QByteArray("hello"));
}

void TestHttpRouting::expectOther()
{
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    QCOMPARE(client.ask(request("POST", "/echo", "Expect: miracles\r\nContent-Length: 5\r\n")).status, 417);
    QVERIFY(client.waitForEnd());
}

void TestHttpRouting::chunkedBody()
{
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    const QByteArray head = request("POST", "/echo", "Transfer-Encoding: chunked\r\n");
    QCOMPARE(client.ask(head + "5\r\nhello\r\n7;ext=1\r\n, world\r\n0\r\n\r\n").body, QByteArray("hello, world"));
    QCOMPARE(client.ask(head + "0\r\n\r\n").body, QByteArray(""));
    QCOMPARE(client.ask(head + "1\r\nx\r\n0\r\nTrailer: 1\r\nAuthorization: Bearer x\r\n\r\n").body, QByteArray("x"));
    // Byte by byte.
    for (const char c : head + "3\r\nabc\r\n0\r\n\r\n")
        QVERIFY(client.send(QByteArray(1, c)));
    QCOMPARE(client.read().body, QByteArray("abc"));
}

void TestHttpRouting::exceptionInHandler()
{
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    const Reply reply = client.get("/throws");
    QCOMPARE(reply.status, 500);
    QVERIFY(!reply.body.contains("defect inside"));
    QCOMPARE(client.get("/throws-other").status, 500);
    QCOMPARE(client.get("/ping").body, QByteArray("pong"));
    const auto lines = m_server->logLines(QStringLiteral("handler failed"));
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].value(QLatin1String("reason")).toString(), QStringLiteral("defect inside"));
    QCOMPARE(lines[0].value(QLatin1String("id")).toString().toLatin1(), reply.header("x-request-id"));
}

void TestHttpRouting::authorisation_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("type");
    const QByteArray good = "Authorization: Bearer good-token\r\n";
    const QByteArray change = "Authorization: Bearer must-change\r\n";
    const QString unauthorised = QStringLiteral("unauthorised");
    QTest::newRow("no token") << QByteArray("/any") << QByteArray() << 401 << unauthorised;
    QTest::newRow("wrong token") << QByteArray("/any") << QByteArray("Authorization: Bearer nope\r\n") << 401
                                 << unauthorised;
    QTest::newRow("other scheme") << QByteArray("/any") << QByteArray("Authorization: Basic good-token\r\n") << 401
                                  << unauthorised;
    QTest::newRow("empty token") << QByteArray("/any") << QByteArray("Authorization: Bearer \r\n") << 401
                                 << unauthorised;
    QTest::newRow("token with strange bytes")
        << QByteArray("/any") << QByteArray("Authorization: Bearer good-token\"\r\n") << 401 << unauthorised;
    QTest::newRow("two tokens") << QByteArray("/any") << good + good << 400 << QStringLiteral("invalid-input");
    QTest::newRow("scheme without case") << QByteArray("/any") << QByteArray("Authorization: bEARER good-token\r\n")
                                         << 200 << QString();
    QTest::newRow("any session") << QByteArray("/any") << good << 200 << QString();
    QTest::newRow("permission held") << QByteArray("/users") << good << 200 << QString();
    QTest::newRow("permission missing") << QByteArray("/log") << good << 403 << QStringLiteral("forbidden");
    QTest::newRow("password first") << QByteArray("/users") << change << 403
                                    << QStringLiteral("password-change-required");
    QTest::newRow("password first, permission missing")
        << QByteArray("/log") << change << 403 << QStringLiteral("password-change-required");
    QTest::newRow("open while expired") << QByteArray("/expired-ok") << change << 200 << QString();
    QTest::newRow("anonymous") << QByteArray("/ping") << QByteArray() << 200 << QString();
    QTest::newRow("anonymous with a bad token")
        << QByteArray("/ping") << QByteArray("Authorization: Bearer x\r\n") << 200 << QString();
}

void TestHttpRouting::authorisation()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, header);
    QFETCH(int, status);
    QFETCH(QString, type);
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    const Reply reply = client.get(path, header);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.headers.contains("www-authenticate"), status == 401);
    if (status >= 400)
        QCOMPARE(QJsonDocument::fromJson(reply.body).object().value(QLatin1String("type")).toString(),
                 QStringLiteral("urn:linewarden:problem:") + type);
}

void TestHttpRouting::deniedIsReported()
{
    const int before = m_server->authenticator.deniedCount;
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    QCOMPARE(client.get("/log", "Authorization: Bearer good-token\r\n").status, 403);
    QCOMPARE(m_server->authenticator.deniedCount.load(), before + 1);
    QCOMPARE(client.get("/log").status, 401);
    QCOMPARE(m_server->authenticator.deniedCount.load(), before + 1);
}

void TestHttpRouting::authorizationNeverReachesHandlers()
{
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    QCOMPARE(client.get("/any", "Authorization: Bearer good-token\r\n").body, QByteArray("usr_1"));
}

void TestHttpRouting::securityHeaders()
{
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    for (const QByteArray &path :
         {QByteArray("/ping"), QByteArray("/nothing"), QByteArray("/any"), QByteArray("/throws")}) {
        const Reply reply = client.get(path);
        QVERIFY(reply.header("strict-transport-security").startsWith("max-age="));
        QCOMPARE(reply.header("cache-control"), QByteArray("no-store"));
        QCOMPARE(reply.header("x-content-type-options"), QByteArray("nosniff"));
        QVERIFY(reply.header("date").endsWith(" GMT"));
        QVERIFY(reply.header("x-request-id").startsWith("req_"));
        QVERIFY(!reply.headers.contains("server"));
    }
}

void TestHttpRouting::headerInjection()
{
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    const Reply reply = client.get("/inject?v=a");
    QCOMPARE(reply.header("x-copy"), QByteArray("a  Evil: 1"));
    QVERIFY(!reply.headers.contains("evil"));
}

void TestHttpRouting::logHoldsNoSecrets()
{
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    const QByteArray secret = "s3cret-needle";
    client.get("/any?search=" + secret, "Authorization: Bearer " + secret + "\r\nX-Other: " + secret + "\r\n");
    const Reply reply = client.ask(request("POST", "/echo", {}, "{\"password\":\"" + secret + "\"}"));
    QVERIFY(reply.body.contains(secret));
    const auto mine = [&] {
        for (const QJsonObject &line : m_server->logLines(QStringLiteral("request")))
            if (line.value(QLatin1String("id")).toString().toLatin1() == reply.header("x-request-id")) return line;
        return QJsonObject();
    };
    QTRY_VERIFY(!mine().isEmpty());
    const QJsonObject line = mine();
    QCOMPARE(line.value(QLatin1String("method")).toString(), QStringLiteral("POST"));
    QCOMPARE(line.value(QLatin1String("path")).toString(), QStringLiteral("/echo"));
    QCOMPARE(line.value(QLatin1String("status")).toInt(), 200);
    QCOMPARE(line.value(QLatin1String("bytes")).toInt(), reply.body.size());
    QCOMPARE(line.value(QLatin1String("peer")).toString(), QStringLiteral("127.0.0.1"));
    QVERIFY(line.contains(QLatin1String("ms")));
    QVERIFY(!m_server->rawLog().contains(secret));
}

void TestHttpRouting::peerAddress()
{
    TlsClient client;
    QVERIFY(client.connect(m_server->port));
    // Forwarding headers of a client are worth nothing.
    QCOMPARE(client.get("/peer", "X-Forwarded-For: 198.51.100.7\r\nForwarded: for=198.51.100.7\r\n").body,
             QByteArray("127.0.0.1"));
}

QTEST_GUILESS_MAIN(TestHttpRouting)
#include "tst_httprouting.moc"
