// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/uichecks.h"
#include "tests/ui/shell/fakeshell.h"
#include "ui/common/banner.h"
#include "ui/common/dialogs.h"
#include "ui/common/theme.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/tamperalert.h"
#include "ui/shell/topbar.h"
#include "ui/shell/workspace.h"

#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lw;
using namespace lw::ui;
using lw::test::FakePage;
using lw::test::FakeShell;

namespace {

class PathDialogs final : public Dialogs {
  public:
    QString path, informed;
    QString saveFile(QWidget *, const QString &, const QString &, const QString &) override { return path; }
    QString openFile(QWidget *, const QString &, const QString &) override { return {}; }
    bool confirm(QWidget *, const Question &) override { return false; }
    void inform(QWidget *, const QString &, const QString &text) override { informed = text; }
};

}  // namespace

class TestMainWindow final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init();
    void cleanup();
    void pagesAreMadeAtTheirFirstShowing();
    void shortcutsOpenPages();
    void railIsWalkedByKeys();
    void pagesSendToOtherPages();
    void stateStandsInWords();
    void offlineBannerComesAndGoes();
    void buttonsAskTheService();
    void failedSyncIsSaid();
    void progressIsShownAndCancelled();
    void pageWorkIsCancelledAtThePage();
    void newContentRefreshesPages();
    void badgesAreCounted();
    void tamperAlarmIsLoudAndSaved();
    void unwritableEvidenceIsSaid();
    void paletteHasPagesAndActions();
    void ctrlFGoesToTheSearch();
    void activityIsNoted();
    void gateEndsTheWorkspace();
    void firstPaintIsToldOnce();
    void detailsOpenBelowTheState();
    void looksAreKeptWithoutData();
    void everythingFits_data();
    void everythingFits();
    void inputsAreNamed();

  private:
    FakePage *page(const char *id)
    {
        return m_window->findChild<FakePage *>(QLatin1String(id) + QStringLiteral("Page"));
    }
    template <typename T>
    T *find(const char *name)
    {
        return m_window->findChild<T *>(QLatin1String(name));
    }
    std::unique_ptr<FakeShell> m_shell;
    std::unique_ptr<PathDialogs> m_dialogs;
    std::unique_ptr<MainWindow> m_window;
    QHash<QString, int> m_made;
};

void TestMainWindow::init()
{
    m_made.clear();
    m_shell = std::make_unique<FakeShell>();
    m_shell->state.link = Link::Online;
    m_shell->state.host = QStringLiteral("pbx.acme.example");
    m_shell->state.protocol = QStringLiteral("TLS 1.3");
    m_dialogs = std::make_unique<PathDialogs>();
    m_window = std::make_unique<MainWindow>(WindowMemory({}));
    m_window->openWorkspace(*m_shell, *m_dialogs, lw::test::fakePages(&m_made));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    QTRY_VERIFY(m_window->isActiveWindow());
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_shell.reset();
    Theme::current().setScheme(Scheme::Light);
}

void TestMainWindow::pagesAreMadeAtTheirFirstShowing()
{
    QCOMPARE(m_made.value(QStringLiteral("one")), 1);
    QCOMPARE(m_made.value(QStringLiteral("two")), 0);
    QTest::mouseClick(find<RailItem>("nav_two"), Qt::LeftButton);
    QTest::mouseClick(find<RailItem>("nav_one"), Qt::LeftButton);
    QTest::mouseClick(find<RailItem>("nav_two"), Qt::LeftButton);
    QCOMPARE(m_made.value(QStringLiteral("two")), 1);
    QCOMPARE(m_made.value(QStringLiteral("three")), 0);
    QCOMPARE(m_window->workspace()->topBar()->title(), QStringLiteral("Title of two"));
    QVERIFY(find<RailItem>("nav_two")->isChecked());
    QVERIFY(!find<RailItem>("nav_one")->isChecked());
}

void TestMainWindow::shortcutsOpenPages()
{
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(m_window->workspace()->currentPageId(), QStringLiteral("three"));
    QTest::keyClick(m_window.get(), Qt::Key_9, Qt::ControlModifier);
    QCOMPARE(m_window->workspace()->currentPageId(), QStringLiteral("three"));
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(m_window->workspace()->currentPageId(), QStringLiteral("one"));
}

void TestMainWindow::railIsWalkedByKeys()
{
    RailItem *first = find<RailItem>("nav_one");
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Down);
    QTRY_VERIFY(find<RailItem>("nav_two")->hasFocus());
    QTest::keyClick(find<RailItem>("nav_two"), Qt::Key_Return);
    QCOMPARE(m_window->workspace()->currentPageId(), QStringLiteral("two"));
    QTest::keyClick(find<RailItem>("nav_two"), Qt::Key_Up);
    QTRY_VERIFY(first->hasFocus());
}

void TestMainWindow::pagesSendToOtherPages()
{
    Q_EMIT page("one")->navigate(QStringLiteral("three"), QStringLiteral("person:ann.lee"));
    QCOMPARE(m_window->workspace()->currentPageId(), QStringLiteral("three"));
    QCOMPARE(page("three")->opened, QStringList{QStringLiteral("person:ann.lee")});
    Q_EMIT page("one")->navigate(QStringLiteral("nowhere"), {});
    QCOMPARE(m_window->workspace()->currentPageId(), QStringLiteral("three"));
}

void TestMainWindow::stateStandsInWords()
{
    auto *pill = find<StatePill>("connectionState");
    QVERIFY(pill->text().startsWith(QString::fromUtf8("pbx.acme.example · TLS 1.3")));
    m_shell->state.link = Link::Offline;
    m_shell->state.offlineSince = QDateTime::currentDateTimeUtc();
    Q_EMIT m_shell->factsChanged();
    QVERIFY(pill->text().startsWith(QLatin1String("Offline since ")));
    QVERIFY(pill->accessibleName().contains(pill->text()));
}

void TestMainWindow::offlineBannerComesAndGoes()
{
    auto *banner = find<Banner>("offlineBanner");
    QVERIFY(!banner->isVisible());
    m_shell->state.link = Link::Offline;
    m_shell->state.lastSync = QDateTime::currentDateTimeUtc().addSecs(-7300);
    Q_EMIT m_shell->factsChanged();
    QVERIFY(banner->isVisible());
    QVERIFY(banner->text().contains(QLatin1String("2 h old")));
    QTest::mouseClick(find<QPushButton>("offlineSignIn"), Qt::LeftButton);
    QCOMPARE(m_shell->onlines, 1);
    m_shell->state.link = Link::Online;
    Q_EMIT m_shell->factsChanged();
    QVERIFY(!banner->isVisible());
}

void TestMainWindow::buttonsAskTheService()
{
    QTest::mouseClick(find<QPushButton>("syncButton"), Qt::LeftButton);
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QCOMPARE(m_shell->syncs, 2);
    QTest::mouseClick(find<QPushButton>("lockButton"), Qt::LeftButton);
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(m_shell->locks, 2);
    m_shell->state.link = Link::Offline;
    Q_EMIT m_shell->factsChanged();
    QTest::mouseClick(find<QPushButton>("syncButton"), Qt::LeftButton);
    QCOMPARE(m_shell->onlines, 1);
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QCOMPARE(m_shell->syncs, 2);
}

void TestMainWindow::failedSyncIsSaid()
{
    auto *banner = find<Banner>("problemBanner");
    Q_EMIT m_shell->syncEnded(false, QStringLiteral("The back end did not answer within 15 s."));
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->text(), QStringLiteral("The back end did not answer within 15 s."));
    QTest::mouseClick(find<QPushButton>("problemDismiss"), Qt::LeftButton);
    QVERIFY(!banner->isVisible());
    Q_EMIT m_shell->syncEnded(true, QStringLiteral("12 new events"));
    QCOMPARE(find<QLabel>("shellNotice")->text(), QStringLiteral("12 new events"));
    QVERIFY(find<QLabel>("shellNotice")->isVisible());
}

void TestMainWindow::progressIsShownAndCancelled()
{
    m_shell->state.syncing = true;
    Q_EMIT m_shell->syncProgress(QStringLiteral("Fetching"), 5, 10);
    auto *cancel = find<QPushButton>("shellProgressCancel");
    QVERIFY(cancel->isVisible());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QCOMPARE(m_shell->cancels, 1);
    m_shell->state.syncing = false;
    Q_EMIT m_shell->syncEnded(true, {});
    QVERIFY(!cancel->isVisible());
}

void TestMainWindow::pageWorkIsCancelledAtThePage()
{
    Q_EMIT page("one")->workStarted(QStringLiteral("Exporting"), true);
    QTest::mouseClick(find<QPushButton>("shellProgressCancel"), Qt::LeftButton);
    QCOMPARE(page("one")->cancelled, 1);
    QCOMPARE(m_shell->cancels, 0);
    Q_EMIT page("one")->workFinished();
    QVERIFY(!find<QPushButton>("shellProgressCancel")->isVisible());
}

void TestMainWindow::newContentRefreshesPages()
{
    QCOMPARE(page("one")->refreshes, 1);
    Q_EMIT m_shell->contentChanged();
    QCOMPARE(page("one")->refreshes, 2);
    QVERIFY(!page("two"));
}

void TestMainWindow::badgesAreCounted()
{
    Q_EMIT page("one")->badgeChanged(7);
    QCOMPARE(find<RailItem>("nav_one")->badge(), 7);
    QVERIFY(find<RailItem>("nav_one")->accessibleDescription().contains(QLatin1Char('7')));
    m_window->workspace()->setBadge(QStringLiteral("two"), 3);
    QCOMPARE(find<RailItem>("nav_two")->badge(), 3);
}

void TestMainWindow::tamperAlarmIsLoudAndSaved()
{
    QTemporaryDir dir;
    m_dialogs->path = dir.filePath(QStringLiteral("evidence.txt"));
    auto *alert = find<TamperAlert>("tamperAlert");
    QVERIFY(!alert->isVisible());
    Q_EMIT m_shell->tampered({QStringLiteral("The log was truncated."), QStringLiteral("old note\n"),
                              QStringLiteral("new note\n"), QDateTime::currentDateTimeUtc()});
    QVERIFY(alert->isVisible());
    QCOMPARE(alert->width(), m_window->width());
    QCOMPARE(find<QLabel>("tamperTrusted")->text(), QStringLiteral("old note"));
    QCOMPARE(find<QLabel>("tamperOffending")->text(), QStringLiteral("new note"));
    QVERIFY(find<QLabel>("tamperMessage")->text().contains(QLatin1String("truncated")));
    QTest::mouseClick(find<QPushButton>("tamperSave"), Qt::LeftButton);
    QFile saved(m_dialogs->path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    const QByteArray evidence = saved.readAll();
    QVERIFY(evidence.contains("old note") && evidence.contains("new note") && evidence.contains("truncated"));
    QTest::mouseClick(find<QPushButton>("tamperRead"), Qt::LeftButton);
    QVERIFY(!alert->isVisible());
}

void TestMainWindow::unwritableEvidenceIsSaid()
{
    m_dialogs->path = QStringLiteral("/nonexistent/folder/evidence.txt");
    Q_EMIT m_shell->tampered({QStringLiteral("x"), {}, {}, QDateTime::currentDateTimeUtc()});
    QTest::mouseClick(find<QPushButton>("tamperSave"), Qt::LeftButton);
    QVERIFY(m_dialogs->informed.contains(m_dialogs->path));
}

void TestMainWindow::paletteHasPagesAndActions()
{
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto *palette = find<CommandPalette>("commandPalette");
    QVERIFY(palette && palette->isVisible());
    const QStringList titles = palette->shownTitles();
    for (const char *title : {"Go to TWO", "Do one", "Sync now", "Lock the cache", "Look: dark", "Quit"})
        QVERIFY2(titles.contains(QLatin1String(title)), title);
    auto *edit = find<QLineEdit>("commandPaletteEdit");
    QTest::keyClicks(edit, QStringLiteral("look dark"));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(Theme::current().dark());
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(edit, QStringLiteral("do one"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(page("one")->actionsRun, 1);
}

void TestMainWindow::ctrlFGoesToTheSearch()
{
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(page("one")->search->hasFocus());
}

void TestMainWindow::activityIsNoted()
{
    const int before = m_shell->activity;
    QTest::keyClick(page("one")->search, Qt::Key_A);
    QVERIFY(m_shell->activity >= before);
    QVERIFY(m_shell->activity > 0);
}

void TestMainWindow::gateEndsTheWorkspace()
{
    auto *gate = new QWidget;
    m_window->showGate(gate);
    QVERIFY(!m_window->workspace());
    QVERIFY(!page("one"));
    QCOMPARE(m_window->gate(), gate);
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(m_shell->locks, 0);
    m_window->openWorkspace(*m_shell, *m_dialogs, lw::test::fakePages(&m_made));
    QVERIFY(!m_window->gate());
    QCOMPARE(m_made.value(QStringLiteral("one")), 2);
}

void TestMainWindow::firstPaintIsToldOnce()
{
    MainWindow window(WindowMemory({}));
    QSignalSpy painted(&window, &MainWindow::firstPagePainted);
    window.openWorkspace(*m_shell, *m_dialogs, lw::test::fakePages(&m_made));
    window.show();
    QTRY_COMPARE(painted.size(), 1);
    window.workspace()->openPage(QStringLiteral("two"));
    window.grab();
    QCoreApplication::processEvents();
    QCOMPARE(painted.size(), 1);
}

void TestMainWindow::detailsOpenBelowTheState()
{
    QTest::mouseClick(find<StatePill>("connectionState"), Qt::LeftButton);
    auto *popover = find<QFrame>("connectionPopover");
    QVERIFY(popover && popover->isVisible());
    QTest::mouseClick(popover->findChild<QPushButton *>(QStringLiteral("connectionAction")), Qt::LeftButton);
    QCOMPARE(m_shell->offlines, 1);
    QVERIFY(!popover->isVisible());
}

void TestMainWindow::looksAreKeptWithoutData()
{
    QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("window.ini"));
    {
        MainWindow window{WindowMemory(file)};
        window.openWorkspace(*m_shell, *m_dialogs, lw::test::fakePages(&m_made));
        window.show();
        window.resize(1100, 700);
        Theme::current().setScheme(Scheme::Dark);
        WindowMemory(file).saveTheme();
        window.close();
    }
    QFile kept(file);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    const QByteArray content = kept.readAll();
    QVERIFY(content.contains("dark"));
    QVERIFY(!content.contains("pbx.acme.example"));
    Theme::current().setScheme(Scheme::Light);
    MainWindow again{WindowMemory(file)};
    QVERIFY(Theme::current().dark());
    QCOMPARE(again.size(), QSize(1100, 700));
}

void TestMainWindow::everythingFits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1280x800") << QSize(1280, 800);
    QTest::newRow("1920x1080") << QSize(1920, 1080);
    QTest::newRow("smallest") << QSize(1024, 640);
}

void TestMainWindow::everythingFits()
{
    QFETCH(QSize, size);
    m_window->resize(size);
    m_shell->state.link = Link::Offline;
    m_shell->state.offlineSince = QDateTime::currentDateTimeUtc().addDays(-3);
    m_shell->state.lastSync = m_shell->state.offlineSince;
    Q_EMIT m_shell->factsChanged();
    QTRY_COMPARE(m_window->size(), size);
    QCOMPARE(lw::test::cutWidgets(m_window.get()), QStringList());
}

void TestMainWindow::inputsAreNamed()
{
    m_window->openPalette();
    QCOMPARE(lw::test::inputsWithoutName(m_window.get()), QStringList());
    QCOMPARE(lw::test::inputsWithoutObjectName(m_window.get()), QStringList());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
