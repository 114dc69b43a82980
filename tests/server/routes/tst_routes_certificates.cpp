// SPDX-License-Identifier: GPL-3.0-or-later
// Client certificates from registering one to being shut out without it, over real connections that show them.
#include "core/protocol/certificate.h"
#include "core/protocol/customer.h"
#include "tests/server/routes/testapi.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

const auto acme = QStringLiteral("acme");
const auto ann = QStringLiteral("ann");

KeyAndCertificate selfMade()
{
    return must(makeAuthority(QDateTime::currentDateTimeUtc()));
}

QByteArray fingerprintOf(const KeyAndCertificate &certificate)
{
    return must(factsOf(certificate.certificatePem)).sha256.toLatin1();
}

class CertificateApi : public TestApi {
  public:
    Customer customer = addCustomer(acme);
    User person = addUser(customer, ann);
    QByteArray annsToken = token(acme, ann);

    QByteArray pathOf(const User &user) const { return "/v1/users/" + user.id.toUtf8() + "/certificates"; }
    Answer add(const User &user, const KeyAndCertificate &certificate, const QByteArray &once = {})
    {
        return post(pathOf(user), annsToken,
                    {{QStringLiteral("certificatePem"), QString::fromLatin1(certificate.certificatePem)}},
                    once.isEmpty() ? fingerprintOf(certificate) : once);
    }
    Answer require(const QStringList &roles)
    {
        const QByteArray body = protocol::toJson(protocol::CustomerRules{PasswordPolicy(), {}, roles});
        return change("PUT", "/v1/customer/policy", annsToken, QJsonDocument::fromJson(body).object(), "*");
    }
    Answer signInOverTheWire()
    {
        return post("/v1/session", {},
                    {{QStringLiteral("customer"), acme},
                     {QStringLiteral("login"), ann},
                     {QStringLiteral("password"), QString::fromLatin1(goodPassword)}});
    }
    QList<protocol::RegisteredCertificate> listed(const User &user)
    {
        return must(protocol::registeredCertificatesFromJson(get(pathOf(user), annsToken).body));
    }
};

}  // namespace

class TestCertificateRoutes : public QObject {
    Q_OBJECT

  private:
    SecretMemory m_secrets;

  private Q_SLOTS:
    void aCertificateIsRegisteredAndRemoved()
    {
        CertificateApi api;
        const KeyAndCertificate own = selfMade();
        const User pat = api.addUser(api.customer, QStringLiteral("pat"), QStringLiteral("user"));
        const Answer made = api.add(pat, own);
        QCOMPARE(made.status, 201);
        const auto registered = must(protocol::registeredCertificateFromJson(made.body));
        QCOMPARE(registered.fingerprint, QString::fromLatin1(fingerprintOf(own)));
        QVERIFY(registered.subject.contains(QLatin1String("CN=")));
        QCOMPARE(registered.addedAt, noon);
        QVERIFY(!registered.shown);
        QCOMPARE(api.listed(pat), QList{registered});
        QCOMPARE(api.add(pat, own).body, made.body);
        QCOMPARE(api.add(pat, own, "another").status, 409);

        QCOMPARE(api.change("DELETE", api.pathOf(pat) + '/' + fingerprintOf(own).toUpper(), api.annsToken, {}).status,
                 204);
        QVERIFY(api.listed(pat).isEmpty());
        QCOMPARE(api.change("DELETE", api.pathOf(pat) + '/' + fingerprintOf(own), api.annsToken, {}).status, 404);
        QCOMPARE(api.change("DELETE", api.pathOf(pat) + "/nonsense", api.annsToken, {}).status, 404);
        const QStringList told = api.story(api.customer).filter(QStringLiteral("user.changed"));
        QCOMPARE(told, (QStringList{QStringLiteral("user.changed/success/certificate_added"),
                                    QStringLiteral("user.changed/success/certificate_removed")}));
        const AuditEvent event = api.events(api.customer).back();
        QCOMPARE(event.object.id, pat.id);
        QCOMPARE(event.before->value(QLatin1String("fingerprint")).toString(), registered.fingerprint);
    }

    void theConnectionsOwnIsMarked()
    {
        CertificateApi api;
        const KeyAndCertificate own = selfMade();
        const KeyAndCertificate other = selfMade();
        (void)api.add(api.person, own);
        (void)api.add(api.person, other);
        api.showCertificate(own);
        for (const protocol::RegisteredCertificate &one : api.listed(api.person))
            QCOMPARE(one.shown, one.fingerprint == QString::fromLatin1(fingerprintOf(own)));
        QCOMPARE(api.listed(api.person).size(), 2);
    }

    void whatIsNoCertificateIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("field");
        const QString pem = QStringLiteral("certificatePem");
        const KeyAndCertificate old = must(makeAuthority(QDateTime::currentDateTimeUtc().addYears(-30)));
        QTest::newRow("nothing") << QJsonObject() << pem;
        QTest::newRow("nonsense") << QJsonObject{{pem, QStringLiteral("nonsense")}} << pem;
        QTest::newRow("broken") << QJsonObject{{pem, QStringLiteral("-----BEGIN CERTIFICATE-----\nAAAA\n"
                                                                    "-----END CERTIFICATE-----\n")}}
                                << pem;
        QTest::newRow("its key") << QJsonObject{{pem, QString::fromLatin1(old.keyPem.toByteArray())}} << pem;
        QTest::newRow("expired") << QJsonObject{{pem, QString::fromLatin1(old.certificatePem)}} << pem;
        QTest::newRow("a short fingerprint")
            << QJsonObject{{QStringLiteral("fingerprint"), QStringLiteral("abcd")}} << QStringLiteral("fingerprint");
    }
    void whatIsNoCertificateIsRefused()
    {
        QFETCH(QJsonObject, body);
        QFETCH(QString, field);
        CertificateApi api;
        const Answer answer = api.post(api.pathOf(api.person), api.annsToken, body, "key");
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.field(), field);
        QVERIFY(!answer.body.contains("PRIVATE KEY-----"));
    }

    void thereIsAnEndToThem()
    {
        CertificateApi api;
        for (int i = 0; i < protocol::limits::certificatesPerUser; ++i) {
            const QString fingerprint = QString::number(i, 16).rightJustified(64, u'0');
            QCOMPARE(api.post(api.pathOf(api.person), api.annsToken, {{QStringLiteral("fingerprint"), fingerprint}},
                              fingerprint.toLatin1())
                         .status,
                     201);
        }
        QCOMPARE(api.add(api.person, selfMade()).status, 409);
    }

    void nobodyAddsADoorToWhomHeMayNotManage()
    {
        CertificateApi api;
        (void)api.add(api.person, selfMade());
        api.addUser(api.customer, QStringLiteral("adam"), QStringLiteral("administrator"));
        const QByteArray adam = api.token(acme, QStringLiteral("adam"));
        const QJsonObject body{{QStringLiteral("fingerprint"), QString(64, u'a')}};
        QCOMPARE(api.post(api.pathOf(api.person), adam, body, "k").problem(), QStringLiteral("forbidden"));
        QCOMPARE(api.story(api.customer).last(), QStringLiteral("access.denied/failure/beyond_own_permissions"));
        const QByteArray there = api.listed(api.person).first().fingerprint.toLatin1();
        QCOMPARE(api.change("DELETE", api.pathOf(api.person) + '/' + there, adam, {}).problem(),
                 QStringLiteral("forbidden"));
        QCOMPARE(api.listed(api.person).size(), 1);
    }

    void requiringOneShutsNobodyOutByMistake()
    {
        CertificateApi api;
        const KeyAndCertificate own = selfMade();
        const QStringList owner{QStringLiteral("owner")};
        const Answer blind = api.require(owner);
        QCOMPARE(blind.status, 409);
        QCOMPARE(blind.field(), QStringLiteral("certificateRequiredRoles"));
        (void)api.add(api.person, own);
        QVERIFY2(api.require(owner).status == 409, "registered, but this connection does not show it");
        QCOMPARE(api.require({QStringLiteral("auditor")}).status, 200);
        api.showCertificate(own);
        QCOMPARE(api.require(owner).status, 200);

        QCOMPARE(api.get("/v1/users", api.annsToken).status, 200);
        const QByteArray path = api.pathOf(api.person) + '/' + fingerprintOf(own);
        QVERIFY2(api.change("DELETE", path, api.annsToken, {}).status == 409, "the door that one stands in");
        api.showCertificate({});
        const Answer refused = api.get("/v1/users", api.annsToken);
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.problem(), QStringLiteral("client-certificate-required"));
        QCOMPARE(refused.field(), QStringLiteral("clientCertificate"));
        QCOMPARE(api.signInOverTheWire().problem(), QStringLiteral("client-certificate-required"));
        QCOMPARE(api.story(api.customer).last(), QStringLiteral("login.refused/failure/certificate_missing"));
        api.showCertificate(selfMade());
        QCOMPARE(api.get("/v1/users", api.annsToken).status, 403);
        QCOMPARE(api.signInOverTheWire().status, 403);
        api.showCertificate(own);
        QCOMPARE(api.get("/v1/users", api.annsToken).status, 200);
        QCOMPARE(api.signInOverTheWire().status, 201);
        QCOMPARE(api.require({}).status, 200);
        api.showCertificate({});
        QCOMPARE(api.signInOverTheWire().status, 201);
    }
};

QTEST_GUILESS_MAIN(TestCertificateRoutes)
#include "tst_routes_certificates.moc"
