// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the encrypted cache: by the key store without a question, by the passphrase, or by the recovery key; and the
// way out when the cache is damaged.
#pragma once

#include "ui/connect/connectservice.h"
#include "ui/connect/gateframe.h"

class QLabel;
class QPushButton;

namespace lw::ui {

class Dialogs;
class FormField;
class SecretEdit;

class UnlockPage final : public GateFrame {
    Q_OBJECT
  public:
    /// canChoose: there are other profiles. tryKeyStore false after the person locked on purpose.
    UnlockPage(UnlockService &service, Dialogs &dialogs, bool canChoose, bool tryKeyStore, QWidget *parent = nullptr);

  Q_SIGNALS:
    void unlocked();
    void otherProfileRequested();
    /// The damaged cache was put aside (or there is none): a new one has to be made.
    void newCacheNeeded();

  protected:
    void showEvent(QShowEvent *event) override;

  private:
    void setMode(bool recovery);
    void submit();
    void tryKeyStore();
    void setBusy(const QString &text);
    void refused(const Error &error);
    void putAside();

    UnlockService &m_service;
    Dialogs &m_dialogs;
    bool m_tryKeyStore;
    bool m_recovery = false;
    SecretEdit *m_secret;
    FormField *m_field;
    QLabel *m_problem;
    QLabel *m_working;
    QPushButton *m_unlock;
    QPushButton *m_mode;
    QPushButton *m_keyStore;
    QPushButton *m_aside;
    QPushButton *m_other;
};

}  // namespace lw::ui
