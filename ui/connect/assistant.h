// SPDX-License-Identifier: GPL-3.0-or-later
// First run: back end, certificate, sign-in, a new password when it is asked for, passphrase, recovery key. One step at
// a time; Back leaves nothing half done.
#pragma once

#include "ui/connect/connectservice.h"
#include "ui/connect/gateframe.h"

class QPushButton;
class QStackedLayout;

namespace lw::ui {

class AddressStep;
class CertificateStep;
class Dialogs;
class MfaStep;
class NewPasswordStep;
class PassphraseStep;
class RecoveryCodesStep;
class RecoveryStep;
class SignInStep;
class Step;

class Assistant final : public GateFrame {
    Q_OBJECT
  public:
    /// canLeave: there are other profiles to go back to.
    Assistant(ConnectService &service, Dialogs &dialogs, bool canLeave, QWidget *parent = nullptr);

    /// Only a new cache for a profile that stands: passphrase and recovery key. who names the customer, host its back
    /// end.
    void startWithCache(const QString &who, const QString &host);

    Step *currentStep() const;

  Q_SIGNALS:
    /// Cache and session are there; the program opens the console.
    void finished();
    void left();

  private:
    void showStep(Step *step);
    void next();
    void back();
    void updateButtons();
    void afterSignIn();
    void watch(Step *step);

    ConnectService &m_service;
    bool m_canLeave;
    bool m_cacheOnly = false;
    QString m_who, m_host;
    QStackedLayout *m_stack;
    AddressStep *m_address;
    CertificateStep *m_certificate;
    SignInStep *m_signIn;
    NewPasswordStep *m_newPassword;
    MfaStep *m_mfa;
    RecoveryCodesStep *m_codes;
    PassphraseStep *m_passphrase;
    RecoveryStep *m_recovery;
    QPushButton *m_back;
    QPushButton *m_next;
};

}  // namespace lw::ui
