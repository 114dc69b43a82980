// SPDX-License-Identifier: GPL-3.0-or-later
// What each role allows and how many people have it; the customer's own roles are made and changed here, and the effect
// on people is told before anything is saved.
#pragma once

#include "core/access/seen.h"
#include "core/people/peoplelist.h"
#include "core/util/result.h"
#include "ui/shell/page.h"
#include "ui/shell/pagecontext.h"

class QLabel;
class QPushButton;

namespace lw::ui {

class DetailPanel;
class EmptyState;
class RoleChangeBar;
class RoleMatrixModel;
class RoleMatrixView;

class RolesPage final : public Page {
    Q_OBJECT
  public:
    explicit RolesPage(PageContext context, QWidget *parent = nullptr);

    QString title() const override { return tr("Roles"); }
    void refresh() override;
    bool isReady() const override { return m_reading == 0 && !m_saving; }

  private:
    void readRoles();
    void readPeople();
    void display();
    void showProblem(const QString &sentence);
    void showCurrent();
    void showChange();
    void makeRole(const QString &like);
    void removeRole();
    void save();
    void put(const Role &role, const QByteArray &etag);
    void merge(const Role &mine);
    QList<User> users() const;
    QString whyReadOnly() const;
    Permissions held() const;

    PageContext m_context;
    access::Seen<QList<Role>> m_seen;
    people::PeopleList m_people;
    RoleMatrixModel *m_model;
    RoleMatrixView *m_matrix;
    EmptyState *m_empty;
    QLabel *m_summary;
    QPushButton *m_make;
    RoleChangeBar *m_change;
    DetailPanel *m_detail;
    QString m_chosen;
    int m_reading = 0;
    bool m_wasWritable = false;
    bool m_saving = false;
};

}  // namespace lw::ui
