// SPDX-License-Identifier: GPL-3.0-or-later
// Limits: of the company and of what numbers inherit, with what happens at them; and of one number.
#pragma once

#include "core/spend/spendservice.h"
#include "ui/common/formdialog.h"

#include <QTimeZone>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace lw::ui {

class FormField;

/// A line for an amount that may be left empty.
struct LimitLine {
    QLineEdit *edit = nullptr;
    FormField *field = nullptr;
};

class LimitsDialog final : public FormDialog {
    Q_OBJECT
  public:
    LimitsDialog(spend::SpendService &service, access::Seen<SpendSettings> seen, const QTimeZone &zone,
                 QWidget *parent);

  protected:
    void submit() override;

  private:
    LimitLine line(const char *name, const QString &label, const std::optional<Decimal> &limit);
    bool take(const LimitLine &line, std::optional<Decimal> &limit) const;
    /// nullopt: something is wrong with a field, which says so.
    std::optional<SpendSettings> typed();
    void showRefusal(const Error &error);
    void tryOut();

    spend::SpendService &m_service;
    access::Seen<SpendSettings> m_seen;
    LimitLine m_daily, m_weekly, m_numberDaily, m_numberWeekly;
    QLineEdit *m_levels;
    FormField *m_levelsField;
    QCheckBox *m_bar;
    QCheckBox *m_cut;
    QPushButton *m_try;
    QLabel *m_effect;
    QTimeZone m_zone;
};

class NumberLimitDialog final : public FormDialog {
    Q_OBJECT
  public:
    NumberLimitDialog(spend::SpendService &service, access::Seen<SpendSettings> seen, const QString &number,
                      QWidget *parent);

  protected:
    void submit() override;

  private:
    spend::SpendService &m_service;
    access::Seen<SpendSettings> m_seen;
    QString m_number;
    LimitLine m_daily, m_weekly;
};

}  // namespace lw::ui
