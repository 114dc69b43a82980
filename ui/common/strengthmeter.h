// SPDX-License-Identifier: GPL-3.0-or-later
// How good a new password or passphrase is, in words and in a bar, by the same code the back end decides with.
#pragma once

#include "core/policy/passwordstrength.h"

#include <QWidget>

class QLabel;

namespace lw::ui {

class StrengthMeter final : public QWidget {
    Q_OBJECT
  public:
    StrengthMeter(PasswordPolicy policy, QStringList userInputs, QWidget *parent = nullptr);
    /// Another customer's rules; what is typed is judged anew at the next judge().
    void setPolicy(const PasswordPolicy &policy);
    const PasswordPolicy &policy() const { return m_policy; }
    void setUserInputs(QStringList userInputs) { m_userInputs = std::move(userInputs); }
    /// Judges and shows; an empty text shows what is asked for.
    const policy::StrengthVerdict &judge(QByteArrayView utf8);
    const policy::StrengthVerdict &verdict() const { return m_verdict; }
    /// The first thing to do about it; empty when it is accepted.
    QString remedy() const;

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    PasswordPolicy m_policy;
    QStringList m_userInputs;
    policy::StrengthVerdict m_verdict;
    bool m_blank = true;
    QLabel *m_words;
};

}  // namespace lw::ui
