// SPDX-License-Identifier: GPL-3.0-or-later
// The certificate in full before anything is trusted. One that does not verify by itself needs the person's word that
// the fingerprint was compared; one that is wrong in another way (name, date) cannot be accepted at all.
#pragma once

#include "ui/common/step.h"
#include "ui/connect/connectservice.h"

class QCheckBox;
class QGridLayout;
class QLabel;

namespace lw::ui {

class Pill;

class CertificateStep final : public Step {
    Q_OBJECT
  public:
    explicit CertificateStep(ConnectService &service, QWidget *parent = nullptr);
    void setReport(const net::CertificateReport &report);
    QString nextText() const override;
    bool canSubmit() const override;
    void submit() override;
    void begin() override;

  private:
    void addRow(const QString &label, const QString &value, bool mono = false);

    ConnectService &m_service;
    net::CertificateReport m_report;
    QWidget *m_facts = nullptr;
    Pill *m_verdict;
    QLabel *m_explanation;
    QCheckBox *m_compared;
    QGridLayout *m_grid = nullptr;
};

}  // namespace lw::ui
