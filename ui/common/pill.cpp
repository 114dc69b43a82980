// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pill.h"

#include "ui/common/roles.h"
#include "ui/common/theme.h"

#include <QPainter>

namespace lw::ui {

namespace {

constexpr int cellPadding = 12;
constexpr int pillHeight = 18;

Tone toneOf(const QModelIndex &index)
{
    return static_cast<Tone>(index.data(ToneRole).toInt());
}

}  // namespace

QSize pillSize(const QString &text)
{
    const QFontMetrics metrics(Theme::current().font(FontRole::LabelStrong));
    return {metrics.horizontalAdvance(text) + 16, pillHeight};
}

void paintPill(QPainter &painter, const QRect &rect, const QString &text, Tone tone)
{
    const Theme &theme = Theme::current();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tokens().soft(tone));
    painter.drawRoundedRect(rect, rect.height() / 2.0, rect.height() / 2.0);
    painter.setPen(theme.tokens().strong(tone));
    painter.setFont(theme.font(FontRole::LabelStrong));
    const QRect inner = rect.adjusted(8, 0, -8, 0);
    painter.drawText(inner, Qt::AlignCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, inner.width() + 1));
    painter.restore();
}

Pill::Pill(const QString &text, Tone tone, QWidget *parent) : QLabel(parent), m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setPill(text, tone);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Pill::setPill(const QString &text, Tone tone)
{
    m_tone = tone;
    setText(text);
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    return pillSize(text());
}

void Pill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPill(painter, rect(), text(), m_tone);
}

void TableDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option)
{
    const Tokens &t = Theme::current().tokens();
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    if (selected)
        painter->fillRect(option.rect, t.accentSoft);
    else if (hovered)
        painter->fillRect(option.rect, mix(t.window, t.panel, 0.6));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
}

void TableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGround(painter, option);
    const Theme &theme = Theme::current();
    const bool mono = index.data(MonoRole).toBool();
    const bool dim = index.data(DimRole).toBool();
    const QVariant tone = index.data(ToneRole);
    painter->save();
    if (mono)
        painter->setFont(theme.font(FontRole::Mono));
    else if (dim)
        painter->setFont(theme.font(FontRole::Secondary));
    else
        painter->setFont(theme.font(index.data(StrongRole).toBool() ? FontRole::BodyStrong : FontRole::Body));
    QColor colour = dim ? theme.tokens().dim : theme.tokens().text;
    if (tone.isValid() && static_cast<Tone>(tone.toInt()) != Tone::Neutral)
        colour = theme.tokens().strong(static_cast<Tone>(tone.toInt()));
    painter->setPen(colour);
    const QVariant aligned = index.data(Qt::TextAlignmentRole);
    const auto alignment = aligned.isValid() ? Qt::Alignment(aligned.toInt()) : Qt::AlignLeft | Qt::AlignVCenter;
    const QRect inner = option.rect.adjusted(cellPadding, 0, -6, -1);
    const QString text = displayText(index.data(Qt::DisplayRole), option.locale);
    if (index.data(TabularRole).toBool())
        drawTabular(*painter, inner, alignment | Qt::AlignVCenter, text);
    else
        painter->drawText(inner, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, inner.width()));
    painter->restore();
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const QString text = displayText(index.data(Qt::DisplayRole), option.locale);
    const QFont font = theme.font(index.data(MonoRole).toBool() ? FontRole::Mono : FontRole::Body);
    return {tabularWidth(font, text) + 2 * cellPadding, theme.rowHeight()};
}

void PillDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGround(painter, option);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (text.isEmpty()) return;
    const QSize size = pillSize(text);
    const int width = qMin(size.width(), option.rect.width() - cellPadding - 4);
    const QRect pill(option.rect.left() + cellPadding, option.rect.top() + (option.rect.height() - size.height()) / 2,
                     width, size.height());
    const bool selected = option.state & QStyle::State_Selected;
    const Tone tone = toneOf(index);
    paintPill(*painter, pill, text, tone);
    // The neutral and the accent ground would vanish on a selected row; a line keeps the pill's shape.
    if (selected && (tone == Tone::Neutral || tone == Tone::Accent)) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Theme::current().tokens().control);
        painter->drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), pill.height() / 2.0, pill.height() / 2.0);
        painter->restore();
    }
}

QSize PillDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {pillSize(index.data(Qt::DisplayRole).toString()).width() + 2 * cellPadding, Theme::current().rowHeight()};
}

void AgeBarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGround(painter, option);
    const Theme &theme = Theme::current();
    const QVariant fraction = index.data(FractionRole);
    const QString text = index.data(Qt::DisplayRole).toString();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect inner = option.rect.adjusted(cellPadding, 0, -6, -1);
    if (fraction.isValid()) {
        const int width = qBound(24, inner.width() - 48, 90);
        const QRectF bar(inner.left(), inner.center().y() - 2.5, width, 6);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.tokens().line);
        painter->drawRoundedRect(bar, 3, 3);
        const double part = qBound(0.0, fraction.toDouble(), 1.0);
        if (part > 0) {
            painter->setBrush(theme.tokens().mark(toneOf(index)));
            painter->drawRoundedRect(QRectF(bar.left(), bar.top(), qMax(6.0, bar.width() * part), bar.height()), 3, 3);
        }
        inner.setLeft(inner.left() + width + 8);
    }
    painter->setPen(theme.tokens().dim);
    painter->setFont(theme.font(FontRole::Secondary));
    drawTabular(*painter, inner, Qt::AlignLeft | Qt::AlignVCenter, text);
    painter->restore();
}

QSize AgeBarDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {90 + 60 + cellPadding, Theme::current().rowHeight()};
}

}  // namespace lw::ui
