// SPDX-License-Identifier: GPL-3.0-or-later
// Where the back end is. Next looks at its certificate; nothing is sent yet.
#pragma once

#include "ui/common/step.h"
#include "ui/connect/connectservice.h"

class QLineEdit;

namespace lw::ui {

class FormField;

class AddressStep final : public Step {
    Q_OBJECT
  public:
    explicit AddressStep(ConnectService &service, QWidget *parent = nullptr);
    void submit() override;
    void begin() override;
    bool canSubmit() const override;
    /// Valid after done().
    const net::CertificateReport &report() const { return m_report; }

  private:
    ConnectService &m_service;
    QLineEdit *m_address;
    FormField *m_field;
    net::CertificateReport m_report;
};

}  // namespace lw::ui
