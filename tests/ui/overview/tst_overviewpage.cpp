// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/openprofile.h"
#include "tests/ui/support/preparedanswers.h"
#include "ui/common/barchart.h"
#include "ui/common/keyfigure.h"
#include "ui/overview/overviewpage.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace lw;

class TestOverviewPage : public QObject {
    Q_OBJECT
    SecretMemory m_secretMemory;

    test::PreparedAnswers m_answers;

    static ui::KeyFigure *figure(ui::OverviewPage &page, const char *name)
    {
        return page.findChild<ui::KeyFigure *>(QString::fromLatin1(name));
    }

  private Q_SLOTS:
    void initTestCase() { test::installEnglish(); }

    void figuresComeFromTheCache()
    {
        test::OpenProfile profile;
        QVERIFY2(profile.isOpen(), qPrintable(profile.problem()));
        ui::OverviewPage page(ui::PageContext{profile.session(), m_answers, profile.clock()});
        page.resize(1080, 740);
        page.show();
        page.refresh();
        QTRY_VERIFY(page.isReady());
        QCOMPARE(figure(page, "figureOverdue")->figure(), QStringLiteral("1"));
        QCOMPARE(figure(page, "figureFailed")->figure(), QStringLiteral("8"));
        QVERIFY(page.findChild<QLabel *>(QStringLiteral("proofText"))->text().contains(QStringLiteral("400")));
        QVERIFY(page.findChild<QLabel *>(QStringLiteral("spanText"))->text().contains(QStringLiteral("2026")));
    }

    void figuresLeadToTheirRows()
    {
        test::OpenProfile profile;
        QVERIFY2(profile.isOpen(), qPrintable(profile.problem()));
        ui::OverviewPage page(ui::PageContext{profile.session(), m_answers, profile.clock()});
        page.resize(1080, 740);
        page.show();
        page.refresh();
        QTRY_VERIFY(page.isReady());
        QSignalSpy navigated(&page, &ui::Page::navigate);
        QTest::mouseClick(figure(page, "figureOverdue"), Qt::LeftButton);
        QCOMPARE(navigated.count(), 1);
        QCOMPARE(navigated[0][0].toString(), QStringLiteral("people"));
        figure(page, "figureFailed")->setFocus();
        QTest::keyClick(figure(page, "figureFailed"), Qt::Key_Return);
        QCOMPARE(navigated.count(), 2);
        QCOMPARE(navigated[1][0].toString(), QStringLiteral("loginlog"));
    }

    void aBarOfTheChartOpensItsDay()
    {
        test::OpenProfile profile;
        QVERIFY2(profile.isOpen(), qPrintable(profile.problem()));
        ui::OverviewPage page(ui::PageContext{profile.session(), m_answers, profile.clock()});
        page.resize(1080, 740);
        page.show();
        page.refresh();
        QTRY_VERIFY(page.isReady());
        QSignalSpy navigated(&page, &ui::Page::navigate);
        auto *chart = page.findChild<ui::BarChart *>(QStringLiteral("overviewChart"));
        QTest::mouseClick(chart, Qt::LeftButton, {}, chart->barRect(28).center());
        QCOMPARE(navigated.count(), 1);
        QVERIFY2(navigated[0][1].toString().contains(QStringLiteral("2026-11-2")),
                 qPrintable(navigated[0][1].toString()));
    }
};

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
