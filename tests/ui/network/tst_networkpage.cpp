// SPDX-License-Identifier: GPL-3.0-or-later
// The page "Network access" by keys and clicks, over a real cache and a back end that speaks the contract.
#include "tests/ui/common/uichecks.h"
#include "tests/ui/support/accessbackend.h"
#include "tests/ui/support/openprofile.h"
#include "tests/ui/support/preparedanswers.h"
#include "ui/common/banner.h"
#include "ui/common/theme.h"
#include "ui/network/networkpage.h"

#include <QCheckBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace lw;

class TestNetworkPage : public QObject {
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
    QTableView *table() const { return find<QTableView>("networkTable"); }
    QString said(const char *name) const
    {
        const auto *label = find<QLabel>(name);
        return label && label->isVisibleTo(m_page.get()) ? label->text() : QString();
    }
    QPushButton *button(const char *name) const { return find<QPushButton>(name); }
    void press(const char *name) const
    {
        QPushButton *found = button(name);
        QVERIFY2(found && found->isVisible() && found->isEnabled(), name);
        QTest::mouseClick(found, Qt::LeftButton);
    }
    template <typename Kind = QDialog>
    Kind *dialog(const char *name) const
    {
        auto *found = find<Kind>(name);
        return found && found->isVisible() ? found : nullptr;
    }
    void openPage()
    {
        m_page = std::make_unique<ui::NetworkPage>(ui::PageContext{m_profile->session(), m_answers, m_clock});
        m_page->resize(1080, 748);
        m_page->show();
        m_page->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(m_page->isReady(), 20'000);
    }
    void settle() const { QTRY_VERIFY_WITH_TIMEOUT(m_page->isReady(), 20'000); }
    void chooseRow(const QString &network)
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            if (table()->model()->index(row, 0).data().toString() == network)
                return table()->setCurrentIndex(table()->model()->index(row, 0));
        QFAIL(qPrintable(network));
    }
    /// Removes the network by which everybody of the sample signs in but who sits in 198.51.100.0/27.
    void removeBristol()
    {
        chooseRow(QStringLiteral("198.51.100.32/27"));
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Delete);
        settle();
    }

  private Q_SLOTS:
    void initTestCase() { test::installEnglish(); }
    void init()
    {
        m_backend = std::make_unique<test::AccessBackend>();
        m_profile = std::make_unique<test::OpenProfile>(test::OpenProfile::sampleEvents(),
                                                        test::OpenProfile::samplePeople(), m_backend->transport());
        QVERIFY2(m_profile->isOpen(), qPrintable(m_profile->problem()));
        QVERIFY2(m_profile->signIn(test::AccessBackend::password()), qPrintable(m_profile->problem()));
        m_answers = {};
        m_clock.set(test::OpenProfile::now());
        openPage();
    }
    void cleanup()
    {
        m_page.reset();
        m_profile.reset();
        m_backend.reset();
    }

    void saysWhoMayConnectAndSinceWhen()
    {
        QCOMPARE(said("networkHeadline"), QStringLiteral("Only listed networks may connect"));
        QVERIFY(said("networkSubline").contains(QStringLiteral("2 Feb 2026")));
        QVERIFY(said("networkSubline").contains(QStringLiteral("PBX servers are always allowlisted")));
        QCOMPARE(table()->model()->rowCount(), 4);
        QTRY_VERIFY(table()->model()->index(0, 4).data().toString() != QStringLiteral("—"));
        QVERIFY(!find("reviewCard")->isVisible());
        QVERIFY(!find("pendingBanner")->isVisible());
    }

    void removingIsReplayedBeforeItIsSaved()
    {
        removeBristol();
        QVERIFY(find("reviewCard")->isVisible());
        const QString figure = said("reviewFigure");
        QVERIFY2(
            figure.contains(QStringLiteral("people")) && figure.contains(QStringLiteral("would have been refused")),
            qPrintable(figure));
        QVERIFY2(said("reviewNames").contains(QStringLiteral("Sami Haddad (administrator)")),
                 qPrintable(said("reviewNames")));
        QVERIFY(said("reviewOwn").contains(QStringLiteral("198.51.100.4")));
        QVERIFY(said("reviewOwn").contains(QStringLiteral("stays listed")));
        QVERIFY(button("reviewSave")->text().contains(QStringLiteral("10 min")));
        QVERIFY(m_backend->changes().isEmpty());
        QTest::mouseClick(button("reviewDiscard"), Qt::LeftButton);
        settle();
        QVERIFY(!find("reviewCard")->isVisible());
        QVERIFY(m_answers.asked.isEmpty());
    }

    void savingIsInForceUntilConfirmed()
    {
        removeBristol();
        find<QSpinBox>("reviewMinutes")->setFocus();
        QTest::keyClick(find<QSpinBox>("reviewMinutes"), Qt::Key_Up);
        QVERIFY(button("reviewSave")->text().contains(QStringLiteral("11 min")));
        QSignalSpy badge(m_page.get(), &ui::Page::badgeChanged);
        press("reviewSave");
        QTRY_VERIFY(find("pendingBanner")->isVisible());
        QCOMPARE(m_backend->state().network.allowlist.networks.size(), 3);
        QCOMPARE(badge.last()[0].toInt(), 1);
        settle();
        const auto *banner = find<ui::Banner>("pendingBanner");
        QVERIFY2(banner->accessibleName().contains(QStringLiteral("11:00")), qPrintable(banner->accessibleName()));
        QVERIFY(banner->text().contains(QStringLiteral("1 network removed")));
        m_clock.advanceMs(79'000);
        QTRY_VERIFY(banner->accessibleName().contains(QStringLiteral("9:41")));
        // Meanwhile nothing else may be proposed: there would be no list to come back to.
        QVERIFY(!button("networkAdd")->isEnabled());
        press("pendingConfirm");
        QTRY_VERIFY(!find("pendingBanner")->isVisible());
        QVERIFY(!m_backend->state().network.pending);
        QTRY_VERIFY(button("networkAdd")->isEnabled());
    }

    void revertingAsksAndPutsTheListBack()
    {
        removeBristol();
        press("reviewSave");
        QTRY_VERIFY(find("pendingBanner")->isVisible());
        m_answers.agree = false;
        press("pendingRevert");
        QVERIFY2(m_answers.asked.last().contains(QStringLiteral("1 network added")),
                 qPrintable(m_answers.asked.last()));
        QVERIFY(m_backend->state().network.pending.has_value());
        m_answers.agree = true;
        press("pendingRevert");
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        QVERIFY(!find("pendingBanner")->isVisible());
    }

    void whenTheTimeIsUpThePageLooksAgain()
    {
        removeBristol();
        press("reviewSave");
        QTRY_VERIFY(find("pendingBanner")->isVisible());
        settle();
        m_backend->change([](test::AccessBackend::State &state) {
            state.network.allowlist = state.network.pending->before;
            state.network.pending.reset();
        });
        m_clock.advanceMs(600'000);
        QTRY_VERIFY(!find("pendingBanner")->isVisible());
        QTRY_COMPARE(table()->model()->rowCount(), 4);
    }

    void lockingOneselfOutNeedsOnesOwnName()
    {
        chooseRow(QStringLiteral("198.51.100.0/27"));
        press("networkRemove");
        settle();
        QVERIFY2(said("reviewOwn").contains(QStringLiteral("lock yourself out")), qPrintable(said("reviewOwn")));
        press("reviewSave");
        QVERIFY(dialog("strandingDialog"));
        auto *typed = find<QLineEdit>("strandingLogin");
        QVERIFY(!button("strandingDialogSubmit")->isEnabled());
        QTest::keyClicks(typed, QStringLiteral("sami"));
        QTest::keyClick(typed, Qt::Key_Return);
        QVERIFY(m_backend->changes().isEmpty());
        QTest::keyClicks(typed, QStringLiteral(".haddad"));
        QTest::keyClick(typed, Qt::Key_Return);
        QTRY_VERIFY(find("pendingBanner")->isVisible());
        const auto sent = protocol::allowlistChangeFromJson(m_backend->changes().first().body);
        QVERIFY(sent.ok());
        QCOMPARE(sent->strandingConfirmed, QStringLiteral("sami.haddad"));
    }

    void whatTheBackEndFindsStrandingIsAskedToo()
    {
        removeBristol();
        m_backend->change([](test::AccessBackend::State &state) {
            state.refuse = makeError(Errc::Conflict, QStringLiteral("This list would lock out everybody."),
                                     QStringLiteral("stranding"));
        });
        press("reviewSave");
        QTRY_VERIFY(dialog("strandingDialog"));
        QTest::keyClick(find<QLineEdit>("strandingLogin"), Qt::Key_Escape);
        QTRY_VERIFY(!dialog("strandingDialog"));
        QVERIFY(find("reviewCard")->isVisible());
        QVERIFY(!m_backend->state().network.pending);
    }

    void bothSidesAreShownWhenSomebodyElseSaved()
    {
        removeBristol();
        m_backend->change([](test::AccessBackend::State &state) {
            state.network.allowlist.networks[0].label = QStringLiteral("London, 2nd floor");
            state.network.allowlist.networks[1].label = QStringLiteral("Bristol VPN and Wi-Fi");
        });
        press("reviewSave");
        QTRY_VERIFY(dialog("conflictDialog"));
        auto *again = button("conflictDialogSubmit");
        // Only London's label is decided by itself: nobody here touched it.
        QVERIFY(find<QRadioButton>("conflictTheirs_198.51.100.0/27")->isChecked());
        QVERIFY(!again->isEnabled());
        auto *mine = find<QRadioButton>("conflictMine_198.51.100.32/27");
        QVERIFY(!mine->isChecked());
        mine->setFocus();
        QTest::keyClick(mine, Qt::Key_Space);
        QVERIFY(again->isEnabled());
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_VERIFY(find("pendingBanner")->isVisible());
        const QList<AllowedNetwork> saved = m_backend->state().network.allowlist.networks;
        QCOMPARE(saved.size(), 3);
        QCOMPARE(saved[0].label, QStringLiteral("London, 2nd floor"));
    }

    void addingJudgesWhileTyping()
    {
        press("networkAdd");
        QVERIFY(dialog("networkDialog"));
        auto *edit = find<QLineEdit>("networkText");
        auto *submit = button("networkDialogSubmit");
        QVERIFY(!submit->isEnabled());
        QTest::keyClicks(edit, QStringLiteral("010.0.0.1"));
        QVERIFY(!said("networkTextError").isEmpty());
        QVERIFY(!submit->isEnabled());
        edit->clear();
        QTest::keyClicks(edit, QStringLiteral("198.51.100.7/27"));
        QVERIFY2(said("networkTextError").contains(QStringLiteral("Head office London")),
                 qPrintable(said("networkTextError")));
        edit->clear();
        QTest::keyClicks(edit, QStringLiteral("203.0.113.9/24"));
        QVERIFY(said("networkTextError").isEmpty());
        QTest::keyClicks(find<QLineEdit>("networkLabel"), QStringLiteral("Paris"));
        QTest::keyClick(find<QLineEdit>("networkLabel"), Qt::Key_Return);
        settle();
        QCOMPARE(table()->model()->rowCount(), 5);
        QCOMPARE(table()->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("203.0.113.0/24"));
        QVERIFY(find("reviewCard")->isVisible());
        press("networkRemove");  // undo
        settle();
        QVERIFY(!find("reviewCard")->isVisible());
    }

    void editingKeepsTheRow()
    {
        chooseRow(QStringLiteral("198.51.100.32/27"));
        QTest::keyClick(table(), Qt::Key_Return);
        QVERIFY(dialog("networkDialog"));
        QCOMPARE(find<QLineEdit>("networkText")->text(), QStringLiteral("198.51.100.32/27"));
        QVERIFY(find<QCheckBox>("networkEnds")->isChecked());
        QTest::keyClick(find<QCheckBox>("networkEnds"), Qt::Key_Space);
        QTest::mouseClick(button("networkDialogSubmit"), Qt::LeftButton);
        settle();
        press("reviewSave");
        QTRY_VERIFY(find("pendingBanner")->isVisible());
        QVERIFY(!m_backend->state().network.allowlist.networks[1].until.isValid());
    }

    void whatThePolicyRefusesCannotBeSaved()
    {
        for (int row = 0; row < 4; ++row) {
            table()->setCurrentIndex(table()->model()->index(row, 0));
            press("networkRemove");
            settle();
        }
        QVERIFY(!said("reviewRefusal").isEmpty());
        QVERIFY(!button("reviewSave")->isEnabled());
        m_answers.agree = false;
        press("reviewDiscard");
        QCOMPARE(m_answers.asked.size(), 1);
        QVERIFY(find("reviewCard")->isVisible());
    }

    void overlapsArePointedOut()
    {
        m_backend->change([](test::AccessBackend::State &state) {
            state.network.allowlist.networks.append({QStringLiteral("198.51.100.8"), QStringLiteral("Desk"), {}, {}});
        });
        m_page->refresh();
        settle();
        QVERIFY(find("findingsCard")->isVisible());
        QStringList texts;
        for (const QLabel *label : find("findingsCard")->findChildren<QLabel *>())
            texts << label->text();
        QVERIFY2(texts.join(u' ').contains(QStringLiteral("198.51.100.8")), qPrintable(texts.join(u' ')));
    }

    void turningOffIsAProposalToo()
    {
        press("networkSwitch");
        settle();
        QVERIFY(find("reviewCard")->isVisible());
        QVERIFY(said("reviewIntro").contains(QStringLiteral("not enforced")));
        press("reviewSave");
        QTRY_COMPARE(said("networkHeadline"), QStringLiteral("Any network may connect"));
        QVERIFY(!m_backend->state().network.allowlist.enforced);
    }

    void importingProposesAndExportingReadsBack()
    {
        const QString path = m_profile->directory() + QStringLiteral("/list.csv");
        m_answers.path = path;
        press("networkExport");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray exported = file.readAll();
        QVERIFY(exported.startsWith("network,label,owner,until"));
        file.write("203.0.113.0/25,Paris,,2026-12-31\r\n");
        file.close();
        press("networkImportButton");
        QTRY_VERIFY(dialog("networkImport"));
        QVERIFY2(said("networkImportCounts").contains(QStringLiteral("5 networks read: 1 new")),
                 qPrintable(said("networkImportCounts")));
        QTest::mouseClick(button("networkImportSubmit"), Qt::LeftButton);
        settle();
        QCOMPARE(table()->model()->rowCount(), 5);
    }

    void aFileWithABadLineIsRefusedWhole()
    {
        m_answers.path = m_profile->directory() + QStringLiteral("/bad.csv");
        QFile file(m_answers.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("203.0.113.0/25\n203.0.113.999\n");
        file.close();
        press("networkImportButton");
        QTRY_VERIFY(dialog("networkImport"));
        QVERIFY(!button("networkImportSubmit")->isEnabled());
        QTest::keyClick(dialog("networkImport"), Qt::Key_Escape);
        QVERIFY(!find("reviewCard")->isVisible());
    }

    void searchFindsTheNetworkOfAnAddress()
    {
        m_page->focusSearch();
        QTest::keyClicks(find<QLineEdit>("networkSearch"), QStringLiteral("198.51.100.33"));
        QCOMPARE(table()->model()->rowCount(), 1);
        QVERIFY(said("networkSummary").startsWith(QStringLiteral("1 of 4")));
    }

    void offlineIsReadOnlyWithWhatTheCacheHas()
    {
        m_profile->session().signOut();
        QTRY_VERIFY(m_page->isReady() && !button("networkAdd")->isEnabled());
        QCOMPARE(table()->model()->rowCount(), 4);
        QVERIFY(said("networkSubline").contains(QStringLiteral("as seen")));
        table()->setCurrentIndex(table()->model()->index(0, 0));
        QVERIFY(!button("networkRemove")->isEnabled());
        QVERIFY(!button("blockedAdd")->isEnabled());
        QVERIFY(button("networkExport")->isEnabled());
    }

    void withoutThePermissionThatIsSaid()
    {
        m_backend->change([](test::AccessBackend::State &state) {
            state.forbid = makeError(Errc::Forbidden, QStringLiteral("You need the permission network.read."));
        });
        m_page->refresh();
        settle();
        QCOMPARE(table()->model()->rowCount(), 0);
        QVERIFY(!button("networkAdd")->isEnabled());
    }

    void withoutThePermissionNothingIsEvenAsked()
    {
        m_page.reset();
        test::AccessBackend backend;
        backend.fake().users[0].roles = {QStringLiteral("user")};
        test::OpenProfile profile(test::OpenProfile::sampleEvents(), test::OpenProfile::samplePeople(),
                                  backend.transport());
        QVERIFY2(profile.signIn(test::AccessBackend::password()), qPrintable(profile.problem()));
        m_page = std::make_unique<ui::NetworkPage>(ui::PageContext{profile.session(), m_answers, m_clock});
        m_page->show();
        m_page->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(m_page->isReady(), 20'000);
        QCOMPARE(table()->model()->rowCount(), 0);
        QVERIFY(!find<QPushButton>("networkAdd")->isEnabled());
        QCOMPARE(backend.fake().count("GET", QStringLiteral("/v1/network")), 0);
        m_page.reset();
    }

    void everyInputIsNamedAndReached()
    {
        removeBristol();
        QCOMPARE(test::inputsWithoutName(m_page.get()), QStringList());
        QCOMPARE(test::inputsWithoutObjectName(m_page.get()), QStringList());
        QCOMPARE(test::inputsOutOfReach(m_page.get()), QStringList());
        QCOMPARE(test::cutWidgets(m_page.get()), QStringList());
    }

    void pictures_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light-1280") << int(ui::Scheme::Light) << QSize(1080, 748);
        QTest::newRow("dark-1280") << int(ui::Scheme::Dark) << QSize(1080, 748);
        QTest::newRow("light-1920") << int(ui::Scheme::Light) << QSize(1720, 1028);
        QTest::newRow("dark-1920") << int(ui::Scheme::Dark) << QSize(1720, 1028);
    }
    /// Both schemes paint; with LW_PICTURES set to a folder the pictures are kept for people to look at.
    void pictures()
    {
        QFETCH(int, scheme);
        QFETCH(QSize, size);
        ui::Theme::current().setScheme(static_cast<ui::Scheme>(scheme));
        m_page->resize(size);
        const auto keep = [this](const char *name) {
            const QImage picture = m_page->grab().toImage();
            const QString folder = qEnvironmentVariable("LW_PICTURES");
            const QString file =
                QStringLiteral("/network-%1-%2.png").arg(QLatin1String(name), QLatin1String(QTest::currentDataTag()));
            return folder.isEmpty() || picture.save(folder + file);
        };
        QVERIFY(keep("plain"));
        removeBristol();
        QVERIFY(keep("review"));
        press("reviewSave");
        QTRY_VERIFY(find("pendingBanner")->isVisible());
        settle();
        QVERIFY(keep("pending"));
        m_backend->change([](test::AccessBackend::State &state) {
            state.network = {};
            state.network.yourAddress = QStringLiteral("198.51.100.4");
            state.blocks.blocked.clear();
        });
        m_page->refresh();
        settle();
        QCOMPARE(table()->model()->rowCount(), 0);
        QVERIFY(keep("empty"));
        ui::Theme::current().setScheme(ui::Scheme::Light);
    }
};

QTEST_MAIN(TestNetworkPage)
#include "tst_networkpage.moc"
