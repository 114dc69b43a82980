// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tokens.h"

#include <algorithm>
#include <cmath>

namespace lw::ui {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

}  // namespace

double contrastRatio(const QColor &a, const QColor &b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor mix(const QColor &a, const QColor &b, double part)
{
    const auto blend = [part](int x, int y) { return static_cast<int>(std::lround(x * part + y * (1.0 - part))); };
    return QColor(blend(a.red(), b.red()), blend(a.green(), b.green()), blend(a.blue(), b.blue()));
}

Tokens lightTokens()
{
    Tokens t;
    t.window = QColor(0xf5, 0xf6, 0xf8);
    t.panel = QColor(0xff, 0xff, 0xff);
    t.line = QColor(0xe3, 0xe6, 0xeb);
    t.text = QColor(0x1b, 0x24, 0x30);
    t.dim = QColor(0x5b, 0x66, 0x75);
    t.accent = QColor(0x1f, 0x6f, 0xeb);
    t.accentSoft = QColor(0xe7, 0xf0, 0xfe);
    t.accentText = QColor(0x17, 0x5f, 0xd1);
    t.onAccent = QColor(0xff, 0xff, 0xff);
    t.onBad = QColor(0xff, 0xff, 0xff);
    t.good = QColor(0x1a, 0x7f, 0x4b);
    t.goodSoft = QColor(0xe2, 0xf4, 0xea);
    t.goodText = QColor(0x17, 0x76, 0x45);
    t.warning = QColor(0x9a, 0x62, 0x00);
    t.warningText = QColor(0x93, 0x5d, 0x00);
    t.warningSoft = QColor(0xfd, 0xf1, 0xda);
    t.bad = QColor(0xb4, 0x23, 0x18);
    t.badSoft = QColor(0xfd, 0xe8, 0xe6);
    t.bar = mix(t.accent, t.panel, 0.55);
    t.control = QColor(0xd3, 0xd8, 0xe0);
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.dark = true;
    t.window = QColor(0x14, 0x18, 0x1f);
    t.panel = QColor(0x1b, 0x21, 0x2a);
    t.line = QColor(0x2b, 0x33, 0x3f);
    t.text = QColor(0xe6, 0xea, 0xf0);
    t.dim = QColor(0x9a, 0xa6, 0xb5);
    t.accent = QColor(0x6e, 0xa8, 0xfe);
    t.accentSoft = QColor(0x1d, 0x2c, 0x44);
    t.accentText = t.accent;
    t.onAccent = QColor(0x0d, 0x14, 0x1f);
    t.onBad = QColor(0x1f, 0x0d, 0x0b);
    t.good = QColor(0x57, 0xc9, 0x8b);
    t.goodSoft = QColor(0x17, 0x30, 0x26);
    t.goodText = t.good;
    t.warning = QColor(0xe5, 0xb4, 0x5a);
    t.warningText = t.warning;
    t.warningSoft = QColor(0x33, 0x2a, 0x17);
    t.bad = QColor(0xf2, 0x85, 0x7b);
    t.badSoft = QColor(0x3a, 0x1f, 0x1e);
    t.bar = mix(t.accent, t.panel, 0.55);
    t.control = QColor(0x3a, 0x44, 0x52);
    return t;
}

QColor Tokens::strong(Tone tone) const
{
    switch (tone) {
        case Tone::Good: return goodText;
        case Tone::Warning: return warningText;
        case Tone::Bad: return bad;
        case Tone::Accent: return accentText;
        case Tone::Neutral: break;
    }
    return dim;
}

QColor Tokens::mark(Tone tone) const
{
    switch (tone) {
        case Tone::Good: return good;
        case Tone::Warning: return warning;
        case Tone::Bad: return bad;
        case Tone::Accent: return accent;
        case Tone::Neutral: break;
    }
    return dim;
}

QColor Tokens::soft(Tone tone) const
{
    switch (tone) {
        case Tone::Good: return goodSoft;
        case Tone::Warning: return warningSoft;
        case Tone::Bad: return badSoft;
        case Tone::Accent: return accentSoft;
        case Tone::Neutral: break;
    }
    return window;
}

}  // namespace lw::ui
