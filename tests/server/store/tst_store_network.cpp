// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/allowlisttable.h"
#include "server/store/blocktable.h"
#include "tests/server/store/teststore.h"

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

class TestStoreNetwork : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<TestStore> m_store;
    Customer m_acme;
    Customer m_other;

    /// Runs in a transaction that is saved.
    template <typename Change>
    void write(Change change)
    {
        Transaction transaction = must(Transaction::begin(*m_store->database));
        change(transaction.connection());
        must(transaction.commit());
    }
    AllowlistTable lists() { return AllowlistTable(must(m_store->database->connection())); }
    BlockTable blocks() { return BlockTable(must(m_store->database->connection())); }

    static BlockRow blockOf(const Customer &customer, const QString &address, const QDateTime &until)
    {
        return {customer.id,
                {address, noon, until, 2, 21, 4, !until.isValid(), QStringLiteral("it's \"odd\"")},
                BlockRow::State::Running};
    }

  private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<TestStore>();
        m_acme = m_store->addCustomer(QStringLiteral("acme"));
        m_other = m_store->addCustomer(QStringLiteral("other"));
    }
    void cleanup() { m_store.reset(); }

    void aListIsReplacedWhole()
    {
        QCOMPARE(must(lists().of(m_acme.id)), Allowlist());
        const Allowlist first{true,
                              noon,
                              {{QStringLiteral("10.0.0.0/8"), QStringLiteral("a; DROP TABLE users"), {}, {}},
                               {QStringLiteral("192.0.2.1"), {}, QStringLiteral("Ann Lée"), noon.addMSecs(1)}}};
        write([&](const QSqlDatabase &connection) {
            must(AllowlistTable(connection).replace(m_acme.id, Allowlist(), first));
        });
        QCOMPARE(must(lists().of(m_acme.id)), first);
        QCOMPARE(must(lists().of(m_other.id)), Allowlist());
        Allowlist second = first;
        second.enforced = false;
        second.enforcedSince = {};
        second.networks.removeFirst();
        second.networks.first().until = {};
        second.networks.append({QStringLiteral("2001:db8::/32"), {}, {}, {}});
        write([&](const QSqlDatabase &connection) {
            must(AllowlistTable(connection).replace(m_acme.id, first, second));
        });
        QCOMPARE(must(lists().of(m_acme.id)), second);
    }

    void theRulesOfBlockingLiveBesideTheList()
    {
        QCOMPARE(must(lists().blocking(m_acme.id)), QByteArray());
        write([&](const QSqlDatabase &connection) {
            must(AllowlistTable(connection).setBlocking(m_acme.id, R"({"failures":7})"));
        });
        QCOMPARE(must(lists().of(m_acme.id)), Allowlist());
        const Allowlist list{true, noon, {{QStringLiteral("192.0.2.1"), {}, {}, {}}}};
        write([&](const QSqlDatabase &connection) {
            must(AllowlistTable(connection).replace(m_acme.id, Allowlist(), list));
        });
        QCOMPARE(must(lists().blocking(m_acme.id)), QByteArray(R"({"failures":7})"));
        write([&](const QSqlDatabase &connection) {
            must(AllowlistTable(connection).setBlocking(m_acme.id, R"({"failures":8})"));
        });
        QCOMPARE(must(lists().of(m_acme.id)), list);
    }

    void oneChangeWaits()
    {
        const PendingRow row{m_acme.id, QStringLiteral("chg_1"), QStringLiteral("usr_1"), QStringLiteral("anna"),
                             noon,      noon.addSecs(600),       R"({"enforced":false})"};
        write([&](const QSqlDatabase &connection) { must(AllowlistTable(connection).insertPending(row)); });
        const PendingRow read = *must(lists().pending(m_acme.id));
        QCOMPARE(read.id, row.id);
        QCOMPARE(read.author, row.author);
        QCOMPARE(read.revertsAt, row.revertsAt);
        QCOMPARE(read.before, row.before);
        QVERIFY(!must(lists().pending(m_other.id)));
        QCOMPARE(must(lists().allPending()).size(), 1);
        {
            Transaction transaction = must(Transaction::begin(*m_store->database));
            PendingRow second = row;
            second.id = QStringLiteral("chg_2");
            QCOMPARE(AllowlistTable(transaction.connection()).insertPending(second).error().code, Errc::Conflict);
        }
        write([&](const QSqlDatabase &connection) {
            QVERIFY(!must(AllowlistTable(connection).removePending(m_acme.id, QStringLiteral("chg_2"))));
            QVERIFY(must(AllowlistTable(connection).removePending(m_acme.id, row.id)));
            QVERIFY(!must(AllowlistTable(connection).removePending(m_acme.id, row.id)));
        });
        QVERIFY(must(lists().allPending()).isEmpty());
    }

    void offencesAreCountedByAddress()
    {
        write([&](const QSqlDatabase &connection) {
            BlockTable table(connection);
            for (int i = 0; i < 5; ++i)
                must(table.addOffence(m_acme.id, QStringLiteral("192.0.2.1"),
                                      {noon.addSecs(i), QStringLiteral("login-%1").arg(i)}));
            must(table.addOffence(m_acme.id, QStringLiteral("192.0.2.2"), {noon, QStringLiteral("x")}));
            must(table.addOffence(m_other.id, QStringLiteral("192.0.2.1"), {noon, QStringLiteral("y")}));
        });
        const QList<OffenceRow> rows = must(blocks().offences(m_acme.id, QStringLiteral("192.0.2.1"), 3));
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.first().loginKey, QStringLiteral("login-4"));
        write([&](const QSqlDatabase &connection) {
            must(BlockTable(connection).forgetOffences(m_acme.id, QStringLiteral("192.0.2.1"), noon.addSecs(3)));
        });
        QCOMPARE(must(blocks().offences(m_acme.id, QStringLiteral("192.0.2.1"), 10)).size(), 2);
        QCOMPARE(must(blocks().offences(m_other.id, QStringLiteral("192.0.2.1"), 10)).size(), 1);
        write([&](const QSqlDatabase &connection) {
            QCOMPARE(must(BlockTable(connection).forgetOffences(noon.addMSecs(1))), 2);
        });
    }

    void blocksRunUntilTheyEnd()
    {
        const BlockRow soon = blockOf(m_acme, QStringLiteral("192.0.2.1"), noon.addSecs(60));
        const BlockRow pinned = blockOf(m_acme, QStringLiteral("2001:db8::/64"), {});
        write([&](const QSqlDatabase &connection) {
            must(BlockTable(connection).store(soon));
            must(BlockTable(connection).store(pinned));
            must(BlockTable(connection).store(blockOf(m_other, QStringLiteral("192.0.2.1"), noon.addSecs(90))));
        });
        QCOMPARE(must(blocks().find(m_acme.id, QStringLiteral("192.0.2.1")))->block, soon.block);
        QVERIFY(!must(blocks().find(m_acme.id, QStringLiteral("192.0.2.2"))));
        QCOMPARE(must(blocks().running(m_acme.id, 10)), (QList<BlockedAddress>{soon.block, pinned.block}));
        QCOMPARE(must(blocks().running(m_acme.id, 1)).size(), 1);
        QVERIFY(must(blocks().endedBy(noon.addMSecs(59'999), 10)).isEmpty());
        QCOMPARE(must(blocks().endedBy(noon.addSecs(60), 10)).size(), 1);
        QCOMPARE(must(blocks().endedBy(noon.addYears(1), 10)).size(), 2);
        BlockRow ended = soon;
        ended.state = BlockRow::State::Ended;
        write([&](const QSqlDatabase &connection) { must(BlockTable(connection).store(ended)); });
        QCOMPARE(must(blocks().running(m_acme.id, 10)), QList<BlockedAddress>{pinned.block});
        QVERIFY(must(blocks().find(m_acme.id, QStringLiteral("192.0.2.1")))->state == BlockRow::State::Ended);
        write([&](const QSqlDatabase &connection) {
            QCOMPARE(must(BlockTable(connection).removeEndedBefore(noon.addSecs(60))), 0);
            QCOMPARE(must(BlockTable(connection).removeEndedBefore(noon.addYears(1))), 1);
        });
        QVERIFY(must(blocks().find(m_other.id, QStringLiteral("192.0.2.1"))));
    }
};

QTEST_GUILESS_MAIN(TestStoreNetwork)
#include "tst_store_network.moc"
