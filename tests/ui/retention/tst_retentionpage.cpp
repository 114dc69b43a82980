// SPDX-License-Identifier: GPL-3.0-or-later
// The page Retention over a signed-in profile, by keys and clicks.
#include "tests/ui/common/uichecks.h"
#include "tests/ui/support/onlineprofile.h"
#include "tests/ui/support/preparedanswers.h"
#include "ui/retention/retentionpage.h"
#include "ui/retention/retentionwords.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace lw;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(14, 0), Qt::UTC);

PurgeCount counted(DataClass dataClass, qint64 removed, qint64 held)
{
    PurgeCount count;
    count.dataClass = dataClass;
    count.before = now.addDays(-400);
    count.removed = removed;
    count.held = held;
    if (removed > 0) {
        count.oldest = now.addDays(-700);
        count.newest = now.addDays(-401);
    }
    return count;
}

class On {
  public:
    explicit On(const QString &asRole = QStringLiteral("owner"), bool withRules = true) : profile(asRole)
    {
        {
            const auto lock = profile.admin().lock();
            lw::test::AdminBackend &admin = profile.admin();
            if (withRules) {
                admin.retention.loginLogDays = 400;
                admin.purges = {run("prg_2", 12), run("prg_1", 300)};
            }
            LegalHold hold;
            hold.id = QStringLiteral("hld_1");
            hold.subject = HoldSubject::Person;
            hold.value = admin.backend.users[1].id;
            hold.reason = QStringLiteral("Claim of unfair dismissal");
            hold.createdAt = now.addDays(-9);
            hold.createdBy = QStringLiteral("sami.haddad");
            LegalHold released = hold;
            released.id = QStringLiteral("hld_2");
            released.subject = HoldSubject::Number;
            released.value = QStringLiteral("+442079460001");
            released.reason = QStringLiteral("Settled");
            released.releasedAt = now.addDays(-1);
            released.releasedBy = QStringLiteral("sami.haddad");
            admin.holds = {released, hold};
        }
        page = std::make_unique<ui::RetentionPage>(ui::PageContext{profile.session(), answers, profile.clock()});
        QObject::connect(&profile.session(), &session::ConsoleSession::cacheChanged, page.get(), &ui::Page::refresh);
        QObject::connect(page.get(), &ui::Page::notice, page.get(), [this](const QString &text) { notices << text; });
        page->resize(1080, 740);
        page->show();
        page->refresh();
    }
    static PurgeRun run(const char *id, qint64 removed)
    {
        PurgeRun made;
        made.id = QLatin1String(id);
        made.startedAt = now.addDays(made.id == QLatin1String("prg_2") ? -1 : -2);
        made.finishedAt = made.startedAt.addSecs(4);
        made.counts = {counted(DataClass::LoginLog, removed, 3)};
        return made;
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
    QString text(const char *name) { return find<QLabel>(name)->text(); }
    QString cell(const char *table, int row, int column)
    {
        return find<QTableView>(table)->model()->index(row, column).data().toString();
    }
    int rows(const char *table) { return find<QTableView>(table)->model()->rowCount(); }
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
    static QPushButton *submitOf(QDialog *dialog)
    {
        return dialog->findChild<QPushButton *>(dialog->objectName() + QStringLiteral("Submit"));
    }
    QString detail()
    {
        QStringList texts;
        const auto labels = find<QWidget>("retentionDetail")->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            if (label->isVisibleTo(page.get())) texts << label->text();
        return texts.join(u'\n');
    }
    QStringList done()
    {
        const auto lock = profile.admin().lock();
        return profile.admin().done;
    }

    lw::test::OnlineProfile profile;
    lw::test::PreparedAnswers answers;
    std::unique_ptr<ui::RetentionPage> page;
    QStringList notices;
};

}  // namespace

class TestRetentionPage : public QObject {
    Q_OBJECT
    const SecretMemory m_memory;

  private Q_SLOTS:
    void initTestCase() { lw::test::installEnglish(); }

    void rulesHoldsAndPurgesAreShown()
    {
        On on;
        QVERIFY(on.isReady());
        QTRY_COMPARE(on.rows("holdTable"), 2);
        QCOMPARE(on.rows("runTable"), 2);
        QCOMPARE(on.text("kept_login_log"), QStringLiteral("400 days"));
        QCOMPARE(on.text("kept_audit_log"), QStringLiteral("permanently"));
        QVERIFY(on.find<QLabel>("kept_login_log")->accessibleName().contains(QStringLiteral("PCI DSS 10.5.1")));
        QVERIFY(on.text("retentionHeadline").contains(QStringLiteral("23 Nov 2026")));
        QVERIFY(on.text("retentionSubline").contains(QStringLiteral("removed 12.")));
        // Those in force first, people by their names.
        QVERIFY(!on.cell("holdTable", 0, 0).startsWith(QStringLiteral("usr_")));
        QCOMPARE(on.cell("holdTable", 0, 4), QStringLiteral("in force"));
        QCOMPARE(on.cell("holdTable", 1, 0), QStringLiteral("+442079460001"));
        QCOMPARE(on.cell("runTable", 0, 2), QStringLiteral("12"));
        on.find<QTableView>("runTable")->setCurrentIndex(on.find<QTableView>("runTable")->model()->index(1, 0));
        QTRY_VERIFY(on.detail().contains(QStringLiteral("300 entries")));
        QVERIFY(on.detail().contains(QStringLiteral("holds kept 3")));
        for (const char *table : {"holdTable", "runTable"})
            const QAbstractItemModelTester model(on.find<QTableView>(table)->model());
    }

    void aNewCustomerKeepsEverything()
    {
        On on(QStringLiteral("owner"), false);
        QVERIFY(on.isReady());
        QTRY_COMPARE(on.text("retentionHeadline"), QStringLiteral("Everything is kept permanently"));
        QVERIFY(!on.find<QPushButton>("retentionPurge")->isEnabled());
        QVERIFY(on.find<QPushButton>("retentionChange")->isEnabled());
    }

    void rulesAreSavedOnlyAfterTheirPreviewWasSeen()
    {
        On on;
        QVERIFY(on.isReady());
        {
            const auto lock = on.profile.admin().lock();
            on.profile.admin().purgeCounts = {counted(DataClass::LoginLog, 4'120, 7)};
        }
        on.click("retentionChange");
        QDialog *dialog = on.dialog("retentionDialog");
        QVERIFY(dialog);
        QPushButton *submit = On::submitOf(dialog);
        QVERIFY(!submit->isEnabled());
        auto *days = dialog->findChild<QSpinBox *>(QStringLiteral("days_login_log"));
        days->setValue(90);
        QVERIFY(submit->isEnabled());
        QVERIFY(submit->text().contains(QStringLiteral("Preview")));
        QTest::mouseClick(submit, Qt::LeftButton);
        auto *effect = dialog->findChild<QLabel *>(QStringLiteral("retentionEffect"));
        QTRY_VERIFY2(effect->text().contains(QStringLiteral("4120 entries")), qPrintable(effect->text()));
        QVERIFY(effect->text().contains(QStringLiteral("holds keep 7")));
        QVERIFY(submit->text().contains(QStringLiteral("Save")));
        // Another wish needs another look.
        days->setValue(91);
        QVERIFY(submit->text().contains(QStringLiteral("Preview")));
        QTest::mouseClick(submit, Qt::LeftButton);
        QTRY_VERIFY(submit->text().contains(QStringLiteral("Save")));
        on.answers.agree = false;
        QTest::mouseClick(submit, Qt::LeftButton);
        QVERIFY(on.answers.asked.last().contains(QStringLiteral("4120")));
        QVERIFY(!on.done().contains(QStringLiteral("PUT /v1/retention")));
        on.answers.agree = true;
        QTest::mouseClick(submit, Qt::LeftButton);
        QTRY_COMPARE(on.profile.admin().retention.loginLogDays, std::optional(91));
        QTRY_VERIFY(on.notices.join(u' ').contains(QStringLiteral("rules are saved")));
        QTRY_COMPARE(on.text("kept_login_log"), QStringLiteral("91 days"));
    }

    void permanentlyIsAValueOfTheBox()
    {
        On on;
        QVERIFY(on.isReady());
        on.click("retentionChange");
        QDialog *dialog = on.dialog("retentionDialog");
        QVERIFY(dialog);
        auto *login = dialog->findChild<QSpinBox *>(QStringLiteral("days_login_log"));
        auto *calls = dialog->findChild<QSpinBox *>(QStringLiteral("days_call_records"));
        QCOMPARE(calls->text(), QStringLiteral("permanently"));
        calls->stepUp();
        QCOMPARE(calls->value(), 8);
        calls->stepDown();
        login->setValue(login->minimum());
        QCOMPARE(login->text(), QStringLiteral("permanently"));
        QTest::mouseClick(On::submitOf(dialog), Qt::LeftButton);
        QTRY_VERIFY(On::submitOf(dialog)->text().contains(QStringLiteral("Save")));
        QTest::mouseClick(On::submitOf(dialog), Qt::LeftButton);
        QTRY_VERIFY(on.profile.admin().retention.allPermanent());
    }

    void somebodyElseChangedThemMeanwhile()
    {
        On on;
        QVERIFY(on.isReady());
        on.click("retentionChange");
        QDialog *dialog = on.dialog("retentionDialog");
        QVERIFY(dialog);
        dialog->findChild<QSpinBox *>(QStringLiteral("days_audit_log"))->setValue(500);
        QTest::mouseClick(On::submitOf(dialog), Qt::LeftButton);
        QTRY_VERIFY(On::submitOf(dialog)->text().contains(QStringLiteral("Save")));
        {
            const auto lock = on.profile.admin().lock();
            on.profile.admin().staleOnce = true;
        }
        QTest::mouseClick(On::submitOf(dialog), Qt::LeftButton);
        auto *problem = dialog->findChild<QLabel *>(QStringLiteral("retentionDialogProblem"));
        QTRY_VERIFY(problem->text().contains(QStringLiteral("meanwhile")));
    }

    void aHoldIsPlacedAndReleased()
    {
        On on;
        QVERIFY(on.isReady());
        on.click("retentionHold");
        QDialog *dialog = on.dialog("holdDialog");
        QVERIFY(dialog);
        auto *what = dialog->findChild<QComboBox *>(QStringLiteral("holdSubject"));
        auto *number = dialog->findChild<QLineEdit *>(QStringLiteral("holdNumber"));
        auto *reason = dialog->findChild<QLineEdit *>(QStringLiteral("holdReason"));
        QVERIFY(!number->isVisible());
        QTest::mouseClick(On::submitOf(dialog), Qt::LeftButton);
        QTRY_VERIFY(dialog->findChild<QLabel *>(QStringLiteral("holdPersonError"))->isVisible());
        what->setCurrentIndex(1);
        QVERIFY(number->isVisible());
        QTest::keyClicks(reason, QStringLiteral("Claim"));
        QTest::keyClicks(number, QStringLiteral("desk"));
        QTest::keyClick(number, Qt::Key_Return);
        QTRY_VERIFY(dialog->findChild<QLabel *>(QStringLiteral("holdNumberError"))->isVisible());
        number->setText(QStringLiteral("020 7946 0009"));
        QTest::mouseClick(On::submitOf(dialog), Qt::LeftButton);
        QTRY_COMPARE(on.rows("holdTable"), 3);
        // A wish is sent as it was typed; the back end makes it canonical.
        QVERIFY(on.done().contains(QStringLiteral("POST /v1/retention/holds")));

        auto *table = on.find<QTableView>("holdTable");
        table->setCurrentIndex(table->model()->index(0, 0));
        on.click("holdRelease");
        QTRY_VERIFY(on.notices.join(u' ').contains(QStringLiteral("released")));
        QTRY_COMPARE(on.cell("holdTable", 1, 4), QStringLiteral("released"));
    }

    void aPeriodIsHeld()
    {
        On on;
        QVERIFY(on.isReady());
        on.click("retentionHold");
        QDialog *dialog = on.dialog("holdDialog");
        QVERIFY(dialog);
        dialog->findChild<QComboBox *>(QStringLiteral("holdSubject"))->setCurrentIndex(2);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("holdReason")), QStringLiteral("Audit"));
        QTest::mouseClick(On::submitOf(dialog), Qt::LeftButton);
        QTRY_COMPARE(on.rows("holdTable"), 3);
        const auto lock = on.profile.admin().lock();
        QVERIFY(on.profile.admin().holds[0].subject == HoldSubject::Period);
        QVERIFY(on.profile.admin().holds[0].from.isValid() && on.profile.admin().holds[0].until.isValid());
    }

    void aPurgeIsAskedForOnceItWasSeenWhatGoes()
    {
        On on;
        QVERIFY(on.isReady());
        {
            const auto lock = on.profile.admin().lock();
            on.profile.admin().purgeCounts = {counted(DataClass::LoginLog, 1, 0)};
        }
        on.click("retentionPurge");
        QDialog *dialog = on.dialog("purgeDialog");
        QVERIFY(dialog);
        QTRY_VERIFY(On::submitOf(dialog)->isEnabled());
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("purgeEffect"))->text().contains(QStringLiteral("1 entry")));
        QTest::mouseClick(On::submitOf(dialog), Qt::LeftButton);
        QTRY_COMPARE(on.rows("runTable"), 3);
        QTRY_COMPARE(on.cell("runTable", 0, 1), QStringLiteral("Asked for by sami.haddad"));
    }

    void whoOnlyReadsChangesNothing()
    {
        On on(QStringLiteral("auditor"));
        QVERIFY(on.isReady());
        QTRY_COMPARE(on.rows("holdTable"), 2);
        for (const char *button : {"retentionPurge", "retentionHold", "retentionChange"}) {
            QVERIFY(!on.find<QPushButton>(button)->isEnabled());
            QVERIFY(!on.find<QPushButton>(button)->toolTip().isEmpty());
        }
        QVERIFY(!on.find<QPushButton>("holdRelease"));
    }
};

QTEST_MAIN(TestRetentionPage)
#include "tst_retentionpage.moc"
