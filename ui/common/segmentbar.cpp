// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/segmentbar.h"

#include "ui/common/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace lw::ui {

namespace {
constexpr int barHeight = 14;
constexpr int captionGap = 8;
}  // namespace

SegmentBar::SegmentBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SegmentBar::setSegments(QList<Segment> segments)
{
    m_segments = std::move(segments);
    setAccessibleDescription(caption());
    updateGeometry();
    update();
}

QString SegmentBar::caption() const
{
    QStringList words;
    for (const Segment &segment : m_segments)
        if (segment.count > 0) words.append(segment.words);
    return words.join(QStringLiteral("  ·  "));
}

QSize SegmentBar::sizeHint() const
{
    return {400, heightForWidth(width())};
}

int SegmentBar::heightForWidth(int width) const
{
    const QFontMetrics metrics(Theme::current().font(FontRole::Secondary));
    const QRect text = metrics.boundingRect(QRect(0, 0, qMax(width, 120), 400), Qt::TextWordWrap, caption());
    return barHeight + captionGap + qMax(metrics.height(), text.height());
}

void SegmentBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(0, 0, width(), barHeight), 3, 3);
    painter.save();
    painter.setClipPath(shape);
    painter.fillRect(QRect(0, 0, width(), barHeight), theme.tokens().line);
    qint64 total = 0;
    for (const Segment &segment : m_segments)
        total += segment.count;
    double x = 0;
    for (const Segment &segment : m_segments) {
        if (total == 0 || segment.count == 0) continue;
        const double part = double(width()) * segment.count / double(total);
        const bool last = x + part >= width() - 0.5;
        const QColor colour = segment.tone == Tone::Neutral ? theme.tokens().line : theme.tokens().mark(segment.tone);
        painter.fillRect(QRectF(x, 0, last ? part : qMax(1.0, part - 2), barHeight), colour);
        if (!last) painter.fillRect(QRectF(x + part - 2, 0, 2, barHeight), theme.tokens().panel);
        x += part;
    }
    painter.restore();
    painter.setFont(theme.font(FontRole::Secondary));
    painter.setPen(theme.tokens().dim);
    painter.drawText(QRect(0, barHeight + captionGap, width(), height() - barHeight - captionGap),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, caption());
}

}  // namespace lw::ui
