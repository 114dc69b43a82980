// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connectionpopover.h"

#include "ui/common/styling.h"
#include "ui/common/theme.h"
#include "ui/shell/statetext.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace lw::ui {

ConnectionPopover::ConnectionPopover(QWidget *parent) : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint)
{
    setObjectName(QStringLiteral("connectionPopover"));
    setAccessibleName(tr("Connection details"));
    setFixedWidth(440);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
}

void ConnectionPopover::fill(const ConnectionFacts &facts)
{
    delete m_content;
    m_content = new QWidget;
    auto *grid = new QGridLayout(m_content);
    grid->setContentsMargins(16, 14, 16, 16);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto details = stateDetails(facts, QDateTime::currentDateTimeUtc());
    for (const StateDetail &detail : details) {
        auto *label = new QLabel(detail.label);
        setRole(label, LabelRole::Dim);
        auto *value = new QLabel;
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(detail.label + QLatin1Char(' ') + detail.value);
        QString text = detail.value;
        if (detail.mono) {
            value->setFont(Theme::current().font(FontRole::Mono));
            // A fingerprint wraps after any pair, a hash anywhere.
            text.replace(QLatin1Char(':'), QStringLiteral(":\u200b"));
        }
        value->setText(text);
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(value, row, 1);
        ++row;
    }
    const bool offline = facts.link == Link::Offline;
    auto *action = new QPushButton(offline ? tr("Sign in…") : tr("Go offline"));
    action->setObjectName(QStringLiteral("connectionAction"));
    connect(action, &QPushButton::clicked, this, [this, offline] {
        hide();
        if (offline)
            Q_EMIT onlineRequested();
        else
            Q_EMIT offlineRequested();
    });
    grid->addWidget(action, row, 1, Qt::AlignLeft);
    layout()->addWidget(m_content);
    action->setFocus();
}

void ConnectionPopover::showFor(const ConnectionFacts &facts, const QPoint &topRight)
{
    fill(facts);
    adjustSize();
    move(topRight - QPoint(width(), 0));
    show();
}

void ConnectionPopover::paintEvent(QPaintEvent *)
{
    const Tokens &t = Theme::current().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.panel);
    painter.setPen(t.control);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

}  // namespace lw::ui
