// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/rolechoice.h"

#include "core/policy/rolerules.h"
#include "ui/common/permissiongroups.h"
#include "ui/common/styling.h"
#include "ui/common/words.h"

#include <QBoxLayout>
#include <QCheckBox>

namespace lw::ui {

RoleChoice::RoleChoice(const QList<Role> &roles, const Permissions &held, bool keepOwner, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    QList<Role> custom;
    for (const Role &role : roles)
        if (!role.shipped) custom.append(role);
    for (const Role &role : roles) {
        auto *box = new QCheckBox(roleWords(role.name));
        box->setObjectName(QStringLiteral("role_") + role.name);
        QString why;
        if (!policy::mayGrant(held, {role.name}, custom).allowed())
            why = tr("It allows what you do not hold yourself, so you can neither give nor take it.");
        else if (keepOwner && role.name == QLatin1String("owner"))
            why = tr("This is the last owner who can sign in. Make somebody else an owner first.");
        auto *words = new QLabel(why.isEmpty() ? permissionsText(role.permissions) + QLatin1Char('.') : why);
        words->setWordWrap(true);
        words->setTextFormat(Qt::PlainText);
        words->setContentsMargins(24, 0, 0, 0);
        setRole(words, why.isEmpty() ? LabelRole::Secondary : LabelRole::Warning);
        box->setEnabled(why.isEmpty());
        box->setAccessibleDescription(words->text());
        auto *pair = new QVBoxLayout;
        pair->setSpacing(1);
        pair->addWidget(box);
        pair->addWidget(words);
        column->addLayout(pair);
        connect(box, &QCheckBox::toggled, this, &RoleChoice::changed);
        m_entries.append({role.name, box});
    }
}

void RoleChoice::choose(const QStringList &names)
{
    m_unknown = names;
    for (const Entry &entry : std::as_const(m_entries)) {
        entry.box->setChecked(names.contains(entry.name));
        m_unknown.removeAll(entry.name);
    }
}

QStringList RoleChoice::chosen() const
{
    QStringList names;
    for (const Entry &entry : m_entries)
        if (entry.box->isChecked()) names << entry.name;
    return names + m_unknown;
}

}  // namespace lw::ui
