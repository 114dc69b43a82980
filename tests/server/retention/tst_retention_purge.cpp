// SPDX-License-Identifier: GPL-3.0-or-later
// Purges against a real store: what goes to the millisecond, what a hold keeps, when it runs, and that a run goes on
// after a restart.
#include "tests/server/retention/retentiontesting.h"

#include <QJsonArray>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

RetentionRules only(DataClass dataClass, int days)
{
    RetentionRules rules;
    rules.setDays(dataClass, days);
    return rules;
}

QDateTime ago(int days)
{
    return noon.addDays(-days);
}

}  // namespace

class TestPurge : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everythingIsPermanentAtFirst()
    {
        RetentionBackEnd backEnd;
        backEnd.appendLogin(ago(30'000));
        must(backEnd.services->purger.round());
        QVERIFY(backEnd.goneLeaves().isEmpty());
        QVERIFY(must(backEnd.services->retention.runs(backEnd.acme.id)).isEmpty());
        QCOMPARE(backEnd.ask().error().code, Errc::Conflict);
        QVERIFY(!must(backEnd.services->retention.state(backEnd.acme.id)).nextRunAt.isValid());
    }

    void whatIsOlderGoesToTheMillisecond()
    {
        RetentionBackEnd backEnd;
        const quint64 old = backEnd.appendLogin(ago(100).addMSecs(-1));
        backEnd.appendLogin(ago(100));
        backEnd.appendLogin(ago(100).addMSecs(1));
        const quint64 older = backEnd.appendLogin(ago(400));
        AuditEvent change = loginEvent(QStringLiteral("x"), ago(400));
        change.kind = EventKind::UserChanged;
        backEnd.append(change);
        backEnd.setRules(only(DataClass::LoginLog, 100));
        const PurgeRun run = backEnd.purge();
        QCOMPARE(backEnd.goneLeaves(), (QList<quint64>{old, older}));
        QCOMPARE(backEnd.toldLeaves(), (QList<quint64>{old, older}));
        QCOMPARE(run.cause, PurgeCause::Asked);
        QCOMPARE(run.startedBy, QStringLiteral("olga"));
        QCOMPARE(run.finishedAt, noon);
        QCOMPARE(run.counts.size(), 1);
        QCOMPARE(run.counts[0].dataClass, DataClass::LoginLog);
        QCOMPARE(run.counts[0].before, ago(100));
        QCOMPARE(run.counts[0].removed, 2);
        QCOMPARE(run.counts[0].oldest, ago(400));
        QCOMPARE(run.counts[0].newest, ago(100).addMSecs(-1));
        // It is an event, with the same counts; a second run finds nothing more.
        const AuditEvent told = backEnd.events(backEnd.acme).back();
        QCOMPARE(told.kind, EventKind::DataPurged);
        QCOMPARE(told.reason, QStringLiteral("asked"));
        QCOMPARE(told.after->value(QLatin1String("counts")).toArray()[0].toObject().value(QLatin1String("removed")), 2);
        QCOMPARE(backEnd.purge().removed(), 0);
        QCOMPARE(backEnd.toldLeaves().size(), 2);
    }

    void eachClassHasItsOwnEnd_data()
    {
        QTest::addColumn<int>("dataClass");
        QTest::addColumn<int>("kind");
        QTest::newRow("login log") << int(DataClass::LoginLog) << int(EventKind::LoginFailed);
        QTest::newRow("login log, revoked") << int(DataClass::LoginLog) << int(EventKind::AccessRevoked);
        QTest::newRow("audit log") << int(DataClass::AuditLog) << int(EventKind::SpendChanged);
        QTest::newRow("audit log, a purge") << int(DataClass::AuditLog) << int(EventKind::DataPurged);
        QTest::newRow("reports") << int(DataClass::Reports) << int(EventKind::ReportExported);
    }
    void eachClassHasItsOwnEnd()
    {
        QFETCH(int, dataClass);
        QFETCH(int, kind);
        RetentionBackEnd backEnd;
        QList<quint64> expected;
        for (const EventKind each : {EventKind::LoginFailed, EventKind::AccessRevoked, EventKind::SpendChanged,
                                     EventKind::DataPurged, EventKind::ReportExported}) {
            AuditEvent event = loginEvent(QStringLiteral("x"), ago(50));
            event.kind = each;
            const quint64 index = backEnd.append(event);
            if (policy::dataClassOf(each) == static_cast<DataClass>(dataClass)) expected << index;
        }
        QVERIFY(policy::dataClassOf(static_cast<EventKind>(kind)) == static_cast<DataClass>(dataClass));
        backEnd.setRules(only(static_cast<DataClass>(dataClass), 49));
        backEnd.purge();
        QCOMPARE(backEnd.goneLeaves(), expected);
    }

    void holdsKeep_data()
    {
        QTest::addColumn<int>("subject");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QDateTime>("from");
        QTest::addColumn<QDateTime>("until");
        QTest::addColumn<QList<quint64>>("gone");
        // Entries from the second on: 1 of ann by her ID, 2 with her name alone, 3 that names her in a change,
        // 4 about a number, 5 of somebody else.
        const QDateTime none;
        QTest::newRow("nothing") << 0 << QString() << none << none << QList<quint64>{1, 2, 3, 4, 5};
        QTest::newRow("person") << 1 << QStringLiteral("ann") << none << none << QList<quint64>{4, 5};
        QTest::newRow("person, later") << 1 << QStringLiteral("ann") << ago(60) << none << QList<quint64>{1, 2, 4, 5};
        QTest::newRow("number") << 2 << QStringLiteral("+442079460001") << none << none << QList<quint64>{1, 2, 3, 5};
        QTest::newRow("number as it is typed")
            << 2 << QStringLiteral("020 7946 0001") << none << none << QList<quint64>{1, 2, 3, 5};
        QTest::newRow("period") << 3 << QString() << ago(70) << ago(55) << QList<quint64>{1, 4, 5};
        QTest::newRow("period without end") << 3 << QString() << ago(60) << none << QList<quint64>{1, 2};
        QTest::newRow("period, its end is outside") << 3 << QString() << none << ago(60) << QList<quint64>{3, 4, 5};
    }
    void holdsKeep()
    {
        QFETCH(int, subject);
        QFETCH(QString, value);
        QFETCH(QDateTime, from);
        QFETCH(QDateTime, until);
        QFETCH(QList<quint64>, gone);
        RetentionBackEnd backEnd;
        backEnd.addUser(backEnd.acme, QStringLiteral("bob"));
        const User ann = backEnd.addUser(backEnd.acme, QStringLiteral("ann"));
        backEnd.append(loginEvent(QStringLiteral("today"), noon));
        AuditEvent event = loginEvent(QStringLiteral("Ann"), ago(80));
        event.actor.id = ann.id;
        backEnd.append(event);
        backEnd.append(loginEvent(QStringLiteral("ann"), ago(65)));
        event = loginEvent(QStringLiteral("bob"), ago(60));
        event.after = QJsonObject{{QStringLiteral("owner"), ann.id}};
        backEnd.append(event);
        event = loginEvent(QStringLiteral("bob"), ago(50));
        event.object = {QStringLiteral("number"), QStringLiteral("+442079460001"), {}};
        backEnd.append(event);
        backEnd.append(loginEvent(QStringLiteral("bob"), ago(45)));

        RetentionRules rules = only(DataClass::LoginLog, 30);
        QString holdId;
        if (subject != 0) {
            LegalHold hold;
            hold.subject = static_cast<HoldSubject>(subject);
            hold.value = subject == 1 ? ann.id : value;
            hold.from = from;
            hold.until = until;
            holdId = backEnd.place(hold).id;
        }
        backEnd.setRules(rules);
        const QList<PurgeCount> preview =
            must(backEnd.services->retention.preview(backEnd.acme.id, rules, [] { return false; }));
        const PurgeRun run = backEnd.purge();
        QCOMPARE(backEnd.goneLeaves(), gone);
        QCOMPARE(run.removed(), gone.size());
        QCOMPARE(run.held(), 5 - gone.size());
        QCOMPARE(preview, run.counts);
        if (holdId.isEmpty()) return;
        // Released, it keeps nothing any more.
        must(backEnd.services->retention.releaseHold(backEnd.author(), holdId));
        QCOMPARE(backEnd.services->retention.releaseHold(backEnd.author(), holdId).error().code, Errc::NotFound);
        backEnd.purge();
        QCOMPARE(backEnd.goneLeaves(), (QList<quint64>{1, 2, 3, 4, 5}));
        QCOMPARE(backEnd.toldLeaves().size(), 5);
    }

    void callsGoWholeAndHeldOnesStay()
    {
        RetentionBackEnd backEnd;
        const auto held = QStringLiteral("+442079460001");
        const auto other = QStringLiteral("+442079460002");
        for (int i = 0; i < 2'500; ++i)
            backEnd.addCall(QStringLiteral("old-%1").arg(i), i % 500 == 0 ? held : other, ago(91).addSecs(i));
        backEnd.addCall(QStringLiteral("edge"), other, ago(90));
        backEnd.addCall(QStringLiteral("new"), other, ago(1));
        LegalHold hold;
        hold.subject = HoldSubject::Number;
        hold.value = held;
        backEnd.place(hold);
        backEnd.setRules(only(DataClass::CallRecords, 90));
        const PurgeRun run = backEnd.purge();
        QCOMPARE(run.removed(), 2'495);
        QCOMPARE(run.held(), 5);
        QCOMPARE(backEnd.callIds(),
                 (QStringList{QStringLiteral("old-0"), QStringLiteral("old-500"), QStringLiteral("old-1000"),
                              QStringLiteral("old-1500"), QStringLiteral("old-2000"), QStringLiteral("edge"),
                              QStringLiteral("new")}));
        QVERIFY(backEnd.goneLeaves().isEmpty());
    }

    void aCallThatWasPurgedIsNotCountedAgain()
    {
        RetentionBackEnd backEnd;
        const auto number = QStringLiteral("+442079460001");
        const auto report = [&](const QDateTime &startedAt) {
            return backEnd.services->callDesk.record(
                backEnd.author(), {{QStringLiteral("call-1"), number, QStringLiteral("+37120000000"), startedAt, 60}});
        };
        QCOMPARE(must(report(ago(9))).accepted, 1);
        QCOMPARE(must(report(ago(9))).known, 1);
        backEnd.setRules(only(DataClass::CallRecords, 8));
        // Known until it is purged; afterwards too old to be told from a new one.
        QCOMPARE(must(report(ago(9))).known, 1);
        QCOMPARE(backEnd.purge().removed(), 1);
        const Error refused = report(ago(9)).error();
        QCOMPARE(refused.code, Errc::InvalidInput);
        QVERIFY2(refused.field.endsWith(QStringLiteral("startedAt")), qUtf8Printable(refused.field));
        QVERIFY(backEnd.callIds().isEmpty());
        QCOMPARE(must(report(ago(8))).accepted, 1);
    }

    void aRunGoesOnAfterARestart()
    {
        RetentionBackEnd backEnd;
        std::vector<AuditEvent> many;
        for (int i = 0; i < 3'500; ++i)
            many.push_back(loginEvent(QStringLiteral("n%1").arg(i), ago(i % 2 == 0 ? 200 : 10)));
        {
            Transaction transaction = must(Transaction::begin(*backEnd.services->database));
            must(backEnd.services->audit.append(transaction, backEnd.acme.id, many));
            must(transaction.commit());
        }
        backEnd.setRules(only(DataClass::LoginLog, 100));
        must(backEnd.ask());
        must(backEnd.services->purger.round(std::chrono::milliseconds(0)));
        QCOMPARE(backEnd.goneLeaves().size(), 500);
        QVERIFY(!backEnd.lastRun().finished());
        QCOMPARE(backEnd.ask().error().code, Errc::Conflict);

        backEnd.services.reset();
        backEnd.services = must(Services::open(backEnd.config({1'000'000, 60}), backEnd.clock, backEnd.key));
        must(backEnd.services->purger.round(std::chrono::hours(1)));
        const PurgeRun run = backEnd.lastRun();
        QVERIFY(run.finished());
        QCOMPARE(run.removed(), 1'750);
        QCOMPARE(backEnd.goneLeaves().size(), 1'750);
        QCOMPARE(backEnd.toldLeaves(), backEnd.goneLeaves());
    }

    void aHoldCountsFromTheMomentInWhichItIsPlaced()
    {
        RetentionBackEnd backEnd;
        std::vector<AuditEvent> many;
        for (int i = 0; i < 2'000; ++i)
            many.push_back(loginEvent(QStringLiteral("n"), ago(200)));
        {
            Transaction transaction = must(Transaction::begin(*backEnd.services->database));
            must(backEnd.services->audit.append(transaction, backEnd.acme.id, many));
            must(transaction.commit());
        }
        backEnd.setRules(only(DataClass::LoginLog, 100));
        must(backEnd.ask());
        must(backEnd.services->purger.round(std::chrono::milliseconds(0)));
        LegalHold hold;
        hold.subject = HoldSubject::Period;
        hold.from = ago(300);
        backEnd.place(hold);
        must(backEnd.services->purger.round(std::chrono::hours(1)));
        QCOMPARE(backEnd.lastRun().removed(), 1'000);
        QCOMPARE(backEnd.lastRun().held(), 1'000);
    }

    void theScheduleLeavesAnHourAndComesEachDay()
    {
        RetentionBackEnd backEnd;
        backEnd.appendLogin(ago(200));
        backEnd.setRules(only(DataClass::LoginLog, 100));
        const auto next = [&backEnd] { return must(backEnd.services->retention.state(backEnd.acme.id)).nextRunAt; };
        QCOMPARE(next(), noon.addSecs(3'600));
        backEnd.clock.advanceMs(3'600'000 - 1);
        must(backEnd.services->purger.round());
        QVERIFY(backEnd.goneLeaves().isEmpty());
        backEnd.clock.advanceMs(1);
        must(backEnd.services->purger.round());
        QCOMPARE(backEnd.goneLeaves().size(), 1);
        QCOMPARE(backEnd.lastRun().cause, PurgeCause::Schedule);
        QCOMPARE(backEnd.lastRun().startedBy, QString());
        QCOMPARE(next(), noon.addSecs(25 * 3'600));
        // A change of the rules puts it off by an hour at most, and "permanent" for good.
        backEnd.clock.advanceMs(86'400'000 - 1'800'000);
        backEnd.setRules(only(DataClass::LoginLog, 50));
        QCOMPARE(next(), noon.addSecs(25 * 3'600 + 1'800));
        backEnd.setRules({});
        QVERIFY(!next().isValid());
        backEnd.clock.advanceMs(3 * 86'400'000LL);
        must(backEnd.services->purger.round());
        QCOMPARE(must(backEnd.services->retention.runs(backEnd.acme.id)).size(), 1);
    }

    void oneCustomersRulesAreNotAnothers()
    {
        RetentionBackEnd backEnd;
        const Customer other = backEnd.addCustomer(QStringLiteral("other"));
        must(backEnd.services->audit.append(other.id, loginEvent(QStringLiteral("x"), ago(500))));
        backEnd.appendLogin(ago(500));
        backEnd.setRules(only(DataClass::LoginLog, 100));
        backEnd.purge();
        QCOMPARE(backEnd.goneLeaves().size(), 1);
        QVERIFY(!audit::purgedHash(must(backEnd.services->audit.leaf(other.id, 0))));
        QVERIFY(must(backEnd.services->retention.purgedAfter(other.id, 0)).isEmpty());
    }

    void theStoresFilesHoldNoPurgedText()
    {
        RetentionBackEnd backEnd;
        for (int i = 0; i < 800; ++i)
            backEnd.appendLogin(ago(i % 2 == 0 ? 200 : 10),
                                (i % 2 == 0 ? QStringLiteral("gonename%1") : QStringLiteral("keptname%1")).arg(i));
        const auto holds = [&backEnd](const char *text) {
            for (const char *suffix : {"", "-wal"}) {
                QFile file(backEnd.folder.filePath(QStringLiteral("store.sqlite") + QLatin1String(suffix)));
                if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text)) return true;
            }
            return false;
        };
        QVERIFY(holds("gonename400"));
        backEnd.setRules(only(DataClass::LoginLog, 100));
        backEnd.purge();
        QVERIFY(!holds("gonename"));
        QVERIFY(holds("keptname401"));
    }
};

QTEST_GUILESS_MAIN(TestPurge)
#include "tst_retention_purge.moc"
