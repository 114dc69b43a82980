// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/topbar.h"

#include "ui/common/styling.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

namespace lw::ui {

StatePill::StatePill(QWidget *parent) : QPushButton(parent)
{
    setObjectName(QStringLiteral("connectionState"));
    setRole(this, ButtonRole::Round);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setFixedHeight(26);
    setCursor(Qt::PointingHandCursor);
}

void StatePill::setState(const QString &words, Tone tone)
{
    if (words == text() && tone == m_tone) return;
    m_tone = tone;
    setText(words);
    setAccessibleName(tr("Connection: %1").arg(words));
    setToolTip(words);
    updateGeometry();
    update();
}

QSize StatePill::sizeHint() const
{
    const QFontMetrics metrics(Theme::current().font(FontRole::Secondary));
    return {metrics.horizontalAdvance(text()) + 36, 26};
}

void StatePill::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    const Tokens &t = theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? t.accent : t.control);
    painter.setBrush(underMouse() ? t.window : t.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 13, 13);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.mark(m_tone));
    painter.drawEllipse(QRectF(11, height() / 2.0 - 3.5, 7, 7));
    painter.setPen(t.dim);
    painter.setFont(theme.font(FontRole::Secondary));
    const QRect inner = rect().adjusted(24, 0, -11, 0);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, inner.width() + 1));
}

TopBar::TopBar(QWidget *parent)
    : QFrame(parent),
      m_title(new QLabel),
      m_state(new StatePill),
      m_sync(new QPushButton(tr("Sync"))),
      m_palette(new QPushButton(QStringLiteral("Ctrl+K"))),
      m_lock(new QPushButton(tr("Lock")))
{
    setObjectName(QStringLiteral("topBar"));
    setFixedHeight(barHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::pageMargin, 0, Theme::pageMargin, 1);
    row->setSpacing(12);
    m_title->setObjectName(QStringLiteral("pageTitle"));
    setRole(m_title, LabelRole::Title);
    row->addWidget(m_title);
    row->addStretch(1);
    row->addWidget(m_state);
    m_sync->setObjectName(QStringLiteral("syncButton"));
    m_palette->setObjectName(QStringLiteral("paletteButton"));
    m_palette->setAccessibleName(tr("Command palette"));
    m_palette->setToolTip(tr("Command palette (Ctrl+K)"));
    m_lock->setObjectName(QStringLiteral("lockButton"));
    m_lock->setAccessibleName(tr("Lock the cache"));
    m_lock->setToolTip(tr("Close the cache and wipe its key from memory (Ctrl+L)"));
    for (QPushButton *button : {m_sync, m_palette, m_lock}) {
        setRole(button, ButtonRole::Round);
        row->addWidget(button);
    }
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TopBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

QString TopBar::title() const
{
    return m_title->text();
}

void TopBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = Theme::current().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
}

}  // namespace lw::ui
