// SPDX-License-Identifier: GPL-3.0-or-later
// The page Spend over a signed-in profile, by keys and clicks.
#include "tests/ui/common/uichecks.h"
#include "tests/ui/support/onlineprofile.h"
#include "tests/ui/support/preparedanswers.h"
#include "ui/common/barchart.h"
#include "ui/spend/spendpage.h"
#include "ui/spend/spendparts.h"
#include "ui/spend/spendwords.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryFile>
#include <QTest>

using namespace lw;

namespace {

Decimal pounds(qint64 whole)
{
    return Decimal{whole * 1'000'000};
}

SpendUsage usage(const QDateTime &now, const char *number, SpendPeriod period, int spent, std::optional<int> limit)
{
    SpendUsage made;
    made.number = QLatin1String(number);
    made.period = period;
    made.start = now.addSecs(-7'200);
    made.end = made.start.addDays(period == SpendPeriod::Day ? 1 : 7);
    made.spent = pounds(spent);
    if (limit) made.limit = pounds(*limit);
    made.calls = 12;
    return made;
}

class On {
  public:
    explicit On(const QString &asRole = QStringLiteral("owner")) : profile(asRole)
    {
        {
            const auto lock = profile.admin().lock();
            lw::test::AdminBackend &admin = profile.admin();
            const QDateTime now = profile.clock().nowUtc();
            admin.spend.asOf = now;
            admin.spend.currency = QStringLiteral("GBP");
            admin.spend.rates = 19;
            admin.spend.usages = {usage(now, "", SpendPeriod::Day, 30, 200),
                                  usage(now, "", SpendPeriod::Week, 90, std::nullopt),
                                  usage(now, "+442079460001", SpendPeriod::Day, 5, 25),
                                  usage(now, "+442079460001", SpendPeriod::Week, 5, 100),
                                  usage(now, "+442079460002", SpendPeriod::Day, 24, 25),
                                  usage(now, "+442079460002", SpendPeriod::Week, 60, 100)};
            const QDate today = now.date();
            admin.spendDays = {{today, CallClass::Geographic, 40, 4'000, pounds(2)},
                               {today, CallClass::International, 2, 600, pounds(28)}};
            GuardedNumber named;
            named.number = QStringLiteral("+442079460002");
            named.label = QStringLiteral("Workshop");
            admin.numbers = {named};
        }
        page = std::make_unique<ui::SpendPage>(ui::PageContext{profile.session(), answers, profile.clock()});
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
    QString text(const char *name) { return find<QLabel>(name)->text(); }
    QTableView *table() { return find<QTableView>("spendTable"); }
    QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }
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
    static void submit(QDialog *dialog)
    {
        QTest::mouseClick(dialog->findChild<QPushButton *>(dialog->objectName() + QStringLiteral("Submit")),
                          Qt::LeftButton);
    }
    static void type(QDialog *dialog, const char *name, const char *text)
    {
        auto *edit = dialog->findChild<QLineEdit *>(QLatin1String(name));
        edit->selectAll();
        if (*text)
            QTest::keyClicks(edit, QLatin1String(text));
        else
            edit->clear();
    }
    QString detail()
    {
        QStringList texts;
        const auto labels = find<QWidget>("spendDetail")->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            if (label->isVisibleTo(page.get())) texts << label->text();
        return texts.join(u'\n');
    }

    lw::test::OnlineProfile profile;
    lw::test::PreparedAnswers answers;
    std::unique_ptr<ui::SpendPage> page;
    QStringList notices;
};

}  // namespace

class TestSpendPage : public QObject {
    Q_OBJECT
    const SecretMemory m_memory;

  private Q_SLOTS:
    void amountsAreRoundedForPeopleOnly()
    {
        QCOMPARE(ui::amountText(Decimal{12'345'678}), QStringLiteral("12.35"));
        QCOMPARE(ui::amountText(Decimal{-4'999}), QStringLiteral("0.00"));
        QCOMPARE(ui::amountText(Decimal{1'234'500'000'000}), QStringLiteral("1,234,500.00"));
        QCOMPARE(ui::moneyText(Decimal{500'000}, QStringLiteral("GBP")), QStringLiteral("GBP\u00a00.50"));
    }

    void gaugesAndRowsTellHowNearTheLimitsAre()
    {
        On on;
        QVERIFY(on.isReady());
        QTRY_COMPARE(on.table()->model()->rowCount(), 2);
        QTRY_COMPARE(on.text("gaugeTodayFigure"), QStringLiteral("GBP\u00a030.00"));
        QVERIFY2(on.text("gaugeTodayWords").startsWith(QStringLiteral("15 % of GBP\u00a0200.00")),
                 qPrintable(on.text("gaugeTodayWords")));
        QVERIFY(on.text("gaugeTodayWords").contains(QStringLiteral("at this pace")));
        QCOMPARE(on.text("gaugeWeekWords"), QStringLiteral("no limit"));
        // The nearest to a limit stands first, with its label.
        QCOMPARE(on.cell(0, 0), QStringLiteral("+442079460002"));
        QCOMPARE(on.cell(0, 1), QStringLiteral("Workshop"));
        QCOMPARE(on.cell(0, 4), QStringLiteral("96 %"));
        QCOMPARE(on.cell(1, 4), QStringLiteral("20 %"));
        QVERIFY(on.detail().contains(QStringLiteral("Workshop")));
        auto *chart = on.find<ui::BarChart>("spendChart");
        QVERIFY2(chart->accessibleDescription().contains(QStringLiteral("GBP\u00a028.00 for international")),
                 qPrintable(chart->accessibleDescription()));
        const QAbstractItemModelTester model(on.table()->model());
    }

    void limitsAreChangedAndBadOnesNamed()
    {
        On on;
        QVERIFY(on.isReady());
        on.click("spendLimits");
        QDialog *dialog = on.dialog("limitsDialog");
        QVERIFY(dialog);
        On::type(dialog, "limitDaily", "a lot");
        On::submit(dialog);
        QTRY_VERIFY(dialog->findChild<QLabel *>(QStringLiteral("limitDailyError"))->isVisible());
        On::type(dialog, "limitDaily", "900.50");
        On::submit(dialog);
        QTRY_VERIFY(dialog->findChild<QLabel *>(QStringLiteral("limitWeeklyError"))->isVisible());
        On::type(dialog, "limitWeekly", "");
        On::type(dialog, "limitLevels", "90, 80");
        On::submit(dialog);
        QTRY_VERIFY(dialog->findChild<QLabel *>(QStringLiteral("limitLevelsError"))->isVisible());
        On::type(dialog, "limitLevels", "75, 100");
        dialog->findChild<QCheckBox *>(QStringLiteral("limitCut"))->setChecked(false);
        On::submit(dialog);
        QTRY_COMPARE(on.profile.admin().spendSettings.customer.daily, std::optional(Decimal{900'500'000}));
        QVERIFY(!on.profile.admin().spendSettings.customer.weekly);
        QCOMPARE(on.profile.admin().spendSettings.warningLevels, QList<int>({75, 100}));
        QVERIFY(!on.profile.admin().spendSettings.cutRunningCalls);
        QTRY_VERIFY(on.notices.join(u' ').contains(QStringLiteral("limits are saved")));
    }

    void limitsAreTriedOnPastCalls()
    {
        On on;
        QVERIFY(on.isReady());
        {
            const auto lock = on.profile.admin().lock();
            protocol::ReplayAnswer &replay = on.profile.admin().replay;
            replay.from = on.profile.clock().nowUtc().addDays(-90);
            replay.currency = QStringLiteral("GBP");
            replay.verdict.calls = 7'423;
            replay.verdict.refused = 12;
            replay.verdict.spent = pounds(900);
            replay.verdict.saved = pounds(240);
            replay.verdict.firstBreach = replay.from.addDays(40);
            replay.verdict.firstBreachNumber = QStringLiteral("+442079460002");
        }
        on.click("spendLimits");
        QDialog *dialog = on.dialog("limitsDialog");
        QVERIFY(dialog);
        auto *tried = dialog->findChild<QPushButton *>(QStringLiteral("limitTry"));
        auto *effect = dialog->findChild<QLabel *>(QStringLiteral("limitEffect"));
        On::type(dialog, "limitDaily", "x");
        QTest::mouseClick(tried, Qt::LeftButton);
        QVERIFY(!effect->isVisible());
        On::type(dialog, "limitDaily", "20");
        QTest::mouseClick(tried, Qt::LeftButton);
        QTRY_VERIFY(effect->isVisible());
        QVERIFY2(effect->text().contains(QStringLiteral("12 would have been refused and 0 cut: GBP\u00a0240.00")),
                 qPrintable(effect->text()));
        QVERIFY(effect->text().contains(QStringLiteral("The limit of +442079460002 is first reached")));
        QVERIFY(on.profile.admin().done.join(u' ').contains(QStringLiteral("POST /v1/spend/replay")));
        QCOMPARE(on.profile.admin().spendSettings, SpendSettings());
    }

    void somebodyElseChangedThemMeanwhile()
    {
        On on;
        QVERIFY(on.isReady());
        on.click("spendLimits");
        QDialog *dialog = on.dialog("limitsDialog");
        QVERIFY(dialog);
        {
            const auto lock = on.profile.admin().lock();
            on.profile.admin().staleOnce = true;
        }
        On::type(dialog, "limitDaily", "1");
        On::submit(dialog);
        auto *problem = dialog->findChild<QLabel *>(QStringLiteral("limitsDialogProblem"));
        QTRY_VERIFY(problem->text().contains(QStringLiteral("meanwhile")));
    }

    void aNumberGetsLimitsOfItsOwn()
    {
        On on;
        QVERIFY(on.isReady());
        QTRY_COMPARE(on.table()->model()->rowCount(), 2);
        on.click("spendOwnLimits");
        QDialog *dialog = on.dialog("numberLimitDialog");
        QVERIFY(dialog);
        On::type(dialog, "ownDaily", "3");
        On::submit(dialog);
        QTRY_COMPARE(on.profile.admin().spendSettings.numbers.value(QStringLiteral("+442079460002")).daily,
                     std::optional(pounds(3)));
    }

    void aLimitIsRaisedAndTakenBack()
    {
        On on;
        QVERIFY(on.isReady());
        QTRY_COMPARE(on.table()->model()->rowCount(), 2);
        on.click("spendOwnRaise");
        QDialog *dialog = on.dialog("raiseDialog");
        QVERIFY(dialog);
        On::type(dialog, "raiseAmount", "50");
        On::submit(dialog);
        QTRY_VERIFY(dialog->findChild<QLabel *>(QStringLiteral("raiseReasonError"))->isVisible());
        On::type(dialog, "raiseReason", "Trade fair");
        On::submit(dialog);
        QTRY_COMPARE(on.profile.admin().raises.size(), 1);
        QTRY_VERIFY2(on.detail().contains(QStringLiteral("Trade fair")), qPrintable(on.detail()));
        on.click("spendTakeBack");
        QVERIFY(on.answers.asked.last().contains(QStringLiteral("what it was before")));
        QTRY_COMPARE(on.profile.admin().raises.size(), 0);
    }

    void aResetNeedsAReason()
    {
        On on;
        QVERIFY(on.isReady());
        QTRY_COMPARE(on.table()->model()->rowCount(), 2);
        on.click("spendOwnReset");
        QDialog *dialog = on.dialog("resetDialog");
        QVERIFY(dialog);
        auto *button = dialog->findChild<QPushButton *>(QStringLiteral("resetDialogSubmit"));
        QVERIFY(!button->isEnabled());
        On::type(dialog, "resetReason", "Our own calls");
        QVERIFY(button->isEnabled());
        QTest::keyClick(dialog->findChild<QLineEdit *>(QStringLiteral("resetReason")), Qt::Key_Return);
        QTRY_COMPARE(on.cell(0, 4), QStringLiteral("60 %"));
    }

    void aDeckIsJudgedBeforeItIsLoaded()
    {
        On on;
        QVERIFY(on.isReady());
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("prefix,price_per_minute,currency\n+371,x,GBP\n");
        file.close();
        on.answers.path = file.fileName();
        {
            const auto lock = on.profile.admin().lock();
            on.profile.admin().deck = {QStringLiteral("GBP"),
                                       0,
                                       1,
                                       {{2, QStringLiteral("price_per_minute"), QStringLiteral("No amount.")}},
                                       false};
        }
        on.click("spendDeck");
        QDialog *dialog = on.dialog("rateDeckDialog");
        QVERIFY(dialog);
        auto *load = dialog->findChild<QPushButton *>(QStringLiteral("rateDeckDialogSubmit"));
        auto *choose = dialog->findChild<QPushButton *>(QStringLiteral("deckFile"));
        QVERIFY(!load->isEnabled());
        QTest::mouseClick(choose, Qt::LeftButton);
        auto *report = dialog->findChild<QPlainTextEdit *>(QStringLiteral("deckReport"));
        QTRY_COMPARE(report->toPlainText(), QStringLiteral("Line 2, price_per_minute: No amount."));
        QVERIFY(!load->isEnabled());
        {
            const auto lock = on.profile.admin().lock();
            on.profile.admin().deck = {QStringLiteral("GBP"), 1, 0, {}, false};
        }
        QTest::mouseClick(choose, Qt::LeftButton);
        QTRY_VERIFY(load->isEnabled());
        QTest::mouseClick(load, Qt::LeftButton);
        QTRY_VERIFY(on.notices.join(u' ').contains(QStringLiteral("rate deck is loaded")));
        QVERIFY(on.profile.admin().done.join(u' ').contains(QStringLiteral("PUT /v1/rates")));
    }

    void withoutADeckThePageSaysThatNoLimitHolds()
    {
        On on;
        QVERIFY(on.isReady());
        {
            const auto lock = on.profile.admin().lock();
            on.profile.admin().spend.rates = 0;
        }
        on.page->refresh();
        QTRY_COMPARE(on.text("spendHeadline"), QStringLiteral("No rate deck is loaded"));
        QVERIFY(on.text("spendSubline").contains(QStringLiteral("no limit can hold")));
    }

    void whoMayOnlyLookChangesNothing()
    {
        On on(QStringLiteral("auditor"));
        QVERIFY(on.isReady());
        QTRY_COMPARE(on.table()->model()->rowCount(), 2);
        for (const char *name : {"spendLimits", "spendDeck", "spendRaise", "spendReset"})
            QVERIFY2(!on.find<QPushButton>(name)->isEnabled(), name);
        QVERIFY(!on.find<QPushButton>("spendLimits")->toolTip().isEmpty());
        QVERIFY(!on.find<QPushButton>("spendOwnLimits"));
    }

    void offlineTheLastFiguresStay()
    {
        On on;
        QVERIFY(on.isReady());
        QTRY_COMPARE(on.table()->model()->rowCount(), 2);
        on.profile.session().signOut();
        QTRY_VERIFY(on.page->isReady() && on.text("spendSubline").contains(QStringLiteral("As of")));
        QCOMPARE(on.table()->model()->rowCount(), 2);
        QVERIFY(!on.find<QPushButton>("spendLimits")->isEnabled());
    }
};

QTEST_MAIN(TestSpendPage)
#include "tst_spendpage.moc"
