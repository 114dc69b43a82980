// SPDX-License-Identifier: GPL-3.0-or-later
// Roles, second factors and client certificates on the wire.
#include "core/protocol/certificate.h"
#include "core/protocol/limits.h"
#include "core/protocol/mfa.h"
#include "core/protocol/role.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lw;
using namespace lw::protocol;

class TestRoleMessages : public QObject {
    Q_OBJECT

  private:
    SecretMemory m_memory;
    const QDateTime m_time = QDateTime::fromMSecsSinceEpoch(1'795'356'012'418, Qt::UTC);

  private Q_SLOTS:
    void rolesTravel()
    {
        QList<Role> roles = shippedRoles();
        roles.append({QStringLiteral("helpdesk"), {Permission::UsersRead, Permission::SessionsEnd}, false});
        const Result<QList<Role>> read = rolesFromJson(toJson(roles));
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(*read, roles);
        const Result<Role> one = roleFromJson(toJson(roles.last()));
        QVERIFY(one.ok());
        QCOMPARE(*one, roles.last());
    }

    void anAnswerMayKnowMorePermissions()
    {
        const Result<QList<Role>> read = rolesFromJson(
            R"({"roles":[{"name":"new","permissions":["log.read","moon.land"],"shipped":false,"colour":"red"}]})");
        QVERIFY(read.ok());
        QCOMPARE(read->first().permissions, Permissions{Permission::LogRead});
    }

    void rolesRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const QByteArray &body, const char *field) {
            QTest::newRow(name) << body << QString::fromLatin1(field);
        };
        row("nothing", "", "");
        row("list", "[]", "");
        row("no name", R"({"permissions":["log.read"]})", "name");
        row("empty name", R"({"name":"","permissions":["log.read"]})", "name");
        row("long name", R"({"name":")" + QByteArray(65, 'x') + R"(","permissions":[]})", "name");
        row("no permissions", R"({"name":"x"})", "permissions");
        row("permissions a text", R"({"name":"x","permissions":"log.read"})", "permissions");
        row("a number among them", R"({"name":"x","permissions":["log.read",7]})", "permissions[1]");
        row("unknown permission", R"({"name":"x","permissions":["log.read","log.burn"]})", "permissions");
        row("a role among them", R"({"name":"x","permissions":["owner"]})", "permissions");
        row("itself among them", R"({"name":"x","permissions":["x"]})", "permissions");
        row("roles within", R"({"name":"x","permissions":["log.read"],"roles":["auditor"]})", "roles");
        row("itself within", R"({"name":"x","permissions":["log.read"],"roles":["x"]})", "roles");
        row("no list within either", R"({"name":"x","permissions":["log.read"],"roles":[]})", "roles");
        row("shipped a text", R"({"name":"x","permissions":[],"shipped":"no"})", "shipped");
    }
    void rolesRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        const Result<Role> read = roleFromJson(body);
        QVERIFY2(!read, "accepted");
        QCOMPARE(read.error().code, Errc::InvalidInput);
        QCOMPARE(read.error().field, field);
        QVERIFY(read.error().message.endsWith(QLatin1Char('.')));
    }

    void enrolmentsTravel()
    {
        const QByteArray body =
            toJson(MfaEnrolment{toSecret("JBSWY3DPEHPK3PXP"), toSecret("otpauth://totp/A%20B:ann?secret=JBSWY3DP")});
        QVERIFY(QJsonDocument::fromJson(body).isObject());
        const Result<MfaEnrolment> read = mfaEnrolmentFromJson(body);
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->secret.toByteArray(), QByteArray("JBSWY3DPEHPK3PXP"));
        QCOMPARE(read->uri.toByteArray(), QByteArray("otpauth://totp/A%20B:ann?secret=JBSWY3DP"));
        QCOMPARE(mfaEnrolmentFromJson(R"({"secret":"x"})").error().field, QStringLiteral("uri"));
        QCOMPARE(mfaEnrolmentFromJson(R"({"secret":5,"uri":"x"})").error().field, QStringLiteral("secret"));
        QCOMPARE(mfaEnrolmentFromJson(R"({"uri":"x"})").error().code, Errc::Protocol);
    }

    void codesOfTheApp_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("good");
        QTest::newRow("good") << QByteArray(R"({"code":"012345"})") << true;
        QTest::newRow("short") << QByteArray(R"({"code":"12345"})") << false;
        QTest::newRow("long") << QByteArray(R"({"code":"1234567"})") << false;
        QTest::newRow("letters") << QByteArray(R"({"code":"12345a"})") << false;
        QTest::newRow("other digits") << QByteArray("{\"code\":\"\xD9\xA1\xD9\xA1\xD9\xA1\xD9\xA1\xD9\xA1\xD9\xA1\"}")
                                      << false;
        QTest::newRow("number") << QByteArray(R"({"code":123456})") << false;
        QTest::newRow("empty") << QByteArray(R"({"code":""})") << false;
        QTest::newRow("none") << QByteArray("{}") << false;
    }
    void codesOfTheApp()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, good);
        const Result<MfaCode> read = mfaCodeFromJson(body);
        QCOMPARE(read.ok(), good);
        if (good) QCOMPARE(toJson(*read), body);
        if (!good) QCOMPARE(read.error().field, QStringLiteral("code"));
    }

    void recoveryCodesTravel()
    {
        RecoveryCodes codes;
        for (int i = 0; i < 10; ++i)
            codes.codes.push_back(toSecret("ABCDE-2345" + QByteArray::number(i)));
        const QByteArray body = toJson(codes);
        QCOMPARE(QJsonDocument::fromJson(body).object().value(QLatin1String("codes")).toArray().size(), 10);
        const Result<RecoveryCodes> read = recoveryCodesFromJson(body);
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->codes.size(), size_t(10));
        for (size_t i = 0; i < 10; ++i)
            QCOMPARE(read->codes[i].toByteArray(), codes.codes[i].toByteArray());
    }

    void recoveryCodesRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("none") << QByteArray("{}");
        QTest::newRow("empty list") << QByteArray(R"({"codes":[]})");
        QTest::newRow("empty code") << QByteArray(R"({"codes":[""]})");
        QTest::newRow("a text") << QByteArray(R"({"codes":"ABCDE-23456"})");
        QTest::newRow("a number among them") << QByteArray(R"({"codes":["ABCDE-23456",5]})");
        QTest::newRow("a list among them") << QByteArray(R"({"codes":["ABCDE-23456",["x"]]})");
        QTest::newRow("twice") << QByteArray(R"({"codes":["ABCDE-23456"],"codes":["ABCDE-23456"]})");
        QTest::newRow("no end") << QByteArray("{\"codes\":[\"ABCDE-23456\"");
        QTest::newRow("no quote") << QByteArray("{\"codes\":[\"ABCDE-23456");
        QTest::newRow("within another") << QByteArray(R"({"a":{"codes":["ABCDE-23456"]}})");
        QTest::newRow("too many") << "{\"codes\":[" + QByteArray("\"a\",").repeated(64) + "\"a\"]}";
        QTest::newRow("too long") << "{\"codes\":[\"" + QByteArray(65, 'a') + "\"]}";
    }
    void recoveryCodesRefused()
    {
        QFETCH(QByteArray, body);
        const Result<RecoveryCodes> read = recoveryCodesFromJson(body);
        QVERIFY2(!read, "accepted");
        QVERIFY(!read.error().message.contains(QLatin1String("ABCDE")));
    }

    void theOwnPassword()
    {
        const Result<OwnPassword> read = ownPasswordFromJson(toJson(OwnPassword{toSecret("p\"\\\xC3\xA4\n")}));
        QVERIFY(read.ok());
        QCOMPARE(read->password.toByteArray(), QByteArray("p\"\\\xC3\xA4\n"));
        for (const char *body : {"{}", R"({"password":""})", R"({"password":5})", R"({"password":null})"})
            QCOMPARE(ownPasswordFromJson(body).error().field, QStringLiteral("password"));
        QCOMPARE(ownPasswordFromJson("x").error().code, Errc::InvalidInput);
    }

    void certificatesTravel()
    {
        const QList<RegisteredCertificate> list{
            {QString(64, u'a'), QStringLiteral("CN=Ann L\u00e9e,O=Acme"), m_time, true},
            {QString(64, u'0'), QString(), m_time.addDays(1), false}};
        const Result<QList<RegisteredCertificate>> read = registeredCertificatesFromJson(toJson(list));
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(*read, list);
        QCOMPARE(*registeredCertificateFromJson(toJson(list[0])), list[0]);
        QVERIFY(!registeredCertificatesFromJson(
            toJson(QList<RegisteredCertificate>{{QStringLiteral("AB"), {}, m_time, false}})));
    }

    void newCertificates_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("fingerprint");
        const QString a(64, u'a');
        const auto row = [](const char *name, const QByteArray &body, const char *field,
                            const QString &fingerprint = {}) {
            QTest::newRow(name) << body << QString::fromLatin1(field) << fingerprint;
        };
        row("fingerprint", "{\"fingerprint\":\"" + a.toLatin1() + "\"}", "", a);
        row("capitals", "{\"fingerprint\":\"" + a.toUpper().toLatin1() + "\"}", "", a);
        row("colons", "{\"fingerprint\":\"" + QByteArray("AA:").repeated(32).chopped(1) + "\"}", "", a);
        row("spaces", "{\"fingerprint\":\"" + QByteArray("aa ").repeated(32) + "\"}", "", a);
        row("PEM", R"({"certificatePem":"-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n"})", "");
        row("neither", "{}", "certificatePem");
        row("both", R"({"certificatePem":"x","fingerprint":"aa"})", "fingerprint");
        row("both, sound", "{\"certificatePem\":\"x\",\"fingerprint\":\"" + a.toLatin1() + "\"}", "certificatePem");
        row("short", R"({"fingerprint":"aa"})", "fingerprint");
        row("SHA-1", "{\"fingerprint\":\"" + QByteArray(40, 'a') + "\"}", "fingerprint");
        row("no hexadecimal", "{\"fingerprint\":\"" + QByteArray(64, 'g') + "\"}", "fingerprint");
        row("other digits", "{\"fingerprint\":\"" + QByteArray("\xD9\xA1").repeated(64) + "\"}", "fingerprint");
        row("a private key", R"({"certificatePem":"-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n"})",
            "certificatePem");
        row("a certificate and its key",
            R"({"certificatePem":"-----BEGIN CERTIFICATE-----\nAA==\n-----BEGIN RSA PRIVATE KEY-----\n"})",
            "certificatePem");
        row("no ASCII", "{\"certificatePem\":\"\xE2\x82\xAC\"}", "certificatePem");
        row("very long", "{\"certificatePem\":\"" + QByteArray(40'000, 'x') + "\"}", "certificatePem");
        row("a number", R"({"certificatePem":5})", "certificatePem");
    }
    void newCertificates()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        QFETCH(QString, fingerprint);
        const Result<NewCertificate> read = newCertificateFromJson(body);
        QCOMPARE(read.ok() ? QString() : read.error().field, field);
        if (!read) return;
        QCOMPARE(read->fingerprint, fingerprint);
        QCOMPARE(*newCertificateFromJson(toJson(*read)), *read);
    }
};

QTEST_GUILESS_MAIN(TestRoleMessages)
#include "tst_rolemessages.moc"
