// SPDX-License-Identifier: GPL-3.0-or-later
// Who signs in: customer, login name, password, and a code when the account asks for one.
#pragma once

#include "ui/common/step.h"
#include "ui/connect/connectservice.h"

class QLineEdit;

namespace lw::ui {

class Dialogs;
class FormField;
class IdentityBox;
class SecretEdit;

class SignInStep final : public Step {
    Q_OBJECT
  public:
    SignInStep(ConnectService &service, Dialogs &dialogs, QWidget *parent = nullptr);
    ~SignInStep() override;

    /// For signing in again: who it is stands already and cannot be changed.
    void fixIdentity(const QString &customer, const QString &login);
    QString nextText() const override { return tr("&Sign in"); }
    bool canSubmit() const override;
    void submit() override;
    void begin() override;
    /// What the back end asks for first; valid after done().
    bool mustChangePassword() const { return m_signedIn.mustChangePassword; }
    bool mustEnrolMfa() const { return m_signedIn.mustEnrolMfa; }
    const PasswordPolicy &policy() const { return m_signedIn.policy; }
    QStringList userInputs() const;
    /// The password that was accepted, for a forced change right afterwards; empty after the call.
    Secret takePassword();

  Q_SIGNALS:
    /// The connection could not be trusted: the certificate should be looked at.
    void tlsRefused();

  private:
    void refused(const Error &error);

    ConnectService &m_service;
    QLineEdit *m_customer;
    QLineEdit *m_login;
    SecretEdit *m_password;
    SecretEdit *m_totp;
    FormField *m_customerField;
    FormField *m_loginField;
    FormField *m_passwordField;
    FormField *m_totpField;
    IdentityBox *m_identity;
    Secret m_accepted;
    SignedIn m_signedIn;
};

}  // namespace lw::ui
