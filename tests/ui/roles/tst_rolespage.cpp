// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/uichecks.h"
#include "tests/ui/support/onlineprofile.h"
#include "tests/ui/support/preparedanswers.h"
#include "ui/roles/rolematrixmodel.h"
#include "ui/roles/rolematrixview.h"
#include "ui/roles/rolespage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace lw;
using P = Permission;

class TestRolesPage : public QObject {
    Q_OBJECT
    SecretMemory m_secretMemory;
    std::unique_ptr<test::OnlineProfile> m_profile;
    test::PreparedAnswers m_answers;
    std::unique_ptr<ui::RolesPage> m_page;

    void open(const QString &asRole = QStringLiteral("owner"))
    {
        m_page.reset();
        m_profile = std::make_unique<test::OnlineProfile>(asRole);
        QVERIFY2(m_profile->isReady(), qPrintable(m_profile->problem()));
        {
            const auto guard = m_profile->admin().lock();
            m_profile->admin().roles.append({QStringLiteral("desk"), {P::UsersRead, P::OwnPassword}, false});
            m_profile->admin().person(test::OpenProfile::samplePeople()[0].id)->roles = {QStringLiteral("desk")};
            m_profile->admin().person(test::OpenProfile::samplePeople()[1].id)->roles = {QStringLiteral("desk")};
        }
        QSignalSpy synced(&m_profile->session(), &session::ConsoleSession::syncFinished);
        m_profile->session().startSync();
        QTRY_COMPARE(synced.count(), 1);
        m_answers = {};
        m_page = std::make_unique<ui::RolesPage>(ui::PageContext{m_profile->session(), m_answers, m_profile->clock()});
        connect(&m_profile->session(), &session::ConsoleSession::cacheChanged, m_page.get(), &ui::Page::refresh);
        m_page->resize(1080, 740);
        m_page->show();
        m_page->refresh();
        QTRY_VERIFY(m_page->isReady() && model()->columnCount() == 8);
    }
    ui::RoleMatrixView *matrix() { return m_page->findChild<ui::RoleMatrixView *>(QStringLiteral("roleMatrix")); }
    ui::RoleMatrixModel *model() { return static_cast<ui::RoleMatrixModel *>(matrix()->model()); }
    QModelIndex cell(P permission, const char *role)
    {
        for (int row = 0; row < model()->rowCount(); ++row)
            if (model()->permission(row) == permission)
                return model()->index(row, model()->columnOf(QLatin1String(role)));
        return {};
    }
    void click(P permission, const char *role)
    {
        const QModelIndex index = cell(permission, role);
        matrix()->scrollTo(index);
        QTest::mouseClick(matrix()->viewport(), Qt::LeftButton, {}, matrix()->visualRect(index).center());
    }
    template <typename T>
    T *find(const char *name)
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }
    Role kept(const char *name)
    {
        const auto guard = m_profile->admin().lock();
        for (const Role &role : m_profile->admin().roles)
            if (role.name == QLatin1String(name)) return role;
        return {};
    }

  private Q_SLOTS:
    void initTestCase() { test::installEnglish(); }
    void cleanup() { m_page.reset(); }

    void clicksChangeAnOwnRoleAndTellTheEffectFirst()
    {
        open();
        QVERIFY(!find<QWidget>("roleChangeBar")->isVisible());
        click(P::LogExport, "desk");
        QVERIFY(find<QWidget>("roleChangeBar")->isVisible());
        QCOMPARE(find<QLabel>("roleEffect")->text(),
                 QStringLiteral("2 people gain: take logs and reports away (Ann Lee, Bruno Moreau)."));
        QVERIFY(!kept("desk").permissions.contains(P::LogExport));
        QTest::mouseClick(find<QPushButton>("roleSave"), Qt::LeftButton);
        QTRY_VERIFY(kept("desk").permissions.contains(P::LogExport));
        QTRY_VERIFY(m_page->isReady() && !find<QWidget>("roleChangeBar")->isVisible());
    }

    void spaceChangesTheCurrentCellAndDiscardTakesItBack()
    {
        open();
        matrix()->setFocus();
        matrix()->setCurrentIndex(cell(P::LogRead, "desk"));
        QTest::keyClick(matrix(), Qt::Key_Space);
        QCOMPARE(model()->changedRole(), QStringLiteral("desk"));
        QTest::keyClick(matrix(), Qt::Key_Down);
        QCOMPARE(model()->permission(matrix()->currentIndex().row()), std::optional(P::LogExport));
        // The heading between two groups is stepped over.
        QTest::keyClick(matrix(), Qt::Key_Down);
        QCOMPARE(model()->permission(matrix()->currentIndex().row()), std::optional(P::OwnPassword));
        QTest::mouseClick(find<QPushButton>("roleDiscard"), Qt::LeftButton);
        QCOMPARE(model()->changedRole(), QString());
        QVERIFY(!cell(P::LogRead, "desk").data(ui::RoleMatrixModel::AllowedRole).toBool());
    }

    void shippedRolesStay()
    {
        open();
        click(P::LogRead, "billing");
        QCOMPARE(model()->changedRole(), QString());
        QVERIFY(!find<QWidget>("roleChangeBar")->isVisible());
        QVERIFY(!find<QPushButton>("roleRemove"));
    }

    void emptyRolesCannotBeSaved()
    {
        open();
        click(P::UsersRead, "desk");
        click(P::OwnPassword, "desk");
        QVERIFY(find<QLabel>("roleEffect")->text().contains(QStringLiteral("at least one")));
        QVERIFY(!find<QPushButton>("roleSave")->isEnabled());
    }

    void somebodyElseChangedItMeanwhile()
    {
        open();
        click(P::LogExport, "desk");
        {
            const auto guard = m_profile->admin().lock();
            m_profile->admin().staleOnce = true;
            m_profile->admin().meanwhile = [](test::AdminBackend &admin) {
                admin.roles.last().permissions.insert(P::CustomerRead);
            };
        }
        QTest::mouseClick(find<QPushButton>("roleSave"), Qt::LeftButton);
        QTRY_VERIFY(find<QDialog>("conflictDialog"));
        // One side each changed one thing: both are chosen already.
        QTRY_VERIFY(find<QPushButton>("conflictDialogSubmit")->isEnabled());
        QVERIFY(find<QRadioButton>("conflictMine_log.export")->isChecked());
        QVERIFY(find<QRadioButton>("conflictTheirs_customer.read")->isChecked());
        QTest::mouseClick(find<QPushButton>("conflictDialogSubmit"), Qt::LeftButton);
        QTRY_VERIFY(kept("desk").permissions.contains(P::LogExport));
        QVERIFY(kept("desk").permissions.contains(P::CustomerRead));
    }

    void aRoleIsMadeLikeAnother()
    {
        open();
        QTest::mouseClick(find<QPushButton>("roleMake"), Qt::LeftButton);
        auto *dialog = find<QDialog>("roleDialog");
        QVERIFY(dialog);
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("roleName"));
        QTest::keyClicks(name, QStringLiteral("adm1nistrator"));
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("roleNameError"))
                    ->text()
                    .contains(QStringLiteral("looks like one")));
        auto *make = dialog->findChild<QPushButton *>(QStringLiteral("roleDialogSubmit"));
        QVERIFY(!make->isEnabled());
        name->clear();
        QTest::keyClicks(name, QStringLiteral("night_shift"));
        QVERIFY(!make->isEnabled());
        auto *like = dialog->findChild<QComboBox *>(QStringLiteral("roleLike"));
        like->setCurrentIndex(like->findData(QStringLiteral("auditor")));
        QVERIFY(make->isEnabled());
        QVERIFY(dialog->findChild<QCheckBox *>(QStringLiteral("permission_log.read"))->isChecked());
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(kept("night_shift").permissions, permissionsOf({QStringLiteral("auditor")}));
        QTRY_COMPARE(model()->columnCount(), 9);
    }

    void removalTellsWhoLosesWhat()
    {
        open();
        matrix()->chooseColumn(model()->columnOf(QStringLiteral("desk")));
        QTest::mouseClick(find<QPushButton>("roleRemove"), Qt::LeftButton);
        QVERIFY2(m_answers.asked.value(0).contains(QStringLiteral("2 people have it now")),
                 qPrintable(m_answers.asked.join(QLatin1Char('|'))));
        QVERIFY(m_answers.asked.value(0).contains(QStringLiteral("2 people lose")));
        QTRY_COMPARE(kept("desk").name, QString());
    }

    void whoMayOnlyLookChangesNothing()
    {
        open(QStringLiteral("auditor"));
        QVERIFY(!find<QPushButton>("roleMake")->isEnabled());
        QVERIFY(find<QPushButton>("roleMake")->toolTip().contains(QStringLiteral("do not change roles")));
        click(P::LogExport, "desk");
        QCOMPARE(model()->changedRole(), QString());
    }

    void offlineTheyAreShownAndStay()
    {
        open();
        m_profile->session().signOut();
        QTRY_VERIFY(!find<QPushButton>("roleMake")->isEnabled());
        QTRY_VERIFY(m_page->isReady());
        QCOMPARE(model()->columnCount(), 8);
        QTRY_VERIFY(find<QLabel>("rolesSummary")->text().contains(QStringLiteral("As of")));
        click(P::LogExport, "desk");
        QCOMPARE(model()->changedRole(), QString());
    }

    void inputsAreNamedAndFit()
    {
        open();
        QCOMPARE(test::inputsWithoutName(m_page.get()), QStringList());
        QCOMPARE(test::inputsWithoutObjectName(m_page.get()), QStringList());
        QCOMPARE(test::cutWidgets(m_page.get()), QStringList());
    }
};

QTEST_MAIN(TestRolesPage)
#include "tst_rolespage.moc"
