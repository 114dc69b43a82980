// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/openprofile.h"
#include "ui/common/permissiongroups.h"
#include "ui/roles/roletext.h"

#include <QTest>

using namespace lw;
using P = Permission;

class TestRoleText : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { test::installEnglish(); }

    void everyFaultHasARemedy()
    {
        using policy::RoleFault;
        for (const RoleFault fault :
             {RoleFault::NameEmpty, RoleFault::NameTooLong, RoleFault::NameCharacters, RoleFault::NameShipped,
              RoleFault::NameTaken, RoleFault::NoPermission, RoleFault::TooMany})
            QVERIFY(ui::roleFaultWords(fault).endsWith(QLatin1Char('.')));
    }

    void peopleWithTheSameEffectShareALine()
    {
        const QList<User> users = test::OpenProfile::samplePeople();
        const QList<policy::RoleEffect> effects{{users[0].id, users[0].login, {P::LogExport}, {}},
                                                {users[1].id, users[1].login, {P::LogExport}, {}},
                                                {users[2].id, users[2].login, {}, {P::LogRead}}};
        const QStringList lines = ui::roleEffectLines(effects, users);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0], QStringLiteral("2 people gain: take logs and reports away (Ann Lee, Bruno Moreau)."));
        QCOMPARE(lines[1], QStringLiteral("1 person loses: read the audit log (Daniel Costa)."));
        QVERIFY(ui::roleEffectLines({}, users).isEmpty());
    }

    void gainAndLossOfTheSamePeopleStandTogether()
    {
        const QList<User> users = test::OpenProfile::samplePeople();
        const QStringList lines =
            ui::roleEffectLines({{users[0].id, users[0].login, {P::LogExport}, {P::LogRead}}}, users);
        QCOMPARE(lines, QStringList(QStringLiteral(
                            "1 person gains: take logs and reports away, and loses: read the audit log (Ann Lee).")));
    }

    void disabledPeopleHoldNothing()
    {
        QList<User> users = test::OpenProfile::samplePeople();
        QCOMPARE(ui::holdersOf(QStringLiteral("user"), users), 4);
        users[0].status = UserStatus::Disabled;
        QCOMPARE(ui::holdersOf(QStringLiteral("user"), users), 3);
    }

    void permissionsReadAsText()
    {
        const auto &all = allPermissions();
        const Permissions every(all.begin(), all.end());
        QCOMPARE(ui::permissionsText(every), QStringLiteral("Everything"));
        QCOMPARE(ui::permissionsText(every - Permissions{P::RolesWrite}),
                 QStringLiteral("Everything but: make and change roles"));
        QCOMPARE(ui::permissionsText({P::LogRead, P::UsersRead}),
                 QStringLiteral("See people and their devices; read the audit log"));
        QCOMPARE(ui::permissionsText({}), QStringLiteral("Nothing"));
    }

    void groupsHoldEveryPermissionOnce()
    {
        QList<Permission> found;
        for (const ui::PermissionGroup &group : ui::permissionGroups())
            found += group.permissions;
        QCOMPARE(found.size(), qsizetype(allPermissions().size()));
        QCOMPARE(QSet<Permission>(found.begin(), found.end()).size(), found.size());
    }
};

QTEST_MAIN(TestRoleText)
#include "tst_roletext.moc"
