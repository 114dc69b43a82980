// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/uichecks.h"
#include "tests/ui/sessions/sessionsamples.h"
#include "tests/ui/support/onlineprofile.h"
#include "tests/ui/support/preparedanswers.h"
#include "ui/sessions/sessionspage.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace lw;

class TestSessionsPage : public QObject {
    Q_OBJECT
    SecretMemory m_secretMemory;
    std::unique_ptr<test::OnlineProfile> m_profile;
    test::PreparedAnswers m_answers;
    std::unique_ptr<ui::SessionsPage> m_page;

    void open(const QString &asRole = QStringLiteral("owner"))
    {
        m_page.reset();
        m_profile = std::make_unique<test::OnlineProfile>(asRole);
        QVERIFY2(m_profile->isReady(), qPrintable(m_profile->problem()));
        m_profile->admin().sessions = test::sampleSessions();
        m_answers = {};
        m_page =
            std::make_unique<ui::SessionsPage>(ui::PageContext{m_profile->session(), m_answers, m_profile->clock()});
        m_page->resize(1080, 740);
        m_page->show();
        m_page->refresh();
        QTRY_VERIFY(m_page->isReady());
    }
    QTableView *table() { return m_page->findChild<QTableView *>(QStringLiteral("sessionsTable")); }
    QPushButton *button(const char *name) { return m_page->findChild<QPushButton *>(QLatin1String(name)); }
    QString text()
    {
        QStringList texts;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            if (label->isVisibleTo(m_page.get())) texts << label->text();
        return texts.join(QLatin1Char('\n'));
    }
    void choose(const QString &address)
    {
        auto *filter = m_page->findChild<QLineEdit *>(QStringLiteral("sessionsFilterEdit"));
        filter->clear();
        m_page->focusSearch();
        QTest::keyClicks(filter, address);
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        table()->setCurrentIndex(table()->model()->index(0, 0));
    }

  private Q_SLOTS:
    void initTestCase() { test::installEnglish(); }
    void cleanup() { m_page.reset(); }

    void listsThemWithTheLatestSeenFirst()
    {
        open();
        QCOMPARE(table()->model()->rowCount(), 4);
        QCOMPARE(table()->model()->index(0, 0).data().toString(), QStringLiteral("Sami Haddad"));
        QTRY_VERIFY2(text().contains(QStringLiteral("4 live sessions · 3 people")), qPrintable(text()));
        QTRY_VERIFY(text().contains(QStringLiteral("Your own session")));
    }

    void endsOne()
    {
        open();
        choose(QStringLiteral("2001:db8:7::21"));
        QTest::mouseClick(button("sessionEnd"), Qt::LeftButton);
        QVERIFY2(m_answers.asked.value(0).contains(QStringLiteral("One session of Ann Lee from 2001:db8:7::21")),
                 qPrintable(m_answers.asked.join(QLatin1Char('|'))));
        QTRY_VERIFY(m_page->isReady());
        const auto guard = m_profile->admin().lock();
        QCOMPARE(m_profile->admin().sessions.size(), 3);
    }

    void endsAllOfOnePerson()
    {
        open();
        choose(QStringLiteral("203.0.113.9"));
        QSignalSpy notice(m_page.get(), &ui::Page::notice);
        QTest::mouseClick(button("sessionEndAll"), Qt::LeftButton);
        QVERIFY(m_answers.asked.value(0).contains(QStringLiteral("2 sessions of Ann Lee")));
        QTRY_COMPARE(notice.count(), 1);
        QCOMPARE(notice[0][0].toString(), QStringLiteral("2 sessions of Ann Lee ended."));
        QTRY_VERIFY(m_page->isReady());
        const auto guard = m_profile->admin().lock();
        QCOMPARE(m_profile->admin().sessions.size(), 2);
    }

    void askedAndRefusedEndsNothing()
    {
        open();
        m_answers.agree = false;
        choose(QStringLiteral("198.51.100.77"));
        QTest::mouseClick(button("sessionEnd"), Qt::LeftButton);
        QTRY_VERIFY(m_page->isReady());
        const auto guard = m_profile->admin().lock();
        QCOMPARE(m_profile->admin().sessions.size(), 4);
    }

    void oneThatIsGoneAlreadyIsNoMistake()
    {
        open();
        choose(QStringLiteral("198.51.100.77"));
        {
            const auto guard = m_profile->admin().lock();
            m_profile->admin().sessions.removeLast();
        }
        QSignalSpy notice(m_page.get(), &ui::Page::notice);
        QTest::mouseClick(button("sessionEnd"), Qt::LeftButton);
        QTRY_COMPARE(notice.count(), 1);
        QVERIFY(notice[0][0].toString().contains(QStringLiteral("ended already")));
    }

    void whoMayOnlyLookEndsNothing()
    {
        open(QStringLiteral("auditor"));
        QCOMPARE(table()->model()->rowCount(), 4);
        QVERIFY(!button("sessionEnd"));
        QTRY_VERIFY(text().contains(QStringLiteral("do not end sessions")));
    }

    void whoMayNotLookIsTold()
    {
        open(QStringLiteral("user"));
        QCOMPARE(table()->model()->rowCount(), 0);
        QTRY_VERIFY(text().contains(QStringLiteral("do not show live sessions")));
    }

    void offlineNobodyIsInvented()
    {
        open();
        m_profile->session().signOut();
        QTRY_COMPARE(table()->model()->rowCount(), 0);
        QTRY_VERIFY2(text().contains(QStringLiteral("not known offline")), qPrintable(text()));
        QVERIFY(!button("sessionsRefresh")->isEnabled());
    }

    void inputsAreNamedAndFit()
    {
        open();
        QCOMPARE(test::inputsWithoutName(m_page.get()), QStringList());
        QCOMPARE(test::inputsWithoutObjectName(m_page.get()), QStringList());
        QCOMPARE(test::inputsOutOfReach(m_page.get()), QStringList());
        QCOMPARE(test::cutWidgets(m_page.get()), QStringList());
    }
};

QTEST_MAIN(TestSessionsPage)
#include "tst_sessionspage.moc"
