// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/strandingdialog.h"

#include "ui/common/formfield.h"
#include "ui/network/networkwords.h"

#include <QBoxLayout>
#include <QLabel>

namespace lw::ui {

StrandingDialog::StrandingDialog(const QString &sentence, const QString &login, int minutes, QWidget *parent)
    : FormDialog(QStringLiteral("strandingDialog"), tr("This change locks people out who could undo it"), sentence,
                 parent),
      m_login(login),
      m_typed(makeEdit(QStringLiteral("strandingLogin")))
{
    auto *back = new QLabel(tr("The way back: the change is in force at once, and the back end takes it back by itself "
                               "after %1 unless somebody who still gets in confirms it.")
                                .arg(minutesWords(minutes)));
    back->setWordWrap(true);
    back->setTextFormat(Qt::PlainText);
    body()->addWidget(back);
    auto *field = new FormField(tr("To go on, type your own &login name"), m_typed);
    field->setHint(login);
    body()->addWidget(field);
    body()->addStretch(1);
    setSubmitText(tr("&Apply all the same"), true);
    connect(m_typed, &QLineEdit::textChanged, this, [this] { updateSubmit(); });
    watchLines();
    m_typed->setFocus();
}

bool StrandingDialog::canSubmit() const
{
    return !m_login.isEmpty() && m_typed->text() == m_login;
}

void StrandingDialog::submit()
{
    accept();
}

}  // namespace lw::ui
