// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/device.h"
#include "core/protocol/limits.h"
#include "server/devices/devicesecret.h"
#include "server/store/devicetable.h"
#include "tests/server/routes/testapi.h"

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

class TestRegistrationRoutes : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<TestApi> m_api;
    Customer m_acme;
    User m_ann;
    Device m_phone;
    const QByteArray m_secret{"ABCDEFGHJKMNPQRSTUVWXYZ23456"};

    Device addDevice(const QString &sipUser, DeviceKind kind = DeviceKind::Phone)
    {
        const Device device{makeIdentifier("dev", noon),
                            m_ann.id,
                            kind,
                            QStringLiteral("Desk"),
                            sipUser,
                            noon,
                            noon,
                            QDateTime(),
                            0,
                            QDateTime()};
        Transaction transaction = must(Transaction::begin(*m_api->services->database));
        must(DeviceTable(transaction.connection()).insert(m_acme.id, device, deviceSecretHash(toSecret(m_secret))));
        must(transaction.commit());
        return device;
    }

    Answer ask(const QString &sipUser, const QByteArray &secret, const QString &contact, int expires = 3600)
    {
        return m_api->call(
            {"POST",
             "/v1/registrations",
             {},
             protocol::toJson(protocol::RegistrationRequest{sipUser, toSecret(secret), contact, expires}),
             {}});
    }
    Answer ask(int expires = 3600, int place = 1)
    {
        return ask(m_phone.sipUser, m_secret, QStringLiteral("sip:%1@192.0.2.7").arg(place), expires);
    }
    Device stored()
    {
        return must(DeviceTable(must(m_api->services->database->connection()))
                        .byId(m_acme.id, m_phone.id, m_api->clock.nowUtc()));
    }

  private Q_SLOTS:
    void init()
    {
        m_api = std::make_unique<TestApi>();
        m_acme = m_api->addCustomer(QStringLiteral("acme"));
        m_ann = m_api->addUser(m_acme, QStringLiteral("ann"), QStringLiteral("user"));
        m_phone = addDevice(QStringLiteral("acme-phone123"));
    }
    void cleanup() { m_api.reset(); }

    void beginningProlongingEnding()
    {
        const Answer answer = ask();
        QCOMPARE(answer.status, 200);
        QCOMPARE(must(protocol::registrationGrantFromJson(answer.body)).expiresAt, noon.addSecs(3600));
        QCOMPARE(stored().registrations, 1);
        QCOMPARE(m_api->story(m_acme), QStringList{QStringLiteral("device.registered/success")});
        const AuditEvent event = m_api->events(m_acme).back();
        QCOMPARE(event.actor, (Actor{ActorType::Device, m_phone.id, m_phone.sipUser}));
        QCOMPARE(event.origin.service, QStringLiteral("SIP"));
        QCOMPARE(event.origin.address, QStringLiteral("127.0.0.1"));

        // A refresh is no new beginning.
        m_api->clock.advanceMs(1800'000);
        QCOMPARE(must(protocol::registrationGrantFromJson(ask(60).body)).expiresAt, noon.addSecs(1860));
        QCOMPARE(m_api->story(m_acme).size(), 1);
        QCOMPARE(ask(3600, 2).status, 200);
        QCOMPARE(stored().registrations, 2);
        QCOMPARE(ask(0, 2).status, 200);
        QCOMPARE(stored().registrations, 1);
        QCOMPARE(ask(0, 2).status, 200);
        QCOMPARE(m_api->story(m_acme),
                 (QStringList{QStringLiteral("device.registered/success"), QStringLiteral("device.registered/success"),
                              QStringLiteral("logout/success/unregistered")}));
    }

    void whatExpiresIsWrittenDown()
    {
        QCOMPARE(ask(60).status, 200);
        m_api->clock.advanceMs(59'999);
        QCOMPARE(must(m_api->services->registrations.sweep()), 0);
        m_api->clock.advanceMs(1);
        QCOMPARE(stored().registrations, 0);
        QCOMPARE(must(m_api->services->registrations.sweep()), 1);
        QCOMPARE(must(m_api->services->registrations.sweep()), 0);
        QCOMPARE(m_api->story(m_acme).last(), QStringLiteral("session.expired/success/registration"));
        QCOMPARE(ask(60).status, 200);
        QCOMPARE(m_api->story(m_acme).last(), QStringLiteral("device.registered/success"));
    }

    void whoIsRefused_data()
    {
        QTest::addColumn<QString>("sipUser");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("reason");  // of the event; null: none
        const QString phone = QStringLiteral("acme-phone123");
        const auto row = [](const char *name, const QString &sipUser, const QByteArray &secret, const char *state,
                            int status, const QString &reason) {
            QTest::newRow(name) << sipUser << secret << QString::fromLatin1(state) << status << reason;
        };
        row("fine", phone, m_secret, "", 200, QString());
        row("wrong secret", phone, "other", "", 401, QStringLiteral("wrong_secret"));
        row("secret in small letters", phone, m_secret.toLower(), "", 401, QStringLiteral("wrong_secret"));
        row("no such device", QStringLiteral("acme-other999"), m_secret, "", 401, QStringLiteral("no_such_device"));
        row("no such customer", QStringLiteral("beta-other999"), m_secret, "", 401, QString());
        row("no name of ours", QStringLiteral("1001"), m_secret, "", 401, QString());
        row("revoked", phone, m_secret, "revoked", 403, QStringLiteral("device_revoked"));
        row("revoked, wrong secret", phone, "other", "revoked", 401, QStringLiteral("wrong_secret"));
        row("disabled person", phone, m_secret, "disabled", 403, QStringLiteral("account_disabled"));
        row("disabled person, wrong secret", phone, "other", "disabled", 401, QStringLiteral("wrong_secret"));
        row("locked person", phone, m_secret, "locked", 200, QString());
        row("address", phone, m_secret, "address", 403, QStringLiteral("address_not_allowed"));
        row("address, wrong secret", phone, "other", "address", 401, QStringLiteral("address_not_allowed"));
        row("address, no such device", QStringLiteral("acme-other999"), m_secret, "address", 401,
            QStringLiteral("address_not_allowed"));
    }
    void whoIsRefused()
    {
        QFETCH(QString, sipUser);
        QFETCH(QByteArray, secret);
        QFETCH(QString, state);
        QFETCH(int, status);
        QFETCH(QString, reason);
        if (state == QLatin1String("revoked")) {
            Transaction transaction = must(Transaction::begin(*m_api->services->database));
            must(DeviceTable(transaction.connection()).revoke(m_phone.id, noon));
            must(transaction.commit());
        }
        if (state == QLatin1String("disabled")) m_ann.status = UserStatus::Disabled;
        if (state == QLatin1String("locked")) m_ann.status = UserStatus::Locked;
        m_api->update(m_ann);
        if (state == QLatin1String("address"))
            m_api->services->registrations.setMayRegister(
                [](const QString &, DeviceKind, const QString &) -> Result<bool> { return false; });
        const Answer answer = ask(sipUser, secret, QStringLiteral("sip:1@192.0.2.7"));
        QCOMPARE(answer.status, status);
        if (status == 401) QCOMPARE(answer.problem(), QStringLiteral("unauthorised"));
        QVERIFY(!answer.body.contains(secret));
        QStringList refusals = m_api->story(m_acme).filter(QStringLiteral("device.refused"));
        QCOMPARE(refusals,
                 reason.isNull() ? QStringList() : QStringList{QStringLiteral("device.refused/failure/") + reason});
        QCOMPARE(stored().registrations, status == 200 ? 1 : 0);
    }

    void theSameIsSaidWhateverIsWrong()
    {
        const Answer unknown = ask(QStringLiteral("acme-other999"), m_secret, QStringLiteral("sip:1@192.0.2.7"));
        const Answer wrong = ask(m_phone.sipUser, "other", QStringLiteral("sip:1@192.0.2.7"));
        const Answer nobody = ask(QStringLiteral("beta-other999"), m_secret, QStringLiteral("sip:1@192.0.2.7"));
        QCOMPARE(unknown.body, wrong.body);
        QCOMPARE(nobody.body, wrong.body);
        // The same work as well: one transaction with one event.
        QCOMPARE(m_api->story(m_acme).size(), 2);
    }

    void theKindOfADeviceIsJudged()
    {
        const Device pbx = addDevice(QStringLiteral("acme-pbx12345"), DeviceKind::Pbx);
        m_api->services->registrations.setMayRegister(
            [this](const QString &customerId, DeviceKind kind, const QString &address) -> Result<bool> {
                return customerId == m_acme.id && kind == DeviceKind::Phone && address == QLatin1String("127.0.0.1");
            });
        QCOMPARE(ask().status, 200);
        QCOMPARE(ask(pbx.sipUser, m_secret, QStringLiteral("sip:1@192.0.2.7")).status, 403);
    }

    void anOldSecretIsReportedAndGoesOn()
    {
        PasswordPolicy policy = m_acme.passwordPolicy;
        policy.deviceMaxAgeDays = 30;
        {
            Transaction transaction = must(Transaction::begin(*m_api->services->database));
            must(CustomerTable(transaction.connection()).setPasswordPolicy(m_acme.id, policy));
            must(transaction.commit());
        }
        m_api->clock.set(noon.addDays(31));
        QCOMPARE(ask().status, 200);
        QCOMPARE(m_api->story(m_acme), QStringList{QStringLiteral("device.registered/success/secret_overdue")});
    }

    void thereIsAnEndToPlaces()
    {
        for (int i = 1; i <= protocol::limits::registrationsPerDevice; ++i)
            QCOMPARE(ask(3600, i).status, 200);
        QCOMPARE(ask(3600, 99).status, 409);
        QCOMPARE(m_api->story(m_acme).last(), QStringLiteral("device.refused/failure/too_many_registrations"));
        QCOMPARE(ask(3600, 1).status, 200);  // a refresh is none more
        QCOMPARE(ask(0, 1).status, 200);
        QCOMPARE(ask(3600, 99).status, 200);
    }

    void guessersAreBlocked()
    {
        for (int i = 0; i < 20; ++i)
            QCOMPARE(ask(m_phone.sipUser, "other", QStringLiteral("sip:1@192.0.2.7")).status, 401);
        const QStringList story = m_api->story(m_acme);
        QVERIFY2(story.last().startsWith(QStringLiteral("address.blocked")), qPrintable(story.last()));
        const Answer answer = ask();
        QCOMPARE(answer.status, 429);
        QVERIFY(answer.headers.value("retry-after").toInt() > 0);
        QCOMPARE(stored().registrations, 0);
    }

    void guessingIsSlowAndCheap()
    {
        m_api->services->registrations.setMayRegister({});
        m_api->services->registrations.setOnRefusal({});
        for (int i = 0; i < protocol::limits::loginAttemptsPerAddress; ++i)
            QCOMPARE(ask(m_phone.sipUser, "other", QStringLiteral("sip:1@192.0.2.7")).status, 401);
        const int written = int(m_api->story(m_acme).size());
        for (int i = 0; i < 30; ++i) {
            const Answer answer = ask(m_phone.sipUser, "other", QStringLiteral("sip:1@192.0.2.7"));
            QVERIFY(answer.status == 429 || i == 0);
        }
        const QStringList story = m_api->story(m_acme).mid(written);
        QCOMPARE(story.filter(QStringLiteral("device.refused")).size(), 1);
    }

    void manyTelephonesOfOneOffice()
    {
        RegistrationService::Attempt attempt{m_phone.sipUser, toSecret(m_secret), QStringLiteral("sip:1@192.0.2.7"), 60,
                                             Origin{QStringLiteral("192.0.2.7"), 5060, QStringLiteral("SIP"), {}}};
        for (int i = 0; i < protocol::limits::registrationsPerAddress; ++i)
            QVERIFY(std::holds_alternative<RegistrationService::Granted>(m_api->services->registrations.run(attempt)));
        const auto verdict = m_api->services->registrations.run(attempt);
        const auto *refused = std::get_if<RegistrationService::Refused>(&verdict);
        QVERIFY(refused);
        QCOMPARE(refused->error.code, Errc::RateLimited);
        QVERIFY(refused->retryAfter > 0);
    }

    void badRequestsAreNamed()
    {
        QCOMPARE(ask(m_phone.sipUser, m_secret, QStringLiteral("tel:+44")).field(), QStringLiteral("contact"));
        QCOMPARE(ask(59).field(), QStringLiteral("expires"));
        QCOMPARE(m_api->story(m_acme), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestRegistrationRoutes)
#include "tst_routes_registrations.moc"
