// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/card.h"

#include "ui/common/styling.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

namespace lw::ui {

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent),
      m_outer(new QVBoxLayout(this)),
      m_header(new QHBoxLayout),
      m_title(new QLabel(title)),
      m_body(new QVBoxLayout)
{
    m_outer->setContentsMargins(16, 14, 16, 16);
    m_outer->setSpacing(12);
    setRole(m_title, LabelRole::CardTitle);
    m_header->setSpacing(12);
    m_header->addWidget(m_title);
    m_header->addStretch(1);
    m_outer->addLayout(m_header);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(8);
    m_outer->addLayout(m_body, 1);
    setTitle(title);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Card::noMargins()
{
    m_outer->setContentsMargins(1, 1, 1, 1);
    m_outer->setSpacing(0);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Card::addHeaderWidget(QWidget *widget)
{
    m_header->addWidget(widget);
}

void Card::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    const Tokens &t = Theme::current().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_tone == Tone::Neutral ? t.line : t.strong(m_tone));
    painter.setBrush(t.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::cardRadius, Theme::cardRadius);
}

}  // namespace lw::ui
