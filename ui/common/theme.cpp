// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include "ui/common/stylesheet.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>

namespace lw::ui {

namespace {

constexpr char themeProperty[] = "lwTheme";

/// Desktops name a real family; a bare X server falls back to a generic one.
bool isGeneric(const QString &family)
{
    static const QStringList generic{QStringLiteral("sans"), QStringLiteral("sans serif"), QStringLiteral("sans-serif"),
                                     QStringLiteral("helvetica"), QStringLiteral("dejavu sans")};
    return family.isEmpty() || generic.contains(family, Qt::CaseInsensitive);
}

}  // namespace

Theme &Theme::current()
{
    auto *app = qApp;
    Q_ASSERT(app);
    if (auto *theme = static_cast<Theme *>(app->property(themeProperty).value<QObject *>())) return *theme;
    auto *made = new Theme(*app);
    app->setProperty(themeProperty, QVariant::fromValue<QObject *>(made));
    made->apply();
    return *made;
}

Theme::Theme(QApplication &app) : QObject(&app)
{
    // The same drawing on every desktop; the desktop's scheme and font still count.
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    if (isGeneric(QApplication::font().family()) && QFontDatabase::hasFamily(QStringLiteral("Inter")))
        m_family = QStringLiteral("Inter");
    m_monoFamily = QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    app.installEventFilter(this);
}

bool Theme::systemIsDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    // Fusion makes its standard palette from the desktop's appearance; ours is set on top and is not asked.
    const QPalette standard = QApplication::style()->standardPalette();
    return standard.color(QPalette::Window).lightness() < standard.color(QPalette::WindowText).lightness();
#endif
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if ((type == QEvent::ThemeChange || type == QEvent::ApplicationPaletteChange) && watched == parent() &&
        !m_applying && m_scheme == Scheme::System && systemIsDark() != m_tokens.dark)
        apply();
    return false;
}

void Theme::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    apply();
}

void Theme::setDensity(Density density)
{
    if (density == m_density) return;
    m_density = density;
    Q_EMIT changed();
}

void Theme::apply()
{
    const bool dark = m_scheme == Scheme::Dark || (m_scheme == Scheme::System && systemIsDark());
    m_tokens = dark ? darkTokens() : lightTokens();
    m_applying = true;
    QApplication::setFont(font(FontRole::Body));
    QApplication::setPalette(palette());
    qApp->setStyleSheet(styleSheet());
    m_applying = false;
    Q_EMIT changed();
}

QFont Theme::font(FontRole role) const
{
    QFont f = m_family.isEmpty() ? QFont() : QFont(m_family);
    int pixels = 13;
    auto weight = QFont::Normal;
    switch (role) {
        case FontRole::Body: break;
        case FontRole::BodyStrong: weight = QFont::DemiBold; break;
        case FontRole::Secondary: pixels = 12; break;
        case FontRole::SecondaryStrong: pixels = 12, weight = QFont::Medium; break;
        case FontRole::Label: pixels = 11; break;
        case FontRole::LabelStrong: pixels = 11, weight = QFont::Medium; break;
        case FontRole::Title: pixels = 17, weight = QFont::DemiBold; break;
        case FontRole::Figure: pixels = 24, weight = QFont::DemiBold; break;
        case FontRole::Mono: pixels = 12; break;
        case FontRole::MonoStrong: pixels = 12, weight = QFont::Bold; break;
    }
    if (role == FontRole::Mono || role == FontRole::MonoStrong) {
        f = QFont(m_monoFamily);
        f.setStyleHint(QFont::Monospace);
    }
    f.setPixelSize(pixels);
    f.setWeight(weight);
    return f;
}

QPalette Theme::palette() const
{
    const Tokens &t = m_tokens;
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.panel);
    p.setColor(QPalette::AlternateBase, t.window);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.dim);
    p.setColor(QPalette::Button, t.panel);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::ToolTipBase, t.panel);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.onAccent);
    p.setColor(QPalette::Link, t.accentText);
    p.setColor(QPalette::LinkVisited, t.accentText);
    p.setColor(QPalette::BrightText, t.bad);
    p.setColor(QPalette::Light, t.panel);
    p.setColor(QPalette::Midlight, t.line);
    p.setColor(QPalette::Mid, t.control);
    p.setColor(QPalette::Dark, t.dim);
    p.setColor(QPalette::Shadow, t.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, mix(t.dim, t.panel, 0.65));
    return p;
}

QString Theme::styleSheet() const
{
    return styleSheetFor(m_tokens);
}

namespace {

int digitWidth(const QFontMetrics &metrics)
{
    int widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = qMax(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

bool isFigure(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

int tabularWidthOf(const QFontMetrics &metrics, const QString &text)
{
    const int digit = digitWidth(metrics);
    int width = 0;
    for (const QChar c : text)
        width += isFigure(c) ? digit : metrics.horizontalAdvance(c);
    return width;
}

}  // namespace

int tabularWidth(const QFont &font, const QString &text)
{
    return tabularWidthOf(QFontMetrics(font), text);
}

void drawTabular(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int digit = digitWidth(metrics);
    const int width = tabularWidthOf(metrics, text);
    if (width > rect.width() || digit == metrics.horizontalAdvance(QLatin1Char('1'))) {
        painter.drawText(rect, int(alignment) | Qt::TextSingleLine,
                         metrics.elidedText(text, Qt::ElideRight, rect.width()));
        return;
    }
    int x = rect.left();
    if (alignment & Qt::AlignRight) x = rect.right() + 1 - width;
    if (alignment & Qt::AlignHCenter) x = rect.left() + (rect.width() - width) / 2;
    const int baseline = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    for (const QChar c : text) {
        const int advance = metrics.horizontalAdvance(c);
        const int cell = isFigure(c) ? digit : advance;
        painter.drawText(x + (cell - advance) / 2, baseline, QString(c));
        x += cell;
    }
}

}  // namespace lw::ui
