// SPDX-License-Identifier: GPL-3.0-or-later
// A new password or passphrase, typed twice, judged while it is typed; what is wrong stands at the field.
#pragma once

#include "core/domain/customer.h"
#include "core/util/result.h"
#include "core/util/secret.h"

#include <QWidget>

namespace lw::ui {

class FormField;
class SecretEdit;
class StrengthMeter;

class NewSecretFields final : public QWidget {
    Q_OBJECT
  public:
    /// The fields are found by the prefix + "First" and + "Second".
    NewSecretFields(const QString &prefix, const QString &label, const QString &repeatLabel, QWidget *parent = nullptr);
    void setPolicy(const PasswordPolicy &policy);
    void setUserInputs(QStringList inputs);
    void focusFirst();
    bool areFilled() const;
    /// Both fields agree and the meter accepts; else the reason stands at the field.
    bool checked();
    void clearErrors();
    /// Refused by whoever decides: the reason stands at the first field.
    void refuse(const QString &sentence);
    Secret typed() const;
    void wipeBoth();

  Q_SIGNALS:
    void edited();

  private:
    SecretEdit *m_first;
    SecretEdit *m_second;
    FormField *m_firstField;
    FormField *m_secondField;
    StrengthMeter *m_meter;
};

}  // namespace lw::ui
