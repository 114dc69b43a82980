// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/access.h"
#include "core/util/time.h"

#include <QTest>

using namespace lw;
using namespace lw::policy;
Q_DECLARE_METATYPE(lw::UserStatus)

class TestAccess : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void matrix_data();
    void matrix();
    void passwordFirst();
    void rolesAddUp();
    void signIn_data();
    void signIn();
};

void TestAccess::matrix_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>(
        "allowed");  // of users.read log.read log.export customer.read password.own, in this order
    QTest::newRow("owner") << "owner"
                           << "+++++";
    QTest::newRow("administrator") << "administrator"
                                   << "+++++";
    QTest::newRow("security officer") << "security_officer"
                                      << "+++++";
    QTest::newRow("billing") << "billing"
                             << "+--++";
    QTest::newRow("auditor") << "auditor"
                             << "+++++";
    QTest::newRow("user") << "user"
                          << "----+";
    QTest::newRow("unknown role") << "superuser"
                                  << "-----";
    QTest::newRow("name in another case") << "Owner"
                                          << "-----";
    QTest::newRow("no role") << ""
                             << "-----";
}

void TestAccess::matrix()
{
    QFETCH(QString, role);
    const Permissions held = permissionsOf({role});
    QString allowed;
    for (Permission permission : allPermissions())
        allowed += mayCall(held, permission, false) == Decision::Allow ? u'+' : u'-';
    QTEST(allowed, "allowed");
    QCOMPARE(mayCall(held, std::nullopt, false), Decision::Allow);
}

void TestAccess::passwordFirst()
{
    const Permissions owner = permissionsOf({QStringLiteral("owner")});
    for (Permission permission : allPermissions()) {
        QCOMPARE(mayCall(owner, permission, true), Decision::PasswordChangeRequired);
        QCOMPARE(mayCall({}, permission, true), Decision::PasswordChangeRequired);
        QCOMPARE(mayCall(owner, permission, true, true), Decision::Allow);
        QCOMPARE(mayCall({}, permission, true, true), Decision::Forbidden);
        QCOMPARE(mayCall({}, permission, false), Decision::Forbidden);
    }
    QCOMPARE(mayCall(owner, std::nullopt, true), Decision::PasswordChangeRequired);
    QCOMPARE(mayCall(owner, std::nullopt, true, true), Decision::Allow);
}

void TestAccess::rolesAddUp()
{
    const Permissions both = permissionsOf({QStringLiteral("user"), QStringLiteral("billing")});
    QCOMPARE(mayCall(both, Permission::UsersRead, false), Decision::Allow);
    QCOMPARE(mayCall(both, Permission::LogRead, false), Decision::Forbidden);
}

void TestAccess::signIn_data()
{
    QTest::addColumn<UserStatus>("status");
    QTest::addColumn<QString>("lockedUntil");
    QTest::addColumn<int>("expected");
    // now is 2026-06-01T00:00:00.000Z
    QTest::newRow("active") << UserStatus::Active << "" << int(SignIn::Allow);
    QTest::newRow("active with an old lock") << UserStatus::Active << "2027-01-01T00:00:00Z" << int(SignIn::Allow);
    QTest::newRow("disabled") << UserStatus::Disabled << "" << int(SignIn::Disabled);
    QTest::newRow("locked, 1 ms to go") << UserStatus::Locked << "2026-06-01T00:00:00.001Z" << int(SignIn::Locked);
    QTest::newRow("locked, over now") << UserStatus::Locked << "2026-06-01T00:00:00.000Z" << int(SignIn::Allow);
    QTest::newRow("locked, 1 ms over") << UserStatus::Locked << "2026-05-31T23:59:59.999Z" << int(SignIn::Allow);
    QTest::newRow("locked without an end") << UserStatus::Locked << "" << int(SignIn::Locked);
}

void TestAccess::signIn()
{
    QFETCH(UserStatus, status);
    QFETCH(QString, lockedUntil);
    User user;
    user.status = status;
    user.lockedUntil = fromRfc3339(lockedUntil);
    QTEST(int(maySignIn(user, fromRfc3339(u"2026-06-01T00:00:00Z"))), "expected");
}

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
