// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/uichecks.h"
#include "tests/ui/connect/fakeconnect.h"
#include "ui/common/pill.h"
#include "ui/common/step.h"
#include "ui/connect/assistant.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lw;
using namespace lw::ui;
using lw::test::FakeConnect;

namespace {
const QString good = QStringLiteral("lantern orbit velvet cactus");
}

class TestAssistant final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init();
    void cleanup();
    void wholeWayByKeys();
    void addressIsChecked();
    void unreachableBackEndIsSaidAtTheField();
    void fingerprintMustBeCompared();
    void verifiedCertificateNeedsNoWord();
    void wrongCertificateIsRefused();
    void backLeadsToTheAddress();
    void wrongPasswordStaysInPlace();
    void codeIsAskedForWhenNeeded();
    void wrongCodeIsSaid();
    void customerErrorIsAtTheCustomer();
    void passwordMustBeChanged();
    void refusedNewPasswordIsSaid();
    void secondFactorIsSetUpBeforeTheCache();
    void weakPassphraseIsRefused();
    void passphrasesMustAgree();
    void cacheErrorIsSaid();
    void keyStoreIsAskedOnlyWhenWanted();
    void keyStoreProblemIsTold();
    void recoveryKeyIsSaved();
    void recoveryKeyUnsavedIsSaid();
    void finishNeedsTheWord();
    void secretsAreWiped();
    void cacheOnlyHasTwoSteps();
    void firstStepCanBeLeft();
    void inputsAreNamed();

  private:
    template <typename T>
    T *find(const char *name)
    {
        return m_assistant->findChild<T *>(QLatin1String(name));
    }
    QString step() const { return m_assistant->currentStep()->objectName(); }
    QPushButton *nextButton() { return find<QPushButton>("assistantNext"); }
    void type(const char *name, const QString &text)
    {
        auto *edit = find<QLineEdit>(name);
        QVERIFY(edit);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    void toCertificate();
    void toSignIn();
    void toPassphrase();
    void toRecovery();
    void signInWith(const QString &password);

    const SecretMemory m_memory;  // outlives every secret
    std::unique_ptr<FakeConnect> m_service;
    std::unique_ptr<lw::test::FakeDialogs> m_dialogs;
    std::unique_ptr<Assistant> m_assistant;
};

void TestAssistant::init()
{
    m_service = std::make_unique<FakeConnect>();
    m_dialogs = std::make_unique<lw::test::FakeDialogs>();
    m_assistant = std::make_unique<Assistant>(*m_service, *m_dialogs, true);
    m_assistant->resize(1280, 800);
    m_assistant->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_assistant.get()));
}

void TestAssistant::cleanup()
{
    m_assistant.reset();
    m_service.reset();
}

void TestAssistant::toCertificate()
{
    type("address", QStringLiteral("pbx.acme.example:8443"));
    QTest::mouseClick(nextButton(), Qt::LeftButton);
    QTRY_COMPARE(step(), QStringLiteral("certificateStep"));
}

void TestAssistant::toSignIn()
{
    toCertificate();
    find<QCheckBox>("fingerprintCompared")->setChecked(true);
    QTest::mouseClick(nextButton(), Qt::LeftButton);
    QTRY_COMPARE(step(), QStringLiteral("signInStep"));
}

void TestAssistant::signInWith(const QString &password)
{
    type("customer", QStringLiteral("acme"));
    type("login", QStringLiteral("ann.lee"));
    type("password", password);
    QTest::mouseClick(nextButton(), Qt::LeftButton);
}

void TestAssistant::toPassphrase()
{
    toSignIn();
    signInWith(QStringLiteral("secret words"));
    QTRY_COMPARE(step(), QStringLiteral("passphraseStep"));
}

void TestAssistant::toRecovery()
{
    toPassphrase();
    type("passphraseStepFirst", good);
    type("passphraseStepSecond", good);
    QTest::mouseClick(nextButton(), Qt::LeftButton);
    QTRY_COMPARE(step(), QStringLiteral("recoveryStep"));
}

void TestAssistant::wholeWayByKeys()
{
    QSignalSpy finished(m_assistant.get(), &Assistant::finished);
    type("address", QStringLiteral("pbx.acme.example"));
    QTest::keyClick(find<QLineEdit>("address"), Qt::Key_Return);
    QTRY_COMPARE(step(), QStringLiteral("certificateStep"));
    QTest::keyClick(find<QCheckBox>("fingerprintCompared"), Qt::Key_Space);
    QTest::keyClick(nextButton(), Qt::Key_Space);
    QTRY_COMPARE(step(), QStringLiteral("signInStep"));
    type("customer", QStringLiteral("acme"));
    type("login", QStringLiteral("ann.lee"));
    type("password", QStringLiteral("secret words"));
    QTest::keyClick(find<QLineEdit>("password"), Qt::Key_Return);
    QTRY_COMPARE(step(), QStringLiteral("passphraseStep"));
    type("passphraseStepFirst", good);
    type("passphraseStepSecond", good);
    QTest::keyClick(find<QLineEdit>("passphraseStepSecond"), Qt::Key_Return);
    QTRY_COMPARE(step(), QStringLiteral("recoveryStep"));
    QTest::keyClick(find<QCheckBox>("recoveryStored"), Qt::Key_Space);
    QTest::keyClick(nextButton(), Qt::Key_Space);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(m_service->probed, QStringList{QStringLiteral("pbx.acme.example")});
    QCOMPARE(m_service->trusted, 1);
    QCOMPARE(m_service->password, toSecret("secret words"));
    QCOMPARE(m_service->passphrase, toSecret(good.toUtf8()));
}

void TestAssistant::addressIsChecked()
{
    QVERIFY(!nextButton()->isEnabled());
    type("address", QStringLiteral("http://pbx"));
    m_service->probeAnswer = makeError(Errc::InvalidInput, QStringLiteral("Use https."), QStringLiteral("address"));
    QTest::mouseClick(nextButton(), Qt::LeftButton);
    auto *error = find<QLabel>("addressError");
    QTRY_COMPARE(error->text(), QStringLiteral("Use https."));
    QVERIFY(error->isVisible());
    QCOMPARE(step(), QStringLiteral("addressStep"));
    // Typing again takes the complaint away.
    type("address", QStringLiteral("pbx"));
    QVERIFY(!error->isVisible());
}

void TestAssistant::unreachableBackEndIsSaidAtTheField()
{
    m_service->probeAnswer = makeError(Errc::Network, QStringLiteral("Nobody answers there."));
    type("address", QStringLiteral("pbx"));
    QTest::mouseClick(nextButton(), Qt::LeftButton);
    QTRY_COMPARE(find<QLabel>("addressError")->text(), QStringLiteral("Nobody answers there."));
}

void TestAssistant::fingerprintMustBeCompared()
{
    toCertificate();
    QVERIFY(!nextButton()->isEnabled());
    QVERIFY(find<QLabel>("certificateFingerprint")->text().startsWith(QLatin1String("AB:AB:AB")));
    QCOMPARE(find<Pill>("certificateVerdict")->text(), QStringLiteral("Not known yet"));
    QTest::keyClick(find<QCheckBox>("fingerprintCompared"), Qt::Key_Space);
    QVERIFY(nextButton()->isEnabled());
    QCOMPARE(m_service->trusted, 0);
}

void TestAssistant::verifiedCertificateNeedsNoWord()
{
    m_service->probeAnswer = FakeConnect::verified();
    toCertificate();
    QVERIFY(!find<QCheckBox>("fingerprintCompared")->isVisible());
    QVERIFY(nextButton()->isEnabled());
}

void TestAssistant::wrongCertificateIsRefused()
{
    m_service->probeAnswer = FakeConnect::wrongHost();
    toCertificate();
    QVERIFY(!nextButton()->isEnabled());
    QVERIFY(!find<QCheckBox>("fingerprintCompared")->isVisible());
    QVERIFY(find<QLabel>("certificateExplanation")->text().contains(QLatin1String("another host")));
}

void TestAssistant::backLeadsToTheAddress()
{
    toCertificate();
    find<QCheckBox>("fingerprintCompared")->setChecked(true);
    QTest::mouseClick(find<QPushButton>("assistantBack"), Qt::LeftButton);
    QCOMPARE(step(), QStringLiteral("addressStep"));
    toCertificate();
    // Another look is another decision.
    QVERIFY(!find<QCheckBox>("fingerprintCompared")->isChecked());
}

void TestAssistant::wrongPasswordStaysInPlace()
{
    m_service->signInAnswers = {makeError(Errc::Unauthorized, QStringLiteral("Name or password is wrong.")),
                                ui::SignedIn{}};
    toSignIn();
    signInWith(QStringLiteral("wrong"));
    QTRY_COMPARE(find<QLabel>("passwordError")->text(), QStringLiteral("Name or password is wrong."));
    QCOMPARE(step(), QStringLiteral("signInStep"));
    QVERIFY(find<QLineEdit>("password")->text().isEmpty());
    QCOMPARE(find<QLineEdit>("login")->text(), QStringLiteral("ann.lee"));
    type("password", QStringLiteral("right"));
    QTest::mouseClick(nextButton(), Qt::LeftButton);
    QTRY_COMPARE(step(), QStringLiteral("passphraseStep"));
}

void TestAssistant::codeIsAskedForWhenNeeded()
{
    m_service->signInAnswers = {
        makeError(Errc::Unauthorized, QStringLiteral("A code is needed."), QStringLiteral("totp")), ui::SignedIn{}};
    toSignIn();
    auto *code = find<QLineEdit>("totp");
    QVERIFY(!code->isVisible());
    signInWith(QStringLiteral("secret"));
    QTRY_VERIFY(code->isVisible());
    QVERIFY(find<QLabel>("totpError")->text().isEmpty());
    QVERIFY(!nextButton()->isEnabled());
    QTest::keyClicks(code, QStringLiteral("123456"));
    QCOMPARE(code->text(), QStringLiteral("123456"));
    QTest::mouseClick(nextButton(), Qt::LeftButton);
    QTRY_COMPARE(step(), QStringLiteral("passphraseStep"));
    QCOMPARE(m_service->totp, QStringLiteral("123456"));
    QCOMPARE(m_service->password, toSecret("secret"));
}

void TestAssistant::wrongCodeIsSaid()
{
    const Error wrong = makeError(Errc::Unauthorized, QStringLiteral("The code is wrong."), QStringLiteral("totp"));
    m_service->signInAnswers = {wrong, wrong};
    toSignIn();
    signInWith(QStringLiteral("secret"));
    auto *code = find<QLineEdit>("totp");
    QTRY_VERIFY(code->isVisible());
    QTest::keyClicks(code, QStringLiteral("000000"));
    QTest::mouseClick(nextButton(), Qt::LeftButton);
    QTRY_COMPARE(find<QLabel>("totpError")->text(), QStringLiteral("The code is wrong."));
    QVERIFY(code->text().isEmpty());
}

void TestAssistant::customerErrorIsAtTheCustomer()
{
    m_service->signInAnswers = {
        makeError(Errc::InvalidInput, QStringLiteral("No such name."), QStringLiteral("customer"))};
    toSignIn();
    signInWith(QStringLiteral("secret"));
    QTRY_COMPARE(find<QLabel>("customerError")->text(), QStringLiteral("No such name."));
}

void TestAssistant::passwordMustBeChanged()
{
    m_service->signInAnswers = {ui::SignedIn{true, false, {}, {}}};
    toSignIn();
    signInWith(QStringLiteral("one-time"));
    QTRY_COMPARE(step(), QStringLiteral("newPasswordStep"));
    QVERIFY(!find<QPushButton>("assistantBack")->isVisible());
    type("newPasswordStepFirst", good);
    type("newPasswordStepSecond", good);
    QTest::mouseClick(nextButton(), Qt::LeftButton);
    QTRY_COMPARE(step(), QStringLiteral("passphraseStep"));
    QCOMPARE(m_service->changedFrom, toSecret("one-time"));
    QCOMPARE(m_service->changedTo, toSecret(good.toUtf8()));
}

void TestAssistant::secondFactorIsSetUpBeforeTheCache()
{
    m_service->signInAnswers = {ui::SignedIn{false, true, {}, {}}};
    toSignIn();
    signInWith(QStringLiteral("secret"));
    QTRY_COMPARE(step(), QStringLiteral("mfaStep"));
    QTRY_VERIFY(find<QLineEdit>("mfaCode")->isVisible());
    QVERIFY(!find<QPushButton>("assistantBack")->isVisible());
    QTest::keyClicks(find<QLineEdit>("mfaCode"), QStringLiteral("654321"));
    QTest::keyClick(find<QLineEdit>("mfaCode"), Qt::Key_Return);
    QTRY_COMPARE(step(), QStringLiteral("recoveryCodesStep"));
    QVERIFY(!nextButton()->isEnabled());
    find<QCheckBox>("codesStored")->click();
    QTest::mouseClick(nextButton(), Qt::LeftButton);
    QTRY_COMPARE(step(), QStringLiteral("passphraseStep"));
}

void TestAssistant::refusedNewPasswordIsSaid()
{
    m_service->signInAnswers = {ui::SignedIn{true, false, {}, {}}};
    m_service->changeAnswer = makeError(Errc::InvalidInput, QStringLiteral("Used before."), QStringLiteral("next"));
    toSignIn();
    signInWith(QStringLiteral("one-time"));
    QTRY_COMPARE(step(), QStringLiteral("newPasswordStep"));
    type("newPasswordStepFirst", good);
    type("newPasswordStepSecond", good);
    QTest::mouseClick(nextButton(), Qt::LeftButton);
    QTRY_COMPARE(find<QLabel>("newPasswordStepFirstError")->text(), QStringLiteral("Used before."));
    QCOMPARE(step(), QStringLiteral("newPasswordStep"));
}

void TestAssistant::weakPassphraseIsRefused()
{
    toPassphrase();
    type("passphraseStepFirst", QStringLiteral("short"));
    type("passphraseStepSecond", QStringLiteral("short"));
    QTest::mouseClick(nextButton(), Qt::LeftButton);
    QVERIFY(find<QLabel>("passphraseStepFirstError")->text().contains(QLatin1String("at least 12")));
    type("passphraseStepFirst", QStringLiteral("passwordpassword"));
    type("passphraseStepSecond", QStringLiteral("passwordpassword"));
    QTest::mouseClick(nextButton(), Qt::LeftButton);
    QVERIFY(find<QLabel>("passphraseStepFirstError")->text().contains(QLatin1String("easy to guess")));
    QCOMPARE(step(), QStringLiteral("passphraseStep"));
}

void TestAssistant::passphrasesMustAgree()
{
    toPassphrase();
    type("passphraseStepFirst", good);
    type("passphraseStepSecond", good + QLatin1Char('x'));
    QTest::mouseClick(nextButton(), Qt::LeftButton);
    QVERIFY(find<QLabel>("passphraseStepSecondError")->isVisible());
    QVERIFY(find<QLineEdit>("passphraseStepSecond")->text().isEmpty());
    QVERIFY(m_service->passphrase.isEmpty());
}

void TestAssistant::cacheErrorIsSaid()
{
    m_service->cacheAnswer = makeError(Errc::ReadOnly, QStringLiteral("The folder may not be written."));
    toPassphrase();
    type("passphraseStepFirst", good);
    type("passphraseStepSecond", good);
    QTest::mouseClick(nextButton(), Qt::LeftButton);
    QTRY_COMPARE(find<QLabel>("passphraseStepProblem")->text(), QStringLiteral("The folder may not be written."));
    QCOMPARE(step(), QStringLiteral("passphraseStep"));
}

void TestAssistant::keyStoreIsAskedOnlyWhenWanted()
{
    toRecovery();
    QCOMPARE(m_service->remembered, 0);
}

void TestAssistant::keyStoreProblemIsTold()
{
    m_service->rememberAnswer = makeError(Errc::Unsupported, QStringLiteral("There is no key store."));
    toPassphrase();
    QTest::keyClick(find<QCheckBox>("rememberInKeyStore"), Qt::Key_Space);
    type("passphraseStepFirst", good);
    type("passphraseStepSecond", good);
    QTest::mouseClick(nextButton(), Qt::LeftButton);
    QTRY_COMPARE(step(), QStringLiteral("recoveryStep"));
    QCOMPARE(m_service->remembered, 1);
    QStringList shown;
    const auto labels = m_assistant->currentStep()->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        if (label->isVisible()) shown.append(label->text());
    QVERIFY(shown.contains(QStringLiteral("There is no key store.")));
}

void TestAssistant::recoveryKeyIsSaved()
{
    QTemporaryDir dir;
    toRecovery();
    QCOMPARE(find<QLabel>("recoveryKey")->text(), QStringLiteral("AAAAA-BBBBB-CCCCC"));
    m_dialogs->path = dir.filePath(QStringLiteral("key.txt"));
    QTest::mouseClick(find<QPushButton>("recoverySaveText"), Qt::LeftButton);
    QFile text(m_dialogs->path);
    QVERIFY(text.open(QIODevice::ReadOnly));
    const QByteArray content = text.readAll();
    QVERIFY(content.contains("AAAAA-BBBBB-CCCCC"));
    QVERIFY(content.contains("acme"));
    QVERIFY(find<QLabel>("recoverySaved")->text().contains(m_dialogs->path));
    QCOMPARE(text.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    m_dialogs->path = dir.filePath(QStringLiteral("key.pdf"));
    QTest::mouseClick(find<QPushButton>("recoverySavePdf"), Qt::LeftButton);
    QFile pdf(m_dialogs->path);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.readAll().startsWith("%PDF-"));
}

void TestAssistant::recoveryKeyUnsavedIsSaid()
{
    toRecovery();
    m_dialogs->path = QStringLiteral("/nonexistent/folder/key.txt");
    QTest::mouseClick(find<QPushButton>("recoverySaveText"), Qt::LeftButton);
    QVERIFY(find<QLabel>("recoveryStepProblem")->text().contains(m_dialogs->path));
    QVERIFY(!find<QLabel>("recoverySaved")->isVisible());
}

void TestAssistant::finishNeedsTheWord()
{
    QSignalSpy finished(m_assistant.get(), &Assistant::finished);
    toRecovery();
    QVERIFY(!nextButton()->isEnabled());
    find<QCheckBox>("recoveryStored")->setChecked(true);
    QTest::mouseClick(nextButton(), Qt::LeftButton);
    QCOMPARE(finished.size(), 1);
    QVERIFY(find<QLabel>("recoveryKey")->text().isEmpty());
}

void TestAssistant::secretsAreWiped()
{
    toRecovery();
    const auto edits = m_assistant->findChildren<QLineEdit *>();
    for (const QLineEdit *edit : edits)
        if (edit->echoMode() == QLineEdit::Password) QVERIFY2(edit->text().isEmpty(), qPrintable(edit->objectName()));
}

void TestAssistant::cacheOnlyHasTwoSteps()
{
    m_assistant->startWithCache(QStringLiteral("acme"), QStringLiteral("pbx"));
    QCOMPARE(step(), QStringLiteral("passphraseStep"));
    QVERIFY(find<QLabel>("gateSmall")->text().contains(QLatin1String("1 of 2")));
    type("passphraseStepFirst", good);
    type("passphraseStepSecond", good);
    QTest::mouseClick(nextButton(), Qt::LeftButton);
    QTRY_COMPARE(step(), QStringLiteral("recoveryStep"));
    QVERIFY(m_service->probed.isEmpty());
}

void TestAssistant::firstStepCanBeLeft()
{
    QSignalSpy left(m_assistant.get(), &Assistant::left);
    QTest::mouseClick(find<QPushButton>("assistantBack"), Qt::LeftButton);
    QCOMPARE(left.size(), 1);
    Assistant only(*m_service, *m_dialogs, false);
    only.show();
    QVERIFY(!only.findChild<QPushButton *>(QStringLiteral("assistantBack"))->isVisible());
}

void TestAssistant::inputsAreNamed()
{
    toRecovery();
    QCOMPARE(lw::test::inputsWithoutName(m_assistant.get()), QStringList());
    QCOMPARE(lw::test::inputsWithoutObjectName(m_assistant.get()), QStringList());
    QCOMPARE(lw::test::inputsOutOfReach(m_assistant.get()), QStringList());
    QCOMPARE(lw::test::cutWidgets(m_assistant.get()), QStringList());
}

QTEST_MAIN(TestAssistant)
#include "tst_assistant.moc"
