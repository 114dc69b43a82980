// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/barchart.h"

#include "ui/common/theme.h"
#include "ui/common/timetext.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace lw::ui {

namespace {
constexpr int axisHeight = 22;
}

BarChart::BarChart(const QString &objectName, QWidget *parent) : QWidget(parent)
{
    setObjectName(objectName);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Chart"));
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void BarChart::setBars(QList<Bar> bars, const QString &ordinaryWord, const QString &failureWord)
{
    m_bars = std::move(bars);
    m_ordinaryWord = ordinaryWord;
    m_failureWord = failureWord;
    m_current = std::min(m_current, static_cast<int>(m_bars.size()) - 1);
    m_dragFrom = m_dragTo = -1;
    describe();
    update();
}

void BarChart::setAxisVisible(bool visible)
{
    m_axis = visible;
    update();
}

void BarChart::setSelection(const QDateTime &from, const QDateTime &to)
{
    m_from = from;
    m_to = to;
    update();
}

QRect BarChart::plotArea() const
{
    return rect().adjusted(1, 2, -1, m_axis ? -axisHeight : -2);
}

QRect BarChart::barRect(int index) const
{
    const QRect area = plotArea();
    const double step = m_bars.isEmpty() ? area.width() : double(area.width()) / double(m_bars.size());
    const int left = area.left() + static_cast<int>(std::lround(step * index));
    const int right = area.left() + static_cast<int>(std::lround(step * (index + 1)));
    return {left, area.top(), std::max(1, right - left), area.height()};
}

int BarChart::barAt(int x) const
{
    if (m_bars.isEmpty()) return -1;
    const QRect area = plotArea();
    const double step = double(area.width()) / double(m_bars.size());
    return std::clamp(static_cast<int>((x - area.left()) / step), 0, static_cast<int>(m_bars.size()) - 1);
}

void BarChart::setNumberWords(std::function<QString(qint64)> words)
{
    m_numberWords = std::move(words);
    describe();
}

QString BarChart::numberText(qint64 value) const
{
    return m_numberWords ? m_numberWords(value) : countText(value);
}

QString BarChart::barWords(int index) const
{
    const Bar &bar = m_bars.at(index);
    return tr("%1: %2 %3, %4 %5")
        .arg(spanText(bar.from, bar.to), numberText(bar.ordinary), m_ordinaryWord, numberText(bar.failures),
             m_failureWord);
}

void BarChart::describe()
{
    quint64 ordinary = 0, failures = 0;
    for (const Bar &bar : m_bars) {
        ordinary += bar.ordinary;
        failures += bar.failures;
    }
    QString words;
    if (m_bars.isEmpty())
        words = tr("No data.");
    else
        words = tr("%1: %2 %3, %4 %5 in all.")
                    .arg(spanText(m_bars.first().from, m_bars.last().to), numberText(qint64(ordinary)), m_ordinaryWord,
                         numberText(qint64(failures)), m_failureWord);
    if (m_current >= 0 && m_current < m_bars.size()) words += QLatin1Char(' ') + barWords(m_current);
    setAccessibleDescription(words);
}

void BarChart::choose(int first, int last)
{
    if (m_bars.isEmpty() || first < 0 || last < 0) return;
    if (first > last) std::swap(first, last);
    setSelection(m_bars.at(first).from, m_bars.at(last).to);
    Q_EMIT rangeSelected(m_from, m_to);
}

void BarChart::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    const Tokens &t = theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect area = plotArea();
    painter.fillRect(QRect(area.left(), area.bottom() + 1, area.width(), 1), t.line);
    if (m_bars.isEmpty()) return;

    quint64 highest = 1;
    for (const Bar &bar : m_bars)
        highest = std::max<quint64>(highest, quint64(bar.ordinary) + bar.failures);
    const int dragFirst = std::min(m_dragFrom, m_dragTo), dragLast = std::max(m_dragFrom, m_dragTo);
    const double gap = barRect(0).width() >= 4 ? 2 : barRect(0).width() >= 3 ? 1 : 0;
    for (int i = 0; i < m_bars.size(); ++i) {
        const Bar &bar = m_bars.at(i);
        const QRect slot = barRect(i);
        const bool dragged = m_dragFrom >= 0 && i >= dragFirst && i <= dragLast;
        const bool chosen = m_dragFrom < 0 && m_from.isValid() && m_to.isValid() && bar.from < m_to && bar.to > m_from;
        if (dragged || chosen) painter.fillRect(slot, t.accentSoft);
        const double unit = double(area.height()) / double(highest);
        // What happened at all must be seen, however small beside the highest bar.
        double lower = bar.ordinary > 0 ? std::max(1.0, bar.ordinary * unit) : 0;
        double upper = bar.failures > 0 ? std::max(2.0, bar.failures * unit) : 0;
        if (lower + upper > area.height()) (lower > upper ? lower : upper) -= lower + upper - area.height();
        const double width = std::max(1.0, slot.width() - gap);
        const double left = slot.left() + gap / 2, base = area.bottom() + 1;
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.bar);
        const double round = upper == 0 && width > 4 ? 1.5 : 0;
        if (lower > 0) painter.drawRoundedRect(QRectF(left, base - lower, width, lower), round, round);
        painter.setBrush(t.bad);
        if (upper > 0) {
            const double split = lower > 0 && upper > 2 && width > 4 ? 1 : 0;
            painter.drawRoundedRect(QRectF(left, base - lower - upper, width, upper - split), width > 4 ? 1.5 : 0,
                                    width > 4 ? 1.5 : 0);
        }
    }
    if (hasFocus() && m_current >= 0 && m_current < m_bars.size()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.accent, 1));
        painter.drawRect(QRectF(barRect(m_current)).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    if (!m_axis) return;

    painter.setFont(theme.font(FontRole::Secondary));
    painter.setPen(t.dim);
    const bool hours = m_bars.first().from.secsTo(m_bars.last().to) < 2 * 86400;
    const auto label = [&](int index) {
        const QDateTime from = m_bars.at(index).from.toUTC();
        return hours ? from.toString(QStringLiteral("HH:mm")) : shortDay(from.date());
    };
    const int width = painter.fontMetrics().horizontalAdvance(QStringLiteral("00 MMM")) + 40;
    const int labels = std::clamp(area.width() / std::max(1, width), 2, 7);
    const int last = static_cast<int>(m_bars.size()) - 1;
    for (int i = 0; i < labels; ++i) {
        const int index = last * i / (labels - 1);
        QRect place(0, area.bottom() + 6, width, axisHeight - 6);
        int alignment = Qt::AlignHCenter;
        if (i == 0) {
            place.moveLeft(area.left());
            alignment = Qt::AlignLeft;
        } else if (i == labels - 1) {
            place.moveRight(area.right());
            alignment = Qt::AlignRight;
        } else {
            place.moveLeft(barRect(index).center().x() - width / 2);
        }
        painter.drawText(place, alignment | Qt::AlignVCenter, label(index));
    }
}

void BarChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) return;
    m_dragFrom = m_dragTo = m_current = barAt(event->pos().x());
    describe();
    update();
}

void BarChart::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragFrom < 0) return;
    m_dragTo = barAt(event->pos().x());
    update();
}

void BarChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_dragFrom < 0) return;
    const int first = m_dragFrom, last = barAt(event->pos().x());
    m_dragFrom = m_dragTo = -1;
    choose(first, last);
}

void BarChart::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_bars.size()) - 1;
    const int before = m_current;
    switch (event->key()) {
        case Qt::Key_Left: m_current = std::max(0, m_current - 1); break;
        case Qt::Key_Right: m_current = std::min(last, m_current + 1); break;
        case Qt::Key_Home: m_current = std::min(0, last); break;
        case Qt::Key_End: m_current = last; break;
        case Qt::Key_Escape:
            if (m_dragFrom < 0) return QWidget::keyPressEvent(event);
            m_dragFrom = m_dragTo = -1;
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            choose(m_dragFrom >= 0 ? m_dragFrom : m_current, m_current);
            m_dragFrom = m_dragTo = -1;
            return;
        default: QWidget::keyPressEvent(event); return;
    }
    // Shift extends a span, as in a text.
    if (event->modifiers() & Qt::ShiftModifier) {
        if (m_dragFrom < 0) m_dragFrom = std::max(0, before);
        m_dragTo = m_current;
    } else {
        m_dragFrom = m_dragTo = -1;
    }
    describe();
    update();
}

bool BarChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int bar = barAt(help->pos().x());
        if (bar >= 0) QToolTip::showText(help->globalPos(), barWords(bar), this);
        return true;
    }
    return QWidget::event(event);
}

}  // namespace lw::ui
