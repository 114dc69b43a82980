// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/erasedialog.h"

#include "ui/common/formfield.h"
#include "ui/people/peoplefacts.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace lw::ui {

EraseDialog::EraseDialog(retention::RetentionService &service, const User &user, QWidget *parent)
    : FormDialog(
          QStringLiteral("eraseDialog"), tr("Erase %1?").arg(personName(user)),
          tr("Name, addresses and credentials go at once. Then the entries of the log that name this person lose "
             "their content, here and in every console at its next sync; what a legal hold keeps stays. The "
             "unique ID stays and is never given again. This cannot be undone."),
          parent),
      m_service(service),
      m_user(user),
      m_reason(makeEdit(QStringLiteral("eraseReason"), tr("such as Request of 12 November by letter"))),
      m_login(makeEdit(QStringLiteral("eraseLogin"), user.login))
{
    auto *reasonField = new FormField(tr("&Reason"), m_reason);
    reasonField->setHint(tr("It stands in the audit log: do not name the person in it."));
    body()->addWidget(reasonField);
    body()->addWidget(new FormField(tr("&Type the login name %1 to confirm").arg(user.login), m_login));
    setSubmitText(tr("&Erase for good"), true);
    for (QLineEdit *edit : {m_reason, m_login})
        connect(edit, &QLineEdit::textChanged, this, [this] { updateSubmit(); });
    watchLines();
    updateSubmit();
    m_reason->setFocus();
}

bool EraseDialog::canSubmit() const
{
    return !m_reason->text().trimmed().isEmpty() && m_login->text().trimmed() == m_user.login;
}

void EraseDialog::submit()
{
    setProblem({});
    setBusy(tr("Erasing…"));
    m_service.erasePerson(m_user.id, m_reason->text().trimmed(), this, [this](const Result<PurgeRun> &run) {
        setBusy({});
        if (run)
            accept();
        else
            setProblem(run.error().message);
    });
}

}  // namespace lw::ui
