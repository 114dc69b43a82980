// SPDX-License-Identifier: GPL-3.0-or-later
// Who is signed in at this moment, from where, and the end of it. Nothing of this is kept: a session of yesterday is no
// live session.
#pragma once

#include "core/access/seen.h"
#include "core/protocol/livesession.h"
#include "core/util/result.h"
#include "ui/shell/page.h"
#include "ui/shell/pagecontext.h"

class QLabel;
class QPushButton;

namespace lw::ui {

class DetailPanel;
class FilterBar;
class SessionModel;
class SessionProxy;
class TableView;

class SessionsPage final : public Page {
    Q_OBJECT
  public:
    explicit SessionsPage(PageContext context, QWidget *parent = nullptr);

    QString title() const override { return tr("Sessions"); }
    void refresh() override;
    void focusSearch() override;
    void open(const QString &filter) override;
    bool isReady() const override { return !m_loading && !m_ending; }

  private:
    void display(Result<access::Seen<QList<protocol::LiveSession>>> seen);
    void showNothing(const QString &title, const QString &guidance);
    void updateSummary();
    void showCurrent();
    void endCurrent();
    void endAllOfCurrent();
    void ended(const QString &person, const Result<int> &count);
    const protocol::LiveSession *current() const;

    PageContext m_context;
    SessionModel *m_model;
    SessionProxy *m_proxy;
    FilterBar *m_filter;
    QPushButton *m_refresh;
    TableView *m_table;
    DetailPanel *m_detail;
    QLabel *m_summary;
    QString m_chosen;
    QDateTime m_asOf;
    bool m_wasOnline = false;
    bool m_loading = false;
    bool m_ending = false;
};

}  // namespace lw::ui
