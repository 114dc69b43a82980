// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/openprofile.h"
#include "tests/ui/support/preparedanswers.h"
#include "ui/people/peoplepage.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace lw;

class TestPeoplePage : public QObject {
    Q_OBJECT
    SecretMemory m_secretMemory;

    std::unique_ptr<test::OpenProfile> m_profile;
    test::PreparedAnswers m_answers;

    std::unique_ptr<ui::PeoplePage> openPage()
    {
        auto page =
            std::make_unique<ui::PeoplePage>(ui::PageContext{m_profile->session(), m_answers, m_profile->clock()});
        page->resize(1080, 740);
        page->show();
        page->refresh();
        [&] { QTRY_VERIFY(page->isReady() && page->findChild<QTableView *>()->model()->rowCount() > 0); }();
        return page;
    }
    static QTableView *table(ui::PeoplePage &page)
    {
        return page.findChild<QTableView *>(QStringLiteral("peopleTable"));
    }
    static QLineEdit *filter(ui::PeoplePage &page)
    {
        return page.findChild<QLineEdit *>(QStringLiteral("peopleFilterEdit"));
    }
    static QString detailText(ui::PeoplePage &page)
    {
        QStringList texts;
        for (const QLabel *label : page.findChild<QWidget *>(QStringLiteral("personDetail"))->findChildren<QLabel *>())
            if (label->isVisibleTo(&page)) texts << label->text();
        return texts.join(QLatin1Char('\n'));
    }

  private Q_SLOTS:
    void initTestCase()
    {
        test::installEnglish();
        m_profile = std::make_unique<test::OpenProfile>();
        QVERIFY2(m_profile->isOpen(), qPrintable(m_profile->problem()));
    }

    void listsEverybodyAndSumsUp()
    {
        const auto page = openPage();
        QCOMPARE(table(*page)->model()->rowCount(), 6);
        const QString summary = page->findChild<QLabel *>(QStringLiteral("peopleSummary"))->text();
        QVERIFY2(summary.contains(QStringLiteral("6 people")), qPrintable(summary));
        QVERIFY2(summary.contains(QStringLiteral("1 overdue")), qPrintable(summary));
    }

    void typingNarrows()
    {
        const auto page = openPage();
        page->focusSearch();
        QTest::keyClicks(filter(*page), QStringLiteral("password:overdue "));
        QTest::keyClick(filter(*page), Qt::Key_Return);
        QTRY_COMPARE(table(*page)->model()->rowCount(), 1);
        QCOMPARE(table(*page)->model()->index(0, 0).data().toString(), QStringLiteral("Ann Lee"));
    }

    void aMistakeIsExplainedAndKeepsTheList()
    {
        const auto page = openPage();
        page->open(QStringLiteral("team:sales"));
        QTRY_VERIFY(!page->findChildren<QLabel *>().isEmpty());
        bool said = false;
        for (const QLabel *label : page->findChildren<QLabel *>())
            said = said || (label->text().contains(QStringLiteral("team:")) && label->isVisibleTo(page.get()));
        QVERIFY(said);
        QCOMPARE(table(*page)->model()->rowCount(), 6);
    }

    void arrowKeysShowTheNextPerson()
    {
        const auto page = openPage();
        table(*page)->setFocus();
        QTRY_VERIFY(detailText(*page).contains(QStringLiteral("Ann Lee")));
        QTest::keyClick(table(*page), Qt::Key_Down);
        QTRY_VERIFY(detailText(*page).contains(QStringLiteral("Bruno Moreau")));
        QTRY_VERIFY2(detailText(*page).contains(QStringLiteral("events,")), qPrintable(detailText(*page)));
    }

    void detailSaysWhatTheRulesSay()
    {
        const auto page = openPage();
        QTRY_VERIFY(detailText(*page).contains(QStringLiteral("PCI DSS")));
        QVERIFY(detailText(*page).contains(QStringLiteral("NIST")));
        QVERIFY(detailText(*page).contains(QStringLiteral("14 days overdue")));
    }

    void exemptionShowsItsReason()
    {
        const auto page = openPage();
        page->open(QStringLiteral("password:exempt"));
        QTRY_COMPARE(table(*page)->model()->rowCount(), 1);
        QTRY_VERIFY(detailText(*page).contains(QStringLiteral("On parental leave")));
    }

    void badgeCountsWhatNeedsAction()
    {
        ui::PeoplePage page(ui::PageContext{m_profile->session(), m_answers, m_profile->clock()});
        QSignalSpy badge(&page, &ui::Page::badgeChanged);
        page.refresh();
        QTRY_COMPARE(badge.count(), 1);
        QCOMPARE(badge[0][0].toInt(), 2);  // one overdue, one never set
    }

    void choiceSurvivesARefresh()
    {
        const auto page = openPage();
        table(*page)->setCurrentIndex(table(*page)->model()->index(3, 0));
        QTRY_VERIFY(page->isReady());
        page->refresh();
        QTRY_VERIFY(page->isReady());
        QCOMPARE(table(*page)->currentIndex().row(), 3);
    }
};

QTEST_MAIN(TestPeoplePage)
#include "tst_peoplepage.moc"
