// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/checkpoint.h"
#include "core/audit/eventcodec.h"
#include "core/audit/merkle.h"
#include "core/audit/purgedleaf.h"
#include "core/audit/verifier.h"
#include "server/store/auditappender.h"
#include "tests/server/store/teststore.h"

#include <QFile>
#include <QSqlError>
#include <QSqlQuery>

#include <numeric>
#include <thread>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

QList<QByteArray> linesOf(AuditLog &log, const QString &customerId, quint64 from, quint64 to, int *pieces = nullptr)
{
    LeafSource source = must(log.stream(customerId, from, to));
    QByteArray all;
    QByteArray chunk;
    while (must(source(chunk))) {
        if (pieces) ++*pieces;
        all += chunk;
    }
    if (all.isEmpty()) return {};
    all.chop(1);
    return all.split('\n');
}

audit::LeafSum sumOf(const QList<QByteArray> &leaves)
{
    audit::CompactRange range;
    for (const QByteArray &leaf : leaves)
        range.append(audit::leafHash(leaf));
    return {range.size(), range.root()};
}

void appendMany(TestStore &store, const Customer &customer, int count, int first = 0)
{
    Transaction transaction = must(Transaction::begin(*store.database));
    const std::unique_ptr<AuditAppender> appender = must(AuditAppender::begin(transaction, customer.id));
    for (int i = 0; i < count; ++i) {
        AuditEvent event = loginEvent(QStringLiteral("name%1").arg(first + i), noon.addSecs(first + i));
        event.id = identifierFrom("evt", event.time, QByteArray::number(first + i).rightJustified(10, '0'));
        must(appender->append(event));
    }
    must(appender->finish());
    must(transaction.commit());
}

audit::VerifierKey keyOf(TestStore &store, const Customer &customer)
{
    return must(audit::VerifierKey::fromText(must(store.audit.verifierKey(customer.id))));
}

}  // namespace

class TestAuditLog : public QObject {
    Q_OBJECT

  private:
    SecretMemory m_secrets;

  private Q_SLOTS:
    void halfTheLogGoesAndTheHeadStays()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        appendMany(store, customer, 1000);
        const QList<QByteArray> before = linesOf(store.audit, customer.id, 0, 1000);
        const QByteArray note = must(store.audit.checkpoint(customer.id));
        std::vector<quint64> older(500);
        std::iota(older.begin(), older.end(), 0);
        for (int run = 0; run < 2; ++run) {  // a second time changes nothing
            Transaction transaction = must(Transaction::begin(*store.database));
            must(store.audit.purge(transaction, customer.id, older));
            must(transaction.commit());
        }

        const QList<QByteArray> after = linesOf(store.audit, customer.id, 0, 1000);
        QCOMPARE(after.size(), qsizetype(1000));
        audit::CompactRange range;
        for (qsizetype i = 0; i < after.size(); ++i) {
            QCOMPARE(after[i], i < 500 ? audit::purgedLeaf(audit::leafHash(before[i])) : before[i]);
            range.append(audit::lineHash(after[i]));
        }
        QCOMPARE(must(store.audit.checkpoint(customer.id)), note);
        audit::Evidence evidence;
        evidence.note = note;
        evidence.leaves = {range.size(), range.root()};
        must(audit::judge(keyOf(store, customer), evidence));
        const Hash root = range.root();
        for (const quint64 index : {0, 250, 499, 500, 999})
            must(audit::verifyInclusion(must(store.audit.inclusion(customer.id, index, 1000)),
                                        audit::leafHash(before[qsizetype(index)]), root));
        QCOMPARE(must(store.audit.leaf(customer.id, 7)), after[7]);

        // The log goes on growing from there.
        appendMany(store, customer, 10, 1000);
        QCOMPARE(sumOf(before.first(500) + linesOf(store.audit, customer.id, 500, 1010)).root,
                 must(store.audit.head(customer.id)).root);
    }

    void purgedTextIsInNoPageOfTheStore()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        appendMany(store, customer, 400);
        {
            Transaction transaction = must(Transaction::begin(*store.database));
            std::vector<quint64> gone(200);
            std::iota(gone.begin(), gone.end(), 0);
            must(store.audit.purge(transaction, customer.id, gone));
            must(transaction.commit());
        }
        QSqlQuery fold(must(store.database->connection()));
        QVERIFY(fold.exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
        QFile file(store.file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray pages = file.readAll();
        for (const int i : {0, 57, 199})
            QVERIFY2(!pages.contains("\"name" + QByteArray::number(i) + '"'), QByteArray::number(i).constData());
        QVERIFY(pages.contains("\"name200\""));  // what stays is found in this way
    }

    void whatIsNotInTheLogCannotBePurged()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        appendMany(store, customer, 3);
        Transaction transaction = must(Transaction::begin(*store.database));
        const quint64 beyond[] = {3};
        const Result<void> refused = store.audit.purge(transaction, customer.id, beyond);
        QCOMPARE(refused.error().code, Errc::InvalidInput);
        QCOMPARE(refused.error().field, QStringLiteral("index"));
    }

    void anEmptyLogHasASignedHead()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        const Checkpoint head =
            must(audit::openCheckpoint(must(store.audit.checkpoint(customer.id)), keyOf(store, customer)));
        QCOMPARE(head.origin, QStringLiteral("backend.test/acme"));
        QCOMPARE(head.size, quint64(0));
        QCOMPARE(head.root, audit::emptyRoot());
    }

    void whatIsMissingOfAnEventIsFilledIn()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        AuditEvent event = loginEvent(QStringLiteral("ann"), QDateTime());
        event.source = {};
        QCOMPARE(must(store.audit.append(customer.id, event)), quint64(0));
        const AuditEvent stored = must(audit::eventFromLeaf(must(store.audit.leaf(customer.id, 0))));
        QCOMPARE(stored.time, noon);
        QVERIFY(stored.id.startsWith(QLatin1String("evt_")));
        QCOMPARE(stored.source.format, QStringLiteral("linewardend"));
    }

    void everySizeHasARootAndProofs()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        constexpr int most = 40;
        std::vector<Hash> roots{audit::emptyRoot()};
        std::vector<Hash> leaves;
        for (int i = 0; i < most; ++i) {
            must(store.audit.append(customer.id, loginEvent(QString::number(i))));
            leaves.push_back(audit::leafHash(must(store.audit.leaf(customer.id, quint64(i)))));
            roots.push_back(must(store.audit.head(customer.id)).root);
        }
        QCOMPARE(sumOf(linesOf(store.audit, customer.id, 0, most)).root, roots.back());
        for (quint64 to = 0; to <= most; ++to) {
            for (quint64 from = 0; from <= to; ++from)
                must(audit::verifyConsistency(must(store.audit.consistency(customer.id, from, to)), roots[from],
                                              roots[to]));
            for (quint64 index = 0; index < to; ++index)
                must(audit::verifyInclusion(must(store.audit.inclusion(customer.id, index, to)), leaves[index],
                                            roots[to]));
        }
    }

    void aHundredThousandEntriesProveThemselves()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        constexpr int size = 100'000;
        constexpr int earlier = 65'537;
        appendMany(store, customer, earlier);
        const AuditLog::Head old = must(store.audit.head(customer.id));
        appendMany(store, customer, size - earlier, earlier);
        const AuditLog::Head head = must(store.audit.head(customer.id));
        QCOMPARE(head.size, quint64(size));
        for (quint64 index : {0, 1, 65'535, 65'536, 65'537, 77'777, 99'998, 99'999})
            must(audit::verifyInclusion(must(store.audit.inclusion(customer.id, index, size)),
                                        audit::leafHash(must(store.audit.leaf(customer.id, index))), head.root));
        must(audit::verifyConsistency(must(store.audit.consistency(customer.id, earlier, size)), old.root, head.root));
        int pieces = 0;
        const QList<QByteArray> lines = linesOf(store.audit, customer.id, 0, size, &pieces);
        QCOMPARE(lines.size(), size);
        QVERIFY2(pieces > 100, "the stream comes in pieces, not as a whole");
        QCOMPARE(sumOf(lines).root, head.root);
        QCOMPARE(linesOf(store.audit, customer.id, 99'990, size), lines.mid(99'990));
        QVERIFY(linesOf(store.audit, customer.id, size, size).isEmpty());
    }

    void aStreamMayBePulledByChangingThreads()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        appendMany(store, customer, 3000);
        LeafSource source = must(store.audit.stream(customer.id, 5, 2999));
        QByteArray all;
        for (bool more = true; more;)
            std::thread([&] {
                QByteArray chunk;
                more = must(source(chunk));
                if (more) all += chunk;
            }).join();
        QCOMPARE(all.count('\n'), 2994);
        QVERIFY(all.endsWith('\n'));
    }

    void outsideTheLogIsNamed_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("field");
        QTest::newRow("consistency to") << 0 << QStringLiteral("to");
        QTest::newRow("consistency order") << 1 << QStringLiteral("from");
        QTest::newRow("inclusion size") << 2 << QStringLiteral("size");
        QTest::newRow("inclusion index") << 3 << QStringLiteral("index");
        QTest::newRow("stream to") << 4 << QStringLiteral("to");
        QTest::newRow("stream order") << 5 << QStringLiteral("from");
    }
    void outsideTheLogIsNamed()
    {
        QFETCH(int, what);
        QFETCH(QString, field);
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        appendMany(store, customer, 3);
        const auto errorOf = [](const auto &result) { return result ? Error() : result.error(); };
        Error error;
        switch (what) {
            case 0: error = errorOf(store.audit.consistency(customer.id, 0, 4)); break;
            case 1: error = errorOf(store.audit.consistency(customer.id, 3, 2)); break;
            case 2: error = errorOf(store.audit.inclusion(customer.id, 0, 4)); break;
            case 3: error = errorOf(store.audit.inclusion(customer.id, 3, 3)); break;
            case 4: error = errorOf(store.audit.stream(customer.id, 0, 4)); break;
            case 5: error = errorOf(store.audit.stream(customer.id, 2, 1)); break;
        }
        QCOMPARE(error.code, Errc::InvalidInput);
        QCOMPARE(error.field, field);
    }

    void logsOfCustomersDoNotMix()
    {
        TestStore store;
        const Customer a = store.addCustomer(QStringLiteral("a"));
        const Customer b = store.addCustomer(QStringLiteral("b"));
        for (int i = 0; i < 9; ++i)
            must(store.audit.append(i % 3 ? a.id : b.id, loginEvent(QStringLiteral("n%1").arg(i))));
        QCOMPARE(must(store.audit.head(a.id)).size, quint64(6));
        QCOMPARE(must(store.audit.head(b.id)).size, quint64(3));
        QCOMPARE(sumOf(linesOf(store.audit, b.id, 0, 3)).root, must(store.audit.head(b.id)).root);
        QVERIFY(keyOf(store, a).text() != keyOf(store, b).text());
        const Result<Checkpoint> crossed = audit::openCheckpoint(must(store.audit.checkpoint(a.id)), keyOf(store, b));
        QVERIFY(!crossed);
        QCOMPARE(crossed.error().code, Errc::Tampered);
        QCOMPARE(store.audit.head(QStringLiteral("cus_x")).error().code, Errc::NotFound);
    }

    void theSameHeadHasTheSameNote()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        appendMany(store, customer, 5);
        const QByteArray note = must(store.audit.checkpoint(customer.id));
        QCOMPARE(must(store.audit.checkpoint(customer.id)), note);
        AuditLog restarted(*store.database, store.clock, store.key);
        QCOMPARE(must(restarted.checkpoint(customer.id)), note);
        appendMany(store, customer, 1, 5);
        QVERIFY(must(store.audit.checkpoint(customer.id)) != note);
    }

    void aRolledBackAppendNeverWas()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        appendMany(store, customer, 5);
        const AuditLog::Head before = must(store.audit.head(customer.id));
        {
            const Transaction transaction = must(Transaction::begin(*store.database));
            must(store.audit.append(transaction, customer.id, loginEvent(QStringLiteral("ghost"))));
        }
        QCOMPARE(must(store.audit.head(customer.id)).root, before.root);
        QVERIFY(!store.audit.leaf(customer.id, 5));
        appendMany(store, customer, 4, 5);
        QCOMPARE(sumOf(linesOf(store.audit, customer.id, 0, 9)).root, must(store.audit.head(customer.id)).root);
    }

    void anEventThatNoReaderWouldTakeIsRefused()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        AuditEvent event = loginEvent(QStringLiteral("ann"));
        event.detail = QString(70'000, QLatin1Char('x'));
        const Result<quint64> refused = store.audit.append(customer.id, event);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Errc::TooLarge);
        QCOMPARE(must(store.audit.head(customer.id)).size, quint64(0));
    }

    void appendersOfOneLogComeOneAfterAnother()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        constexpr int threads = 4;
        constexpr int each = 25;
        std::vector<std::thread> all;
        all.reserve(threads);
        for (int t = 0; t < threads; ++t)
            all.emplace_back([&store, &customer, t] {
                for (int i = 0; i < each; ++i)
                    must(store.audit.append(customer.id, loginEvent(QStringLiteral("t%1-%2").arg(t).arg(i))));
            });
        for (std::thread &thread : all)
            thread.join();
        const QList<QByteArray> lines = linesOf(store.audit, customer.id, 0, threads * each);
        QCOMPARE(QSet<QByteArray>(lines.begin(), lines.end()).size(), threads * each);
        QCOMPARE(sumOf(lines).root, must(store.audit.head(customer.id)).root);
    }

    void whoeverWritesIntoTheFileIsFoundOut_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("changed leaf") << QStringLiteral(
            "UPDATE leaves SET leaf = CAST(replace(CAST(leaf AS TEXT), 'name7\"', 'name8\"') AS BLOB)"
            " WHERE position % 4194304 = 7");
        QTest::newRow("swapped leaves") << QStringLiteral(
            "UPDATE leaves SET leaf = (SELECT o.leaf FROM leaves o WHERE o.position % 4194304 ="
            " 9 - leaves.position % 4194304) WHERE position % 4194304 IN (4, 5)");
    }
    void whoeverWritesIntoTheFileIsFoundOut()
    {
        QFETCH(QString, sql);
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        appendMany(store, customer, 20);
        const QSqlDatabase connection = must(store.database->connection());
        QSqlQuery query(connection);
        QVERIFY2(query.exec(sql), qUtf8Printable(query.lastError().text()));
        QVERIFY(query.numRowsAffected() > 0);
        const Result<Checkpoint> judged =
            audit::judge(keyOf(store, customer), {must(store.audit.checkpoint(customer.id)), std::nullopt, std::nullopt,
                                                  sumOf(linesOf(store.audit, customer.id, 0, 20))});
        QVERIFY(!judged);
        QCOMPARE(audit::tamperKind(judged.error()).value(), audit::TamperKind::ChangedLeaf);
    }

    void aRemovedLeafEndsTheStreamWithAnError()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        appendMany(store, customer, 20);
        QSqlQuery query(must(store.database->connection()));
        QVERIFY(query.exec(QStringLiteral("DELETE FROM leaves WHERE position % 4194304 = 7")));
        LeafSource source = must(store.audit.stream(customer.id, 0, 20));
        QByteArray chunk;
        const Result<bool> piece = source(chunk);
        QVERIFY(!piece);
        QCOMPARE(piece.error().code, Errc::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestAuditLog)
#include "tst_store_auditlog.moc"
