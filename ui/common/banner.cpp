// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/banner.h"

#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace lw::ui {

Banner::Banner(const QString &objectName, QWidget *parent)
    : QFrame(parent), m_title(new QLabel), m_text(new QLabel), m_actions(new QHBoxLayout)
{
    setObjectName(objectName);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 8, 16, 8);
    row->setSpacing(12);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_text);
    row->addLayout(words, 1);
    m_actions->setSpacing(8);
    row->addLayout(m_actions);
    m_text->setObjectName(objectName + QStringLiteral("Text"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(&Theme::current(), &Theme::changed, this, &Banner::restyle);
    setMessage(Tone::Neutral, {}, {});
}

void Banner::setMessage(Tone tone, const QString &title, const QString &text)
{
    m_tone = tone;
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
    setAccessibleName(title.isEmpty() ? text : title + QStringLiteral(". ") + text);
    restyle();
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::restyle()
{
    const Tokens &t = Theme::current().tokens();
    m_title->setStyleSheet(QStringLiteral("color:%1;font-weight:600").arg(t.strong(m_tone).name()));
    m_text->setStyleSheet(QStringLiteral("color:%1").arg((m_tone == Tone::Bad ? t.text : t.strong(m_tone)).name()));
    update();
}

QPushButton *Banner::addAction(const QString &objectName, const QString &text)
{
    auto *button = new QPushButton(text);
    button->setObjectName(objectName);
    m_actions->addWidget(button, 0, Qt::AlignVCenter);
    return button;
}

void Banner::paintEvent(QPaintEvent *)
{
    const Tokens &t = Theme::current().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.soft(m_tone));
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
    if (m_tone == Tone::Bad) painter.fillRect(QRect(0, 0, 4, height()), t.bad);
}

}  // namespace lw::ui
