// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/peoplelist.h"

#include <QTest>

using namespace lw;
using namespace lw::people;
using policy::PasswordState;

class TestPeopleList : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void verdicts_data()
    {
        QTest::addColumn<int>("ageDays");  // -1: never set
        QTest::addColumn<PasswordState>("state");
        QTest::newRow("new") << 0 << PasswordState::Fresh;
        QTest::newRow("75 days") << 75 << PasswordState::Fresh;
        QTest::newRow("80 days") << 80 << PasswordState::DueSoon;
        QTest::newRow("89 days") << 89 << PasswordState::Due;
        QTest::newRow("91 days") << 91 << PasswordState::Overdue;
        QTest::newRow("never") << -1 << PasswordState::NeverSet;
    }

    void verdicts()
    {
        QFETCH(int, ageDays);
        QFETCH(PasswordState, state);
        User user = person(QStringLiteral("a"));
        user.passwordChangedAt = ageDays < 0 ? QDateTime() : m_now.addDays(-ageDays);
        const PeopleList list = judgePeople({user}, m_customer, m_now);
        QCOMPARE(list.rows.constFirst().password.state, state);
        QCOMPARE(list.rows.constFirst().standards.size(), size_t(3));
        QCOMPARE(list.asOf, m_now);
    }

    void summaryCountsEachOnce()
    {
        QList<User> users;
        for (const int age : {1, 2, 80, 89, 91, 100, 101})
            users.append(aged(age));
        User never = person(QStringLiteral("never"));
        never.passwordChangedAt = QDateTime();
        users.append(never);
        User exempt = aged(200);
        exempt.exemption = RotationExemption{QStringLiteral("parental leave"), m_now.addDays(5)};
        users.append(exempt);
        User locked = aged(3);
        locked.status = UserStatus::Locked;
        users.append(locked);
        User gone = aged(500);
        gone.status = UserStatus::Disabled;
        users.append(gone);
        const PeopleSummary summary = judgePeople(users, m_customer, m_now).summary;
        QCOMPARE(summary.total, 11);
        QCOMPARE(summary.disabled, 1);
        QCOMPARE(summary.locked, 1);
        QCOMPARE(summary.active, 9);
        QCOMPARE(summary.fresh, 3);
        QCOMPARE(summary.dueSoon, 1);
        QCOMPARE(summary.due, 1);
        QCOMPARE(summary.overdue, 3);
        QCOMPARE(summary.exempt, 1);
        QCOMPARE(summary.neverSet, 1);
        QCOMPARE(summary.fresh + summary.dueSoon + summary.due + summary.overdue + summary.exempt + summary.neverSet +
                     summary.notRotated,
                 summary.total - summary.disabled);
    }

    void noRotation()
    {
        Customer customer = m_customer;
        customer.passwordPolicy.maxAgeDays = 0;
        QCOMPARE(judgePeople({aged(1000)}, customer, m_now).summary.notRotated, 1);
    }

    void idle_data()
    {
        QTest::addColumn<int>("loginDaysAgo");  // -1: never
        QTest::addColumn<int>("createdDaysAgo");
        QTest::addColumn<int>("idle");
        QTest::newRow("yesterday") << 1 << 400 << 0;
        QTest::newRow("89 days") << 89 << 400 << 0;
        QTest::newRow("90 days") << 90 << 400 << 1;
        QTest::newRow("never, new") << -1 << 10 << 0;
        QTest::newRow("never, old") << -1 << 90 << 1;
    }

    void idle()
    {
        QFETCH(int, loginDaysAgo);
        QFETCH(int, createdDaysAgo);
        QFETCH(int, idle);
        User user = aged(1);
        user.createdAt = m_now.addDays(-createdDaysAgo);
        user.lastLoginAt = loginDaysAgo < 0 ? QDateTime() : m_now.addDays(-loginDaysAgo);
        QCOMPARE(judgePeople({user}, m_customer, m_now).summary.idle90Days, idle);
        user.status = UserStatus::Disabled;
        QCOMPARE(judgePeople({user}, m_customer, m_now).summary.idle90Days, 0);
    }

    void secondFactor()
    {
        User with = aged(1);
        with.mfa = MfaKind::Totp;
        QCOMPARE(judgePeople({with, aged(1)}, m_customer, m_now).summary.noSecondFactor, 1);
    }

    void requiredSecondFactor()
    {
        Customer customer = m_customer;
        customer.mfaRequiredRoles = {QStringLiteral("owner")};
        User owner = aged(1);
        owner.roles = {QStringLiteral("user"), QStringLiteral("owner")};
        User with = owner;
        with.mfa = MfaKind::Totp;
        User gone = owner;
        gone.status = UserStatus::Disabled;
        const PeopleList list = judgePeople({owner, with, gone, aged(2)}, customer, m_now);
        QCOMPARE(list.summary.secondFactorMissing, 1);
        QCOMPARE(std::count_if(list.rows.cbegin(), list.rows.cend(),
                               [](const PersonRow &row) { return row.secondFactorMissing; }),
                 1);
    }

    void ownRolesAndDevices()
    {
        User user = person(QStringLiteral("ann"));
        user.roles = {QStringLiteral("user"), QStringLiteral("netops"), QStringLiteral("unknown")};
        const QList<Role> own{{QStringLiteral("netops"), {Permission::NetworkWrite}, false}};
        Device first;
        first.id = QStringLiteral("dev_1");
        first.userId = user.id;
        Device other = first;
        other.userId = QStringLiteral("usr_other");
        const PeopleList list = judgePeople({user}, m_customer, m_now, own, {first, other});
        QCOMPARE(list.rows.constFirst().permissions, (Permissions{Permission::OwnPassword, Permission::NetworkWrite}));
        QCOMPARE(list.rows.constFirst().devices, QList<Device>{first});
        QCOMPARE(list.roles.size(), shippedRoles().size() + 1);
        QCOMPARE(list.roles.constLast(), own.constFirst());
    }

    void idlePeopleTheLongestFirst()
    {
        QList<User> users;
        for (const int days : {100, 400, 1, 90}) {
            User user = person(QStringLiteral("p%1").arg(days));
            user.lastLoginAt = m_now.addDays(-days);
            users.append(user);
        }
        User never = person(QStringLiteral("never"));  // made 300 days ago
        never.lastLoginAt = QDateTime();
        User gone = users.constFirst();
        gone.status = UserStatus::Disabled;
        QStringList logins;
        for (const PersonRow &row : idlePeople(judgePeople(users + QList<User>{never, gone}, m_customer, m_now)))
            logins.append(row.user.login);
        QCOMPARE(logins, (QStringList{QStringLiteral("p400"), QStringLiteral("never"), QStringLiteral("p100"),
                                      QStringLiteral("p90")}));
    }

    void orderIsByLogin()
    {
        const PeopleList list = judgePeople(
            {person(QStringLiteral("carla")), person(QStringLiteral("Ann")), person(QStringLiteral("bruno"))},
            m_customer, m_now);
        QCOMPARE(list.rows[0].user.login, QStringLiteral("Ann"));
        QCOMPARE(list.rows[2].user.login, QStringLiteral("carla"));
    }

    void nobody() { QVERIFY(judgePeople({}, m_customer, m_now).summary == PeopleSummary()); }

  private:
    User person(const QString &login) const
    {
        User user;
        user.id = QStringLiteral("usr_") + login;
        user.login = login;
        user.createdAt = m_now.addDays(-300);
        user.passwordChangedAt = m_now.addDays(-10);
        user.lastLoginAt = m_now.addDays(-1);
        return user;
    }

    User aged(int days) const
    {
        User user = person(QStringLiteral("p%1").arg(days));
        user.passwordChangedAt = m_now.addDays(-days);
        return user;
    }

    const QDateTime m_now = QDateTime(QDate(2026, 11, 22), QTime(14, 0), Qt::UTC);
    Customer m_customer;
};

QTEST_GUILESS_MAIN(TestPeopleList)
#include "tst_peoplelist.moc"
