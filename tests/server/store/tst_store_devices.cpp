// SPDX-License-Identifier: GPL-3.0-or-later
// The tables devices, registrations and notices.
#include "server/store/devicetable.h"
#include "server/store/noticetable.h"
#include "server/store/usertable.h"
#include "tests/server/store/teststore.h"

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

class TestDeviceStore : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<TestStore> m_store;
    Customer m_acme;
    Customer m_other;
    User m_ann;
    User m_bob;

    User addUser(const Customer &customer, const QString &login)
    {
        User user;
        user.id = makeIdentifier("usr", noon);
        user.login = login;
        user.createdAt = noon;
        Transaction transaction = must(Transaction::begin(*m_store->database));
        must(UserTable(transaction.connection()).insert(customer.id, user));
        must(transaction.commit());
        return user;
    }

    template <typename Change>
    auto write(const Change &change)
    {
        Transaction transaction = must(Transaction::begin(*m_store->database));
        const auto result = change(transaction.connection());
        must(transaction.commit());
        return result;
    }

    Device addDevice(const Customer &customer, const User &user, const QString &sipUser, int second = 0)
    {
        const Device device{makeIdentifier("dev", noon),
                            user.id,
                            DeviceKind::Phone,
                            QStringLiteral("Phone ") + sipUser,
                            sipUser,
                            noon.addSecs(second),
                            noon.addSecs(second),
                            QDateTime(),
                            0,
                            QDateTime()};
        write([&](const QSqlDatabase &connection) {
            must(DeviceTable(connection).insert(customer.id, device, QByteArray(32, 'h')));
            return 0;
        });
        return device;
    }

    bool begin(const Device &device, const QString &contact, const QDateTime &at, int seconds)
    {
        return write([&](const QSqlDatabase &connection) {
            return must(
                DeviceTable(connection)
                    .registerContact({device.id, contact, QStringLiteral("192.0.2.7"), at, at.addSecs(seconds)}));
        });
    }

    DeviceTable table() { return DeviceTable(must(m_store->database->connection())); }

  private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<TestStore>();
        m_acme = m_store->addCustomer(QStringLiteral("acme"));
        m_other = m_store->addCustomer(QStringLiteral("other"));
        m_ann = addUser(m_acme, QStringLiteral("ann"));
        m_bob = addUser(m_acme, QStringLiteral("bob"));
    }
    void cleanup() { m_store.reset(); }

    void whatIsStoredIsRead()
    {
        Device device = addDevice(m_acme, m_ann, QStringLiteral("acme-1"));
        QCOMPARE(must(table().byId(m_acme.id, device.id, noon)), device);
        QCOMPARE(must(table().ofUser(m_acme.id, m_ann.id, noon)), QList<Device>{device});
        QCOMPARE(must(table().ofUser(m_acme.id, m_bob.id, noon)), QList<Device>());
        const DeviceTable::Known known = must(table().bySipUser(QStringLiteral("acme-1"), noon));
        QCOMPARE(known.customerId, m_acme.id);
        QCOMPARE(known.device, device);
        QCOMPARE(known.secretHash, QByteArray(32, 'h'));
        QCOMPARE(table().bySipUser(QStringLiteral("acme-2"), noon).error().code, Errc::NotFound);
    }

    void anotherCustomersDeviceIsNotFound()
    {
        const Device device = addDevice(m_acme, m_ann, QStringLiteral("acme-1"));
        QCOMPARE(table().byId(m_other.id, device.id, noon).error().code, Errc::NotFound);
        QCOMPARE(must(table().ofUser(m_other.id, m_ann.id, noon)), QList<Device>());
        QCOMPARE(must(table().ofCustomer(m_other.id, noon)), QList<Device>());
    }

    void aSipUserNameIsNeverGivenAgain()
    {
        const Device device = addDevice(m_acme, m_ann, QStringLiteral("acme-1"));
        write([&](const QSqlDatabase &connection) { return must(DeviceTable(connection).revoke(device.id, noon)); });
        Transaction transaction = must(Transaction::begin(*m_store->database));
        Device second = device;
        second.id = makeIdentifier("dev", noon);
        QCOMPARE(DeviceTable(transaction.connection()).insert(m_other.id, second, QByteArray(32, 'h')).error().code,
                 Errc::Conflict);
    }

    void theListHasRevokedOnesLast()
    {
        const Device first = addDevice(m_acme, m_ann, QStringLiteral("acme-1"), 1);
        const Device second = addDevice(m_acme, m_bob, QStringLiteral("acme-2"), 2);
        const Device third = addDevice(m_acme, m_ann, QStringLiteral("acme-3"), 3);
        write([&](const QSqlDatabase &connection) { return must(DeviceTable(connection).revoke(first.id, noon)); });
        QStringList names;
        for (const Device &device : must(table().ofCustomer(m_acme.id, noon)))
            names.append(device.sipUser);
        QCOMPARE(names, (QStringList{second.sipUser, third.sipUser, first.sipUser}));
        QCOMPARE(must(table().ofCustomer(m_acme.id, noon, 2)).size(), 2);
    }

    void aRegistrationBeginsOnce()
    {
        const Device device = addDevice(m_acme, m_ann, QStringLiteral("acme-1"));
        const QString contact = QStringLiteral("sip:1@192.0.2.7");
        QVERIFY(begin(device, contact, noon, 60));
        QVERIFY(!begin(device, contact, noon.addSecs(30), 60));
        QVERIFY(begin(device, QStringLiteral("sip:2@192.0.2.7"), noon.addSecs(30), 60));
        const Device seen = must(table().byId(m_acme.id, device.id, noon.addSecs(31)));
        QCOMPARE(seen.registrations, 2);
        QCOMPARE(seen.lastRegisteredAt, noon.addSecs(30));
        const QList<RegistrationRow> live = must(table().registrations(device.id, noon.addSecs(31)));
        QCOMPARE(live.size(), 2);
        QCOMPARE(live.first().registeredAt, noon);
        QCOMPARE(live.first().expiresAt, noon.addSecs(90));
    }

    void anEndedRegistrationCountsNoMore_data()
    {
        QTest::addColumn<int>("ms");
        QTest::addColumn<int>("live");
        QTest::newRow("just before") << 59'999 << 1;
        QTest::newRow("at the end") << 60'000 << 0;
        QTest::newRow("after") << 60'001 << 0;
    }
    void anEndedRegistrationCountsNoMore()
    {
        QFETCH(int, ms);
        QFETCH(int, live);
        const Device device = addDevice(m_acme, m_ann, QStringLiteral("acme-1"));
        const QString contact = QStringLiteral("sip:1@192.0.2.7");
        QVERIFY(begin(device, contact, noon, 60));
        const QDateTime then = noon.addMSecs(ms);
        QCOMPARE(must(table().byId(m_acme.id, device.id, then)).registrations, live);
        QCOMPARE(must(table().registrations(device.id, then)).size(), live);
        QCOMPARE(must(table().endedBy(then, 10)).size(), 1 - live);
        // Not swept up yet, and begun again under the same contact: that is a new one.
        QCOMPARE(begin(device, contact, then, 60), live == 0);
        QCOMPARE(must(table().registrations(device.id, then)).size(), 1);
        QCOMPARE(write([&](const QSqlDatabase &connection) {
                     return must(DeviceTable(connection).dropExpired(then.addSecs(60)));
                 }),
                 1);
    }

    void whatEndedIsNamed()
    {
        const Device device = addDevice(m_acme, m_ann, QStringLiteral("acme-1"));
        for (int i = 0; i < 3; ++i)
            begin(device, QStringLiteral("sip:%1@192.0.2.7").arg(i), noon.addSecs(i), 60);
        const QList<DeviceTable::Ended> ended = must(table().endedBy(noon.addSecs(61), 10));
        QCOMPARE(ended.size(), 2);
        QCOMPARE(ended.first().customerId, m_acme.id);
        QCOMPARE(ended.first().sipUser, QStringLiteral("acme-1"));
        QCOMPARE(ended.first().registration.contact, QStringLiteral("sip:0@192.0.2.7"));
        QCOMPARE(must(table().endedBy(noon.addSecs(61), 1)).size(), 1);
    }

    void revokingEndsRegistrations()
    {
        const Device device = addDevice(m_acme, m_ann, QStringLiteral("acme-1"));
        begin(device, QStringLiteral("sip:1@192.0.2.7"), noon, 60);
        const auto revoke = [&] {
            return write([&](const QSqlDatabase &connection) {
                return must(DeviceTable(connection).revoke(device.id, noon.addSecs(1)));
            });
        };
        QVERIFY(revoke());
        QVERIFY(!revoke());
        const Device seen = must(table().byId(m_acme.id, device.id, noon.addSecs(1)));
        QCOMPARE(seen.revokedAt, noon.addSecs(1));
        QCOMPARE(seen.registrations, 0);
    }

    void revokingAllTakesOnePersonOnly()
    {
        const Device first = addDevice(m_acme, m_ann, QStringLiteral("acme-1"));
        const Device second = addDevice(m_acme, m_ann, QStringLiteral("acme-2"));
        const Device gone = addDevice(m_acme, m_ann, QStringLiteral("acme-3"));
        const Device stays = addDevice(m_acme, m_bob, QStringLiteral("acme-4"));
        for (const Device &device : {first, second, stays})
            begin(device, QStringLiteral("sip:1@192.0.2.7"), noon, 600);
        write([&](const QSqlDatabase &connection) { return must(DeviceTable(connection).revoke(gone.id, noon)); });
        const auto revokeAll = [&] {
            return write([&](const QSqlDatabase &connection) {
                return must(DeviceTable(connection).revokeAllOf(m_ann.id, noon.addSecs(5)));
            });
        };
        QCOMPARE(revokeAll(), 2);
        QCOMPARE(revokeAll(), 0);
        for (const Device &device : must(table().ofUser(m_acme.id, m_ann.id, noon.addSecs(5)))) {
            QVERIFY(device.revokedAt.isValid());
            QCOMPARE(device.revokedAt, device.id == gone.id ? noon : noon.addSecs(5));
            QCOMPARE(device.registrations, 0);
        }
        const Device bobs = must(table().byId(m_acme.id, stays.id, noon.addSecs(5)));
        QVERIFY(!bobs.revokedAt.isValid());
        QCOMPARE(bobs.registrations, 1);
    }

    void aNewSecretIsKept()
    {
        const Device device = addDevice(m_acme, m_ann, QStringLiteral("acme-1"));
        write([&](const QSqlDatabase &connection) {
            must(DeviceTable(connection).setSecret(device.id, QByteArray(32, 'n'), noon.addDays(1)));
            return 0;
        });
        const DeviceTable::Known known = must(table().bySipUser(QStringLiteral("acme-1"), noon));
        QCOMPARE(known.secretHash, QByteArray(32, 'n'));
        QCOMPARE(known.device.secretChangedAt, noon.addDays(1));
    }

    void aNoticeIsQueuedOnce()
    {
        const auto queue = [&](const QString &about, const QDateTime &at) {
            return write([&](const QSqlDatabase &connection) {
                return must(NoticeTable(connection).queue(m_acme.id, m_ann.id, NoticeKind::PasswordWarning, about, at));
            });
        };
        QVERIFY(queue(QStringLiteral("14"), noon));
        QVERIFY(!queue(QStringLiteral("14"), noon.addYears(1)));
        QVERIFY(queue(QStringLiteral("7"), noon.addSecs(1)));
        const NoticeTable notices(must(m_store->database->connection()));
        QCOMPARE(must(notices.due(noon, noon.addDays(1), 10)).size(), 1);
        const QList<Notice> both = must(notices.due(noon.addSecs(1), noon.addDays(1), 10));
        QCOMPARE(both.size(), 2);
        QCOMPARE(both.first(),
                 (Notice{m_acme.id, m_ann.id, NoticeKind::PasswordWarning, QStringLiteral("14"), noon, 0, noon}));
        QCOMPARE(must(notices.due(noon.addSecs(1), noon.addDays(1), 1)).size(), 1);
    }

    void aTriedNoticeWaits()
    {
        write([&](const QSqlDatabase &connection) {
            return must(NoticeTable(connection)
                            .queue(m_acme.id, m_ann.id, NoticeKind::PasswordReset, QStringLiteral("x"), noon));
        });
        const NoticeTable notices(must(m_store->database->connection()));
        const Notice notice = must(notices.due(noon, noon.addDays(1), 10)).first();
        write([&](const QSqlDatabase &connection) {
            must(NoticeTable(connection).begin(notice, noon.addSecs(60)));
            return 0;
        });
        QVERIFY(must(notices.due(noon.addSecs(59), noon.addDays(1), 10)).isEmpty());
        QCOMPARE(must(notices.due(noon.addSecs(60), noon.addDays(1), 10)).first().attempts, 1);
        // A clock that stood in the future put it off beyond every pause: it does not wait for that.
        QCOMPARE(must(notices.due(noon.addDays(-300), noon.addDays(-299), 10)).size(), 1);
        write([&](const QSqlDatabase &connection) {
            must(NoticeTable(connection).end(notice, NoticeOutcome::Sent, noon.addSecs(61)));
            return 0;
        });
        QVERIFY(must(notices.due(noon.addYears(1), noon.addYears(2), 10)).isEmpty());
        QVERIFY(must(notices.due(noon.addDays(-300), noon.addDays(-299), 10)).isEmpty());
        const auto outcome = must(notices.outcomeOf(m_ann.id, NoticeKind::PasswordReset, QStringLiteral("x")));
        QVERIFY(outcome == NoticeOutcome::Sent);
        const auto forget = [&](const QDateTime &before) {
            return write([&](const QSqlDatabase &connection) {
                return must(NoticeTable(connection).removeEndedBefore(before));
            });
        };
        QCOMPARE(forget(noon.addSecs(61)), 0);
        QCOMPARE(forget(noon.addSecs(62)), 1);
    }

    void kindsHaveNames()
    {
        for (int i = 1; i <= 5; ++i) {
            const auto kind = static_cast<NoticeKind>(i);
            QVERIFY(!noticeKindName(kind).isEmpty());
            QVERIFY(noticeKindFromName(QString(noticeKindName(kind))) == kind);
        }
        QVERIFY(!noticeKindFromName(u"other"));
    }
};

QTEST_GUILESS_MAIN(TestDeviceStore)
#include "tst_store_devices.moc"
