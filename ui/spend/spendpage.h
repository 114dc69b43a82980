// SPDX-License-Identifier: GPL-3.0-or-later
// What calls cost: today and this week against their limits, the days before, and each number by how near it is to a
// limit.
#pragma once

#include "core/callguard/callguardservice.h"
#include "core/spend/spendservice.h"
#include "ui/shell/page.h"
#include "ui/shell/pagecontext.h"

class QLabel;
class QPushButton;
class QSortFilterProxyModel;

namespace lw::ui {

class BarChart;
class DetailPanel;
class SpendGauge;
class SpendModel;
class TableView;

class SpendPage final : public Page {
    Q_OBJECT
  public:
    explicit SpendPage(PageContext context, QWidget *parent = nullptr);
    ~SpendPage() override;

    QString title() const override { return tr("Spend"); }
    void refresh() override;
    bool isReady() const override { return m_reads == 0 && !m_busy; }

  private:
    QWidget *makeHead();
    QWidget *makeGauges();
    QWidget *makeHistory();
    void connectParts();
    template <typename T>
    void take(access::Seen<T> &where, Result<access::Seen<T>> seen);
    void showAll();
    void showGauges();
    void showHistory();
    void showHead();
    void showCurrent();
    void addUsage(const SpendUsage &usage, const QString &label);
    void openLimits();
    void openDeck();
    void openOwnLimits(const QString &number);
    void openRaise(const QString &number);
    void openReset(const SpendUsage &day, const SpendUsage &week);
    void takeBack(const TemporaryRaise &raise);
    /// The dialog opens over the page; when it is accepted everything is read again.
    void run(QDialog *dialog, const QString &done);
    bool mayChange() const;
    QTimeZone zone() const;
    QString currency() const { return m_overview.value.currency; }

    PageContext m_context;
    SpendModel *m_model;
    QSortFilterProxyModel *m_proxy;
    QLabel *m_headline;
    QLabel *m_subline;
    QPushButton *m_deck;
    QPushButton *m_raise;
    QPushButton *m_reset;
    QPushButton *m_limits;
    SpendGauge *m_today = nullptr;
    SpendGauge *m_week = nullptr;
    BarChart *m_chart = nullptr;
    TableView *m_table;
    DetailPanel *m_detail;

    access::Seen<protocol::SpendOverview> m_overview;
    access::Seen<QList<protocol::SpendDay>> m_days;
    access::Seen<SpendSettings> m_settings;
    access::Seen<QList<TemporaryRaise>> m_raises;
    access::Seen<QList<GuardedNumber>> m_numbers;
    QString m_chosen;
    QString m_problem;
    int m_reads = 0;
    int m_lastState = -1;
    bool m_known = false;
    bool m_busy = false;
};

}  // namespace lw::ui
