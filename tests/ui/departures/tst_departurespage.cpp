// SPDX-License-Identifier: GPL-3.0-or-later
// The page "Departures" by keys and clicks, over a real cache and a back end that speaks the contract.
#include "tests/ui/common/uichecks.h"
#include "tests/ui/support/accessbackend.h"
#include "tests/ui/support/openprofile.h"
#include "tests/ui/support/preparedanswers.h"
#include "ui/common/theme.h"
#include "ui/departures/departurespage.h"

#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace lw;

class TestDeparturesPage : public QObject {
    Q_OBJECT
    SecretMemory m_secretMemory;

    std::unique_ptr<test::AccessBackend> m_backend;
    std::unique_ptr<test::OpenProfile> m_profile;
    std::unique_ptr<ui::DeparturesPage> m_page;
    test::PreparedAnswers m_answers;
    FixedClock m_clock{test::OpenProfile::now()};

    template <typename Kind = QWidget>
    Kind *find(const char *name) const
    {
        return m_page->findChild<Kind *>(QLatin1String(name));
    }
    QTableView *table() const { return find<QTableView>("departuresTable"); }
    QString detail() const
    {
        QStringList texts;
        for (const QLabel *label : find("departureDetail")->findChildren<QLabel *>())
            if (label->isVisibleTo(m_page.get())) texts << label->text();
        return texts.join(QLatin1Char('\n'));
    }
    QPushButton *visibleButton(const char *name) const
    {
        // Buttons of the row before end with the event loop.
        for (QPushButton *button : m_page->findChildren<QPushButton *>(QLatin1String(name)))
            if (button->isVisible()) return button;
        return nullptr;
    }
    void settle() const { QTRY_VERIFY_WITH_TIMEOUT(m_page->isReady(), 20'000); }
    void chooseRow(const QString &person)
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            if (table()->model()->index(row, 0).data().toString() == person)
                return table()->setCurrentIndex(table()->model()->index(row, 0));
        QFAIL(qPrintable(person));
    }
    static QList<User> peopleWithIdleOnes()
    {
        QList<User> people = test::OpenProfile::samplePeople();
        people[0].lastLoginAt = test::OpenProfile::now().addDays(-120);
        people[2].lastLoginAt = {};
        return people;
    }

  private Q_SLOTS:
    void initTestCase() { test::installEnglish(); }
    void init()
    {
        m_backend = std::make_unique<test::AccessBackend>();
        m_profile = std::make_unique<test::OpenProfile>(test::OpenProfile::sampleEvents(), peopleWithIdleOnes(),
                                                        m_backend->transport());
        QVERIFY2(m_profile->signIn(test::AccessBackend::password()), qPrintable(m_profile->problem()));
        m_answers = {};
        m_clock.set(test::OpenProfile::now());
        m_page = std::make_unique<ui::DeparturesPage>(ui::PageContext{m_profile->session(), m_answers, m_clock});
        m_page->resize(1080, 748);
        m_page->show();
        m_page->refresh();
        settle();
    }
    void cleanup()
    {
        m_page.reset();
        m_profile.reset();
        m_backend.reset();
    }

    void listsTheMostUrgentFirstAndSumsUp()
    {
        QCOMPARE(table()->model()->rowCount(), 5);
        QCOMPARE(table()->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("Eva Varga"));
        const QString summary = find<QLabel>("departuresSummary")->text();
        QVERIFY2(summary.contains(QStringLiteral("5 departures")), qPrintable(summary));
        QVERIFY(summary.contains(QStringLiteral("1 over 24 hours")));
    }

    void badgeCountsWhatNeedsAction()
    {
        ui::DeparturesPage page(ui::PageContext{m_profile->session(), m_answers, m_clock});
        QSignalSpy badge(&page, &ui::Page::badgeChanged);
        page.refresh();
        QTRY_COMPARE(badge.count(), 1);
        QCOMPARE(badge[0][0].toInt(), 1);
        m_clock.advanceMs(qint64(4) * 3600 * 1000);
        QTRY_COMPARE(badge.count(), 2);
        QCOMPARE(badge[1][0].toInt(), 2);
    }

    void theClockGoesOnWithoutRebuilding()
    {
        chooseRow(QStringLiteral("Bruno Moreau"));
        QSignalSpy reset(table()->model(), &QAbstractItemModel::modelReset);
        QTRY_VERIFY(detail().contains(QStringLiteral("3 h 12 min left")));
        const QWidget *clock = find("departureClock");
        m_clock.advanceMs(60'000);
        QTRY_VERIFY2(detail().contains(QStringLiteral("3 h 11 min left")), qPrintable(detail()));
        QCOMPARE(table()->currentIndex().siblingAtColumn(3).data().toString(), QStringLiteral("3 h 11 min left"));
        QCOMPARE(find("departureClock"), clock);
        QCOMPARE(reset.count(), 0);
    }

    void theProofNamesEachTryWithItsTime()
    {
        chooseRow(QStringLiteral("Daniel Costa"));
        QTRY_VERIFY(detail().contains(QStringLiteral("Sign-in: A sign-in is refused")));
        QVERIFY(detail().contains(QStringLiteral("2 devices are revoked")));
        QVERIFY(detail().contains(QStringLiteral("UTC")));
        QVERIFY(detail().contains(QStringLiteral("revoked in 14 min")));
        QVERIFY(!visibleButton("departureWithdraw"));
    }

    void probingAgainShowsWhatHappened()
    {
        chooseRow(QStringLiteral("Eva Varga"));
        QTRY_VERIFY(detail().contains(QStringLiteral("failed\n")));
        QSignalSpy badge(m_page.get(), &ui::Page::badgeChanged);
        QTest::mouseClick(visibleButton("departureProbe"), Qt::LeftButton);
        QTRY_VERIFY(detail().contains(QStringLiteral("Tried once more.")));
        QVERIFY(!detail().contains(QStringLiteral("failed\n")));
        QCOMPARE(badge.last()[0].toInt(), 0);
    }

    void withdrawingAsksFirst()
    {
        chooseRow(QStringLiteral("Ann Lee"));
        m_answers.agree = false;
        QTest::mouseClick(visibleButton("departureWithdraw"), Qt::LeftButton);
        QVERIFY(m_answers.asked.last().contains(QStringLiteral("Ann Lee keeps everything")));
        QVERIFY(m_backend->changes().isEmpty());
        m_answers.agree = true;
        QTest::mouseClick(visibleButton("departureWithdraw"), Qt::LeftButton);
        QTRY_VERIFY(detail().contains(QStringLiteral("withdrawn")));
        QCOMPARE(m_backend->state().departures[0].state, DepartureState::Cancelled);
    }

    void whatTheBackEndRefusesIsSaid()
    {
        chooseRow(QStringLiteral("Ann Lee"));
        m_backend->change([](test::AccessBackend::State &state) {
            state.refuse = makeError(Errc::Conflict, QStringLiteral("It was carried out already."));
        });
        QTest::mouseClick(visibleButton("departureWithdraw"), Qt::LeftButton);
        QTRY_COMPARE(m_answers.asked.last(), QStringLiteral("It was carried out already."));
        settle();
    }

    void openingShowsTheNewCase()
    {
        QTest::mouseClick(find<QPushButton>("departuresOpen"), Qt::LeftButton);
        QVERIFY(find<QDialog>("openDeparture")->isVisible());
        QTest::keyClicks(find<QLineEdit>("departurePerson"), QStringLiteral("jide.okafor"));
        QTest::mouseClick(find<QPushButton>("openDepartureSubmit"), Qt::LeftButton);
        QTRY_COMPARE(table()->model()->rowCount(), 6);
        settle();
        QTRY_VERIFY(detail().contains(QStringLiteral("Jide Okafor")));
    }

    void anotherPageMayAskForADeparture()
    {
        m_page->open(QStringLiteral("open:jide.okafor"));
        QVERIFY(find<QDialog>("openDeparture")->isVisible());
        QVERIFY(find<QLineEdit>("departurePerson")->text().contains(QStringLiteral("Jide")));
    }

    void typingNarrows()
    {
        m_page->focusSearch();
        auto *edit = find<QLineEdit>("departuresFilterEdit");
        QTest::keyClicks(edit, QStringLiteral("state:proved "));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        edit->clear();
        QTest::keyClicks(edit, QStringLiteral("team:x"));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(find<QLabel>("departuresFilterError")->text().contains(QStringLiteral("team:")));
    }

    void importingLeaversOpensTheirDialog()
    {
        m_answers.path = m_profile->directory() + QStringLiteral("/leavers.csv");
        QFile file(m_answers.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("login,date\njide.okafor,2026-11-20\n");
        file.close();
        QTest::mouseClick(find<QPushButton>("departuresImport"), Qt::LeftButton);
        QTRY_VERIFY(find<QDialog>("leaversDialog"));
        QTest::mouseClick(find<QPushButton>("leaversDialogSubmit"), Qt::LeftButton);
        QTRY_COMPARE(table()->model()->rowCount(), 6);
    }

    void aFileThatIsNoListIsExplained()
    {
        m_answers.path = m_profile->directory() + QStringLiteral("/other.csv");
        QFile file(m_answers.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("colour,size\nred,3\n");
        file.close();
        QTest::mouseClick(find<QPushButton>("departuresImport"), Qt::LeftButton);
        QTRY_VERIFY(m_answers.asked.last().contains(QStringLiteral("header")));
        QVERIFY(!find<QDialog>("leaversDialog"));
    }

    void idleAccountsAreDisabledTogether()
    {
        QVERIFY(find("idleCard")->isVisible());
        QCOMPARE(find<QTableView>("idleTable")->model()->rowCount(), 2);
        m_answers.agree = false;
        QTest::mouseClick(find<QPushButton>("idleDisableAll"), Qt::LeftButton);
        QVERIFY2(m_answers.asked.last().startsWith(QStringLiteral("2 accounts")), qPrintable(m_answers.asked.last()));
        QVERIFY(m_answers.asked.last().contains(QStringLiteral("Daniel Costa (never signed in)")));
        QVERIFY(m_answers.asked.last().contains(QStringLiteral("Ann Lee (120 days)")));
        QVERIFY(m_backend->changes().isEmpty());
        find<QTableView>("idleTable")->selectRow(1);
        QVERIFY(find<QPushButton>("idleDisable")->isVisible());
        m_answers.agree = true;
        QTest::mouseClick(find<QPushButton>("idleDisable"), Qt::LeftButton);
        QTRY_COMPARE(m_backend->state().disabled.size(), 1);
    }

    void offlineIsReadOnlyWithWhatTheCacheHas()
    {
        m_profile->session().signOut();
        QTRY_VERIFY(m_page->isReady() && !find<QPushButton>("departuresOpen")->isEnabled());
        QCOMPARE(table()->model()->rowCount(), 5);
        QVERIFY(find<QLabel>("departuresSummary")->text().contains(QStringLiteral("as seen")));
        QVERIFY(!visibleButton("departureProbe")->isEnabled());
        QVERIFY(!find<QPushButton>("idleDisableAll")->isEnabled());
    }

    void nothingYetTeaches()
    {
        m_backend->change([](test::AccessBackend::State &state) { state.departures.clear(); });
        m_page->refresh();
        settle();
        QCOMPARE(table()->model()->rowCount(), 0);
        QPushButton *action = nullptr;
        for (QPushButton *button : table()->findChildren<QPushButton *>(QStringLiteral("emptyStateAction")))
            if (button->isVisible()) action = button;
        QVERIFY(action);
        QTest::mouseClick(action, Qt::LeftButton);
        QVERIFY(find<QDialog>("openDeparture")->isVisible());
    }

    void withoutThePermissionThatIsSaid()
    {
        m_backend->change([](test::AccessBackend::State &state) {
            state.forbid = makeError(Errc::Forbidden, QStringLiteral("You need the permission departures.read."));
        });
        m_page->refresh();
        settle();
        QCOMPARE(table()->model()->rowCount(), 0);
        QVERIFY(!find<QPushButton>("departuresOpen")->isEnabled());
    }

    void withoutThePermissionNothingIsEvenAsked()
    {
        m_page.reset();
        test::AccessBackend backend;
        backend.fake().users[0].roles = {QStringLiteral("user")};
        test::OpenProfile profile(test::OpenProfile::sampleEvents(), test::OpenProfile::samplePeople(),
                                  backend.transport());
        QVERIFY2(profile.signIn(test::AccessBackend::password()), qPrintable(profile.problem()));
        m_page = std::make_unique<ui::DeparturesPage>(ui::PageContext{profile.session(), m_answers, m_clock});
        m_page->show();
        m_page->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(m_page->isReady(), 20'000);
        QCOMPARE(table()->model()->rowCount(), 0);
        QVERIFY(!find<QPushButton>("departuresOpen")->isEnabled());
        QCOMPARE(backend.fake().count("GET", QStringLiteral("/v1/departures")), 0);
        m_page.reset();
    }

    void everyInputIsNamedAndReached()
    {
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
        const QString folder = qEnvironmentVariable("LW_PICTURES");
        for (const char *person : {"Eva Varga", "Bruno Moreau"}) {
            chooseRow(QLatin1String(person));
            QTRY_VERIFY(find("departureClock") && find("departureClock")->isVisible());
            const QImage picture = m_page->grab().toImage();
            QVERIFY(!picture.isNull());
            const QString file = QStringLiteral("/departures-%1-%2.png")
                                     .arg(QLatin1String(person).left(3), QLatin1String(QTest::currentDataTag()));
            if (!folder.isEmpty()) QVERIFY(picture.save(folder + file));
        }
        ui::Theme::current().setScheme(ui::Scheme::Light);
    }
};

QTEST_MAIN(TestDeparturesPage)
#include "tst_departurespage.moc"
