// SPDX-License-Identifier: GPL-3.0-or-later
// Who logged in, when, from where: filter line, histogram to zoom by, virtual table, one event in full with its proof.
#pragma once

#include "core/cache/eventrow.h"
#include "core/loginlog/eventqueries.h"
#include "ui/shell/page.h"
#include "ui/shell/pagecontext.h"

class QAction;
class QLabel;
class QPushButton;

namespace lw::ui {

class BarChart;
class DetailPanel;
class EventModel;
class FilterBar;
class TableView;

class LoginLogPage final : public Page {
    Q_OBJECT
  public:
    explicit LoginLogPage(PageContext context, QWidget *parent = nullptr);

    QString title() const override;
    void refresh() override;
    void focusSearch() override;
    void open(const QString &filter) override;
    bool isReady() const override;

  private:
    QWidget *buildHistogram();
    QWidget *buildTable();
    void connectParts();
    void applyFilter(const QString &text);
    void list();
    void showListing(loginlog::EventListing listing);
    void drawHistogram();
    void zoom(const QDateTime &from, const QDateTime &to);
    void resetZoom();
    void showCurrent();
    void readAround(const loginlog::EventDetail &detail);
    void followLink(const QString &link);
    void copyProof();
    void suggestValues(const QString &word);
    void updateCaption();
    void fail(const QString &sentence);

    PageContext m_context;
    EventModel *m_model;
    FilterBar *m_filterBar;
    QPushButton *m_export;
    BarChart *m_chart;
    QLabel *m_caption;
    QLabel *m_spanCaption;
    QPushButton *m_zoomOut;
    TableView *m_table;
    DetailPanel *m_detail;
    EventFilter m_filter;
    cache::SortKey m_sortKey = cache::SortKey::Time;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    cache::CacheSpan m_span;
    std::optional<loginlog::EventDetail> m_shown;
    QStringList m_persons, m_addresses;  ///< completions known so far
    QString m_suggestedFor;
    bool m_listing = false;        ///< a listing was asked for and has not come
    bool m_readingDetail = false;  ///< the same for the chosen event
    bool m_listed = false;
};

}  // namespace lw::ui
