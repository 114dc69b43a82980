// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/openprofile.h"
#include "tests/ui/support/preparedanswers.h"
#include "ui/common/barchart.h"
#include "ui/loginlog/loginlogpage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace lw;

class TestLoginLogPage : public QObject {
    Q_OBJECT
    SecretMemory m_secretMemory;

    std::unique_ptr<test::OpenProfile> m_profile;
    test::PreparedAnswers m_answers;
    std::unique_ptr<ui::LoginLogPage> m_page;

    QTableView *table() const { return m_page->findChild<QTableView *>(QStringLiteral("logTable")); }
    QLineEdit *filter() const { return m_page->findChild<QLineEdit *>(QStringLiteral("logFilterEdit")); }
    ui::BarChart *chart() const { return m_page->findChild<ui::BarChart *>(QStringLiteral("logHistogram")); }
    QString caption() const { return m_page->findChild<QLabel *>(QStringLiteral("logCaption"))->text(); }
    QString detailText() const
    {
        QStringList texts;
        for (const QLabel *label :
             m_page->findChild<QWidget *>(QStringLiteral("eventDetail"))->findChildren<QLabel *>())
            texts << label->text();
        return texts.join(QLatin1Char('\n'));
    }

  private Q_SLOTS:
    void initTestCase()
    {
        test::installEnglish();
        m_profile = std::make_unique<test::OpenProfile>();
        QVERIFY2(m_profile->isOpen(), qPrintable(m_profile->problem()));
    }
    void init()
    {
        m_page =
            std::make_unique<ui::LoginLogPage>(ui::PageContext{m_profile->session(), m_answers, m_profile->clock()});
        m_page->resize(1080, 740);
        m_page->show();
        m_page->refresh();
        QTRY_COMPARE(table()->model()->rowCount(), 400);
        QTRY_VERIFY(m_page->isReady());
    }
    void cleanup() { m_page.reset(); }

    void showsTheNewestFirst()
    {
        QTRY_COMPARE(table()->model()->index(0, 0).data().toString(), QStringLiteral("22 Nov 14:01:00"));
        QVERIFY2(caption().contains(QStringLiteral("400")), qPrintable(caption()));
    }

    void typedFiltersNarrow_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("rows");
        QTest::newRow("outcome") << QStringLiteral("outcome:failure") << 80;
        QTest::newRow("network") << QStringLiteral("ip:203.0.113.0/24") << 80;
        QTest::newRow("agent word") << QStringLiteral("zoiper") << 80;
        QTest::newRow("nothing") << QStringLiteral("person:nobody") << 0;
        QTest::newRow("both") << QStringLiteral("outcome:success ip:203.0.113.0/24") << 0;
        QTest::newRow("everybody") << QString() << 400;
    }
    void typedFiltersNarrow()
    {
        QFETCH(QString, text);
        QFETCH(int, rows);
        m_page->focusSearch();
        QTest::keyClicks(filter(), text + QLatin1Char(' '));
        QTest::keyClick(filter(), Qt::Key_Return);
        QTRY_COMPARE(table()->model()->rowCount(), rows);
    }

    void mistakesAreNamedAndChangeNothing()
    {
        m_page->open(QStringLiteral("outcome:maybe"));
        QTRY_VERIFY(!m_page->findChild<QPushButton *>(QStringLiteral("logExport"))->isEnabled());
        QCOMPARE(table()->model()->rowCount(), 400);
        bool named = false;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            named = named || label->text().contains(QStringLiteral("outcome:maybe"));
        QVERIFY(named);
    }

    void detailCarriesAProof()
    {
        QTRY_VERIFY2(detailText().contains(QStringLiteral("Person")), qPrintable(detailText()));
        bool proven = false;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            proven = proven || label->text() == QStringLiteral("Proof valid");
        QVERIFY(proven);
    }

    void arrowKeysWalkTheEvents()
    {
        table()->setFocus();
        const QString before = detailText();
        QTest::keyClick(table(), Qt::Key_Down);
        QTRY_VERIFY(detailText() != before);
        QCOMPARE(table()->currentIndex().row(), 1);
    }

    void draggingOverTheHistogramZooms()
    {
        QTRY_VERIFY(chart()->barRect(0).isValid());
        const QPoint from = chart()->barRect(10).center();
        const QPoint to = chart()->barRect(20).center();
        QTest::mousePress(chart(), Qt::LeftButton, {}, from);
        QTest::mouseMove(chart(), to);
        QTest::mouseRelease(chart(), Qt::LeftButton, {}, to);
        QTRY_VERIFY(filter()->text().contains(QStringLiteral("since:")));
        QTRY_VERIFY(table()->model()->rowCount() > 0 && table()->model()->rowCount() < 120);
        auto *back = m_page->findChild<QPushButton *>(QStringLiteral("logZoomOut"));
        QVERIFY(back->isVisible());
        QTest::mouseClick(back, Qt::LeftButton);
        QTRY_COMPARE(table()->model()->rowCount(), 400);
    }

    void headerSorts()
    {
        QHeaderView *header = table()->horizontalHeader();
        const int x = header->sectionViewportPosition(1) + header->sectionSize(1) / 2;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {x, header->height() / 2});
        QTRY_COMPARE(table()->model()->index(0, 1).data().toString(), header->sortIndicatorOrder() == Qt::AscendingOrder
                                                                          ? QStringLiteral("ann.lee")
                                                                          : QStringLiteral("sami.haddad"));
    }

    void exportCarriesTheFilterAlong()
    {
        QSignalSpy navigated(m_page.get(), &ui::Page::navigate);
        m_page->open(QStringLiteral("outcome:failure"));
        QTRY_COMPARE(table()->model()->rowCount(), 80);
        QTest::mouseClick(m_page->findChild<QPushButton *>(QStringLiteral("logExport")), Qt::LeftButton);
        QCOMPARE(navigated.count(), 1);
        QCOMPARE(navigated[0][0].toString(), QStringLiteral("reports"));
        QCOMPARE(navigated[0][1].toString(), QStringLiteral("outcome:failure"));
    }

    void copiedProofHoldsEverythingAVerifierNeeds()
    {
        QTRY_VERIFY(m_page->findChild<QPushButton *>(QStringLiteral("copyProof")));
        m_page->findChild<QPushButton *>(QStringLiteral("copyProof"))->click();
        const QJsonObject proof = QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).object();
        for (const char *member : {"leaf", "leafHash", "leafIndex", "treeSize", "path", "checkpoint"})
            QVERIFY2(proof.contains(QLatin1String(member)), member);
        QCOMPARE(proof.value(QLatin1String("treeSize")).toInt(), 400);
        QCOMPARE(proof.value(QLatin1String("leafIndex")).toInt(), 399);
    }
};

QTEST_MAIN(TestLoginLogPage)
#include "tst_loginlogpage.moc"
