// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/dialogs.h"

#include "ui/common/styling.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPointer>
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
    // Auto-lock may end the parent, and this box with it, while the question stands.
    const QPointer<QMessageBox> box = new QMessageBox(parent);
    box->setObjectName(QStringLiteral("confirmBox"));
    box->setWindowTitle(question.title);
    box->setIcon(question.destructive ? QMessageBox::Warning : QMessageBox::Question);
    box->setText(question.text);
    box->setInformativeText(question.wayBack);
    QPushButton *yes = box->addButton(question.confirmText, QMessageBox::AcceptRole);
    setRole(yes, question.destructive ? ButtonRole::Destructive : ButtonRole::Primary);
    QPushButton *no = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(question.destructive ? no : yes);
    box->setEscapeButton(no);
    box->exec();
    if (!box) return false;
    const bool confirmed = box->clickedButton() == yes;
    delete box;
    return confirmed;
}

void NativeDialogs::inform(QWidget *parent, const QString &title, const QString &text)
{
    QMessageBox::information(parent, title, text);
}

}  // namespace lw::ui
