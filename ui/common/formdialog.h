// SPDX-License-Identifier: GPL-3.0-or-later
// A dialog that asks for one thing: what it is about, fields that scroll when they are many, and below them what is
// wrong or going on, and the buttons. Return in a line submits; Escape gives up.
#pragma once

#include "ui/common/styling.h"

#include <QBoxLayout>
#include <QDialog>

namespace lw::ui {

class FormDialog : public QDialog {
    Q_OBJECT
  public:
    /// Parts are found by objectName + "Submit", + "Cancel" and + "Problem". Without setSubmitText() there is only a
    /// button that closes it.
    FormDialog(const QString &objectName, const QString &title, const QString &intro, QWidget *parent = nullptr);

    QString problem() const;
    bool isBusy() const { return m_busy; }

  Q_SIGNALS:
    /// The button was pressed, or Return in a line, and canSubmit() agrees; submit() is called as well.
    void submitted();

  protected:
    void showEvent(QShowEvent *event) override;
    QVBoxLayout *body() const { return m_body; }
    QPushButton *submitButton() const { return m_submit; }
    QPushButton *cancelButton() const { return m_cancel; }
    /// Left of the buttons.
    void addLeftButton(QPushButton *button);
    void setIntro(const QString &text);
    void setSubmitText(const QString &text, bool destructive = false);
    /// A sentence that belongs to no field.
    void setProblem(const QString &sentence);
    /// busyText empty: idle. Fields are disabled meanwhile, and closing gives the answer up.
    void setBusy(const QString &busyText);
    /// After the last field stands: Return in each line submits, and what room is left stays below the fields.
    void watchLines();
    void updateSubmit();
    virtual bool canSubmit() const { return true; }
    virtual void submit() {}

  private:
    void trySubmit();

    QLabel *m_intro;
    QWidget *m_fields;
    QVBoxLayout *m_body;
    QLabel *m_problem;
    QLabel *m_working;
    QHBoxLayout *m_buttons;
    QPushButton *m_cancel;
    QPushButton *m_submit;
    bool m_busy = false;
    bool m_sized = false;
};

}  // namespace lw::ui
