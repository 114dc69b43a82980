// SPDX-License-Identifier: GPL-3.0-or-later
// Second factors over the wire: what somebody can do who must set one up, and that secrets are told once.
#include "core/policy/totp.h"
#include "core/protocol/mfa.h"
#include "core/protocol/session.h"
#include "tests/server/routes/testapi.h"

#include <QJsonArray>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

const auto acme = QStringLiteral("acme");
const auto ann = QStringLiteral("ann");

Secret fromBase32(const QString &text)
{
    QByteArray bytes;
    quint32 buffer = 0;
    int bits = 0;
    for (const QChar c : text) {
        buffer = buffer << 5 | static_cast<quint32>(QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").indexOf(c));
        if ((bits += 5) < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(buffer >> bits & 0xff);
    }
    return toSecret(bytes);
}

class MfaApi : public TestApi {
  public:
    Customer customer = addCustomer(acme);
    User person = addUser(customer, ann, QStringLiteral("administrator"));

    void require(const QString &role)
    {
        Transaction transaction = must(Transaction::begin(*services->database));
        must(CustomerTable(transaction.connection()).setRequirements(customer.id, {role}, {}));
        must(transaction.commit());
    }
    Answer signInOverTheWire(const QString &totp = {})
    {
        QJsonObject body{{QStringLiteral("customer"), acme},
                         {QStringLiteral("login"), ann},
                         {QStringLiteral("password"), QString::fromLatin1(goodPassword)}};
        if (!totp.isEmpty()) body.insert(QStringLiteral("totp"), totp);
        return post("/v1/session", {}, body);
    }
    QString code(const Secret &secret) { return QString::fromLatin1(policy::totpCode(secret, clock.nowUtc())); }
    Answer confirm(const QByteArray &token, const QString &code, const QByteArray &once = "confirm")
    {
        return post("/v1/me/mfa/confirm", token, {{QStringLiteral("code"), code}}, once);
    }
    Answer remove(const QByteArray &token, const QByteArray &password)
    {
        return call({"DELETE", "/v1/me/mfa", token, protocol::toJson(protocol::OwnPassword{toSecret(password)}),
                     "Content-Type: application/json\r\n"});
    }
    /// Enrols; the recovery codes.
    QStringList enrol(const QByteArray &token, Secret *secretOut = nullptr)
    {
        const Answer begun = post("/v1/me/mfa", token, {}, "begin");
        const Secret secret = fromBase32(begun.json().value(QLatin1String("secret")).toString());
        if (secretOut) *secretOut = secret;
        QStringList codes;
        for (const QJsonValue &one : confirm(token, code(secret)).json().value(QLatin1String("codes")).toArray())
            codes.append(one.toString());
        return codes;
    }
};

}  // namespace

class TestMfaRoutes : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whoMustEnrolDoesOnlyThat()
    {
        MfaApi api;
        api.require(QStringLiteral("administrator"));
        const Answer signedIn = api.signInOverTheWire();
        QCOMPARE(signedIn.status, 201);
        const protocol::SessionGrant grant = must(protocol::sessionGrantFromJson(signedIn.body));
        QVERIFY(grant.mustEnrolMfa);
        const QByteArray token = grant.token.toByteArray();
        for (const char *path : {"/v1/users", "/v1/customer", "/v1/roles", "/v1/audit/checkpoint"}) {
            const Answer refused = api.get(path, token);
            QCOMPARE(refused.status, 403);
            QCOMPARE(refused.problem(), QStringLiteral("mfa-enrolment-required"));
            QCOMPARE(refused.field(), QStringLiteral("mustEnrolMfa"));
        }
        QCOMPARE(api.get("/v1/session", token).status, 200);
        QVERIFY(api.get("/v1/me", token).json().value(QLatin1String("mustEnrolMfa")).toBool());
        QCOMPARE(api.enrol(token).size(), 10);
        QVERIFY(!api.get("/v1/me", token).json().value(QLatin1String("mustEnrolMfa")).toBool());
        QCOMPARE(api.get("/v1/users", token).status, 200);
    }

    void aPasswordThatIsOverdueComesFirst()
    {
        MfaApi api;
        api.require(QStringLiteral("administrator"));
        api.person.mustChangePassword = true;
        api.update(api.person);
        const QByteArray token = api.token(acme, ann);
        QCOMPARE(api.get("/v1/users", token).problem(), QStringLiteral("password-change-required"));
        QCOMPARE(api.post("/v1/me/mfa", token, {}, "k").problem(), QStringLiteral("password-change-required"));
        const QJsonObject change{{QStringLiteral("current"), QString::fromLatin1(goodPassword)},
                                 {QStringLiteral("next"), QStringLiteral("copper-meadow-signal-4")}};
        QCOMPARE(api.post("/v1/me/password", token, change, "p").status, 204);
        QCOMPARE(api.get("/v1/users", token).problem(), QStringLiteral("mfa-enrolment-required"));
        QCOMPARE(api.post("/v1/me/mfa", token, {}, "k2").status, 201);
    }

    void secretsAreToldOnce()
    {
        MfaApi api;
        const QByteArray token = api.token(acme, ann);
        const Answer begun = api.post("/v1/me/mfa", token, {}, "begin");
        QCOMPARE(begun.status, 201);
        QVERIFY(begun.headers.value("cache-control").contains("no-store"));
        const QString text = begun.json().value(QLatin1String("secret")).toString();
        QVERIFY(begun.json().value(QLatin1String("uri")).toString().contains(text));
        const Answer again = api.post("/v1/me/mfa", token, {}, "begin");
        QCOMPARE(again.status, 409);
        QVERIFY(!again.body.contains(text.toLatin1()));
        const QString code = api.code(fromBase32(text));
        QCOMPARE(api.confirm(token, QStringLiteral("000000"), "wrong").field(), QStringLiteral("code"));
        const Answer confirmed = api.confirm(token, code);
        QCOMPARE(confirmed.status, 200);
        QCOMPARE(must(protocol::recoveryCodesFromJson(confirmed.body)).codes.size(), size_t(10));
        QCOMPARE(api.confirm(token, code).status, 409);
        QCOMPARE(api.confirm(token, code, "other").status, 409);
        QCOMPARE(api.post("/v1/me/mfa", token, {}, "begin2").status, 409);
        QFile file(api.services->config.databaseFile + QStringLiteral("-wal"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray stored = file.readAll();
        for (const Secret &one : must(protocol::recoveryCodesFromJson(confirmed.body)).codes)
            QVERIFY(!stored.contains(one.toByteArray()));
        QVERIFY(!stored.contains(text.toLatin1()));
    }

    void aRecoveryCodeOpensTheDoorOnce()
    {
        MfaApi api;
        const QStringList codes = api.enrol(api.token(acme, ann));
        QCOMPARE(api.signInOverTheWire().problem(), QStringLiteral("totp-required"));
        QCOMPARE(api.signInOverTheWire(codes[3]).status, 201);
        QCOMPARE(api.signInOverTheWire(codes[3]).problem(), QStringLiteral("totp-required"));
        api.clock.set(noon.addSecs(60));
        QCOMPARE(api.signInOverTheWire(codes[4].toLower()).status, 201);
        QCOMPARE(api.story(api.customer).filter(QStringLiteral("recovery")).size(), 2);
    }

    void removingTheOwnNeedsThePassword()
    {
        MfaApi api;
        api.require(QStringLiteral("administrator"));
        const QByteArray token = api.token(acme, ann);
        (void)api.enrol(token);
        QCOMPARE(api.call({"DELETE", "/v1/me/mfa", token, {}, {}}).status, 400);
        const Answer wrong = api.remove(token, "wrong");
        QCOMPARE(wrong.status, 400);
        QCOMPARE(wrong.field(), QStringLiteral("password"));
        api.clock.set(noon.addSecs(120));
        QCOMPARE(api.remove(token, goodPassword).status, 204);
        QCOMPARE(api.get("/v1/users", token).problem(), QStringLiteral("mfa-enrolment-required"));
        QCOMPARE(api.remove(token, goodPassword).status, 204);
        QCOMPARE(api.story(api.customer).filter(QStringLiteral("mfa.removed")).size(), 1);
        Answer locked;
        for (int i = 0; i < 20 && locked.status != 423; ++i)
            locked = api.remove(token, "wrong");
        QCOMPARE(locked.status, 423);
    }

    void anAdministratorResetsThoseHeMayManage()
    {
        MfaApi api;
        (void)api.enrol(api.token(acme, ann));
        api.addUser(api.customer, QStringLiteral("olga"));
        api.addUser(api.customer, QStringLiteral("adam"), QStringLiteral("administrator"));
        const QByteArray adam = api.token(acme, QStringLiteral("adam"));
        const auto reset = [&](const QString &login, const QByteArray &token) {
            const QString id = api.user(api.customer, login).id;
            return api.change("DELETE", "/v1/users/" + id.toUtf8() + "/mfa", token, {});
        };
        QCOMPARE(reset(ann, adam).status, 204);
        QCOMPARE(api.signInOverTheWire().status, 201);
        const Answer above = reset(QStringLiteral("olga"), adam);
        QCOMPARE(above.status, 403);
        QCOMPARE(above.problem(), QStringLiteral("forbidden"));
        const Answer own = reset(QStringLiteral("adam"), adam);
        QCOMPARE(own.status, 409);
        QCOMPARE(api.change("DELETE", "/v1/users/usr_00000000000000000000000000/mfa", adam, {}).status, 404);
    }
};

QTEST_GUILESS_MAIN(TestMfaRoutes)
#include "tst_routes_mfa.moc"
