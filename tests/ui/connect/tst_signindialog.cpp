// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/net/testcertificates.h"
#include "tests/ui/common/uichecks.h"
#include "tests/ui/connect/fakeconnect.h"
#include "ui/common/strengthmeter.h"
#include "ui/connect/signindialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace lw;
using namespace lw::ui;

class TestSignInDialog final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init();
    void cleanup() { m_dialog.reset(); }
    void whoItIsStandsAlready();
    void rightPasswordCloses();
    void wrongPasswordStays();
    void passwordChangeComesBetween();
    void secondFactorIsSetUpFirst();
    void bothComeOneAfterTheOther();
    void recoveryCodesStandIn();
    void anotherCertificateIsLookedAt();
    void aCertificateIsAskedForAndChosen();
    void meterSpeaks();
    void inputsAreNamed();

  private:
    template <typename T>
    T *find(const char *name)
    {
        return m_dialog->findChild<T *>(QLatin1String(name));
    }
    void signIn(const QString &password)
    {
        QTest::keyClicks(find<QLineEdit>("password"), password);
        QTest::keyClick(find<QLineEdit>("password"), Qt::Key_Return);
    }
    const SecretMemory m_memory;  // outlives every secret
    std::unique_ptr<lw::test::FakeConnect> m_service;
    lw::test::FakeDialogs m_dialogs;
    std::unique_ptr<SignInDialog> m_dialog;
};

void TestSignInDialog::init()
{
    m_service = std::make_unique<lw::test::FakeConnect>();
    m_dialog = std::make_unique<SignInDialog>(
        *m_service, m_dialogs, SignInAgain{QStringLiteral("pbx"), QStringLiteral("acme"), QStringLiteral("ann.lee")});
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestSignInDialog::whoItIsStandsAlready()
{
    QCOMPARE(find<QLineEdit>("customer")->text(), QStringLiteral("acme"));
    QVERIFY(find<QLineEdit>("customer")->isReadOnly());
    QVERIFY(find<QLineEdit>("login")->isReadOnly());
    QVERIFY(!find<QPushButton>("signInNext")->isEnabled());
}

void TestSignInDialog::rightPasswordCloses()
{
    signIn(QStringLiteral("secret"));
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
    QCOMPARE(m_service->login, QStringLiteral("ann.lee"));
}

void TestSignInDialog::wrongPasswordStays()
{
    m_service->signInAnswers = {makeError(Errc::AccountLocked, QStringLiteral("Locked until 14:15 UTC."))};
    signIn(QStringLiteral("secret"));
    QTRY_COMPARE(find<QLabel>("passwordError")->text(), QStringLiteral("Locked until 14:15 UTC."));
    QVERIFY(m_dialog->isVisible());
}

void TestSignInDialog::passwordChangeComesBetween()
{
    m_service->signInAnswers = {ui::SignedIn{true, false, {}, {}}};
    signIn(QStringLiteral("old"));
    auto *first = find<QLineEdit>("newPasswordStepFirst");
    QTRY_VERIFY(first->isVisible());
    const QString next = QStringLiteral("lantern orbit velvet cactus");
    QTest::keyClicks(first, next);
    QTest::keyClicks(find<QLineEdit>("newPasswordStepSecond"), next);
    QTest::mouseClick(find<QPushButton>("signInNext"), Qt::LeftButton);
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(m_service->changedFrom, toSecret("old"));
}

void TestSignInDialog::secondFactorIsSetUpFirst()
{
    m_service->signInAnswers = {ui::SignedIn{false, true, {}, {}}};
    signIn(QStringLiteral("secret"));
    auto *code = find<QLineEdit>("mfaCode");
    QTRY_VERIFY(code->isVisible());
    QTest::keyClicks(code, QStringLiteral("654321"));
    QTest::keyClick(code, Qt::Key_Return);
    QTRY_VERIFY(find<QCheckBox>("codesStored")->isVisible());
    QVERIFY(!find<QPushButton>("signInNext")->isEnabled());
    find<QCheckBox>("codesStored")->click();
    QTest::mouseClick(find<QPushButton>("signInNext"), Qt::LeftButton);
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
}

void TestSignInDialog::bothComeOneAfterTheOther()
{
    m_service->signInAnswers = {ui::SignedIn{true, true, {}, {}}};
    signIn(QStringLiteral("old"));
    auto *first = find<QLineEdit>("newPasswordStepFirst");
    QTRY_VERIFY(first->isVisible());
    QTest::keyClicks(first, QStringLiteral("lantern orbit velvet cactus"));
    QTest::keyClicks(find<QLineEdit>("newPasswordStepSecond"), QStringLiteral("lantern orbit velvet cactus"));
    QTest::keyClick(find<QLineEdit>("newPasswordStepSecond"), Qt::Key_Return);
    QTRY_VERIFY(find<QLineEdit>("mfaCode")->isVisible());
}

void TestSignInDialog::recoveryCodesStandIn()
{
    m_service->signInAnswers = {makeError(Errc::Unauthorized, QStringLiteral("A code."), QStringLiteral("totp")),
                                ui::SignedIn{}};
    signIn(QStringLiteral("secret"));
    auto *code = find<QLineEdit>("totp");
    QTRY_VERIFY(code->isVisible());
    QTest::keyClicks(code, QStringLiteral("abcde-2345"));
    QVERIFY(!find<QPushButton>("signInNext")->isEnabled());
    QTest::keyClicks(code, QStringLiteral("6"));
    QTest::keyClick(code, Qt::Key_Return);
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(m_service->totp, QStringLiteral("ABCDE-23456"));
}

void TestSignInDialog::anotherCertificateIsLookedAt()
{
    m_service->signInAnswers = {makeError(Errc::Tls, QStringLiteral("Another certificate.")), ui::SignedIn{}};
    QVERIFY(!find<QPushButton>("signInReview")->isVisible());
    signIn(QStringLiteral("secret"));
    QTRY_VERIFY(find<QPushButton>("signInReview")->isVisible());
    QTest::mouseClick(find<QPushButton>("signInReview"), Qt::LeftButton);
    auto *compared = find<QCheckBox>("fingerprintCompared");
    QTRY_VERIFY(compared->isVisible());
    QVERIFY(!find<QPushButton>("signInNext")->isEnabled());
    compared->setChecked(true);
    QTest::mouseClick(find<QPushButton>("signInNext"), Qt::LeftButton);
    QCOMPARE(m_service->trusted, 1);
    QTRY_VERIFY(find<QLineEdit>("password")->isVisible());
    signIn(QStringLiteral("secret"));
    QTRY_VERIFY(!m_dialog->isVisible());
}

void TestSignInDialog::aCertificateIsAskedForAndChosen()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("ann.p12")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(lw::test::pkcs12(lw::test::selfSigned({QStringLiteral("Ann Lee"), {}, -1, 30}), "granite"));
    file.close();
    m_dialogs.path = file.fileName();
    m_service->signInAnswers = {makeError(Errc::Forbidden, QStringLiteral("A registered certificate is needed."),
                                          QStringLiteral("clientCertificate")),
                                ui::SignedIn{}};
    signIn(QStringLiteral("secret"));
    auto *choose = find<QPushButton>("identityChoose");
    QTRY_VERIFY(choose->hasFocus());
    QVERIFY(!find<QLabel>("identityShown")->isVisible());
    QTest::keyClick(choose, Qt::Key_Space);
    QTRY_VERIFY(find<QDialog>("identityDialog") && find<QDialog>("identityDialog")->isVisible());
    auto *submit = find<QPushButton>("identityDialogSubmit");
    QVERIFY(!submit->isEnabled());
    QTest::mouseClick(find<QPushButton>("identityBrowse"), Qt::LeftButton);
    QTest::keyClicks(find<QLineEdit>("identityPassphrase"), QStringLiteral("marble"));
    QTest::keyClick(find<QLineEdit>("identityPassphrase"), Qt::Key_Return);
    QTRY_VERIFY(find<QLabel>("identityPassphraseError")->isVisible());
    QVERIFY(m_service->identity.isNull());
    find<QLineEdit>("identityPassphrase")->selectAll();
    QTest::keyClicks(find<QLineEdit>("identityPassphrase"), QStringLiteral("granite"));
    QTest::keyClick(find<QLineEdit>("identityPassphrase"), Qt::Key_Return);
    QTRY_VERIFY(find<QLabel>("identityFacts")->isVisible());
    QVERIFY(find<QLabel>("identityFacts")->text().contains(QStringLiteral("Ann Lee")));
    // Nothing is used before the person has seen what it is.
    QVERIFY(m_service->identity.isNull());
    QVERIFY(find<QLineEdit>("identityPassphrase")->text().isEmpty());
    QTRY_VERIFY(submit->hasFocus());
    QTest::keyClick(submit, Qt::Key_Space);
    QTRY_VERIFY(!m_service->identity.isNull());
    QTRY_VERIFY(find<QLabel>("identityShown")->isVisible());
    QVERIFY(find<QLabel>("identityShown")->text().contains(QStringLiteral("Ann Lee")));
    m_dialogs.answer = false;
    QTest::mouseClick(find<QPushButton>("identityRemove"), Qt::LeftButton);
    QVERIFY(!m_service->identity.isNull());
    m_dialogs.answer = true;
    QTest::mouseClick(find<QPushButton>("identityRemove"), Qt::LeftButton);
    QTRY_VERIFY(m_service->identity.isNull());
    QTRY_VERIFY(!find<QLabel>("identityShown")->isVisible());
    signIn(QStringLiteral("secret"));
    QTRY_VERIFY(!m_dialog->isVisible());
}

void TestSignInDialog::meterSpeaks()
{
    StrengthMeter meter(PasswordPolicy(), {QStringLiteral("ann.lee"), QStringLiteral("acme")});
    QVERIFY(!meter.judge("abc").accepted());
    QVERIFY(meter.remedy().contains(QLatin1String("12")));
    QVERIFY(meter.judge("lantern orbit velvet cactus").accepted());
    QVERIFY(meter.remedy().isEmpty());
    QVERIFY(meter.findChild<QLabel *>(QStringLiteral("strengthWords"))->text().contains(QLatin1String("strong")));
}

void TestSignInDialog::inputsAreNamed()
{
    QCOMPARE(lw::test::inputsWithoutName(m_dialog.get()), QStringList());
    QCOMPARE(lw::test::inputsWithoutObjectName(m_dialog.get()), QStringList());
}

QTEST_MAIN(TestSignInDialog)
#include "tst_signindialog.moc"
