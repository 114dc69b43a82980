// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/outboxtable.h"
#include "core/cache/persontable.h"
#include "core/cache/snapshottable.h"
#include "core/cache/statetable.h"
#include "tests/core/cache/cachefixtures.h"

using namespace fixture;

class TestCacheTables : public QObject {
    Q_OBJECT

    SecretMemory m_memory;
    std::unique_ptr<TempVault> m_vault;
    std::unique_ptr<Connection> m_connection;

    static User person(const QString &login)
    {
        User user;
        user.id = QStringLiteral("usr_") + login;
        user.login = login;
        user.createdAt = instant(firstMs);
        return user;
    }
    static User fullPerson()
    {
        User user = person(QStringLiteral("Zoë O'Neil"));
        user.displayName = QStringLiteral("Zoë \"Z\" O'Neil");
        user.department = QStringLiteral("Sales & Ops");
        user.roles = {QStringLiteral("owner"), QStringLiteral("auditor")};
        user.status = UserStatus::Locked;
        user.lockedUntil = instant(firstMs + 1);
        user.mfa = MfaKind::Totp;
        user.passwordChangedAt = instant(firstMs + 2);
        user.mustChangePassword = true;
        user.exemption = RotationExemption{QStringLiteral("break glass"), instant(firstMs + 3)};
        user.lastLoginAt = instant(firstMs + 4);
        user.email = QStringLiteral("zoë@example.com");
        user.passwordDueAt = instant(firstMs + 5);
        user.disabledAt = instant(firstMs + 6);
        return user;
    }

  private Q_SLOTS:
    void init()
    {
        m_vault = std::make_unique<TempVault>();
        m_connection = m_vault->connect(Purpose::Write);
    }
    void cleanup()
    {
        m_connection.reset();
        m_vault.reset();
    }

    void peopleRoundTrip()
    {
        PersonTable people(*m_connection);
        QVERIFY(people.all()->isEmpty());
        QCOMPARE(*people.etag(), QByteArray());
        QVERIFY(!people.fetchedAt()->isValid());
        User noReason = person(QStringLiteral("bob"));
        noReason.exemption = RotationExemption{QString(), instant(firstMs)};
        LW_OK(people.replaceAll({fullPerson(), person(QStringLiteral("ann")), noReason}, "\"etag\"",
                                instant(firstMs + 9)));
        const auto all = people.all();
        LW_OK(all);
        QCOMPARE(all->size(), 3);
        QCOMPARE(all->at(0), person(QStringLiteral("ann")));
        QVERIFY(all->at(1).exemption.has_value());
        QCOMPARE(all->at(2), fullPerson());
        QCOMPARE(*people.etag(), QByteArray("\"etag\""));
        QCOMPARE(*people.fetchedAt(), instant(firstMs + 9));
    }

    void snapshotsRoundTrip()
    {
        SnapshotTable table(*m_connection);
        QVERIFY(!table.find(snapshotname::roles)->has_value());
        QCOMPARE(*table.etag(snapshotname::roles), QByteArray());
        const Snapshot first{"{\"roles\":[]}", "\"1.2\"", instant(firstMs)};
        const Snapshot empty{{}, {}, instant(firstMs + 1)};
        LW_OK(table.keep(snapshotname::roles, first));
        LW_OK(table.keep(snapshotname::network, empty));
        QCOMPARE(**table.find(snapshotname::roles), first);
        QCOMPARE(*table.etag(snapshotname::roles), first.etag);
        QCOMPARE(**table.find(snapshotname::network), empty);
        const Snapshot second{QByteArray(1 << 20, 'x'), "\"3.4\"", instant(firstMs + 2)};
        LW_OK(table.keep(snapshotname::roles, second));
        QCOMPARE(**table.find(snapshotname::roles), second);
        LW_OK(table.unchanged(snapshotname::roles, instant(firstMs + 9)));
        QCOMPARE((**table.find(snapshotname::roles)).asOf, instant(firstMs + 9));
        QCOMPARE((**table.find(snapshotname::roles)).body, second.body);
        LW_OK(table.unchanged(snapshotname::blocks, instant(firstMs)));
        QVERIFY(!table.find(snapshotname::blocks)->has_value());
        LW_OK(table.remove(snapshotname::roles));
        QVERIFY(!table.find(snapshotname::roles)->has_value());
        QVERIFY(table.find(snapshotname::network)->has_value());
    }

    void peopleAreFound_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("id");
        QTest::newRow("login") << QStringLiteral("ann") << QStringLiteral("usr_ann");
        QTest::newRow("another case") << QStringLiteral("ANN") << QStringLiteral("usr_ann");
        QTest::newRow("another case beyond ASCII") << QStringLiteral("ZOË O'NEIL") << QStringLiteral("usr_Zoë O'Neil");
        QTest::newRow("id") << QStringLiteral("usr_ann") << QStringLiteral("usr_ann");
        QTest::newRow("nobody") << QStringLiteral("an") << QString();
        QTest::newRow("SQL") << QStringLiteral("' OR 1=1 --") << QString();
    }
    void peopleAreFound()
    {
        QFETCH(QString, asked);
        QFETCH(QString, id);
        PersonTable people(*m_connection);
        LW_OK(people.replaceAll({fullPerson(), person(QStringLiteral("ann"))}, {}, instant(firstMs)));
        const auto found = people.find(asked);
        if (id.isEmpty())
            QCOMPARE(found.error().code, Errc::NotFound);
        else
            QCOMPARE(found->id, id);
    }

    void peopleAreReplacedAllOrNone()
    {
        PersonTable people(*m_connection);
        LW_OK(people.replaceAll({person(QStringLiteral("ann"))}, "a", instant(firstMs)));
        QVERIFY(
            !people.replaceAll({person(QStringLiteral("bob")), person(QStringLiteral("bob"))}, "b", instant(firstMs))
                 .ok());
        QCOMPARE(people.all()->first().login, QStringLiteral("ann"));
        QCOMPARE(*people.etag(), QByteArray("a"));
        LW_OK(people.replaceAll({}, {}, instant(firstMs)));
        QVERIFY(people.all()->isEmpty());
    }

    void stateRoundTrips()
    {
        StateTable state(*m_connection);
        const StateKey keys[] = {StateKey::Customer,        StateKey::CustomerEtag, StateKey::Me,
                                 StateKey::PinnedLogKey,    StateKey::LogOrigin,    StateKey::PeopleEtag,
                                 StateKey::PeopleFetchedAt, StateKey::LastSyncError};
        for (const StateKey key : keys) {
            QVERIFY(!state.value(key)->has_value());
            LW_OK(state.setValue(key, QByteArray::number(int(key)) + QByteArray(1, '\0') + "x"));
        }
        for (const StateKey key : keys)
            QCOMPARE(state.value(key)->value(), QByteArray::number(int(key)) + QByteArray(1, '\0') + "x");
        LW_OK(state.setValue(StateKey::Me, {}));
        QCOMPARE(state.value(StateKey::Me)->value(), QByteArray());
        LW_OK(state.removeValue(StateKey::Me));
        QVERIFY(!state.value(StateKey::Me)->has_value());
    }

    void theCheckpointIsThatOfTheLastSync()
    {
        StateTable state(*m_connection);
        QVERIFY(!state.checkpoint()->has_value());
        QVERIFY(!state.syncedAt()->isValid());
        const auto log = leaves(1, 5);
        LW_OK(sync(*m_connection, log, checkpoint(log, 5)));
        QCOMPARE(state.checkpoint()->value(), checkpoint(log, 5));
        QCOMPARE(*state.syncedAt(), instant(firstMs));
        LW_OK(state.setSyncedAt(instant(firstMs + 5)));
        QCOMPARE(*state.syncedAt(), instant(firstMs + 5));
    }

    void evidenceIsKeptUntilRemoved()
    {
        StateTable state(*m_connection);
        for (int i = 0; i < 3; ++i)
            LW_OK(state.addEvidence(
                {0, instant(firstMs + i), QStringLiteral("fork"), QStringLiteral("sentence %1").arg(i), {}, "note"}));
        auto list = state.evidence();
        QCOMPARE(list->size(), 3);
        QCOMPARE(list->first().message, QStringLiteral("sentence 2"));
        QCOMPARE(list->first().foundAt, instant(firstMs + 2));
        QCOMPARE(list->first().offendingNote, QByteArray("note"));
        LW_OK(state.removeEvidence(list->first().id));
        QCOMPARE(state.evidence()->size(), 2);
    }

    void noticesAreQueuedOnce()
    {
        OutboxTable outbox(*m_connection);
        QCOMPARE(*outbox.count(), 0);
        LW_OK(outbox.add("key-1", "{\"a\":1}", instant(firstMs)));
        LW_OK(outbox.add("key-1", "{\"a\":2}", instant(firstMs + 1)));
        LW_OK(outbox.add("key-2", "{}", instant(firstMs + 2)));
        QCOMPARE(*outbox.count(), 2);
        auto list = outbox.pending();
        QCOMPARE(list->at(0).idempotencyKey, QByteArray("key-1"));
        QCOMPARE(list->at(0).body, QByteArray("{\"a\":1}"));
        QCOMPARE(list->at(0).attempts, 0);
        QVERIFY(!list->at(0).lastAttemptAt.isValid());
        QCOMPARE(outbox.pending(1)->size(), 1);
        LW_OK(outbox.failed(list->at(0).id, QStringLiteral("no connection"), instant(firstMs + 3)));
        LW_OK(outbox.failed(list->at(0).id, QString(), instant(firstMs + 4)));
        list = outbox.pending();
        QCOMPARE(list->at(0).attempts, 2);
        QCOMPARE(list->at(0).lastAttemptAt, instant(firstMs + 4));
        LW_OK(outbox.remove(list->at(0).id));
        QCOMPARE(*outbox.count(), 1);
        QCOMPARE(outbox.pending()->first().idempotencyKey, QByteArray("key-2"));
    }

    void aLockedVaultSaysSo()
    {
        m_vault->vault->lock();
        QCOMPARE(PersonTable(*m_connection).all().error().code, Errc::Cancelled);
        QCOMPARE(StateTable(*m_connection).evidence().error().code, Errc::Cancelled);
        QCOMPARE(OutboxTable(*m_connection).count().error().code, Errc::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestCacheTables)
#include "tst_cachetables.moc"
