// SPDX-License-Identifier: GPL-3.0-or-later
// Recovery codes of a second factor, shown once: to print or to save, and the person's word that they are stored.
#pragma once

#include "core/protocol/mfa.h"
#include "ui/common/step.h"

class QCheckBox;
class QGridLayout;

namespace lw::ui {

class Dialogs;

class RecoveryCodesStep final : public Step {
    Q_OBJECT
  public:
    explicit RecoveryCodesStep(Dialogs &dialogs, QWidget *parent = nullptr);
    ~RecoveryCodesStep() override;
    /// about: whose and where: "ann.lee@acme at pbx.example".
    void setCodes(protocol::RecoveryCodes codes, const QString &about);
    bool isPending() const { return !m_codes.codes.empty() && !canSubmit(); }
    QString nextText() const override { return tr("&Finish"); }
    bool canSubmit() const override;
    void submit() override;
    void begin() override;

  private:
    void save(bool asPdf);
    void wipeShown();

    Dialogs &m_dialogs;
    protocol::RecoveryCodes m_codes;
    QString m_about;
    QGridLayout *m_grid;
    QList<QLabel *> m_shown;
    QLabel *m_saved;
    QCheckBox *m_stored;
};

}  // namespace lw::ui
