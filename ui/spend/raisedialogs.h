// SPDX-License-Identifier: GPL-3.0-or-later
// Another limit for a while, and a reset after a breach: both with a reason that the log keeps.
#pragma once

#include "core/spend/spendservice.h"
#include "ui/common/formdialog.h"

#include <QTimeZone>

class QComboBox;
class QLineEdit;

namespace lw::ui {

class FormField;
class MomentEdit;

class RaiseDialog final : public FormDialog {
    Q_OBJECT
  public:
    /// `number` empty: the company's limits. `now`: UTC.
    RaiseDialog(spend::SpendService &service, const QString &number, const QString &currency, const QDateTime &now,
                const QTimeZone &zone, QWidget *parent);

  protected:
    void submit() override;

  private:
    spend::SpendService &m_service;
    QString m_number;
    QDateTime m_now;
    QComboBox *m_period;
    QLineEdit *m_amount;
    FormField *m_amountField;
    MomentEdit *m_until;
    FormField *m_untilField;
    QLineEdit *m_reason;
    FormField *m_reasonField;
};

class ResetDialog final : public FormDialog {
    Q_OBJECT
  public:
    ResetDialog(spend::SpendService &service, const SpendUsage &day, const SpendUsage &week, const QString &currency,
                QWidget *parent);

  protected:
    bool canSubmit() const override;
    void submit() override;

  private:
    spend::SpendService &m_service;
    QString m_number;
    QComboBox *m_period;
    QLineEdit *m_reason;
};

}  // namespace lw::ui
