// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace lw::ui;

class TestTheme final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void contrast_data();
    void contrast();
    void ratioKnowsItsEnds();
    void schemeSwitchesAtRunTime();
    void paletteComesFromTheTokens_data();
    void paletteComesFromTheTokens();
    void styleSheetHasNoTokenLeft_data();
    void styleSheetHasNoTokenLeft();
    void densitySetsTheRowHeight();
    void fontSizes_data();
    void fontSizes();
    void figuresKeepTheirColumns();
};

void TestTheme::contrast_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    for (const Tokens &t : {lightTokens(), darkTokens()}) {
        const QByteArray scheme = t.dark ? "dark" : "light";
        const auto row = [&scheme](const char *name, const QColor &text, const QColor &ground) {
            QTest::newRow((scheme + ' ' + name).constData()) << text << ground;
        };
        row("text on window", t.text, t.window);
        row("text on panel", t.text, t.panel);
        row("text on selection", t.text, t.accentSoft);
        row("text on bad ground", t.text, t.badSoft);
        row("text on warning ground", t.text, t.warningSoft);
        row("dim on window", t.dim, t.window);
        row("dim on panel", t.dim, t.panel);
        row("dim on selection", t.dim, t.accentSoft);
        row("accent text on panel", t.accentText, t.panel);
        row("accent text on soft", t.accentText, t.accentSoft);
        row("accent text on window", t.accentText, t.window);
        row("text on accent", t.onAccent, t.accent);
        row("text on bad", t.onBad, t.bad);
        for (const Tone tone : {Tone::Neutral, Tone::Good, Tone::Warning, Tone::Bad, Tone::Accent}) {
            const QByteArray number = QByteArray::number(static_cast<int>(tone));
            row("tone on its ground " + number, t.strong(tone), t.soft(tone));
            row("tone on panel " + number, t.strong(tone), t.panel);
            row("tone on selection " + number, t.strong(tone), t.accentSoft);
        }
    }
}

void TestTheme::contrast()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    const double ratio = contrastRatio(text, ground);
    QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 on %2: %3").arg(text.name(), ground.name()).arg(ratio)));
}

void TestTheme::ratioKnowsItsEnds()
{
    QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white) * 100), 2100);
    QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
}

void TestTheme::schemeSwitchesAtRunTime()
{
    Theme &theme = Theme::current();
    theme.setScheme(Scheme::Light);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setScheme(Scheme::Dark);
    QCOMPARE(changed.size(), 1);
    QVERIFY(theme.dark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), darkTokens().window);
    theme.setScheme(Scheme::Light);
    QVERIFY(!theme.dark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), lightTokens().window);
    QCOMPARE(&Theme::current(), &theme);
}

void TestTheme::paletteComesFromTheTokens_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTheme::paletteComesFromTheTokens()
{
    QFETCH(bool, dark);
    Theme &theme = Theme::current();
    theme.setScheme(dark ? Scheme::Dark : Scheme::Light);
    const Tokens t = dark ? darkTokens() : lightTokens();
    const QPalette p = theme.palette();
    QCOMPARE(p.color(QPalette::Base), t.panel);
    QCOMPARE(p.color(QPalette::Text), t.text);
    QCOMPARE(p.color(QPalette::Highlight), t.accent);
    QCOMPARE(p.color(QPalette::HighlightedText), t.onAccent);
    QVERIFY(contrastRatio(p.color(QPalette::PlaceholderText), p.color(QPalette::Base)) >= 4.5);
    QVERIFY(contrastRatio(p.color(QPalette::Link), p.color(QPalette::Base)) >= 4.5);
}

void TestTheme::styleSheetHasNoTokenLeft_data()
{
    paletteComesFromTheTokens_data();
}

void TestTheme::styleSheetHasNoTokenLeft()
{
    QFETCH(bool, dark);
    Theme &theme = Theme::current();
    theme.setScheme(dark ? Scheme::Dark : Scheme::Light);
    QVERIFY(!theme.styleSheet().contains(QLatin1Char('@')));
    QVERIFY(theme.styleSheet().contains(theme.tokens().accent.name()));
}

void TestTheme::densitySetsTheRowHeight()
{
    Theme &theme = Theme::current();
    QCOMPARE(theme.rowHeight(), 36);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setDensity(Density::Compact);
    QCOMPARE(theme.rowHeight(), 28);
    QCOMPARE(changed.size(), 1);
    theme.setDensity(Density::Comfortable);
    QCOMPARE(theme.rowHeight(), 36);
}

void TestTheme::fontSizes_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<int>("pixels");
    QTest::newRow("body") << int(FontRole::Body) << 13;
    QTest::newRow("secondary") << int(FontRole::Secondary) << 12;
    QTest::newRow("label") << int(FontRole::Label) << 11;
    QTest::newRow("title") << int(FontRole::Title) << 17;
    QTest::newRow("figure") << int(FontRole::Figure) << 24;
    QTest::newRow("mono") << int(FontRole::Mono) << 12;
}

void TestTheme::fontSizes()
{
    QFETCH(int, role);
    QFETCH(int, pixels);
    QCOMPARE(Theme::current().font(static_cast<FontRole>(role)).pixelSize(), pixels);
}

void TestTheme::figuresKeepTheirColumns()
{
    const QFont font = Theme::current().font(FontRole::Body);
    QCOMPARE(tabularWidth(font, QStringLiteral("11:11:11")), tabularWidth(font, QStringLiteral("00:48:57")));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
