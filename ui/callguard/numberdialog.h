// SPDX-License-Identifier: GPL-3.0-or-later
// A number of the inventory: a new one, or what is known of one and barred for it.
#pragma once

#include "core/callguard/callguardservice.h"
#include "ui/common/formdialog.h"

class QComboBox;
class QLineEdit;

namespace lw::ui {

class FormField;
class RulesFields;

class NumberDialog final : public FormDialog {
    Q_OBJECT
  public:
    /// `seen` without a number: a new one.
    NumberDialog(callguard::CallGuardService &service, const GuardSettings &company, access::Seen<GuardedNumber> seen,
                 QWidget *parent = nullptr);
    /// After accepted().
    QString number() const { return m_seen.value.number; }

  protected:
    bool canSubmit() const override;
    void submit() override;

  private:
    GuardedNumber typed() const;
    void refused(const Error &error);
    void meetOthers();

    callguard::CallGuardService &m_service;
    access::Seen<GuardedNumber> m_seen;
    const bool m_new;
    QLineEdit *m_number;
    QLineEdit *m_label;
    QLineEdit *m_department;
    QComboBox *m_guard;
    FormField *m_numberField;
    RulesFields *m_rules;
};

}  // namespace lw::ui
