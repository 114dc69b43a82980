// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlog/overview.h"

#include <QTest>

using namespace lw;
using namespace lw::loginlog;

class TestAttention : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void quietDay()
    {
        AttentionFacts facts = quiet();
        QVERIFY(attentionItems(facts).isEmpty());
    }

    void people_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<AttentionKind>("kind");
        QTest::addColumn<Urgency>("urgency");
        QTest::newRow("overdue") << 0 << AttentionKind::PasswordsOverdue << Urgency::Bad;
        QTest::newRow("locked") << 1 << AttentionKind::AccountsLocked << Urgency::Bad;
        QTest::newRow("due") << 2 << AttentionKind::PasswordsDue << Urgency::Warning;
        QTest::newRow("never set") << 3 << AttentionKind::PasswordsNeverSet << Urgency::Warning;
        QTest::newRow("no second factor") << 4 << AttentionKind::NoSecondFactor << Urgency::Info;
        QTest::newRow("idle") << 5 << AttentionKind::IdleAccounts << Urgency::Info;
    }

    void people()
    {
        QFETCH(int, which);
        QFETCH(AttentionKind, kind);
        QFETCH(Urgency, urgency);
        AttentionFacts facts = quiet();
        int *const counters[] = {&facts.people.overdue,  &facts.people.locked,         &facts.people.due,
                                 &facts.people.neverSet, &facts.people.noSecondFactor, &facts.people.idle90Days};
        *counters[which] = 3;
        const QList<AttentionItem> items = attentionItems(facts);
        QCOMPARE(items.size(), 1);
        QCOMPARE(items[0].kind, kind);
        QCOMPARE(items[0].urgency, urgency);
        QCOMPARE(items[0].count, 3);
    }

    void failures_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("items");
        QTest::addColumn<Urgency>("urgency");
        QTest::newRow("9") << 9 << 0 << Urgency::Info;
        QTest::newRow("10") << 10 << 1 << Urgency::Warning;
        QTest::newRow("49") << 49 << 1 << Urgency::Warning;
        QTest::newRow("50") << 50 << 1 << Urgency::Bad;
    }

    void failures()
    {
        QFETCH(int, count);
        QFETCH(int, items);
        QFETCH(Urgency, urgency);
        AttentionFacts facts = quiet();
        facts.byAddress = {{QStringLiteral("203.0.113.9"), static_cast<quint64>(count), facts.now.addSecs(-60)}};
        const QList<AttentionItem> found = attentionItems(facts);
        QCOMPARE(found.size(), items);
        if (found.isEmpty()) return;
        QCOMPARE(found[0].kind, AttentionKind::FailuresFromAddress);
        QCOMPARE(found[0].subject, QStringLiteral("203.0.113.9"));
        QCOMPARE(found[0].urgency, urgency);
        QCOMPARE(found[0].latest, facts.now.addSecs(-60));
    }

    void onlyTheWorstGroups()
    {
        AttentionFacts facts = quiet();
        for (int i = 1; i <= 8; ++i)
            facts.byPerson.append({QString::number(i), static_cast<quint64>(10 * i), facts.now});
        const QList<AttentionItem> found = attentionItems(facts);
        QCOMPARE(found.size(), 3);
        QCOMPARE(found[0].subject, QStringLiteral("8"));
        QCOMPARE(found[2].subject, QStringLiteral("6"));
    }

    void moreFailuresThanUsual_data()
    {
        QTest::addColumn<int>("failed");
        QTest::addColumn<double>("mean");
        QTest::addColumn<bool>("told");
        QTest::newRow("as usual") << 30 << 28.0 << false;
        QTest::newRow("twice") << 60 << 30.0 << false;
        QTest::newRow("three times") << 90 << 30.0 << true;
        QTest::newRow("from nothing") << 12 << 0.0 << true;
        QTest::newRow("few from nothing") << 9 << 0.0 << false;
    }

    void moreFailuresThanUsual()
    {
        QFETCH(int, failed);
        QFETCH(double, mean);
        QFETCH(bool, told);
        AttentionFacts facts = quiet();
        facts.failed24h = static_cast<quint64>(failed);
        facts.failedDailyMean = mean;
        const QList<AttentionItem> found = attentionItems(facts);
        QCOMPARE(found.size(), told ? 1 : 0);
        if (told) QCOMPARE(found[0].kind, AttentionKind::FailuresUp);
    }

    void oldCache_data()
    {
        QTest::addColumn<int>("hours");
        QTest::addColumn<bool>("told");
        QTest::newRow("23 h") << 23 << false;
        QTest::newRow("24 h") << 24 << true;
        QTest::newRow("300 h") << 300 << true;
    }

    void oldCache()
    {
        QFETCH(int, hours);
        QFETCH(bool, told);
        AttentionFacts facts = quiet();
        facts.lastSync = facts.now.addSecs(-3600 * hours);
        const QList<AttentionItem> found = attentionItems(facts);
        QCOMPARE(found.size(), told ? 1 : 0);
        if (told) QCOMPARE(found[0].count, hours);
    }

    void mostUrgentFirst()
    {
        AttentionFacts facts = quiet();
        facts.people.idle90Days = 1;
        facts.people.due = 1;
        facts.people.overdue = 1;
        facts.byAddress = {{QStringLiteral("a"), 500, facts.now}};
        QList<Urgency> order;
        for (const AttentionItem &item : attentionItems(facts))
            order.append(item.urgency);
        const QList<Urgency> expected{Urgency::Bad, Urgency::Bad, Urgency::Warning, Urgency::Info};
        QCOMPARE(order, expected);
    }

  private:
    static AttentionFacts quiet()
    {
        AttentionFacts facts;
        facts.now = QDateTime(QDate(2026, 11, 22), QTime(14, 0), Qt::UTC);
        facts.lastSync = facts.now.addSecs(-60);
        return facts;
    }
};

QTEST_GUILESS_MAIN(TestAttention)
#include "tst_attention.moc"
