// SPDX-License-Identifier: GPL-3.0-or-later
// The company's numbers, what Call Guard bars for each and by whose setting, and a try of any number.
#pragma once

#include "core/callguard/callguardservice.h"
#include "ui/shell/page.h"
#include "ui/shell/pagecontext.h"

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;

namespace lw::ui {

class DetailPanel;
class FilterBar;
class NumberModel;
class NumberProxy;
class Pill;
class TableView;

class CallGuardPage final : public Page {
    Q_OBJECT
  public:
    explicit CallGuardPage(PageContext context, QWidget *parent = nullptr);
    ~CallGuardPage() override;

    QString title() const override { return tr("Call Guard"); }
    void refresh() override;
    void focusSearch() override;
    void open(const QString &filter) override;
    bool isReady() const override { return m_reads == 0 && !m_busy; }

  private:
    QWidget *makeHead();
    QWidget *makeTry();
    void connectParts();
    void take();
    void fail(const Error &error);
    void showHead();
    void showCurrent();
    void showVerdict();
    void addNumber();
    void editCurrent();
    void removeCurrent();
    void switchGuard(GuardState guard, const QStringList &numbers);
    void switchAll();
    void openSettings();
    void openImport();
    void exportAll();
    bool mayChange() const;
    const GuardedNumber *current() const;
    QTimeZone zone() const;

    PageContext m_context;
    NumberModel *m_model;
    NumberProxy *m_proxy;
    QLabel *m_headline;
    QLabel *m_subline;
    QPushButton *m_settings;
    QPushButton *m_all;
    QPushButton *m_add;
    QPushButton *m_more;
    QAction *m_import;
    FilterBar *m_filter;
    TableView *m_table;
    DetailPanel *m_detail;
    QLineEdit *m_tried;
    Pill *m_verdict;
    QLabel *m_reason;

    access::Seen<QList<GuardedNumber>> m_numbers;
    access::Seen<GuardSettings> m_company;
    QString m_chosen;
    int m_reads = 0;
    int m_lastState = -1;
    bool m_known = false;
    bool m_busy = false;
};

}  // namespace lw::ui
