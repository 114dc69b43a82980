// SPDX-License-Identifier: GPL-3.0-or-later
// One's own password and second factor.
#include "tests/ui/common/uichecks.h"
#include "tests/ui/connect/fakeconnect.h"
#include "ui/common/qrcode.h"
#include "ui/connect/ownpassworddialog.h"
#include "ui/connect/secondfactordialog.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lw;
using namespace lw::ui;

class TestOwnAccount final : public QObject {
    Q_OBJECT
    const SecretMemory m_memory;  // outlives every secret
    lw::test::FakeConnect m_service;
    lw::test::FakeDialogs m_dialogs;
    std::unique_ptr<QDialog> m_dialog;

    template <typename T>
    T *find(const char *name)
    {
        return m_dialog->findChild<T *>(QLatin1String(name));
    }
    void type(const char *name, const QString &text)
    {
        find<QLineEdit>(name)->clear();
        QTest::keyClicks(find<QLineEdit>(name), text);
    }
    void click(const char *name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void openPassword()
    {
        PasswordPolicy policy;
        policy.minLength = 14;
        m_dialog = std::make_unique<OwnPasswordDialog>(m_service, policy,
                                                       QStringList{QStringLiteral("ann.lee"), QStringLiteral("Acme")});
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    SecondFactorDialog *openFactor(const OwnFactor &factor)
    {
        auto made = std::make_unique<SecondFactorDialog>(m_service, m_dialogs, factor);
        SecondFactorDialog *dialog = made.get();
        m_dialog = std::move(made);
        m_dialog->open();
        return QTest::qWaitForWindowExposed(dialog) ? dialog : nullptr;
    }

  private Q_SLOTS:
    void init()
    {
        m_service.changeAnswer = {};
        m_service.confirmAnswers = {lw::test::FakeConnect::codes()};
        m_service.enrolAnswers = {lw::test::FakeConnect::enrolment()};
        m_service.endMfaAnswers = {Result<void>()};
        m_dialogs.asked.clear();
        m_dialogs.answer = true;
    }
    void cleanup() { m_dialog.reset(); }

    void passwordChanges()
    {
        openPassword();
        QVERIFY(find<QLabel>("ownPasswordRules")->text().contains(QStringLiteral("At least 14")));
        QVERIFY(!find<QPushButton>("ownPasswordDialogSubmit")->isEnabled());
        type("ownPasswordCurrent", QStringLiteral("the old one"));
        type("ownPasswordFirst", QStringLiteral("lantern orbit velvet cactus"));
        type("ownPasswordSecond", QStringLiteral("lantern orbit velvet cactus"));
        QTest::keyClick(find<QLineEdit>("ownPasswordSecond"), Qt::Key_Return);
        QTRY_VERIFY(!m_dialog->isVisible());
        QCOMPARE(m_service.changedFrom, toSecret("the old one"));
        QCOMPARE(m_service.changedTo, toSecret("lantern orbit velvet cactus"));
        QVERIFY(find<QLineEdit>("ownPasswordFirst")->text().isEmpty());
    }

    void refusalsStandAtTheirField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("label");
        QTest::newRow("current") << QStringLiteral("current") << QStringLiteral("ownPasswordCurrentError");
        QTest::newRow("next") << QStringLiteral("next") << QStringLiteral("ownPasswordFirstError");
        QTest::newRow("elsewhere") << QString() << QStringLiteral("ownPasswordDialogProblem");
    }
    void refusalsStandAtTheirField()
    {
        QFETCH(QString, field);
        QFETCH(QString, label);
        m_service.changeAnswer = makeError(Errc::InvalidInput, QStringLiteral("You used it before."), field);
        openPassword();
        type("ownPasswordCurrent", QStringLiteral("the old one"));
        type("ownPasswordFirst", QStringLiteral("lantern orbit velvet cactus"));
        type("ownPasswordSecond", QStringLiteral("lantern orbit velvet cactus"));
        click("ownPasswordDialogSubmit");
        QTRY_COMPARE(m_dialog->findChild<QLabel *>(label)->text(), QStringLiteral("You used it before."));
        QVERIFY(m_dialog->isVisible());
    }

    void theSameOrAnotherTwiceIsRefusedHere()
    {
        openPassword();
        type("ownPasswordCurrent", QStringLiteral("lantern orbit velvet cactus"));
        type("ownPasswordFirst", QStringLiteral("lantern orbit velvet cactus"));
        type("ownPasswordSecond", QStringLiteral("lantern orbit velvet"));
        click("ownPasswordDialogSubmit");
        QVERIFY(!find<QLabel>("ownPasswordSecondError")->text().isEmpty());
        type("ownPasswordSecond", QStringLiteral("lantern orbit velvet cactus"));
        click("ownPasswordDialogSubmit");
        QVERIFY(find<QLabel>("ownPasswordFirstError")->text().contains(QStringLiteral("current password")));
    }

    void factorIsSetUp()
    {
        auto *dialog = openFactor({false, false, false, QStringLiteral("ann.lee@acme at pbx.acme.example")});
        QSignalSpy enrolled(dialog, &SecondFactorDialog::enrolled);
        QVERIFY(find<QLabel>("factorState")->text().startsWith(QStringLiteral("Off")));
        QVERIFY(!find<QPushButton>("factorStop")->isVisible());
        click("factorNext");
        QTRY_COMPARE(find<QLabel>("mfaSecret")->text(), QStringLiteral("JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP"));
        QVERIFY(find<QrCode>("mfaQrCode")->modules() > 20);
        QVERIFY(!find<QPushButton>("factorNext")->isEnabled());
        m_service.confirmAnswers = {
            makeError(Errc::InvalidInput, QStringLiteral("It does not fit."), QStringLiteral("code")),
            lw::test::FakeConnect::codes()};
        type("mfaCode", QStringLiteral("12a3456"));
        QCOMPARE(find<QLineEdit>("mfaCode")->text(), QStringLiteral("123456"));
        QTest::keyClick(find<QLineEdit>("mfaCode"), Qt::Key_Return);
        QTRY_COMPARE(find<QLabel>("mfaCodeError")->text(), QStringLiteral("It does not fit."));
        type("mfaCode", QStringLiteral("654321"));
        click("factorNext");
        QTRY_COMPARE(enrolled.count(), 1);
        QCOMPARE(m_service.mfaCode, QStringLiteral("654321"));
        QVERIFY(find<QLabel>("mfaSecret")->text().isEmpty());
        QCOMPARE(find<QrCode>("mfaQrCode")->modules(), 0);
        QCOMPARE(find<QLabel>("recoveryCode0")->text(), QStringLiteral("ABCD0-23450"));
        QVERIFY(!find<QPushButton>("factorNext")->isEnabled());

        const QTemporaryDir folder;
        m_dialogs.path = folder.filePath(QStringLiteral("codes.txt"));
        click("codesSaveText");
        QFile file(m_dialogs.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray sheet = file.readAll();
        QVERIFY(sheet.contains("ABCD9-23459") && sheet.contains("ann.lee@acme at pbx.acme.example"));
        find<QCheckBox>("codesStored")->click();
        click("factorNext");
        QTRY_VERIFY(!m_dialog->isVisible());
    }

    void codesAreNotLostByAccident()
    {
        openFactor({false, true, true, {}});
        // Asked for by a role: it begins with the key.
        QTRY_VERIFY(find<QLineEdit>("mfaCode")->isVisible());
        type("mfaCode", QStringLiteral("654321"));
        click("factorNext");
        QTRY_VERIFY(find<QCheckBox>("codesStored")->isVisible());
        m_dialogs.answer = false;
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(m_dialogs.asked.size(), 1);
    }

    void factorEndsWithThePassword()
    {
        auto *dialog = openFactor({true, false, false, {}});
        QSignalSpy ended(dialog, &SecondFactorDialog::ended);
        click("factorStop");
        m_service.endMfaAnswers = {
            makeError(Errc::Unauthorized, QStringLiteral("The password is wrong."), QStringLiteral("password")),
            Result<void>()};
        type("factorPassword", QStringLiteral("guess"));
        click("factorNext");
        QTRY_COMPARE(find<QLabel>("factorPasswordError")->text(), QStringLiteral("The password is wrong."));
        type("factorPassword", QStringLiteral("the right one"));
        click("factorNext");
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(m_service.endedWith, toSecret("the right one"));
        QVERIFY(!m_dialog->isVisible());
    }

    void whatARoleRequiresStaysOn()
    {
        openFactor({true, true, false, {}});
        QVERIFY(!find<QPushButton>("factorStop")->isEnabled());
        QVERIFY(find<QPushButton>("factorStop")->toolTip().contains(QStringLiteral("requires")));
    }

    void aKeyThatDoesNotComeIsAskedForAgain()
    {
        m_service.enrolAnswers = {makeError(Errc::Network, QStringLiteral("No connection.")),
                                  lw::test::FakeConnect::enrolment()};
        openFactor({false, false, false, {}});
        click("factorNext");
        QTRY_COMPARE(find<QLabel>("mfaStepProblem")->text(), QStringLiteral("No connection."));
        click("factorNext");
        QTRY_VERIFY(find<QLineEdit>("mfaCode")->isVisible());
    }

    void inputsAreNamed()
    {
        openFactor({true, false, false, {}});
        QCOMPARE(lw::test::inputsWithoutName(m_dialog.get()), QStringList());
        QCOMPARE(lw::test::inputsWithoutObjectName(m_dialog.get()), QStringList());
        openPassword();
        QCOMPARE(lw::test::inputsWithoutName(m_dialog.get()), QStringList());
        QCOMPARE(lw::test::inputsOutOfReach(m_dialog.get()), QStringList());
    }
};

QTEST_MAIN(TestOwnAccount)
#include "tst_ownaccount.moc"
