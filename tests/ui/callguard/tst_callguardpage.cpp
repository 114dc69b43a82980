// SPDX-License-Identifier: GPL-3.0-or-later
// The page Call Guard over a signed-in profile, by keys and clicks.
#include "tests/ui/common/uichecks.h"
#include "tests/ui/support/onlineprofile.h"
#include "tests/ui/support/preparedanswers.h"
#include "ui/callguard/callguardpage.h"
#include "ui/callguard/guardwords.h"
#include "ui/common/pill.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace lw;

namespace {

class On {
  public:
    explicit On(const QString &asRole = QStringLiteral("owner")) : profile(asRole)
    {
        page = std::make_unique<ui::CallGuardPage>(ui::PageContext{profile.session(), answers, profile.clock()});
        QObject::connect(&profile.session(), &session::ConsoleSession::cacheChanged, page.get(), &ui::Page::refresh);
        QObject::connect(page.get(), &ui::Page::notice, page.get(), [this](const QString &text) { notices << text; });
        page->resize(1080, 740);
        page->show();
        page->refresh();
    }
    bool isReady()
    {
        return profile.isReady() && QTest::qWaitFor([this] { return page->isReady(); }, 10'000);
    }
    template <typename T>
    T *find(const char *name)
    {
        return page->findChild<T *>(QLatin1String(name));
    }
    QTableView *table() { return find<QTableView>("numbersTable"); }
    int rows() { return table()->model()->rowCount(); }
    void click(const char *name)
    {
        QPushButton *button = nullptr;
        const bool there = QTest::qWaitFor(
            [&] {
                return page->isReady() && (button = find<QPushButton>(name)) && button->isVisible() &&
                       button->isEnabled();
            },
            10'000);
        if (there)
            QTest::mouseClick(button, Qt::LeftButton);
        else
            QTest::qFail(name, __FILE__, __LINE__);
    }
    QDialog *dialog(const char *name)
    {
        QDialog *found = nullptr;
        (void)QTest::qWaitFor([&] { return (found = find<QDialog>(name)) && found->isVisible(); }, 10'000);
        return found;
    }
    void choose(const QString &number)
    {
        for (int row = 0; row < rows(); ++row)
            if (table()->model()->index(row, 0).data().toString() == number)
                table()->setCurrentIndex(table()->model()->index(row, 0));
    }
    QString detail()
    {
        QStringList texts;
        const auto labels = find<QWidget>("numberDetail")->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            if (label->isVisibleTo(page.get())) texts << label->text();
        return texts.join(u'\n');
    }
    static GuardedNumber number(const char *text, const char *label, GuardState guard = GuardState::Inherit)
    {
        GuardedNumber made;
        made.number = QLatin1String(text);
        made.label = QLatin1String(label);
        made.guard = guard;
        made.addedAt = QDateTime(QDate(2026, 11, 1), QTime(9, 0), Qt::UTC);
        return made;
    }

    lw::test::OnlineProfile profile;
    lw::test::PreparedAnswers answers;
    std::unique_ptr<ui::CallGuardPage> page;
    QStringList notices;
};

}  // namespace

class TestCallGuardPage : public QObject {
    Q_OBJECT
    const SecretMemory m_memory;

    static void fill(On &on)
    {
        const auto lock = on.profile.admin().lock();
        on.profile.admin().numbers = {On::number("+442079460001", "Reception"),
                                      On::number("+442079460002", "Alarm", GuardState::Off)};
    }

  private Q_SLOTS:
    void anEmptyPageTeachesAndLeadsToTheFirstNumber()
    {
        On on;
        QVERIFY(on.isReady());
        QTRY_COMPARE(on.find<QLabel>("guardHeadline")->text(), QStringLiteral("0 number(s), 0 guarded"));
        on.click("numberAdd");
        QDialog *dialog = on.dialog("numberDialog");
        QVERIFY(dialog);
        auto *submit = dialog->findChild<QPushButton *>(QStringLiteral("numberDialogSubmit"));
        QVERIFY(!submit->isEnabled());
        auto *edit = dialog->findChild<QLineEdit *>(QStringLiteral("numberNumber"));
        QTest::keyClicks(edit, QStringLiteral("999"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY(dialog->findChild<QLabel *>(QStringLiteral("numberNumberError"))->isVisible());
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("(020) 7946 0005"));
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("rulesBarred")), QStringLiteral("0905, x"));
        QTest::mouseClick(submit, Qt::LeftButton);
        QTRY_VERIFY(dialog->findChild<QLabel *>(QStringLiteral("rulesBarredError"))->isVisible());
        dialog->findChild<QLineEdit *>(QStringLiteral("rulesBarred"))->setText(QStringLiteral("0905"));
        QTest::mouseClick(submit, Qt::LeftButton);
        QTRY_COMPARE(on.rows(), 1);
        QCOMPARE(on.table()->model()->index(0, 0).data().toString(), QStringLiteral("+442079460005"));
        QTRY_VERIFY(on.detail().contains(QStringLiteral("+44905")));
        QVERIFY(on.notices.join(u' ').contains(QStringLiteral("+442079460005 is added")));
    }

    void whoseSettingBarsIsShownAndTried()
    {
        On on;
        QVERIFY(on.isReady());
        fill(on);
        on.page->refresh();
        QTRY_COMPARE(on.rows(), 2);
        QTRY_COMPARE(on.find<QLabel>("guardHeadline")->text(), QStringLiteral("2 number(s), 1 guarded"));
        on.choose(QStringLiteral("+442079460001"));
        QTRY_VERIFY2(on.detail().contains(QStringLiteral("Barred by the company")), qPrintable(on.detail()));
        auto *tried = on.find<QLineEdit>("tryNumber");
        QTest::keyClicks(tried, QStringLiteral("0900 123 4567"));
        QCOMPARE(on.find<QLabel>("tryVerdict")->text(), QStringLiteral("barred"));
        QVERIFY(on.find<QLabel>("tryReason")->text().contains(QStringLiteral("the company bars")));
        // The same number from a line that is opted out.
        on.choose(QStringLiteral("+442079460002"));
        QCOMPARE(on.find<QLabel>("tryVerdict")->text(), QStringLiteral("passes"));
        tried->setText(QStringLiteral("0800 FLOWERS"));
        QCOMPARE(on.find<QLabel>("tryVerdict")->text(), QStringLiteral("barred"));
        QVERIFY(on.find<QLabel>("tryReason")->text().contains(QStringLiteral("letter")));
        tried->setText(QStringLiteral("999"));
        QVERIFY(on.find<QLabel>("tryReason")->text().contains(QStringLiteral("never barred")));
    }

    void theFilterReadsNumbersInAnyNotation()
    {
        On on;
        QVERIFY(on.isReady());
        fill(on);
        on.page->refresh();
        QTRY_COMPARE(on.rows(), 2);
        on.page->open(QStringLiteral("020 7946 0002"));
        QTRY_COMPARE(on.rows(), 1);
        on.page->open(QStringLiteral("recep"));
        QTRY_COMPARE(on.rows(), 1);
        on.page->open(QStringLiteral("nothing like it"));
        QTRY_COMPARE(on.rows(), 0);
        on.page->open({});
        QTRY_COMPARE(on.rows(), 2);
    }

    void optingOutSaysWhatItMeans()
    {
        On on;
        QVERIFY(on.isReady());
        fill(on);
        on.page->refresh();
        QTRY_COMPARE(on.rows(), 2);
        on.choose(QStringLiteral("+442079460001"));
        on.answers.agree = false;
        on.click("numberOpt");
        QVERIFY(on.answers.asked.last().contains(QStringLiteral("premium and international calls pass")));
        QCOMPARE(on.profile.admin().numbers.first().guard, GuardState::Inherit);
        on.answers.agree = true;
        on.click("numberOpt");
        QTRY_COMPARE(on.find<QLabel>("guardHeadline")->text(), QStringLiteral("2 number(s), 0 guarded"));
        on.click("guardAll");
        QVERIFY(on.answers.asked.last().contains(QStringLiteral("2 number(s)")));
        QTRY_COMPARE(on.find<QLabel>("guardHeadline")->text(), QStringLiteral("2 number(s), 2 guarded"));
    }

    void aFileIsJudgedBeforeItIsImportedAndNumbersLeaveAsOne()
    {
        On on;
        QVERIFY(on.isReady());
        fill(on);
        on.page->refresh();
        QTRY_COMPARE(on.rows(), 2);
        QTemporaryDir folder;
        on.answers.path = folder.filePath(QStringLiteral("numbers.csv"));
        on.find<QAction>("numbersExportAction")->trigger();
        QTRY_VERIFY(on.notices.join(u' ').contains(QStringLiteral("numbers.csv")));
        QFile written(on.answers.path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().contains("Reception"));
        {
            const auto lock = on.profile.admin().lock();
            on.profile.admin().numbersImport = {1,
                                                0,
                                                0,
                                                1,
                                                {{2, QStringLiteral("+442079460009"), QStringLiteral("add"), {}},
                                                 {3, {}, QStringLiteral("refuse"), QStringLiteral("No such number.")}},
                                                false};
        }
        on.find<QAction>("numbersImportAction")->trigger();
        QDialog *dialog = on.dialog("numbersImport");
        QVERIFY(dialog);
        auto *submit = dialog->findChild<QPushButton *>(QStringLiteral("numbersImportSubmit"));
        auto *choose = dialog->findChild<QPushButton *>(QStringLiteral("numbersImportFile"));
        QVERIFY(!submit->isEnabled());
        QTest::mouseClick(choose, Qt::LeftButton);
        auto *lines = dialog->findChild<QPlainTextEdit *>(QStringLiteral("numbersImportLines"));
        QTRY_VERIFY(lines->toPlainText().contains(QStringLiteral("Line 3: refused. No such number.")));
        QVERIFY(!submit->isEnabled());
        {
            const auto lock = on.profile.admin().lock();
            on.profile.admin().numbersImport = {1, 0, 0, 0, {}, false};
        }
        QTest::mouseClick(choose, Qt::LeftButton);
        QTRY_VERIFY(submit->isEnabled());
        QTest::mouseClick(submit, Qt::LeftButton);
        QTRY_VERIFY(on.notices.join(u' ').contains(QStringLiteral("1 numbers added")));
    }

    void theSettingsOfTheCompanySayTheirEffect()
    {
        On on;
        QVERIFY(on.isReady());
        fill(on);
        on.page->refresh();
        QTRY_COMPARE(on.rows(), 2);
        on.click("guardSettings");
        QDialog *dialog = on.dialog("guardSettingsDialog");
        QVERIFY(dialog);
        auto *effect = dialog->findChild<QLabel *>(QStringLiteral("guardEffect"));
        QCOMPARE(effect->text(), QStringLiteral("Nothing changes yet."));
        auto *box = dialog->findChild<QComboBox *>(QStringLiteral("ruleClass_international"));
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        QVERIFY2(effect->text().contains(QStringLiteral("International")), qPrintable(effect->text()));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("guardSettingsDialogSubmit")),
                          Qt::LeftButton);
        QTRY_VERIFY(on.profile.admin().guardSettings.barring.classes.value(CallClass::International));
        QTRY_VERIFY(on.find<QLabel>("guardSubline")->text().contains(QStringLiteral("International")));
    }

    void whatSomebodyElseChangedIsShown()
    {
        On on;
        QVERIFY(on.isReady());
        fill(on);
        on.page->refresh();
        QTRY_COMPARE(on.rows(), 2);
        on.choose(QStringLiteral("+442079460001"));
        on.click("numberEdit");
        QDialog *dialog = on.dialog("numberDialog");
        QVERIFY(dialog);
        {
            const auto lock = on.profile.admin().lock();
            on.profile.admin().staleOnce = true;
            on.profile.admin().meanwhile = [](lw::test::AdminBackend &admin) {
                admin.numbers.first().label = QStringLiteral("Front desk");
            };
        }
        auto *label = dialog->findChild<QLineEdit *>(QStringLiteral("numberLabel"));
        label->setText(QStringLiteral("Lobby"));
        QTest::keyClick(label, Qt::Key_Return);
        auto *problem = dialog->findChild<QLabel *>(QStringLiteral("numberDialogProblem"));
        QTRY_VERIFY2(problem->text().contains(QStringLiteral("Front desk")), qPrintable(problem->text()));
        QCOMPARE(label->text(), QStringLiteral("Lobby"));
        QTest::keyClick(label, Qt::Key_Return);
        QTRY_COMPARE(on.profile.admin().numbers.first().label, QStringLiteral("Lobby"));
    }

    void whoMayOnlyLookChangesNothing()
    {
        On on(QStringLiteral("auditor"));
        QVERIFY(on.isReady());
        fill(on);
        on.page->refresh();
        QTRY_COMPARE(on.rows(), 2);
        QVERIFY(!on.find<QPushButton>("numberAdd")->isEnabled());
        QVERIFY(!on.find<QPushButton>("numberAdd")->toolTip().isEmpty());
        QVERIFY(!on.find<QPushButton>("numberEdit"));
    }

    void hoursAreToldTogether()
    {
        QList<CallHours> week;
        for (int day = 1; day <= 5; ++day)
            week.append({day, 8 * 60, 18 * 60});
        week.append({7, 0, 24 * 60});
        const QString words = ui::hoursWords(week);
        QCOMPARE(words.count(QStringLiteral("08:00–18:00")), 1);
        QVERIFY2(words.contains(QStringLiteral("00:00–24:00")), qPrintable(words));
        QCOMPARE(ui::hoursWords({}), QStringLiteral("never"));
    }
};

QTEST_MAIN(TestCallGuardPage)
#include "tst_callguardpage.moc"
