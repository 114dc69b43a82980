// SPDX-License-Identifier: GPL-3.0-or-later
// A second factor is set up: the secret as a QR code and as text, and a code that proves that the app has it.
#pragma once

#include "ui/common/step.h"
#include "ui/connect/connectservice.h"

class QLineEdit;
class QPushButton;

namespace lw::ui {

class FormField;
class QrCode;

class MfaStep final : public Step {
    Q_OBJECT
  public:
    explicit MfaStep(ConnectService &service, QWidget *parent = nullptr);
    ~MfaStep() override;

    QString nextText() const override { return m_shown ? tr("&Confirm") : tr("&Try again"); }
    bool canSubmit() const override;
    void submit() override;
    /// Asks for a secret and shows it.
    void begin() override;
    /// Why it is asked for, above everything else; empty: nobody asks.
    void setReason(const QString &sentence);
    /// Valid after done(); empty after the call. Whoever takes them shows them.
    protocol::RecoveryCodes takeCodes();

  private:
    void show(protocol::MfaEnrolment enrolment);
    void wipeShown();

    ConnectService &m_service;
    QLabel *m_reason;
    QrCode *m_code;
    QLabel *m_secretText;
    QLineEdit *m_digits;
    FormField *m_digitsField;
    QPushButton *m_copy;
    QWidget *m_parts;
    Secret m_secret;
    protocol::RecoveryCodes m_codes;
    bool m_shown = false;
};

}  // namespace lw::ui
