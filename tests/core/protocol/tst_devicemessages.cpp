// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/device.h"
#include "core/protocol/limits.h"

#include <QJsonDocument>
#include <QTest>

using namespace lw;
using namespace lw::protocol;

class TestDeviceMessages : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void deviceRoundTrip_data();
    void deviceRoundTrip();
    void listRoundTrip();
    void newDeviceRoundTrip();
    void newDeviceRefused_data();
    void newDeviceRefused();
    void secretRoundTrip_data();
    void secretRoundTrip();
    void registrationRoundTrip();
    void registrationDefaults();
    void registrationRefused_data();
    void registrationRefused();
    void refusalsHoldNoSecret();
    void grantRoundTrip();

  private:
    SecretMemory m_memory;
    const QDateTime m_time = QDateTime::fromMSecsSinceEpoch(1'795'356'012'418, Qt::UTC);

    Device full() const
    {
        return {QStringLiteral("dev_1"),
                QStringLiteral("usr_1"),
                DeviceKind::Pbx,
                QStringLiteral("Trunk “North” \U0001F4DE"),
                QStringLiteral("acme-x7k2m9qp"),
                m_time.addDays(-90),
                m_time.addDays(-3),
                m_time,
                2,
                m_time.addSecs(-60)};
    }
};

void TestDeviceMessages::deviceRoundTrip_data()
{
    QTest::addColumn<bool>("revoked");
    QTest::addColumn<bool>("seen");
    QTest::newRow("full") << true << true;
    QTest::newRow("never registered") << true << false;
    QTest::newRow("smallest") << false << false;
}

void TestDeviceMessages::deviceRoundTrip()
{
    QFETCH(bool, revoked);
    QFETCH(bool, seen);
    Device device = full();
    if (!revoked) device.revokedAt = {};
    if (!seen) device.lastRegisteredAt = {};
    const Result<Device> read = deviceFromJson(toJson(device));
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(*read, device);
}

void TestDeviceMessages::listRoundTrip()
{
    Device phone = full();
    phone.kind = DeviceKind::Phone;
    for (const QList<Device> &devices : {QList<Device>(), QList<Device>{full(), phone}}) {
        const Result<QList<Device>> read = devicesFromJson(toJson(devices));
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(*read, devices);
    }
    QCOMPARE(devicesFromJson(R"({"devices": [{"id": "dev_1"}]})").error().field, QStringLiteral("devices[0].userId"));
    QCOMPARE(devicesFromJson(R"({"devices": 5})").error().code, Errc::Protocol);
}

void TestDeviceMessages::newDeviceRoundTrip()
{
    const NewDevice device{DeviceKind::Pbx, QStringLiteral("Trunk north")};
    QCOMPARE(*newDeviceFromJson(toJson(device)), device);
    QCOMPARE(newDeviceFromJson(R"({"kind": "phone", "label": "  Desk phone "})")->label, QStringLiteral("Desk phone"));
}

void TestDeviceMessages::newDeviceRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QByteArray &body, const char *field) {
        QTest::newRow(name) << body << QString::fromLatin1(field);
    };
    row("nothing", "", "");
    row("list", "[]", "");
    row("no kind", R"({"label": "x"})", "kind");
    row("unknown kind", R"({"kind": "fax", "label": "x"})", "kind");
    row("kind in capitals", R"({"kind": "Phone", "label": "x"})", "kind");
    row("kind a number", R"({"kind": 1, "label": "x"})", "kind");
    row("no label", R"({"kind": "phone"})", "label");
    row("empty label", R"({"kind": "phone", "label": ""})", "label");
    row("blank label", R"({"kind": "phone", "label": "   "})", "label");
    row("line break in the label", R"({"kind": "phone", "label": "a\nb"})", "label");
    row("line separator in the label", R"({"kind": "phone", "label": "a\u2028b"})", "label");
    row("label too long", R"({"kind": "phone", "label": ")" + QByteArray(257, 'x') + "\"}", "label");
}

void TestDeviceMessages::newDeviceRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    const Result<NewDevice> read = newDeviceFromJson(body);
    QVERIFY2(!read, "accepted");
    QCOMPARE(read.error().code, Errc::InvalidInput);
    QCOMPARE(read.error().field, field);
}

void TestDeviceMessages::secretRoundTrip_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("usual") << QByteArray("ABCDEFGHJKMNPQRSTUVWXYZ23456");
    QTest::newRow("quotes and controls") << QByteArray("\"\\\n\x01");
    QTest::newRow("longest, all escaped") << QByteArray(limits::passwordBytes, '\x01');
}

void TestDeviceMessages::secretRoundTrip()
{
    QFETCH(QByteArray, secret);
    const QByteArray body = toJson(DeviceWithSecret{full(), toSecret(secret)});
    QVERIFY(QJsonDocument::fromJson(body).isObject());
    const Result<DeviceWithSecret> read = deviceWithSecretFromJson(body);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->device, full());
    QCOMPARE(read->secret.toByteArray(), secret);
    QCOMPARE(deviceWithSecretFromJson(R"({"secret": "x"})").error().field, QStringLiteral("device"));
    QCOMPARE(deviceWithSecretFromJson("{\"device\":" + toJson(full()) + "}").error().field, QStringLiteral("secret"));
}

void TestDeviceMessages::registrationRoundTrip()
{
    for (int expires : {0, 60, 3600, 7200}) {
        const RegistrationRequest request{QStringLiteral("acme-x7k2m9qp"), toSecret("S3cret\"\\"),
                                          QStringLiteral("sips:1001@[2001:db8::7]:5061;transport=tls"), expires};
        const Result<RegistrationRequest> read = registrationRequestFromJson(toJson(request));
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->sipUser, request.sipUser);
        QCOMPARE(read->secret.toByteArray(), request.secret.toByteArray());
        QCOMPARE(read->contact, request.contact);
        QCOMPARE(read->expires, expires);
    }
}

void TestDeviceMessages::registrationDefaults()
{
    QCOMPARE(registrationRequestFromJson(R"({"sipUser":"a-b","secret":"x","contact":"SIP:a@b"})")->expires, 3600);
}

void TestDeviceMessages::registrationRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QByteArray &body, const char *field) {
        QTest::newRow(name) << body << QString::fromLatin1(field);
    };
    const QByteArray good = R"("sipUser":"a-b","secret":"x","contact":"sip:a@b")";
    row("nothing", "", "");
    row("no sip user", R"({"secret":"x","contact":"sip:a@b"})", "sipUser");
    row("empty sip user", R"({"sipUser":"","secret":"x","contact":"sip:a@b"})", "sipUser");
    row("sip user with a space", R"({"sipUser":"a b","secret":"x","contact":"sip:a@b"})", "sipUser");
    row("sip user not ASCII", "{\"sipUser\":\"\xC3\xA9\",\"secret\":\"x\",\"contact\":\"sip:a@b\"}", "sipUser");
    row("sip user too long", R"({"sipUser":")" + QByteArray(97, 'x') + R"(","secret":"x","contact":"sip:a@b"})",
        "sipUser");
    row("no secret", R"({"sipUser":"a-b","contact":"sip:a@b"})", "secret");
    row("empty secret", R"({"sipUser":"a-b","secret":"","contact":"sip:a@b"})", "secret");
    row("secret a number", R"({"sipUser":"a-b","secret":5,"contact":"sip:a@b"})", "secret");
    row("secret twice", R"({"sipUser":"a-b","secret":"x","secret":"y","contact":"sip:a@b"})", "secret");
    row("secret too long", R"({"sipUser":"a-b","contact":"sip:a@b","secret":")" + QByteArray(1025, 'x') + "\"}",
        "secret");
    row("no contact", R"({"sipUser":"a-b","secret":"x"})", "contact");
    row("contact of another kind", R"({"sipUser":"a-b","secret":"x","contact":"tel:+44"})", "contact");
    row("contact with a line break", R"({"sipUser":"a-b","secret":"x","contact":"sip:a@b\r\nX: y"})", "contact");
    row("contact too long", R"({"sipUser":"a-b","secret":"x","contact":"sip:)" + QByteArray(512, 'x') + "\"}",
        "contact");
    row("expires too short", "{" + good + R"(,"expires":59})", "expires");
    row("expires too long", "{" + good + R"(,"expires":7201})", "expires");
    row("expires negative", "{" + good + R"(,"expires":-1})", "expires");
    row("expires a fraction", "{" + good + R"(,"expires":60.5})", "expires");
    row("expires as text", "{" + good + R"(,"expires":"60"})", "expires");
}

void TestDeviceMessages::registrationRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    const Result<RegistrationRequest> read = registrationRequestFromJson(body);
    QVERIFY2(!read, "accepted");
    QCOMPARE(read.error().code, Errc::InvalidInput);
    QCOMPARE(read.error().field, field);
}

void TestDeviceMessages::refusalsHoldNoSecret()
{
    for (const QByteArray &body :
         {QByteArray(R"({"sipUser":5,"secret":"hunter2secret"})"), QByteArray(R"({"secret":"hunter2secret")"),
          QByteArray(R"({"sipUser":"a","secret":"hunter2secret","contact":"x"})")}) {
        const Result<RegistrationRequest> read = registrationRequestFromJson(body);
        QVERIFY(!read);
        QVERIFY(!read.error().message.contains(QStringLiteral("hunter2")));
    }
}

void TestDeviceMessages::grantRoundTrip()
{
    const RegistrationGrant grant{m_time};
    QCOMPARE(*registrationGrantFromJson(toJson(grant)), grant);
    QCOMPARE(registrationGrantFromJson("{}").error().field, QStringLiteral("expiresAt"));
}

QTEST_GUILESS_MAIN(TestDeviceMessages)
#include "tst_devicemessages.moc"
