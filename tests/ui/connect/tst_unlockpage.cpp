// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/uichecks.h"
#include "tests/ui/connect/fakeconnect.h"
#include "ui/connect/profilechooser.h"
#include "ui/connect/unlockpage.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace lw;
using namespace lw::ui;

class TestUnlockPage final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init();
    void cleanup();
    void rightPassphraseUnlocks();
    void wrongPassphraseIsSaidAtTheField();
    void fieldIsWipedAtOnce();
    void recoveryKeyIsAnotherWay();
    void keyStoreIsTriedWithoutAQuestion();
    void failingKeyStoreLeavesThePassphrase();
    void lockedOnPurposeDoesNotAskTheKeyStore();
    void otherErrors_data();
    void otherErrors();
    void damagedCacheHasAWayOut();
    void refusedWayOutChangesNothing();
    void otherProfile();
    void chooserByKeys();
    void inputsAreNamed();

  private:
    void make(bool tryKeyStore = true);
    template <typename T>
    T *find(const char *name)
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }
    void unlockWith(const QString &text)
    {
        QTest::keyClicks(find<QLineEdit>("unlockSecret"), text);
        QTest::keyClick(find<QLineEdit>("unlockSecret"), Qt::Key_Return);
    }
    const SecretMemory m_memory;  // outlives every secret
    std::unique_ptr<lw::test::FakeConnect> m_service;
    std::unique_ptr<lw::test::FakeDialogs> m_dialogs;
    std::unique_ptr<UnlockPage> m_page;
};

void TestUnlockPage::init()
{
    m_service = std::make_unique<lw::test::FakeConnect>();
    m_dialogs = std::make_unique<lw::test::FakeDialogs>();
}

void TestUnlockPage::cleanup()
{
    m_page.reset();
}

void TestUnlockPage::make(bool tryKeyStore)
{
    m_page = std::make_unique<UnlockPage>(*m_service, *m_dialogs, true, tryKeyStore);
    m_page->resize(1280, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestUnlockPage::rightPassphraseUnlocks()
{
    make();
    QSignalSpy unlocked(m_page.get(), &UnlockPage::unlocked);
    QVERIFY(!find<QPushButton>("unlockButton")->isEnabled());
    unlockWith(QStringLiteral("lantern orbit"));
    QTRY_COMPARE(unlocked.size(), 1);
    QCOMPARE(m_service->unlockedWith, toSecret("lantern orbit"));
}

void TestUnlockPage::wrongPassphraseIsSaidAtTheField()
{
    m_service->unlockAnswers = {makeError(Errc::WrongKey, QStringLiteral("This passphrase does not open the cache.")),
                                Result<void>()};
    make();
    QSignalSpy unlocked(m_page.get(), &UnlockPage::unlocked);
    unlockWith(QStringLiteral("wrong"));
    QTRY_COMPARE(find<QLabel>("unlockSecretError")->text(), QStringLiteral("This passphrase does not open the cache."));
    QCOMPARE(unlocked.size(), 0);
    QVERIFY(!find<QPushButton>("unlockAside")->isVisible());
    unlockWith(QStringLiteral("right"));
    QTRY_COMPARE(unlocked.size(), 1);
}

void TestUnlockPage::fieldIsWipedAtOnce()
{
    make();
    unlockWith(QStringLiteral("lantern"));
    QVERIFY(find<QLineEdit>("unlockSecret")->text().isEmpty());
}

void TestUnlockPage::recoveryKeyIsAnotherWay()
{
    make();
    QSignalSpy unlocked(m_page.get(), &UnlockPage::unlocked);
    QTest::mouseClick(find<QPushButton>("unlockMode"), Qt::LeftButton);
    QCOMPARE(find<QLineEdit>("unlockSecret")->accessibleName(), QStringLiteral("Recovery key"));
    unlockWith(QStringLiteral("AAAAA-BBBBB"));
    QTRY_COMPARE(unlocked.size(), 1);
    QCOMPARE(m_service->recovery, toSecret("AAAAA-BBBBB"));
    QVERIFY(m_service->unlockedWith.isEmpty());
}

void TestUnlockPage::keyStoreIsTriedWithoutAQuestion()
{
    m_service->keyStore = true;
    m_page = std::make_unique<UnlockPage>(*m_service, *m_dialogs, true, true);
    QSignalSpy unlocked(m_page.get(), &UnlockPage::unlocked);
    m_page->show();
    QTRY_COMPARE(unlocked.size(), 1);
    QCOMPARE(m_service->keyStoreTried, 1);
}

void TestUnlockPage::failingKeyStoreLeavesThePassphrase()
{
    m_service->keyStore = true;
    m_service->unlockAnswers = {makeError(Errc::Unsupported, QStringLiteral("There is no key store.")), Result<void>()};
    make();
    QTRY_VERIFY(find<QLabel>("unlockProblem")->isVisible());
    QVERIFY(find<QLabel>("unlockProblem")->text().contains(QLatin1String("There is no key store.")));
    QSignalSpy unlocked(m_page.get(), &UnlockPage::unlocked);
    unlockWith(QStringLiteral("lantern"));
    QTRY_COMPARE(unlocked.size(), 1);
}

void TestUnlockPage::lockedOnPurposeDoesNotAskTheKeyStore()
{
    m_service->keyStore = true;
    make(false);
    QCoreApplication::processEvents();
    QCOMPARE(m_service->keyStoreTried, 0);
    QVERIFY(find<QPushButton>("unlockKeyStore")->isVisible());
}

void TestUnlockPage::otherErrors_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("wayOut");
    QTest::newRow("corrupt") << int(Errc::Corrupt) << true;
    QTest::newRow("newer") << int(Errc::NewerSchema) << false;
    QTest::newRow("read-only") << int(Errc::ReadOnly) << false;
    QTest::newRow("disk full") << int(Errc::DiskFull) << false;
    QTest::newRow("io") << int(Errc::Io) << false;
}

void TestUnlockPage::otherErrors()
{
    QFETCH(int, code);
    QFETCH(bool, wayOut);
    m_service->unlockAnswers = {makeError(static_cast<Errc>(code), QStringLiteral("What is wrong and what to do."))};
    make();
    unlockWith(QStringLiteral("lantern"));
    QTRY_VERIFY(find<QLabel>("unlockProblem")->isVisible());
    QCOMPARE(find<QLabel>("unlockProblem")->text(), QStringLiteral("What is wrong and what to do."));
    QCOMPARE(find<QPushButton>("unlockAside")->isVisible(), wayOut);
}

void TestUnlockPage::damagedCacheHasAWayOut()
{
    m_service->unlockAnswers = {makeError(Errc::Corrupt, QStringLiteral("Damaged."))};
    make();
    QSignalSpy needed(m_page.get(), &UnlockPage::newCacheNeeded);
    unlockWith(QStringLiteral("lantern"));
    QTRY_VERIFY(find<QPushButton>("unlockAside")->isVisible());
    QTest::mouseClick(find<QPushButton>("unlockAside"), Qt::LeftButton);
    QTRY_COMPARE(needed.size(), 1);
    QCOMPARE(m_service->asides, 1);
    QCOMPARE(m_dialogs->asked.size(), qsizetype(1));
    QVERIFY(m_dialogs->asked.first().destructive);
    QVERIFY(!m_dialogs->asked.first().wayBack.isEmpty());
}

void TestUnlockPage::refusedWayOutChangesNothing()
{
    m_service->unlockAnswers = {makeError(Errc::Corrupt, QStringLiteral("Damaged."))};
    m_dialogs->answer = false;
    make();
    unlockWith(QStringLiteral("lantern"));
    QTRY_VERIFY(find<QPushButton>("unlockAside")->isVisible());
    QTest::mouseClick(find<QPushButton>("unlockAside"), Qt::LeftButton);
    QCOMPARE(m_service->asides, 0);
}

void TestUnlockPage::otherProfile()
{
    make();
    QSignalSpy other(m_page.get(), &UnlockPage::otherProfileRequested);
    QTest::mouseClick(find<QPushButton>("unlockOther"), Qt::LeftButton);
    QCOMPARE(other.size(), 1);
}

void TestUnlockPage::chooserByKeys()
{
    ProfileChooser chooser({{QStringLiteral("a"), QStringLiteral("Acme"), QStringLiteral("pbx"), QStringLiteral("x")},
                            {QStringLiteral("b"), QStringLiteral("Beta"), QStringLiteral("sip"), QStringLiteral("y")}});
    chooser.resize(1280, 800);
    chooser.show();
    QSignalSpy chosen(&chooser, &ProfileChooser::chosen);
    QSignalSpy fresh(&chooser, &ProfileChooser::newRequested);
    auto *list = chooser.findChild<QListWidget *>(QStringLiteral("profileList"));
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), QStringLiteral("b"));
    QTest::mouseClick(chooser.findChild<QPushButton *>(QStringLiteral("profileAdd")), Qt::LeftButton);
    QCOMPARE(fresh.size(), 1);
    QCOMPARE(lw::test::inputsWithoutName(&chooser), QStringList());
}

void TestUnlockPage::inputsAreNamed()
{
    make();
    QCOMPARE(lw::test::inputsWithoutName(m_page.get()), QStringList());
    QCOMPARE(lw::test::inputsWithoutObjectName(m_page.get()), QStringList());
    QCOMPARE(lw::test::inputsOutOfReach(m_page.get()), QStringList());
    QCOMPARE(lw::test::cutWidgets(m_page.get()), QStringList());
}

QTEST_MAIN(TestUnlockPage)
#include "tst_unlockpage.moc"
