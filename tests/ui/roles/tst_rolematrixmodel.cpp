// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roles/rolematrixmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace lw;
using ui::RoleMatrixModel;
using P = Permission;

class TestRoleMatrixModel : public QObject {
    Q_OBJECT

    static RoleMatrixModel::Facts facts()
    {
        RoleMatrixModel::Facts facts;
        facts.roles = shippedRoles();
        facts.roles.append({QStringLiteral("desk"), {P::UsersRead}, false});
        facts.roles.append({QStringLiteral("night_shift"), {P::LogRead}, false});
        facts.held = permissionsOf({QStringLiteral("owner")});
        facts.people.insert(QStringLiteral("desk"), 3);
        return facts;
    }
    static QModelIndex cell(const RoleMatrixModel &model, P permission, const QString &role)
    {
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.permission(row) == permission) return model.index(row, model.columnOf(role));
        return {};
    }

  private Q_SLOTS:
    void showsRolesByPermissions()
    {
        RoleMatrixModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFacts(facts());
        QCOMPARE(model.columnCount(), 9);
        QCOMPARE(model.headerData(model.columnOf(QStringLiteral("desk")), Qt::Horizontal, RoleMatrixModel::PeopleRole)
                     .toInt(),
                 3);
        QVERIFY(cell(model, P::UsersRead, QStringLiteral("desk")).data(RoleMatrixModel::AllowedRole).toBool());
        QVERIFY(!cell(model, P::UsersWrite, QStringLiteral("desk")).data(RoleMatrixModel::AllowedRole).toBool());
        int headings = 0;
        for (int row = 0; row < model.rowCount(); ++row)
            headings += model.headerData(row, Qt::Vertical, RoleMatrixModel::HeadingRole).toBool() ? 1 : 0;
        QCOMPARE(headings, 11);
        QCOMPARE(model.rowCount(), 11 + int(allPermissions().size()));
    }

    void ownRolesChangeAndChangeBack()
    {
        RoleMatrixModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFacts(facts());
        QSignalSpy edited(&model, &RoleMatrixModel::editedChanged);
        const QModelIndex index = cell(model, P::LogRead, QStringLiteral("desk"));
        QVERIFY(model.setData(index, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(model.changedRole(), QStringLiteral("desk"));
        QVERIFY(index.data(RoleMatrixModel::ChangedRole).toBool());
        QCOMPARE(edited.count(), 1);
        QVERIFY(model.setData(index, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(model.changedRole(), QString());
        model.setData(index, Qt::Checked, Qt::CheckStateRole);
        model.discard();
        QCOMPARE(model.edited(), model.saved());
    }

    void whatIsLockedSaysWhy_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<int>("permission");
        QTest::addColumn<QString>("why");
        QTest::newRow("shipped") << QStringLiteral("auditor") << int(P::LogRead) << QStringLiteral("shipped");
        QTest::newRow("not held") << QStringLiteral("desk") << int(P::RolesWrite) << QStringLiteral("yourself");
        QTest::newRow("another is being changed")
            << QStringLiteral("night_shift") << int(P::UsersRead) << QStringLiteral("desk");
    }
    void whatIsLockedSaysWhy()
    {
        RoleMatrixModel model;
        RoleMatrixModel::Facts some = facts();
        some.held = permissionsOf({QStringLiteral("administrator")});
        model.setFacts(some);
        QVERIFY(model.setData(cell(model, P::LogRead, QStringLiteral("desk")), Qt::Checked, Qt::CheckStateRole));
        QFETCH(QString, role);
        QFETCH(int, permission);
        QFETCH(QString, why);
        const QModelIndex index = cell(model, P(permission), role);
        QVERIFY2(index.data(RoleMatrixModel::LockedRole).toString().contains(why),
                 qPrintable(index.data(RoleMatrixModel::LockedRole).toString()));
        QVERIFY(!(model.flags(index) & Qt::ItemIsUserCheckable));
        QVERIFY(!model.setData(index, Qt::Checked, Qt::CheckStateRole));
    }

    void nothingChangesWhileItIsLocked()
    {
        RoleMatrixModel model;
        RoleMatrixModel::Facts some = facts();
        some.locked = QStringLiteral("Sign in first.");
        model.setFacts(some);
        QVERIFY(!model.setData(cell(model, P::LogRead, QStringLiteral("desk")), Qt::Checked, Qt::CheckStateRole));
    }
};

QTEST_MAIN(TestRoleMatrixModel)
#include "tst_rolematrixmodel.moc"
