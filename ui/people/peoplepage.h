// SPDX-License-Identifier: GPL-3.0-or-later
// Who has access, with how old a password: a list to filter, one person in full beside it, or what can be done with the
// chosen ones. Whoever may, adds and changes people here.
#pragma once

#include "ui/people/peoplefacts.h"
#include "ui/people/peoplemodel.h"
#include "ui/shell/page.h"
#include "ui/shell/pagecontext.h"

#include <QPointer>

class QAction;
class QLabel;
class QPushButton;

namespace lw::people {
struct PersonHistory;
}

namespace lw::ui {

class DetailPanel;
class CertificateSection;
class DeviceSection;
class FilterBar;
class PeopleActs;
class TableView;

class PeoplePage final : public Page {
    Q_OBJECT
  public:
    explicit PeoplePage(PageContext context, QWidget *parent = nullptr);

    QString title() const override;
    void refresh() override;
    void focusSearch() override;
    void open(const QString &filter) override;
    bool isReady() const override;

  private:
    void applyFilter(const QString &text);
    void display(people::PeopleList list);
    void showProblem(const QString &sentence);
    void chooseAgain(const QStringList &userIds);
    void showSoon();
    void showChosen();
    void showCurrent();
    void showMany(const QList<people::PersonRow> &rows);
    void readRoles();
    void showMenu();
    void updateRights();
    PeopleFacts facts() const;
    QList<people::PersonRow> chosenRows() const;
    QList<people::PersonRow> shownRows() const;
    void readHistory(const people::PersonRow &row);
    const people::PersonRow *currentPerson() const;
    void updateSummary();

    PageContext m_context;
    PeopleModel *m_model;
    PeopleProxy *m_proxy;
    FilterBar *m_filter;
    TableView *m_table;
    DetailPanel *m_detail;
    QLabel *m_summary;
    PeopleActs *m_acts;
    QPushButton *m_add;
    QPushButton *m_import;
    QPushButton *m_more;
    QList<QAction *> m_changes;  ///< of the command palette
    QPointer<DeviceSection> m_devices;
    QPointer<CertificateSection> m_certificates;
    QPointer<QLabel> m_readingText;
    QList<Role> m_roles;
    QString m_chosenUser;
    QString m_rights;  ///< what the buttons were set for
    bool m_loading = false;
    bool m_showPending = false;
    bool m_readingHistory = false;
};

}  // namespace lw::ui
