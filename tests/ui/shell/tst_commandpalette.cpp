// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/uichecks.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/fuzzy.h"

#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

using namespace lw::ui;

class TestCommandPalette final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void scores_data();
    void scores();
    void wordBeginningsWin();
    void typingNarrows();
    void returnRunsTheBest();
    void arrowsChooseAnother();
    void escapeGivesFocusBack();
    void nothingMatchesNothingRuns();
    void inputsAreNamed();

  private:
    std::unique_ptr<QWidget> m_window;
    CommandPalette *m_palette = nullptr;
    QLineEdit *m_field = nullptr;
    QStringList m_run;
    QLineEdit *edit() const { return m_palette->findChild<QLineEdit *>(QStringLiteral("commandPaletteEdit")); }
    void open()
    {
        QList<Command> commands;
        for (const QString &title : {QStringLiteral("Go to People"), QStringLiteral("Go to Login log"),
                                     QStringLiteral("Sync now"), QStringLiteral("Lock the cache")})
            commands.append({title, {}, [this, title] { m_run.append(title); }});
        m_palette->open(commands);
    }
};

void TestCommandPalette::init()
{
    m_run.clear();
    m_window = std::make_unique<QWidget>();
    m_window->resize(800, 600);
    m_field = new QLineEdit(m_window.get());
    m_palette = new CommandPalette(m_window.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    m_field->setFocus();
    QTRY_VERIFY(m_field->hasFocus());
    open();
    QTRY_VERIFY(edit()->hasFocus());
}

void TestCommandPalette::scores_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("matches");
    QTest::newRow("empty") << ""
                           << "Anything" << true;
    QTest::newRow("case") << "SYNC"
                          << "Sync now" << true;
    QTest::newRow("initials") << "gll"
                              << "Go to Login log" << true;
    QTest::newRow("blanks do not count") << "sync  now"
                                         << "Sync now" << true;
    QTest::newRow("wrong order") << "cnys"
                                 << "Sync now" << false;
    QTest::newRow("not there") << "xyz"
                               << "Sync now" << false;
    QTest::newRow("longer than the title") << "synchronise"
                                           << "Sync" << false;
    QTest::newRow("empty title") << "a"
                                 << "" << false;
}

void TestCommandPalette::scores()
{
    QFETCH(QString, query);
    QFETCH(QString, title);
    QFETCH(bool, matches);
    QCOMPARE(fuzzyScore(query, title) > 0, matches);
}

void TestCommandPalette::wordBeginningsWin()
{
    QVERIFY(fuzzyScore(u"lo", u"Lock the cache") > fuzzyScore(u"lo", u"Show all columns below"));
    QVERIFY(fuzzyScore(u"lock", u"Lock") > fuzzyScore(u"lock", u"Lock the cache"));
}

void TestCommandPalette::typingNarrows()
{
    QCOMPARE(m_palette->shownTitles().size(), 4);
    QTest::keyClicks(edit(), QStringLiteral("lock"));
    QCOMPARE(m_palette->shownTitles(), QStringList{QStringLiteral("Lock the cache")});
}

void TestCommandPalette::returnRunsTheBest()
{
    QTest::keyClicks(edit(), QStringLiteral("peo"));
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_run, QStringList{QStringLiteral("Go to People")});
    QVERIFY(!m_palette->isVisible());
}

void TestCommandPalette::arrowsChooseAnother()
{
    QTest::keyClick(edit(), Qt::Key_Down);
    QTest::keyClick(edit(), Qt::Key_Down);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_run, QStringList{QStringLiteral("Sync now")});
}

void TestCommandPalette::escapeGivesFocusBack()
{
    QTest::keyClick(edit(), Qt::Key_Escape);
    QVERIFY(!m_palette->isVisible());
    QTRY_VERIFY(m_field->hasFocus());
    QVERIFY(m_run.isEmpty());
}

void TestCommandPalette::nothingMatchesNothingRuns()
{
    QTest::keyClicks(edit(), QStringLiteral("zzzz"));
    QTest::keyClick(edit(), Qt::Key_Return);
    QVERIFY(m_run.isEmpty());
}

void TestCommandPalette::inputsAreNamed()
{
    QCOMPARE(lw::test::inputsWithoutName(m_palette), QStringList());
}

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"
