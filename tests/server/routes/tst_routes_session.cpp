// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/totp.h"
#include "core/protocol/session.h"
#include "tests/server/routes/testapi.h"

#include <QJsonArray>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

QJsonObject credentials(const QString &login = QStringLiteral("ann"), const QByteArray &password = goodPassword)
{
    return {{QStringLiteral("customer"), QStringLiteral("acme")},
            {QStringLiteral("login"), login},
            {QStringLiteral("password"), QString::fromLatin1(password)}};
}

QJsonObject change(const QByteArray &current, const QByteArray &next)
{
    return {{QStringLiteral("current"), QString::fromLatin1(current)},
            {QStringLiteral("next"), QString::fromLatin1(next)}};
}

const QByteArray nextPassword("copper-meadow-signal-4");

}  // namespace

class TestSessionRoutes : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void signingInLookingAndSigningOut()
    {
        TestApi api;
        const Customer customer = api.addCustomer(QStringLiteral("acme"));
        api.addUser(customer, QStringLiteral("ann"));
        const Answer made = api.post("/v1/session", {}, credentials());
        QCOMPARE(made.status, 201);
        QVERIFY(made.headers.value("cache-control").contains("no-store"));
        const protocol::SessionGrant grant = must(protocol::sessionGrantFromJson(made.body));
        const QByteArray token = grant.token.toByteArray();
        QCOMPARE(grant.expiresAt, noon.addSecs(12 * 3600));
        const Answer shown = api.get("/v1/session", token);
        QCOMPARE(shown.status, 200);
        QCOMPARE(must(protocol::sessionStatusFromJson(shown.body)).createdAt, noon);
        QVERIFY2(!shown.body.contains(token), "the token is told once");
        QCOMPARE(api.call({"DELETE", "/v1/session", token, {}, {}}).status, 204);
        const Answer ended = api.get("/v1/session", token);
        QCOMPARE(ended.status, 401);
        QCOMPARE(ended.problem(), QStringLiteral("unauthorised"));
        QCOMPARE(api.story(customer),
                 (QStringList{QStringLiteral("login.succeeded/success"), QStringLiteral("logout/success")}));
        QCOMPARE(api.events(customer).front().origin.address, QStringLiteral("127.0.0.1"));
        QCOMPARE(api.events(customer).front().origin.agent, QStringLiteral("test"));
    }

    void theCustomerMayFollowTheLoginName()
    {
        TestApi api;
        api.addUser(api.addCustomer(QStringLiteral("acme")), QStringLiteral("ann"));
        QJsonObject body = credentials(QStringLiteral("ann@acme"));
        body.remove(QStringLiteral("customer"));
        QCOMPARE(api.post("/v1/session", {}, body).status, 201);
    }

    void aBadRequestNamesTheField_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        QTest::newRow("no login") << QByteArray(R"({"customer":"acme","password":"x"})") << QStringLiteral("login");
        QTest::newRow("no password") << QByteArray(R"({"customer":"acme","login":"ann"})")
                                     << QStringLiteral("password");
        QTest::newRow("no customer") << QByteArray(R"({"login":"ann","password":"x"})") << QStringLiteral("customer");
        QTest::newRow("number") << QByteArray(R"({"customer":"acme","login":7,"password":"x"})")
                                << QStringLiteral("login");
        QTest::newRow("code of letters") << QByteArray(
                                                R"({"customer":"acme","login":"ann","password":"x","totp":"abcdef"})")
                                         << QStringLiteral("totp");
        QTest::newRow("no object") << QByteArray("[]") << QString();
        QTest::newRow("no JSON") << QByteArray("login=ann") << QString();
        QTest::newRow("empty") << QByteArray() << QString();
    }
    void aBadRequestNamesTheField()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        TestApi api;
        api.addUser(api.addCustomer(QStringLiteral("acme")), QStringLiteral("ann"));
        const Answer answer = api.call({"POST", "/v1/session", {}, body, {}});
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.headers.value("content-type"), QByteArray("application/problem+json"));
        QCOMPARE(answer.problem(), QStringLiteral("invalid-input"));
        if (!field.isEmpty()) QCOMPARE(answer.field(), field);
    }

    void everyRefusalHasItsProblem()
    {
        TestApi api({12, 60});
        PasswordPolicy policy;
        policy.lockAfterFailures = 3;
        const Customer customer = api.addCustomer(QStringLiteral("acme"), policy);
        api.addUser(customer, QStringLiteral("ann"));
        api.addUser(customer, QStringLiteral("tom"), QStringLiteral("owner"), toSecret("12345678901234567890"));
        User gone = api.addUser(customer, QStringLiteral("gone"));
        gone.status = UserStatus::Disabled;
        api.update(gone);

        const Answer asked = api.post("/v1/session", {}, credentials(QStringLiteral("tom")));
        QCOMPARE(asked.status, 401);
        QCOMPARE(asked.problem(), QStringLiteral("totp-required"));
        QJsonObject withCode = credentials(QStringLiteral("tom"));
        withCode.insert(QStringLiteral("totp"),
                        QString::fromLatin1(policy::totpCode(toSecret("12345678901234567890"), noon)));
        QCOMPARE(api.post("/v1/session", {}, withCode).status, 201);
        QCOMPARE(api.post("/v1/session", {}, credentials(QStringLiteral("gone"))).problem(),
                 QStringLiteral("forbidden"));
        const Answer nobody = api.post("/v1/session", {}, credentials(QStringLiteral("nobody")));
        QCOMPARE(nobody.problem(), QStringLiteral("unauthorised"));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(api.post("/v1/session", {}, credentials(QStringLiteral("ann"), "wrong")).body, nobody.body);
        const Answer locked = api.post("/v1/session", {}, credentials());
        QCOMPARE(locked.status, 423);
        QCOMPARE(locked.problem(), QStringLiteral("account-locked"));
        QVERIFY(locked.headers.value("retry-after").toInt() >= 1800);
        Answer limited;
        for (int i = 0; i < 6 && limited.status != 429; ++i)
            limited = api.post("/v1/session", {}, credentials(QStringLiteral("nobody-%1").arg(i)));
        QCOMPARE(limited.status, 429);
        QCOMPARE(limited.problem(), QStringLiteral("rate-limited"));
        QVERIFY(limited.headers.value("retry-after").toInt() > 0);
        QCOMPARE(limited.json().value(QLatin1String("retryAfter")).toInt(),
                 limited.headers.value("retry-after").toInt());
    }

    void meSaysWhoAndWhatIsAllowed()
    {
        TestApi api;
        const Customer customer = api.addCustomer(QStringLiteral("acme"));
        const User user = api.addUser(customer, QStringLiteral("ann"), QStringLiteral("billing"));
        const Answer answer = api.get("/v1/me", api.token(QStringLiteral("acme"), QStringLiteral("ann")));
        QCOMPARE(answer.status, 200);
        const QJsonObject me = answer.json();
        QCOMPARE(me.value(QLatin1String("user")).toObject().value(QLatin1String("id")).toString(), user.id);
        QCOMPARE(me.value(QLatin1String("permissions")).toArray().size(), 6);
        QCOMPARE(me.value(QLatin1String("logOrigin")).toString(), QStringLiteral("backend.test/acme"));
        QVERIFY(audit::VerifierKey::fromText(me.value(QLatin1String("logKey")).toString()));
    }

    void changingThePasswordIsDoneOnce()
    {
        TestApi api;
        const Customer customer = api.addCustomer(QStringLiteral("acme"));
        User user = api.addUser(customer, QStringLiteral("ann"));
        user.mustChangePassword = true;
        api.update(user);
        const QByteArray token = api.token(QStringLiteral("acme"), QStringLiteral("ann"));
        QCOMPARE(api.get("/v1/users", token).problem(), QStringLiteral("password-change-required"));
        const Answer done = api.post("/v1/me/password", token, change(goodPassword, nextPassword), "once");
        QCOMPARE(done.status, 204);
        QCOMPARE(done.body, QByteArray());
        QCOMPARE(api.get("/v1/users", token).status, 200);
        // The same request again, as after a lost answer: nothing happens, although "current" is wrong by now.
        QCOMPARE(api.post("/v1/me/password", token, change(goodPassword, nextPassword), "once").status, 204);
        QCOMPARE(api.story(customer, 1).filter(QStringLiteral("password")),
                 QStringList{QStringLiteral("password.changed/success")});
        QCOMPARE(api.post("/v1/session", {}, credentials(QStringLiteral("ann"), nextPassword)).status, 201);
    }

    void aPasswordIsRefusedByItsField_data()
    {
        QTest::addColumn<QByteArray>("current");
        QTest::addColumn<QByteArray>("next");
        QTest::addColumn<QString>("field");
        QTest::newRow("wrong") << QByteArray("nonsense") << nextPassword << QStringLiteral("current");
        QTest::newRow("short") << goodPassword << QByteArray("short") << QStringLiteral("next");
        QTest::newRow("reused") << goodPassword << goodPassword << QStringLiteral("next");
        QTest::newRow("missing") << goodPassword << QByteArray() << QStringLiteral("next");
    }
    void aPasswordIsRefusedByItsField()
    {
        QFETCH(QByteArray, current);
        QFETCH(QByteArray, next);
        QFETCH(QString, field);
        TestApi api;
        api.addUser(api.addCustomer(QStringLiteral("acme")), QStringLiteral("ann"));
        const QByteArray token = api.token(QStringLiteral("acme"), QStringLiteral("ann"));
        const Answer answer = api.post("/v1/me/password", token, change(current, next), "k");
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.field(), field);
        if (!next.isEmpty()) QVERIFY(!answer.body.contains(next));
    }

    void aChangeNeedsAnIdempotencyKey_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("empty") << QByteArray("Idempotency-Key: \r\n");
        QTest::newRow("long") << "Idempotency-Key: " + QByteArray(129, 'k') + "\r\n";
        QTest::newRow("blank inside") << QByteArray("Idempotency-Key: a b\r\n");
    }
    void aChangeNeedsAnIdempotencyKey()
    {
        QFETCH(QByteArray, header);
        TestApi api;
        api.addUser(api.addCustomer(QStringLiteral("acme")), QStringLiteral("ann"));
        const QByteArray token = api.token(QStringLiteral("acme"), QStringLiteral("ann"));
        const Answer answer =
            api.call({"POST", "/v1/me/password", token,
                      R"({"current":"violet-harbour-lantern-9","next":"copper-meadow-signal-4"})", header});
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.field(), QStringLiteral("Idempotency-Key"));
    }

    void healthAnswersAnybody()
    {
        TestApi api;
        const Answer answer = api.get("/v1/health", {});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json().value(QLatin1String("status")).toString(), QStringLiteral("ok"));
        QCOMPARE(answer.json().value(QLatin1String("time")).toString(), QStringLiteral("2026-11-18T12:00:00.000Z"));
        api.services->stopping = true;
        QCOMPARE(api.get("/v1/health", {}).json().value(QLatin1String("status")).toString(),
                 QStringLiteral("stopping"));
    }
};

QTEST_GUILESS_MAIN(TestSessionRoutes)
#include "tst_routes_session.moc"
