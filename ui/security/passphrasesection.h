// SPDX-License-Identifier: GPL-3.0-or-later
// Another passphrase for the cache: the current one, and the new one twice. The file stays as it is.
#pragma once

#include "core/session/consolesession.h"
#include "ui/common/card.h"

class QLabel;
class QPushButton;

namespace lw::ui {

class FormField;
class NewSecretFields;
class SecretEdit;

class PassphraseSection final : public Card {
    Q_OBJECT
  public:
    explicit PassphraseSection(session::ConsoleSession &session, QWidget *parent = nullptr);
    void wipeAll();

  private:
    void submit();
    void answered(const Result<void> &result);
    void setBusy(bool busy);
    void updateButton();
    void tell(const QString &sentence, bool good);

    session::ConsoleSession &m_session;
    QWidget *m_fields;
    SecretEdit *m_current;
    FormField *m_currentField;
    NewSecretFields *m_next;
    QPushButton *m_change;
    QLabel *m_said;
    bool m_busy = false;
};

}  // namespace lw::ui
