// SPDX-License-Identifier: GPL-3.0-or-later
// The customer's rules for passwords and second factors: each setting with the standards that it fails beside it, the
// contradiction of the standards in words, and whom a change meets before it is saved.
#pragma once

#include "core/people/peopleadmin.h"
#include "ui/common/formdialog.h"
#include "ui/people/peoplefacts.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QSpinBox;

namespace lw::ui {

class RulesDialog final : public FormDialog {
    Q_OBJECT
  public:
    /// mayChange: online, and the permission is there; else everything is shown and nothing can be changed.
    RulesDialog(people::PeopleAdmin &admin, access::Seen<Customer> seen, PeopleFacts facts, bool mayChange,
                const QDateTime &now, QWidget *parent = nullptr);

  protected:
    bool canSubmit() const override;
    void submit() override;

  private:
    QLabel *addRule(QGridLayout &grid, const QString &label, QWidget *input);
    QSpinBox *addNumber(const char *objectName, int from, int to, int value, const QString &suffix,
                        const QString &special = {});
    void addRoles();
    Customer typed() const;
    void judge();
    void save(const Customer &wanted, const QByteArray &etag);
    void merge(const Customer &mine);

    struct RoleRow {
        QString role;
        QCheckBox *mfa;
        QCheckBox *certificate;
    };

    people::PeopleAdmin &m_admin;
    access::Seen<Customer> m_seen;
    PeopleFacts m_facts;
    bool m_mayChange;
    QDateTime m_now;
    QSpinBox *m_length;
    QComboBox *m_strength;
    QSpinBox *m_history;
    QSpinBox *m_age;
    QLineEdit *m_warnings;
    QSpinBox *m_spread;
    QSpinBox *m_lock;
    QSpinBox *m_deviceAge;
    QLabel *m_lengthSays;
    QLabel *m_strengthSays;
    QLabel *m_historySays;
    QLabel *m_ageSays;
    QLabel *m_warningsSays;
    QLabel *m_lockSays;
    QLabel *m_conflict;
    QLabel *m_effect;
    QList<RoleRow> m_roles;
};

}  // namespace lw::ui
