// SPDX-License-Identifier: GPL-3.0-or-later
// A write is acknowledged only when it is durable: a child process appends and tells each acknowledged event; it is
// killed without warning, again and again, and nothing that it told may be missing.
#include "core/audit/checkpoint.h"
#include "core/audit/eventcodec.h"
#include "core/audit/merkle.h"
#include "tests/server/store/teststore.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>

#include <cstdio>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

int appendForEver(const QString &file, const QString &customerId)
{
    const SystemClock clock;
    const std::unique_ptr<Database> database = must(Database::open(file));
    AuditLog log(*database, clock, must(audit::Signer::generate(QStringLiteral("child"))));
    for (int round = 0;; ++round) {
        std::vector<AuditEvent> events;
        // Batches of several sizes: a kill must find every state of a transaction.
        for (int i = 0; i <= round % 7; ++i) {
            events.push_back(loginEvent(QStringLiteral("n")));
            events.back().id = makeIdentifier("evt", clock.nowUtc());
        }
        Transaction transaction = must(Transaction::begin(*database));
        must(log.append(transaction, customerId, std::span<const AuditEvent>(events)));
        must(transaction.commit());
        for (const AuditEvent &event : events)
            std::printf("%s\n", qPrintable(event.id));
        std::fflush(stdout);
    }
}

}  // namespace

class TestDurability : public QObject {
    Q_OBJECT

  private:
    SecretMemory m_secrets;

  private Q_SLOTS:
    void nothingAcknowledgedIsLostByAKill()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        QSet<QByteArray> acknowledged;
        constexpr int kills = 15;
        for (int i = 0; i < kills; ++i) {
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            child.start(QCoreApplication::applicationFilePath(),
                        {QStringLiteral("append-for-ever"), store.file, customer.id});
            QVERIFY(child.waitForStarted());
            QByteArray told;
            const int enough = QRandomGenerator::global()->bounded(20, 400);
            while (told.count('\n') < enough && child.waitForReadyRead(20'000))
                told += child.readAll();
            child.kill();
            QVERIFY(child.waitForFinished());
            QCOMPARE(child.exitStatus(), QProcess::CrashExit);
            told += child.readAll();
            told.truncate(told.lastIndexOf('\n') + 1);
            QVERIFY(!told.isEmpty());
            for (const QByteArray &id : told.split('\n'))
                if (!id.isEmpty()) acknowledged.insert(id);

            const AuditLog::Head head = must(store.audit.head(customer.id));
            LeafSource source = must(store.audit.stream(customer.id, 0, head.size));
            audit::CompactRange range;
            QSet<QByteArray> stored;
            QByteArray chunk;
            while (must(source(chunk))) {
                const QList<QByteArray> lines = chunk.split('\n');
                for (const QByteArray &line : lines) {
                    if (line.isEmpty()) continue;
                    range.append(audit::leafHash(line));
                    stored.insert(must(audit::eventFromLeaf(line)).id.toLatin1());
                }
            }
            QCOMPARE(range.size(), head.size);
            QCOMPARE(range.root(), head.root);
            QVERIFY2(stored.contains(acknowledged), "an acknowledged event is missing");
        }
        QVERIFY(acknowledged.size() > kills);
    }
};

// What is thrown here may end the test.
// NOLINTNEXTLINE(bugprone-exception-escape)
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() == 4 && arguments[1] == QLatin1String("append-for-ever")) {
        const SecretMemory secrets;
        return appendForEver(arguments[2], arguments[3]);
    }
    TestDurability test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_store_durability.moc"
