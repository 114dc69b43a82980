// SPDX-License-Identifier: GPL-3.0-or-later
// What numbers inherit that have no setting of their own.
#pragma once

#include "core/callguard/callguardservice.h"
#include "ui/common/formdialog.h"

class QCheckBox;
class QLabel;

namespace lw::ui {

class RulesFields;

class GuardSettingsDialog final : public FormDialog {
    Q_OBJECT
  public:
    /// `inheriting`: how many numbers have no setting of their own, to say whom a change meets.
    GuardSettingsDialog(callguard::CallGuardService &service, access::Seen<GuardSettings> seen, int inheriting,
                        QWidget *parent = nullptr);

  protected:
    void submit() override;

  private:
    GuardSettings typed() const;
    void showEffect();
    void meetOthers();

    callguard::CallGuardService &m_service;
    access::Seen<GuardSettings> m_seen;
    int m_inheriting;
    QCheckBox *m_guarded;
    RulesFields *m_rules;
    QLabel *m_effect;
};

}  // namespace lw::ui
