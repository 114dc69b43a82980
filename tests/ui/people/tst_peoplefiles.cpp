// SPDX-License-Identifier: GPL-3.0-or-later
// Import, devices and rules on the page People.
#include "tests/ui/people/adminpage.h"
#include "ui/common/timetext.h"
#include "ui/people/devicesection.h"
#include "ui/people/importmodel.h"
#include "ui/people/rulestext.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QSpinBox>

using namespace lw;
using test::AdminPage;

class TestPeopleFiles : public QObject {
    Q_OBJECT
    SecretMemory m_secretMemory;

    static QString write(AdminPage &on, const QByteArray &text)
    {
        const QString path = on.profile.path(QStringLiteral("in.csv"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) file.write(text);
        return path;
    }
    static QAbstractItemModel *lines(QDialog *dialog)
    {
        return dialog->findChild<QTableView *>(QStringLiteral("importTable"))->model();
    }

  private Q_SLOTS:
    void initTestCase() { test::installEnglish(); }

    void deviceSecretsTellSinceWhenTheyAreOverdue()
    {
        Device device;
        device.id = QStringLiteral("dev_1");
        device.secretChangedAt = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
        PasswordPolicy policy;
        policy.spreadDays = 0;
        policy.deviceMaxAgeDays = 90;
        const QDateTime due = device.secretChangedAt.addDays(90);
        QVERIFY(!ui::deviceSecretWords(device, policy, due.addSecs(-1)).contains(QStringLiteral("overdue")));
        const QString words = ui::deviceSecretWords(device, policy, due);
        QVERIFY2(words.contains(QStringLiteral("secret overdue since ") + ui::dayText(due.date())), qPrintable(words));
        policy.deviceMaxAgeDays = 0;
        QVERIFY(!ui::deviceSecretWords(device, policy, due).contains(QStringLiteral("overdue")));
    }

    void oneBadLineKeepsEverythingBack()
    {
        AdminPage on;
        QVERIFY2(on.isReady(), qPrintable(on.profile.problem()));
        on.answers.path = write(on, "login,email\nnew.one,a@b.example\nbad.one,nowhere\n");
        on.click("peopleImport");
        QDialog *dialog = on.dialog("importDialog");
        QVERIFY(dialog);
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("importChoose")), Qt::LeftButton);
        QTRY_COMPARE(lines(dialog)->rowCount(), 2);
        QAbstractItemModelTester tester(lines(dialog), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(lines(dialog)->index(0, ui::ImportModel::Line).data().toString(), QStringLiteral("3"));
        QCOMPARE(lines(dialog)->index(0, ui::ImportModel::Action).data().toString(), QStringLiteral("refused"));
        QVERIFY(AdminPage::label(dialog, "importSummary").contains(QStringLiteral("1 line is refused")));
        QVERIFY(!AdminPage::submit(dialog)->isEnabled());
        dialog->close();
        const auto guard = on.profile.admin().lock();
        QCOMPARE(on.profile.admin().done.filter(QStringLiteral("apply")), QStringList());
    }

    void appliesHandsOverPasswordsAndUndoes()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        on.answers.path = write(on, "login\nnew.one\nnew.two\n");
        on.click("peopleImport");
        QDialog *dialog = on.dialog("importDialog");
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("importChoose")), Qt::LeftButton);
        QTRY_VERIFY(AdminPage::submit(dialog)->isEnabled());
        QTest::mouseClick(AdminPage::submit(dialog), Qt::LeftButton);
        auto *save = dialog->findChild<QPushButton *>(QStringLiteral("importSavePasswords"));
        QTRY_VERIFY(save->isVisible());
        on.answers.path = on.profile.path(QStringLiteral("secret.csv"));
        QTest::mouseClick(save, Qt::LeftButton);
        QFile file(on.answers.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("login,oneTimePassword\r\nnew.one,fern-tide-2\r\nnew.two,fern-tide-3\r\n"));
#ifdef Q_OS_UNIX
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
#endif
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("importUndo")), Qt::LeftButton);
        QTRY_VERIFY(on.notices.contains(QStringLiteral("The import is undone.")));
        QVERIFY(AdminPage::label(dialog, "importSummary").contains(QStringLiteral("disabled")));
        dialog->close();
        QTRY_VERIFY(!on.find<QDialog>("importDialog"));
    }

    void closingWithoutThePasswordsAsks()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        on.answers.path = write(on, "login\nnew.one\n");
        on.click("peopleImport");
        QDialog *dialog = on.dialog("importDialog");
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("importChoose")), Qt::LeftButton);
        QTRY_VERIFY(AdminPage::submit(dialog)->isEnabled());
        QTest::mouseClick(AdminPage::submit(dialog), Qt::LeftButton);
        QTRY_VERIFY(dialog->findChild<QPushButton *>(QStringLiteral("importUndo"))->isVisible());
        on.answers.asked.clear();
        on.answers.agree = false;
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(dialog->isVisible());
        QVERIFY(on.answers.asked.value(0).contains(QStringLiteral("cannot sign in without")));
        on.answers.agree = true;
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!on.find<QDialog>("importDialog"));
    }

    void aLockWaitsForNoAnswer()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        on.answers.path = write(on, "login\nnew.one\n");
        on.click("peopleImport");
        QDialog *dialog = on.dialog("importDialog");
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("importChoose")), Qt::LeftButton);
        QTRY_VERIFY(AdminPage::submit(dialog)->isEnabled());
        QTest::mouseClick(AdminPage::submit(dialog), Qt::LeftButton);
        QTRY_VERIFY(dialog->findChild<QPushButton *>(QStringLiteral("importUndo"))->isVisible());
        on.answers.asked.clear();
        dialog->close();  // as the window does before it locks
        QCOMPARE(on.answers.asked, QStringList());
        QTRY_VERIFY(!on.find<QDialog>("importDialog"));
    }

    void devicesComeAndGo()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        QVERIFY(on.choose("Ann Lee"));
        QTRY_VERIFY(on.detailText().contains(QStringLiteral("never with the person's password")));
        on.click("deviceAdd");
        QDialog *dialog = on.dialog("deviceDialog");
        QVERIFY(dialog);
        AdminPage::type(dialog, "deviceLabel", QStringLiteral("Desk phone"));
        QTest::keyClick(dialog->findChild<QLineEdit *>(QStringLiteral("deviceLabel")), Qt::Key_Return);
        QDialog *secret = on.dialog("oneTimeSecret");
        QVERIFY(secret);
        QCOMPARE(AdminPage::label(secret, "oneTimeSecretText"), QStringLiteral("s3cr3t-of-a-phone-0001"));
        secret->close();
        QTRY_VERIFY(on.page->isReady() && on.detailText().contains(QStringLiteral("acme-901")));
        QTRY_VERIFY(on.detailText().contains(QStringLiteral("never registered")));
        on.click("deviceRevoke_acme-901");
        QVERIFY(on.answers.asked.last().contains(QStringLiteral("cannot register any more")));
        QTRY_VERIFY2(on.detailText().contains(QStringLiteral("revoked")), qPrintable(on.detailText()));
    }

    void aSyncLosesNoSecretOfADevice()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        QVERIFY(on.choose("Ann Lee"));
        on.click("deviceAdd");
        QDialog *dialog = on.dialog("deviceDialog");
        QVERIFY(dialog);
        on.page->refresh();
        QTRY_VERIFY(on.page->isReady());
        AdminPage::type(dialog, "deviceLabel", QStringLiteral("Desk phone"));
        QTest::mouseClick(AdminPage::submit(dialog), Qt::LeftButton);
        on.page->refresh();
        QVERIFY(on.dialog("oneTimeSecret"));
    }

    void rulesTellWhatTheyFailAndWhomTheyMeet()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        QVERIFY(on.pick("peopleMore", "peopleRules"));
        QDialog *dialog = on.dialog("rulesDialog");
        QVERIFY(dialog);
        QVERIFY(!AdminPage::submit(dialog)->isEnabled());
        dialog->findChild<QSpinBox *>(QStringLiteral("ruleLength"))->setValue(8);
        const QString length = AdminPage::label(dialog, "ruleLengthSays");
        QVERIFY2(length.contains(QStringLiteral("PCI DSS 8.3.6 asks for at least 12")), qPrintable(length));
        QVERIFY(length.contains(QStringLiteral("NIST")));
        QVERIFY(AdminPage::label(dialog, "rulesConflict").contains(QStringLiteral("Both cannot be met")));
        dialog->findChild<QSpinBox *>(QStringLiteral("ruleAge"))->setValue(60);
        dialog->findChild<QCheckBox *>(QStringLiteral("ruleMfa_user"))->click();
        const QString effect = AdminPage::label(dialog, "rulesEffect");
        QVERIFY2(effect.contains(QStringLiteral("1 more password is overdue at once: Bruno Moreau")),
                 qPrintable(effect));
        QVERIFY2(effect.contains(QStringLiteral("4 people can do nothing but set up a second factor")),
                 qPrintable(effect));
        AdminPage::type(dialog, "ruleWarnings", QStringLiteral("14, soon"));
        QVERIFY(!AdminPage::submit(dialog)->isEnabled());
        AdminPage::type(dialog, "ruleWarnings", QStringLiteral("7, 14"));
        QVERIFY(AdminPage::submit(dialog)->isEnabled());
        QTest::mouseClick(AdminPage::submit(dialog), Qt::LeftButton);
        QTRY_VERIFY(on.notices.contains(QStringLiteral("The rules are saved.")));
        const auto guard = on.profile.admin().lock();
        QCOMPARE(on.profile.admin().backend.customer.passwordPolicy.warningDays, (QList<int>{14, 7}));
        QCOMPARE(on.profile.admin().backend.customer.passwordPolicy.minLength, 8);
        QCOMPARE(on.profile.admin().backend.customer.mfaRequiredRoles, QStringList(QStringLiteral("user")));
    }

    void rulesOfTwoAdministratorsMeet()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        QVERIFY(on.pick("peopleMore", "peopleRules"));
        QDialog *dialog = on.dialog("rulesDialog");
        dialog->findChild<QSpinBox *>(QStringLiteral("ruleLength"))->setValue(15);
        {
            const auto guard = on.profile.admin().lock();
            on.profile.admin().staleOnce = true;
            on.profile.admin().meanwhile = [](test::AdminBackend &admin) {
                admin.backend.customer.passwordPolicy.history = 10;
            };
        }
        QTest::mouseClick(AdminPage::submit(dialog), Qt::LeftButton);
        QDialog *conflict = on.dialog("conflictDialog");
        QVERIFY(conflict);
        QTest::mouseClick(AdminPage::submit(conflict), Qt::LeftButton);
        QTRY_VERIFY(on.notices.contains(QStringLiteral("The rules are saved.")));
        const auto guard = on.profile.admin().lock();
        QCOMPARE(on.profile.admin().backend.customer.passwordPolicy.minLength, 15);
        QCOMPARE(on.profile.admin().backend.customer.passwordPolicy.history, 10);
    }

    void whoMayNotChangeRulesSeesThem()
    {
        AdminPage on(QStringLiteral("auditor"));
        QVERIFY(on.isReady());
        QVERIFY(on.pick("peopleMore", "peopleRules"));
        QDialog *dialog = on.dialog("rulesDialog");
        QVERIFY(dialog);
        QVERIFY(!AdminPage::submit(dialog)->isVisible());
        QVERIFY(!dialog->findChild<QSpinBox *>(QStringLiteral("ruleLength"))->isEnabled());
        dialog->close();
    }

    void warningDays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        QTest::addColumn<QList<int>>("days");
        QTest::newRow("usual") << QStringLiteral("14, 7, 3, 1") << true << QList<int>{14, 7, 3, 1};
        QTest::newRow("any order, twice") << QStringLiteral("3,14,3") << true << QList<int>{14, 3};
        QTest::newRow("none") << QString() << true << QList<int>();
        QTest::newRow("zero") << QStringLiteral("0") << false << QList<int>();
        QTest::newRow("words") << QStringLiteral("soon") << false << QList<int>();
        QTest::newRow("nine") << QStringLiteral("1,2,3,4,5,6,7,8,9") << false << QList<int>();
    }
    void warningDays()
    {
        QFETCH(QString, text);
        QFETCH(bool, fits);
        QFETCH(QList<int>, days);
        const auto parsed = ui::warningDaysFrom(text);
        QCOMPARE(parsed.has_value(), fits);
        if (parsed) QCOMPARE(*parsed, days);
    }
};

QTEST_MAIN(TestPeopleFiles)
#include "tst_peoplefiles.moc"
