// SPDX-License-Identifier: GPL-3.0-or-later
// Who leaves or changes duties, how much of the 24 hours is left, and the proof that access ended. Beside it the
// accounts that nobody uses any more.
#pragma once

#include "core/departures/departureservice.h"
#include "core/people/peoplelist.h"
#include "core/util/async.h"
#include "ui/departures/departuremodel.h"
#include "ui/departures/leaversmodel.h"
#include "ui/shell/page.h"
#include "ui/shell/pagecontext.h"

#include <QPointer>
#include <QTimer>

class QLabel;
class QPushButton;

namespace lw::ui {

class DepartureClock;
class DetailPanel;
class FilterBar;
class IdleCard;
class TableView;

class DeparturesPage final : public Page {
    Q_OBJECT
  public:
    explicit DeparturesPage(PageContext context, QWidget *parent = nullptr);
    ~DeparturesPage() override;

    QString title() const override;
    void refresh() override;
    void focusSearch() override;
    /// A filter of the list, or "open:LOGIN": the dialog that opens a departure of that person.
    void open(const QString &filter) override;
    bool isReady() const override { return m_reads == 0 && !m_busy; }

  private:
    using CasesSeen = access::Seen<QList<Departure>>;

    void makeTable();
    void makeLayout();
    void connectParts();
    void takePeople(Result<people::PeopleList> list);
    void takeCases(const Result<CasesSeen> &seen);
    void ended();
    void onStateChanged();
    void onTick();
    void applyFilter(const QString &text);
    void updateControls();
    void updateSummary();
    void showEmpty();
    void showCurrent();
    const Departure *current() const;
    bool mayChange() const;

    void openDialog(const QString &login);
    void opened(const QList<Departure> &cases);
    void importFile();
    void showImport(const QString &name, const Result<import::LeaversFile> &file);
    void withdraw();
    void probe();
    void disableIdle(const QList<people::PersonRow> &people);
    QDateTime now() const { return m_context.clock.nowUtc(); }

    PageContext m_context;
    DepartureModel *m_model;
    DepartureProxy *m_proxy;
    FilterBar *m_filter;
    QPushButton *m_import;
    QPushButton *m_open;
    TableView *m_table;
    IdleCard *m_idle;
    QLabel *m_summary;
    DetailPanel *m_detail;
    QPointer<DepartureClock> m_clock;

    people::PeopleList m_people;
    CasesSeen m_cases;  ///< value is empty: the model has it
    Error m_problem;    ///< why there is no list
    QTimeZone m_zone = QTimeZone::utc();
    QTimer m_tick;
    Worker m_worker;
    QString m_chosen;     ///< case that stays chosen over a refresh
    QString m_openLogin;  ///< asked for before people were read
    int m_lastState = -1;
    int m_reads = 0;
    bool m_known = false;
    bool m_busy = false;
    bool m_openAsked = false;
};

}  // namespace lw::ui
