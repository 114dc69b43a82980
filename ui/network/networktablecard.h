// SPDX-License-Identifier: GPL-3.0-or-later
// The list of networks as a table with what can be done to a row below it.
#pragma once

#include "ui/common/card.h"
#include "ui/network/networkmodel.h"

class QLineEdit;
class QPushButton;

namespace lw::ui {

class EmptyState;
class TableView;

class NetworkTableCard final : public Card {
    Q_OBJECT
  public:
    explicit NetworkTableCard(QWidget *parent = nullptr);

    void setRows(const QList<DraftRow> &rows, const QDateTime &now, const QTimeZone &zone);
    void setUse(const QHash<QString, quint64> &use);
    void setFindings(const QHash<int, policy::AllowlistProblem> &findings);
    void setEditable(bool editable);
    /// What stands where no network is; an empty action hides its button.
    void setEmpty(const QString &title, const QString &guidance, const QString &action = {});
    /// How many rows are shown before the table scrolls.
    void setVisibleRows(int rows);
    void focusSearch();
    /// Makes the row of that network the current one, if it is there.
    void choose(const QString &network);
    TableView *table() const { return m_table; }

  Q_SIGNALS:
    void editRequested(int row);
    void removeRequested(int row);
    void restoreRequested(int row);
    void emptyActionTriggered();

  protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

  private:
    QWidget *makeFooter();
    int currentRow() const;  ///< of the draft; -1: none
    void updateFooter();
    void updateHeight();
    void showStates();
    void removeOrRestore();

    NetworkModel *m_model;
    NetworkProxy *m_proxy;
    TableView *m_table;
    QLineEdit *m_search;
    QLabel *m_summary;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QString m_emptyTitle, m_emptyGuidance, m_emptyAction;
    int m_visibleRows = 8;
    bool m_editable = false;
};

}  // namespace lw::ui
