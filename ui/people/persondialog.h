// SPDX-License-Identifier: GPL-3.0-or-later
// A new person, or another name, department, address or role of one. Every field is judged by the code that the back
// end judges it with; when somebody else changed the person meanwhile both sides are shown.
#pragma once

#include "core/people/peopleadmin.h"
#include "core/policy/accountrules.h"
#include "ui/common/formdialog.h"
#include "ui/people/peoplefacts.h"

#include <memory>

class QLineEdit;

namespace lw::ui {

class FormField;
class RoleChoice;

class PersonDialog final : public FormDialog {
    Q_OBJECT
  public:
    /// A new one.
    PersonDialog(people::PeopleAdmin &admin, PeopleFacts facts, QWidget *parent = nullptr);
    /// This one, as the back end has him now.
    PersonDialog(people::PeopleAdmin &admin, PeopleFacts facts, access::Seen<protocol::UserEntry> seen,
                 QWidget *parent = nullptr);

    /// After accepted() of a new one: the answer with the one-time password; empty after the call.
    std::shared_ptr<protocol::UserWithPassword> takeMade() { return std::move(m_made); }
    QString name() const;

  protected:
    bool canSubmit() const override;
    void submit() override;

  private:
    void build();
    void judge();
    bool isNew() const { return m_seen.value.user.id.isEmpty(); }
    User typed() const;
    protocol::UserPatch patchTo(const User &wanted, const User &from) const;
    void create();
    void save(const User &wanted, const User &from, const QByteArray &etag);
    void merge(const User &mine);
    void refused(const Error &error);

    people::PeopleAdmin &m_admin;
    PeopleFacts m_facts;
    access::Seen<protocol::UserEntry> m_seen;
    policy::TakenLogins m_taken;
    QLineEdit *m_login;
    QLineEdit *m_name;
    QLineEdit *m_department;
    QLineEdit *m_email;
    FormField *m_loginField;
    FormField *m_nameField;
    FormField *m_departmentField;
    FormField *m_emailField;
    QLabel *m_effect;
    RoleChoice *m_roles;
    std::shared_ptr<protocol::UserWithPassword> m_made;
    bool m_fits = false;
};

}  // namespace lw::ui
