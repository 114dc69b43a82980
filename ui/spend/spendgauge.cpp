// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spend/spendgauge.h"

#include "ui/common/styling.h"
#include "ui/common/theme.h"

#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

#include <algorithm>

namespace lw::ui {

namespace {
constexpr int whole = 100;
}

GaugeBar::GaugeBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void GaugeBar::setValues(int used, int reserved, QList<int> marks, Tone tone)
{
    m_used = std::clamp(used, 0, whole);
    m_reserved = std::clamp(reserved, 0, whole - m_used);
    m_marks = std::move(marks);
    m_tone = tone;
    update();
}

void GaugeBar::paintEvent(QPaintEvent *)
{
    constexpr int bar = 8;
    constexpr double round = 4;
    const Tokens &t = Theme::current().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF area(0, (height() - bar) / 2.0, width(), bar);
    QPainterPath clip;
    clip.addRoundedRect(area, round, round);
    painter.save();
    painter.setClipPath(clip);
    painter.fillRect(area, t.line);
    const auto x = [&](int percent) { return area.width() * percent / whole; };
    painter.fillRect(QRectF(0, area.top(), x(m_used), bar), t.mark(m_tone));
    painter.fillRect(QRectF(x(m_used), area.top(), x(m_reserved), bar), mix(t.mark(m_tone), t.line, 0.45));
    painter.restore();
    for (const int level : m_marks)
        if (level < whole) painter.fillRect(QRectF(x(level), 0, 1, height()), t.dim);
}

SpendGauge::SpendGauge(const QString &objectName, const QString &title, QWidget *parent)
    : Card(title, parent), m_figure(new QLabel), m_bar(new GaugeBar), m_words(new QLabel)
{
    setObjectName(objectName);
    m_figure->setObjectName(objectName + QStringLiteral("Figure"));
    m_words->setObjectName(objectName + QStringLiteral("Words"));
    setRole(m_figure, LabelRole::Title);
    setRole(m_words, LabelRole::Secondary);
    m_words->setWordWrap(true);
    body()->setSpacing(6);
    body()->addWidget(m_figure);
    body()->addWidget(m_bar);
    body()->addWidget(m_words);
}

void SpendGauge::setEmpty(const QString &words)
{
    setUsage(QStringLiteral("–"), words, 0, 0, {}, Tone::Neutral);
}

void SpendGauge::setUsage(const QString &figure, const QString &words, int used, int reserved, const QList<int> &marks,
                          Tone tone)
{
    m_figure->setText(figure);
    m_words->setText(words);
    m_bar->setValues(used, reserved, marks, tone);
    setAccessibleDescription(figure + QStringLiteral(", ") + words);
}

}  // namespace lw::ui
