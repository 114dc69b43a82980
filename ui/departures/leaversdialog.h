// SPDX-License-Identifier: GPL-3.0-or-later
// "Import leavers": the lines of a list with whom they mean, doubts decided by a person one after the other, then all
// cases opened at once or none.
#pragma once

#include "core/departures/departureservice.h"
#include "ui/common/formdialog.h"
#include "ui/departures/leaversmodel.h"

class QLineEdit;
class QVBoxLayout;

namespace lw::ui {

class Card;
class MomentEdit;
class TableView;

class LeaversDialog final : public FormDialog {
    Q_OBJECT
  public:
    LeaversDialog(departures::DepartureService &service, const QString &fileName, std::unique_ptr<LeaversModel> model,
                  const QTimeZone &zone, const QDateTime &now, QWidget *parent = nullptr);
    ~LeaversDialog() override;

  Q_SIGNALS:
    void opened(const QList<lw::Departure> &cases);

  protected:
    bool canSubmit() const override;
    void submit() override;

  private:
    void makeTable();
    void showRow();
    void decide(int row, const QString &userId);
    void count();

    departures::DepartureService &m_service;
    std::unique_ptr<LeaversModel> m_model;
    TableView *m_table;
    Card *m_decision;
    QWidget *m_choices = nullptr;
    MomentEdit *m_undated;
    QWidget *m_undatedBox;
    QLineEdit *m_reason;
    QLabel *m_counts;
};

}  // namespace lw::ui
