// SPDX-License-Identifier: GPL-3.0-or-later
// One step of an assistant: asks one thing, checks it, says what is wrong in place.
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace lw::ui {

class Step : public QWidget {
    Q_OBJECT
  public:
    Step(const QString &objectName, const QString &title, const QString &intro, QWidget *parent = nullptr);

    QString title() const { return m_title; }
    virtual QString nextText() const { return tr("&Next"); }
    /// The button may be pressed.
    virtual bool canSubmit() const { return !m_busy; }
    /// Does the step's work and ends with done(), or with an error shown in place.
    virtual void submit() = 0;
    /// The first field gets the cursor.
    virtual void begin() {}
    bool isBusy() const { return m_busy; }
    QString problem() const;

  Q_SIGNALS:
    void done();
    void stateChanged();

  protected:
    QVBoxLayout *body() const { return m_body; }
    /// busyText empty: idle. Fields are disabled meanwhile.
    void setBusy(const QString &busyText);
    /// A sentence that belongs to no field.
    void setProblem(const QString &sentence);

  private:
    QString m_title;
    QVBoxLayout *m_body;
    QWidget *m_fields;
    QLabel *m_problem;
    QLabel *m_working;
    bool m_busy = false;
};

}  // namespace lw::ui
