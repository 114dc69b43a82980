// SPDX-License-Identifier: GPL-3.0-or-later
// Who has access, with how old a password: a list to filter, and one person in full beside it.
#pragma once

#include "ui/people/peoplemodel.h"
#include "ui/shell/page.h"
#include "ui/shell/pagecontext.h"

class QLabel;

namespace lw::people {
struct PersonHistory;
}

namespace lw::ui {

class DetailPanel;
class FilterBar;
class TableView;

class PeoplePage final : public Page {
    Q_OBJECT
  public:
    explicit PeoplePage(PageContext context, QWidget *parent = nullptr);

    QString title() const override;
    void refresh() override;
    void focusSearch() override;
    void open(const QString &filter) override;
    bool isReady() const override { return !m_loading && !m_readingHistory; }

  private:
    void applyFilter(const QString &text);
    void display(people::PeopleList list);
    void showProblem(const QString &sentence);
    void showCurrent();
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
    QString m_chosenUser;
    bool m_loading = false;
    bool m_readingHistory = false;
};

}  // namespace lw::ui
