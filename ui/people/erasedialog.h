// SPDX-License-Identifier: GPL-3.0-or-later
// Asks, once and for good, whether a person is to be erased: with the reason, and the login name typed out.
#pragma once

#include "core/domain/user.h"
#include "core/retention/retentionservice.h"
#include "ui/common/formdialog.h"

class QLineEdit;

namespace lw::ui {

class EraseDialog final : public FormDialog {
    Q_OBJECT
  public:
    EraseDialog(retention::RetentionService &service, const User &user, QWidget *parent);

  protected:
    bool canSubmit() const override;
    void submit() override;

  private:
    retention::RetentionService &m_service;
    const User m_user;
    QLineEdit *m_reason;
    QLineEdit *m_login;
};

}  // namespace lw::ui
