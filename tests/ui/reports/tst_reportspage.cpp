// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/openprofile.h"
#include "tests/ui/support/preparedanswers.h"
#include "ui/reports/reportscope.h"
#include "ui/reports/reportspage.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace lw;

class TestReportsPage : public QObject {
    Q_OBJECT
    SecretMemory m_secretMemory;

    std::unique_ptr<test::OpenProfile> m_profile;
    test::PreparedAnswers m_answers;
    std::unique_ptr<ui::ReportsPage> m_page;

    QPushButton *button() const { return m_page->findChild<QPushButton *>(QStringLiteral("reportExport")); }
    QString detailText() const
    {
        QStringList texts;
        for (const QLabel *label :
             m_page->findChild<QWidget *>(QStringLiteral("reportDetail"))->findChildren<QLabel *>())
            texts << label->text();
        return texts.join(QLatin1Char('\n'));
    }
    QByteArray written() const
    {
        QFile file(m_answers.path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

  private Q_SLOTS:
    void initTestCase() { test::installEnglish(); }

    void init()
    {
        m_profile = std::make_unique<test::OpenProfile>();
        QVERIFY2(m_profile->isOpen(), qPrintable(m_profile->problem()));
        m_answers = {};
        m_page =
            std::make_unique<ui::ReportsPage>(ui::PageContext{m_profile->session(), m_answers, m_profile->clock()});
        m_page->resize(1080, 740);
        m_page->show();
        m_page->refresh();
        QTRY_VERIFY(button()->isEnabled());
        QTRY_VERIFY2(detailText().contains(QStringLiteral("400")), qPrintable(detailText()));
    }
    void cleanup()
    {
        m_page.reset();
        m_profile.reset();
    }

    void exportsCsvThroughTheDialog()
    {
        m_answers.path = m_profile->directory() + QStringLiteral("/out.csv");
        m_page->scope()->setFormat(loginlog::ReportFormat::Csv);
        QSignalSpy done(m_page.get(), &ui::ReportsPage::exported);
        button()->setFocus();
        QTest::keyClick(button(), Qt::Key_Space);
        QTRY_COMPARE(done.count(), 1);
        QVERIFY(m_answers.asked.value(0).endsWith(QStringLiteral(".csv")));
        QCOMPARE(written().count("\r\n"), 401);
        QTRY_VERIFY2(detailText().contains(QStringLiteral("queued")), qPrintable(detailText()));
    }

    void exportsPdf()
    {
        m_answers.path = m_profile->directory() + QStringLiteral("/out.pdf");
        QSignalSpy done(m_page.get(), &ui::ReportsPage::exported);
        QTest::mouseClick(button(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(done.count(), 1, 20'000);
        QVERIFY(written().startsWith("%PDF-1."));
    }

    void exportsPasswordRotation()
    {
        m_answers.path = m_profile->directory() + QStringLiteral("/rotation.csv");
        m_page->scope()->setKind(loginlog::ReportKind::PasswordRotation);
        m_page->scope()->setFormat(loginlog::ReportFormat::Csv);
        QTRY_VERIFY(m_page->isReady());
        QSignalSpy done(m_page.get(), &ui::ReportsPage::exported);
        QTest::mouseClick(button(), Qt::LeftButton);
        QTRY_COMPARE(done.count(), 1);
        QCOMPARE(written().count("\r\n"), 7);
        QVERIFY(written().contains("On parental leave"));
    }

    void aPlaceThatCannotBeWrittenIsExplained()
    {
        m_answers.path = m_profile->directory() + QStringLiteral("/no/such/folder/out.csv");
        m_page->scope()->setFormat(loginlog::ReportFormat::Csv);
        QSignalSpy done(m_page.get(), &ui::ReportsPage::exported);
        QTest::mouseClick(button(), Qt::LeftButton);
        QTRY_COMPARE(done.count(), 1);
        QCOMPARE(m_answers.asked.size(), 2);
        QVERIFY(!m_answers.asked[1].isEmpty());
        QVERIFY(!QFile::exists(m_answers.path));
        QTRY_VERIFY(button()->isEnabled());
    }

    void givingUpTheDialogWritesNothing()
    {
        QSignalSpy done(m_page.get(), &ui::ReportsPage::exported);
        QTest::mouseClick(button(), Qt::LeftButton);
        QCOMPARE(m_answers.asked.size(), 1);
        QCOMPARE(done.count(), 0);
    }

    void aFilterOfTheLogIsTakenOver()
    {
        m_page->open(QStringLiteral("outcome:failure"));
        QTRY_VERIFY2(detailText().contains(QStringLiteral("80")), qPrintable(detailText()));
        m_answers.path = m_profile->directory() + QStringLiteral("/failures.csv");
        m_page->scope()->setFormat(loginlog::ReportFormat::Csv);
        QSignalSpy done(m_page.get(), &ui::ReportsPage::exported);
        QTRY_VERIFY(button()->isEnabled());
        QTest::mouseClick(button(), Qt::LeftButton);
        QTRY_COMPARE(done.count(), 1);
        QCOMPARE(written().count("\r\n"), 81);
    }
};

QTEST_MAIN(TestReportsPage)
#include "tst_reportspage.moc"
