// SPDX-License-Identifier: GPL-3.0-or-later
// The rate deck: what is loaded, a file judged line by line before it takes its place.
#pragma once

#include "core/spend/spendservice.h"
#include "ui/common/formdialog.h"
#include "ui/shell/pagecontext.h"

class QLabel;
class QPlainTextEdit;

namespace lw::ui {

class RateDeckDialog final : public FormDialog {
    Q_OBJECT
  public:
    RateDeckDialog(spend::SpendService &service, Dialogs &dialogs, int rates, const QString &currency, QWidget *parent);

  protected:
    bool canSubmit() const override { return !m_csv.isEmpty(); }
    void submit() override;

  private:
    void choose();
    void showAnswer(const protocol::DeckAnswer &answer);

    spend::SpendService &m_service;
    Dialogs &m_dialogs;
    QLabel *m_state;
    QPlainTextEdit *m_report;
    QByteArray m_csv;  ///< one that was found good; empty: none yet
};

}  // namespace lw::ui
