// SPDX-License-Identifier: GPL-3.0-or-later
// A label above a field and, when it is refused, the reason and the remedy below it.
#pragma once

#include <QLineEdit>
#include <QWidget>

class QLabel;

namespace lw::ui {

class FormField final : public QWidget {
    Q_OBJECT
  public:
    /// label with a mnemonic: "&Address". Takes the edit; its accessible name is the label.
    FormField(const QString &label, QLineEdit *edit, QWidget *parent = nullptr);
    void setHint(const QString &hint);
    /// Empty: nothing is wrong. The label is found by the edit's objectName + "Error".
    void setError(const QString &sentence);
    QString error() const;

  private:
    QLineEdit *m_edit;
    QLabel *m_hint;
    QLabel *m_error;
};

QLineEdit *makeEdit(const QString &objectName, const QString &placeholder = {});

}  // namespace lw::ui
