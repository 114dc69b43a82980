// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords of one or many people are made due, at once or spread over days; what will happen is told in numbers first,
// by the code with which the back end does it.
#pragma once

#include "core/people/peopleadmin.h"
#include "ui/common/formdialog.h"

class QSpinBox;

namespace lw::ui {

class FormField;

class ExpiryDialog final : public FormDialog {
    Q_OBJECT
  public:
    ExpiryDialog(people::PeopleAdmin &admin, QList<User> people, const QDateTime &now, QWidget *parent = nullptr);

  protected:
    void submit() override;

  private:
    void preview();

    people::PeopleAdmin &m_admin;
    QList<User> m_people;
    QDateTime m_now;
    QSpinBox *m_days;
    QLabel *m_effect;
};

/// What making these passwords due would do, in numbers. Pure.
QString expiryEffect(const QList<User> &people, int spreadDays, const QDateTime &now);

}  // namespace lw::ui
