// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/dialogs.h"

#include "ui/common/styling.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace lw::ui {

QString NativeDialogs::saveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                                const QString &filter)
{
    return QFileDialog::getSaveFileName(parent, title, suggestedName, filter);
}

QString NativeDialogs::openFile(QWidget *parent, const QString &title, const QString &filter)
{
    return QFileDialog::getOpenFileName(parent, title, {}, filter);
}

bool NativeDialogs::confirm(QWidget *parent, const Question &question)
{
    QMessageBox box(parent);
    box.setObjectName(QStringLiteral("confirmBox"));
    box.setWindowTitle(question.title);
    box.setIcon(question.destructive ? QMessageBox::Warning : QMessageBox::Question);
    box.setText(question.text);
    box.setInformativeText(question.wayBack);
    auto *yes = box.addButton(question.confirmText, QMessageBox::AcceptRole);
    setRole(yes, question.destructive ? ButtonRole::Destructive : ButtonRole::Primary);
    auto *no = box.addButton(QMessageBox::Cancel);
    box.setDefaultButton(question.destructive ? no : yes);
    box.setEscapeButton(no);
    box.exec();
    return box.clickedButton() == yes;
}

void NativeDialogs::inform(QWidget *parent, const QString &title, const QString &text)
{
    QMessageBox::information(parent, title, text);
}

}  // namespace lw::ui
