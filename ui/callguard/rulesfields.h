// SPDX-License-Identifier: GPL-3.0-or-later
// Classes, prefixes and the highest price as a person sets them: of the company barred or not, of a number also "as the
// company has it". Hours and notes of prefixes are kept as they are.
#pragma once

#include "core/policy/barring.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace lw::ui {

class FormField;

class RulesFields final : public QWidget {
    Q_OBJECT
  public:
    /// `company`: what a number inherits; null: these are the company's own.
    RulesFields(const BarringRules &rules, const GuardSettings *company, QWidget *parent = nullptr);

    BarringRules rules() const;
    /// What the back end or the policy refused: true when it belongs to a field here.
    bool showProblem(const QString &field, const QString &sentence);
    void clearProblems();

  Q_SIGNALS:
    void changed();

  private:
    QList<PrefixRule> typed(const QLineEdit &line, bool barred) const;

    BarringRules m_before;
    bool m_ofCompany;
    QHash<CallClass, QComboBox *> m_classes;
    QLineEdit *m_barred;
    QLineEdit *m_passing;
    QLineEdit *m_price;
    FormField *m_barredField;
    FormField *m_passingField;
    FormField *m_priceField;
};

}  // namespace lw::ui
