// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/gateframe.h"

#include "ui/common/card.h"
#include "ui/common/styling.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QPainter>

namespace lw::ui {

GateFrame::GateFrame(QWidget *parent)
    : QWidget(parent), m_small(new QLabel), m_title(new QLabel), m_content(new QVBoxLayout), m_buttons(new QHBoxLayout)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(20, 12, 20, 12);
    outer->addStretch(2);
    auto *brand = new QLabel(QStringLiteral("Linewarden"));
    brand->setAlignment(Qt::AlignCenter);
    setRole(brand, LabelRole::Title);
    outer->addWidget(brand);
    outer->addSpacing(8);
    auto *card = new Card;
    card->setFixedWidth(560);
    card->setMinimumHeight(540);
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(16, 10, 16, 8);
    inside->setSpacing(14);
    setRole(m_small, LabelRole::Secondary);
    m_small->setObjectName(QStringLiteral("gateSmall"));
    setRole(m_title, LabelRole::Title);
    m_title->setObjectName(QStringLiteral("gateTitle"));
    auto *head = new QVBoxLayout;
    head->setSpacing(2);
    head->addWidget(m_small);
    head->addWidget(m_title);
    inside->addLayout(head);
    inside->addLayout(m_content, 1);
    m_buttons->setSpacing(8);
    inside->addLayout(m_buttons);
    card->body()->addLayout(inside);
    outer->addWidget(card, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void GateFrame::setHeading(const QString &small, const QString &title)
{
    m_small->setText(small);
    m_small->setVisible(!small.isEmpty());
    m_title->setText(title);
    setAccessibleName(title);
}

void GateFrame::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::current().tokens().window);
}

}  // namespace lw::ui
