// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/blocking.h"

#include <QTest>

using namespace lw;
using namespace lw::policy;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

BlockingPolicy three()
{
    BlockingPolicy policy;
    policy.failures = 3;
    policy.windowMinutes = 10;
    policy.blockMinutes = 15;
    policy.mostMinutes = 60;
    return policy;
}

/// Offences so many milliseconds before now, of two names in turn.
std::vector<Offence> offences(std::initializer_list<qint64> msBefore)
{
    std::vector<Offence> list;
    for (const qint64 ms : msBefore)
        list.push_back({now.addMSecs(-ms), list.size() % 2 ? QStringLiteral("ben") : QStringLiteral("anna")});
    return list;
}

BlockedAddress earlier(int nth, qint64 endedSecondsBefore, qint64 lengthSeconds = 900)
{
    BlockedAddress block;
    block.until = now.addSecs(-endedSecondsBefore);
    block.since = block.until.addSecs(-lengthSeconds);
    block.nth = nth;
    return block;
}

}  // namespace

class TestBlocking : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void keys_data();
    void keys();
    void entries_data();
    void entries();
    void lengths_data();
    void lengths();
    void threshold_data();
    void threshold();
    void exemptions();
    void growth_data();
    void growth();
    void anEarlierBlockIsNotCountedTwice();
    void aRunningBlock();
    void clockJumps();
};

void TestBlocking::keys_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *address, const char *key) {
        QTest::newRow(*address ? address : "(empty)") << QString::fromLatin1(address) << QString::fromLatin1(key);
    };
    row("192.0.2.1", "192.0.2.1");
    row("::ffff:192.0.2.1", "192.0.2.1");
    row("2001:db8:0:1::7", "2001:db8:0:1::/64");
    row("2001:db8:0:1:ffff:ffff:ffff:ffff", "2001:db8:0:1::/64");
    row("2001:db8:0:2::", "2001:db8:0:2::/64");
    row("::1", "::/64");
    row("fe80::1%eth0", "fe80::/64");
    row("192.0.2.0/24", "");
    row("pbx.example.com", "");
    row("", "");
}

void TestBlocking::keys()
{
    QFETCH(QString, address);
    QFETCH(QString, key);
    QCOMPARE(blockingKey(address).value_or(QString()), key);
}

void TestBlocking::entries_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *text, const char *key) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(key);
    };
    row("192.0.2.1", "192.0.2.1");
    row("192.0.2.1/32", "192.0.2.1");
    row("192.0.2.0/24", "");
    row("2001:db8::7", "2001:db8::/64");
    row("2001:db8::/64", "2001:db8::/64");
    row("2001:db8::7/64", "2001:db8::/64");
    row("2001:db8::/48", "");
    row("::ffff:192.0.2.1", "192.0.2.1");
    row("nonsense", "");
}

void TestBlocking::entries()
{
    QFETCH(QString, text);
    QFETCH(QString, key);
    QCOMPARE(blockingKeyOfEntry(text).value_or(QString()), key);
}

void TestBlocking::lengths_data()
{
    QTest::addColumn<int>("nth");
    QTest::addColumn<int>("minutes");
    QTest::newRow("never before") << 0 << 15;
    QTest::newRow("first") << 1 << 15;
    QTest::newRow("second") << 2 << 30;
    QTest::newRow("third") << 3 << 60;
    QTest::newRow("fourth is capped") << 4 << 60;
    QTest::newRow("no overflow") << 1'000'000 << 60;
}

void TestBlocking::lengths()
{
    QFETCH(int, nth);
    QFETCH(int, minutes);
    QCOMPARE(blockMinutes(nth, three()), minutes);
    BlockingPolicy odd = three();
    odd.mostMinutes = 50;
    QCOMPARE(blockMinutes(3, odd), 50);
}

void TestBlocking::threshold_data()
{
    QTest::addColumn<QList<qint64>>("msBefore");
    QTest::addColumn<int>("failures");
    QTest::addColumn<bool>("begins");
    constexpr qint64 window = 600'000;
    QTest::newRow("none") << QList<qint64>() << 0 << false;
    QTest::newRow("one too few") << QList<qint64>{0, 1} << 2 << false;
    QTest::newRow("enough") << QList<qint64>{0, 1, 2} << 3 << true;
    QTest::newRow("more than enough") << QList<qint64>{0, 1, 2, 3} << 4 << true;
    QTest::newRow("the oldest just inside") << QList<qint64>{0, 1, window - 1} << 3 << true;
    QTest::newRow("the oldest just outside") << QList<qint64>{0, 1, window} << 2 << false;
    QTest::newRow("in any order") << QList<qint64>{window - 1, 0, 1} << 3 << true;
    QTest::newRow("from the future") << QList<qint64>{0, 1, -1} << 2 << false;
}

void TestBlocking::threshold()
{
    QFETCH(QList<qint64>, msBefore);
    QFETCH(int, failures);
    QFETCH(bool, begins);
    std::vector<Offence> list;
    for (const qint64 ms : msBefore)
        list.push_back({now.addMSecs(-ms), QStringLiteral("anna")});
    const BlockVerdict verdict = blocking(list, three(), std::nullopt, false, now);
    QCOMPARE(verdict.failures, failures);
    QCOMPARE(verdict.state, begins ? BlockState::Begin : BlockState::Open);
    if (!begins) return;
    QCOMPARE(verdict.nth, 1);
    QCOMPARE(verdict.accounts, 1);
    QCOMPARE(verdict.since, now);
    QCOMPARE(verdict.until, now.addSecs(15 * 60));
    QCOMPARE(verdict.retryAfter, 15 * 60);
}

void TestBlocking::exemptions()
{
    const std::vector<Offence> enough = offences({0, 1, 2});
    QCOMPARE(blocking(enough, three(), std::nullopt, false, now).accounts, 2);
    QCOMPARE(blocking(enough, three(), std::nullopt, true, now).state, BlockState::Exempt);
    BlockingPolicy policy = three();
    policy.exemptAllowlist = false;
    QCOMPARE(blocking(enough, policy, std::nullopt, true, now).state, BlockState::Begin);
    policy.enabled = false;
    QCOMPARE(blocking(enough, policy, std::nullopt, false, now).state, BlockState::Open);
}

void TestBlocking::growth_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<qint64>("endedSecondsBefore");
    QTest::addColumn<int>("nth");
    QTest::newRow("right after the first") << 1 << qint64(1) << 2;
    QTest::newRow("at its very end") << 1 << qint64(0) << 2;
    QTest::newRow("just remembered") << 1 << qint64(3599) << 2;
    QTest::newRow("forgotten") << 1 << qint64(3600) << 1;
    QTest::newRow("third") << 2 << qint64(1) << 3;
    QTest::newRow("lifted by hand") << 0 << qint64(1) << 1;
}

void TestBlocking::growth()
{
    QFETCH(int, before);
    QFETCH(qint64, endedSecondsBefore);
    QFETCH(int, nth);
    const BlockVerdict verdict =
        blocking(offences({0, 0, 0}), three(), earlier(before, endedSecondsBefore), false, now);
    QCOMPARE(verdict.state, BlockState::Begin);
    QCOMPARE(verdict.nth, nth);
    QCOMPARE(verdict.until, now.addSecs(60LL * blockMinutes(nth, three())));
}

void TestBlocking::anEarlierBlockIsNotCountedTwice()
{
    // Two of these led to the block that ended a second ago.
    const BlockVerdict verdict = blocking(offences({0, 2000, 3000}), three(), earlier(1, 1), false, now);
    QCOMPARE(verdict.failures, 1);
    QCOMPARE(verdict.state, BlockState::Open);
    QCOMPARE(blocking(offences({0, 500, 1000}), three(), earlier(1, 1), false, now).state, BlockState::Begin);
}

void TestBlocking::aRunningBlock()
{
    BlockedAddress block = earlier(2, -10);
    block.failures = 7;
    const BlockVerdict verdict = blocking(offences({0, 0, 0}), three(), block, true, now);
    QCOMPARE(verdict.state, BlockState::Blocked);
    QCOMPARE(verdict.nth, 2);
    QCOMPARE(verdict.failures, 7);
    QCOMPARE(verdict.until, block.until);
    QCOMPARE(verdict.retryAfter, 10);
    QVERIFY(holds(block, block.until.addMSecs(-1)));
    QVERIFY(!holds(block, block.until));

    block.pinned = true;
    QVERIFY(holds(block, now.addYears(100)));
    QCOMPARE(blocking({}, three(), block, false, now).retryAfter, 0);
    QVERIFY(!blocking({}, three(), block, false, now).until.isValid());
}

void TestBlocking::clockJumps()
{
    BlockedAddress block;
    block.since = now;
    block.until = now.addSecs(900);
    QVERIFY(holds(block, now.addSecs(-900)));   // went back by its length: still, and twice as long at most
    QVERIFY(!holds(block, now.addSecs(-901)));  // further: nobody waits for a clock
    QVERIFY(!holds(block, now.addDays(400)));
}

QTEST_GUILESS_MAIN(TestBlocking)
#include "tst_blocking.moc"
