// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/lockout.h"
#include "core/util/time.h"

#include <QTest>

using namespace lw;
using namespace lw::policy;

class TestLockout : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void growth_data();
    void growth();
    void boundaries_data();
    void boundaries();
    void clockWentBack();
    void noFactsNoWait();
    void lockStarts();
};

namespace {
const QDateTime last = fromRfc3339(u"2026-06-01T12:00:00.000Z");
}

void TestLockout::growth_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("lockAfter");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("locked");
    QTest::newRow("none") << 0 << 10 << 0 << false;
    QTest::newRow("negative is none") << -1 << 10 << 0 << false;
    QTest::newRow("first") << 1 << 10 << 0 << false;
    QTest::newRow("second") << 2 << 10 << 0 << false;
    QTest::newRow("third") << 3 << 10 << 1 << false;
    QTest::newRow("fourth") << 4 << 10 << 2 << false;
    QTest::newRow("fifth") << 5 << 10 << 4 << false;
    QTest::newRow("eighth") << 8 << 10 << 32 << false;
    QTest::newRow("ninth is capped") << 9 << 10 << 60 << false;
    QTest::newRow("tenth locks") << 10 << 10 << 1800 << true;
    QTest::newRow("eleventh doubles") << 11 << 10 << 3600 << true;
    QTest::newRow("twelfth doubles") << 12 << 10 << 7200 << true;
    QTest::newRow("at most a day") << 16 << 10 << 86400 << true;
    QTest::newRow("still a day after a million") << 1000000 << 10 << 86400 << true;
    QTest::newRow("strict policy locks at once") << 1 << 1 << 1800 << true;
    QTest::newRow("lock comes before the delay") << 3 << 3 << 1800 << true;
    QTest::newRow("never locks, delay grows on") << 10 << 0 << 128 << false;
    QTest::newRow("never locks, 15 minutes at most") << 1000000 << 0 << 900 << false;
}

void TestLockout::growth()
{
    QFETCH(int, failures);
    QFETCH(int, lockAfter);
    QFETCH(int, seconds);
    QFETCH(bool, locked);
    PasswordPolicy policy;
    policy.lockAfterFailures = lockAfter;
    const auto verdict = lockout(failures, last, policy, last);
    QCOMPARE(verdict.retryAfter, seconds);
    QCOMPARE(verdict.state, seconds == 0 ? LockoutState::Allow
                            : locked     ? LockoutState::LockedUntil
                                         : LockoutState::DelayUntil);
    QCOMPARE(verdict.until, seconds == 0 ? QDateTime() : last.addSecs(seconds));
}

void TestLockout::boundaries_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<qint64>("afterMs");
    QTest::addColumn<int>("retryAfter");
    QTest::newRow("delay, 1 ms to go") << 3 << qint64(999) << 1;
    QTest::newRow("delay, over") << 3 << qint64(1000) << 0;
    QTest::newRow("delay, 1 ms over") << 3 << qint64(1001) << 0;
    QTest::newRow("delay, rounded up") << 5 << qint64(1999) << 3;
    QTest::newRow("lock, 1 ms to go") << 10 << qint64(1799999) << 1;
    QTest::newRow("lock, over") << 10 << qint64(1800000) << 0;
    QTest::newRow("lock, 1 ms over") << 10 << qint64(1800001) << 0;
}

void TestLockout::boundaries()
{
    QFETCH(int, failures);
    QFETCH(qint64, afterMs);
    QFETCH(int, retryAfter);
    const auto verdict = lockout(failures, last, {}, last.addMSecs(afterMs));
    QCOMPARE(verdict.retryAfter, retryAfter);
    QCOMPARE(verdict.state == LockoutState::Allow, retryAfter == 0);
}

void TestLockout::clockWentBack()
{
    const auto verdict = lockout(10, last, {}, last.addDays(-3));
    QCOMPARE(verdict.state, LockoutState::LockedUntil);
    QCOMPARE(verdict.retryAfter, 1800);
}

void TestLockout::noFactsNoWait()
{
    QCOMPARE(lockout(20, QDateTime(), {}, last), LockoutVerdict{});
}

void TestLockout::lockStarts()
{
    const PasswordPolicy policy;
    QVERIFY(!locksAt(9, policy));
    QVERIFY(locksAt(10, policy));
    QVERIFY(locksAt(11, policy));
    PasswordPolicy never;
    never.lockAfterFailures = 0;
    QVERIFY(!locksAt(1000, never));
}

QTEST_GUILESS_MAIN(TestLockout)
#include "tst_lockout.moc"
