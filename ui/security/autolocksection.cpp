// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/autolocksection.h"

#include "ui/common/styling.h"

#include <QBoxLayout>
#include <QComboBox>

namespace lw::ui {

AutoLockSection::AutoLockSection(session::ConsoleSession &session, LockMemory memory, QWidget *parent)
    : Card(tr("Lock by itself"), parent), m_session(session), m_memory(std::move(memory)), m_minutes(new QComboBox)
{
    setObjectName(QStringLiteral("autoLockSection"));
    m_minutes->setObjectName(QStringLiteral("autoLockMinutes"));
    const QList<int> choices = LockMemory::choices();
    for (const int minutes : choices)
        m_minutes->addItem(minutes == 0 ? tr("Never") : tr("%n minute(s)", nullptr, minutes), minutes);
    m_minutes->setCurrentIndex(m_minutes->findData(m_session.autoLockMinutes()));
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("&Lock after this long without a key or click:"));
    label->setBuddy(m_minutes);
    m_minutes->setAccessibleName(tr("Lock after this long without a key or click"));
    row->addWidget(label);
    row->addWidget(m_minutes);
    row->addStretch(1);
    body()->addLayout(row);
    auto *hint = new QLabel(tr("Locking closes the cache, wipes its key from memory and signs out."));
    setRole(hint, LabelRole::Secondary);
    hint->setWordWrap(true);
    body()->addWidget(hint);
    connect(m_minutes, qOverload<int>(&QComboBox::currentIndexChanged), this, &AutoLockSection::choose);
}

void AutoLockSection::focusFirst()
{
    m_minutes->setFocus();
}

void AutoLockSection::choose(int index)
{
    if (index < 0) return;
    const int minutes = m_minutes->itemData(index).toInt();
    m_session.setAutoLockMinutes(minutes);
    m_memory.setMinutes(minutes);
}

}  // namespace lw::ui
