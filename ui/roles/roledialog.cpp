// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roles/roledialog.h"

#include "core/policy/rolerules.h"
#include "ui/common/formfield.h"
#include "ui/common/permissiongroups.h"
#include "ui/common/words.h"
#include "ui/roles/permissiongrid.h"
#include "ui/roles/roletext.h"

#include <QComboBox>

namespace lw::ui {

using policy::RoleFault;

RoleDialog::RoleDialog(access::AccessService &service, QList<Role> roles, Permissions held, const QString &like,
                       QWidget *parent)
    : FormDialog(QStringLiteral("roleDialog"), tr("Make a role"),
                 tr("A role of your own bundles permissions for people who do the same work. Nobody has it until you "
                    "give it to somebody on the page People."),
                 parent),
      m_service(service),
      m_roles(std::move(roles)),
      m_name(makeEdit(QStringLiteral("roleName"), tr("such as night_shift"))),
      m_nameField(new FormField(tr("&Name"), m_name)),
      m_like(new QComboBox),
      m_leftOut(new QLabel),
      m_grid(new PermissionGrid(std::move(held)))
{
    setMinimumWidth(680);
    m_name->setMaxLength(policy::roleNameCeiling);
    m_like->setObjectName(QStringLiteral("roleLike"));
    m_like->addItem(tr("nothing"), QString());
    for (const Role &role : std::as_const(m_roles))
        m_like->addItem(roleWords(role.name), role.name);
    auto *likeField = new FormField(tr("&Begin with"), m_like);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_nameField, 3, Qt::AlignTop);
    row->addWidget(likeField, 2, Qt::AlignTop);
    body()->addLayout(row);
    m_leftOut->setObjectName(QStringLiteral("roleLeftOut"));
    setRole(m_leftOut, LabelRole::Warning);
    m_leftOut->setWordWrap(true);
    m_leftOut->hide();
    body()->addWidget(m_leftOut);
    body()->addWidget(m_grid);
    setSubmitText(tr("&Make the role"));
    connect(m_name, &QLineEdit::textChanged, this, &RoleDialog::judge);
    connect(m_grid, &PermissionGrid::changed, this, &RoleDialog::updateSubmit);
    connect(m_like, &QComboBox::currentIndexChanged, this, &RoleDialog::takeFrom);
    m_like->setCurrentIndex(qMax(0, m_like->findData(like)));
    watchLines();
    m_name->setFocus();
}

Role RoleDialog::typed() const
{
    return {m_name->text().trimmed(), m_grid->chosen(), false};
}

bool RoleDialog::canSubmit() const
{
    return !policy::judgeRole(typed(), m_roles);
}

void RoleDialog::judge()
{
    const std::optional<RoleFault> fault = policy::judgeRole(typed(), m_roles);
    const bool ofTheName = fault && *fault != RoleFault::NoPermission && *fault != RoleFault::NameEmpty;
    m_nameField->setError(ofTheName ? roleFaultWords(*fault) : QString());
    updateSubmit();
}

void RoleDialog::takeFrom()
{
    const QString name = m_like->currentData().toString();
    Permissions leftOut;
    for (const Role &role : std::as_const(m_roles))
        if (role.name == name) leftOut = m_grid->choose(role.permissions);
    if (name.isEmpty()) m_grid->choose({});
    m_leftOut->setText(tr("Left out, because you do not hold it yourself: %1.").arg(permissionList(leftOut)));
    m_leftOut->setVisible(!leftOut.isEmpty());
    updateSubmit();
}

void RoleDialog::submit()
{
    setBusy(tr("Making the role…"));
    m_service.createRole(typed(), this, [this](Result<Role> made) {
        setBusy({});
        if (made) {
            m_made = made->name;
            return accept();
        }
        if (made.error().field == QLatin1String("name"))
            m_nameField->setError(made.error().message);
        else
            setProblem(made.error().message);
        m_name->setFocus();
    });
}

}  // namespace lw::ui
