// SPDX-License-Identifier: GPL-3.0-or-later
// A new password or passphrase, typed twice, judged while it is typed.
#pragma once

#include "ui/common/step.h"
#include "ui/connect/connectservice.h"

class QCheckBox;

namespace lw::ui {

class NewSecretFields;

class NewSecretStep : public Step {
    Q_OBJECT
  public:
    NewSecretStep(const QString &objectName, const QString &title, const QString &intro, const QString &label,
                  const QString &repeatLabel, QWidget *parent = nullptr);
    void setPolicy(const PasswordPolicy &policy);
    void setUserInputs(QStringList inputs);
    bool canSubmit() const override;
    void begin() override;

  protected:
    /// Both fields agree and the meter accepts; else the reason stands at the field.
    bool checked();
    Secret typed() const;
    void wipeBoth();
    void refuse(const Error &error);

  private:
    NewSecretFields *m_fields;
};

/// The back end asks for another password before anything else.
class NewPasswordStep final : public NewSecretStep {
    Q_OBJECT
  public:
    explicit NewPasswordStep(ConnectService &service, QWidget *parent = nullptr);
    void setCurrent(Secret current) { m_current = std::move(current); }
    QString nextText() const override { return tr("&Change password"); }
    void submit() override;

  private:
    ConnectService &m_service;
    Secret m_current;
};

/// The passphrase of the encrypted cache.
class PassphraseStep final : public NewSecretStep {
    Q_OBJECT
  public:
    explicit PassphraseStep(ConnectService &service, QWidget *parent = nullptr);
    QString nextText() const override { return tr("&Create the cache"); }
    void submit() override;
    /// Valid after done(); empty after the call.
    Secret takeRecoveryKey();
    /// Why the key store could not be used, to be told in the next step; empty otherwise.
    QString keyStoreProblem() const { return m_keyStoreProblem; }

  private:
    ConnectService &m_service;
    QCheckBox *m_remember;
    Secret m_recoveryKey;
    QString m_keyStoreProblem;
};

}  // namespace lw::ui
