// SPDX-License-Identifier: GPL-3.0-or-later
// Names and numbers of the domain are stored in leaves and caches: a change of one breaks what was written before.
#include "core/domain/event.h"
#include "core/domain/role.h"
#include "core/domain/user.h"

#include <QTest>

using namespace lw;

class TestDomain : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void kinds_data();
    void kinds();
    void kindsAreComplete();
    void otherNames();
    void unknownNames_data();
    void unknownNames();
    void shippedRoles_data();
    void shippedRoles();
    void permissionsAddUp();
    void customRolesCount();
};

void TestDomain::kinds_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("login");
    const auto row = [](int number, const char *name, bool login) {
        QTest::newRow(name) << number << QString::fromLatin1(name) << login;
    };
    row(1, "login.succeeded", true);
    row(2, "login.failed", true);
    row(3, "login.refused", true);
    row(4, "logout", true);
    row(5, "session.expired", true);
    row(6, "account.locked", true);
    row(7, "account.unlocked", true);
    row(8, "mfa.succeeded", true);
    row(9, "mfa.failed", true);
    row(10, "password.changed", true);
    row(11, "password.change_failed", true);
    row(12, "access.revoked", true);
    row(13, "call.rejected", true);
    row(14, "connection.probe", true);
    row(15, "log.viewed", false);
    row(16, "report.exported", false);
    row(17, "log.imported", false);
    row(18, "user.created", false);
    row(19, "user.changed", false);
    row(20, "customer.created", false);
    row(21, "access.denied", false);
    row(22, "mfa.enrolled", false);
    row(23, "mfa.removed", true);
    row(24, "mfa.recovery_code_used", true);
    row(25, "session.revoked", true);
    row(26, "password.reset", true);
    row(27, "password.expired", true);
    row(28, "role.created", false);
    row(29, "role.changed", false);
    row(30, "role.removed", false);
    row(31, "policy.changed", false);
    row(32, "people.imported", false);
    row(33, "device.created", false);
    row(34, "device.changed", false);
    row(35, "device.revoked", false);
    row(36, "device.registered", true);
    row(37, "device.refused", true);
    row(38, "departure.opened", false);
    row(39, "departure.withdrawn", false);
    row(40, "revocation.proved", false);
    row(41, "network.changed", false);
    row(42, "network.confirmed", false);
    row(43, "network.reverted", false);
    row(44, "address.blocked", true);
    row(45, "address.unblocked", true);
    row(46, "notice.sent", false);
    row(47, "call.refused", false);
    row(48, "numbers.changed", false);
    row(49, "guard.changed", false);
    row(50, "rates.changed", false);
    row(51, "spend.changed", false);
    row(52, "spend.raised", false);
    row(53, "spend.level_reached", false);
    row(54, "spend.reset", false);
    row(55, "retention.changed", false);
    row(56, "hold.placed", false);
    row(57, "hold.released", false);
    row(58, "data.purged", false);
    row(59, "data.exported", false);
    row(60, "person.erased", false);
}

void TestDomain::kinds()
{
    QFETCH(int, number);
    QFETCH(QString, name);
    QFETCH(bool, login);
    const auto kind = static_cast<EventKind>(number);
    QCOMPARE(QString(kindName(kind)), name);
    QCOMPARE(kindFromName(name), std::optional(kind));
    QCOMPARE(isLoginKind(kind), login);
}

void TestDomain::kindsAreComplete()
{
    QSet<int> numbers;
    for (EventKind kind : allEventKinds())
        numbers.insert(static_cast<int>(kind));
    QCOMPARE(numbers.size(), 60);
    QVERIFY(kindName(static_cast<EventKind>(0)).isEmpty());
    QVERIFY(kindName(static_cast<EventKind>(200)).isEmpty());
    QVERIFY(!isLoginKind(static_cast<EventKind>(200)));
}

void TestDomain::otherNames()
{
    for (Outcome outcome : {Outcome::Success, Outcome::Failure})
        QCOMPARE(outcomeFromName(QString(outcomeName(outcome))), std::optional(outcome));
    for (ActorType type : {ActorType::User, ActorType::Device, ActorType::System, ActorType::Unknown})
        QCOMPARE(actorTypeFromName(QString(actorTypeName(type))), std::optional(type));
    for (UserStatus status : {UserStatus::Active, UserStatus::Disabled, UserStatus::Locked})
        QCOMPARE(userStatusFromName(QString(userStatusName(status))), std::optional(status));
    for (MfaKind kind : {MfaKind::None, MfaKind::Totp})
        QCOMPARE(mfaKindFromName(QString(mfaKindName(kind))), std::optional(kind));
    for (Permission permission : allPermissions())
        QCOMPARE(permissionFromName(QString(permissionName(permission))), std::optional(permission));
    QCOMPARE(static_cast<int>(Outcome::Success), 1);
    QCOMPARE(static_cast<int>(ActorType::Unknown), 4);
}

void TestDomain::unknownNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("capitals") << QStringLiteral("Login.Failed");
    QTest::newRow("space") << QStringLiteral("login.failed ");
    QTest::newRow("part") << QStringLiteral("login");
    QTest::newRow("other") << QStringLiteral("reboot");
}

void TestDomain::unknownNames()
{
    QFETCH(QString, name);
    QVERIFY(!kindFromName(name));
    QVERIFY(!outcomeFromName(name));
    QVERIFY(!actorTypeFromName(name));
    QVERIFY(!userStatusFromName(name));
    QVERIFY(!mfaKindFromName(name));
    QVERIFY(!permissionFromName(name));
}

void TestDomain::shippedRoles_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<bool>("log");
    QTest::addColumn<bool>("people");
    QTest::newRow("owner") << QStringLiteral("owner") << true << true;
    QTest::newRow("administrator") << QStringLiteral("administrator") << true << true;
    QTest::newRow("security officer") << QStringLiteral("security_officer") << true << true;
    QTest::newRow("billing") << QStringLiteral("billing") << false << true;
    QTest::newRow("auditor") << QStringLiteral("auditor") << true << true;
    QTest::newRow("user") << QStringLiteral("user") << false << false;
    QTest::newRow("unknown") << QStringLiteral("wizard") << false << false;
}

void TestDomain::shippedRoles()
{
    QFETCH(QString, role);
    QFETCH(bool, log);
    QFETCH(bool, people);
    const Permissions permissions = permissionsOf({role});
    QCOMPARE(permissions.contains(Permission::LogRead), log);
    QCOMPARE(permissions.contains(Permission::LogExport), log);
    QCOMPARE(permissions.contains(Permission::UsersRead), people);
    QCOMPARE(permissions.contains(Permission::OwnPassword), role != QStringLiteral("wizard"));
}

void TestDomain::permissionsAddUp()
{
    QVERIFY(permissionsOf({}).isEmpty());
    const Permissions both = permissionsOf({QStringLiteral("user"), QStringLiteral("billing")});
    QCOMPARE(both, permissionsOf({QStringLiteral("billing")}));
    QCOMPARE(permissionsOf({QStringLiteral("owner"), QStringLiteral("owner")}).size(),
             static_cast<qsizetype>(allPermissions().size()));
}

void TestDomain::customRolesCount()
{
    const QList<Role> custom{{QStringLiteral("helpdesk"), {Permission::UsersRead, Permission::SessionsEnd}, false},
                             {QStringLiteral("night"), {Permission::LogRead}, false}};
    QVERIFY(permissionsOf({QStringLiteral("helpdesk")}).isEmpty());
    QCOMPARE(permissionsOf({QStringLiteral("helpdesk")}, custom), custom[0].permissions);
    QCOMPARE(permissionsOf({QStringLiteral("user"), QStringLiteral("night")}, custom),
             (Permissions{Permission::OwnPassword, Permission::LogRead}));
    for (const Role &role : lw::shippedRoles())
        QVERIFY(role.shipped);
}

QTEST_GUILESS_MAIN(TestDomain)
#include "tst_domain.moc"
