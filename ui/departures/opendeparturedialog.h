// SPDX-License-Identifier: GPL-3.0-or-later
// A departure or reassignment is opened: who, when, when access ends, and in numbers what that will do. Judged while it
// is entered by the same policy that the back end asks.
#pragma once

#include "core/domain/departure.h"
#include "core/people/peoplelist.h"
#include "core/policy/revocation.h"
#include "core/protocol/departure.h"
#include "ui/common/formdialog.h"
#include "ui/departures/departurewords.h"
#include "ui/shell/pagecontext.h"

class QCheckBox;
class QHBoxLayout;
class QLineEdit;
class QRadioButton;
class QVBoxLayout;

namespace lw::ui {

class FormField;
class MomentEdit;

class OpenDepartureDialog final : public FormDialog {
    Q_OBJECT
  public:
    /// cases: what is open already. login: of the person to begin with; may be empty.
    OpenDepartureDialog(PageContext context, people::PeopleList people, QList<Departure> cases, const QString &login,
                        QWidget *parent = nullptr);

  Q_SIGNALS:
    void opened(const QList<lw::Departure> &cases);

  protected:
    bool canSubmit() const override;
    void submit() override;

  private:
    void makePerson(const QString &login);
    void makeKind();
    void makeMoment();
    void makeEnd();
    void makeRoles();
    void makeEffect();
    const people::PersonRow *person() const;
    protocol::NewDeparture wish() const;
    Result<policy::NewDepartureVerdict> verdict(const people::PersonRow &row) const;
    void personChanged();
    void countAccess(const QString &userId);
    void judge();
    void showEffect(const people::PersonRow &row, const policy::NewDepartureVerdict &verdict);

    PageContext m_context;
    people::PeopleList m_people;
    QList<Departure> m_cases;
    QTimeZone m_zone;
    QDateTime m_now;
    QString m_counted;  ///< id of the person whose sessions and devices are known or asked
    std::optional<int> m_sessions;
    std::optional<int> m_devices;

    QVBoxLayout *m_form;  ///< left: what is entered; right of it stands what that will do
    QHBoxLayout *m_columns;
    QLineEdit *m_person;
    FormField *m_personField;
    QRadioButton *m_leaves;
    QRadioButton *m_changes;
    QRadioButton *m_departedNow;
    QRadioButton *m_departedAt;
    MomentEdit *m_moment;
    QRadioButton *m_endsAtOnce;
    QRadioButton *m_endsThen;
    QRadioButton *m_endsLater;
    MomentEdit *m_end;
    QLabel *m_deadline;
    QWidget *m_rolesBox;
    QList<QCheckBox *> m_roles;
    QLineEdit *m_reason;
    QLabel *m_wrong;
    QLabel *m_effect;
    QLabel *m_wayBack;
};

}  // namespace lw::ui
