// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/ownpassworddialog.h"

#include "ui/common/formfield.h"
#include "ui/common/newsecretfields.h"
#include "ui/common/secretedit.h"
#include "ui/common/words.h"

namespace lw::ui {

QStringList passwordRulesText(const PasswordPolicy &policy)
{
    QStringList rules{
        OwnPasswordDialog::tr("At least %1 characters; several unrelated words make a good one.")
            .arg(qMax(policy.minLength, passwordLengthFloor)),
        OwnPasswordDialog::tr("Its strength must be “%1” or better.").arg(strengthWords(policy.minStrength))};
    if (policy.history > 0)
        rules << OwnPasswordDialog::tr("Your last %n passwords cannot come back.", nullptr, policy.history);
    rules << OwnPasswordDialog::tr("It must not be your name, your login name or the company's name.");
    if (policy.maxAgeDays > 0)
        rules << OwnPasswordDialog::tr("It is due for a change %n days later.", nullptr, policy.maxAgeDays);
    return rules;
}

OwnPasswordDialog::OwnPasswordDialog(ConnectService &service, const PasswordPolicy &policy, const QStringList &ownWords,
                                     QWidget *parent)
    : FormDialog(QStringLiteral("ownPasswordDialog"), tr("Change my password"),
                 tr("Your password of the telephony back end. Your other sessions end; this one goes on."), parent),
      m_service(service),
      m_current(new SecretEdit(QStringLiteral("ownPasswordCurrent"), tr("Current password"))),
      m_currentField(new FormField(tr("C&urrent password"), m_current)),
      m_next(new NewSecretFields(QStringLiteral("ownPassword"), tr("&New password"), tr("New password &again")))
{
    m_next->setPolicy(policy);
    m_next->setUserInputs(ownWords);
    auto *rules = new QLabel(passwordRulesText(policy).join(QLatin1Char('\n')));
    rules->setObjectName(QStringLiteral("ownPasswordRules"));
    setRole(rules, LabelRole::Secondary);
    rules->setWordWrap(true);
    body()->addWidget(m_currentField);
    body()->addWidget(m_next);
    body()->addWidget(rules);
    setSubmitText(tr("&Change password"));
    connect(m_current, &QLineEdit::textChanged, this, &OwnPasswordDialog::updateSubmit);
    connect(m_next, &NewSecretFields::edited, this, &OwnPasswordDialog::updateSubmit);
    watchLines();
    m_current->setFocus();
}

bool OwnPasswordDialog::canSubmit() const
{
    return !m_current->isBlank() && m_next->areFilled();
}

void OwnPasswordDialog::submit()
{
    m_currentField->setError({});
    if (!m_next->checked()) return;
    if (sameSecret(m_next->typed(), m_current->peek()))
        return m_next->refuse(tr("This is the current password. Choose another one."));
    setBusy(tr("Changing the password…"));
    m_service.changePassword(m_current->peek(), m_next->typed(), this,
                             [this](const Result<void> &result) { answered(result); });
}

void OwnPasswordDialog::answered(const Result<void> &result)
{
    setBusy({});
    if (result) return accept();
    const Error &error = result.error();
    if (error.field == QLatin1String("current")) {
        m_current->wipeContent();
        m_currentField->setError(error.message);
        m_current->setFocus();
    } else if (error.field == QLatin1String("next")) {
        m_next->refuse(error.message);
    } else {
        setProblem(error.message);
    }
}

void OwnPasswordDialog::done(int result)
{
    m_current->wipeContent();
    m_next->wipeBoth();
    QDialog::done(result);
}

}  // namespace lw::ui
