// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/passwordage.h"
#include "core/util/time.h"

#include <QTest>

using namespace lw;
using namespace lw::policy;

class TestPasswordAge : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void states_data();
    void states();
    void neverSet_data();
    void neverSet();
    void exemptions_data();
    void exemptions();
    void warnings_data();
    void warnings();
    void calendar_data();
    void calendar();
    void flagOnThePerson();
    void zoneOfTheInputsDoesNotMatter();
    void names();
};

namespace {

User changedAt(const char *instant)
{
    User user;
    user.createdAt = fromRfc3339(u"2020-01-01T00:00:00Z");
    user.passwordChangedAt = fromRfc3339(QString::fromLatin1(instant));
    return user;
}

QString name(PasswordState state)
{
    return QString(passwordStateName(state));
}

}  // namespace

void TestPasswordAge::states_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<int>("maxAge");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("age");
    QTest::addColumn<int>("left");
    QTest::addColumn<bool>("mustChange");
    // changed at 2026-01-01T12:00:00.000Z; 90 days later is 2026-04-01T12:00:00.000Z
    QTest::newRow("at the change") << "2026-01-01T12:00:00.000Z" << 90 << "fresh" << 0 << 90 << false;
    QTest::newRow("1 ms later") << "2026-01-01T12:00:00.001Z" << 90 << "fresh" << 0 << 90 << false;
    QTest::newRow("1 ms before a day") << "2026-01-02T11:59:59.999Z" << 90 << "fresh" << 0 << 90 << false;
    QTest::newRow("a day") << "2026-01-02T12:00:00.000Z" << 90 << "fresh" << 1 << 89 << false;
    QTest::newRow("1 ms before the first warning") << "2026-03-18T11:59:59.999Z" << 90 << "fresh" << 75 << 15 << false;
    QTest::newRow("at the first warning") << "2026-03-18T12:00:00.000Z" << 90 << "due_soon" << 76 << 14 << false;
    QTest::newRow("1 ms after the first warning")
        << "2026-03-18T12:00:00.001Z" << 90 << "due_soon" << 76 << 14 << false;
    QTest::newRow("1 ms before the last day") << "2026-03-31T11:59:59.999Z" << 90 << "due_soon" << 88 << 2 << false;
    QTest::newRow("the last day begins") << "2026-03-31T12:00:00.000Z" << 90 << "due" << 89 << 1 << false;
    QTest::newRow("1 ms before due") << "2026-04-01T11:59:59.999Z" << 90 << "due" << 89 << 1 << false;
    QTest::newRow("at the due instant") << "2026-04-01T12:00:00.000Z" << 90 << "overdue" << 90 << 0 << true;
    QTest::newRow("1 ms after due") << "2026-04-01T12:00:00.001Z" << 90 << "overdue" << 90 << 0 << true;
    QTest::newRow("1 ms before a day over") << "2026-04-02T11:59:59.999Z" << 90 << "overdue" << 90 << 0 << true;
    QTest::newRow("a day over") << "2026-04-02T12:00:00.000Z" << 90 << "overdue" << 91 << -1 << true;
    QTest::newRow("twice as old as allowed") << "2026-06-30T12:00:00.000Z" << 90 << "overdue" << 180 << -90 << true;
    QTest::newRow("clock went back") << "2025-12-30T12:00:00.000Z" << 90 << "fresh" << 0 << 92 << false;
    QTest::newRow("clock went back 1 ms") << "2026-01-01T11:59:59.999Z" << 90 << "fresh" << 0 << 91 << false;
    QTest::newRow("no rotation") << "2030-01-01T12:00:00.000Z" << 0 << "not_rotated" << 1461 << 0 << false;
    QTest::newRow("negative age is no rotation")
        << "2026-01-02T12:00:00.000Z" << -5 << "not_rotated" << 1 << 0 << false;
    QTest::newRow("one day policy, at once") << "2026-01-01T12:00:00.000Z" << 1 << "due" << 0 << 1 << false;
    QTest::newRow("one day policy, over") << "2026-01-02T12:00:00.000Z" << 1 << "overdue" << 1 << 0 << true;
    QTest::newRow("ten year policy") << "2026-01-02T12:00:00.000Z" << 3650 << "fresh" << 1 << 3649 << false;
}

void TestPasswordAge::states()
{
    QFETCH(QString, now);
    QFETCH(int, maxAge);
    PasswordPolicy policy;
    policy.maxAgeDays = maxAge;
    const auto verdict = passwordAge(changedAt("2026-01-01T12:00:00.000Z"), policy, fromRfc3339(now));
    QTEST(name(verdict.state), "state");
    QTEST(verdict.ageDays, "age");
    QTEST(verdict.daysLeft, "left");
    QTEST(verdict.mustChange, "mustChange");
    QCOMPARE(verdict.dueAt.isValid(), maxAge > 0);
}

void TestPasswordAge::neverSet_data()
{
    QTest::addColumn<int>("maxAge");
    QTest::addColumn<bool>("exempt");
    QTest::addColumn<QString>("now");
    QTest::addColumn<int>("left");
    QTest::newRow("rotated") << 90 << false << "2026-01-11T00:00:00Z" << -10;
    QTest::newRow("not rotated all the same") << 0 << false << "2026-01-11T00:00:00Z" << -10;
    QTest::newRow("an exemption does not help") << 90 << true << "2026-01-11T00:00:00Z" << -10;
    QTest::newRow("created in the future") << 90 << false << "2025-12-01T00:00:00Z" << 0;
}

void TestPasswordAge::neverSet()
{
    QFETCH(int, maxAge);
    QFETCH(bool, exempt);
    QFETCH(QString, now);
    User user;
    user.createdAt = fromRfc3339(u"2026-01-01T00:00:00Z");
    if (exempt)
        user.exemption = RotationExemption{QStringLiteral("service desk"), fromRfc3339(u"2027-01-01T00:00:00Z")};
    PasswordPolicy policy;
    policy.maxAgeDays = maxAge;
    const auto verdict = passwordAge(user, policy, fromRfc3339(now));
    QCOMPARE(name(verdict.state), QStringLiteral("never_set"));
    QCOMPARE(verdict.ageDays, -1);
    QCOMPARE(verdict.dueAt, user.createdAt);
    QTEST(verdict.daysLeft, "left");
    QVERIFY(verdict.mustChange);
}

void TestPasswordAge::exemptions_data()
{
    QTest::addColumn<QString>("until");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("dueAt");
    QTest::addColumn<bool>("mustChange");
    // changed 2026-01-01T00:00Z, due 2026-04-01T00:00Z
    const char *due = "2026-04-01T00:00:00.000Z";
    const char *may = "2026-05-01T00:00:00.000Z";
    QTest::newRow("runs past the due date") << may << "2026-04-15T00:00:00Z"
                                            << "exempt" << may << false;
    QTest::newRow("1 ms before its end") << may << "2026-04-30T23:59:59.999Z"
                                         << "exempt" << may << false;
    QTest::newRow("at its end") << may << "2026-05-01T00:00:00.000Z"
                                << "overdue" << due << true;
    QTest::newRow("1 ms after its end") << may << "2026-05-01T00:00:00.001Z"
                                        << "overdue" << due << true;
    QTest::newRow("ends before the due date") << "2026-02-01T00:00:00Z"
                                              << "2026-01-15T00:00:00Z"
                                              << "exempt" << due << false;
    QTest::newRow("over before the due date") << "2026-02-01T00:00:00Z"
                                              << "2026-02-01T00:00:00Z"
                                              << "fresh" << due << false;
    QTest::newRow("without an end is none") << ""
                                            << "2026-04-15T00:00:00Z"
                                            << "overdue" << due << true;
}

void TestPasswordAge::exemptions()
{
    QFETCH(QString, until);
    QFETCH(QString, now);
    User user = changedAt("2026-01-01T00:00:00.000Z");
    user.exemption = RotationExemption{QStringLiteral("crew at sea"), fromRfc3339(until)};
    const auto verdict = passwordAge(user, {}, fromRfc3339(now));
    QTEST(name(verdict.state), "state");
    QTEST(toRfc3339(verdict.dueAt), "dueAt");
    QTEST(verdict.mustChange, "mustChange");
}

void TestPasswordAge::warnings_data()
{
    QTest::addColumn<QList<int>>("days");
    QTest::addColumn<QString>("now");
    QTest::addColumn<int>("level");
    QTest::addColumn<QString>("state");
    const QList<int> shipped{14, 7, 3, 1};
    // changed 2026-01-01T00:00Z, due 2026-04-01T00:00Z
    QTest::newRow("none yet") << shipped << "2026-03-17T23:59:59.999Z" << 0 << "fresh";
    QTest::newRow("14") << shipped << "2026-03-18T00:00:00.000Z" << 14 << "due_soon";
    QTest::newRow("still 14") << shipped << "2026-03-24T23:59:59.999Z" << 14 << "due_soon";
    QTest::newRow("7") << shipped << "2026-03-25T00:00:00.000Z" << 7 << "due_soon";
    QTest::newRow("still 7") << shipped << "2026-03-28T23:59:59.999Z" << 7 << "due_soon";
    QTest::newRow("3") << shipped << "2026-03-29T00:00:00.000Z" << 3 << "due_soon";
    QTest::newRow("still 3") << shipped << "2026-03-30T23:59:59.999Z" << 3 << "due_soon";
    QTest::newRow("1") << shipped << "2026-03-31T00:00:00.000Z" << 1 << "due";
    QTest::newRow("order does not matter") << QList<int>{1, 14, 3, 7} << "2026-03-25T00:00:00.000Z" << 7 << "due_soon";
    QTest::newRow("no warnings: fresh to the last day") << QList<int>{} << "2026-03-30T23:59:59.999Z" << 0 << "fresh";
    QTest::newRow("no warnings: due all the same") << QList<int>{} << "2026-03-31T00:00:00.000Z" << 0 << "due";
    QTest::newRow("zero and negative days mean nothing")
        << QList<int>{0, -3} << "2026-03-31T12:00:00.000Z" << 0 << "due";
}

void TestPasswordAge::warnings()
{
    QFETCH(QList<int>, days);
    QFETCH(QString, now);
    PasswordPolicy policy;
    policy.warningDays = days;
    const auto verdict = passwordAge(changedAt("2026-01-01T00:00:00.000Z"), policy, fromRfc3339(now));
    QTEST(verdict.warningLevel, "level");
    QTEST(name(verdict.state), "state");
}

void TestPasswordAge::calendar_data()
{
    QTest::addColumn<QString>("changed");
    QTest::addColumn<QString>("due");
    QTest::newRow("leap year") << "2028-01-15T08:00:00.000Z"
                               << "2028-04-14T08:00:00.000Z";
    QTest::newRow("common year") << "2027-01-15T08:00:00.000Z"
                                 << "2027-04-15T08:00:00.000Z";
    QTest::newRow("on 29 February") << "2028-02-29T00:00:00.000Z"
                                    << "2028-05-29T00:00:00.000Z";
    QTest::newRow("2100 is no leap year") << "2100-01-15T08:00:00.000Z"
                                          << "2100-04-15T08:00:00.000Z";
    QTest::newRow("2000 was one") << "2000-01-15T08:00:00.000Z"
                                  << "2000-04-14T08:00:00.000Z";
    QTest::newRow("over new year") << "2026-12-01T23:59:59.999Z"
                                   << "2027-03-01T23:59:59.999Z";
    QTest::newRow("over the spring change of clocks") << "2026-03-28T12:00:00.000Z"
                                                      << "2026-06-26T12:00:00.000Z";
    QTest::newRow("over the autumn change of clocks") << "2026-10-24T12:00:00.000Z"
                                                      << "2027-01-22T12:00:00.000Z";
}

void TestPasswordAge::calendar()
{
    QFETCH(QString, changed);
    QFETCH(QString, due);
    const User user = changedAt(changed.toLatin1().constData());
    const QDateTime dueAt = fromRfc3339(due);
    QCOMPARE(toRfc3339(passwordAge(user, {}, user.passwordChangedAt).dueAt), due);
    QCOMPARE(name(passwordAge(user, {}, dueAt.addMSecs(-1)).state), QStringLiteral("due"));
    QCOMPARE(name(passwordAge(user, {}, dueAt).state), QStringLiteral("overdue"));
}

void TestPasswordAge::flagOnThePerson()
{
    User user = changedAt("2026-01-01T00:00:00.000Z");
    user.mustChangePassword = true;
    const auto verdict = passwordAge(user, {}, fromRfc3339(u"2026-01-02T00:00:00Z"));
    QCOMPARE(name(verdict.state), QStringLiteral("fresh"));
    QVERIFY(verdict.mustChange);
}

void TestPasswordAge::zoneOfTheInputsDoesNotMatter()
{
    User user = changedAt("2026-01-01T00:00:00.000Z");
    const QDateTime now = fromRfc3339(u"2026-03-31T12:34:56.789Z");
    const auto expected = passwordAge(user, {}, now);
    user.passwordChangedAt = user.passwordChangedAt.toOffsetFromUtc(-5 * 3600);
    const auto verdict = passwordAge(user, {}, now.toOffsetFromUtc(14 * 3600));
    QCOMPARE(verdict, expected);
    QCOMPARE(verdict.dueAt.timeSpec(), Qt::UTC);
}

void TestPasswordAge::names()
{
    for (const char *text : {"fresh", "due_soon", "due", "overdue", "exempt", "never_set", "not_rotated"}) {
        const auto state = passwordStateFromName(QString::fromLatin1(text));
        QVERIFY(state);
        QCOMPARE(name(*state), QString::fromLatin1(text));
    }
    QVERIFY(!passwordStateFromName(u"Fresh"));
    QVERIFY(!passwordStateFromName(u""));
}

QTEST_GUILESS_MAIN(TestPasswordAge)
#include "tst_passwordage.moc"
