// SPDX-License-Identifier: GPL-3.0-or-later
// Online again: password and code for the profile that is open; a new password or a second factor when it is asked for;
// the certificate when it is another than the trusted one.
#pragma once

#include "ui/connect/connectservice.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace lw::ui {

class CertificateStep;
class Dialogs;
class MfaStep;
class NewPasswordStep;
class RecoveryCodesStep;
class SignInStep;
class Step;

struct SignInAgain {
    QString address;  ///< what probe() takes
    QString customer;
    QString login;
};

class SignInDialog final : public QDialog {
    Q_OBJECT
  public:
    SignInDialog(ConnectService &service, Dialogs &dialogs, SignInAgain who, QWidget *parent = nullptr);

  private:
    void showStep(Step *step);
    void watch(Step *step);
    void next();
    void updateButtons();
    void reviewCertificate();
    Step *currentStep() const;

    ConnectService &m_service;
    SignInAgain m_who;
    QLabel *m_title;
    QStackedLayout *m_stack;
    SignInStep *m_signIn;
    CertificateStep *m_certificate;
    NewPasswordStep *m_newPassword;
    MfaStep *m_mfa;
    RecoveryCodesStep *m_codes;
    QPushButton *m_next;
    QPushButton *m_cancel;
    QPushButton *m_review;
};

}  // namespace lw::ui
