// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/access.h"
#include "core/util/time.h"

#include <QTest>

using namespace lw;
using namespace lw::policy;

class TestAccess : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void matrix_data();
    void matrix();
    void dutiesComeFirst_data();
    void dutiesComeFirst();
    void rolesAddUp();
    void signIn_data();
    void signIn();
};

void TestAccess::matrix_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("allowed");  // in the order of allPermissions()
    //                                 u.r u.w r.r r.w p.w s.r s.e d.r d.w n.r n.w l.r l.x c.r own g.r g.w m.r m.w ask
    QTest::newRow("owner") << "owner"
                           << "+++++++++++++++++++++++";
    QTest::newRow("administrator") << "administrator"
                                   << "+++-+++++++++++++++++++";
    QTest::newRow("security officer") << "security_officer"
                                      << "+-+-+++++++++++++++-++-";
    QTest::newRow("billing") << "billing"
                             << "+------------+++-++----";
    QTest::newRow("auditor") << "auditor"
                             << "+-+--+-+-+-+++++-+--+--";
    QTest::newRow("switch") << "switch"
                            << "--------------+----+---";
    QTest::newRow("user") << "user"
                          << "--------------+--------";
    QTest::newRow("unknown role") << "superuser"
                                  << "-----------------------";
    QTest::newRow("name in another case") << "Owner"
                                          << "-----------------------";
    QTest::newRow("no role") << ""
                             << "-----------------------";
    QTest::newRow("custom role") << "helpdesk"
                                 << "+-----+----------------";
}

void TestAccess::matrix()
{
    QFETCH(QString, role);
    const QList<Role> custom{{QStringLiteral("helpdesk"), {Permission::UsersRead, Permission::SessionsEnd}, false}};
    const Permissions held = permissionsOf({role}, custom);
    QString allowed;
    for (Permission permission : allPermissions())
        allowed += mayCall(held, permission, {}) == Decision::Allow ? u'+' : u'-';
    QTEST(allowed, "allowed");
    QCOMPARE(mayCall(held, std::nullopt, {}), Decision::Allow);
}

void TestAccess::dutiesComeFirst_data()
{
    QTest::addColumn<bool>("password");
    QTest::addColumn<bool>("mfa");
    QTest::addColumn<bool>("whileExpired");
    QTest::addColumn<bool>("whileMissing");
    QTest::addColumn<int>("holder");
    QTest::addColumn<int>("other");
    const int allow = int(Decision::Allow);
    const int forbidden = int(Decision::Forbidden);
    const int password = int(Decision::PasswordChangeRequired);
    const int mfa = int(Decision::MfaEnrolmentRequired);
    QTest::newRow("no duty") << false << false << false << false << allow << forbidden;
    QTest::newRow("password") << true << false << false << false << password << password;
    QTest::newRow("password, open to it") << true << false << true << false << allow << forbidden;
    QTest::newRow("password, open to the other") << true << false << false << true << password << password;
    QTest::newRow("factor") << false << true << false << false << mfa << mfa;
    QTest::newRow("factor, open to it") << false << true << false << true << allow << forbidden;
    QTest::newRow("factor, open to the other") << false << true << true << false << mfa << mfa;
    QTest::newRow("both: password first") << true << true << false << false << password << password;
    QTest::newRow("both, open to the password") << true << true << true << false << mfa << mfa;
    QTest::newRow("both, open to the factor") << true << true << false << true << password << password;
    QTest::newRow("both, open to both") << true << true << true << true << allow << forbidden;
}

void TestAccess::dutiesComeFirst()
{
    QFETCH(bool, password);
    QFETCH(bool, mfa);
    QFETCH(bool, whileExpired);
    QFETCH(bool, whileMissing);
    QFETCH(int, holder);
    QFETCH(int, other);
    const Permissions owner = permissionsOf({QStringLiteral("owner")});
    for (Permission permission : allPermissions()) {
        QCOMPARE(int(mayCall(owner, permission, {password, mfa}, {whileExpired, whileMissing})), holder);
        QCOMPARE(int(mayCall({}, permission, {password, mfa}, {whileExpired, whileMissing})), other);
    }
    QCOMPARE(int(mayCall({}, std::nullopt, {password, mfa}, {whileExpired, whileMissing})), holder);
}

void TestAccess::rolesAddUp()
{
    const Permissions both = permissionsOf({QStringLiteral("user"), QStringLiteral("billing")});
    QCOMPARE(mayCall(both, Permission::UsersRead, {}), Decision::Allow);
    QCOMPARE(mayCall(both, Permission::LogRead, {}), Decision::Forbidden);
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
