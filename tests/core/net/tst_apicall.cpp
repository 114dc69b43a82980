// SPDX-License-Identifier: GPL-3.0-or-later
// Calls in their plain form: the headers that make them safe, and which are repeated.
#include "core/net/backendclient.h"
#include "tests/core/net/fakebackend.h"

#include <QTest>

using namespace lw;
using namespace lw::net;
using namespace lw::test;

class TestApiCall : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { static const SecretMemory memory; }

    void init()
    {
        m_backend = std::make_unique<FakeBackend>();
        Endpoint endpoint;
        endpoint.base = QUrl(QStringLiteral("https://fake.example.com"));
        m_client = std::make_unique<BackendClient>(endpoint, m_backend->transport());
    }

    void cleanup()
    {
        m_client.reset();
        m_backend.reset();
    }

    void plainCallsCarryWhatTheySay()
    {
        signIn();
        m_backend->intercept([](const FakeRequest &) {
            return FakeReply{200, "answer", {{"etag", "\"2.2\""}}, -1, false, {}};
        });
        ApiCall call;
        call.method = "PATCH";
        call.path = QStringLiteral("/v1/users/usr_1?x=y");
        call.body = "{}";
        call.ifMatch = "\"1.1\"";
        const Result<ApiReply> reply = plain(call);
        QVERIFY(reply.ok());
        QCOMPARE(reply->status, 200);
        QCOMPARE(reply->body, QByteArray("answer"));
        QCOMPARE(reply->etag, QByteArray("\"2.2\""));
        const FakeRequest seen = m_backend->seen().constLast();
        QCOMPARE(seen.method, QByteArray("PATCH"));
        QCOMPARE(seen.path, QStringLiteral("/v1/users/usr_1"));
        QCOMPARE(seen.query.queryItemValue(QStringLiteral("x")), QStringLiteral("y"));
        QCOMPARE(headerValue(seen.headers, "If-Match"), QByteArray("\"1.1\""));
        QCOMPARE(headerValue(seen.headers, "Content-Type"), QByteArray("application/json"));
        QVERIFY(headerValue(seen.headers, "Idempotency-Key").isEmpty());
        QVERIFY(headerValue(seen.headers, "If-None-Match").isEmpty());
        QVERIFY(headerValue(seen.headers, "Authorization").startsWith("Bearer "));
    }

    void everyPostHasAKeyOfItsOwn()
    {
        signIn();
        m_backend->intercept([](const FakeRequest &) { return FakeReply{204, {}, {}, -1, false, {}}; });
        ApiCall call;
        call.method = "POST";
        call.path = QStringLiteral("/v1/users/import");
        call.body = "login\n";
        call.contentType = "text/csv";
        QVERIFY(plain(call).ok());
        const QByteArray first = headerValue(m_backend->seen().constLast().headers, "Idempotency-Key");
        QCOMPARE(headerValue(m_backend->seen().constLast().headers, "Content-Type"), QByteArray("text/csv"));
        QVERIFY(plain(call).ok());
        const QByteArray second = headerValue(m_backend->seen().constLast().headers, "Idempotency-Key");
        QVERIFY(!first.isEmpty() && !second.isEmpty() && first != second);
        call.idempotencyKey = "mine";
        QVERIFY(plain(call).ok());
        QCOMPARE(headerValue(m_backend->seen().constLast().headers, "Idempotency-Key"), QByteArray("mine"));
    }

    void unchangedOnlyWhereItWasAsked()
    {
        signIn();
        m_backend->intercept([](const FakeRequest &) { return FakeReply{304, {}, {}, -1, false, {}}; });
        ApiCall call;
        call.path = QStringLiteral("/v1/roles");
        QCOMPARE(plain(call).error().code, Errc::Protocol);
        call.ifNoneMatch = "\"1.1\"";
        const Result<ApiReply> reply = plain(call);
        QVERIFY(reply.ok());
        QCOMPARE(reply->status, 304);
        QVERIFY(reply->body.isEmpty());
        QCOMPARE(headerValue(m_backend->seen().constLast().headers, "If-None-Match"), QByteArray("\"1.1\""));
    }

    void aChangeIsNeverRepeated_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("asked");
        QTest::newRow("GET") << QByteArray("GET") << 3;
        QTest::newRow("POST") << QByteArray("POST") << 1;
        QTest::newRow("PUT") << QByteArray("PUT") << 1;
        QTest::newRow("PATCH") << QByteArray("PATCH") << 1;
        QTest::newRow("DELETE") << QByteArray("DELETE") << 1;
    }

    void aChangeIsNeverRepeated()
    {
        QFETCH(QByteArray, method);
        QFETCH(int, asked);
        signIn();
        m_backend->intercept([](const FakeRequest &) {
            FakeReply reply;
            reply.broken = Errc::Network;
            return reply;
        });
        ApiCall call;
        call.method = method;
        call.path = QStringLiteral("/v1/roles");
        QCOMPARE(plain(call).error().code, Errc::Network);
        QCOMPARE(m_backend->count(method, call.path), asked);
    }

    void staleIsTold()
    {
        signIn();
        m_backend->intercept([](const FakeRequest &) {
            return FakeReply{412,
                             "{\"type\":\"urn:linewarden:problem:stale\",\"title\":\"t\",\"status\":412,"
                             "\"detail\":\"because\"}",
                             {},
                             -1,
                             false,
                             {}};
        });
        ApiCall call;
        call.method = "DELETE";
        call.path = QStringLiteral("/v1/roles/x");
        call.ifMatch = "\"1.1\"";
        QCOMPARE(plain(call).error().code, Errc::Stale);
        QVERIFY(m_client->hasSession());
    }

    void parametersCannotLeaveTheirPlace_data()
    {
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<QString>("path");
        QTest::newRow("plain") << QStringLiteral("helpdesk") << QStringLiteral("/v1/roles/helpdesk");
        QTest::newRow("slash") << QStringLiteral("../users") << QStringLiteral("/v1/roles/..%2Fusers");
        QTest::newRow("query") << QStringLiteral("a?b#c") << QStringLiteral("/v1/roles/a%3Fb%23c");
        QTest::newRow("letters") << QStringLiteral("Zo\u00eb %") << QStringLiteral("/v1/roles/Zo%C3%AB%20%25");
        QTest::newRow("braces") << QStringLiteral("{roleName}") << QStringLiteral("/v1/roles/%7BroleName%7D");
    }

    void parametersCannotLeaveTheirPlace()
    {
        QFETCH(QString, parameter);
        QFETCH(QString, path);
        QCOMPARE(pathWith(QLatin1String("/v1/roles/{roleName}"), parameter), path);
        QCOMPARE(pathWith(QLatin1String("/v1/users/{userId}/sessions"), parameter).count(QLatin1Char('/')), 4);
    }

    void withoutASessionNothingLeaves()
    {
        ApiCall call;
        call.path = QStringLiteral("/v1/roles");
        QCOMPARE(plain(call).error().code, Errc::Unauthorized);
        QVERIFY(m_backend->seen().isEmpty());
    }

    void longAnswersAreAllowedByName()
    {
        signIn();
        const QByteArray body(5 * 1024 * 1024, 'x');
        m_backend->intercept([&](const FakeRequest &) { return FakeReply{200, body, {}, -1, false, {}}; });
        ApiCall call;
        call.path = QStringLiteral("/v1/network");
        call.maxReplyBytes = 16 * 1024 * 1024;
        const Result<ApiReply> reply = plain(call);
        QVERIFY(reply.ok());
        QCOMPARE(reply->body.size(), body.size());
    }

  private:
    Result<ApiReply> plain(ApiCall call)
    {
        std::optional<Result<ApiReply>> result;
        m_client->call(std::move(call), this, [&](Result<ApiReply> r) { result = std::move(r); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 20'000)) qFatal("no answer");
        return *result;
    }

    void signIn()
    {
        std::optional<Result<SessionFacts>> facts;
        m_client->signIn({QStringLiteral("acme"), QStringLiteral("ann.lee"), toSecret("correct horse"), {}}, this,
                         [&](Result<SessionFacts> r) { facts = std::move(r); });
        QTRY_VERIFY(facts);
        QVERIFY(facts->ok());
    }

    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<BackendClient> m_client;
};

QTEST_GUILESS_MAIN(TestApiCall)
#include "tst_apicall.moc"
