// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of the console, in one place. Source: the UI guide; the ...Text colours and onAccent are ours, because
// the plain ones on a soft ground miss the 4.5:1 that text must keep.
#pragma once

#include <QColor>

namespace lw::ui {

/// What a colour says. A word always says the same beside it.
enum class Tone : quint8 { Neutral, Good, Warning, Bad, Accent };

struct Tokens {
    bool dark = false;
    QColor window, panel, line;
    QColor text, dim;
    QColor accent, accentSoft;
    QColor accentText;  ///< accent as text, on panel and on accentSoft
    QColor onAccent;    ///< text on a ground of accent
    QColor onBad;       ///< text on a ground of bad
    QColor good, goodSoft;
    QColor goodText;  ///< good as text, for the same reason as accentText
    QColor warning, warningSoft;
    QColor warningText;
    QColor bad, badSoft;
    QColor bar;      ///< ordinary bars of a chart
    QColor control;  ///< outline of inputs and buttons

    QColor strong(Tone tone) const;  ///< text of that tone, on panel, selection and soft()
    QColor mark(Tone tone) const;    ///< bars and dots of that tone
    QColor soft(Tone tone) const;    ///< the ground under strong()
};

Tokens lightTokens();
Tokens darkTokens();

/// WCAG 2 contrast ratio, 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);

/// part of a, the rest of b; part from 0 to 1.
QColor mix(const QColor &a, const QColor &b, double part);

}  // namespace lw::ui
