// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/people/adminpage.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDateEdit>
#include <QFile>
#include <QGuiApplication>
#include <QRadioButton>
#include <QSpinBox>

using namespace lw;
using test::AdminPage;

class TestPeopleActs : public QObject {
    Q_OBJECT
    SecretMemory m_secretMemory;

  private Q_SLOTS:
    void initTestCase() { test::installEnglish(); }

    void addsAPersonAndShowsThePasswordOnce()
    {
        AdminPage on;
        QVERIFY2(on.isReady(), qPrintable(on.profile.problem()));
        on.click("peopleAdd");
        QDialog *dialog = on.dialog("personDialog");
        QVERIFY(dialog);
        QVERIFY(!AdminPage::submit(dialog)->isEnabled());
        AdminPage::type(dialog, "personName", QStringLiteral("Mia Fischer"));
        AdminPage::type(dialog, "personLogin", QStringLiteral("ann.lee"));
        QVERIFY2(!AdminPage::label(dialog, "personLoginError").isEmpty(),
                 "a taken login name is refused while it is typed");
        QVERIFY(!AdminPage::submit(dialog)->isEnabled());
        AdminPage::type(dialog, "personLogin", QStringLiteral("mia.fischer"));
        QCOMPARE(AdminPage::label(dialog, "personLoginError"), QString());
        AdminPage::type(dialog, "personEmail", QStringLiteral("mia"));
        QVERIFY(!AdminPage::label(dialog, "personEmailError").isEmpty());
        AdminPage::type(dialog, "personEmail", QStringLiteral("mia@acme.example"));
        dialog->findChild<QCheckBox *>(QStringLiteral("role_billing"))->click();
        QVERIFY(AdminPage::submit(dialog)->isEnabled());
        QTest::keyClick(dialog->findChild<QLineEdit *>(QStringLiteral("personEmail")), Qt::Key_Return);
        QDialog *secret = on.dialog("oneTimeSecret");
        QVERIFY(secret);
        QCOMPARE(AdminPage::label(secret, "oneTimeSecretText"), QStringLiteral("lake-orbit-47-plum"));
        QTest::mouseClick(secret->findChild<QPushButton *>(QStringLiteral("oneTimeSecretCopy")), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("lake-orbit-47-plum"));
        QTest::mouseClick(secret->findChild<QPushButton *>(QStringLiteral("oneTimeSecretCancel")), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
        QCOMPARE(on.kept("mia.fischer").roles, (QStringList{QStringLiteral("billing"), QStringLiteral("user")}));
        QVERIFY(on.notices.contains(QStringLiteral("Mia Fischer is added.")));
        QTRY_COMPARE(on.table()->model()->rowCount(), 7);
    }

    void changesAPerson()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        QVERIFY(on.choose("Bruno Moreau"));
        on.click("personEdit");
        QDialog *dialog = on.dialog("personDialog");
        QVERIFY(dialog);
        QVERIFY(!AdminPage::submit(dialog)->isEnabled());
        AdminPage::type(dialog, "personDepartment", QStringLiteral("Support"));
        dialog->findChild<QCheckBox *>(QStringLiteral("role_auditor"))->click();
        QVERIFY2(AdminPage::label(dialog, "personEffect").startsWith(QStringLiteral("Gains: see people")),
                 qPrintable(AdminPage::label(dialog, "personEffect")));
        QTest::mouseClick(AdminPage::submit(dialog), Qt::LeftButton);
        QTRY_COMPARE(on.kept("bruno.moreau").department, QStringLiteral("Support"));
        QVERIFY(on.kept("bruno.moreau").roles.contains(QStringLiteral("auditor")));
    }

    void twoAdministratorsMeet()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        QVERIFY(on.choose("Bruno Moreau"));
        on.click("personEdit");
        QDialog *dialog = on.dialog("personDialog");
        QVERIFY(dialog);
        AdminPage::type(dialog, "personDepartment", QStringLiteral("Support"));
        {
            const auto guard = on.profile.admin().lock();
            on.profile.admin().staleOnce = true;
            on.profile.admin().meanwhile = [](test::AdminBackend &admin) {
                admin.person(test::OpenProfile::samplePeople()[1].id)->department = QStringLiteral("Finance");
            };
        }
        QTest::mouseClick(AdminPage::submit(dialog), Qt::LeftButton);
        QDialog *conflict = on.dialog("conflictDialog");
        QVERIFY(conflict);
        // Both changed the same field: nobody chooses for the person.
        QVERIFY(!AdminPage::submit(conflict)->isEnabled());
        conflict->findChild<QRadioButton *>(QStringLiteral("conflictMine_department"))->click();
        QTest::mouseClick(AdminPage::submit(conflict), Qt::LeftButton);
        QTRY_COMPARE(on.kept("bruno.moreau").department, QStringLiteral("Support"));
        QTRY_VERIFY(!on.find<QDialog>("personDialog"));
    }

    void theLastOwnerKeepsTheRole()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        QVERIFY(on.choose("Sami Haddad"));
        QVERIFY(!on.find<QPushButton>("personDisable")->isEnabled());
        on.click("personEdit");
        QDialog *dialog = on.dialog("personDialog");
        QVERIFY(dialog);
        QVERIFY(!dialog->findChild<QCheckBox *>(QStringLiteral("role_owner"))->isEnabled());
        dialog->reject();
    }

    void nobodyGivesWhatHeDoesNotHold()
    {
        AdminPage on(QStringLiteral("administrator"));
        QVERIFY(on.isReady());
        on.click("peopleAdd");
        QDialog *dialog = on.dialog("personDialog");
        QVERIFY(dialog);
        auto *owner = dialog->findChild<QCheckBox *>(QStringLiteral("role_owner"));
        QVERIFY(!owner->isEnabled());
        QVERIFY(owner->accessibleDescription().contains(QStringLiteral("yourself")));
        QVERIFY(dialog->findChild<QCheckBox *>(QStringLiteral("role_auditor"))->isEnabled());
        dialog->reject();
    }

    void disablesAndEnables()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        QVERIFY(on.choose("Ann Lee"));
        on.answers.agree = false;
        on.click("personDisable");
        QVERIFY2(on.answers.asked.value(0).startsWith(QStringLiteral("1 account is disabled at once")),
                 qPrintable(on.answers.asked.value(0)));
        QCOMPARE(on.kept("ann.lee").status, UserStatus::Active);
        on.answers.agree = true;
        on.click("personDisable");
        QTRY_COMPARE(on.kept("ann.lee").status, UserStatus::Disabled);
        QTRY_VERIFY(on.page->isReady() && on.find<QPushButton>("personEnable"));
        on.click("personEnable");
        QTRY_COMPARE(on.kept("ann.lee").status, UserStatus::Active);
    }

    void manyAtOnce()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        on.table()->setFocus();
        QTest::keyClick(on.table(), Qt::Key_A, Qt::ControlModifier);
        QTRY_VERIFY2(on.detailText().contains(QStringLiteral("6 people chosen")), qPrintable(on.detailText()));
        on.click("peopleDisable");
        QVERIFY2(on.answers.asked.value(0).contains(QStringLiteral("5 accounts are disabled")),
                 qPrintable(on.answers.asked.value(0)));
        QVERIFY(on.answers.asked.value(0).contains(QStringLiteral("1 stays as it is")));
        QTRY_COMPARE(on.kept("eva.varga").status, UserStatus::Disabled);
        QCOMPARE(on.kept("sami.haddad").status, UserStatus::Active);
    }

    void aSyncKeepsWhatWasChosen()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        on.table()->selectionModel()->select(
            QItemSelection(on.table()->model()->index(1, 0), on.table()->model()->index(2, 0)),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QTRY_VERIFY(on.detailText().contains(QStringLiteral("2 people chosen")));
        on.page->refresh();
        QTRY_VERIFY(on.page->isReady());
        QCOMPARE(on.table()->selectionModel()->selectedRows().size(), 2);
        QTRY_VERIFY(on.detailText().contains(QStringLiteral("2 people chosen")));
    }

    void expiryIsToldInNumbersAndSpread()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        on.table()->setFocus();
        QTest::keyClick(on.table(), Qt::Key_A, Qt::ControlModifier);
        QTRY_VERIFY(on.find<QPushButton>("peopleExpire"));
        on.click("peopleExpire");
        QDialog *dialog = on.dialog("expiryDialog");
        QVERIFY(dialog);
        QVERIFY2(AdminPage::label(dialog, "expiryEffect").startsWith(QStringLiteral("6 people can do nothing but")),
                 qPrintable(AdminPage::label(dialog, "expiryEffect")));
        QVERIFY(AdminPage::label(dialog, "expiryEffect").contains(QStringLiteral("1 of them is exempt")));
        dialog->findChild<QSpinBox *>(QStringLiteral("expiryDays"))->setValue(3);
        QVERIFY2(AdminPage::label(dialog, "expiryEffect")
                     .contains(QStringLiteral("6 passwords are due from 23 Nov to 25 Nov 2026 (UTC), at most 2 a day")),
                 qPrintable(AdminPage::label(dialog, "expiryEffect")));
        QTest::mouseClick(AdminPage::submit(dialog), Qt::LeftButton);
        QTRY_VERIFY(on.notices.contains(QStringLiteral("6 passwords are made due.")));
        const auto guard = on.profile.admin().lock();
        const auto sent = protocol::userSelectionFromJson(on.profile.admin().lastBody);
        QVERIFY(sent);
        QCOMPARE(sent->spreadDays, 3);
        QCOMPARE(sent->userIds.size(), 6);
    }

    void passwordAndSecondFactorAreReset()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        QVERIFY(on.choose("Daniel Costa"));
        QVERIFY(on.pick("personMore", "personResetPassword"));
        QDialog *secret = on.dialog("oneTimeSecret");
        QVERIFY(secret);
        QCOMPARE(AdminPage::label(secret, "oneTimeSecretText"), QStringLiteral("moss-ferry-12-kite"));
        secret->close();
        QTRY_VERIFY(!on.find<QDialog>("oneTimeSecret"));
        QVERIFY(on.choose("Daniel Costa"));
        QVERIFY(on.pick("personMore", "personResetMfa"));
        QTRY_COMPARE(on.kept("daniel.costa").mfa, MfaKind::None);
    }

    void ownAccountIsNotResetHere()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        QVERIFY(on.choose("Sami Haddad"));
        QVERIFY(!on.pick("personMore", "personResetPassword"));
    }

    void exemptsWithReasonAndEnd()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        QVERIFY(on.choose("Ann Lee"));
        QVERIFY(on.pick("personMore", "personExempt"));
        QDialog *dialog = on.dialog("exemptionDialog");
        QVERIFY(dialog);
        QVERIFY(!AdminPage::submit(dialog)->isEnabled());
        AdminPage::type(dialog, "exemptionReason", QStringLiteral("At sea without a network"));
        dialog->findChild<QDateEdit *>(QStringLiteral("exemptionUntil"))->setDate(QDate(2026, 12, 24));
        QTest::mouseClick(AdminPage::submit(dialog), Qt::LeftButton);
        QTRY_VERIFY(on.kept("ann.lee").exemption.has_value());
        QCOMPARE(on.kept("ann.lee").exemption->until, QDateTime(QDate(2026, 12, 24), QTime(0, 0), Qt::UTC));
        QTRY_VERIFY(!on.find<QDialog>("exemptionDialog"));
        QVERIFY(on.choose("Ann Lee"));
        QVERIFY(on.pick("personMore", "personExempt"));
        dialog = on.dialog("exemptionDialog");
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("exemptionEnd")), Qt::LeftButton);
        QTRY_VERIFY(!on.kept("ann.lee").exemption.has_value());
    }

    void exportsTheFilteredList()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        on.page->open(QStringLiteral("department:sales"));
        QTRY_COMPARE(on.table()->model()->rowCount(), 2);
        on.answers.path = on.profile.path(QStringLiteral("people.csv"));
        QVERIFY(on.pick("peopleMore", "peopleExportImportable"));
        QTRY_COMPARE(on.notices.size(), 1);
        QFile file(on.answers.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("login,name,department,email,roles,status\r\n"
                                            "ann.lee,Ann Lee,Sales,,user,active\r\n"
                                            "bruno.moreau,Bruno Moreau,Sales,,user,active\r\n"));
        QVERIFY2(on.notices.value(0).startsWith(QStringLiteral("2 people written")), qPrintable(on.notices.value(0)));
    }

    void whoMayOnlyLookChangesNothing()
    {
        AdminPage on(QStringLiteral("auditor"));
        QVERIFY(on.isReady());
        for (const char *name : {"peopleAdd", "peopleImport", "personEdit", "personMore"})
            QVERIFY2(!on.find<QPushButton>(name)->isEnabled(), name);
        QVERIFY(on.find<QPushButton>("peopleAdd")->toolTip().contains(QStringLiteral("do not change people")));
    }

    void offlineSaysWhyNot()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        on.profile.session().signOut();
        QTRY_VERIFY(!on.find<QPushButton>("peopleAdd")->isEnabled());
        QVERIFY(on.find<QPushButton>("peopleAdd")->toolTip().contains(QStringLiteral("Sign in")));
        QTRY_VERIFY(!on.find<QPushButton>("personEdit")->isEnabled());
        QCOMPARE(on.table()->model()->rowCount(), 6);
    }

    void inputsAreNamedAndFit()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        QCOMPARE(test::inputsWithoutName(on.page.get()), QStringList());
        QCOMPARE(test::inputsWithoutObjectName(on.page.get()), QStringList());
        QCOMPARE(test::cutWidgets(on.page.get()), QStringList());
        on.click("peopleAdd");
        QDialog *dialog = on.dialog("personDialog");
        QCOMPARE(test::inputsWithoutName(dialog), QStringList());
        QCOMPARE(test::inputsOutOfReach(dialog), QStringList());
        dialog->reject();
    }
};

QTEST_MAIN(TestPeopleActs)
#include "tst_peopleacts.moc"
