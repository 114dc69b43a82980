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
    /// label with a mnemonic: "&Address". Takes the input (a line, a combo box, a spin box …); its accessible name is
    /// the label.
    FormField(const QString &label, QWidget *input, QWidget *parent = nullptr);
    void setHint(const QString &hint);
    /// Empty: nothing is wrong. The label is found by the input's objectName + "Error".
    void setError(const QString &sentence);
    QString error() const;

  private:
    QWidget *m_input;
    QLabel *m_hint;
    QLabel *m_error;
};

QLineEdit *makeEdit(const QString &objectName, const QString &placeholder = {});

}  // namespace lw::ui
