// SPDX-License-Identifier: GPL-3.0-or-later
// A people file: a dry run line by line first, then all of it or nothing; afterwards it can be undone. The one-time
// passwords of new people are there once, to be saved.
#pragma once

#include "core/people/peopleadmin.h"
#include "ui/common/formdialog.h"

namespace lw::ui {

class Dialogs;
class ImportModel;
class TableView;

class ImportDialog final : public FormDialog {
    Q_OBJECT
  public:
    ImportDialog(people::PeopleAdmin &admin, Dialogs &dialogs, QWidget *parent = nullptr);
    /// Reads the file and asks for the dry run.
    void openFile(const QString &path);
    void done(int result) override;

  Q_SIGNALS:
    /// People were changed: applied or undone.
    void changed(const QString &sentence);

  protected:
    void closeEvent(QCloseEvent *event) override;
    bool canSubmit() const override;
    void submit() override;

  private:
    void take(Result<protocol::ImportPlan> plan);
    void show();
    void chooseFile();
    void undo();
    void savePasswords();

    people::PeopleAdmin &m_admin;
    Dialogs &m_dialogs;
    protocol::ImportPlan m_plan;
    QString m_file;
    ImportModel *m_model;
    TableView *m_table;
    QLabel *m_summary;
    QPushButton *m_choose;
    QPushButton *m_undo;
    QPushButton *m_save;
    bool m_passwordsSaved = false;
    bool m_ending = false;  ///< closed by the program: the cache is about to lock
};

}  // namespace lw::ui
