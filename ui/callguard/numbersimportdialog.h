// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers from a CSV file: what each line would do is told first, then all of it is done or nothing.
#pragma once

#include "core/callguard/callguardservice.h"
#include "ui/common/formdialog.h"

class QLabel;
class QPlainTextEdit;

namespace lw::ui {

class Dialogs;

class NumbersImportDialog final : public FormDialog {
    Q_OBJECT
  public:
    NumbersImportDialog(callguard::CallGuardService &service, Dialogs &dialogs, QWidget *parent);
    /// Of the import that was done, after accepted().
    const protocol::NumbersImport &report() const { return m_report; }

  protected:
    bool canSubmit() const override { return !m_csv.isEmpty(); }
    void submit() override;

  private:
    void choose();
    void showReport();

    callguard::CallGuardService &m_service;
    Dialogs &m_dialogs;
    QLabel *m_summary;
    QPlainTextEdit *m_lines;
    protocol::NumbersImport m_report;
    QByteArray m_csv;  ///< one that can be taken and does something; empty: none yet
};

}  // namespace lw::ui
