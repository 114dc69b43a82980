// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roles/rolechangebar.h"

#include "ui/common/styling.h"
#include "ui/common/words.h"

#include <QBoxLayout>

namespace lw::ui {

RoleChangeBar::RoleChangeBar(QWidget *parent)
    : Card(tr("Unsaved change"), parent),
      m_effect(new QLabel),
      m_discard(new QPushButton(tr("&Discard"))),
      m_save(new QPushButton(tr("&Save the role")))
{
    setObjectName(QStringLiteral("roleChangeBar"));
    setTone(Tone::Warning);
    m_effect->setObjectName(QStringLiteral("roleEffect"));
    m_effect->setWordWrap(true);
    m_effect->setTextFormat(Qt::PlainText);
    m_effect->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_discard->setObjectName(QStringLiteral("roleDiscard"));
    m_save->setObjectName(QStringLiteral("roleSave"));
    setRole(m_save, ButtonRole::Primary);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_effect, 1);
    row->addWidget(m_discard, 0, Qt::AlignBottom);
    row->addWidget(m_save, 0, Qt::AlignBottom);
    body()->addLayout(row);
    connect(m_save, &QPushButton::clicked, this, &RoleChangeBar::saveRequested);
    connect(m_discard, &QPushButton::clicked, this, &RoleChangeBar::discardRequested);
}

void RoleChangeBar::showChange(const QString &roleName, const QStringList &effects, const QString &fault)
{
    setTitle(tr("Unsaved change of “%1”").arg(roleWords(roleName)));
    m_savable = fault.isEmpty();
    setRole(m_effect, m_savable ? LabelRole::Plain : LabelRole::Error);
    if (!m_savable)
        m_effect->setText(fault);
    else if (effects.isEmpty())
        m_effect->setText(
            tr("Nobody gains or loses anything now: nobody has this role, or other roles give the same."));
    else
        m_effect->setText(effects.join(QLatin1Char('\n')));
    setBusy(false);
}

void RoleChangeBar::setBusy(bool busy)
{
    m_save->setEnabled(m_savable && !busy);
    m_discard->setEnabled(!busy);
}

}  // namespace lw::ui
