// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/uichecks.h"
#include "ui/common/filterbar.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace lw::ui;

class TestFilterBar final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init();
    void cleanup() { m_bar.reset(); }
    void typingSaysChangedAfterAPause();
    void returnSaysItAtOnce();
    void setTextSaysOnlyRealChanges();
    void tabCompletesTheWordAtTheCursor();
    void tabWithoutCompletionMovesOn();
    void aKeyWaitsForItsValue();
    void escapeEmptiesTheLine();
    void errorsStandBelow();
    void chipsArePainted();
    void inputsAreNamed();

  private:
    std::unique_ptr<FilterBar> m_bar;
};

void TestFilterBar::init()
{
    m_bar = std::make_unique<FilterBar>(QStringLiteral("testFilter"), QStringLiteral("Filter"));
    m_bar->setCompletions([](const QString &word) {
        QStringList words;
        for (const QString &candidate : {QStringLiteral("outcome:"), QStringLiteral("outcome:failure")})
            if (candidate.startsWith(word)) words.append(candidate);
        return words;
    });
    m_bar->resize(400, 40);
    m_bar->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
    m_bar->activateWindow();
    m_bar->edit()->setFocus();
    QTRY_VERIFY(m_bar->edit()->hasFocus());
}

void TestFilterBar::typingSaysChangedAfterAPause()
{
    QSignalSpy changed(m_bar.get(), &FilterBar::changed);
    QTest::keyClicks(m_bar->edit(), QStringLiteral("ann"));
    QCOMPARE(changed.size(), 0);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toString(), QStringLiteral("ann"));
}

void TestFilterBar::returnSaysItAtOnce()
{
    QSignalSpy changed(m_bar.get(), &FilterBar::changed);
    QTest::keyClicks(m_bar->edit(), QStringLiteral("zz"));
    QTest::keyClick(m_bar->edit(), Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
    QTest::keyClick(m_bar->edit(), Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
}

void TestFilterBar::setTextSaysOnlyRealChanges()
{
    QSignalSpy changed(m_bar.get(), &FilterBar::changed);
    m_bar->setText(QStringLiteral("since:7d"));
    m_bar->setText(QStringLiteral("since:7d"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_bar->text(), QStringLiteral("since:7d"));
}

void TestFilterBar::tabCompletesTheWordAtTheCursor()
{
    m_bar->edit()->setText(QStringLiteral("since:7d "));
    QTest::keyClicks(m_bar->edit(), QStringLiteral("outcome:f"));
    QTest::keyClick(m_bar->edit(), Qt::Key_Tab);
    QCOMPARE(m_bar->text(), QStringLiteral("since:7d outcome:failure "));
}

void TestFilterBar::tabWithoutCompletionMovesOn()
{
    QTest::keyClicks(m_bar->edit(), QStringLiteral("nothing"));
    QTest::keyClick(m_bar->edit(), Qt::Key_Tab);
    QCOMPARE(m_bar->text(), QStringLiteral("nothing"));
}

void TestFilterBar::aKeyWaitsForItsValue()
{
    QTest::keyClicks(m_bar->edit(), QStringLiteral("out"));
    QTest::keyClick(m_bar->edit(), Qt::Key_Tab);
    QCOMPARE(m_bar->text(), QStringLiteral("outcome:"));
}

void TestFilterBar::escapeEmptiesTheLine()
{
    m_bar->setText(QStringLiteral("zzz"));
    QTest::keyClick(m_bar->edit(), Qt::Key_Escape);
    QCOMPARE(m_bar->text(), QString());
}

void TestFilterBar::errorsStandBelow()
{
    auto *error = m_bar->findChild<QLabel *>(QStringLiteral("testFilterError"));
    QVERIFY(error && !error->isVisible());
    m_bar->setError(QStringLiteral("There is no kind \"x\"."));
    QVERIFY(error->isVisible());
    QCOMPARE(m_bar->edit()->accessibleDescription(), error->text());
    m_bar->setError({});
    QVERIFY(!error->isVisible());
}

void TestFilterBar::chipsArePainted()
{
    m_bar->edit()->setText(QStringLiteral("plain words"));
    const QImage plain = m_bar->grab().toImage();
    m_bar->edit()->setText(QStringLiteral("since:7d ab"));
    QVERIFY(plain != m_bar->grab().toImage());
}

void TestFilterBar::inputsAreNamed()
{
    QCOMPARE(lw::test::inputsWithoutName(m_bar.get()), QStringList());
    QCOMPARE(lw::test::inputsWithoutObjectName(m_bar.get()), QStringList());
}

QTEST_MAIN(TestFilterBar)
#include "tst_filterbar.moc"
