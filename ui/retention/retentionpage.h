// SPDX-License-Identifier: GPL-3.0-or-later
// How long data is kept, what keeps it longer, and what was purged.
#pragma once

#include "core/domain/user.h"
#include "core/retention/retentionservice.h"
#include "ui/retention/retentionwords.h"
#include "ui/shell/page.h"
#include "ui/shell/pagecontext.h"

#include <QTimer>

class QDialog;
class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTimeZone;

namespace lw::ui {

class DetailPanel;
class HoldModel;
class RulesCard;
class RunModel;
class TableView;

class RetentionPage final : public Page {
    Q_OBJECT
  public:
    explicit RetentionPage(PageContext context, QWidget *parent = nullptr);
    ~RetentionPage() override;

    QString title() const override { return tr("Retention"); }
    void refresh() override;
    bool isReady() const override { return m_reads == 0 && !m_busy; }

  private:
    QWidget *makeHead();
    QWidget *makeTables();
    void connectParts();
    template <typename T>
    void take(access::Seen<T> &where, Result<access::Seen<T>> seen);
    void oneReadLess();
    void showAll();
    void showHead();
    void showHold(const LegalHold &hold);
    void showRun(const PurgeRun &run);
    void showChosen();
    void run(QDialog *dialog, const QString &done);
    void openRules();
    void openHold();
    void openPurge();
    void release(const LegalHold &hold);
    bool mayChange() const;
    QTimeZone zone() const;

    PageContext m_context;
    QLabel *m_headline;
    QLabel *m_subline;
    QPushButton *m_purge;
    QPushButton *m_hold;
    QPushButton *m_change;
    RulesCard *m_rules;
    HoldModel *m_holdModel;
    RunModel *m_runModel;
    QSortFilterProxyModel *m_holdProxy;
    QSortFilterProxyModel *m_runProxy;
    TableView *m_holdTable;
    TableView *m_runTable;
    DetailPanel *m_detail;
    QTimer m_again;  ///< while a purge runs

    access::Seen<protocol::RetentionState> m_state;
    access::Seen<QList<LegalHold>> m_holds;
    access::Seen<QList<PurgeRun>> m_runs;
    QList<User> m_people;
    PeopleNames m_names;
    QString m_chosen;  ///< id of a hold or a run
    QString m_problem;
    int m_reads = 0;
    int m_lastState = -1;
    bool m_known = false;
    bool m_busy = false;
};

}  // namespace lw::ui
