// SPDX-License-Identifier: GPL-3.0-or-later
// One's own second factor: what there is, setting it up (again), and its end with the password.
#pragma once

#include "ui/connect/connectservice.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace lw::ui {

class Dialogs;
class MfaStep;
class RecoveryCodesStep;
class Step;

struct OwnFactor {
    bool enrolled = false;
    bool required = false;  ///< by one of the person's roles
    bool forced = false;    ///< nothing else works before it is set up
    QString about;          ///< "ann.lee@acme at pbx.example", for the sheet of recovery codes
};

class SecondFactorDialog final : public QDialog {
    Q_OBJECT
  public:
    SecondFactorDialog(ConnectService &service, Dialogs &dialogs, OwnFactor factor, QWidget *parent = nullptr);
    void done(int result) override;
    /// Closes without a question: the cache is about to lock.
    void endNow();

  Q_SIGNALS:
    void enrolled();
    void ended();

  private:
    Step *currentStep() const;
    void showStep(Step *step);
    void next();
    void updateButtons();

    Dialogs &m_dialogs;
    OwnFactor m_factor;
    QLabel *m_title;
    QStackedLayout *m_stack;
    Step *m_state;
    MfaStep *m_setUp;
    RecoveryCodesStep *m_codes;
    Step *m_end;
    QPushButton *m_stop;
    QPushButton *m_cancel;
    QPushButton *m_next;
    bool m_ending = false;
};

}  // namespace lw::ui
