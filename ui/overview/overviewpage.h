// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: how old the passwords are, how many logins failed, what needs a decision, and what all of it rests
// on.
#pragma once

#include "core/loginlog/overview.h"
#include "ui/shell/page.h"
#include "ui/shell/pagecontext.h"

class QLabel;
class QStackedWidget;

namespace lw::ui {

class AttentionList;
class BarChart;
class Card;
class EmptyState;
class KeyFigure;
class Pill;
class SegmentBar;

class OverviewPage final : public Page {
    Q_OBJECT
  public:
    explicit OverviewPage(PageContext context, QWidget *parent = nullptr);

    QString title() const override;
    void refresh() override;
    bool isReady() const override { return !m_loading; }

  private:
    QWidget *buildFigures();
    QWidget *buildCharts();
    QWidget *buildAttention();
    QWidget *buildProof();
    void display(const loginlog::Overview &overview);
    void showFigures(const loginlog::Overview &overview);
    void showPasswordAges(const people::PeopleSummary &people);
    void showProof(const cache::CacheSpan &span);
    void showEmpty(const QString &sentence);

    PageContext m_context;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    KeyFigure *m_overdue;
    KeyFigure *m_failed;
    KeyFigure *m_logins;
    KeyFigure *m_oneFactor;
    BarChart *m_chart;
    SegmentBar *m_ages;
    AttentionList *m_attention;
    Pill *m_proofPill;
    QLabel *m_proofText;
    QLabel *m_proofRoot;
    QLabel *m_spanText;
    bool m_loading = false;
};

}  // namespace lw::ui
