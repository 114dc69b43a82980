// SPDX-License-Identifier: GPL-3.0-or-later
// Blocked addresses: who and why, evidence, lift, pin, blocks by hand and the rules.
#include "tests/ui/common/uichecks.h"
#include "tests/ui/support/accessbackend.h"
#include "tests/ui/support/openprofile.h"
#include "tests/ui/support/preparedanswers.h"
#include "ui/network/blockedcard.h"
#include "ui/network/networkpage.h"
#include "ui/network/networkwords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace lw;

class TestBlockedCard : public QObject {
    Q_OBJECT
    SecretMemory m_secretMemory;

    std::unique_ptr<test::AccessBackend> m_backend;
    std::unique_ptr<test::OpenProfile> m_profile;
    std::unique_ptr<ui::NetworkPage> m_page;
    test::PreparedAnswers m_answers;
    FixedClock m_clock{test::OpenProfile::now()};

    template <typename Kind = QWidget>
    Kind *find(const char *name) const
    {
        return m_page->findChild<Kind *>(QLatin1String(name));
    }
    QPushButton *link(const char *name) const
    {
        // Rows that were replaced end with the event loop.
        for (QPushButton *button : m_page->findChildren<QPushButton *>(QLatin1String(name)))
            if (button->isVisible()) return button;
        return nullptr;
    }
    QString cardText() const
    {
        QStringList texts;
        for (const QLabel *label : find("blockedCard")->findChildren<QLabel *>())
            if (label->isVisible()) texts << label->text();
        return texts.join(QLatin1Char('\n'));
    }

  private Q_SLOTS:
    void initTestCase() { test::installEnglish(); }
    void init()
    {
        m_backend = std::make_unique<test::AccessBackend>();
        m_profile = std::make_unique<test::OpenProfile>(test::OpenProfile::sampleEvents(),
                                                        test::OpenProfile::samplePeople(), m_backend->transport());
        QVERIFY2(m_profile->signIn(test::AccessBackend::password()), qPrintable(m_profile->problem()));
        m_answers = {};
        m_clock.set(test::OpenProfile::now());
        m_page = std::make_unique<ui::NetworkPage>(ui::PageContext{m_profile->session(), m_answers, m_clock});
        m_page->resize(1080, 748);
        m_page->show();
        m_page->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(m_page->isReady(), 20'000);
    }
    void cleanup()
    {
        m_page.reset();
        m_profile.reset();
        m_backend.reset();
    }

    void blocksSayWhyAndUntilWhen_data()
    {
        QTest::addColumn<BlockedAddress>("block");
        QTest::addColumn<QString>("words");
        const QDateTime now = test::OpenProfile::now();
        BlockedAddress block;
        block.failures = 63;
        block.accounts = 41;
        block.nth = 3;
        block.until = now.addSecs(3840);
        QTest::newRow("third") << block
                               << QStringLiteral(
                                      "63 failures on 41 accounts · until 15:06 UTC · third block, each lasts "
                                      "twice as long");
        block.nth = 1;
        block.failures = block.accounts = 1;
        block.until = now.addDays(1);
        QTest::newRow("tomorrow") << block << QStringLiteral("1 failure on 1 account · until 23 Nov 14:02 UTC");
        block = {};
        block.pinned = true;
        block.reason = QStringLiteral("scanner");
        QTest::newRow("pinned") << block << QStringLiteral("scanner · until somebody lifts it");
    }
    void blocksSayWhyAndUntilWhen()
    {
        QFETCH(BlockedAddress, block);
        QTEST(ui::blockWords(block, test::OpenProfile::now()), "words");
    }

    void rulesAreSaidInASentence()
    {
        QCOMPARE(ui::blockingRules({}), QStringLiteral("20 failures within 10 min block an address for 15 min. Each "
                                                       "further block of it lasts twice as long, 24 h at most. Listed "
                                                       "networks are exempt."));
        BlockingPolicy off;
        off.enabled = false;
        QVERIFY(ui::blockingRules(off).contains(QStringLiteral("by hand")));
    }

    void evidenceOpensTheLogOfThatAddress()
    {
        QSignalSpy gone(m_page.get(), &ui::Page::navigate);
        QTest::mouseClick(link("blockEvidence_203.0.113.77"), Qt::LeftButton);
        QCOMPARE(gone.count(), 1);
        QCOMPARE(gone[0][0].toString(), QStringLiteral("loginlog"));
        QCOMPARE(gone[0][1].toString(), QStringLiteral("ip:203.0.113.77 outcome:failure"));
    }

    void blocksEndByThemselves()
    {
        QVERIFY(cardText().contains(QStringLiteral("203.0.113.12")));
        m_clock.advanceMs(900'000);
        QTRY_VERIFY(!cardText().contains(QStringLiteral("203.0.113.12")));
        QVERIFY(cardText().contains(QStringLiteral("203.0.113.77")));
    }

    void liftingAsksInNumbers()
    {
        m_answers.agree = false;
        QTest::mouseClick(link("blockLift_203.0.113.77"), Qt::LeftButton);
        QVERIFY(m_answers.asked.last().contains(QStringLiteral("63 failures on 41 accounts")));
        QCOMPARE(m_backend->state().blocks.blocked.size(), 2);
        m_answers.agree = true;
        QTest::mouseClick(link("blockLift_203.0.113.77"), Qt::LeftButton);
        QTRY_VERIFY(!cardText().contains(QStringLiteral("203.0.113.77")));
        QCOMPARE(m_backend->state().blocks.blocked.size(), 1);
    }

    void pinningNeedsAReason()
    {
        QTest::mouseClick(link("blockPin_203.0.113.12"), Qt::LeftButton);
        auto *reason = find<QLineEdit>("blockReason");
        QVERIFY(reason && reason->isVisible());
        QVERIFY(!find<QPushButton>("blockDialogSubmit")->isEnabled());
        QTest::keyClicks(reason, QStringLiteral("known scanner"));
        QTest::keyClick(reason, Qt::Key_Return);
        QTRY_VERIFY(cardText().contains(QStringLiteral("known scanner")));
        QVERIFY(m_backend->state().blocks.blocked.first().pinned);
        QTRY_VERIFY(!link("blockPin_203.0.113.12"));
    }

    void blockingByHandJudgesTheAddress()
    {
        QTest::mouseClick(find<QPushButton>("blockedAdd"), Qt::LeftButton);
        auto *address = find<QLineEdit>("blockAddress");
        QTest::keyClicks(address, QStringLiteral("203.0.113.0/24"));
        QVERIFY(find<QLabel>("blockAddressError")->isVisible());
        address->clear();
        QTest::keyClicks(address, QStringLiteral("198.51.100.4"));
        QVERIFY(find<QLabel>("blockAddressError")->text().contains(QStringLiteral("yourself")));
        address->clear();
        QTest::keyClicks(address, QStringLiteral("198.51.100.9"));
        QTRY_VERIFY2(find<QLabel>("blockLogins")->text().contains(QStringLiteral("login")),
                     qPrintable(find<QLabel>("blockLogins")->text()));
        auto *length = find<QComboBox>("blockLength");
        length->setFocus();
        QTest::keyClick(length, Qt::Key_Down);
        QTest::keyClicks(find<QLineEdit>("blockReason"), QStringLiteral("test"));
        QTest::mouseClick(find<QPushButton>("blockDialogSubmit"), Qt::LeftButton);
        QTRY_VERIFY(cardText().contains(QStringLiteral("198.51.100.9")));
        QCOMPARE(m_backend->state().blocks.blocked.first().until, test::OpenProfile::now().addSecs(3600));
    }

    void aRefusedBlockIsExplainedInPlace()
    {
        m_backend->change([](test::AccessBackend::State &state) {
            state.refuse = makeError(Errc::Conflict, QStringLiteral("That is the back end's own address."));
        });
        QTest::mouseClick(find<QPushButton>("blockedAdd"), Qt::LeftButton);
        QTest::keyClicks(find<QLineEdit>("blockAddress"), QStringLiteral("203.0.113.200"));
        QTest::keyClicks(find<QLineEdit>("blockReason"), QStringLiteral("x"));
        QTest::keyClick(find<QLineEdit>("blockReason"), Qt::Key_Return);
        QTRY_VERIFY(find<QLabel>("blockDialogProblem")->isVisible());
        QVERIFY(find<QDialog>("blockDialog")->isVisible());
    }

    void rulesAreChangedAndAConflictShowsBothSides()
    {
        QTest::mouseClick(find<QPushButton>("blockedRules"), Qt::LeftButton);
        auto *failures = find<QSpinBox>("blockingFailures");
        QVERIFY(failures && failures->isVisible());
        QVERIFY(!find<QPushButton>("blockingDialogSubmit")->isEnabled());
        QVERIFY2(find<QLabel>("blockingPreview")->text().contains(QStringLiteral("first 15 min, second 30 min")),
                 qPrintable(find<QLabel>("blockingPreview")->text()));
        failures->setFocus();
        QTest::keyClick(failures, Qt::Key_Down);
        m_backend->change([](test::AccessBackend::State &state) {
            state.blocks.policy.failures = 30;
            state.blocks.policy.windowMinutes = 5;
        });
        QTest::mouseClick(find<QPushButton>("blockingDialogSubmit"), Qt::LeftButton);
        QTRY_VERIFY(find<QDialog>("conflictDialog"));
        QVERIFY(find<QRadioButton>("conflictTheirs_window")->isChecked());
        QTest::mouseClick(find<QPushButton>("conflictAllMine"), Qt::LeftButton);
        QTest::mouseClick(find<QRadioButton>("conflictTheirs_window"), Qt::LeftButton);
        QTest::mouseClick(find<QPushButton>("conflictDialogSubmit"), Qt::LeftButton);
        QTRY_COMPARE(m_backend->state().blocks.policy.failures, 19);
        QCOMPARE(m_backend->state().blocks.policy.windowMinutes, 5);
        QTRY_VERIFY(cardText().contains(QStringLiteral("19 failures within 5 min")));
    }

    void everyInputOfTheDialogsIsNamed()
    {
        QTest::mouseClick(find<QPushButton>("blockedAdd"), Qt::LeftButton);
        auto *dialog = find<QDialog>("blockDialog");
        QCOMPARE(test::inputsWithoutName(dialog), QStringList());
        QCOMPARE(test::inputsWithoutObjectName(dialog), QStringList());
        QCOMPARE(test::cutWidgets(dialog), QStringList());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTest::mouseClick(find<QPushButton>("blockedRules"), Qt::LeftButton);
        dialog = find<QDialog>("blockingDialog");
        QCOMPARE(test::inputsWithoutName(dialog), QStringList());
        QCOMPARE(test::inputsWithoutObjectName(dialog), QStringList());
        QCOMPARE(test::inputsOutOfReach(dialog), QStringList());
    }
};

QTEST_MAIN(TestBlockedCard)
#include "tst_blockedcard.moc"
