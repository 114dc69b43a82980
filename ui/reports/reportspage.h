// SPDX-License-Identifier: GPL-3.0-or-later
// Reports that an auditor accepts: choose, see what will be in it, export. Each export is itself recorded.
#pragma once

#include "core/cache/eventrow.h"
#include "core/loginlog/exportservice.h"
#include "ui/shell/page.h"
#include "ui/shell/pagecontext.h"

class QPushButton;

namespace lw::ui {

class DetailPanel;
class ProgressStrip;
class ReportScope;

class ReportsPage final : public Page {
    Q_OBJECT
  public:
    explicit ReportsPage(PageContext context, QWidget *parent = nullptr);

    QString title() const override;
    void refresh() override;
    /// A filter of the login log: the report is about the same events.
    void open(const QString &filter) override;
    bool isReady() const override { return !m_counting; }
    void cancelWork() override;

    ReportScope *scope() const { return m_scope; }
    /// What the button does once a path is chosen.
    void exportTo(const QString &path);

  Q_SIGNALS:
    void exported(const lw::Result<lw::loginlog::ReportResult> &result);

  private:
    void chooseAndExport();
    loginlog::ReportRequest request(const EventFilter &filter) const;
    void preview();
    void countCases(const EventFilter &filter);
    void showPreview();
    void finish(const Result<loginlog::ReportResult> &result);

    PageContext m_context;
    ReportScope *m_scope;
    QPushButton *m_export;
    ProgressStrip *m_progress;
    DetailPanel *m_detail;
    std::optional<quint64> m_count;
    std::optional<int> m_people;
    std::optional<int> m_cases;
    cache::CacheSpan m_span;
    QString m_problem;
    QList<loginlog::ReportResult> m_results;  ///< of this session, newest first
    bool m_counting = false;
};

}  // namespace lw::ui
