// SPDX-License-Identifier: GPL-3.0-or-later
// One's own password, changed at any time (seed): the current one, the new one twice, judged while it is typed.
#pragma once

#include "core/domain/customer.h"
#include "ui/common/formdialog.h"
#include "ui/connect/connectservice.h"

namespace lw::ui {

class FormField;
class NewSecretFields;
class SecretEdit;

class OwnPasswordDialog final : public FormDialog {
    Q_OBJECT
  public:
    /// ownWords: what the new password must not be: the person's names and the company's.
    OwnPasswordDialog(ConnectService &service, const PasswordPolicy &policy, const QStringList &ownWords,
                      QWidget *parent = nullptr);
    void done(int result) override;

  protected:
    bool canSubmit() const override;
    void submit() override;

  private:
    void answered(const Result<void> &result);

    ConnectService &m_service;
    SecretEdit *m_current;
    FormField *m_currentField;
    NewSecretFields *m_next;
};

/// What the rules ask of a new password, one sentence a rule.
QStringList passwordRulesText(const PasswordPolicy &policy);

}  // namespace lw::ui
