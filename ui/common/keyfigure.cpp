// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/keyfigure.h"

#include "ui/common/styling.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>

namespace lw::ui {

QString toned(const QString &text, Tone tone)
{
    return QStringLiteral("<span style=\"color:%1\">%2</span>")
        .arg(Theme::current().tokens().strong(tone).name(), text.toHtmlEscaped());
}

KeyFigure::KeyFigure(const QString &label, QWidget *parent)
    : Card({}, parent), m_label(new QLabel(label)), m_figure(new QLabel), m_context(new QLabel)
{
    body()->setSpacing(2);
    setRole(m_label, LabelRole::Secondary);
    setRole(m_context, LabelRole::Secondary);
    m_context->setTextFormat(Qt::RichText);
    m_context->setWordWrap(false);
    m_context->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (QLabel *part : {m_label, m_figure, m_context})
        body()->addWidget(part);
    setAccessibleName(label);
    connect(&Theme::current(), &Theme::changed, this, &KeyFigure::restyle);
    restyle();
}

void KeyFigure::setFigure(const QString &figure, const QString &context, Tone tone)
{
    m_tone = tone;
    m_figure->setText(figure);
    m_contextText = context;
    m_context->setText(context);
    setAccessibleDescription(figure + QLatin1Char(' ') + context);
    m_context->setToolTip(context);
    restyle();
}

QString KeyFigure::figure() const
{
    return m_figure->text();
}

void KeyFigure::restyle()
{
    const Theme &theme = Theme::current();
    const QColor colour = m_tone == Tone::Neutral ? theme.tokens().text : theme.tokens().strong(m_tone);
    m_figure->setFont(theme.font(FontRole::Figure));
    // A style sheet for one label would cost more than its palette, but the application sheet wins over a palette.
    m_figure->setStyleSheet(QStringLiteral("color:%1;font-size:24px;font-weight:600").arg(colour.name()));
}

void KeyFigure::setClickable(bool clickable)
{
    setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setFocusPolicy(clickable ? Qt::StrongFocus : Qt::NoFocus);
}

void KeyFigure::mouseReleaseEvent(QMouseEvent *event)
{
    if (focusPolicy() != Qt::NoFocus && event->button() == Qt::LeftButton && rect().contains(event->pos()))
        Q_EMIT clicked();
}

void KeyFigure::keyPressEvent(QKeyEvent *event)
{
    const bool chooses =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (chooses && focusPolicy() != Qt::NoFocus)
        Q_EMIT clicked();
    else
        Card::keyPressEvent(event);
}

void KeyFigure::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    if (!hasFocus()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::current().tokens().accent);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::cardRadius, Theme::cardRadius);
}

}  // namespace lw::ui
