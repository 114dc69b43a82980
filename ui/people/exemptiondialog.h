// SPDX-License-Identifier: GPL-3.0-or-later
// A person whose password may grow older than the rules say: why, and until when. Also ends it.
#pragma once

#include "core/people/peopleadmin.h"
#include "ui/common/formdialog.h"

class QDateEdit;
class QLineEdit;

namespace lw::ui {

class FormField;

class ExemptionDialog final : public FormDialog {
    Q_OBJECT
  public:
    ExemptionDialog(people::PeopleAdmin &admin, access::Seen<protocol::UserEntry> seen, const QDateTime &now,
                    QWidget *parent = nullptr);

  protected:
    bool canSubmit() const override;
    void submit() override;

  private:
    void save(const std::optional<RotationExemption> &wanted);

    people::PeopleAdmin &m_admin;
    access::Seen<protocol::UserEntry> m_seen;
    QLineEdit *m_reason;
    FormField *m_reasonField;
    QDateEdit *m_until;
    FormField *m_untilField;
};

}  // namespace lw::ui
