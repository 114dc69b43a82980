// SPDX-License-Identifier: GPL-3.0-or-later
// How the console looks at this moment: colours, fonts, row height. Belongs to the application object; widgets ask it
// while painting and hear changed(). Follows the desktop's light or dark scheme unless the person chose one.
#pragma once

#include "ui/common/tokens.h"

#include <QFont>
#include <QObject>
#include <QPalette>

class QApplication;
class QPainter;

namespace lw::ui {

enum class Scheme : quint8 { System, Light, Dark };
enum class Density : quint8 { Comfortable, Compact };

/// Sizes in pixels: Body 13, Secondary 12, Label 11, Title 17, Figure 24. Strong variants are semi-bold.
enum class FontRole : quint8 {
    Body,
    BodyStrong,
    Secondary,
    SecondaryStrong,
    Label,
    LabelStrong,
    Title,
    Figure,
    Mono,
    MonoStrong
};

class Theme final : public QObject {
    Q_OBJECT
  public:
    /// The theme of the running QApplication; made and applied at the first call.
    static Theme &current();

    const Tokens &tokens() const { return m_tokens; }
    bool dark() const { return m_tokens.dark; }

    Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme);
    Density density() const { return m_density; }
    void setDensity(Density density);

    /// Height of a table row: 36, or 28 in compact density.
    int rowHeight() const { return m_density == Density::Compact ? 28 : 36; }

    QFont font(FontRole role) const;
    QPalette palette() const;
    QString styleSheet() const;

    static constexpr int pageMargin = 20;
    static constexpr int cardGap = 16;
    static constexpr int cardRadius = 8;
    static constexpr int controlRadius = 6;

  Q_SIGNALS:
    void changed();

  protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

  private:
    explicit Theme(QApplication &app);
    void apply();
    bool systemIsDark() const;

    Tokens m_tokens;
    Scheme m_scheme = Scheme::System;
    Density m_density = Density::Comfortable;
    QString m_family;  ///< empty: the system's own
    QString m_monoFamily;
    bool m_applying = false;
};

/// Draws one line of text with figures of equal width, so that times and counts stand in columns whatever the font.
/// Elided at the right when it does not fit. The painter's font and pen are used.
void drawTabular(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text);
int tabularWidth(const QFont &font, const QString &text);

}  // namespace lw::ui
