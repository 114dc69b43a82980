// SPDX-License-Identifier: GPL-3.0-or-later
// The small ones: detail panel, banner, figures, segments, progress, secrets.
#include "ui/common/banner.h"
#include "ui/common/detailpanel.h"
#include "ui/common/keyfigure.h"
#include "ui/common/pill.h"
#include "ui/common/progressstrip.h"
#include "ui/common/secretedit.h"
#include "ui/common/segmentbar.h"
#include "ui/common/theme.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace lw;
using namespace lw::ui;

class TestWidgets final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void detailPanelShowsWhatItWasGiven();
    void detailPanelWrapsItsActions();
    void detailPanelClears();
    void detailPanelFollowsTheTheme();
    void detailPanelLinksTell();
    void aDyingSecretTellsNobody();
    void bannerSaysItsWords();
    void keyFigureIsPressedByKeyAndMouse();
    void keyFigureWithoutPurposeIsNoStop();
    void tonedEscapes();
    void segmentsSayTheirWords();
    void progressCountsAndCancels();
    void pillKeepsItsWord();
    void secretsAreTakenAndWiped();
    void secretsAreHiddenUnlessShown();
    void themeChangesRepaint();

  private:
    static QStringList labels(const QWidget &where)
    {
        QStringList texts;
        const auto all = where.findChildren<QLabel *>();
        for (const QLabel *label : all)
            if (!label->isHidden()) texts.append(label->text().remove(QChar(0x200b)));
        return texts;
    }
    const SecretMemory m_memory;
};

void TestWidgets::detailPanelShowsWhatItWasGiven()
{
    DetailPanel panel;
    panel.setTitle(QStringLiteral("Account locked"), QStringLiteral("22 Nov 2026"));
    panel.addPill(QStringLiteral("Locked"), Tone::Warning);
    panel.addField(QStringLiteral("Person"), QStringLiteral("Ann <b>Lee</b>"));
    panel.addMonoField(QStringLiteral("Hash"), QStringLiteral("0123456789abcdef0123456789abcdef"));
    panel.addPillLine(QStringLiteral("Proof valid"), Tone::Good, QStringLiteral("leaf of checkpoint"));
    panel.addNote(QStringLiteral("Why"), QStringLiteral("Because."));
    panel.addAction(QStringLiteral("act"), QStringLiteral("Act"), true);
    const QStringList texts = labels(panel);
    for (const char *text :
         {"Account locked", "22 Nov 2026", "Locked", "Person", "Ann <b>Lee</b>", "0123456789abcdef0123456789abcdef",
          "Proof valid", "leaf of checkpoint", "Why", "Because."})
        QVERIFY2(texts.contains(QLatin1String(text)), text);
    QCOMPARE(panel.width(), 290);
    QVERIFY(panel.findChild<QPushButton *>(QStringLiteral("act")));
}

void TestWidgets::detailPanelWrapsItsActions()
{
    DetailPanel panel;
    const QList<QPushButton *> actions{
        panel.addAction(QStringLiteral("a"), QStringLiteral("Zurücksetzen…"), true),
        panel.addAction(QStringLiteral("b"), QStringLiteral("Zweiten Faktor entfernen…")),
        panel.addAction(QStringLiteral("c"), QStringLiteral("Deaktivieren…"))};
    panel.resize(DetailPanel::panelWidth, 500);
    const QPixmap grabbed = panel.grab();  // lays out
    QCOMPARE(grabbed.deviceIndependentSize().toSize(), panel.size());
    QRect before;
    for (const QPushButton *action : actions) {
        const QRect place(action->mapTo(&panel, QPoint()), action->size());
        QVERIFY2(action->width() >= action->sizeHint().width(), qPrintable(action->text()));
        QVERIFY(panel.rect().contains(place));
        QVERIFY(!before.intersects(place));
        before = place;
    }
    QVERIFY(actions.last()->mapTo(&panel, QPoint()).y() > actions.first()->mapTo(&panel, QPoint()).y());
}

void TestWidgets::detailPanelClears()
{
    DetailPanel panel;
    panel.setTitle(QStringLiteral("A"));
    panel.addField(QStringLiteral("Person"), QStringLiteral("Ann"));
    panel.addAction(QStringLiteral("act"), QStringLiteral("Act"));
    panel.showPlaceholder(QStringLiteral("Choose a row."));
    QCOMPARE(labels(panel), QStringList{QStringLiteral("Choose a row.")});
    QTRY_VERIFY(!panel.findChild<QPushButton *>(QStringLiteral("act")));
}

void TestWidgets::detailPanelFollowsTheTheme()
{
    Theme::current().setScheme(Scheme::Light);
    DetailPanel panel;
    panel.addField(QStringLiteral("Due"), QStringLiteral("in 23 days"), Tone::Good);
    const auto sheet = [&panel] {
        for (const QLabel *label : panel.findChildren<QLabel *>())
            if (label->text() == QLatin1String("in 23 days")) return label->styleSheet();
        return QString();
    };
    QVERIFY(sheet().contains(lightTokens().strong(Tone::Good).name()));
    Theme::current().setScheme(Scheme::Dark);
    QVERIFY(sheet().contains(darkTokens().strong(Tone::Good).name()));
    Theme::current().setScheme(Scheme::Light);
}

void TestWidgets::aDyingSecretTellsNobody()
{
    auto edit = std::make_unique<SecretEdit>(QStringLiteral("s"), QStringLiteral("Secret"));
    edit->setText(QStringLiteral("secret"));
    QSignalSpy changed(edit.get(), &QLineEdit::textChanged);
    edit.reset();
    QCOMPARE(changed.size(), 0);
}

void TestWidgets::detailPanelLinksTell()
{
    DetailPanel panel;
    QSignalSpy followed(&panel, &DetailPanel::linkActivated);
    panel.addNote(QStringLiteral("Why"), QStringLiteral("Because."), QStringLiteral("Show"), QStringLiteral("rows:1"));
    panel.show();
    auto *link = panel.findChild<QPushButton *>();
    QVERIFY(link);
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(followed.size(), 1);
    QCOMPARE(followed.at(0).at(0).toString(), QStringLiteral("rows:1"));
}

void TestWidgets::bannerSaysItsWords()
{
    Banner banner(QStringLiteral("b"));
    banner.setMessage(Tone::Bad, QStringLiteral("Title"), QStringLiteral("What <i>happened</i>"));
    QCOMPARE(banner.text(), QStringLiteral("What <i>happened</i>"));
    QCOMPARE(banner.accessibleName(), QStringLiteral("Title. What <i>happened</i>"));
    QSignalSpy pressed(banner.addAction(QStringLiteral("go"), QStringLiteral("Go")), &QPushButton::clicked);
    banner.show();
    QTest::mouseClick(banner.findChild<QPushButton *>(QStringLiteral("go")), Qt::LeftButton);
    QCOMPARE(pressed.size(), 1);
}

void TestWidgets::keyFigureIsPressedByKeyAndMouse()
{
    KeyFigure figure(QStringLiteral("Passwords overdue"));
    figure.setFigure(QStringLiteral("7"), QStringLiteral("of 62 people"), Tone::Bad);
    figure.setClickable(true);
    figure.resize(200, 100);
    figure.show();
    QSignalSpy clicked(&figure, &KeyFigure::clicked);
    QTest::mouseClick(&figure, Qt::LeftButton);
    QTest::keyClick(&figure, Qt::Key_Return);
    QTest::keyClick(&figure, Qt::Key_Space);
    QCOMPARE(clicked.size(), 3);
    QVERIFY(figure.accessibleDescription().contains(QLatin1String("7 of 62 people")));
}

void TestWidgets::keyFigureWithoutPurposeIsNoStop()
{
    KeyFigure figure(QStringLiteral("Total"));
    QSignalSpy clicked(&figure, &KeyFigure::clicked);
    figure.show();
    QTest::mouseClick(&figure, Qt::LeftButton);
    QCOMPARE(clicked.size(), 0);
    QCOMPARE(figure.focusPolicy(), Qt::NoFocus);
}

void TestWidgets::tonedEscapes()
{
    QVERIFY(toned(QStringLiteral("<script>"), Tone::Bad).contains(QLatin1String("&lt;script&gt;")));
}

void TestWidgets::segmentsSayTheirWords()
{
    SegmentBar bar;
    bar.setSegments({{QStringLiteral("41 fresh"), 41, Tone::Good},
                     {QStringLiteral("0 due"), 0, Tone::Warning},
                     {QStringLiteral("7 overdue"), 7, Tone::Bad}});
    QVERIFY(bar.caption().contains(QLatin1String("41 fresh")));
    QVERIFY(bar.caption().contains(QLatin1String("7 overdue")));
    QVERIFY(!bar.caption().contains(QLatin1String("0 due")));
    QCOMPARE(bar.accessibleDescription(), bar.caption());
    bar.resize(300, bar.heightForWidth(300));
    QVERIFY(!bar.grab().isNull());
}

void TestWidgets::progressCountsAndCancels()
{
    ProgressStrip strip(QStringLiteral("p"));
    auto *bar = strip.findChild<QProgressBar *>();
    strip.showProgress(QStringLiteral("Working"), 0, 0);
    QCOMPARE(bar->maximum(), 0);
    strip.showProgress(QStringLiteral("Working"), 5'000'000'000, 10'000'000'000);
    QCOMPARE(bar->value(), 500);
    QSignalSpy cancelled(&strip, &ProgressStrip::cancelled);
    strip.show();
    QTest::mouseClick(strip.findChild<QPushButton *>(QStringLiteral("pCancel")), Qt::LeftButton);
    QCOMPARE(cancelled.size(), 1);
    strip.setCancellable(false);
    QVERIFY(!strip.findChild<QPushButton *>(QStringLiteral("pCancel"))->isVisible());
}

void TestWidgets::pillKeepsItsWord()
{
    Pill pill(QStringLiteral("Locked"), Tone::Warning);
    QCOMPARE(pill.text(), QStringLiteral("Locked"));
    const int width = pill.sizeHint().width();
    pill.setPill(QStringLiteral("Locked for good"), Tone::Bad);
    QVERIFY(pill.sizeHint().width() > width);
    QCOMPARE(pill.tone(), Tone::Bad);
}

void TestWidgets::secretsAreTakenAndWiped()
{
    SecretEdit edit(QStringLiteral("s"), QStringLiteral("Secret"));
    edit.show();
    QTest::keyClicks(&edit, QStringLiteral("correct horse"));
    QCOMPARE(edit.peek(), toSecret("correct horse"));
    QVERIFY(!edit.isBlank());
    QCOMPARE(edit.take(), toSecret("correct horse"));
    QVERIFY(edit.isBlank());
    QTest::keyClick(&edit, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(edit.isBlank());
}

void TestWidgets::secretsAreHiddenUnlessShown()
{
    SecretEdit edit(QStringLiteral("s"), QStringLiteral("Secret"));
    QCOMPARE(edit.echoMode(), QLineEdit::Password);
    edit.actions().first()->trigger();
    QCOMPARE(edit.echoMode(), QLineEdit::Normal);
    edit.setText(QStringLiteral("x"));
    edit.wipeContent();
    QCOMPARE(edit.echoMode(), QLineEdit::Password);
}

void TestWidgets::themeChangesRepaint()
{
    Theme::current().setScheme(Scheme::Light);
    Card card(QStringLiteral("Title"));
    card.resize(100, 60);
    const QImage light = card.grab().toImage();
    Theme::current().setScheme(Scheme::Dark);
    QVERIFY(light != card.grab().toImage());
    Theme::current().setScheme(Scheme::Light);
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
