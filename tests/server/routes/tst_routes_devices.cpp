// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/device.h"
#include "core/protocol/limits.h"
#include "server/devices/devicesecret.h"
#include "server/store/devicetable.h"
#include "tests/server/routes/testapi.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

class TestDeviceRoutes : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<TestApi> m_api;
    Customer m_acme;
    Customer m_other;
    User m_ann;
    QByteArray m_token;
    int m_keys = 0;

    QByteArray ofAnn() const { return "/v1/users/" + m_ann.id.toLatin1() + "/devices"; }
    QByteArray key() { return "key-" + QByteArray::number(++m_keys); }

    static QJsonObject wish(const QString &kind = QStringLiteral("phone"),
                            const QString &label = QStringLiteral("Desk phone"))
    {
        return {{QStringLiteral("kind"), kind}, {QStringLiteral("label"), label}};
    }
    protocol::DeviceWithSecret addDevice()
    {
        return must(protocol::deviceWithSecretFromJson(m_api->post(ofAnn(), m_token, wish(), key()).body));
    }
    QList<Device> listed(const QByteArray &target)
    {
        return must(protocol::devicesFromJson(m_api->get(target, m_token).body));
    }
    void registerAt(const Device &device, const QString &contact)
    {
        Transaction transaction = must(Transaction::begin(*m_api->services->database));
        must(DeviceTable(transaction.connection())
                 .registerContact({device.id, contact, QStringLiteral("192.0.2.7"), noon, noon.addSecs(3600)}));
        must(transaction.commit());
    }

  private Q_SLOTS:
    void init()
    {
        m_api = std::make_unique<TestApi>();
        m_acme = m_api->addCustomer(QStringLiteral("acme"));
        m_other = m_api->addCustomer(QStringLiteral("other"));
        m_api->addUser(m_acme, QStringLiteral("admin"), QStringLiteral("administrator"));
        m_ann = m_api->addUser(m_acme, QStringLiteral("ann"), QStringLiteral("user"));
        m_token = m_api->token(QStringLiteral("acme"), QStringLiteral("admin"));
    }
    void cleanup() { m_api.reset(); }

    void aNewDevice()
    {
        const Answer answer = m_api->post(ofAnn(), m_token, wish(QStringLiteral("pbx")), key());
        QCOMPARE(answer.status, 201);
        const protocol::DeviceWithSecret made = must(protocol::deviceWithSecretFromJson(answer.body));
        QCOMPARE(made.device.userId, m_ann.id);
        QCOMPARE(made.device.kind, DeviceKind::Pbx);
        QCOMPARE(made.device.label, QStringLiteral("Desk phone"));
        QVERIFY(made.device.sipUser.startsWith(QStringLiteral("acme-")));
        QCOMPARE(made.device.createdAt, noon);
        QCOMPARE(made.device.secretChangedAt, noon);
        QVERIFY(made.secret.size() >= 26);
        QCOMPARE(listed(ofAnn()), QList<Device>{made.device});
        QCOMPARE(listed("/v1/devices"), QList<Device>{made.device});

        const AuditEvent event = m_api->events(m_acme).back();
        QCOMPARE(event.kind, EventKind::DeviceCreated);
        QCOMPARE(event.actor.name, QStringLiteral("admin"));
        QCOMPARE(event.object, (ObjectRef{QStringLiteral("device"), made.device.id, made.device.sipUser}));
        QVERIFY(!event.before);
        QCOMPARE(*event.after, protocol::toJsonObject(made.device));
    }

    void theSecretIsNowhere()
    {
        const Answer answer = m_api->post(ofAnn(), m_token, wish(), key());
        const protocol::DeviceWithSecret made = must(protocol::deviceWithSecretFromJson(answer.body));
        const QByteArray secret = made.secret.toByteArray();
        for (const AuditEvent &event : m_api->events(m_acme))
            QVERIFY(!QJsonDocument(event.after.value_or(QJsonObject())).toJson().contains(secret) &&
                    !event.detail.contains(QString::fromLatin1(secret)));
        QVERIFY(!m_api->get("/v1/devices", m_token).body.contains(secret));
        const DeviceTable::Known known =
            must(DeviceTable(must(m_api->services->database->connection())).bySipUser(made.device.sipUser, noon));
        QCOMPARE(known.secretHash, deviceSecretHash(made.secret));
        // Neither in the store's file nor beside it.
        for (const QString &name : QDir(m_api->folder.path()).entryList(QDir::Files)) {
            QFile file(m_api->folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(secret), qPrintable(name));
        }
    }

    void aRepeatedRequestMakesNoSecondDevice()
    {
        const QByteArray same = key();
        QCOMPARE(m_api->post(ofAnn(), m_token, wish(), same).status, 201);
        const Answer again = m_api->post(ofAnn(), m_token, wish(), same);
        QCOMPARE(again.status, 409);
        QCOMPARE(again.problem(), QStringLiteral("conflict"));
        QVERIFY(!again.body.contains("\"secret\""));
        QCOMPARE(listed(ofAnn()).size(), 1);
        QCOMPARE(m_api->post(ofAnn(), m_token, wish(QStringLiteral("pbx")), same).field(),
                 QStringLiteral("Idempotency-Key"));
        QCOMPARE(m_api->post(ofAnn(), m_token, wish()).status, 400);
    }

    void secretsDiffer()
    {
        QSet<QByteArray> secrets;
        QSet<QString> names;
        for (int i = 0; i < 20; ++i) {
            const protocol::DeviceWithSecret made = addDevice();
            secrets.insert(made.secret.toByteArray());
            names.insert(made.device.sipUser);
        }
        QCOMPARE(secrets.size(), 20);
        QCOMPARE(names.size(), 20);
    }

    void aNewSecretEndsRegistrations()
    {
        const protocol::DeviceWithSecret made = addDevice();
        registerAt(made.device, QStringLiteral("sip:1@192.0.2.7"));
        registerAt(made.device, QStringLiteral("sip:2@192.0.2.7"));
        m_api->clock.advanceMs(60'000);
        const QByteArray target = "/v1/devices/" + made.device.id.toLatin1() + "/secret";
        const QByteArray same = key();
        const Answer answer = m_api->post(target, m_token, {}, same);
        QCOMPARE(answer.status, 200);
        const protocol::DeviceWithSecret renewed = must(protocol::deviceWithSecretFromJson(answer.body));
        QVERIFY(!sameSecret(renewed.secret, made.secret));
        QCOMPARE(renewed.device.sipUser, made.device.sipUser);
        QCOMPARE(renewed.device.secretChangedAt, noon.addSecs(60));
        QCOMPARE(renewed.device.registrations, 0);
        QCOMPARE(listed(ofAnn()).first().registrations, 0);
        const AuditEvent event = m_api->events(m_acme).back();
        QCOMPARE(event.kind, EventKind::DeviceChanged);
        QCOMPARE(event.reason, QStringLiteral("new_secret"));
        QCOMPARE(event.before->value(QLatin1String("registrations")).toInt(), 2);
        QVERIFY2(event.detail.contains(QStringLiteral("2 registrations ended")), qPrintable(event.detail));
        QCOMPARE(m_api->post(target, m_token, {}, same).status, 409);
    }

    void revoking()
    {
        const protocol::DeviceWithSecret made = addDevice();
        registerAt(made.device, QStringLiteral("sip:1@192.0.2.7"));
        const QByteArray target = "/v1/devices/" + made.device.id.toLatin1();
        QCOMPARE(m_api->change("DELETE", target, m_token, {}).status, 204);
        const Device after = listed(ofAnn()).first();
        QCOMPARE(after.revokedAt, noon);
        QCOMPARE(after.registrations, 0);
        const AuditEvent event = m_api->events(m_acme).back();
        QCOMPARE(event.kind, EventKind::DeviceRevoked);
        QVERIFY(event.before && event.after);
        // Twice is once.
        const size_t events = m_api->events(m_acme).size();
        QCOMPARE(m_api->change("DELETE", target, m_token, {}).status, 204);
        QCOMPARE(m_api->events(m_acme).size(), events);
        const Answer renewed = m_api->post(target + "/secret", m_token, {}, key());
        QCOMPARE(renewed.status, 409);
        QVERIFY(!renewed.body.contains("\"secret\""));
    }

    void nobodyIsFoundOutsideTheCustomer()
    {
        const protocol::DeviceWithSecret made = addDevice();
        m_api->addUser(m_other, QStringLiteral("stranger"));
        const QByteArray token = m_api->token(QStringLiteral("other"), QStringLiteral("stranger"));
        const QByteArray target = "/v1/devices/" + made.device.id.toLatin1();
        QCOMPARE(m_api->get(ofAnn(), token).status, 404);
        QCOMPARE(m_api->post(ofAnn(), token, wish(), key()).status, 404);
        QCOMPARE(m_api->change("DELETE", target, token, {}).status, 404);
        QCOMPARE(m_api->post(target + "/secret", token, {}, key()).status, 404);
        QCOMPARE(m_api->get("/v1/devices", token).body, QByteArray("{\"devices\":[]}"));
        QVERIFY(!listed(ofAnn()).first().revokedAt.isValid());
        QCOMPARE(m_api->get("/v1/users/usr_0000000000000000000000000X/devices", m_token).status, 404);
    }

    void badWishesAreNamed_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("field");
        QTest::newRow("kind") << QStringLiteral("fax") << QStringLiteral("x") << QStringLiteral("kind");
        QTest::newRow("label") << QStringLiteral("phone") << QStringLiteral("a\nb") << QStringLiteral("label");
    }
    void badWishesAreNamed()
    {
        QFETCH(QString, kind);
        QFETCH(QString, label);
        QFETCH(QString, field);
        const Answer answer = m_api->post(ofAnn(), m_token, wish(kind, label), key());
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.field(), field);
    }

    void aDisabledPersonGetsNothing()
    {
        m_ann.status = UserStatus::Disabled;
        m_api->update(m_ann);
        QCOMPARE(m_api->post(ofAnn(), m_token, wish(), key()).status, 409);
    }

    void thereIsAnEndToDevices()
    {
        for (int i = 0; i < protocol::limits::devicesPerUser; ++i)
            addDevice();
        QCOMPARE(m_api->post(ofAnn(), m_token, wish(), key()).status, 409);
        const QByteArray target = "/v1/devices/" + listed(ofAnn()).first().id.toLatin1();
        QCOMPARE(m_api->change("DELETE", target, m_token, {}).status, 204);
        QCOMPARE(m_api->post(ofAnn(), m_token, wish(), key()).status, 201);
    }

    void unchangedIsSaidShortly()
    {
        addDevice();
        for (const QByteArray &target : {ofAnn(), QByteArray("/v1/devices")}) {
            const Answer first = m_api->get(target, m_token);
            const QByteArray tag = "If-None-Match: " + first.headers.value("etag") + "\r\n";
            QCOMPARE(m_api->get(target, m_token, tag).status, 304);
            addDevice();
            QCOMPARE(m_api->get(target, m_token, tag).status, 200);
        }
    }
};

QTEST_GUILESS_MAIN(TestDeviceRoutes)
#include "tst_routes_devices.moc"
