// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/profilechooser.h"

#include "ui/common/styling.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QShowEvent>

namespace lw::ui {

ProfileChooser::ProfileChooser(const QList<ProfileChoice> &choices, QWidget *parent)
    : GateFrame(parent), m_list(new QListWidget)
{
    setObjectName(QStringLiteral("profileChooser"));
    setHeading({}, tr("Choose a back end"));
    m_list->setObjectName(QStringLiteral("profileList"));
    m_list->setAccessibleName(tr("Back ends"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSpacing(2);
    for (const ProfileChoice &choice : choices) {
        auto *item =
            new QListWidgetItem(QStringLiteral("%1\n%2 · %3").arg(choice.name, choice.host, choice.who), m_list);
        item->setData(Qt::UserRole, choice.id);
        item->setSizeHint(QSize(0, 48));
    }
    m_list->setCurrentRow(0);
    content()->addWidget(m_list, 1);
    auto *other = new QPushButton(tr("&Add a back end…"));
    other->setObjectName(QStringLiteral("profileAdd"));
    auto *open = new QPushButton(tr("&Open"));
    open->setObjectName(QStringLiteral("profileOpen"));
    setRole(open, ButtonRole::Primary);
    buttons()->addWidget(other);
    buttons()->addStretch(1);
    buttons()->addWidget(open);
    const auto choose = [this] {
        if (m_list->currentItem()) Q_EMIT chosen(m_list->currentItem()->data(Qt::UserRole).toString());
    };
    connect(open, &QPushButton::clicked, this, choose);
    connect(m_list, &QListWidget::itemActivated, this, choose);
    connect(other, &QPushButton::clicked, this, &ProfileChooser::newRequested);
}

void ProfileChooser::showEvent(QShowEvent *event)
{
    GateFrame::showEvent(event);
    m_list->setFocus();
}

}  // namespace lw::ui
