// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/emptystate.h"

#include "ui/common/styling.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace lw::ui {

namespace {
constexpr int guidanceWidth = 420;
constexpr int margin = 24;
}  // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_title(new QLabel), m_guidance(new QLabel), m_button(new QPushButton)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(8);
    column->addStretch(1);
    setRole(m_title, LabelRole::CardTitle);
    setRole(m_guidance, LabelRole::Secondary);
    m_guidance->setWordWrap(true);
    m_guidance->setFixedWidth(guidanceWidth);
    for (QLabel *label : {m_title, m_guidance}) {
        label->setAlignment(Qt::AlignCenter);
        column->addWidget(label, 0, Qt::AlignHCenter);
    }
    m_button->setObjectName(QStringLiteral("emptyStateAction"));
    column->addSpacing(4);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(2);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    setContent({}, {});
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void EmptyState::fit()
{
    // A centred label that wraps is cut: the layout reckons its height for the width of the whole column.
    m_guidance->ensurePolished();
    const int wide = qBound(120, width() - 2 * margin, guidanceWidth);
    m_guidance->setFixedSize(wide, m_guidance->heightForWidth(wide));
}

void EmptyState::setContent(const QString &title, const QString &guidance, const QString &actionText)
{
    m_title->setText(title);
    m_guidance->setText(guidance);
    m_button->setText(actionText);
    m_button->setAccessibleName(actionText.isEmpty() ? title : QString());
    m_button->setVisible(!actionText.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(guidance);
    fit();
}

}  // namespace lw::ui
