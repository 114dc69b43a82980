// SPDX-License-Identifier: GPL-3.0-or-later
// The table departures, and what a transaction tells after it was saved.
#include "server/store/departuretable.h"
#include "server/store/usertable.h"
#include "tests/server/store/teststore.h"

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

class TestDepartureStore : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<TestStore> m_store;
    Customer m_acme;
    User m_ann;
    User m_bob;

    QSqlDatabase connection() { return must(m_store->database->connection()); }

    User addUser(const QString &login, const QString &role)
    {
        User user;
        user.id = makeIdentifier("usr", noon);
        user.login = login;
        user.roles = {role};
        user.createdAt = noon;
        write([&](const QSqlDatabase &connection) { must(UserTable(connection).insert(m_acme.id, user)); });
        return user;
    }

    template <typename Change>
    void write(const Change &change)
    {
        Transaction transaction = must(Transaction::begin(*m_store->database));
        change(transaction.connection());
        must(transaction.commit());
    }

    DepartureRow rowOf(const User &user, qint64 afterSeconds)
    {
        DepartureRow row;
        row.customerId = m_acme.id;
        row.departure.id = makeIdentifier("dep", noon);
        row.departure.userId = user.id;
        row.departure.login = user.login;
        row.departure.displayName = QStringLiteral("Ann \u00d6");
        row.departure.departedAt = noon.addSecs(afterSeconds);
        row.departure.effectiveAt = noon.addSecs(afterSeconds + 5);
        row.departure.reason = QStringLiteral("r");
        row.departure.createdAt = noon;
        row.departure.createdBy = QStringLiteral("owner");
        return row;
    }

    DepartureRow add(const DepartureRow &row)
    {
        write([&](const QSqlDatabase &connection) { must(DepartureTable(connection).insert(row)); });
        return row;
    }

  private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<TestStore>();
        m_acme = m_store->addCustomer(QStringLiteral("acme"));
        m_ann = addUser(QStringLiteral("ann"), QStringLiteral("owner"));
        m_bob = addUser(QStringLiteral("bob"), QStringLiteral("user"));
    }
    void cleanup() { m_store.reset(); }

    void everyColumnComesBack()
    {
        DepartureRow row = rowOf(m_ann, 60);
        row.departure.kind = DepartureKind::Reassignment;
        row.departure.newRoles = {QStringLiteral("auditor"), QStringLiteral("user")};
        add(row);
        QVERIFY(must(DepartureTable(connection()).byId(m_acme.id, row.departure.id)).departure == row.departure);
        row.departure.state = DepartureState::ProofFailed;
        row.departure.executedAt = noon.addSecs(66);
        row.departure.sessionsEnded = 3;
        row.departure.devicesRevoked = 2;
        row.departure.probes = {{QStringLiteral("login"), false, QStringLiteral("a \"sentence\""), noon.addSecs(67)}};
        row.departure.provedAt = noon.addSecs(68);
        row.probeTokens = {QByteArray(32, '\0'), QByteArray(32, 'b')};
        write([&](const QSqlDatabase &connection) { must(DepartureTable(connection).update(row)); });
        const DepartureRow read = must(DepartureTable(connection()).byId(m_acme.id, row.departure.id));
        QVERIFY(read.departure == row.departure);
        QCOMPARE(read.probeTokens, row.probeTokens);
        const QString other = m_store->addCustomer(QStringLiteral("other")).id;
        QCOMPARE(DepartureTable(connection()).byId(other, row.departure.id).error().code, Errc::NotFound);
        QVERIFY(must(DepartureTable(connection()).ofCustomer(other, 10)).isEmpty());
    }

    void whatIsDue()
    {
        const DepartureTable table(connection());
        QVERIFY(!must(table.nextEffective()).isValid());
        DepartureRow later = add(rowOf(m_ann, 60));
        const DepartureRow earlier = add(rowOf(m_bob, 30));
        QCOMPARE(must(table.nextEffective()), noon.addSecs(35));
        QVERIFY(must(table.due(noon.addMSecs(35'000 - 1), 10)).isEmpty());
        QCOMPARE(must(table.due(noon.addSecs(35), 10)).size(), 1);
        const QList<DepartureRow> both = must(table.due(noon.addSecs(65), 10));
        QCOMPARE(both.size(), 2);
        QCOMPARE(both.first().departure.id, earlier.departure.id);
        QCOMPARE(must(table.due(noon.addSecs(65), 1)).size(), 1);
        QVERIFY(must(table.openOf(m_ann.id)).has_value());
        later.departure.state = DepartureState::Executed;
        later.departure.executedAt = noon.addSecs(65);
        write([&](const QSqlDatabase &connection) { must(DepartureTable(connection).update(later)); });
        QVERIFY(!must(table.openOf(m_ann.id)).has_value());
        QCOMPARE(must(table.due(noon.addSecs(65), 10)).size(), 1);
        QCOMPARE(must(table.unproved(10)).size(), 1);
        QCOMPARE(must(table.ofCustomer(m_acme.id, 10)).first().id, later.departure.id);
    }

    void ownersWhoAreLeaving()
    {
        add(rowOf(m_bob, 30));
        DepartureRow ann = rowOf(m_ann, 30);
        ann.departure.kind = DepartureKind::Reassignment;
        ann.departure.newRoles = {QStringLiteral("owner"), QStringLiteral("user")};
        add(ann);
        QCOMPARE(must(DepartureTable(connection()).leavingOwners(m_acme.id)), QSet<QString>{m_bob.id});
        QCOMPARE(must(withoutLeavingOwners(connection(), m_acme.id)).size(), 1);
    }

    void whatIsToldAfterACommit()
    {
        QList<Database::Appended> told;
        m_store->database->tellAppended([&](const Database::Appended &what) { told.append(what); });
        int called = 0;
        {
            Transaction transaction = must(Transaction::begin(*m_store->database));
            transaction.afterCommit([&] { ++called; });
            must(m_store->audit.append(transaction, m_acme.id, loginEvent(QStringLiteral("a"))));
        }
        QCOMPARE(called, 0);
        QVERIFY2(told.isEmpty(), "it was rolled back");
        Transaction first = must(Transaction::begin(*m_store->database));
        first.afterCommit([&] { ++called; });
        AuditEvent other = loginEvent(QStringLiteral("c"));
        other.kind = EventKind::Logout;
        const AuditEvent events[] = {loginEvent(QStringLiteral("a")), loginEvent(QStringLiteral("b")), other};
        must(m_store->audit.append(first, m_acme.id, std::span<const AuditEvent>(events)));
        Transaction moved = std::move(first);
        QVERIFY(told.isEmpty());
        must(moved.commit());
        QCOMPARE(called, 1);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().customerId, m_acme.id);
        QCOMPARE(told.first().size, quint64(3));
        QCOMPARE(told.first().kinds, (QStringList{QStringLiteral("login.failed"), QStringLiteral("logout")}));
    }
};

QTEST_GUILESS_MAIN(TestDepartureStore)
#include "tst_store_departures.moc"
