// SPDX-License-Identifier: GPL-3.0-or-later
// A new phone or PBX of a person.
#pragma once

#include "core/people/peopleadmin.h"
#include "ui/common/formdialog.h"

#include <memory>

class QComboBox;
class QLineEdit;

namespace lw::ui {

class FormField;

class DeviceDialog final : public FormDialog {
    Q_OBJECT
  public:
    DeviceDialog(people::PeopleAdmin &admin, const QString &userId, const QString &personName,
                 QWidget *parent = nullptr);
    /// After accepted(): the answer with the secret; empty after the call.
    std::shared_ptr<protocol::DeviceWithSecret> takeMade() { return std::move(m_made); }

  protected:
    bool canSubmit() const override;
    void submit() override;

  private:
    people::PeopleAdmin &m_admin;
    QString m_userId;
    QComboBox *m_kind;
    QLineEdit *m_label;
    FormField *m_labelField;
    std::shared_ptr<protocol::DeviceWithSecret> m_made;
};

}  // namespace lw::ui
