// SPDX-License-Identifier: GPL-3.0-or-later
// A change that would lock out its author, or every administrator, is saved only after the author typed his own login
// name. Source: domain.md (Addresses: "refused unless confirmed by name").
#pragma once

#include "ui/common/formdialog.h"

class QLineEdit;

namespace lw::ui {

class StrandingDialog final : public FormDialog {
    Q_OBJECT
  public:
    /// sentence: whom the change would lock out.
    StrandingDialog(const QString &sentence, const QString &login, int minutes, QWidget *parent = nullptr);

  protected:
    bool canSubmit() const override;
    void submit() override;

  private:
    QString m_login;
    QLineEdit *m_typed;
};

}  // namespace lw::ui
